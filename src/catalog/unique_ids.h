// Ids that are told apart by "-1", "-2", ... where they clash. For src/catalog only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_index.h"

namespace lamplight::catalog {

class UniqueIds {
 public:
  // `first_number` is what the second of the same name gets: 1 for headings as on GitHub, 2 for
  // works.
  explicit UniqueIds(std::uint32_t first_number) : first_number_(first_number) {}

  void reserve(std::size_t ids) {
    ids_.reserve(ids, 0);
    next_.reserve(ids);
  }

  // `wanted`, or the first of wanted-1, wanted-2, ... that was not given out yet.
  [[nodiscard]] std::string make(std::string_view wanted);

 private:
  StringIndex ids_;
  std::vector<std::uint32_t> next_;  // by number in ids_: what to try first on a clash
  std::uint32_t first_number_;
};

}  // namespace lamplight::catalog
