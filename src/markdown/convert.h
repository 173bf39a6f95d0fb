// Converter: the parser's tree, as far as it is closed, to the flat form. For src/markdown only.
#pragma once

#include <cstdint>
#include <vector>

#include "markdown/block_parser.h"
#include "markdown/markdown.h"
#include "markdown/references.h"

namespace lamplight::markdown {

// Walks by the nodes' own links, never by recursion.
class Converter {
 public:
  Converter(BlockParser& blocks, References& references, const Lines& lines, Notices& notices)
      : blocks_(blocks), references_(references), lines_(lines), notices_(notices) {}

  // Where blocks are added from now on.
  void set_run(Document& run) { run_ = &run; }

  // Adds a closed block with all that it holds. Parses its inlines; they are not kept in the tree.
  void convert(cmark_node* node);
  // The same in parts, for a block that is still open and holds something: of that, what is closed
  // is converted in between. A part that nothing was added to is no part.
  void begin_part(cmark_node* node) { (void)begin_block(node); }
  void end_part(const cmark_node* node);

  // Cells that were added to rows, counted against max_added_cells.
  [[nodiscard]] std::size_t added_cells() const { return added_cells_; }
  void set_added_cells(std::size_t count) { added_cells_ = count; }

 private:
  bool begin_block(cmark_node* node);
  void end_block(const cmark_node* node);
  void read_row(cmark_node* node, Block& block);
  bool is_added_beyond_limit(const cmark_node& node);

  void parse_inlines(cmark_node* node);
  void convert_inlines(cmark_node* node, std::uint32_t index);
  bool begin_inline(const cmark_node* node);
  Slice store(std::string_view text);

  BlockParser& blocks_;
  References& references_;
  const Lines& lines_;
  Notices& notices_;
  Document* run_ = nullptr;
  std::vector<std::uint32_t> open_;
  std::vector<std::uint32_t> open_inlines_;
  int list_depth_ = 0;
  std::size_t added_cells_ = 0;
};

// A container that was parted because it holds too much: the rest of an item stands in its place,
// the rest of a list or table is one of its own.
[[nodiscard]] bool is_cut(const cmark_node& node);
void mark_cut(cmark_node& node);

// The line that a table or a row of one stands on: the header's stands right above the delimiters.
[[nodiscard]] int table_line(const cmark_node& table_or_row);

// Text directly above a table's header is split off into a paragraph that the parser gives no line.
[[nodiscard]] bool has_paragraph_above(const cmark_node& table);

}  // namespace lamplight::markdown
