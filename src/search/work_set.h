// WorkSet: a set of works, one bit each, for and, or, not and counting at 64 works a step.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/assert.h"

namespace lamplight::search {

class WorkSet {
 public:
  WorkSet() = default;
  explicit WorkSet(std::size_t works) : works_(works), words_((works + 63) / 64, 0) {}

  [[nodiscard]] static WorkSet all(std::size_t works) {
    WorkSet set(works);
    set.complement();
    return set;
  }

  [[nodiscard]] std::size_t universe() const { return works_; }

  void add(std::uint32_t work) {
    LAMPLIGHT_ASSERT(work < works_);
    words_[work / 64] |= std::uint64_t{1} << (work % 64);
  }

  [[nodiscard]] bool has(std::uint32_t work) const {
    LAMPLIGHT_ASSERT(work < works_);
    return ((words_[work / 64] >> (work % 64)) & 1) != 0;
  }

  void intersect(const WorkSet& other) {
    LAMPLIGHT_ASSERT(works_ == other.works_);
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }

  void unite(const WorkSet& other) {
    LAMPLIGHT_ASSERT(works_ == other.works_);
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }

  void subtract(const WorkSet& other) {
    LAMPLIGHT_ASSERT(works_ == other.works_);
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  }

  void complement() {
    for (std::uint64_t& word : words_) word = ~word;
    // Bits past the last work stay clear: count() and for_each() rely on it.
    if (works_ % 64 != 0) words_.back() &= (std::uint64_t{1} << (works_ % 64)) - 1;
  }

  [[nodiscard]] std::uint32_t count() const {
    std::uint32_t total = 0;
    for (const std::uint64_t word : words_)
      total += static_cast<std::uint32_t>(std::popcount(word));
    return total;
  }

  [[nodiscard]] std::uint32_t count_common(const WorkSet& other) const {
    LAMPLIGHT_ASSERT(works_ == other.works_);
    std::uint32_t total = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      total += static_cast<std::uint32_t>(std::popcount(words_[i] & other.words_[i]));
    }
    return total;
  }

  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        visit(
            static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }

  bool operator==(const WorkSet&) const = default;

 private:
  std::size_t works_ = 0;
  std::vector<std::uint64_t> words_;
};

}  // namespace lamplight::search
