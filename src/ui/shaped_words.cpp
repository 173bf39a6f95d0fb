#include "ui/shaped_words.h"

#include "base/text.h"

namespace lamplight::ui {
namespace {

constexpr char32_t joiner = 0x200D;
// More is hardly a word, and would be a picture too wide for the atlas.
constexpr int longest_word = 60;

// Letters that go on with the one before.
bool is_of_word(TextKind kind, TextKind word) {
  switch (word) {
    case TextKind::Right:
    case TextKind::Arabic:
      return kind == TextKind::Right || kind == TextKind::Arabic;
    case TextKind::Shaped:
    case TextKind::Unspaced:
      return kind == word;
    default:
      return false;
  }
}

// What a joiner joins to what stands before it: emoji.
bool is_joined(char32_t c, TextKind kind) { return kind == TextKind::Neutral && c > 0x2000; }

Unit next_unit(std::string_view text, std::size_t begin) {
  Unit unit{.begin = begin, .end = begin};
  for (int length = 0; unit.end < text.size(); ++length) {
    const CodePoint point = decode_utf8(text, unit.end);
    const TextKind kind = text_kind(point.value);
    if (length == 0) {
      unit.first = point.value;
      unit.kind = kind;
      unit.is_shaped = kind == TextKind::Mark || is_of_word(kind, kind);
    } else {
      const bool goes_on = kind == TextKind::Mark || is_of_word(kind, unit.kind) ||
                           (unit.last == joiner && is_joined(point.value, kind)) ||
                           (kind == TextKind::Regional && unit.kind == kind && length == 1);
      if (!goes_on || length >= longest_word) break;
      unit.is_shaped = true;
    }
    unit.last = point.value;
    unit.end += point.size;
  }
  return unit;
}

// The words of a stretch of text that has no blanks between them.
void split_unspaced(const ShapedWords& words, std::string_view text, Unit stretch,
                    std::vector<Unit>& units) {
  const std::string_view inner = text.substr(stretch.begin, stretch.end - stretch.begin);
  std::vector<std::uint8_t> begins(inner.size());
  words.find_words(inner, begins.data());
  Unit word = stretch;
  for (std::size_t at = 0; at < inner.size();) {
    const CodePoint point = decode_utf8(inner, at);
    if (at > 0 && begins[at] != 0) {
      word.end = stretch.begin + at;
      units.push_back(word);
      word.begin = word.end;
      word.first = point.value;
    }
    word.last = point.value;
    at += point.size;
  }
  word.end = stretch.end;
  units.push_back(word);
}

}  // namespace

char32_t ShapedWords::add(std::string_view word) {
  std::uint32_t number = words_.find(word);
  if (number == StringIndex::none) {
    if (words_.size() == most_words) return replacement_character;
    number = words_.add(word);
  }
  return first + number;
}

std::string_view ShapedWords::text(char32_t c) const {
  return c >= first && c - first < words_.size() ? words_.text(c - first) : std::string_view();
}

void ShapedWords::find_words(std::string_view text, std::uint8_t* begins) const {
  if (find_words_ != nullptr) return find_words_(text, begins);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    begins[at] = text_kind(point.value) == TextKind::Mark ? 0 : 1;
    at += point.size;
  }
}

std::vector<Unit> split_units(const ShapedWords& words, std::string_view text) {
  std::vector<Unit> units;
  units.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Unit unit = next_unit(text, at);
    if (unit.kind == TextKind::Unspaced) {
      split_unspaced(words, text, unit, units);
    } else {
      units.push_back(unit);
    }
    at = unit.end;
  }
  return units;
}

std::size_t middle_of(std::string_view unit) {
  std::size_t best = 0;
  for (std::size_t at = 0; at < unit.size();) {
    const CodePoint point = decode_utf8(unit, at);
    const bool is_border = at > 0 && text_kind(point.value) != TextKind::Mark;
    if (is_border && (best == 0 || at <= unit.size() / 2)) best = at;
    at += point.size;
  }
  return best;
}

}  // namespace lamplight::ui
