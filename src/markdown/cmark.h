// RAII over cmark-gfm. For src/markdown only.
#pragma once

#include <memory>

extern "C" {
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
// For reading text where it lies: the public accessors copy each piece into memory of its own.
#include <node.h>
}

namespace lamplight::markdown {

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
using ParserHandle = std::unique_ptr<cmark_parser, FreeParser>;

}  // namespace lamplight::markdown
