// What stands in each section, in the order of the list.
#pragma once

#include <vector>

#include "lamplight/catalog.h"

namespace lamplight::format {

// One piece of prose, or listings that belong together: same group, same shape, same columns,
// nothing between them.
struct Block {
  const Prose* prose = nullptr;  // null for listings
  std::vector<int> listings;     // indices, never empty without prose
};

// Element 0 holds what stands before the first heading; element i + 1 what section i itself holds,
// without the sections below it.
[[nodiscard]] std::vector<std::vector<Block>> blocks_by_section(const Catalog& catalog);

// Listings in each section and all below it.
[[nodiscard]] std::vector<int> listing_counts(const Catalog& catalog);

}  // namespace lamplight::format
