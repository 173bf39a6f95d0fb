// Tokens: the words that text is made of, for the index, for queries and for highlights alike.
//
//     std::string folded;
//     lamplight::search::for_each_word_of("GPT-4 模型", folded, [](std::string_view word) { ... });
//     // "gpt", "4", "模", "型"
//
// A word is a run of letters and digits of folded text (base/text.h). A Chinese or Japanese
// character is a word by itself: such text has no blanks between words, and neighbours in a row
// are found as phrases, so that every substring is found.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace lamplight::search {

// Han, Hiragana and Katakana, with their iteration marks, without the middle dot.
[[nodiscard]] constexpr bool is_word_by_itself(char32_t value) {
  return (value >= 0x3041 && value <= 0x30FF && value != 0x30A0 && value != 0x30FB) ||
         (value >= 0x31F0 && value <= 0x31FF) || (value >= 0x3400 && value <= 0x4DBF) ||
         (value >= 0x4E00 && value <= 0x9FFF) || (value >= 0xF900 && value <= 0xFAFF) ||
         (value >= 0x20000 && value <= 0x323AF) || value == 0x3005 || value == 0x3007;
}

// Calls visit(word, begin) for each word of `folded`, which must have gone through fold().
template <typename Visit>
void for_each_word(std::string_view folded, Visit&& visit) {
  std::size_t begin = 0;
  std::size_t at = 0;
  bool is_inside = false;
  while (at < folded.size()) {
    const CodePoint point = decode_utf8(folded, at);
    const bool alone = is_word_by_itself(point.value);
    const bool joins = !alone && is_word_character(point.value);
    if (is_inside && !joins) {
      visit(folded.substr(begin, at - begin), begin);
      is_inside = false;
    }
    if (alone) {
      visit(folded.substr(at, point.size), at);
    } else if (joins && !is_inside) {
      begin = at;
      is_inside = true;
    }
    at += point.size;
  }
  if (is_inside) visit(folded.substr(begin), begin);
}

// Folds `text` into `folded` and calls visit(word) for each of its words. The first words that are
// ASCII take one short loop, which most text never leaves; the rest is folded as a whole.
template <typename Visit>
void for_each_word_of(std::string_view text, std::string& folded, Visit&& visit) {
  folded.resize(text.size());
  char* const letters = folded.data();
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_ascii_alnum(c)) {
      letters[at] = is_ascii_upper(c) ? static_cast<char>(c + 32) : c;
      continue;
    }
    if (static_cast<unsigned char>(c) >= 0x80) {
      folded.clear();
      fold_append(folded, text.substr(begin));
      for_each_word(folded, [&](std::string_view word, std::size_t) { visit(word); });
      return;
    }
    if (at > begin) visit(std::string_view(letters + begin, at - begin));
    begin = at + 1;
  }
  if (text.size() > begin) visit(std::string_view(letters + begin, text.size() - begin));
}

// The words of any text, folded.
[[nodiscard]] inline std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string folded;
  for_each_word_of(text, folded, [&](std::string_view word) { words.emplace_back(word); });
  return words;
}

}  // namespace lamplight::search
