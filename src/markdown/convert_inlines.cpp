// The inlines of one block: parsed, converted and given back.
#include <algorithm>

#include "base/text.h"
#include "markdown/convert.h"

namespace lamplight::markdown {
namespace {

// What may make the parser begin a new node.
constexpr std::string_view marks = "\\`&_*[]<!~:w\"'-.\r\n";

std::string_view view_of(const cmark_chunk& chunk) {
  if (chunk.data == nullptr || chunk.len <= 0) return {};
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}

std::string_view view_of(const cmark_strbuf& buffer) {
  return {reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size)};
}

std::size_t count_marks(std::string_view text) {
  if (text.size() <= max_inline_marks) return 0;
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return marks.find(c) != std::string_view::npos; }));
}

}  // namespace

void Converter::convert_inlines(cmark_node* block_node, std::uint32_t index) {
  const std::string_view content = view_of(block_node->content);
  if (const std::size_t count = count_marks(content); count > max_inline_marks) {
    notices_.add({NoticeKind::TooManyMarks, run_->blocks[index].line, count, {}});
    Inline& whole = run_->inlines.emplace_back();
    whole.end = static_cast<std::uint32_t>(run_->inlines.size());
    whole.text = store(content);
    run_->blocks[index].end_inline = whole.end;
    return;
  }
  parse_inlines(block_node);
  std::vector<std::uint32_t>& open = open_inlines_;
  open.clear();
  const cmark_node* node = block_node->first_child;
  while (node != nullptr) {
    if (begin_inline(node) && node->first_child != nullptr) {
      open.push_back(static_cast<std::uint32_t>(run_->inlines.size()) - 1);
      node = node->first_child;
      continue;
    }
    while (node->next == nullptr && node->parent != block_node) {
      node = node->parent;
      run_->inlines[open.back()].end = static_cast<std::uint32_t>(run_->inlines.size());
      open.pop_back();
    }
    node = node->next;
  }
  run_->blocks[index].end_inline = static_cast<std::uint32_t>(run_->inlines.size());
  while (block_node->first_child != nullptr) cmark_node_free(block_node->first_child);
}

void Converter::parse_inlines(cmark_node* node) {
  cmark_parser* parser = blocks_.parser();
  cmark_parse_inlines(parser, node, references_.map(), CMARK_OPT_DEFAULT);
  // Mail addresses are found afterwards. Each has an '@', if only as an entity.
  if (find_any<'@', '&'>(view_of(node->content)) == std::string_view::npos) return;
  for (cmark_llist* each = parser->syntax_extensions; each != nullptr; each = each->next) {
    auto* extension = static_cast<cmark_syntax_extension*>(each->data);
    if (extension->postprocess_func != nullptr) {
      extension->postprocess_func(extension, parser, node);
    }
  }
}

// Adds the inline; true when it may hold others.
bool Converter::begin_inline(const cmark_node* node) {
  const bool continues_text =
      node->type == CMARK_NODE_TEXT && node->prev != nullptr && node->prev->type == CMARK_NODE_TEXT;
  if (continues_text) {
    run_->inlines.back().text.size += store(view_of(node->as.literal)).size;
    return false;
  }
  Inline& added = run_->inlines.emplace_back();
  added.end = static_cast<std::uint32_t>(run_->inlines.size());
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

}  // namespace lamplight::markdown
