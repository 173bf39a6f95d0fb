// Statement text: the signs that entries are written with, and the small questions that the reader
// of statements asks of a text. For src/catalog only.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>

#include "base/text.h"
#include "catalog/styled_text.h"

namespace lamplight::catalog {

// Looks ahead no further than this for what closes a bracket or a quotation.
inline constexpr std::size_t max_look_ahead = 600;
// Plain words beyond this are no more of a title: they are the entry's description.
inline constexpr std::size_t max_title_bytes = 4000;

// Adds words to a text, a blank between; no words add nothing.
inline void append_words(std::string& text, std::string_view words) {
  if (!text.empty() && !words.empty()) text.push_back(' ');
  text.append(words);
}

inline constexpr std::string_view openers[] = {"[", "(", "【", "（", "［"};
inline constexpr std::string_view closers[] = {"]", ")", "】", "）", "］"};
inline constexpr std::string_view quotes[] = {"\"", "“",  "”",  "„",  "«",
                                              "»",  "「", "」", "『", "』"};
inline constexpr std::string_view dashes[] = {"-", "–", "—", "―", "‒"};

// Of the letters and digits of ASCII and the blank, which begin no sign.
inline constexpr std::array<bool, 0x100> words_and_blanks = [] {
  std::array<bool, 0x100> is_one{};
  for (int c = 0; c < 0x80; ++c) {
    is_one[static_cast<std::size_t>(c)] = is_ascii_alnum(static_cast<char>(c)) || c == ' ';
  }
  return is_one;
}();
inline bool is_word_or_blank(char c) { return words_and_blanks[static_cast<unsigned char>(c)]; }

inline bool begins_with(std::string_view text, std::size_t at, std::string_view with) {
  // Asked at every byte, of which the first one answers nearly always.
  return at + with.size() <= text.size() && text[at] == with.front() &&
         std::memcmp(text.data() + at, with.data(), with.size()) == 0;
}

// Bytes of the first of `all` that stands at `at`; 0 for none.
template <typename Table>
std::size_t one_at(std::string_view text, std::size_t at, const Table& all) {
  // No sign begins so.
  if (at >= text.size() || is_word_or_blank(text[at]) || is_utf8_continuation(text[at])) return 0;
  for (const std::string_view each : all) {
    if (begins_with(text, at, each)) return each.size();
  }
  return 0;
}

inline bool is_blank(char c) { return c == ' ' || c == sign::hard_break || c == sign::soft_break; }

// What may stand between a title and its venue, and where each stands for the last time.
inline constexpr std::string_view gaps[] = {". ", ", ", " | ", " - ", "? ", "! "};
inline constexpr std::size_t stop_gap = 0;
inline constexpr std::size_t comma_gap = 1;
[[nodiscard]] std::array<std::size_t, std::size(gaps)> last_gaps(std::string_view text);

// ":fire:" at `at`: its bytes; 0 for none.
[[nodiscard]] std::size_t shortcode_at(std::string_view text, std::size_t at);

// A sign that is no word and no punctuation: an emoji, a star, an arrow.
[[nodiscard]] std::size_t symbol_at(std::string_view text, std::size_t at);

[[nodiscard]] std::size_t count_words(std::string_view text);

// The share of longer words that begin with a capital, in hundredths.
[[nodiscard]] std::size_t capitals_of(std::string_view text);

[[nodiscard]] std::string_view without_end_signs(std::string_view text);

// One of the texts within another, at its beginning and its end, and nowhere else.
bool strip_pair(std::string_view& text, std::string_view open, std::string_view close);

bool strip_around(std::string_view& text);

[[nodiscard]] std::string_view without_symbols(std::string_view text);

// What a list says shortly in brackets: "MIT", "PDF, HTML", "in process". No sentence.
[[nodiscard]] bool is_mark(std::string_view text);

}  // namespace lamplight::catalog
