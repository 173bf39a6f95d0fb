#include "ui/text_layout.h"

#include <imgui.h>

#include <algorithm>

#include "base/text.h"

namespace lamplight::ui {
namespace {

// Advances of one face at one size, in CSS px.
class Advances {
 public:
  Advances(const FontSet& fonts, FontFace face, float size)
      : baked_(fonts.face(face)->GetFontBaked(size)), scale_(size / baked_->Size) {}
  [[nodiscard]] float of(char32_t c) const {
    return baked_->GetCharAdvance(static_cast<ImWchar>(c)) * scale_;
  }

 private:
  ImFontBaked* baked_;
  float scale_;
};

bool is_blank(char32_t c) { return c == ' ' || c == '\t' || c == '\n'; }

// Scripts written without blanks between words: a line may break before and after each.
bool is_ideographic(char32_t c) {
  return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3) ||
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff00 && c <= 0xffef) ||
         (c >= 0x20000 && c <= 0x3fffd);
}

// Closing marks stay with what they close, opening marks with what they open.
bool keeps_to_former(char32_t c) {
  switch (c) {
    case 0x3001:
    case 0x3002:
    case 0x300b:
    case 0x300d:
    case 0x300f:
    case 0x3011:
    case 0x3015:
    case 0xff01:
    case 0xff09:
    case 0xff0c:
    case 0xff0e:
    case 0xff1a:
    case 0xff1b:
    case 0xff1f:
      return true;
    default:
      // Combining marks, joiners and variation selectors are never parted from their letter.
      return (c >= 0x300 && c <= 0x36f) || c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f);
  }
}
bool keeps_to_latter(char32_t c) {
  switch (c) {
    case 0x300a:
    case 0x300c:
    case 0x300e:
    case 0x3010:
    case 0x3014:
    case 0xff08:
    case 0x200d:
      return true;
    default:
      return false;
  }
}

bool may_break_between(char32_t former, char32_t latter) {
  if (keeps_to_former(latter) || keeps_to_latter(former)) return false;
  if (is_blank(former)) return !is_blank(latter);
  if (former == '-' || former == 0x2010 || former == 0x2013 || former == 0x2014) {
    // "GPT-4" and "3–5" stay whole; "pre-training" may break.
    return !(latter >= '0' && latter <= '9') && !is_blank(latter);
  }
  return is_ideographic(former) || is_ideographic(latter);
}

struct Glyph {
  int run;
  std::size_t begin;
  std::size_t end;
  char32_t c;
  float width;
};

// Adds the glyphs [begin, end) as one line.
void add_line(Paragraph& paragraph, const std::vector<Glyph>& glyphs, std::size_t begin,
              std::size_t end) {
  while (begin < end && is_blank(glyphs[begin].c)) ++begin;
  while (end > begin && is_blank(glyphs[end - 1].c)) --end;
  float x = 0;
  for (std::size_t i = begin; i < end;) {
    const int run = glyphs[i].run;
    Piece piece{.run = run, .line = paragraph.lines, .begin = glyphs[i].begin};
    // A run that begins with a blank starts behind it.
    std::size_t first = i;
    while (first < end && glyphs[first].run == run && is_blank(glyphs[first].c)) {
      x += glyphs[first].width;
      ++first;
    }
    piece.x = x;
    for (i = first; i < end && glyphs[i].run == run; ++i) x += glyphs[i].width;
    if (i == first) continue;
    piece.begin = glyphs[first].begin;
    piece.end = glyphs[i - 1].end;
    piece.width = x - piece.x;
    paragraph.pieces.push_back(piece);
  }
  paragraph.last_width = x;
  ++paragraph.lines;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const CodePoint point = decode_utf8(text, at);
  at += point.size;
  return point.value;
}

FontExtent font_extent(const FontSet& fonts, FontFace face, float size) {
  const ImFontBaked* baked = fonts.face(face)->GetFontBaked(size);
  const float scale = size / baked->Size;
  // A loader that knows no descent gets the usual fifth of the size.
  const float descent = baked->Descent != 0 ? -baked->Descent * scale : size * 0.2f;
  return {.ascent = baked->Ascent * scale, .descent = descent};
}

float text_width(const FontSet& fonts, FontFace face, float size, std::string_view text) {
  const Advances advances(fonts, face, size);
  float width = 0;
  for (std::size_t at = 0; at < text.size();) width += advances.of(next_code_point(text, at));
  return width;
}

std::string fit_text(const FontSet& fonts, FontFace face, float size, std::string_view text,
                     float width) {
  const Advances advances(fonts, face, size);
  const float ellipsis = advances.of(U'…');
  float x = 0;
  std::size_t fitting = 0;
  for (std::size_t at = 0; at < text.size();) {
    x += advances.of(next_code_point(text, at));
    if (x + ellipsis <= width) fitting = at;
  }
  if (x <= width) return std::string(text);
  while (fitting > 0 && text[fitting - 1] == ' ') --fitting;
  return std::string(text.substr(0, fitting)) + "…";
}

Paragraph break_lines(const FontSet& fonts, const TextRun* runs, std::size_t count, float size,
                      float width) {
  Paragraph paragraph;
  std::vector<Glyph> glyphs;
  std::size_t bytes = 0;
  for (std::size_t run = 0; run < count; ++run) bytes += runs[run].text.size();
  glyphs.reserve(bytes);
  for (std::size_t run = 0; run < count; ++run) {
    const Advances advances(fonts, runs[run].face, size);
    for (std::size_t at = 0; at < runs[run].text.size();) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(runs[run].text, at);
      glyphs.push_back({static_cast<int>(run), begin, at, c, advances.of(c)});
    }
  }
  std::size_t line_begin = 0;
  std::size_t break_at = 0;  // where the line may end; line_begin: nowhere yet
  float x = 0;
  float x_at_break = 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (i > line_begin && may_break_between(glyphs[i - 1].c, glyphs[i].c)) {
      break_at = i;
      x_at_break = x;
    }
    while (x + glyphs[i].width > width && i > line_begin && !is_blank(glyphs[i].c)) {
      const bool is_between_words = break_at > line_begin;
      const std::size_t end = is_between_words ? break_at : i;
      add_line(paragraph, glyphs, line_begin, end);
      x -= is_between_words ? x_at_break : x;
      line_begin = break_at = end;
      x_at_break = 0;
    }
    x += glyphs[i].width;
  }
  if (line_begin < glyphs.size()) add_line(paragraph, glyphs, line_begin, glyphs.size());
  return paragraph;
}

}  // namespace lamplight::ui
