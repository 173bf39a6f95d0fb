// The same section in two lists. For src/catalog only.
#pragma once

#include <vector>

#include "catalog/diff_pairs.h"
#include "lamplight/catalog.h"
#include "lamplight/diff.h"

namespace lamplight::catalog {

struct SectionPairs {
  std::vector<int> to_new;  // by old section; -1: it was removed
  std::vector<int> to_old;  // by new section; -1: it was added
};

// In this order: the same title below the same section; below the same section and half of the
// works and paragraphs in common, of the larger one, or of the smaller one where the titles share a
// word (renamed); the same title anywhere and half of the smaller one in common, or nothing in
// either (moved).
[[nodiscard]] SectionPairs pair_sections(const Catalog& old_list, const Catalog& new_list,
                                         const SameWorks& works);

[[nodiscard]] std::vector<SectionChange> compare_sections(const Catalog& old_list,
                                                          const Catalog& new_list,
                                                          const SectionPairs& pairs);

}  // namespace lamplight::catalog
