// Words of what an entry states, as people and publications are told by. For src/catalog only.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "base/text.h"

namespace lamplight::catalog {

template <typename Table>
bool is_one_of(const Table& table, std::string_view word) {
  // Nearly always none of them: the first letter says so.
  return std::any_of(std::begin(table), std::end(table), [word](std::string_view each) {
    return !word.empty() && each.front() == word.front() && each == word;
  });
}

// The same of a table whose words stand together by their first byte, which is ASCII.
template <std::size_t size>
class WordTable {
 public:
  constexpr explicit WordTable(const std::string_view (&words)[size]) : words_(words) {
    for (std::size_t i = 0; i < size; ++i) {
      Range& range = ranges_[static_cast<unsigned char>(words[i].front())];
      if (range.end == 0) range.begin = static_cast<std::uint16_t>(i);
      range.end = static_cast<std::uint16_t>(i + 1);
    }
  }
  [[nodiscard]] constexpr bool has(std::string_view word) const {
    if (word.empty() || static_cast<unsigned char>(word.front()) >= std::size(ranges_))
      return false;
    const Range& range = ranges_[static_cast<unsigned char>(word.front())];
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (words_[i].size() == word.size() && words_[i] == word) return true;
    }
    return false;
  }
  // Whether no word stands apart from others of its first byte.
  [[nodiscard]] constexpr bool is_grouped() const {
    std::size_t found = 0;
    for (const Range& range : ranges_) found += range.end - range.begin;
    return found == size;
  }

 private:
  struct Range {
    std::uint16_t begin = 0;
    std::uint16_t end = 0;
  };
  const std::string_view (&words_)[size];
  Range ranges_[0x80] = {};
};

// Calls `use(word)` for each word of the text, without the blanks and commas around it.
template <typename Use>
void for_each_word(std::string_view text, Use use) {
  const auto is_gap = [](char c) { return c == ' ' || c == '\t' || c == ',' || c == ';'; };
  for (std::size_t at = 0; at < text.size();) {
    if (is_gap(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && !is_gap(text[at])) ++at;
    use(text.substr(begin, at - begin));
  }
}

// Where " and " stands for the first time; npos where it does not. std::string_view::find asks
// anew at every blank.
inline std::size_t find_and(std::string_view text) {
  constexpr std::string_view sign = " and ";
  for (std::size_t at = 0; at + sign.size() <= text.size(); ++at) {
    if (text[at] == ' ' && text[at + 1] == 'a' && text.substr(at, sign.size()) == sign) return at;
  }
  return std::string_view::npos;
}

// Without the signs at its beginning and its end.
inline std::string_view strip(std::string_view text, std::string_view signs) {
  while (!text.empty() && !is_ascii_alnum(text.front()) &&
         signs.find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  while (!text.empty() && !is_ascii_alnum(text.back()) &&
         signs.find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  return text;
}

// Whether it begins with a capital, or in a script that has none.
inline bool is_capitalised(std::string_view word) {
  if (word.empty()) return false;
  if (static_cast<unsigned char>(word.front()) < 0x80) return !is_ascii_lower(word.front());
  const CodePoint point = decode_utf8(word, 0);
  return to_lower(point.value) != point.value || point.value >= 0x2E80;
}

}  // namespace lamplight::catalog
