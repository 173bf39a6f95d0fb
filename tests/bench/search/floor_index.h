// Floor index: the least that an inverted index does, to measure ours against: it counts the works
// that have a word, a prefix, or two words, and nothing else. No ranking, no facets, no phrases, no
// typos; postings are plain numbers, uncompressed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"

namespace lamplight::bench {

class FloorIndex {
 public:
  FloorIndex() = default;
  explicit FloorIndex(const Catalog& catalog);

  // One word, a prefix; or two, of which the last is a prefix. Folded words, one blank between.
  [[nodiscard]] std::uint32_t count(std::string_view query);
  [[nodiscard]] std::size_t bytes() const;

 private:
  // Numbers [begin, end) of words_.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  [[nodiscard]] Range find_prefix(std::string_view prefix) const;
  [[nodiscard]] Range find_word(std::string_view word) const;
  [[nodiscard]] std::string_view word(std::uint32_t number) const;
  std::uint32_t count_any(Range words);
  std::uint32_t count_both(Range first, Range last);
  void mark(Range words);

  std::string text_;                        // all words, sorted
  std::vector<std::uint32_t> text_begins_;  // of each word, and the end
  std::vector<std::uint32_t> postings_;     // works of each word, ascending
  std::vector<std::uint32_t> begins_;       // of each word's postings, and the end
  std::vector<std::uint64_t> marks_;        // one bit a work
};

}  // namespace lamplight::bench
