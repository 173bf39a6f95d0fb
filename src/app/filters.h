// The one order in which filters stand in a State, so that equal choices are equal values.
#pragma once

#include <string_view>
#include <vector>

#include "lamplight/search.h"

namespace lamplight::app {

// 0, 1, 2 for "in", "has", "venue"; 3 for the others, which follow by id.
[[nodiscard]] int filter_rank(std::string_view facet);

// Filters of one facet become one, values are sorted and stand once, empty filters go.
void sort_filters(std::vector<Filter>& filters);

}  // namespace lamplight::app
