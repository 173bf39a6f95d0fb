// HtmlUnits: a block of HTML as lists write it, taken apart: cells, items and lines, each with the
// same inlines that Markdown has, so that they are read with the same eyes. For src/catalog only.
//
//     <li><a href="https://x.org"><b>Tool</b></a> - what it does</li>
//     one unit of kind Item: Link(Strong(Text)), Text
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "markdown/markdown.h"

namespace lamplight::catalog {

struct HtmlUnit {
  // Heading: of the first two levels. FoldEnd: of <details>.
  enum class Kind : std::uint8_t {
    Line,
    Heading,
    Summary,
    Item,
    Cell,
    HeaderCell,
    RowEnd,
    TableEnd,
    FoldEnd
  };
  Kind kind = Kind::Line;
  int line = 0;
  std::uint32_t begin = 0;  // inlines of HtmlUnits::document
  std::uint32_t end = 0;
};

struct HtmlUnits {
  markdown::Document document;  // inlines and their text alone
  std::vector<HtmlUnit> units;
};

// `line` is the one that `html` begins on. Links in Markdown and bare addresses within it are
// links, too. Comments, scripts and styles are left out. Takes time in proportion to the text.
[[nodiscard]] HtmlUnits read_html_units(std::string_view html, int line);

}  // namespace lamplight::catalog
