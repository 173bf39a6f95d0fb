// BlockParser: cmark-gfm's parser of blocks, fed line by line, its tree open to be emptied on the
// way. Inlines are not parsed. For src/markdown only; works in the Pool in use.
#pragma once

#include "markdown/cmark.h"
#include "markdown/lines.h"

namespace lamplight::markdown {

// False for a block that further lines may belong to.
[[nodiscard]] inline bool is_closed(const cmark_node& node) {
  return (node.flags & CMARK_NODE__OPEN) == 0;
}

class BlockParser {
 public:
  BlockParser();

  // Feeds the next line. False when there is none: then all blocks are closed, and behind them
  // stands one more that is none of the text.
  bool feed_line(Lines& lines, Notices& notices);

  // Everything but the last child of an open block may be taken out of the tree and freed.
  [[nodiscard]] cmark_node* root() const { return parser_->root; }
  [[nodiscard]] cmark_parser* parser() const { return parser_.get(); }

  // Takes what the parser has seen of link reference definitions.
  void forget_definitions();

 private:
  void close();
  void feed(std::string_view text);

  ParserHandle parser_;
};

}  // namespace lamplight::markdown
