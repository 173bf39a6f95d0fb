#include <string>

#include "base/text.h"
#include "lamplight/query.h"

namespace lamplight {
namespace {

// Exactly four digits, or none.
std::optional<int> parse_year(std::string_view text) {
  if (text.size() != 4) return std::nullopt;
  int year = 0;
  for (const char c : text) {
    if (!is_ascii_digit(c)) return std::nullopt;
    year = year * 10 + (c - '0');
  }
  return year;
}

// Four digits, so that what is printed can be read again.
std::string print_year(int year) {
  std::string digits = std::to_string(year < 0 ? 0 : year > 9999 ? 9999 : year);
  return std::string(4 - digits.size(), '0') + digits;
}

}  // namespace

std::optional<YearRange> parse_year_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    const std::optional<int> year = parse_year(text);
    if (!year) return std::nullopt;
    return YearRange{year, year};
  }
  const std::string_view before = text.substr(0, dots);
  const std::string_view after = text.substr(dots + 2);
  if (before.empty() && after.empty()) return std::nullopt;
  YearRange range{parse_year(before), parse_year(after)};
  if (!before.empty() && !range.from) return std::nullopt;
  if (!after.empty() && !range.to) return std::nullopt;
  if (range.from && range.to && *range.from > *range.to) return std::nullopt;
  return range;
}

std::string print_year_range(const YearRange& range) {
  if (range.from && range.to && *range.from == *range.to) return print_year(*range.from);
  if (!range.from && !range.to) return {};
  std::string text;
  if (range.from) text += print_year(*range.from);
  text += "..";
  if (range.to) text += print_year(*range.to);
  return text;
}

}  // namespace lamplight
