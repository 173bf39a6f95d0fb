#include "base/unicode.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "base/sort.h"
#include "base/text.h"
#include "base/unicode_tables.h"

namespace lamplight::unicode {
namespace {

// compositions[] ordered by (base, mark) instead of composed; made once, on the first use.
using Order = std::vector<std::uint32_t>;

Order make_order() {
  Order order;
  for (std::uint32_t i = 0; i < std::size(compositions); ++i) order.push_back(i);
  sort_numbers(order, [](std::uint32_t a, std::uint32_t b) {
    const Composition& left = compositions[a];
    const Composition& right = compositions[b];
    return left.base != right.base ? left.base < right.base : left.mark < right.mark;
  });
  return order;
}

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

// {first, last, distance to lower case, every nth} (Unicode Character Database 14.0.0).
struct CaseRange {
  std::uint16_t first;
  std::uint16_t last;
  std::int16_t distance;
  std::uint8_t step;
};
constexpr CaseRange case_ranges[] = {
    // clang-format off
    {0xC0, 0xD6, 32, 1}, {0xD8, 0xDE, 32, 1}, {0x100, 0x12E, 1, 2}, {0x132, 0x136, 1, 2},
    {0x139, 0x147, 1, 2}, {0x14A, 0x176, 1, 2}, {0x178, 0x178, -121, 1}, {0x179, 0x17D, 1, 2},
    {0x181, 0x181, 210, 1}, {0x182, 0x184, 1, 2}, {0x186, 0x186, 206, 1}, {0x187, 0x187, 1, 1},
    {0x189, 0x18A, 205, 1}, {0x18B, 0x18B, 1, 1}, {0x18E, 0x18E, 79, 1}, {0x18F, 0x18F, 202, 1},
    {0x190, 0x190, 203, 1}, {0x191, 0x191, 1, 1}, {0x193, 0x193, 205, 1}, {0x194, 0x194, 207, 1},
    {0x196, 0x196, 211, 1}, {0x197, 0x197, 209, 1}, {0x198, 0x198, 1, 1}, {0x19C, 0x19C, 211, 1},
    {0x19D, 0x19D, 213, 1}, {0x19F, 0x19F, 214, 1}, {0x1A0, 0x1A4, 1, 2}, {0x1A6, 0x1A6, 218, 1},
    {0x1A7, 0x1A7, 1, 1}, {0x1A9, 0x1A9, 218, 1}, {0x1AC, 0x1AC, 1, 1}, {0x1AE, 0x1AE, 218, 1},
    {0x1AF, 0x1AF, 1, 1}, {0x1B1, 0x1B2, 217, 1}, {0x1B3, 0x1B5, 1, 2}, {0x1B7, 0x1B7, 219, 1},
    {0x1B8, 0x1B8, 1, 1}, {0x1BC, 0x1BC, 1, 1}, {0x1C4, 0x1C4, 2, 1}, {0x1C5, 0x1C5, 1, 1},
    {0x1C7, 0x1C7, 2, 1}, {0x1C8, 0x1C8, 1, 1}, {0x1CA, 0x1CA, 2, 1}, {0x1CB, 0x1DB, 1, 2},
    {0x1DE, 0x1EE, 1, 2}, {0x1F1, 0x1F1, 2, 1}, {0x1F2, 0x1F4, 1, 2}, {0x1F6, 0x1F6, -97, 1},
    {0x1F7, 0x1F7, -56, 1}, {0x1F8, 0x21E, 1, 2}, {0x220, 0x220, -130, 1}, {0x222, 0x232, 1, 2},
    {0x23A, 0x23A, 10795, 1}, {0x23B, 0x23B, 1, 1}, {0x23D, 0x23D, -163, 1},
    {0x23E, 0x23E, 10792, 1}, {0x241, 0x241, 1, 1}, {0x243, 0x243, -195, 1},
    {0x244, 0x244, 69, 1}, {0x245, 0x245, 71, 1}, {0x246, 0x24E, 1, 2}, {0x370, 0x372, 1, 2},
    {0x376, 0x376, 1, 1}, {0x37F, 0x37F, 116, 1}, {0x386, 0x386, 38, 1}, {0x388, 0x38A, 37, 1},
    {0x38C, 0x38C, 64, 1}, {0x38E, 0x38F, 63, 1}, {0x391, 0x3A1, 32, 1}, {0x3A3, 0x3AB, 32, 1},
    {0x3CF, 0x3CF, 8, 1}, {0x3D8, 0x3EE, 1, 2}, {0x3F4, 0x3F4, -60, 1}, {0x3F7, 0x3F7, 1, 1},
    {0x3F9, 0x3F9, -7, 1}, {0x3FA, 0x3FA, 1, 1}, {0x3FD, 0x3FF, -130, 1}, {0x400, 0x40F, 80, 1},
    {0x410, 0x42F, 32, 1}, {0x460, 0x480, 1, 2}, {0x48A, 0x4BE, 1, 2}, {0x4C0, 0x4C0, 15, 1},
    {0x4C1, 0x4CD, 1, 2}, {0x4D0, 0x52E, 1, 2}, {0x531, 0x556, 48, 1}, {0x1E00, 0x1E94, 1, 2},
    {0x1E9E, 0x1E9E, -7615, 1}, {0x1EA0, 0x1EFE, 1, 2}, {0x1F08, 0x1F0F, -8, 1},
    {0x1F18, 0x1F1D, -8, 1}, {0x1F28, 0x1F2F, -8, 1}, {0x1F38, 0x1F3F, -8, 1},
    {0x1F48, 0x1F4D, -8, 1}, {0x1F59, 0x1F5F, -8, 2}, {0x1F68, 0x1F6F, -8, 1},
    {0x1F88, 0x1F8F, -8, 1}, {0x1F98, 0x1F9F, -8, 1}, {0x1FA8, 0x1FAF, -8, 1},
    {0x1FB8, 0x1FB9, -8, 1}, {0x1FBA, 0x1FBB, -74, 1}, {0x1FBC, 0x1FBC, -9, 1},
    {0x1FC8, 0x1FCB, -86, 1}, {0x1FCC, 0x1FCC, -9, 1}, {0x1FD8, 0x1FD9, -8, 1},
    {0x1FDA, 0x1FDB, -100, 1}, {0x1FE8, 0x1FE9, -8, 1}, {0x1FEA, 0x1FEB, -112, 1},
    {0x1FEC, 0x1FEC, -7, 1}, {0x1FF8, 0x1FF9, -128, 1}, {0x1FFA, 0x1FFB, -126, 1},
    {0x1FFC, 0x1FFC, -9, 1}, {0x2126, 0x2126, -7517, 1}, {0x212A, 0x212A, -8383, 1},
    {0x212B, 0x212B, -8262, 1}, {0xFF21, 0xFF3A, 32, 1},
    // clang-format on
};

}  // namespace

Pair decompose(char32_t value) {
  if (value < 0xC0 || value > 0xFFFF) return {};
  const Composition* found =
      std::partition_point(std::begin(compositions), std::end(compositions),
                           [&](const Composition& each) { return each.composed < value; });
  if (found != std::end(compositions) && found->composed == value) {
    return {found->base, 0x300u + found->mark};
  }
  const Singleton* single =
      std::partition_point(std::begin(singletons), std::end(singletons),
                           [&](const Singleton& each) { return each.from < value; });
  if (single != std::end(singletons) && single->from == value) return {single->to, 0};
  return {};
}

char32_t compose(char32_t base, char32_t mark) {
  static const Order order = make_order();
  if (!is_combining(mark) || base > 0xFFFF) return 0;
  const std::pair<char32_t, char32_t> wanted(base, mark - 0x300);
  const auto found = std::partition_point(order.begin(), order.end(), [&](std::uint16_t index) {
    const Composition& each = compositions[index];
    return std::pair<char32_t, char32_t>(each.base, each.mark) < wanted;
  });
  if (found == order.end()) return 0;
  const Composition& each = compositions[*found];
  return each.base == base && each.mark == wanted.second ? each.composed : 0;
}

int combining_class(char32_t value) {
  struct ClassRange {
    std::uint16_t first;
    std::uint16_t last;
    std::uint8_t combining_class;
  };
  // U+0300..U+036F; what is not named here is 230, "above".
  static constexpr ClassRange classes[] = {
      {0x315, 0x315, 232}, {0x316, 0x319, 220}, {0x31A, 0x31A, 232}, {0x31B, 0x31B, 216},
      {0x31C, 0x320, 220}, {0x321, 0x322, 202}, {0x323, 0x326, 220}, {0x327, 0x328, 202},
      {0x329, 0x333, 220}, {0x334, 0x338, 1},   {0x339, 0x33C, 220}, {0x345, 0x345, 240},
      {0x347, 0x349, 220}, {0x34D, 0x34E, 220}, {0x34F, 0x34F, 0},   {0x353, 0x356, 220},
      {0x358, 0x358, 232}, {0x359, 0x35A, 220}, {0x35C, 0x35C, 233}, {0x35D, 0x35E, 234},
      {0x35F, 0x35F, 233}, {0x360, 0x361, 234}, {0x362, 0x362, 233},
  };
  if (!is_combining(value)) return 0;
  for (const ClassRange& range : classes) {
    if (value >= range.first && value <= range.last) return range.combining_class;
  }
  return 230;
}

}  // namespace lamplight::unicode

namespace lamplight {

char32_t to_lower(char32_t value) {
  if (value < 0x80) return value >= 'A' && value <= 'Z' ? value + 32 : value;
  if (value > 0xFFFF) return value;
  const auto* found =
      std::partition_point(std::begin(unicode::case_ranges), std::end(unicode::case_ranges),
                           [&](const unicode::CaseRange& range) { return range.last < value; });
  if (found == std::end(unicode::case_ranges) || value < found->first) return value;
  if ((value - found->first) % found->step != 0) return value;
  return static_cast<char32_t>(static_cast<std::int32_t>(value) + found->distance);
}

bool is_word_character(char32_t value) {
  if (value < 0x80) return is_ascii_alnum(static_cast<char>(value));
  return !unicode::is_in(unicode::not_word, value);
}

bool is_space(char32_t value) {
  if (value < 0x80) return is_ascii_space(static_cast<char>(value));
  return value == 0x85 || value == 0xA0 || value == 0x1680 ||
         (value >= 0x2000 && value <= 0x200A) || value == 0x2028 || value == 0x2029 ||
         value == 0x202F || value == 0x205F || value == 0x3000;
}

}  // namespace lamplight
