// Folding to a search key (see text.h).
#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "base/unicode.h"

namespace lamplight {
namespace {

struct Replacement {
  std::uint16_t from;
  char to[6];  // UTF-8, zero-terminated; empty: dropped
};

// After taking accents off and lowering. Ordered by `from`.
constexpr Replacement replacements[] = {
    {0xAB, "\""},   {0xAD, ""},      {0xB4, "'"},     {0xB5, "μ"},     {0xBB, "\""},
    {0xD7, "x"},    {0xDF, "ss"},    {0xE6, "ae"},    {0xF0, "d"},     {0xF8, "o"},
    {0xFE, "th"},   {0x111, "d"},    {0x127, "h"},    {0x131, "i"},    {0x133, "ij"},
    {0x138, "k"},   {0x142, "l"},    {0x14B, "n"},    {0x153, "oe"},   {0x167, "t"},
    {0x17F, "s"},   {0x2B9, "'"},    {0x2BC, "'"},    {0x3C2, "σ"},    {0x2010, "-"},
    {0x2011, "-"},  {0x2012, "-"},   {0x2013, "-"},   {0x2014, "-"},   {0x2015, "-"},
    {0x2018, "'"},  {0x2019, "'"},   {0x201A, "'"},   {0x201B, "'"},   {0x201C, "\""},
    {0x201D, "\""}, {0x201E, "\""},  {0x201F, "\""},  {0x2026, "..."}, {0x2032, "'"},
    {0x2033, "\""}, {0x2043, "-"},   {0x2212, "-"},   {0xFB00, "ff"},  {0xFB01, "fi"},
    {0xFB02, "fl"}, {0xFB03, "ffi"}, {0xFB04, "ffl"}, {0xFB05, "st"},  {0xFB06, "st"},
    {0xFE58, "-"},  {0xFE63, "-"},
};

// Marks, joiners, direction marks and variation selectors: seen only in what stands beside them.
bool is_dropped(char32_t value) {
  return unicode::is_accent(value) || (value >= 0x200B && value <= 0x200F) ||
         (value >= 0x202A && value <= 0x202E) || (value >= 0x2060 && value <= 0x2069) ||
         (value >= 0xFE00 && value <= 0xFE0F) || value == 0xFEFF;
}

// Full-width forms and mathematical alphabets stand for ASCII.
char32_t to_plain(char32_t value) {
  if (value >= 0xFF01 && value <= 0xFF5E) return value - 0xFEE0;
  if (value >= 0x1D400 && value < 0x1D6A4) {
    const char32_t letter = (value - 0x1D400) % 52;
    return letter < 26 ? 'a' + letter : 'a' + letter - 26;
  }
  if (value >= 0x1D7CE && value <= 0x1D7FF) return '0' + (value - 0x1D7CE) % 10;
  return value;
}

void append_folded(std::string& out, char32_t value) {
  if (is_dropped(value)) return;
  if (is_space(value)) {
    out.push_back(' ');
    return;
  }
  value = to_plain(value);
  // Other marks than accents are as much of a letter as its base: が is not か.
  for (unicode::Pair pair = unicode::decompose(value); unicode::is_accent(pair.mark);
       pair = unicode::decompose(value)) {
    value = pair.base;
  }
  value = to_lower(value);
  const Replacement* found =
      std::partition_point(std::begin(replacements), std::end(replacements),
                           [&](const Replacement& each) { return each.from < value; });
  if (found != std::end(replacements) && found->from == value) {
    out.append(found->to);
  } else {
    append_utf8(out, value);
  }
}

char fold_ascii(char c) {
  if (is_ascii_upper(c)) return static_cast<char>(c + 32);
  return is_ascii_space(c) ? ' ' : c;
}

// Folds what begins with the character beyond ASCII at `begin`, and returns where it ends. What
// follows and may join that character is brought into normal form with it, so that texts which
// differ only in their normal form fold to the same. Nothing but accents joins an ASCII character.
std::size_t fold_part(std::string& out, std::string_view text, std::size_t begin) {
  CodePoint point = decode_utf8(text, begin);
  std::size_t end = begin + point.size;
  bool is_alone = !unicode::may_change(point.value);
  while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0xCC) {
    const CodePoint next = decode_utf8(text, end);
    if (!is_dropped(next.value) && !unicode::may_change(next.value)) break;
    is_alone = false;
    end += next.size;
  }
  if (is_alone) {
    append_folded(out, point.value);
    return end;
  }
  std::string kept;
  for (std::size_t i = begin; i < end; i += point.size) {
    point = decode_utf8(text, i);
    if (!is_dropped(point.value)) append_utf8(kept, point.value);
  }
  normalize(kept);
  for (std::size_t i = 0; i < kept.size(); i += point.size) {
    point = decode_utf8(kept, i);
    append_folded(out, point.value);
  }
  return end;
}

}  // namespace

void fold_append(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t end = i + ascii_run(text.substr(i)); end > i) {
      const std::size_t before = out.size();
      out.resize(before + (end - i));
      for (char* to = out.data() + before; i < end; ++i) *to++ = fold_ascii(text[i]);
      continue;
    }
    i = fold_part(out, text, i);
  }
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  fold_append(out, text);
  return out;
}

Folded fold_with_origin(std::string_view text) {
  Folded folded;
  folded.text.reserve(text.size());
  folded.origin.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size();) {
    const auto origin = static_cast<std::uint32_t>(i);
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      folded.text.push_back(fold_ascii(text[i++]));
    } else {
      i = fold_part(folded.text, text, i);
    }
    folded.origin.resize(folded.text.size(), origin);
  }
  folded.origin.push_back(static_cast<std::uint32_t>(text.size()));
  return folded;
}

std::string to_lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (is_ascii_upper(c)) c = static_cast<char>(c + 32);
  }
  return out;
}

bool equals_ignoring_ascii_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return is_ascii_upper(c) ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace lamplight
