// Properties of single code points that text.h is made of. For src/base only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lamplight::unicode {

// Reads the numbers of a packed table (unicode_tables.h), one after the other.
class PackedNumbers {
 public:
  template <std::size_t size>
  explicit PackedNumbers(const unsigned char (&bytes)[size]) : at_(bytes), end_(bytes + size) {}

  [[nodiscard]] bool is_at_end() const { return at_ == end_; }
  std::uint32_t next() {
    std::uint32_t number = 0;
    for (std::uint32_t shift = 0;; shift += 7) {
      const std::uint32_t byte = *at_++;
      number |= (byte & 0x7F) << shift;
      if (byte < 0x80) return number;
    }
  }
  std::int32_t next_signed() {
    const std::uint32_t number = next();
    const auto half = static_cast<std::int32_t>(number / 2);
    return number % 2 == 0 ? half : -half - 1;
  }

 private:
  const unsigned char* at_;
  const unsigned char* end_;
};

struct Pair {
  char32_t base = 0;
  char32_t mark = 0;  // 0: the other form is the single character `base`
};

// One step of canonical decomposition; base 0 when there is none. Without Hangul.
[[nodiscard]] Pair decompose(char32_t value);
// The canonical composition of two characters, 0 when there is none. Without Hangul.
[[nodiscard]] char32_t compose(char32_t base, char32_t mark);
// Canonical combining class.
[[nodiscard]] int combining_class(char32_t value);
// Whether normal form C may take the character away: it is another one there, or joins what stands
// before it. Before any other character a text can be cut, and its parts brought into normal form
// by themselves.
[[nodiscard]] bool may_change(char32_t value);

// U+0300..U+036F, the accents that folding takes off.
[[nodiscard]] constexpr bool is_accent(char32_t value) { return value >= 0x300 && value <= 0x36F; }

// Whether a text holds nothing that may change.
[[nodiscard]] bool is_surely_normal(std::string_view text);
// Where the part that begins at `begin` ends: after one character and all that follow and may
// change.
[[nodiscard]] std::size_t part_end(std::string_view text, std::size_t begin);

}  // namespace lamplight::unicode
