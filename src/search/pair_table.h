// PairTable: how often each pair of two numbers comes, in memory that follows what comes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lamplight::search {

class PairTable {
 public:
  // Numbers are below `rows` and `columns`.
  PairTable(std::size_t rows, std::size_t columns)
      : columns_(columns), is_dense_(columns == 0 || rows <= most_cells / columns) {
    if (is_dense_) cells_.resize(rows * columns, 0);
  }

  void add(std::uint32_t row, std::uint32_t column, std::uint32_t times) {
    if (is_dense_) {
      cells_[row * columns_ + column] += times;
      return;
    }
    if (pairs_.size() >= room_) merge();
    pairs_.push_back({std::uint64_t{row} << 32 | column, times});
  }

  // Calls visit(row, column, times) for every pair that came, by row, then by column.
  template <typename Visit>
  void for_each(Visit&& visit) {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (cells_[i] == 0) continue;
      visit(static_cast<std::uint32_t>(i / columns_), static_cast<std::uint32_t>(i % columns_),
            cells_[i]);
    }
    merge();
    for (const Pair& pair : pairs_) {
      visit(static_cast<std::uint32_t>(pair.key >> 32), static_cast<std::uint32_t>(pair.key),
            pair.times);
    }
  }

 private:
  // Four megabytes; most pairs of facets need a thousandth of it.
  static constexpr std::size_t most_cells = std::size_t{1} << 20;
  struct Pair {
    std::uint64_t key;  // row above, column below
    std::uint32_t times;
  };

  // Sorts, and makes one of equal pairs.
  void merge() {
    std::sort(pairs_.begin(), pairs_.end(),
              [](const Pair& a, const Pair& b) { return a.key < b.key; });
    std::size_t kept = 0;
    for (std::size_t i = 1; i < pairs_.size(); ++i) {
      if (pairs_[i].key == pairs_[kept].key) {
        pairs_[kept].times += pairs_[i].times;
      } else {
        pairs_[++kept] = pairs_[i];
      }
    }
    if (!pairs_.empty()) pairs_.resize(kept + 1);
    // At least half of it new before the next time, so that all merging together stays small.
    room_ = std::max(most_cells, pairs_.size() * 2);
  }

  std::size_t columns_;
  bool is_dense_;
  std::vector<std::uint32_t> cells_;  // by row, while they are few
  std::vector<Pair> pairs_;           // instead, where they are many
  std::size_t room_ = most_cells;
};

}  // namespace lamplight::search
