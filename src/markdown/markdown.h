// Markdown: GitHub flavoured Markdown as flat lists of blocks with lines. The parser behind it
// (cmark-gfm with tables, autolinks and strikethrough) shows nowhere in this header.
//
//     markdown::Reader reader("# List\n- One [[Paper]](https://x.org)\n");
//     markdown::Document run;
//     while (reader.next(run)) {
//       for (const markdown::Block& block : run.blocks) {
//         if (block.kind == markdown::BlockKind::Item) use(block.line);
//       }
//     }
//
// A text is read in runs, so that memory depends on its largest block and not on its size. A run
// holds whole blocks; only lists and tables of the outermost level go on over runs, parted between
// items and between rows. What the runs hold together does not depend on where they end.
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
#include <memory>
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
  // List and Table of the outermost level, in parts: began in a part before, goes on in a later
  // one. Further parts of a table come without its header; `line` is that of the first part.
  bool is_begun = false;
  bool goes_on = false;
  int line = 0;              // 1-based first line
  int end_line = 0;          // last line
  int column = 0;            // 1-based byte of the line where it starts
  std::uint32_t offset = 0;  // List, Table in parts: byte where `line` begins
  std::uint32_t end = 0;     // index after the last descendant
  std::uint32_t first_inline = 0;
  std::uint32_t end_inline = 0;
  Slice text;  // Code, Html: as written; Row: the cells that the header has no column for
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
  TooManyMarks,    // inlines of a block taken as plain text; number: its marks
  TooManyBlocks,   // what an item or quote holds is parted from here on
};
inline constexpr std::size_t notice_kind_count = 6;

struct Notice {
  NoticeKind kind = NoticeKind::InvalidUtf8;
  int line = 0;
  std::size_t number = 0;
  std::string text;  // LineTooLong: its beginning
};

// Where a line begins.
struct Place {
  int line = 1;
  std::uint32_t offset = 0;  // bytes
};

// One run.
struct Document {
  std::vector<Block> blocks;
  std::vector<Inline> inlines;
  std::string arena;  // the text of all slices
  std::vector<Notice> notices;

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

// Signs of one block that may begin or end an inline; so many are far beyond any text.
inline constexpr std::size_t max_inline_marks = 50'000;
// Memory pieces (two or so a block) of what cannot be parted: one item with all below it.
inline constexpr std::size_t max_open_pieces = 200'000;
// Cells that rows lack, of a whole text; those beyond are not added.
inline constexpr std::size_t max_added_cells = std::size_t{1} << 20;

inline constexpr std::size_t default_run_bytes = std::size_t{64} << 10;

// Reads one text.
class Reader {
 public:
  // `text` may be anything but must be smaller than 1 GiB, and stay where it is. A byte order mark
  // is skipped; lines end with LF, CR LF or CR. A run ends when it has `run_bytes`, or more when
  // they are one block.
  explicit Reader(std::string_view text, std::size_t run_bytes = default_run_bytes);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // Puts the next run in place of what `run` holds. False at the end.
  [[nodiscard]] bool next(Document& run);

  // The next run begins at `place`, once more; only for a block in parts of the last run, with its
  // line and offset. What was told in notices is not told again.
  void go_back(Place place);

  // Of the whole text, once next() has said false.
  [[nodiscard]] int line_count() const;
  // Notices of a kind beyond max_notices.
  [[nodiscard]] std::size_t notices_left_out(NoticeKind kind) const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace lamplight::markdown
