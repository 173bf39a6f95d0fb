#include "app/snapshot.h"

#include "base/text.h"

namespace lamplight::app {
namespace {

constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// 1..12 when `date` is "yyyy-mm-dd", else 0.
int month_of(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return 0;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (!is_ascii_digit(date[i])) return 0;
  }
  const int month = (date[5] - '0') * 10 + (date[6] - '0');
  return month <= 12 ? month : 0;
}

}  // namespace

std::string month_label(std::string_view date) {
  const int month = month_of(date);
  if (month == 0) return std::string(date);
  return std::string(months[month - 1]) + ' ' + std::string(date.substr(0, 4));
}

std::string day_label(std::string_view date) {
  if (month_of(date) == 0) return std::string(date);
  const std::string_view day = date.substr(date[8] == '0' ? 9 : 8);
  return std::string(day) + ' ' + month_label(date);
}

bool is_newer(std::string_view date, std::string_view other) {
  const bool is_date = month_of(date) != 0;
  const bool other_is_date = month_of(other) != 0;
  return is_date != other_is_date ? is_date : date > other;
}

}  // namespace lamplight::app
