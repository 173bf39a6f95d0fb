// Fills the page template. Placeholders are looked for in the template alone, so that a list that
// speaks of {{title}} changes nothing. {{! ... }} is a comment.
#include <algorithm>
#include <array>

#include "format/html_writer.h"
#include "format/page_writer.h"
#include "lamplight/format.h"

namespace lamplight {
namespace {

using format::HtmlWriter;

// "2024-03-11=lists/2024-03-11.md 2023-03-29=lists/2023-03-29.md"
std::string snapshot_list(const SitePage& page) {
  std::string list;
  for (const SiteSnapshot& snapshot : page.snapshots) {
    if (!list.empty()) list += ' ';
    list += snapshot.date + "=" + snapshot.file;
  }
  return list;
}

void fill_title(std::string& out, const SitePage& page) {
  HtmlWriter(out).text(format::page_title(page));
}

void fill_description(std::string& out, const SitePage& page) {
  HtmlWriter(out).text(format::page_description(page));
}

void fill_links(std::string& text, const SitePage& page) {
  if (page.base_url.empty()) return;
  HtmlWriter out(text);
  out.raw("<link rel=\"canonical\"");
  out.attribute("href", page.base_url);
  out.raw(">\n<meta property=\"og:type\" content=\"website\">\n<meta property=\"og:url\"");
  out.attribute("content", page.base_url);
  out.raw(">\n<meta property=\"og:title\"");
  out.attribute("content", format::page_title(page));
  out.raw(">\n<meta property=\"og:description\"");
  out.attribute("content", format::page_description(page));
  out.raw(">\n");
}

// Without comments and blanks that mean nothing: it is inlined in every page. "</" would end the
// element.
void fill_style(std::string& out, const SitePage& page) {
  const std::string_view css = page.style;
  constexpr std::string_view tight = "{};,>";
  std::string small;
  bool is_blank_due = false;
  for (std::size_t i = 0; i < css.size(); ++i) {
    if (css.substr(i, 2) == "/*") {
      const std::size_t end = css.find("*/", i + 2);
      i = end == std::string_view::npos ? css.size() : end + 1;
      is_blank_due = true;
      continue;
    }
    if (is_ascii_space(css[i])) {
      is_blank_due = true;
      continue;
    }
    // After a colon no blank has a meaning; before one it is a descendant.
    const bool is_tight = small.empty() || small.back() == ':' ||
                          tight.find(small.back()) != std::string_view::npos ||
                          tight.find(css[i]) != std::string_view::npos;
    if (is_blank_due && !is_tight) small += ' ';
    is_blank_due = false;
    if (css[i] == '}' && !small.empty() && small.back() == ';') small.pop_back();
    small += css[i];
    if (css.substr(i, 2) == "</") small += '\\';
  }
  out += small;
}

void fill_attributes(std::string& text, const SitePage& page) {
  HtmlWriter out(text);
  if (!page.snapshots.empty()) {
    out.attribute("src", page.snapshots.front().file);
    out.attribute("snapshots", snapshot_list(page));
  }
  if (!page.profile_file.empty()) out.attribute("profile", page.profile_file);
}

struct Placeholder {
  std::string_view name;
  void (*fill)(std::string& out, const SitePage& page);
};

constexpr std::array<Placeholder, 6> placeholders = {{
    {"title", fill_title},
    {"description", fill_description},
    {"links", fill_links},
    {"style", fill_style},
    {"attributes", fill_attributes},
    {"catalog", format::append_page_body},
}};

}  // namespace

Result<std::string> fill_site_page(std::string_view page_template, const SitePage& page) {
  std::string out;
  std::array<bool, placeholders.size()> is_filled = {};
  for (;;) {
    const std::size_t begin = page_template.find("{{");
    const std::size_t end = page_template.find("}}", begin);
    out += page_template.substr(0, begin);
    if (begin == std::string_view::npos) break;
    const std::string_view name = end == std::string_view::npos
                                      ? page_template.substr(begin + 2, 20)
                                      : page_template.substr(begin + 2, end - begin - 2);
    if (name.substr(0, 1) == "!" && end != std::string_view::npos) {
      page_template.remove_prefix(std::min(end + 3, page_template.size()));  // and its newline
      continue;
    }
    const auto found = std::find_if(placeholders.begin(), placeholders.end(),
                                    [&](const Placeholder& known) { return known.name == name; });
    if (end == std::string_view::npos || found == placeholders.end()) {
      return Error{ErrorCode::Syntax,
                   "Page template: there is no placeholder {{" + std::string(name) + "}}", 0};
    }
    found->fill(out, page);
    is_filled[static_cast<std::size_t>(found - placeholders.begin())] = true;
    page_template.remove_prefix(end + 2);
  }
  for (std::size_t i = 0; i < placeholders.size(); ++i) {
    if (!is_filled[i]) {
      return Error{
          ErrorCode::Syntax,
          "Page template: the placeholder {{" + std::string(placeholders[i].name) + "}} is missing",
          0};
    }
  }
  return out;
}

}  // namespace lamplight
