// TextKind: what drawing asks of a character: which way it runs, and whether it can be drawn by
// itself or only together with those beside it.
//
//     text_kind(U'a');                  // TextKind::Left
//     text_kind(U'ب');                  // TextKind::Arabic
//     is_plain("Łódź – GPT-4");         // true: one glyph a character, from left to right
//     is_plain("نماذج");                // false
#pragma once

#include <cstdint>
#include <string_view>

namespace lamplight {

// The order is that of cmake/unicode_tables.mjs. The first nine are bidirectional classes (UAX 9).
enum class TextKind : std::uint8_t {
  Left,          // L, each character a glyph of its own
  Neutral,       // ON, WS, B, S
  Number,        // EN
  ArabicNumber,  // AN
  Sign,          // ES
  Terminator,    // ET
  Separator,     // CS
  Right,         // R: its words are shaped
  Arabic,        // AL: the same
  Mark,      // goes with what stands before it: marks, joiners, variation selectors, skin colours
  Shaped,    // L, of a script whose words are shaped (Devanagari, Tamil, ...)
  Unspaced,  // the same, written without blanks between words (Thai, Khmer, ...)
  Regional,  // two of them are a flag
  Hidden,    // seen nowhere: soft hyphens, embeddings, isolates
};

[[nodiscard]] TextKind text_kind(char32_t c);

// Whether every character of it is drawn by itself, from left to right. Of a text in Latin letters
// this reads the bytes, and looks nothing up.
[[nodiscard]] bool is_plain(std::string_view text);

}  // namespace lamplight
