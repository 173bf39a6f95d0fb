#include "markdown/block_parser.h"

#include <string>

#include "markdown/pool.h"

namespace lamplight::markdown {
namespace {

ParserHandle make_parser() {
  cmark_gfm_core_extensions_ensure_registered();
  ParserHandle parser(cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, Pool::allocator()));
  for (const char* name : {"table", "strikethrough", "autolink"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  return parser;
}

}  // namespace

BlockParser::BlockParser() : parser_(make_parser()) {}

bool BlockParser::feed_line(Lines& lines, Notices& notices) {
  const std::string_view line = lines.next(notices);
  if (line.empty()) {
    close();
    return false;
  }
  feed(line);
  return true;
}

void BlockParser::feed(std::string_view text) {
  cmark_parser_feed(parser_.get(), text.data(), text.size());
}

// cmark_parser_finish would parse the inlines of all that is left, with the definitions seen so
// far. An empty heading ends every block but fenced code and HTML at the outermost level.
void BlockParser::close() {
  if (parser_->linebuf.size > 0) feed("\n");
  cmark_node* last = parser_->root->last_child;
  if (last != nullptr && !is_closed(*last)) {
    if (last->type == CMARK_NODE_CODE_BLOCK && last->as.code.fenced != 0) {
      feed(std::string(last->as.code.fence_length, static_cast<char>(last->as.code.fence_char)) +
           "\n");
    } else if (last->type == CMARK_NODE_HTML_BLOCK) {
      last->as.literal = cmark_chunk_buf_detach(&last->content);
      last->end_line = parser_->line_number;
      last->flags &= static_cast<cmark_node_internal_flags>(~CMARK_NODE__OPEN);
      parser_->current = parser_->root;
    }
  }
  feed("#\n");
}

void BlockParser::forget_definitions() {
  cmark_map& map = *parser_->refmap;
  while (map.refs != nullptr) {
    cmark_map_entry* entry = map.refs;
    map.refs = entry->next;
    map.free(&map, entry);
  }
  map.size = 0;
}

}  // namespace lamplight::markdown
