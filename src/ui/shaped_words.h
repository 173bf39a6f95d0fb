// Shaped words: words whose letters cannot be drawn one by one (Arabic, Devanagari, a family of
// emoji). Each is one glyph of the font atlas, and stands in a text to be drawn as one code point
// of Unicode's private use area.
//
//     ShapedWords words;
//     const char32_t c = words.add("كتاب");  // U+E000
//     words.text(c);                          // "كتاب", for the font's loader
//
// The platform's font loader draws the word when the atlas asks for the glyph of that code point,
// and clears the words, together with the glyphs, when they have become too many: between frames.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/string_index.h"
#include "base/text_kind.h"

namespace lamplight::ui {

class ShapedWords {
 public:
  static constexpr char32_t first = 0xE000;
  static constexpr std::uint32_t most_words = 0x1900;  // up to U+F8FF
  // Of the atlas, beside as many as a frame has, which may show no word twice.
  static constexpr float most_pixels = 4e6f;
  // Tells where words begin in a text without blanks between them: ones in `begins`, which has a
  // zero for each byte of the text.
  using FindWords = void (*)(std::string_view text, std::uint8_t* begins);

  // Without a finder, a line may break at every character of such texts.
  explicit ShapedWords(FindWords finder = nullptr) : find_words_(finder) {}

  // U+FFFD when there are too many.
  [[nodiscard]] char32_t add(std::string_view word);
  // Empty for any other code point.
  [[nodiscard]] std::string_view text(char32_t c) const;
  // So many pixels of the atlas hold a word's picture now.
  void add_pixels(float pixels) { pixels_ += pixels; }
  // Whether they are to be cleared before the next frame, which has so many pixels.
  [[nodiscard]] bool is_nearly_full(float frame_pixels) const {
    return words_.size() > most_words * 3 / 4 || pixels_ > most_pixels + frame_pixels;
  }
  void clear() {
    words_ = StringIndex();
    pixels_ = 0;
  }
  void find_words(std::string_view text, std::uint8_t* begins) const;

 private:
  StringIndex words_;
  float pixels_ = 0;
  FindWords find_words_;
};

// A stretch of a text that is drawn as one glyph.
struct Unit {
  std::size_t begin = 0, end = 0;  // bytes of the text
  char32_t first = 0, last = 0;    // its characters
  TextKind kind = TextKind::Left;  // of the first
  bool is_shaped = false;          // false: one character, drawn as it is
};

// The units of a text in order. A word longer than sixty characters is several.
[[nodiscard]] std::vector<Unit> split_units(const ShapedWords& words, std::string_view text);

// Where the middle of a unit is, as bytes from its beginning: between two of its characters, no
// mark parted from its letter. 0: it has only one.
[[nodiscard]] std::size_t middle_of(std::string_view unit);

}  // namespace lamplight::ui
