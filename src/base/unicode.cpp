#include "base/unicode.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/text.h"
#include "base/unicode_tables.h"

namespace lamplight::unicode {
namespace {

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

template <std::size_t size>
bool is_in(const Range (&ranges)[size], char32_t value) {
  const Range* found = std::partition_point(std::begin(ranges), std::end(ranges),
                                            [&](const Range& range) { return range.last < value; });
  return found != std::end(ranges) && value >= found->first;
}

// Beyond ASCII: white space, punctuation, symbols, emoji. Whole blocks where they are nothing else.
constexpr Range not_word[] = {
    {0x80, 0xA9},       {0xAB, 0xB4},       {0xB6, 0xB9},       {0xBB, 0xBF},
    {0xD7, 0xD7},       {0xF7, 0xF7},       {0x2C2, 0x2C5},     {0x2D2, 0x2DF},
    {0x37E, 0x37E},     {0x387, 0x387},     {0x55A, 0x55F},     {0x589, 0x58A},
    {0x5BE, 0x5BE},     {0x5C0, 0x5C0},     {0x5F3, 0x5F4},     {0x60C, 0x60D},
    {0x61B, 0x61F},     {0x66A, 0x66D},     {0x6D4, 0x6D4},     {0x964, 0x965},
    {0xE3F, 0xE3F},     {0xE4F, 0xE4F},     {0x1680, 0x1680},   {0x2000, 0x203E},
    {0x2041, 0x2053},   {0x2055, 0x206F},   {0x207A, 0x207E},   {0x208A, 0x208E},
    {0x20A0, 0x20CF},   {0x2100, 0x2101},   {0x2103, 0x2106},   {0x2108, 0x2109},
    {0x2114, 0x2114},   {0x2116, 0x2118},   {0x211E, 0x2123},   {0x2190, 0x24B5},
    {0x24EA, 0x2BFF},   {0x2E00, 0x2E7F},   {0x3000, 0x3004},   {0x3008, 0x3020},
    {0x3030, 0x3030},   {0x303D, 0x303F},   {0x30A0, 0x30A0},   {0x30FB, 0x30FB},
    {0x3200, 0x33FF},   {0x4DC0, 0x4DFF},   {0xE000, 0xF8FF},   {0xFD3E, 0xFD3F},
    {0xFE10, 0xFE1F},   {0xFE30, 0xFE32},   {0xFE35, 0xFE4C},   {0xFE50, 0xFE6F},
    {0xFEFF, 0xFEFF},   {0xFF01, 0xFF0F},   {0xFF1A, 0xFF20},   {0xFF3B, 0xFF3E},
    {0xFF40, 0xFF40},   {0xFF5B, 0xFF65},   {0xFFE0, 0xFFFF},   {0x1F000, 0x1F12F},
    {0x1F14A, 0x1F14F}, {0x1F16A, 0x1F16F}, {0x1F18A, 0x1FAFF}, {0xE0001, 0xE007F},
};

struct CaseRange {
  char32_t first;
  char32_t last;
  std::uint32_t step;     // every character, or every second one
  std::int32_t distance;  // to lower case
};

std::vector<CaseRange> read_cases() {
  std::vector<CaseRange> ranges;
  char32_t last = 0;
  for (PackedNumbers numbers(packed_cases); !numbers.is_at_end();) {
    CaseRange range{};
    range.first = last + numbers.next();
    const std::uint32_t count_and_step = numbers.next();
    range.step = 1 + count_and_step % 2;
    range.last = last = range.first + count_and_step / 2 * range.step;
    range.distance = numbers.next_signed();
    ranges.push_back(range);
  }
  return ranges;
}

}  // namespace

}  // namespace lamplight::unicode

namespace lamplight {

char32_t to_lower(char32_t value) {
  if (value < 0x80) return value >= 'A' && value <= 'Z' ? value + 32 : value;
  static const std::vector<unicode::CaseRange> ranges = unicode::read_cases();
  const auto found =
      std::partition_point(ranges.begin(), ranges.end(),
                           [&](const unicode::CaseRange& range) { return range.last < value; });
  if (found == ranges.end() || value < found->first) return value;
  if ((value - found->first) % found->step != 0) return value;
  return static_cast<char32_t>(static_cast<std::int32_t>(value) + found->distance);
}

bool is_word_character(char32_t value) {
  if (value < 0x80) return is_ascii_alnum(static_cast<char>(value));
  return !unicode::is_in(unicode::not_word, value);
}

bool has_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    if (is_word_character(point.value)) return true;
    i += point.size;
  }
  return false;
}

bool is_space(char32_t value) {
  if (value < 0x80) return is_ascii_space(static_cast<char>(value));
  return value == 0x85 || value == 0xA0 || value == 0x1680 ||
         (value >= 0x2000 && value <= 0x200A) || value == 0x2028 || value == 0x2029 ||
         value == 0x202F || value == 0x205F || value == 0x3000;
}

}  // namespace lamplight
