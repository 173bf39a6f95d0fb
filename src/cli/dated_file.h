// DATE=FILE: a list of the command line and the date that it is of.
#pragma once

#include <string>

namespace lamplight::cli {

struct DatedFile {
  std::string date;  // "2024", "2024-03" or "2024-03-11"; empty: none is known
  std::string path;
};

// "DATE=FILE", or a FILE whose name without its ending is a date, or any FILE.
[[nodiscard]] DatedFile read_dated_file(const std::string& operand);

}  // namespace lamplight::cli
