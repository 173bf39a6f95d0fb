#include "format/page_writer.h"

#include <algorithm>

#include "base/text.h"
#include "format/html_writer.h"
#include "format/page_blocks.h"
#include "format/page_outline.h"

namespace lamplight::format {
namespace {

// Ids of the page's own parts end in a colon: no slug does.
constexpr std::string_view about_id = "about:";
constexpr std::string_view cite_id = "cite:";

// "3 datasets", "1 law".
std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

void write_header(HtmlWriter& out, const SitePage& page) {
  out.raw("<header>\n<h1");
  out.direction(page_title(page));
  out.raw(">");
  out.text(page_title(page));
  out.raw("</h1>\n");
  if (!page.snapshots.empty()) {
    out.raw("<p>");
    for (const SiteSnapshot& snapshot : page.snapshots) {
      out.raw("<a");
      out.attribute("href", snapshot.file);
      out.attribute("title", "The list itself, " + snapshot.date);
      out.raw(">");
      out.text(date_label(snapshot.date));
      out.raw("</a> ");
    }
    out.raw("</p>\n");
  }
  out.raw("<noscript>Searching needs JavaScript; the whole list is below.</noscript>\n");
  if (page.catalog->bibtex) {
    out.raw("<p><a");
    out.attribute("href", "#" + std::string(cite_id));
    out.raw(">Cite</a></p>\n");
  }
  out.raw("</header>\n");
}

// Top sections are written in two goes; what is below them goes with them.
enum class Which { Listing, About };

std::vector<int> sections_below(const PageOutline& outline, int parent, Which which) {
  std::vector<int> found;
  for (int index : outline.children(parent)) {
    const bool is_wanted = parent >= 0 || outline.is_about(index) == (which == Which::About);
    if (is_wanted && !outline.is_contents_only(index)) found.push_back(index);
  }
  return found;
}

void write_navigation_items(HtmlWriter& out, const PageOutline& outline, int parent, Which which) {
  for (int index : sections_below(outline, parent, which)) {
    out.raw("<li><a");
    out.attribute("href", "#" + outline.section(index).id);
    out.raw(">");
    const std::string_view color = outline.section_color(index);
    if (!color.empty()) {
      out.raw("<i class=\"c-");
      out.raw(color);
      out.raw("\"></i>");
    }
    out.raw("<span");
    out.direction(outline.short_title(index));
    out.raw(">");
    out.text(outline.short_title(index));
    out.raw("</span>");
    if (outline.count(index) > 0) {
      out.raw(" <small>" + std::to_string(outline.count(index)) + "</small>");
    }
    out.raw("</a>");
    if (!sections_below(outline, index, which).empty()) {
      out.raw("\n<ul>\n");
      write_navigation_items(out, outline, index, which);
      out.raw("</ul>");
    }
    out.raw("</li>\n");
  }
}

bool has_about(const PageOutline& outline) {
  const std::vector<Block>& top = outline.blocks(-1);
  return !sections_below(outline, -1, Which::About).empty() ||
         std::any_of(top.begin(), top.end(), [&](const Block& block) {
           return block.prose && outline.is_written(*block.prose);
         });
}

void write_navigation(HtmlWriter& out, const PageOutline& outline) {
  if (outline.children(-1).empty()) return;
  // On a narrow screen the navigation shows while the summary before it is open: no script, and
  // no second copy for wide screens.
  out.raw("<details><summary>Sections</summary></details>\n<nav aria-label=\"Sections\">\n<ul>\n");
  write_navigation_items(out, outline, -1, Which::Listing);
  if (has_about(outline)) {
    out.raw("<li><a");
    out.attribute("href", "#" + std::string(about_id));
    out.raw("><span>About this list</span></a>\n<ul>\n");
    write_navigation_items(out, outline, -1, Which::About);
    out.raw("</ul></li>\n");
  }
  out.raw("</ul>\n</nav>\n");
}

void write_sections(HtmlWriter& out, const PageOutline& outline, int parent, Which which) {
  for (int index : sections_below(outline, parent, which)) {
    const Section& section = outline.section(index);
    // What is about the list stands one level below that heading.
    const std::string_view tag = heading_tag(section.level + (which == Which::About ? 1 : 0));
    out.raw("<section>\n<");
    out.raw(tag);
    out.attribute("id", section.id);
    out.direction(section.title);
    out.raw("><a");
    out.attribute("href", "#" + section.id);
    out.raw(">");
    out.text(section.title);
    out.raw("</a></");
    out.raw(tag);
    out.raw(">\n");
    write_blocks(out, outline, index, Part::All);
    if (outline.blocks(index).empty() && outline.children(index).empty()) {
      out.raw("<p>Nothing is listed here yet.</p>\n");
    }
    write_sections(out, outline, index, which);
    out.raw("</section>\n");
  }
}

void write_own_heading(HtmlWriter& out, std::string_view tag, std::string_view id,
                       std::string_view title) {
  out.raw("<section>\n<");
  out.raw(tag);
  out.attribute("id", id);
  out.raw(">");
  out.text(title);
  out.raw("</");
  out.raw(tag);
  out.raw(">\n");
}

// The list first: that is what a reader came for and what the canvas will show. What the list
// says about itself follows.
void write_main(HtmlWriter& out, const PageOutline& outline) {
  out.raw("<main>\n");
  write_blocks(out, outline, -1, Part::Listings);
  write_sections(out, outline, -1, Which::Listing);
  if (outline.catalog().listings.empty()) out.raw("<p>This list has no entries.</p>\n");
  if (has_about(outline)) {
    write_own_heading(out, "h2", about_id, "About this list");
    write_blocks(out, outline, -1, Part::Prose);
    write_sections(out, outline, -1, Which::About);
    out.raw("</section>\n");
  }
  if (outline.catalog().bibtex) {
    write_own_heading(out, "h2", cite_id, "Cite");
    out.raw("<pre>");
    out.text(*outline.catalog().bibtex);
    out.raw("</pre>\n</section>\n");
  }
  out.raw("</main>\n");
}

void write_footer(HtmlWriter& out, const SitePage& page, const PageOutline& outline) {
  out.raw("<footer><p>");
  out.raw(counted(page.catalog->works.size(), "work"));
  out.raw(" · ");
  out.raw(counted(page.catalog->listings.size(), "listing"));
  for (const PageOutline::KindCount& kind : outline.kind_counts()) {
    if (kind.works == 0) continue;
    out.raw(" · ");
    out.text(counted(kind.works, to_lower_ascii(kind.title)));
  }
  out.raw("</p><p>");
  if (!page.snapshots.empty()) {
    out.raw("Made from <a");
    out.attribute("href", page.snapshots.front().file);
    out.raw(">");
    out.text(page.snapshots.front().file);
    out.raw("</a> · ");
  }
  out.raw("Years and venues are derived from identifiers and addresses</p></footer>\n");
}

}  // namespace

std::string page_title(const SitePage& page) {
  if (!page.profile->title.empty()) return page.profile->title;
  return page.catalog->title.empty() ? "Untitled list" : page.catalog->title;
}

std::string page_description(const SitePage& page) {
  if (!page.profile->description.empty()) return page.profile->description;
  return page_title(page) + ": " + counted(page.catalog->listings.size(), "listing") + " in " +
         counted(page.catalog->sections.size(), "section") + ".";
}

void append_page_body(std::string& text, const SitePage& page) {
  HtmlWriter out(text);
  const PageOutline outline(*page.catalog, *page.profile);
  write_header(out, page);
  write_navigation(out, outline);
  write_main(out, outline);
  write_footer(out, page, outline);
}

std::string date_label(std::string_view date) {
  constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return std::string(date);
  for (std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (!is_ascii_digit(date[i])) return std::string(date);
  }
  const int month = (date[5] - '0') * 10 + date[6] - '0';
  if (month < 1 || month > 12) return std::string(date);
  return std::string(months.substr(static_cast<std::size_t>(month - 1) * 3, 3)) + " " +
         std::string(date.substr(0, 4));
}

}  // namespace lamplight::format
