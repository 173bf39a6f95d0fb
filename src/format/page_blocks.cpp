#include "format/page_blocks.h"

#include <algorithm>
#include <array>

#include "format/work_facts.h"

namespace lamplight::format {
namespace {

bool is_clickable(const Link& link) { return link.url && is_clickable_url(*link.url); }

// What a row's other columns say; the first of them needs no name beside its title.
void write_cells(HtmlWriter& out, const Listing& listing) {
  bool is_open = false;
  for (const Cell& cell : listing.cells) {
    if (cell.text.empty() || cell.text == listing.text) continue;
    out.raw(is_open ? " · " : "<p class=\"d\">");
    if (is_open && !cell.column.empty()) {
      out.text(cell.column);
      out.raw(": ");
    }
    is_open = true;
    out.text(cell.text);
  }
  if (is_open) out.raw("</p>");
}

// What is stated stands for itself, what is derived says from what.
void write_sourced(HtmlWriter& out, std::string_view text, std::string_view source) {
  if (source.empty()) return out.text(text);
  out.raw("<abbr");
  out.attribute("title", "Derived from " + std::string(source));
  out.raw(">");
  out.text(text);
  out.raw("</abbr>");
}

// "A. Byron, B. Noether · 2022 · bioRxiv · also in Bioinformatics"
void write_facts(HtmlWriter& out, const PageContext& page, const Work& work,
                 const Listing& listing) {
  const PageOutline& outline = page.outline;
  bool is_open = false;
  const WorkFacts& facts = outline.facts(listing.work);
  const auto open = [&] {
    out.raw(is_open ? " · " : "<small>");
    is_open = true;
  };
  if (!facts.authors.empty()) {
    open();
    out.text(short_authors(facts.authors));
  }
  // A derived venue of a derived year has the same mark.
  const std::string year = facts.year ? std::to_string(*facts.year) : std::string();
  const bool is_one = !facts.year_source.empty() && !facts.venue_source.empty();
  if (!year.empty()) {
    open();
    write_sourced(out, is_one ? year + " · " + std::string(facts.venue) : year, facts.year_source);
  }
  if (!facts.venue.empty() && !is_one) {
    open();
    write_sourced(out, facts.venue, facts.venue_source);
  }
  bool has_place = false;
  if (work.listings.size() > 1) {
    const std::string own = outline.place(listing.section);
    for (const WorkPlace& place : outline.places(listing.work)) {
      if (place.section < 0 || place.title == own) continue;
      if (has_place) {
        out.raw(", ");
      } else {
        open();
        out.raw("also in ");
      }
      has_place = true;
      out.raw("<a");
      out.attribute("href", page.address_of_section(place.section));
      out.raw(">");
      out.text(place.title);
      out.raw("</a>");
    }
  }
  // Marks of a row stand among its cells, under the names of their columns.
  if (listing.cells.empty()) {
    for (const std::string& tag : facts.tags) {
      open();
      out.text(tag);
    }
  }
  if (is_open) out.raw("</small>");
}

void write_links(HtmlWriter& out, const Listing& listing) {
  if (listing.links.empty()) return;
  out.raw("<div>");
  for (const Link& link : listing.links) {
    if (&link != &listing.links.front()) out.raw(" ");
    if (is_clickable(link)) {
      out.raw("<a rel=\"noopener\"");
      out.attribute("href", *link.url);
      out.raw(">");
      out.text(link_label(link));
      out.raw("</a>");
    } else {
      out.raw("<s");
      out.attribute("title", link.url ? "Not a web address" : "The list gives no address");
      out.raw(">");
      out.text(link_label(link));
      out.raw("</s>");
    }
  }
  out.raw("</div>");
}

void write_listing(HtmlWriter& out, const PageContext& page, const Listing& listing) {
  const PageOutline& outline = page.outline;
  out.raw("<li class=\"row");
  const Catalog& catalog = outline.catalog();
  const Work* work =
      listing.work < 0 ? nullptr : &catalog.works[static_cast<std::size_t>(listing.work)];
  const std::string_view color = work ? outline.work_color(listing.work) : "";
  if (!color.empty()) {
    out.raw(" c-");
    out.raw(color);
  }
  out.raw("\"");
  if (work) out.attribute("data-work", work->id);
  out.raw("><p");
  out.direction(listing.text);
  out.raw(">");
  if (listing.name) {
    out.raw("<b>");
    out.text(*listing.name);
    out.raw(":</b> ");
  }
  out.text(listing.title);
  out.raw("</p>");
  const std::string_view more = description_of(listing);
  if (!more.empty()) {
    out.raw("<p class=\"d\"");
    out.direction(more);
    out.raw(">");
    out.text(more);
    out.raw("</p>");
  }
  write_cells(out, listing);
  if (work) write_facts(out, page, *work, listing);
  write_links(out, listing);
  out.raw("</li>\n");
}

void write_prose_link(HtmlWriter& out, const Link& link, std::string_view label) {
  if (is_clickable(link)) {
    out.raw("<a rel=\"noopener\"");
    out.attribute("href", *link.url);
    out.raw(">");
  }
  out.text(label);
  if (is_clickable(link)) out.raw("</a>");
}

// Links stand where their label does; those whose label the text lacks follow it. A link without
// a label is that of the whole text.
void write_prose_text(HtmlWriter& out, const Prose& prose) {
  const std::string_view text = prose.text;
  if (prose.links.size() == 1 && prose.links[0].label.empty() && !text.empty()) {
    return write_prose_link(out, prose.links[0], text);
  }
  std::size_t done = 0;
  std::vector<const Link*> rest;
  for (const Link& link : prose.links) {
    const std::size_t found =
        link.label.empty() ? std::string_view::npos : text.find(link.label, done);
    if (found == std::string_view::npos) {
      if (link.url) rest.push_back(&link);
      continue;
    }
    out.text(text.substr(done, found - done));
    write_prose_link(out, link, link.label);
    done = found + link.label.size();
  }
  out.text(text.substr(done));
  for (const Link* link : rest) {
    out.raw(" ");
    write_prose_link(out, *link, link->label.empty() ? *link->url : link->label.view());
  }
}

bool is_list_item(const Prose* prose) {
  return prose && (prose->kind == ProseKind::Topics || prose->kind == ProseKind::Contents);
}

void write_prose(HtmlWriter& out, const Prose& prose) {
  if (prose.kind == ProseKind::Code) {
    out.raw("<pre tabindex=\"0\" role=\"group\" aria-label=\"Code\">");
    out.text(prose.text);
    out.raw("</pre>\n");
    return;
  }
  out.raw(is_list_item(&prose) ? "<li" : "<p");
  out.direction(prose.text);
  out.raw(">");
  if (prose.kind == ProseKind::Image && prose.text.empty()) out.raw("Image:");
  write_prose_text(out, prose);
  out.raw(is_list_item(&prose) ? "</li>\n" : "</p>\n");
}

bool is_of(Part part, const PageOutline& outline, const Block& block) {
  if (part == (block.prose ? Part::Listings : Part::Prose)) return false;
  return !block.prose || outline.is_written(*block.prose);
}

}  // namespace

std::string_view heading_tag(int level) {
  constexpr std::array<std::string_view, 5> tags = {"h2", "h3", "h4", "h5", "h6"};
  return tags[static_cast<std::size_t>(std::clamp(level, 2, 6) - 2)];
}

std::size_t count_items(const PageOutline& outline, int section, Part part) {
  std::size_t count = 0;
  for (const Block& block : outline.blocks(section)) {
    if (is_of(part, outline, block)) count += block.prose ? 1 : block.listings.size();
  }
  return count;
}

void write_blocks(HtmlWriter& out, const PageContext& page, int section, Part part,
                  std::size_t first, std::size_t last) {
  const PageOutline& outline = page.outline;
  std::string_view group;
  bool has_group = false;
  bool is_list_open = false;
  std::size_t next = 0;  // number of the item that comes next
  for (const Block& block : outline.blocks(section)) {
    if (!is_of(part, outline, block)) continue;
    const std::size_t begin = next;
    next += block.prose ? 1 : block.listings.size();
    if (next <= first) continue;
    if (begin >= last) break;
    if (is_list_item(block.prose) != is_list_open) {
      out.raw(is_list_open ? "</ul>\n" : "<ul>\n");
      is_list_open = !is_list_open;
    }
    if (block.prose) {
      write_prose(out, *block.prose);
      continue;
    }
    const Listing& head = outline.listing(block.listings.front());
    if (head.group && (!has_group || group != *head.group)) {
      const std::string_view tag =
          heading_tag(section < 0 ? 2 : outline.section(section).level + 1);
      out.raw("<");
      out.raw(tag);
      out.direction(*head.group);
      out.raw(">");
      out.text(*head.group);
      out.raw("</");
      out.raw(tag);
      out.raw(">\n");
    }
    has_group = bool(head.group);
    if (has_group) group = *head.group;
    const std::size_t from = std::max(first, begin) - begin;
    const std::size_t to = std::min(last, next) - begin;
    // The style sheet reserves room by the number of rows while they are not laid out.
    out.raw("<ol style=\"--n:" + std::to_string(to - from) + "\">\n");
    for (std::size_t i = from; i < to; ++i) {
      write_listing(out, page, outline.listing(block.listings[i]));
    }
    out.raw("</ol>\n");
  }
  if (is_list_open) out.raw("</ul>\n");
}

}  // namespace lamplight::format
