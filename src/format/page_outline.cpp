#include "format/page_outline.h"

#include <algorithm>
#include <array>

namespace lamplight::format {
namespace {

// Colours that the style sheet knows (tokens.json, "category").
constexpr std::array<std::string_view, 5> color_names = {"language", "vision", "audio",
                                                         "multimodal", "other"};

std::string_view known_color(std::string_view color) {
  const auto found = std::find(color_names.begin(), color_names.end(), color);
  return found == color_names.end() ? "other" : *found;
}

}  // namespace

PageOutline::PageOutline(const Catalog& catalog, const Profile& profile)
    : catalog_(catalog),
      profile_(profile),
      children_(catalog.sections.size() + 1),
      blocks_(blocks_by_section(catalog)),
      counts_(listing_counts(catalog)),
      colors_(catalog.works.size()) {
  for (std::size_t i = 0; i < catalog.sections.size(); ++i) {
    children_[static_cast<std::size_t>(catalog.sections[i].parent + 1)].push_back(
        static_cast<int>(i));
  }
  for (const Section& one : catalog.sections) titles_sorted_.push_back(one.title);
  titles_sorted_.push_back(catalog.title);
  std::sort(titles_sorted_.begin(), titles_sorted_.end());
  for (const Facet& facet : profile.facets) {
    for (const FacetValue& value : facet.values) {
      if (value.color.empty()) continue;
      for (std::size_t w = 0; w < colors_.size(); ++w) {
        if (colors_[w].empty() && matches(value.match, catalog.works[w])) {
          colors_[w] = known_color(value.color);
        }
      }
    }
  }
}

std::string_view PageOutline::short_title(int index) const {
  const SectionTitle* title = find_section_title(profile_, section(index).id);
  return title ? std::string_view(title->title) : section(index).title;
}

std::string PageOutline::place(int index) const {
  std::string path;
  for (int i = index; i >= 0; i = section(i).parent) {
    const SectionTitle* title = find_section_title(profile_, section(i).id);
    if (title && title->hidden_in_rows && i != index) continue;
    const std::string shown = title ? title->title : section(i).title.str();
    path = path.empty() ? shown : shown + " › " + path;
  }
  return path;
}

std::string_view PageOutline::section_color(int index) const {
  const std::string_view path = section(index).id;
  for (const Facet& facet : profile_.facets) {
    for (const FacetValue& value : facet.values) {
      if (value.color.empty()) continue;
      for (const std::string& pattern : value.match.sections) {
        if (is_section(pattern, path)) return known_color(value.color);
      }
    }
  }
  return {};
}

bool PageOutline::is_written(const Prose& prose) const {
  if (prose.text.empty() && prose.links.empty()) return false;
  if (prose.kind != ProseKind::Contents) return true;
  const bool leads_to_heading =
      std::any_of(prose.links.begin(), prose.links.end(),
                  [](const Link& link) { return (*link.url).substr(0, 1) == "#"; });
  return !leads_to_heading &&
         !std::binary_search(titles_sorted_.begin(), titles_sorted_.end(), prose.text.view());
}

bool PageOutline::is_contents_only(int index) const {
  const std::vector<Block>& own = blocks(index);
  return !own.empty() && children(index).empty() &&
         std::none_of(own.begin(), own.end(), [this](const Block& block) {
           return !block.prose || is_written(*block.prose);
         });
}

bool PageOutline::is_about(int index) const {
  return section(index).parent < 0 && count(index) == 0 &&
         !(blocks(index).empty() && children(index).empty());
}

std::vector<int> PageOutline::sections_below(int parent, Which which) const {
  std::vector<int> found;
  for (int index : children(parent)) {
    const bool is_wanted = parent >= 0 || is_about(index) == (which == Which::About);
    if (is_wanted && !is_contents_only(index)) found.push_back(index);
  }
  return found;
}

bool PageOutline::has_about() const {
  const std::vector<Block>& top = blocks(-1);
  return !sections_below(-1, Which::About).empty() ||
         std::any_of(top.begin(), top.end(),
                     [&](const Block& block) { return block.prose && is_written(*block.prose); });
}

std::vector<PageOutline::KindCount> PageOutline::kind_counts() const {
  std::vector<KindCount> counts;
  for (const Facet& facet : profile_.facets) {
    if (facet.id != "kind") continue;
    for (std::size_t v = 1; v < facet.values.size(); ++v) {
      const FacetMatch& match = facet.values[v].match;
      const auto works = std::count_if(catalog_.works.begin(), catalog_.works.end(),
                                       [&](const Work& work) { return matches(match, work); });
      counts.push_back({facet.values[v].title, static_cast<std::size_t>(works)});
    }
  }
  return counts;
}

bool PageOutline::matches(const FacetMatch& match, const Listing& listing) const {
  if (!match.shapes.empty() &&
      std::find(match.shapes.begin(), match.shapes.end(), listing.shape) == match.shapes.end()) {
    return false;
  }
  if (match.sections.empty()) return true;
  if (listing.section < 0) return false;
  const std::string_view path = section(listing.section).id;
  return std::any_of(match.sections.begin(), match.sections.end(),
                     [&](const std::string& pattern) { return matches_section(pattern, path); });
}

bool PageOutline::matches(const FacetMatch& match, const Work& work) const {
  return std::any_of(work.listings.begin(), work.listings.end(),
                     [&](int index) { return matches(match, listing(index)); });
}

}  // namespace lamplight::format
