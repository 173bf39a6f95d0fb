#include <string>

#include "app/builders.h"
#include "base/text.h"
#include "base/wording.h"

namespace lamplight::app {

std::string build_count_text(const Scene& scene, std::size_t found) {
  const std::size_t all = scene.catalog().works.size();
  const bool is_narrowed = scene.request.years != YearRange{} || !scene.request.filters.empty() ||
                           !scene.request.query.is_empty();
  if (!is_narrowed) return counted(all, "work");
  return number_text(found) + " of " + counted(all, "work");
}

std::string build_footer(const Scene& scene, const SearchResult& result) {
  std::string text = counted(scene.catalog().works.size(), "work") + " · " +
                     counted(scene.catalog().listings.size(), "listing");
  for (const FacetCounts& facet : result.facets) {
    // Kinds of the profile's own: what links tell has no plural ("software").
    if (facet.id != "kind" || facet.source != FacetSource::Values) continue;
    // The first kind is what the list is made of; the others are worth a word.
    for (std::size_t i = 1; i < facet.values.size(); ++i) {
      if (facet.values[i].all == 0) continue;
      text += " · " + counted(facet.values[i].all, to_lower_ascii(facet.values[i].title));
    }
  }
  return text;
}

std::string year_text(const YearRange& years) {
  if (!years.from && !years.to) return {};
  if (!years.from) return "until " + std::to_string(*years.to);
  if (!years.to) return "from " + std::to_string(*years.from);
  if (*years.from == *years.to) return std::to_string(*years.from);
  return std::to_string(*years.from) + "–" + std::to_string(*years.to);
}

}  // namespace lamplight::app
