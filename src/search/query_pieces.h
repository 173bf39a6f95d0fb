// Pieces: the text of a query taken apart, but not yet understood.
//
//     -"large language" (protein|rna) in:applications year:2021
//     Term             Open Term Bar Term Close Term Term
//
// What is a piece depends on nothing but the text: whether a field is known, a year is one and a
// bracket has its other half is for those who read the pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "lamplight/query.h"

namespace lamplight::search {

[[nodiscard]] constexpr bool is_quote(char32_t c) {
  return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0xFF02;
}
[[nodiscard]] constexpr bool is_open_bracket(char32_t c) { return c == '(' || c == 0xFF08; }
[[nodiscard]] constexpr bool is_close_bracket(char32_t c) { return c == ')' || c == 0xFF09; }
[[nodiscard]] constexpr bool is_bar(char32_t c) { return c == '|' || c == 0xFF5C; }

enum class PieceKind : std::uint8_t { End, Term, Open, Close, Bar };

struct Piece {
  PieceKind kind = PieceKind::End;
  bool is_negated = false;      // Term, Open
  bool is_quoted = false;       // Term: the value stands in quotes
  bool is_open = false;         // Term: the text ends in the middle of it, as far as one can tell
  Span place;                   // with the dash
  Span body;                    // without it
  std::string_view field;       // Term: before the colon; empty when there is none
  std::string_view value;       // Term: without quotes
  std::size_t value_begin = 0;  // Term: with the quote
};

class PieceReader {
 public:
  explicit PieceReader(std::string_view text) : text_(text) {}

  // The views in it are parts of the text.
  [[nodiscard]] Piece next();

 private:
  [[nodiscard]] bool is_at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] char32_t peek() const;
  void step();
  void read_quoted(Piece& piece);
  void read_bare(Piece& piece);

  std::string_view text_;
  std::size_t at_ = 0;
};

// Blanks at the end mean nothing: who has typed one has said no more than before.
[[nodiscard]] std::string_view without_blanks_behind(std::string_view text);

// A text as it can stand in a query: in quotes where it is more than one word.
[[nodiscard]] std::string as_value(std::string_view text);

// The piece that ends the text and may be typed on, a word, phrase or field: what a completion
// replaces. Kind End when there is none: a blank, a bracket or a quote has completed it.
[[nodiscard]] Piece find_open_piece(std::string_view text);

}  // namespace lamplight::search
