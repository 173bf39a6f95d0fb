#include <string>

#include "app/builders.h"
#include "base/text.h"

namespace lamplight::app {

namespace {

// "1,000,000": long numbers are read in threes.
std::string number_text(std::size_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() <= 4) return digits;
  for (std::size_t at = digits.size() - 3; at < digits.size(); at -= 3) {
    if (at > 0) digits.insert(at, 1, ',');
  }
  return digits;
}

}  // namespace

std::string count_of(std::size_t count, std::string_view singular) {
  std::string text = number_text(count) + ' ' + std::string(singular);
  if (count != 1 && !text.empty() && text.back() != 's') text += 's';
  return text;
}

std::string build_count_text(const Scene& scene, std::size_t found) {
  const std::size_t all = scene.catalog().works.size();
  const bool is_narrowed = scene.request.years != YearRange{} || !scene.request.filters.empty() ||
                           !scene.request.query.is_empty();
  if (!is_narrowed) return count_of(all, "work");
  return number_text(found) + " of " + count_of(all, "work");
}

std::string build_footer(const Scene& scene, const SearchResult& result) {
  std::string text = count_of(scene.catalog().works.size(), "work") + " · " +
                     count_of(scene.catalog().listings.size(), "listing");
  for (const FacetCounts& facet : result.facets) {
    if (facet.id != "kind") continue;
    // The first kind is what the list is made of; the others are worth a word.
    for (std::size_t i = 1; i < facet.values.size(); ++i) {
      if (facet.values[i].all == 0) continue;
      text += " · " + count_of(facet.values[i].all, to_lower_ascii(facet.values[i].title));
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
