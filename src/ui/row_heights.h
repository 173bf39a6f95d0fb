// Row heights: where each row of a long list stands when rows differ in height and most were
// never measured. Rows that were not seen count with an estimate; a million rows cost what the
// seen ones cost.
//
//     RowHeights heights;
//     heights.reset(rows, 63);
//     heights.set(row, 83);            // measured as it comes into view
//     heights.top(row);                // px from the top of the list
//     heights.row_at(y);               // row under y
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "lamplight/search.h"

namespace lamplight::ui {

inline constexpr std::size_t no_row = std::numeric_limits<std::size_t>::max();

class RowHeights {
 public:
  // `estimate` must be positive. There is no room above the rows.
  void reset(std::size_t rows, float estimate);
  void set(std::size_t row, float height);
  // Room above the first row.
  void set_lead(double lead) { lead_ = lead; }
  [[nodiscard]] double lead() const { return lead_; }
  [[nodiscard]] float height(std::size_t row) const;
  [[nodiscard]] double top(std::size_t row) const;  // row == size(): the whole height
  [[nodiscard]] double total() const { return top(rows_); }
  // The row that covers y; the first above the list, the last below it. The list is not empty.
  [[nodiscard]] std::size_t row_at(double y) const;
  [[nodiscard]] std::size_t size() const { return rows_; }

 private:
  static constexpr std::size_t block_rows = 256;
  void add_to_block(std::size_t block, double difference);

  std::size_t rows_ = 0;
  double lead_ = 0;
  float estimate_ = 1;
  std::vector<double> sums_;  // Fenwick tree: what the blocks' heights differ from the estimate
  std::vector<std::unique_ptr<float[]>> blocks_;  // only those of which a row was measured
};

// What the heights of the list are known for: they are measured again when this changes.
struct ListLayout {
  RowHeights heights;
  std::vector<std::uint32_t> first_works;  // of the rows, to know them when they are found anew
  std::vector<float> by_work;              // measured heights, 0: not yet; independent of the query
  Hits rows;                               // those the heights were made for
  std::uint64_t version = 0;               // of the session
  float width = 0;
  bool is_touch = false;
  std::string list;  // which catalog, and how it is laid out
};

}  // namespace lamplight::ui
