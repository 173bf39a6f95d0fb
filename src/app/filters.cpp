#include "app/filters.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"

namespace lamplight::app {

int filter_rank(std::string_view facet) {
  if (facet == "in") return 0;
  if (facet == "has") return 1;
  return facet == "venue" ? 2 : 3;
}

void sort_filters(std::vector<Filter>& filters) {
  sort_stably(filters, [](const Filter& a, const Filter& b) {
    const int rank_a = filter_rank(a.facet);
    const int rank_b = filter_rank(b.facet);
    return rank_a != rank_b ? rank_a < rank_b : a.facet < b.facet;
  });
  std::vector<Filter> sorted;
  for (Filter& filter : filters) {
    if (sorted.empty() || sorted.back().facet != filter.facet) {
      sorted.push_back(std::move(filter));
    } else {
      for (std::string& value : filter.values) sorted.back().values.push_back(std::move(value));
    }
  }
  for (Filter& filter : sorted) {
    sort_distinct(filter.values);
  }
  std::erase_if(sorted, [](const Filter& filter) { return filter.values.empty(); });
  filters = std::move(sorted);
}

}  // namespace lamplight::app
