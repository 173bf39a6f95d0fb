// Fills the page template. Placeholders are looked for in the template alone, so that a list that
// speaks of {{title}} changes nothing. {{! ... }} is a comment; what stands between {{#atlas}} and
// {{/atlas}} is for the page that becomes the atlas.
#include <algorithm>
#include <array>
#include <memory>

#include "format/html_writer.h"
#include "format/page_context.h"
#include "format/page_writer.h"
#include "format/sitemap.h"
#include "lamplight/format.h"

namespace lamplight {
namespace {

using format::HtmlWriter;
using format::PageContext;

// "2024-03-11=lists/2024-03-11.md 2023-03-29=lists/2023-03-29.md"
std::string snapshot_list(const SitePage& page) {
  std::string list;
  for (const SiteSnapshot& snapshot : page.snapshots) {
    if (!list.empty()) list += ' ';
    list += snapshot.date + "=" + snapshot.file;
  }
  return list;
}

// "Vision › Robotics, page 7 of 212" for a page that is not the first.
std::string page_name(const PageContext& page) {
  std::string name = format::page_range(page);
  if (!name.empty()) name += ", ";
  name += "page " + std::to_string(page.page + 1) + " of " + std::to_string(page.plan.size());
  return name;
}

std::string title_of(const PageContext& page) {
  const std::string title = format::page_title(page.site);
  return page.is_first() ? title : page_name(page) + " · " + title;
}

std::string description_of(const PageContext& page) {
  if (page.is_first()) return format::page_description(page.site);
  return format::page_title(page.site) + ": " + page_name(page) + ".";
}

// Below the site's address, whatever page that names.
std::string whole_address(const PageContext& page) {
  const std::string& base = page.site.base_url;
  if (page.is_first()) return base;
  return base.substr(0, base.rfind('/') + 1) + page.plan.file(page.page);
}

void fill_title(std::string& out, const PageContext& page) { HtmlWriter(out).text(title_of(page)); }

void fill_description(std::string& out, const PageContext& page) {
  HtmlWriter(out).text(description_of(page));
}

void fill_links(std::string& text, const PageContext& page) {
  HtmlWriter out(text);
  const auto link = [&](std::string_view rel, const std::string& address) {
    out.raw("<link");
    out.attribute("rel", rel);
    out.attribute("href", address);
    out.raw(">\n");
  };
  const auto property = [&](std::string_view name, const std::string& content) {
    out.raw("<meta");
    out.attribute("property", name);
    out.attribute("content", content);
    out.raw(">\n");
  };
  if (!page.is_first()) link("prev", page.address_of_page(page.page - 1));
  if (page.page + 1 < page.plan.size()) link("next", page.address_of_page(page.page + 1));
  // By it the page knows that it is to be kept (web/lamplight.js).
  if (page.is_first() && page.site.is_kept) link("manifest", "manifest.webmanifest");
  if (page.site.base_url.empty()) return;
  link("canonical", whole_address(page));
  property("og:type", "website");
  property("og:url", whole_address(page));
  property("og:title", title_of(page));
  property("og:description", description_of(page));
}

// Without comments and blanks that mean nothing: it is inlined in every page. "</" would end the
// element.
void fill_style(std::string& out, const PageContext& page) {
  const std::string_view css = page.site.style;
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

void fill_attributes(std::string& text, const PageContext& context) {
  const SitePage& page = context.site;
  HtmlWriter out(text);
  if (!page.snapshots.empty()) {
    out.attribute("src", page.snapshots.front().file);
    out.attribute("snapshots", snapshot_list(page));
    if (page.has_blocks) out.raw(" blocks");
  }
  if (!page.profile_file.empty()) out.attribute("profile", page.profile_file);
}

struct Placeholder {
  std::string_view name;
  void (*fill)(std::string& out, const PageContext& page);
};

constexpr std::array<Placeholder, 6> placeholders = {{
    {"title", fill_title},
    {"description", fill_description},
    {"links", fill_links},
    {"style", fill_style},
    {"attributes", fill_attributes},
    {"catalog", format::append_page_body},
}};

constexpr std::string_view atlas_begin = "#atlas";
constexpr std::string_view atlas_end = "/atlas";

Error template_error(std::string_view what, std::string_view name, std::string_view then = {}) {
  std::string message = "Page template: ";
  message.append(what).append(" {{").append(name).append("}}").append(then);
  return {ErrorCode::Syntax, message, 0};
}

Result<std::string> fill_template(std::string_view page_template, const PageContext& page) {
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
    const bool is_whole = end != std::string_view::npos;
    if (is_whole && name.substr(0, 1) == "!") {
      page_template.remove_prefix(std::min(end + 3, page_template.size()));  // and its newline
      continue;
    }
    if (is_whole && (name == atlas_end || (name == atlas_begin && page.is_first()))) {
      page_template.remove_prefix(end + 2);
      continue;
    }
    if (is_whole && name == atlas_begin) {
      const std::size_t after = page_template.find("{{/atlas}}", end);
      if (after == std::string_view::npos) return template_error("there is no", atlas_end);
      page_template.remove_prefix(after);
      continue;
    }
    const auto found = std::find_if(placeholders.begin(), placeholders.end(),
                                    [&](const Placeholder& known) { return known.name == name; });
    if (!is_whole || found == placeholders.end()) {
      return template_error("there is no placeholder", name);
    }
    found->fill(out, page);
    is_filled[static_cast<std::size_t>(found - placeholders.begin())] = true;
    page_template.remove_prefix(end + 2);
  }
  for (std::size_t i = 0; i < placeholders.size(); ++i) {
    // The element's own are on the first page alone.
    if (!is_filled[i] && (page.is_first() || placeholders[i].name != "attributes")) {
      return template_error("the placeholder", placeholders[i].name, " is missing");
    }
  }
  return out;
}

}  // namespace

struct SitePages::Impl {
  SitePage site;
  format::PageOutline outline;
  format::PagePlan plan;
  explicit Impl(const SitePage& of)
      : site(of),
        outline(*of.catalog, *of.profile),
        plan(outline, max_whole_page_items, max_page_items) {}
  [[nodiscard]] PageContext at(std::size_t page) const { return {site, outline, plan, page}; }
};

SitePages::SitePages(const SitePage& site) : impl_(std::make_unique<Impl>(site)) {}
SitePages::~SitePages() = default;

std::size_t SitePages::size() const { return impl_->plan.size(); }

const std::string& SitePages::file(std::size_t page) const { return impl_->plan.file(page); }

Result<std::string> SitePages::fill(std::string_view page_template, std::size_t page) const {
  return fill_template(page_template, impl_->at(page));
}

std::string SitePages::sitemap() const {
  format::Sitemap sitemap;
  for (std::size_t i = 0; i < size(); ++i) sitemap.add(whole_address(impl_->at(i)));
  return sitemap.finish();
}

}  // namespace lamplight
