#include "cli/dated_file.h"

#include <filesystem>

#include "base/text.h"

namespace lamplight::cli {

bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_dash = i == 4 || i == 7;
    if (is_dash ? text[i] != '-' : !is_ascii_digit(text[i])) return false;
  }
  return true;
}

DatedFile read_dated_file(const std::string& operand) {
  const std::size_t equals = operand.find('=');
  if (equals != std::string::npos && is_date(std::string_view(operand).substr(0, equals))) {
    return {operand.substr(0, equals), operand.substr(equals + 1)};
  }
  std::string stem = std::filesystem::path(operand).stem().string();
  if (!is_date(stem)) stem.clear();
  return {std::move(stem), operand};
}

}  // namespace lamplight::cli
