// Rank: the order in which found works are shown.
#pragma once

#include <cstdint>
#include <vector>

#include "lamplight/catalog.h"
#include "lamplight/search.h"

namespace lamplight::search {

class Ranking {
 public:
  explicit Ranking(const Catalog& catalog);

  // Puts `works` in order. `classes`: by work, the sum of its terms' match
  // classes (text_index.h); empty when the query has no words.
  void sort(Sort sort, const std::vector<std::uint16_t>& classes,
            std::vector<std::uint32_t>& works) const;

 private:
  std::vector<std::uint32_t> by_list_;  // place in the order of the list
  std::vector<std::uint32_t> by_name_;  // place in the order of names
  std::vector<std::uint16_t> years_;    // 0: none
};

}  // namespace lamplight::search
