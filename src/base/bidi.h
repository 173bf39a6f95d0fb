// Bidirectional text: in which order the parts of a line stand, after Unicode Standard Annex 9
// (Unicode 15.0), for texts without explicit embeddings, overrides and isolates: those are
// passed over.
//
//     std::vector<BidiPart> parts = {{TextKind::Right, U'א'}, {TextKind::Neutral, U' '},
//                                    {TextKind::Left, U'a'}};
//     const bool is_rtl = begins_from_right(parts);                  // true
//     std::vector<std::uint8_t> levels = bidi_levels(parts, is_rtl); // 1, 1, 2
//     visual_order(levels.data(), levels.size());                    // 2, 1, 0
//
// A part is a character, or several that keep together and run one way (a word). Of brackets, those
// of ASCII and CJK punctuation are known as pairs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/text_kind.h"

namespace lamplight {

struct BidiPart {
  TextKind kind = TextKind::Left;
  char32_t c = 0;  // the first character of it
};

// The direction of a paragraph by its first strong character (P2, P3), as dir="auto" has it.
[[nodiscard]] bool begins_from_right(const std::vector<BidiPart>& parts);

// Levels of a whole paragraph (W1 to I2): odd ones run from right to left. Blanks at the ends of
// lines keep theirs: they are not drawn.
[[nodiscard]] std::vector<std::uint8_t> bidi_levels(const std::vector<BidiPart>& parts,
                                                    bool is_rtl);

// Which parts of a line stand from left to right (L2).
[[nodiscard]] std::vector<std::uint32_t> visual_order(const std::uint8_t* levels,
                                                      std::size_t count);

// What stands in a character's place where it runs from right to left (L4): ")" for "(".
[[nodiscard]] char32_t mirrored(char32_t c);

}  // namespace lamplight
