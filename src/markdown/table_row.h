// Cells beyond a table's last column, which the parser leaves out. For src/markdown only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lamplight::markdown {

struct RowExcess {
  std::size_t cells = 0;  // how many the row has
  std::string left_out;   // text of those beyond the last column, joined with " | "
};

// `line` is the row's line as written, `column` where the table starts in it (1-based).
[[nodiscard]] RowExcess find_row_excess(std::string_view line, int column, std::size_t columns);

}  // namespace lamplight::markdown
