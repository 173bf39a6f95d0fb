// Markdown: GitHub flavoured Markdown as a flat list of blocks with lines. The parser behind it
// (cmark-gfm with tables, autolinks and strikethrough) shows nowhere in this header.
//
//     markdown::Document document = markdown::parse("# List\n- One [[Paper]](https://x.org)\n");
//     for (const markdown::Block& block : document.blocks) {
//       if (block.kind == markdown::BlockKind::Item) use(block.line);
//     }
//
// Blocks and inlines stand in the order of the text, a parent before what it holds; `end` is the
// index after the last descendant, so that a subtree is [i, end) and the next sibling is at `end`:
//
//     blocks   0 List(end 5)  1 Item(end 3)  2 Paragraph(end 3)  3 Item(end 5)  4 Paragraph(end 5)
//
// Never fails and is never recursive on the input. What had to be changed before parsing so that
// time and memory stay bounded is told in `notices`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lamplight::markdown {

// A piece of Document::arena.
struct Slice {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

enum class BlockKind : std::uint8_t {
  Heading,    // level 1..6, inlines
  Paragraph,  // inlines
  List,       // holds items
  Item,       // holds blocks
  Quote,      // holds blocks
  Table,      // holds rows; the first one is the header
  Row,        // holds cells, as many as the header has
  Cell,       // inlines
  Code,       // text, info
  Html,       // text
  Rule,
};

struct Block {
  BlockKind kind = BlockKind::Paragraph;
  std::uint8_t level = 0;   // Heading: 1..6
  std::uint8_t depth = 0;   // List, Item: nesting, 1 for the outermost
  bool is_ordered = false;  // List
  bool is_header = false;   // Row
  int line = 0;             // 1-based first line
  int end_line = 0;         // last line
  int column = 0;           // 1-based byte of the line where it starts
  std::uint32_t end = 0;    // index after the last descendant
  std::uint32_t first_inline = 0;
  std::uint32_t end_inline = 0;
  Slice text;  // Code, Html: as written
  Slice info;  // Code: the word after the fence
};

enum class InlineKind : std::uint8_t {
  Text,       // text
  Code,       // text
  Html,       // text: one tag or comment as written
  SoftBreak,  // a line end inside a paragraph
  HardBreak,
  Strong,  // these hold inlines
  Emphasis,
  Strike,
  Link,   // url; empty for a link without a target
  Image,  // url; holds the alternative text
};

struct Inline {
  InlineKind kind = InlineKind::Text;
  std::uint32_t end = 0;  // index after the last descendant
  Slice text;
  Slice url;
};

enum class NoticeKind : std::uint8_t {
  InvalidUtf8,     // bytes replaced by U+FFFD; number: how many
  LineTooLong,     // line left out; number: its bytes
  NestingTooDeep,  // markers left out; number: how many
  RaggedRow,       // a row with more or fewer cells than the header; number: its cells
};

struct Notice {
  NoticeKind kind = NoticeKind::InvalidUtf8;
  int line = 0;
  std::size_t number = 0;
  std::uint32_t block = 0;  // RaggedRow: the row
  std::string text;         // LineTooLong: its beginning; RaggedRow: the cells left out
};

struct Document {
  std::vector<Block> blocks;
  std::vector<Inline> inlines;
  std::string arena;  // the text of all slices
  std::vector<Notice> notices;
  int line_count = 0;
  // Notices beyond max_notices of one kind are counted here, by NoticeKind.
  std::size_t notices_left_out[4] = {};

  [[nodiscard]] std::string_view text(Slice slice) const {
    return std::string_view(arena).substr(slice.begin, slice.size);
  }
};

// Limits. Text beyond them is left out with a notice.
inline constexpr std::size_t max_line_bytes = std::size_t{1} << 20;
// Levels of lists and quotes; two columns of indent count as one level.
inline constexpr int max_nesting = 64;
// Notices of one kind.
inline constexpr std::size_t max_notices = 1000;

// `text` may be anything but must be smaller than 1 GiB. A byte order mark is skipped; lines end
// with LF, CR LF or CR.
[[nodiscard]] Document parse(std::string_view text);

}  // namespace lamplight::markdown
