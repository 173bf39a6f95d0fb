#include "ui/text_layout.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "base/bidi.h"
#include "base/text.h"
#include "ui/shaped_words.h"

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

// The glyph of a unit of `text`.
char32_t glyph_of(const FontSet& fonts, std::string_view text, const Unit& unit) {
  return unit.is_shaped ? fonts.words->add(text.substr(unit.begin, unit.end - unit.begin))
                        : unit.first;
}

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
  char32_t first;  // its characters
  char32_t last;
  TextKind kind;
  float width;
};

bool may_break_between(const Glyph& former, const Glyph& latter) {
  if (former.kind == TextKind::Unspaced && latter.kind == TextKind::Unspaced) return true;
  return may_break_between(former.last, latter.first);
}

// Adds the unit, of run `run`, as what fits into `width`: a longer word in parts.
void add_unit(const FontSet& fonts, const Advances& advances, std::string_view text, int run,
              Unit unit, float width, std::vector<Glyph>& glyphs) {
  const float advance = advances.of(glyph_of(fonts, text, unit));
  const std::string_view whole = text.substr(unit.begin, unit.end - unit.begin);
  const std::size_t middle = unit.is_shaped && advance > width ? middle_of(whole) : 0;
  if (middle == 0) {
    glyphs.push_back({run, unit.begin, unit.end, unit.first, unit.last, unit.kind, advance});
    return;
  }
  for (const auto& [begin, end] :
       {std::pair{unit.begin, unit.begin + middle}, std::pair{unit.begin + middle, unit.end}}) {
    Unit part = unit;
    part.begin = begin;
    part.end = end;
    add_unit(fonts, advances, text, run, part, width, glyphs);
  }
}

void add_glyphs(const FontSet& fonts, const TextRun& text, int run, float size, float width,
                bool is_plain, std::vector<Glyph>& glyphs) {
  const Advances advances(fonts, text.face, size);
  if (!is_plain) {
    for (const Unit& unit : split_units(*fonts.words, text.text)) {
      add_unit(fonts, advances, text.text, run, unit, width, glyphs);
    }
    return;
  }
  for (std::size_t at = 0; at < text.text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text.text, at);
    glyphs.push_back({run, begin, at, c, c, TextKind::Left, advances.of(c)});
  }
}

template <typename Parts>
std::vector<BidiPart> bidi_parts(const Parts& parts) {
  std::vector<BidiPart> all;
  all.reserve(parts.size());
  for (const auto& part : parts) all.push_back({part.kind, part.first});
  return all;
}

bool is_right(const std::vector<BidiPart>& parts, Direction direction) {
  return direction == Direction::Right ||
         (direction == Direction::Auto && begins_from_right(parts));
}

class Lines {
 public:
  // `levels`: of each glyph; none where all of it is plain. `width`: of the box.
  Lines(const std::vector<Glyph>& glyphs, std::vector<std::uint8_t> levels, bool is_rtl,
        float width)
      : glyphs_(glyphs), levels_(std::move(levels)), width_(width) {
    paragraph_.is_rtl = is_rtl;
  }

  // Adds the glyphs [begin, end) as one line.
  void add(std::size_t begin, std::size_t end) {
    while (begin < end && is_blank(glyphs_[begin].first)) ++begin;
    while (end > begin && is_blank(glyphs_[end - 1].first)) --end;
    const float width = place(begin, end);
    for (std::size_t i = begin; i < end;) {
      const std::size_t piece_begin = i;
      while (i < end && is_alike(i, piece_begin)) ++i;
      // A run that begins with a blank starts behind it.
      std::size_t first = piece_begin;
      while (first < i && is_blank(glyphs_[first].first)) ++first;
      if (first < i) add_piece(first, i);
    }
    paragraph_.last_width = width;
    ++paragraph_.lines;
  }

  Paragraph take() { return std::move(paragraph_); }

 private:
  [[nodiscard]] bool is_alike(std::size_t a, std::size_t b) const {
    return glyphs_[a].run == glyphs_[b].run && (levels_.empty() || levels_[a] == levels_[b]);
  }

  // Says where each glyph of the line stands; returns the line's width.
  float place(std::size_t begin, std::size_t end) {
    places_.resize(glyphs_.size());
    float x = 0;
    if (levels_.empty()) {
      for (std::size_t i = begin; i < end; ++i) {
        places_[i] = x;
        x += glyphs_[i].width;
      }
      return x;
    }
    const std::vector<std::uint32_t> order = visual_order(levels_.data() + begin, end - begin);
    for (const std::uint32_t at : order) {
      places_[begin + at] = x;
      x += glyphs_[begin + at].width;
    }
    if (!paragraph_.is_rtl) return x;
    for (std::size_t i = begin; i < end; ++i) places_[i] += std::max(0.0f, width_ - x);
    return x;
  }

