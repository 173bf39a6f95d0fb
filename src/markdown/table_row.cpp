#include "markdown/table_row.h"

#include <algorithm>

#include "base/text.h"

namespace lamplight::markdown {
namespace {

// The next '|' that no backslash stands before.
std::size_t find_pipe(std::string_view text, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '|') {
      return i;
    }
  }
  return std::string_view::npos;
}

}  // namespace

RowExcess find_row_excess(std::string_view line, int column, std::size_t columns) {
  RowExcess excess;
  if (column > 1) line.remove_prefix(std::min(line.size(), static_cast<std::size_t>(column) - 1));
  line = trim(line);
  if (!line.empty() && line.front() == '|') line.remove_prefix(1);
  while (!line.empty()) {
    const std::size_t pipe = find_pipe(line, 0);
    const std::string_view cell = trim(line.substr(0, pipe));
    if (++excess.cells > columns && !cell.empty()) {
      if (!excess.left_out.empty()) excess.left_out += " | ";
      excess.left_out += repair_utf8(cell).text;
    }
    if (pipe == std::string_view::npos) break;
    line.remove_prefix(pipe + 1);
  }
  return excess;
}

}  // namespace lamplight::markdown
