#include "markdown/convert.h"

#include <algorithm>

#include "markdown/table_row.h"

namespace lamplight::markdown {
namespace {

std::string_view view_of(const cmark_chunk& chunk) {
  if (chunk.data == nullptr || chunk.len <= 0) return {};
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}

BlockKind kind_of(const cmark_node& node) {
  if (node.type == CMARK_NODE_TABLE) return BlockKind::Table;
  if (node.type == CMARK_NODE_TABLE_ROW) return BlockKind::Row;
  if (node.type == CMARK_NODE_TABLE_CELL) return BlockKind::Cell;
  switch (node.type) {
    case CMARK_NODE_HEADING:
      return BlockKind::Heading;
    case CMARK_NODE_LIST:
      return BlockKind::List;
    case CMARK_NODE_ITEM:
      return BlockKind::Item;
    case CMARK_NODE_BLOCK_QUOTE:
      return BlockKind::Quote;
    case CMARK_NODE_CODE_BLOCK:
      return BlockKind::Code;
    case CMARK_NODE_HTML_BLOCK:
      return BlockKind::Html;
    case CMARK_NODE_THEMATIC_BREAK:
      return BlockKind::Rule;
    default:
      return BlockKind::Paragraph;
  }
}

bool is_header(const cmark_node& row) {
  return cmark_gfm_extensions_get_table_row_is_header(const_cast<cmark_node*>(&row)) != 0;
}

int header_line(const cmark_node& header) {
  if (header.next != nullptr) return header.next->start_line - 2;
  return std::max(header.start_line, header.parent->end_line - 1);
}

bool is_transparent(const cmark_node& node) { return node.type == CMARK_NODE_ITEM && is_cut(node); }

}  // namespace

bool is_cut(const cmark_node& node) { return node.user_data != nullptr; }

void mark_cut(cmark_node& node) { node.user_data = &node; }

int table_line(const cmark_node& table_or_row) {
  const bool is_table = table_or_row.type == CMARK_NODE_TABLE;
  const cmark_node* row = is_table ? table_or_row.first_child : &table_or_row;
  return row != nullptr && is_header(*row) ? header_line(*row)
         : is_table && row != nullptr      ? row->start_line
                                           : table_or_row.start_line;
}

bool has_paragraph_above(const cmark_node& table) {
  return table.prev != nullptr && table.prev->type == CMARK_NODE_PARAGRAPH &&
         table.prev->start_line == 0;
}

void Converter::convert(cmark_node* top) {
  cmark_node* node = top;
  while (true) {
    if (begin_block(node)) {
      node = node->first_child;
      continue;
    }
    // Back up to the nearest ancestor that has a next sibling.
    while (node != top && node->next == nullptr) {
      node = node->parent;
      end_block(node);
    }
    if (node == top) return;
    node = node->next;
  }
}

void Converter::end_part(const cmark_node* node) {
  const bool is_empty = !is_transparent(*node) && open_.back() + 1 == run_->blocks.size();
  end_block(node);
  if (is_empty) run_->blocks.pop_back();
}

// Adds the block; true when its child blocks come next.
bool Converter::begin_block(cmark_node* node) {
  if (is_transparent(*node)) return node->first_child != nullptr;
  const auto index = static_cast<std::uint32_t>(run_->blocks.size());
  Block& block = run_->blocks.emplace_back();
  block.kind = kind_of(*node);
  block.line = node->start_line;
  block.end_line = std::min(std::max(node->end_line, node->start_line), lines_.number());
  block.column = node->start_column;
  block.end = index + 1;
  block.first_inline = block.end_inline = static_cast<std::uint32_t>(run_->inlines.size());
  switch (block.kind) {
    case BlockKind::Heading:
      block.level = static_cast<std::uint8_t>(node->as.heading.level);
      convert_inlines(node, index);
      return false;
    case BlockKind::Cell:
      if (is_added_beyond_limit(*node)) {
        run_->blocks.pop_back();
        return false;
      }
      block.line = block.end_line = run_->blocks[open_.back()].line;
      convert_inlines(node, index);
      return false;
    case BlockKind::Paragraph:
      if (block.line == 0 && node->next != nullptr) {
        block.line = block.end_line = node->next->start_line;
      }
      convert_inlines(node, index);
      return false;
    case BlockKind::Code:
      block.text = store(view_of(node->as.code.literal));
      block.info = store(view_of(node->as.code.info));
      return false;
    case BlockKind::Html:
      block.text = store(view_of(node->as.literal));
      return false;
    case BlockKind::Rule:
      return false;
    case BlockKind::List:
      block.is_ordered = node->as.list.list_type == CMARK_ORDERED_LIST;
      block.depth = static_cast<std::uint8_t>(std::min(list_depth_ + 1, 255));
      break;
    case BlockKind::Item:
      block.depth = static_cast<std::uint8_t>(std::min(list_depth_, 255));
      break;
    case BlockKind::Table:
      block.line = table_line(*node);
      block.end_line = std::max(block.line, block.end_line);
      break;
    case BlockKind::Row:
      block.line = block.end_line = table_line(*node);
      read_row(node, block);
      break;
    default:
      break;
  }
  if (node->first_child == nullptr) return false;
  if (block.kind == BlockKind::List) ++list_depth_;
  open_.push_back(index);
  return true;
}

void Converter::end_block(const cmark_node* node) {
  if (is_transparent(*node)) return;
  run_->blocks[open_.back()].end = static_cast<std::uint32_t>(run_->blocks.size());
  if (node->type == CMARK_NODE_LIST) --list_depth_;
  open_.pop_back();
}

// Cells that the parser adds where a row is too short: three bytes may stand for thousands.
bool Converter::is_added_beyond_limit(const cmark_node& node) {
  return node.start_column == 0 && ++added_cells_ > max_added_cells;
}

void Converter::read_row(cmark_node* node, Block& block) {
  block.is_header = is_header(*node);
  if (block.is_header) return;
  std::size_t columns = 0;
  std::size_t given = 0;
  for (const cmark_node* cell = node->first_child; cell != nullptr; cell = cell->next) {
    ++columns;
    if (cell->start_column > 0) ++given;  // cells that the parser adds itself are at column 0
  }
  if (given < columns) {
    notices_.add({NoticeKind::RaggedRow, block.line, given, {}});
    return;
  }
  const RowExcess excess = find_row_excess(lines_.source(block.line), block.column, columns);
  if (excess.cells > columns) {
    notices_.add({NoticeKind::RaggedRow, block.line, excess.cells, {}});
    block.text = store(excess.left_out);
  }
}

Slice Converter::store(std::string_view text) {
  const auto begin = static_cast<std::uint32_t>(run_->arena.size());
  run_->arena.append(text);
  return {begin, static_cast<std::uint32_t>(text.size())};
}

}  // namespace lamplight::markdown
