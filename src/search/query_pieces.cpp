#include "search/query_pieces.h"

#include <algorithm>

#include "base/text.h"
#include "search/tokens.h"

namespace lamplight::search {
namespace {

bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D;
}

bool is_colon(char32_t c) { return c == ':' || c == 0xFF1A; }

bool needs_quotes(char c) {
  return is_ascii_space(c) || c == '(' || c == ')' || c == '|' || c == ':' || c == '-';
}

}  // namespace

char32_t PieceReader::peek() const { return is_at_end() ? 0 : decode_utf8(text_, at_).value; }

void PieceReader::step() { at_ += decode_utf8(text_, at_).size; }

Piece PieceReader::next() {
  while (!is_at_end() && is_space(peek())) step();
  Piece piece;
  piece.place.begin = at_;
  while (!is_at_end() && is_dash(peek())) {
    piece.is_negated = true;
    step();
  }
  piece.body.begin = at_;
  if (is_at_end()) {
    // A dash at the end is a piece without a value.
    if (piece.is_negated) piece.kind = PieceKind::Term;
  } else if (is_open_bracket(peek())) {
    piece.kind = PieceKind::Open;
    step();
  } else if (!piece.is_negated && is_close_bracket(peek())) {
    piece.kind = PieceKind::Close;
    step();
  } else if (!piece.is_negated && is_bar(peek())) {
    // "||", as programs write it, is one.
    piece.kind = PieceKind::Bar;
    while (!is_at_end() && is_bar(peek())) step();
  } else {
    piece.kind = PieceKind::Term;
    piece.value_begin = at_;
    if (is_quote(peek())) {
      read_quoted(piece);
    } else {
      read_bare(piece);
    }
  }
  piece.body.end = piece.place.end = at_;
  return piece;
}

// Everything up to the closing quote; stands behind it afterwards.
void PieceReader::read_quoted(Piece& piece) {
  piece.is_quoted = true;
  step();
  const std::size_t begin = at_;
  while (!is_at_end() && !is_quote(peek())) step();
  piece.value = text_.substr(begin, at_ - begin);
  piece.is_open = is_at_end();
  if (!is_at_end()) step();
}

void PieceReader::read_bare(Piece& piece) {
  const std::size_t begin = at_;
  bool may_be_field = true;
  std::size_t depth = 0;  // of the word's own brackets: "f(x)"
  while (!is_at_end()) {
    const char32_t c = peek();
    if (is_space(c) || is_quote(c) || is_bar(c)) break;
    if (is_close_bracket(c) && depth-- == 0) break;
    if (is_open_bracket(c)) ++depth;
    if (may_be_field && is_colon(c) && at_ > begin) {
      piece.field = text_.substr(begin, at_ - begin);
      step();
      piece.value_begin = at_;
      may_be_field = false;
      if (!is_at_end() && is_quote(peek())) {
        read_quoted(piece);
        return;
      }
      continue;
    }
    if (c >= 0x80 || !is_ascii_alpha(static_cast<char>(c))) may_be_field = false;
    step();
  }
  piece.is_open = is_at_end();
  piece.value = text_.substr(piece.value_begin, at_ - piece.value_begin);
}

std::string_view without_blanks_behind(std::string_view text) {
  while (!text.empty()) {
    const std::size_t last = character_begin(text, text.size() - 1);
    if (!is_space(decode_utf8(text, last).value)) break;
    text = text.substr(0, last);
  }
  return text;
}

std::string as_value(std::string_view text) {
  const bool is_plain =
      words_of(text).size() == 1 && std::none_of(text.begin(), text.end(), needs_quotes);
  std::string kept;
  for (const char c : text) {
    if (c != '"') kept.push_back(c);
  }
  return is_plain ? kept : '"' + kept + '"';
}

Piece find_open_piece(std::string_view text) {
  PieceReader pieces(text);
  Piece last;
  for (Piece piece = pieces.next(); piece.kind != PieceKind::End; piece = pieces.next()) {
    last = piece;
  }
  return last.kind == PieceKind::Term && last.is_open ? last : Piece();
}

}  // namespace lamplight::search
