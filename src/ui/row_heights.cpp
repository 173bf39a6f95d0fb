#include "ui/row_heights.h"

#include <algorithm>

namespace lamplight::ui {

void RowHeights::reset(std::size_t rows, float estimate) {
  rows_ = rows;
  lead_ = 0;
  estimate_ = estimate;
  const std::size_t blocks = (rows + block_rows - 1) / block_rows;
  sums_.assign(blocks + 1, 0.0);
  blocks_.clear();
  blocks_.resize(blocks);
}

void RowHeights::set(std::size_t row, float height) {
  const std::size_t block = row / block_rows;
  std::unique_ptr<float[]>& heights = blocks_[block];
  if (!heights) {
    if (height == estimate_) return;
    heights = std::make_unique<float[]>(block_rows);
    std::fill_n(heights.get(), block_rows, estimate_);
  }
  float& slot = heights[row % block_rows];
  if (slot == height) return;
  add_to_block(block, static_cast<double>(height) - static_cast<double>(slot));
  slot = height;
}

float RowHeights::height(std::size_t row) const {
  const std::unique_ptr<float[]>& heights = blocks_[row / block_rows];
  return heights ? heights[row % block_rows] : estimate_;
}

double RowHeights::top(std::size_t row) const {
  const std::size_t block = row / block_rows;
  double y = lead_ + static_cast<double>(block * block_rows) * static_cast<double>(estimate_);
  for (std::size_t i = block; i > 0; i &= i - 1) y += sums_[i];
  if (row % block_rows == 0) return y;
  const std::unique_ptr<float[]>& heights = blocks_[block];
  if (!heights) return y + static_cast<double>(row % block_rows) * static_cast<double>(estimate_);
  for (std::size_t i = 0; i < row % block_rows; ++i) y += static_cast<double>(heights[i]);
  return y;
}

std::size_t RowHeights::row_at(double y) const {
  // The last block that begins at or above y, by halving: heights are never negative.
  std::size_t low = 0;
  std::size_t high = blocks_.size();
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    (top(middle * block_rows) <= y ? low : high) = middle;
  }
  double bottom = top(low * block_rows);
  const std::size_t end = std::min(rows_, (low + 1) * block_rows);
  for (std::size_t row = low * block_rows; row < end; ++row) {
    bottom += static_cast<double>(height(row));
    if (y < bottom) return row;
  }
  return end - 1;
}

void RowHeights::add_to_block(std::size_t block, double difference) {
  for (std::size_t i = block + 1; i < sums_.size(); i += i & (~i + 1)) sums_[i] += difference;
}

}  // namespace lamplight::ui
