// Vocabulary: the distinct words of a catalog, sorted, so that a prefix is a range of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_index.h"

namespace lamplight::search {

// Words begin..end-1 of a vocabulary.
struct WordRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool is_empty() const { return begin == end; }
};

class Vocabulary {
 public:
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(starts_.size()) - 1;
  }
  [[nodiscard]] std::string_view word(std::uint32_t id) const {
    return std::string_view(letters_).substr(starts_[id], starts_[id + 1] - starts_[id]);
  }
  // The word itself: one or none.
  [[nodiscard]] WordRange find(std::string_view word) const;
  // All words that begin so. An empty prefix covers every word.
  [[nodiscard]] WordRange find_prefix(std::string_view prefix) const;
  // The first word behind `from` that does not begin so, when `from` does; quick when it is near.
  [[nodiscard]] std::uint32_t skip_prefix(std::uint32_t from, std::string_view prefix) const;

  [[nodiscard]] std::size_t bytes() const {
    return letters_.capacity() + starts_.capacity() * sizeof(std::uint32_t);
  }

 private:
  friend class VocabularyBuilder;
  std::string letters_;                      // all words, one behind the other
  std::vector<std::uint32_t> starts_ = {0};  // one more than words
};

// Gives each distinct word a number as it comes, and puts the numbers in order at the end: in
// `sorting_steps` steps of which each takes the words of one first byte.
class VocabularyBuilder {
 public:
  static constexpr std::size_t sorting_steps = 256;

  [[nodiscard]] std::uint32_t add(std::string_view word) { return words_.add(word); }
  [[nodiscard]] std::uint32_t size() const { return words_.size(); }

  void sort_step(std::size_t first_byte);
  // After the last step. Sorted position of each number that add() gave.
  [[nodiscard]] const std::vector<std::uint32_t>& ranks() const { return ranks_; }
  // The builder is empty afterwards.
  [[nodiscard]] Vocabulary take();

 private:
  // The first letters as a number, so that most comparisons need no look at the text.
  struct Key {
    std::uint64_t letters;
    std::uint32_t id;
  };
  void gather();

  StringIndex words_;
  std::vector<Key> keys_;               // by first byte
  std::vector<std::uint32_t> buckets_;  // where each first byte begins
  std::vector<std::uint32_t> ranks_;
  Vocabulary vocabulary_;
};

}  // namespace lamplight::search
