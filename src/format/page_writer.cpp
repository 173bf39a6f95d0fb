#include "format/page_writer.h"

#include <algorithm>

#include "base/snapshot_date.h"
#include "base/text.h"
#include "base/wording.h"
#include "format/html_writer.h"
#include "format/page_blocks.h"

namespace lamplight::format {
namespace {

std::string place_of(const PageOutline& outline, const Piece& piece) {
  switch (piece.kind) {
    case Piece::Kind::Section:
      return outline.place(piece.section);
    case Piece::Kind::About:
      return "About this list";
    case Piece::Kind::Cite:
      return "Cite";
    case Piece::Kind::Top:
    case Piece::Kind::NoEntries:
      break;
  }
  return {};
}

// The headings that a piece stands below, from the top.
std::vector<Piece> pieces_above(const PageContext& page, const Piece& piece) {
  std::vector<Piece> above;
  if (piece.kind != Piece::Kind::Section) return above;
  int depth = piece.depth;
  for (int index = page.outline.section(piece.section).parent; index >= 0;
       index = page.outline.section(index).parent) {
    above.push_back({Piece::Kind::Section, index, --depth, piece.is_about});
  }
  if (piece.is_about) above.push_back({Piece::Kind::About, -1, 0, true});
  std::reverse(above.begin(), above.end());
  return above;
}

void write_title(HtmlWriter& out, const PageContext& page) {
  const std::string title = page_title(page.site);
  out.raw("<header>\n<h1");
  out.direction(title);
  out.raw(">");
  if (!page.is_first()) {
    out.raw("<a");
    out.attribute("href", page.address_of_page(0));
    out.raw(">");
  }
  out.text(title);
  out.raw(page.is_first() ? "</h1>\n" : "</a></h1>\n");
}

// "<li><a href=...": a part that stands on another page is found on the first one by the same
// anchor, so that a link to it holds when the list grows. A link itself would take the focus.
void begin_link_to(HtmlWriter& out, const PageContext& page, std::string_view tag,
                   std::string_view id, std::size_t its_page) {
  out.raw("<");
  out.raw(tag);
  if (page.is_first() && its_page != page.page) out.attribute("id", id);
  out.raw("><a");
  out.attribute("href", page.address_of(id, its_page));
}

void write_header(HtmlWriter& out, const PageContext& page) {
  write_title(out, page);
  if (!page.is_first()) {
    // The canvas is on the first page alone: it shows the whole list, and would load all of it
    // for a reader of one page.
    out.raw("<p><a");
    out.attribute("href", page.address_of_page(0));
    out.raw(">Search the whole list</a></p>\n</header>\n");
    return;
  }
  if (!page.site.snapshots.empty()) {
    std::vector<std::string> dates;
    for (const SiteSnapshot& snapshot : page.site.snapshots) dates.push_back(snapshot.date);
    out.raw("<p>");
    for (const SiteSnapshot& snapshot : page.site.snapshots) {
      out.raw("<a");
      out.attribute("href", snapshot.file);
      out.attribute("title", "The list itself, " + snapshot.date);
      out.raw(">");
      out.text(snapshot_label(snapshot.date, dates));
      out.raw("</a> ");
    }
    out.raw("</p>\n");
  }
  out.raw("<noscript>Searching needs JavaScript; the whole list is ");
  out.raw(page.is_only() ? "below" : "on " + std::to_string(page.plan.size()) + " pages");
  out.raw(".</noscript>\n");
  if (page.site.catalog->bibtex) {
    begin_link_to(out, page, "p", cite_id, page.plan.cite_page());
    out.raw(">Cite</a></p>\n");
  }
  out.raw("</header>\n");
}

// The pieces that the navigation leads to: on the first page those of the whole list, on another
// one its own, and what they stand below.
std::vector<Piece> navigation_pieces(const PageContext& page) {
  std::vector<Piece> found;
  const auto add = [&](const Piece& piece) {
    const bool has_heading = piece.kind == Piece::Kind::Section || piece.kind == Piece::Kind::About;
    if (has_heading) found.push_back(piece);
  };
  if (page.is_first()) {
    for (std::size_t i = 0; i < page.plan.size(); ++i) {
      for (const Piece& piece : page.plan.pieces(i)) {
        if (!piece.is_continued()) add(piece);
      }
    }
    return found;
  }
  for (const Piece& piece : pieces_above(page, page.plan.pieces(page.page).front())) add(piece);
  for (const Piece& piece : page.plan.pieces(page.page)) add(piece);
  return found;
}

void write_navigation_link(HtmlWriter& out, const PageContext& page, const Piece& piece) {
  const PageOutline& outline = page.outline;
  if (piece.kind == Piece::Kind::About) {
    begin_link_to(out, page, "li", about_id, page.plan.about_page());
    out.raw("><span>About this list</span></a>");
    return;
  }
  begin_link_to(out, page, "li", outline.section(piece.section).id,
                page.plan.page_of(piece.section));
  out.raw(">");
  const std::string_view color = outline.section_color(piece.section);
  if (!color.empty()) {
    out.raw("<i class=\"c-");
    out.raw(color);
    out.raw("\"></i>");
  }
  const std::string_view title = outline.short_title(piece.section);
  out.raw("<span");
  out.direction(title);
  out.raw(">");
  out.text(title);
  out.raw("</span>");
  if (outline.count(piece.section) > 0) {
    out.raw(" <small>" + std::to_string(outline.count(piece.section)) + "</small>");
  }
  out.raw("</a>");
}

void write_navigation(HtmlWriter& out, const PageContext& page) {
  if (page.is_only() && page.outline.children(-1).empty()) return;
  // On a narrow screen the navigation shows while the summary before it is open: no script, and
  // no second copy for wide screens.
  out.raw("<details><summary>Sections</summary></details>\n<nav aria-label=\"Sections\">\n<ul>\n");
  if (!page.is_first()) {
    out.raw("<li><a");
    out.attribute("href", page.address_of_page(0));
    out.raw("><span>All sections</span></a></li>\n");
  }
  const std::vector<Piece> pieces = navigation_pieces(page);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const int depth = pieces[i].depth;
    const int next = i + 1 < pieces.size() ? pieces[i + 1].depth : 0;
    write_navigation_link(out, page, pieces[i]);
    out.raw(next > depth ? "\n<ul>\n" : "</li>\n");
    for (int open = depth; open > next; --open) out.raw("</ul></li>\n");
  }
  out.raw("</ul>\n</nav>\n");
}

// A heading that stands on an earlier page is said again, without its id.
void write_section_heading(HtmlWriter& out, const PageContext& page, const Piece& piece,
                           bool is_repeated) {
  std::string_view tag = "h2";
  std::string_view id = piece.kind == Piece::Kind::Cite ? cite_id : about_id;
  std::string_view title = piece.kind == Piece::Kind::Cite ? "Cite" : "About this list";
  std::string address = page.address_of(about_id, page.plan.about_page());
  bool has_link = is_repeated;
  if (piece.kind == Piece::Kind::Section) {
    const Section& section = page.outline.section(piece.section);
    // What is about the list stands one level below that heading.
    tag = heading_tag(section.level + (piece.is_about ? 1 : 0));
    id = section.id;
    title = section.title;
    address = page.address_of_section(piece.section);
    has_link = true;
  }
  out.raw("<section>\n<");
  out.raw(tag);
  if (!is_repeated) out.attribute("id", id);
  out.direction(title);
  out.raw(">");
  if (has_link) {
    out.raw("<a");
    out.attribute("href", address);
    out.raw(">");
  }
  out.text(title);
  if (has_link) out.raw("</a>");
  if (is_repeated) out.raw(" <small>continued</small>");
  out.raw("</");
  out.raw(tag);
  out.raw(">\n");
}

void write_items(HtmlWriter& out, const PageContext& page, const Piece& piece) {
  switch (piece.kind) {
    case Piece::Kind::Top:
      write_blocks(out, page, -1, Part::Listings, piece.first, piece.last);
      break;
    case Piece::Kind::Section:
      write_blocks(out, page, piece.section, Part::All, piece.first, piece.last);
      if (page.outline.blocks(piece.section).empty() &&
          page.outline.children(piece.section).empty()) {
        out.raw("<p>Nothing is listed here yet.</p>\n");
      }
      break;
    case Piece::Kind::NoEntries:
      out.raw("<p>This list has no entries.</p>\n");
      break;
    case Piece::Kind::About:
      write_blocks(out, page, -1, Part::Prose, piece.first, piece.last);
      break;
    case Piece::Kind::Cite:
      // It scrolls sideways: by keyboard, too.
      out.raw("<pre tabindex=\"0\" role=\"group\" aria-label=\"Citation in BibTeX\">");
      out.text(*page.outline.catalog().bibtex);
      out.raw("</pre>\n");
      break;
  }
}

void write_pager_link(HtmlWriter& out, const PageContext& page, std::size_t other,
                      std::string_view rel, std::string_view text) {
  out.raw("<a");
  out.attribute("rel", rel);
  out.attribute("href", page.address_of_page(other));
  out.raw(">");
  out.raw(text);
  const std::string range = page_range({page.site, page.outline, page.plan, other});
  if (!range.empty()) {
    out.raw(": ");
    out.text(range);
  }
  out.raw("</a>");
}

void write_pager(HtmlWriter& out, const PageContext& page) {
  if (page.is_only()) return;
  out.raw("<nav class=\"pager\" aria-label=\"Pages\">\n");
  if (!page.is_first()) write_pager_link(out, page, page.page - 1, "prev", "Previous");
  out.raw("<span>Page " + std::to_string(page.page + 1) + " of " +
          std::to_string(page.plan.size()) + "</span>");
  if (page.page + 1 < page.plan.size()) {
    write_pager_link(out, page, page.page + 1, "next", "Next");
  }
  out.raw("\n</nav>\n");
}

// The list first: that is what a reader came for and what the canvas will show. What the list
// says about itself follows.
void write_main(HtmlWriter& out, const PageContext& page) {
  out.raw("<main>\n");
  int open = 0;
  const auto close_to = [&](int depth) {
    for (; open > depth; --open) out.raw("</section>\n");
  };
  const auto begin = [&](const Piece& piece, bool is_repeated) {
    close_to(piece.depth);
    if (piece.kind == Piece::Kind::Top || piece.kind == Piece::Kind::NoEntries) return;
    write_section_heading(out, page, piece, is_repeated);
    ++open;
  };
  const std::vector<Piece>& pieces = page.plan.pieces(page.page);
  for (const Piece& piece : pieces_above(page, pieces.front())) begin(piece, true);
  for (const Piece& piece : pieces) {
    begin(piece, piece.is_continued());
    write_items(out, page, piece);
  }
  close_to(0);
  write_pager(out, page);
  out.raw("</main>\n");
}

void write_footer(HtmlWriter& out, const PageContext& context) {
  const SitePage& page = context.site;
  out.raw("<footer><p>");
  out.raw(counted(page.catalog->works.size(), "work"));
  out.raw(" · ");
  out.raw(counted(page.catalog->listings.size(), "listing"));
  for (const PageOutline::KindCount& kind : context.outline.kind_counts()) {
    if (kind.works == 0) continue;
    out.raw(" · ");
    out.text(counted(kind.works, to_lower_ascii(kind.title)));
  }
  out.raw("</p><p>");
  if (!page.snapshots.empty()) {
    out.raw("Made from <a");
    out.attribute("href", context.address_of_file(page.snapshots.front().file));
    out.raw(">");
    out.text(page.snapshots.front().file);
    out.raw("</a> · ");
  }
  out.raw(
      "Years and venues that the list does not state are derived from identifiers and "
      "addresses</p></footer>\n");
}

}  // namespace

std::string page_title(const SitePage& page) {
  return std::string(list_title(*page.catalog, *page.profile));
}

std::string page_description(const SitePage& page) {
  if (!page.profile->description.empty()) return page.profile->description;
  return page_title(page) + ": " + counted(page.catalog->listings.size(), "listing") + " in " +
         counted(page.catalog->sections.size(), "section") + ".";
}

std::string page_range(const PageContext& page) {
  constexpr std::string_view separator = " › ";
  const std::vector<Piece>& pieces = page.plan.pieces(page.page);
  const std::string from = place_of(page.outline, pieces.front());
  const std::string to = place_of(page.outline, pieces.back());
  if (from.empty() || from == to) return from;
  // "Vision › Images to Robotics": what both stand in is said once.
  const std::size_t parent = from.rfind(separator);
  const std::size_t shared = parent == std::string::npos ? 0 : parent + separator.size();
  return from + " to " + (to.compare(0, shared, from, 0, shared) == 0 ? to.substr(shared) : to);
}

void append_page_body(std::string& text, const PageContext& page) {
  HtmlWriter out(text);
  write_header(out, page);
  write_navigation(out, page);
  write_main(out, page);
  write_footer(out, page);
}

}  // namespace lamplight::format
