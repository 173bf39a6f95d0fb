// cmark-gfm, with what of its inside reading in runs needs. For src/markdown only.
#pragma once

#include <memory>

extern "C" {
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
// The parser's own headers, all of the one pinned version: for reading text where it lies (the
// public accessors copy each piece), for parsing the inlines of one block, and for a document's
// link references.
#include <inlines.h>
#include <node.h>
#include <parser.h>
#include <references.h>
#include <strikethrough.h>
#include <syntax_extension.h>
#include <table.h>
}

namespace lamplight::markdown {

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
using ParserHandle = std::unique_ptr<cmark_parser, FreeParser>;

}  // namespace lamplight::markdown
