// Normal form C (Unicode Standard Annex 15): take apart, order the marks, put together.
#include <algorithm>

#include "base/sort.h"
#include "base/text.h"
#include "base/unicode.h"

namespace lamplight {
namespace {

// Hangul syllables are composed by arithmetic (Unicode Standard, 3.12).
constexpr char32_t syllable_base = 0xAC00;
constexpr char32_t lead_base = 0x1100;
constexpr char32_t vowel_base = 0x1161;
constexpr char32_t trail_base = 0x11A7;
constexpr char32_t lead_count = 19;
constexpr char32_t vowel_count = 21;
constexpr char32_t trail_count = 28;
constexpr char32_t syllable_count = lead_count * vowel_count * trail_count;

char32_t compose_hangul(char32_t first, char32_t second) {
  if (first - lead_base < lead_count && second - vowel_base < vowel_count) {
    return syllable_base +
           ((first - lead_base) * vowel_count + (second - vowel_base)) * trail_count;
  }
  const bool has_no_trail =
      first - syllable_base < syllable_count && (first - syllable_base) % trail_count == 0;
  if (has_no_trail && second > trail_base && second < trail_base + trail_count) {
    return first + (second - trail_base);
  }
  return 0;
}

void append_decomposed(std::vector<char32_t>& out, char32_t value) {
  // At most three marks come off a character, the last one first.
  char32_t marks[4];
  std::size_t count = 0;
  for (unicode::Pair pair = unicode::decompose(value); pair.base != 0;
       pair = unicode::decompose(value)) {
    if (pair.mark != 0 && count < std::size(marks)) marks[count++] = pair.mark;
    value = pair.base;
  }
  out.push_back(value);
  while (count > 0) out.push_back(marks[--count]);
}

void order_marks(std::vector<char32_t>& points) {
  std::vector<std::uint32_t> marks;
  for (std::size_t begin = 0; begin < points.size();) {
    if (unicode::combining_class(points[begin]) == 0) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    marks.clear();
    while (end < points.size() && unicode::combining_class(points[end]) != 0) {
      marks.push_back(points[end++]);
    }
    sort_numbers(marks, [](std::uint32_t a, std::uint32_t b) {
      return unicode::combining_class(a) < unicode::combining_class(b);
    });
    std::copy(marks.begin(), marks.end(), points.begin() + static_cast<std::ptrdiff_t>(begin));
    begin = end;
  }
}

void compose_in_place(std::vector<char32_t>& points) {
  std::size_t written = 0;
  std::size_t starter = 0;
  bool has_starter = false;
  int last_class = 0;  // of what stands between the starter and here; 0 when nothing does
  for (const char32_t point : points) {
    const int point_class = unicode::combining_class(point);
    const bool is_blocked = last_class != 0 && last_class >= point_class;
    if (has_starter && !is_blocked) {
      char32_t composed = unicode::compose(points[starter], point);
      if (composed == 0 && written == starter + 1)
        composed = compose_hangul(points[starter], point);
      if (composed != 0) {
        points[starter] = composed;
        continue;
      }
    }
    if (point_class == 0) {
      starter = written;
      has_starter = true;
      last_class = 0;
    } else {
      last_class = point_class;
    }
    points[written++] = point;
  }
  points.resize(written);
}

}  // namespace

std::string to_nfc(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::vector<char32_t> points;
  std::size_t copied = 0;  // everything before it is in `out`
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = unicode::part_end(text, begin);
    const CodePoint first = decode_utf8(text, begin);
    if (end == begin + first.size && !unicode::may_change(first.value)) {
      begin = end;
      continue;
    }
    points.clear();
    for (std::size_t i = begin; i < end;) {
      const CodePoint point = decode_utf8(text, i);
      append_decomposed(points, point.value);
      i += point.size;
    }
    order_marks(points);
    compose_in_place(points);
    out.append(text, copied, begin - copied);
    for (const char32_t point : points) append_utf8(out, point);
    copied = begin = end;
  }
  out.append(text, copied, text.size() - copied);
  return out;
}

void normalize(std::string& text) {
  if (!unicode::is_surely_normal(text)) text = to_nfc(text);
}

}  // namespace lamplight
