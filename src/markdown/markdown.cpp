#include "markdown/markdown.h"

#include <algorithm>

#include "base/sort.h"
#include "markdown/arena.h"
#include "markdown/cmark.h"
#include "markdown/lines.h"
#include "markdown/table_row.h"

extern "C" {
#include <strikethrough.h>
#include <table.h>
}

namespace lamplight::markdown {
namespace {

ParserHandle make_parser() {
  cmark_gfm_core_extensions_ensure_registered();
  ParserHandle parser(cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, Arena::allocator()));
  for (const char* name : {"table", "strikethrough", "autolink"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  return parser;
}

std::string_view view_of(const cmark_chunk& chunk) {
  if (chunk.data == nullptr || chunk.len <= 0) return {};
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}

// Copies the parser's tree into the flat form. Walks by the nodes' own links, never by recursion.
class Converter {
 public:
  Converter(std::string_view input, const PreparedText& prepared, Document& document)
      : input_(input), prepared_(prepared), document_(document) {}

  void convert(const cmark_node* root) {
    document_.arena.reserve(input_.size());
    document_.blocks.reserve(static_cast<std::size_t>(document_.line_count));
    document_.inlines.reserve(static_cast<std::size_t>(document_.line_count) * 4);
    const cmark_node* node = root->first_child;
    while (node != nullptr) {
      if (begin_block(node)) {
        node = node->first_child;
        continue;
      }
      // Back up to the nearest ancestor that has a next sibling.
      while (node->next == nullptr && node->parent != root) {
        node = node->parent;
        end_block();
      }
      node = node->next;
    }
  }

 private:
  // Adds the block; true when its child blocks come next.
  bool begin_block(const cmark_node* node) {
    const auto index = static_cast<std::uint32_t>(document_.blocks.size());
    Block& block = document_.blocks.emplace_back();
    block.kind = kind_of(*node);
    block.line = node->start_line;
    block.end_line = std::max(node->end_line, node->start_line);
    block.column = node->start_column;
    block.end = index + 1;
    block.first_inline = block.end_inline = static_cast<std::uint32_t>(document_.inlines.size());
    place_paragraph_above_table(*node, block);
    switch (block.kind) {
      case BlockKind::Heading:
        block.level = static_cast<std::uint8_t>(node->as.heading.level);
        convert_inlines(node, index);
        return false;
      case BlockKind::Cell:
        block.line = block.end_line = document_.blocks[open_.back()].line;
        [[fallthrough]];
      case BlockKind::Paragraph:
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
        ++list_depth_;
        block.depth = static_cast<std::uint8_t>(std::min(list_depth_, 255));
        break;
      case BlockKind::Item:
        block.depth = static_cast<std::uint8_t>(std::min(list_depth_, 255));
        break;
      case BlockKind::Row:
        read_row(node, block, index);
        break;
      default:
        break;
    }
    if (node->first_child == nullptr) {
      if (block.kind == BlockKind::List) --list_depth_;
      return false;
    }
    open_.push_back(index);
    return true;
  }

  void end_block() {
    Block& block = document_.blocks[open_.back()];
    block.end = static_cast<std::uint32_t>(document_.blocks.size());
    if (block.kind == BlockKind::List) --list_depth_;
    open_.pop_back();
  }

  static BlockKind kind_of(const cmark_node& node) {
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

  // Text directly above a table's header is split off into a paragraph that the parser gives no
  // line: it has the table's first line, and the header stands right above the delimiter row.
  static void place_paragraph_above_table(const cmark_node& node, Block& block) {
    if (block.kind == BlockKind::Paragraph && block.line == 0 && node.next != nullptr) {
      block.line = block.end_line = node.next->start_line;
    } else if (block.kind == BlockKind::Table || block.kind == BlockKind::Row) {
      const bool is_table = block.kind == BlockKind::Table;
      const cmark_node* header = is_table ? node.first_child : &node;
      if (header != nullptr && header->prev == nullptr) block.line = header_line(*header);
      block.end_line = std::max(block.line, is_table ? block.end_line : block.line);
    }
  }

  static int header_line(const cmark_node& header) {
    if (header.next != nullptr) return header.next->start_line - 2;
    return std::max(header.start_line, header.parent->end_line - 1);
  }

  void read_row(const cmark_node* node, Block& block, std::uint32_t index) {
    block.is_header = node->prev == nullptr;
    if (block.is_header) return;
    std::size_t columns = 0;
    std::size_t given = 0;
    for (const cmark_node* cell = node->first_child; cell != nullptr; cell = cell->next) {
      ++columns;
      if (cell->start_column > 0) ++given;  // cells that the parser adds itself are at column 0
    }
    if (given < columns) {
      add_notice(document_, {NoticeKind::RaggedRow, block.line, given, index, {}});
      return;
    }
    const RowExcess excess = find_row_excess(source_line(block.line), block.column, columns);
    if (excess.cells > columns) {
      add_notice(document_,
                 {NoticeKind::RaggedRow, block.line, excess.cells, index, excess.left_out});
    }
  }

  std::string_view source_line(int line) const {
    const auto index = static_cast<std::size_t>(line) - 1;
    if (index >= prepared_.line_begin.size()) return {};
    const std::size_t begin = prepared_.line_begin[index];
    const std::size_t end =
        index + 1 < prepared_.line_begin.size() ? prepared_.line_begin[index + 1] : input_.size();
    return input_.substr(begin, end - begin);
  }

  void convert_inlines(const cmark_node* block_node, std::uint32_t index) {
    std::vector<std::uint32_t>& open = open_inlines_;
    open.clear();
    const cmark_node* node = block_node->first_child;
    while (node != nullptr) {
      if (begin_inline(node) && node->first_child != nullptr) {
        open.push_back(static_cast<std::uint32_t>(document_.inlines.size()) - 1);
        node = node->first_child;
        continue;
      }
      while (node->next == nullptr && node->parent != block_node) {
        node = node->parent;
        document_.inlines[open.back()].end = static_cast<std::uint32_t>(document_.inlines.size());
        open.pop_back();
      }
      node = node->next;
    }
    document_.blocks[index].end_inline = static_cast<std::uint32_t>(document_.inlines.size());
  }

  // Adds the inline; true when it may hold others.
  bool begin_inline(const cmark_node* node) {
    const bool continues_text = node->type == CMARK_NODE_TEXT && node->prev != nullptr &&
                                node->prev->type == CMARK_NODE_TEXT;
    if (continues_text) {
      document_.inlines.back().text.size += store(view_of(node->as.literal)).size;
      return false;
    }
    Inline& added = document_.inlines.emplace_back();
    added.end = static_cast<std::uint32_t>(document_.inlines.size());
    if (node->type == CMARK_NODE_STRIKETHROUGH) {
      added.kind = InlineKind::Strike;
      return true;
    }
    switch (node->type) {
      case CMARK_NODE_STRONG:
        added.kind = InlineKind::Strong;
        return true;
      case CMARK_NODE_EMPH:
        added.kind = InlineKind::Emphasis;
        return true;
      case CMARK_NODE_SOFTBREAK:
        added.kind = InlineKind::SoftBreak;
        return false;
      case CMARK_NODE_LINEBREAK:
        added.kind = InlineKind::HardBreak;
        return false;
      case CMARK_NODE_LINK:
      case CMARK_NODE_IMAGE:
        added.kind = node->type == CMARK_NODE_LINK ? InlineKind::Link : InlineKind::Image;
        added.url = store(view_of(node->as.link.url));
        return true;
      case CMARK_NODE_CODE:
        added.kind = InlineKind::Code;
        break;
      case CMARK_NODE_HTML_INLINE:
        added.kind = InlineKind::Html;
        break;
      default:
        break;
    }
    added.text = store(view_of(node->as.literal));
    return false;
  }

  Slice store(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(document_.arena.size());
    document_.arena.append(text);
    return {begin, static_cast<std::uint32_t>(text.size())};
  }

  std::string_view input_;
  const PreparedText& prepared_;
  Document& document_;
  std::vector<std::uint32_t> open_;
  std::vector<std::uint32_t> open_inlines_;
  int list_depth_ = 0;
};

}  // namespace

Document parse(std::string_view text) {
  Document document;
  const PreparedText prepared = prepare_text(text, document);
  const Arena arena;
  const ParserHandle parser = make_parser();
  for (const std::string_view piece : prepared.pieces) {
    cmark_parser_feed(parser.get(), piece.data(), piece.size());
  }
  // The tree lies in the arena and goes with it.
  const cmark_node* root = cmark_parser_finish(parser.get());
  Converter(text, prepared, document).convert(root);
  sort_stably(document.notices, [](const Notice& a, const Notice& b) { return a.line < b.line; });
  return document;
}

}  // namespace lamplight::markdown
