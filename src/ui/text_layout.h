// Text layout: measures text and breaks it into lines. Words stay whole where they fit; between
// CJK characters a line may break anywhere; a word longer than the line is broken inside. Nothing
// is ever cut.
//
//     TextRun runs[] = {{"OpenFold:", FontFace::Bold},
//                       {" Retraining AlphaFold2", FontFace::Regular}};
//     Paragraph paragraph = break_lines(fonts, runs, 2, 14, 320);
//     for (const Piece& piece : paragraph.pieces) draw(runs[piece.run].text, piece.begin, ...);
//
// Any script: words whose letters must be shaped together are glyphs of their own
// (ui/shaped_words.h), and what runs from right to left stands so (base/bidi.h). A text that is
// plain (base/text_kind.h) pays nothing for that but the look that tells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/semantic.h"

struct ImFont;

namespace lamplight::ui {

class ShapedWords;

// The faces given by the platform, and the words that it shapes. Valid while a frame is drawn.
struct FontSet {
  ImFont* faces[4] = {};
  ShapedWords* words = nullptr;
  [[nodiscard]] ImFont* face(FontFace which) const { return faces[static_cast<int>(which)]; }
};

// Distances from the top of the drawn text at `size`: baseline, and bottom of the descenders.
struct FontExtent {
  float ascent = 0;
  float descent = 0;  // positive, below the baseline
};
[[nodiscard]] FontExtent font_extent(const FontSet& fonts, FontFace face, float size);

// One code point of valid or broken UTF-8 at `at`, which moves past it (U+FFFD for a bad byte).
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

// The direction of a text as a whole, on which its order depends where it is mixed.
enum class Direction : std::uint8_t {
  Auto,  // by its first letter that has one, else Left
  Left,  // begins at the left
  Right,
};
// Right or, for all others, Left.
[[nodiscard]] Direction direction_of(std::string_view text);

[[nodiscard]] float text_width(const FontSet& fonts, FontFace face, float size,
                               std::string_view text);

// The longest beginning of `text` that fits with an ellipsis; the whole text when it fits.
[[nodiscard]] std::string fit_text(const FontSet& fonts, FontFace face, float size,
                                   std::string_view text, float width);

// The text as it is drawn: its glyphs as code points from left to right, shaped words as one each.
[[nodiscard]] std::string visual_text(const FontSet& fonts, std::string_view text,
                                      Direction direction);

struct TextRun {
  std::string_view text;
  FontFace face = FontFace::Regular;
};

// A stretch of one run on one line that runs one way, without the blanks at a line's ends.
struct Piece {
  int run = 0;
  int line = 0;
  Direction direction = Direction::Auto;  // Auto: the whole paragraph is plain
  std::size_t begin = 0, end = 0;         // bytes of the run's text
  float x = 0, width = 0;                 // from the line's left
};

struct Paragraph {
  std::vector<Piece> pieces;  // in reading order
  int lines = 0;              // 0 for no text
  float last_width = 0;       // how wide the last line is
  bool is_rtl = false;        // its lines begin at the right
};

[[nodiscard]] Paragraph break_lines(const FontSet& fonts, const TextRun* runs, std::size_t count,
                                    float size, float width, Direction direction = Direction::Auto);

}  // namespace lamplight::ui
