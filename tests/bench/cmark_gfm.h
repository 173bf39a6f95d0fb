// cmark-gfm as anybody would call it, with the extensions that Lamplight uses:
// the measure that the benchmarks hold Lamplight against.
#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <string_view>

namespace lamplight::bench {

// The syntax tree of one document, freed with the object.
class CmarkDocument {
 public:
  explicit CmarkDocument(std::string_view markdown) {
    cmark_gfm_core_extensions_ensure_registered();
    parser_ = cmark_parser_new(CMARK_OPT_DEFAULT);
    for (const char* name : {"table", "autolink", "strikethrough"}) {
      cmark_parser_attach_syntax_extension(parser_, cmark_find_syntax_extension(name));
    }
    cmark_parser_feed(parser_, markdown.data(), markdown.size());
    root_ = cmark_parser_finish(parser_);
  }
  ~CmarkDocument() {
    cmark_node_free(root_);
    cmark_parser_free(parser_);
  }
  CmarkDocument(const CmarkDocument&) = delete;
  CmarkDocument& operator=(const CmarkDocument&) = delete;

  [[nodiscard]] cmark_node* root() const { return root_; }
  [[nodiscard]] cmark_llist* extensions() const {
    return cmark_parser_get_syntax_extensions(parser_);
  }

 private:
  cmark_parser* parser_ = nullptr;
  cmark_node* root_ = nullptr;
};

}  // namespace lamplight::bench
