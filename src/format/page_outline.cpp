#include "format/page_outline.h"

#include <algorithm>

namespace lamplight::format {
PageOutline::PageOutline(const Catalog& catalog, const Profile& profile)
    : catalog_(catalog),
      profile_(profile),
      children_(catalog.sections.size() + 1),
      blocks_(blocks_by_section(catalog)),
      counts_(listing_counts(catalog)) {
  for (std::size_t i = 0; i < catalog.sections.size(); ++i) {
    children_[static_cast<std::size_t>(catalog.sections[i].parent + 1)].push_back(
        static_cast<int>(i));
  }
  for (const Section& one : catalog.sections) titles_sorted_.push_back(one.title);
  titles_sorted_.push_back(catalog.title);
  std::sort(titles_sorted_.begin(), titles_sorted_.end());
  places_.resize(catalog.works.size());
  for (std::size_t i = 0; i < catalog.works.size(); ++i) {
    const Work& work = catalog.works[i];
    if (work.listings.size() > 1) places_[i] = places_of(catalog, profile, work);
    colors_.push_back(lamplight::work_color(catalog, profile, work));
    facts_.push_back(facts_of(catalog, work));
  }
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
      const auto works =
          std::count_if(catalog_.works.begin(), catalog_.works.end(),
                        [&](const Work& work) { return covers(match, catalog_, work); });
      counts.push_back({facet.values[v].title, static_cast<std::size_t>(works)});
    }
  }
  return counts;
}

}  // namespace lamplight::format
