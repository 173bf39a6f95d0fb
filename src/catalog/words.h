// Words of what an entry states, as people and publications are told by. For src/catalog only.
#pragma once

#include <algorithm>
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
