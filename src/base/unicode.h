// Properties of single code points that text.h is made of. For src/base only.
#pragma once

#include <cstdint>

namespace lamplight::unicode {

struct Pair {
  char32_t base = 0;
  char32_t mark = 0;  // 0: the other form is the single character `base`
};

// One step of canonical decomposition; base 0 when there is none. Without Hangul.
[[nodiscard]] Pair decompose(char32_t value);
// The canonical composition of two characters, 0 when there is none. Without Hangul.
[[nodiscard]] char32_t compose(char32_t base, char32_t mark);
// Canonical combining class of U+0300..U+036F; 0 for everything else.
[[nodiscard]] int combining_class(char32_t value);
[[nodiscard]] constexpr bool is_combining(char32_t value) {
  return value >= 0x300 && value <= 0x36F;
}

}  // namespace lamplight::unicode
