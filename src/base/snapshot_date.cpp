#include "base/snapshot_date.h"

#include <algorithm>

#include "base/text.h"

namespace lamplight {
namespace {

constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
constexpr std::size_t year_size = 4;
constexpr std::size_t month_size = 7;
constexpr std::size_t day_size = 10;

// 1..12, or 0 where the name has no month.
unsigned month_of(std::string_view name) {
  if (name.size() < month_size || !is_date(name)) return 0;
  const unsigned month = static_cast<unsigned>((name[5] - '0') * 10 + (name[6] - '0'));
  return month <= 12 ? month : 0;
}

}  // namespace

bool is_date(std::string_view name) {
  if (name.size() != year_size && name.size() != month_size && name.size() != day_size) {
    return false;
  }
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool is_dash = i == 4 || i == 7;
    if (is_dash ? name[i] != '-' : !is_ascii_digit(name[i])) return false;
  }
  return true;
}

bool is_newer(std::string_view name, std::string_view other) {
  if (is_date(name) != is_date(other)) return is_date(other);
  return is_date(name) && name > other;
}

std::string month_label(std::string_view name) {
  const unsigned month = month_of(name);
  if (month == 0) return std::string(name);
  std::string label(months.substr((month - 1) * 3, 3));
  return (label += ' ') += name.substr(0, year_size);
}

std::string snapshot_label(std::string_view name, const std::vector<std::string>& names) {
  std::string label = month_label(name);
  const bool is_shared = std::any_of(names.begin(), names.end(), [&](std::string_view other) {
    return other != name && month_label(other) == label;
  });
  if (!is_shared || name.size() != day_size || month_of(name) == 0) return label;
  std::string day(name.substr(name[8] == '0' ? 9 : 8));
  return (day += ' ') += label;
}

}  // namespace lamplight
