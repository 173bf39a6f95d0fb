// Vocabulary: the distinct words of a catalog, sorted, so that a prefix is a range of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

 private:
  friend class VocabularyBuilder;
  std::string letters_;                      // all words, one behind the other
  std::vector<std::uint32_t> starts_ = {0};  // one more than words
};

// Gives each distinct word a number as it comes; the numbers are put in order at the end.
class VocabularyBuilder {
 public:
  VocabularyBuilder();
  [[nodiscard]] std::uint32_t add(std::string_view word);

  struct Built {
    Vocabulary vocabulary;
    std::vector<std::uint32_t> rank;  // sorted position of each number that add() gave
  };
  // The builder is empty afterwards.
  [[nodiscard]] Built build();

 private:
  void grow();
  [[nodiscard]] std::string_view word(std::uint32_t id) const {
    return std::string_view(letters_).substr(starts_[id], starts_[id + 1] - starts_[id]);
  }

  std::string letters_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> slots_;  // open addressing; number + 1, 0: free
};

}  // namespace lamplight::search
