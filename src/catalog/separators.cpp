#include "catalog/separators.h"

namespace lamplight::catalog {
namespace {

constexpr std::string_view separators[] = {
    " ", "\t", "\n", "|", ",", ";", ":", "-", "/", "\\", "–", "—", "•", "·", "：", "，", "\u00A0",
};

}  // namespace

std::size_t leading_separator(std::string_view text) {
  for (const std::string_view each : separators) {
    if (!text.empty() && text.front() == each.front() && text.substr(0, each.size()) == each)
      return each.size();
  }
  return 0;
}

std::size_t trailing_separator(std::string_view text) {
  for (const std::string_view each : separators) {
    if (text.size() >= each.size() && text.back() == each.back() &&
        text.substr(text.size() - each.size()) == each) {
      return each.size();
    }
  }
  return 0;
}

bool leads_description(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  for (const std::string_view each : {"- ", "– ", "— ", ": ", "：", "-- "}) {
    if (text.substr(0, each.size()) == each) return true;
  }
  return false;
}

}  // namespace lamplight::catalog
