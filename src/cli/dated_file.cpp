#include "cli/dated_file.h"

#include <filesystem>
#include <utility>

#include "base/snapshot_date.h"

namespace lamplight::cli {

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
