// WorkSet: a set of works, one bit each, for and, or, not and counting at 64 works a step.
//
// A second level has one bit for each 64 works, set where one of them is in the set: sets of few
// works among a million are gone through in a few steps.
//
//     summary  0 ... 0 1 0 0     bit i: words[i] != 0
//     words    0 | 0 | 0x80 | 0 ...
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
  explicit WorkSet(std::size_t works)
      : works_(works), words_((works + 63) / 64, 0), summary_((words_.size() + 63) / 64, 0) {}

  [[nodiscard]] static WorkSet all(std::size_t works) {
    WorkSet set(works);
    set.complement();
    return set;
  }

  [[nodiscard]] std::size_t universe() const { return works_; }

  void add(std::uint32_t work) {
    LAMPLIGHT_ASSERT(work < works_);
    const std::uint32_t word = work / 64;
    words_[word] |= std::uint64_t{1} << (work % 64);
    summary_[word / 64] |= std::uint64_t{1} << (word % 64);
  }

  [[nodiscard]] bool has(std::uint32_t work) const {
    LAMPLIGHT_ASSERT(work < works_);
    return ((words_[work / 64] >> (work % 64)) & 1) != 0;
  }

  [[nodiscard]] bool is_empty() const {
    for (const std::uint64_t word : summary_) {
      if (word != 0) return false;
    }
    return true;
  }

  void intersect(const WorkSet& other) {
    LAMPLIGHT_ASSERT(works_ == other.works_);
    for_each_word([&](std::size_t at) { keep(at, words_[at] & other.words_[at]); });
  }

  void subtract(const WorkSet& other) {
    LAMPLIGHT_ASSERT(works_ == other.works_);
    for_each_word([&](std::size_t at) { keep(at, words_[at] & ~other.words_[at]); });
  }

  void unite(const WorkSet& other) {
    LAMPLIGHT_ASSERT(works_ == other.works_);
    other.for_each_word([&](std::size_t at) { words_[at] |= other.words_[at]; });
    for (std::size_t i = 0; i < summary_.size(); ++i) summary_[i] |= other.summary_[i];
  }

  void complement() {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] = ~words_[i];
    // Bits past the last work stay clear: counting and iterating rely on it.
    if (works_ % 64 != 0) words_.back() &= (std::uint64_t{1} << (works_ % 64)) - 1;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::uint64_t bit = std::uint64_t{1} << (i % 64);
      if (words_[i] != 0) {
        summary_[i / 64] |= bit;
      } else {
        summary_[i / 64] &= ~bit;
      }
    }
  }

  [[nodiscard]] std::uint32_t count() const {
    std::uint32_t total = 0;
    for_each_word(
        [&](std::size_t at) { total += static_cast<std::uint32_t>(std::popcount(words_[at])); });
    return total;
  }

  template <typename Visit>
  void for_each(Visit&& visit) const {
    (void)find_each([&](std::uint32_t work) {
      visit(work);
      return true;
    });
  }

  // Calls visit(work) in ascending order until it gives false; false when it did.
  template <typename Visit>
  [[nodiscard]] bool find_each(Visit&& visit) const {
    for (std::size_t i = 0; i < summary_.size(); ++i) {
      for (std::uint64_t rest = summary_[i]; rest != 0; rest &= rest - 1) {
        const std::size_t at = i * 64 + static_cast<std::size_t>(std::countr_zero(rest));
        for (std::uint64_t word = words_[at]; word != 0; word &= word - 1) {
          const std::size_t bit = static_cast<std::size_t>(std::countr_zero(word));
          if (!visit(static_cast<std::uint32_t>(at * 64 + bit))) return false;
        }
      }
    }
    return true;
  }

  [[nodiscard]] std::size_t bytes() const {
    return (words_.capacity() + summary_.capacity()) * sizeof(std::uint64_t);
  }

  bool operator==(const WorkSet&) const = default;

 private:
  // The words that are not zero.
  template <typename Visit>
  void for_each_word(Visit&& visit) const {
    for (std::size_t i = 0; i < summary_.size(); ++i) {
      for (std::uint64_t rest = summary_[i]; rest != 0; rest &= rest - 1) {
        visit(i * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
      }
    }
  }
  void keep(std::size_t at, std::uint64_t word) {
    words_[at] = word;
    if (word == 0) summary_[at / 64] &= ~(std::uint64_t{1} << (at % 64));
  }

  std::size_t works_ = 0;
  std::vector<std::uint64_t> words_;
  std::vector<std::uint64_t> summary_;
};

}  // namespace lamplight::search
