// Lines: the text made fit for the parser, line by line, so that every line keeps its number.
// For src/markdown only.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/markdown.h"

namespace lamplight::markdown {

struct PreparedText {
  std::vector<std::string_view> pieces;   // none is empty; in order, they are the text to parse
  std::deque<std::string> changed;        // what pieces refer to that is not in the input
  std::vector<std::uint32_t> line_begin;  // byte offset in the input of each line
};

// Replaces bytes that are no UTF-8, empties over-long lines, takes out markers that nest too deep.
[[nodiscard]] PreparedText prepare_text(std::string_view text, Document& document);

void add_notice(Document& document, Notice notice);

}  // namespace lamplight::markdown
