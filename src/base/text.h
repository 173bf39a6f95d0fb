// Text: UTF-8, Unicode normalisation and folding, white space.
//
//     lamplight::fold("Schrödinger’s “Cat” – Łódź");  // "schrodinger's \"cat\" - lodz"
//     lamplight::Folded folded = lamplight::fold_with_origin("Größe");
//     folded.text;        // "grosse"
//     folded.origin[3];   // 4: the byte of "Größe" that folded byte 3 came from
//
// Normal form and lower case are those of Unicode 15.0, for all scripts; characters that came into
// Unicode later stay as they are. Nothing here fails: bytes that are no UTF-8 count as U+FFFD, one
// for each maximal bad part.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lamplight {

inline constexpr char32_t replacement_character = 0xFFFD;

// One code point at text[position]; position must be inside.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 1;  // bytes it takes, at least 1
  bool is_valid = true;    // false: value is U+FFFD instead of bad bytes
};
[[nodiscard]] CodePoint decode_beyond_ascii(std::string_view text, std::size_t position);
[[nodiscard]] inline CodePoint decode_utf8(std::string_view text, std::size_t position) {
  const auto lead = static_cast<unsigned char>(text[position]);
  // Most of most texts.
  return lead < 0x80 ? CodePoint{lead, 1, true} : decode_beyond_ascii(text, position);
}
// True for a byte inside a character: a text must not be cut before it.
[[nodiscard]] constexpr bool is_utf8_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}
// Where the character begins that holds the byte at `position`, or the end of the text.
[[nodiscard]] std::size_t character_begin(std::string_view text, std::size_t position);
// At most `size` bytes of the text, in whole characters.
[[nodiscard]] inline std::string_view cut(std::string_view text, std::size_t size) {
  return text.substr(0, character_begin(text, size));
}

// Surrogates and values over U+10FFFF are written as U+FFFD.
void append_utf8(std::string& out, char32_t value);

// How many ASCII bytes the text begins with.
[[nodiscard]] std::size_t ascii_run(std::string_view text);
[[nodiscard]] bool is_ascii(std::string_view text);
[[nodiscard]] bool is_valid_utf8(std::string_view text);

struct RepairedText {
  std::string text;                // valid UTF-8
  std::size_t replaced = 0;        // how many U+FFFD were put in
  std::size_t first_replaced = 0;  // byte offset in the input of the first; 0 when none
};
[[nodiscard]] RepairedText repair_utf8(std::string_view text);

// Normal form C (Unicode Standard Annex 15): what NormalizationTest.txt of Unicode 15.0 asks of it.
// `text` must be valid UTF-8.
[[nodiscard]] std::string to_nfc(std::string_view text);
// Changes the text itself; costs no copy where it is in that form already.
void normalize(std::string& text);

// Simple lower case of one code point (one to one).
[[nodiscard]] char32_t to_lower(char32_t value);
// Lower case of the ASCII letters only; everything else as it is.
[[nodiscard]] std::string to_lower_ascii(std::string_view text);
[[nodiscard]] bool equals_ignoring_ascii_case(std::string_view a, std::string_view b);

// Search key: lower case, accents (U+0300 to U+036F) stripped, ligatures taken apart (ß -> ss, æ ->
// ae), curly quotes straight, every dash '-', every space ' ', soft hyphens and zero-width
// characters dropped. White space is not squeezed. fold(fold(x)) == fold(x), and texts that differ
// only in their normal form fold to the same. Full-width forms and mathematical alphabets fold to
// ASCII. Marks other than accents stay: が is not か.
[[nodiscard]] std::string fold(std::string_view text);
void fold_append(std::string& out, std::string_view text);

// The same with the way back: origin[i] is the byte offset in the input of the character that
// folded byte i came from; one more element holds the input's size, so that a folded range
// [b, e) came from [origin[b], origin[e]).
struct Folded {
  std::string text;
  std::vector<std::uint32_t> origin;
};
[[nodiscard]] Folded fold_with_origin(std::string_view text);

// True for letters and digits: ASCII ones, and everything else that is not known to be white
// space, punctuation, a symbol or an emoji. Words are made of these.
[[nodiscard]] bool is_word_character(char32_t value);

// Whether one of its characters is a letter or digit of any script.
[[nodiscard]] bool has_word(std::string_view text);
// Unicode white space.
[[nodiscard]] bool is_space(char32_t value);

// Runs of white space become one blank, none at the ends.
[[nodiscard]] std::string squeeze_space(std::string_view text);
// Changes the text itself.
void squeeze(std::string& text);
// Without ASCII white space at the ends.
[[nodiscard]] std::string_view trim(std::string_view text);

[[nodiscard]] constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_ascii_alpha(char c) {
  return is_ascii_upper(c) || is_ascii_lower(c);
}
[[nodiscard]] constexpr bool is_ascii_alnum(char c) {
  return is_ascii_alpha(c) || is_ascii_digit(c);
}
[[nodiscard]] constexpr bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
// Where the first of the signs stands from `begin` on; npos where none does. In one pass, where
// std::string_view::find_first_of looks every byte up by a call.
template <char... signs>
[[nodiscard]] constexpr std::size_t find_any(std::string_view text, std::size_t begin = 0) {
  for (; begin < text.size(); ++begin) {
    if (((text[begin] == signs) || ...)) return begin;
  }
  return std::string_view::npos;
}
// A letter, digit or sign.
[[nodiscard]] constexpr bool is_ascii_graph(char c) { return c > ' ' && c < 0x7F; }

}  // namespace lamplight