  void add_piece(std::size_t first, std::size_t end) {
    Piece piece{.run = glyphs_[first].run, .line = paragraph_.lines};
    piece.begin = glyphs_[first].begin;
    piece.end = glyphs_[end - 1].end;
    const bool is_rtl = !levels_.empty() && levels_[first] % 2 != 0;
    if (!levels_.empty()) piece.direction = is_rtl ? Direction::Right : Direction::Left;
    const std::size_t leftmost = is_rtl ? end - 1 : first;
    const std::size_t rightmost = is_rtl ? first : end - 1;
    piece.x = places_[leftmost];
    piece.width = places_[rightmost] + glyphs_[rightmost].width - piece.x;
    paragraph_.pieces.push_back(piece);
  }

  const std::vector<Glyph>& glyphs_;
  std::vector<std::uint8_t> levels_;
  float width_;
  std::vector<float> places_;
  Paragraph paragraph_;
};

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

Direction direction_of(std::string_view text) {
  std::vector<BidiPart> parts;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    parts.push_back({text_kind(c), c});
  }
  return begins_from_right(parts) ? Direction::Right : Direction::Left;
}

float text_width(const FontSet& fonts, FontFace face, float size, std::string_view text) {
  const Advances advances(fonts, face, size);
  float width = 0;
  if (is_plain(text)) {
    for (std::size_t at = 0; at < text.size();) width += advances.of(next_code_point(text, at));
    return width;
  }
  for (const Unit& unit : split_units(*fonts.words, text)) {
    width += advances.of(glyph_of(fonts, text, unit));
  }
  return width;
}

std::string fit_text(const FontSet& fonts, FontFace face, float size, std::string_view text,
                     float width) {
  const Advances advances(fonts, face, size);
  const float ellipsis = advances.of(U'…');
  std::vector<Glyph> glyphs;
  glyphs.reserve(text.size());
  const float room = std::max(0.0f, width - ellipsis);
  add_glyphs(fonts, {text, face}, 0, size, room, is_plain(text), glyphs);
  float x = 0;
  std::size_t fitting = 0;
  for (const Glyph& glyph : glyphs) {
    x += glyph.width;
    if (x + ellipsis <= width) fitting = glyph.end;
  }
  if (x <= width) return std::string(text);
  while (fitting > 0 && text[fitting - 1] == ' ') --fitting;
  return std::string(text.substr(0, fitting)) + "…";
}

std::string visual_text(const FontSet& fonts, std::string_view text, Direction direction) {
  const std::vector<Unit> units = split_units(*fonts.words, text);
  const std::vector<BidiPart> parts = bidi_parts(units);
  const std::vector<std::uint8_t> levels = bidi_levels(parts, is_right(parts, direction));
  std::string visual;
  for (const std::uint32_t at : visual_order(levels.data(), levels.size())) {
    const char32_t glyph = glyph_of(fonts, text, units[at]);
    append_utf8(visual, levels[at] % 2 != 0 ? mirrored(glyph) : glyph);
  }
  return visual;
}

Paragraph break_lines(const FontSet& fonts, const TextRun* runs, std::size_t count, float size,
                      float width, Direction direction) {
  std::vector<Glyph> glyphs;
  std::size_t bytes = 0;
  bool is_all_plain = direction != Direction::Right;
  for (std::size_t run = 0; run < count; ++run) {
    bytes += runs[run].text.size();
    is_all_plain = is_all_plain && is_plain(runs[run].text);
  }
  glyphs.reserve(bytes);
  for (std::size_t run = 0; run < count; ++run) {
    add_glyphs(fonts, runs[run], static_cast<int>(run), size, width, is_all_plain, glyphs);
  }
  std::vector<std::uint8_t> levels;
  bool is_rtl = false;
  if (!is_all_plain) {
    const std::vector<BidiPart> parts = bidi_parts(glyphs);
    is_rtl = is_right(parts, direction);
    levels = bidi_levels(parts, is_rtl);
  }
  Lines lines(glyphs, std::move(levels), is_rtl, width);
  std::size_t line_begin = 0;
  std::size_t break_at = 0;  // where the line may end; line_begin: nowhere yet
  float x = 0;
  float x_at_break = 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (i > line_begin && may_break_between(glyphs[i - 1], glyphs[i])) {
      break_at = i;
      x_at_break = x;
    }
    while (x + glyphs[i].width > width && i > line_begin && !is_blank(glyphs[i].first)) {
      const bool is_between_words = break_at > line_begin;
      const std::size_t end = is_between_words ? break_at : i;
      lines.add(line_begin, end);
      x -= is_between_words ? x_at_break : x;
      line_begin = break_at = end;
      x_at_break = 0;
    }
    x += glyphs[i].width;
  }
  if (line_begin < glyphs.size()) lines.add(line_begin, glyphs.size());
  return lines.take();
}

}  // namespace lamplight::ui
