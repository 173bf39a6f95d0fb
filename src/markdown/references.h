// References: the link reference definitions of a text ("[label]: address"), which may stand behind
// the links that use them, so that they are collected first. For src/markdown only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/cmark.h"

namespace lamplight::markdown {

class References {
 public:
  // Reads the whole text once when it may hold a definition. Works in the Pool in use.
  explicit References(std::string_view text);
  References(const References&) = delete;
  References& operator=(const References&) = delete;

  // For cmark_parse_inlines.
  [[nodiscard]] cmark_map* map() { return &map_; }

 private:
  void collect(std::string_view text);

  std::string texts_;  // labels and addresses, each with a zero byte behind it
  std::vector<cmark_reference> entries_;
  std::vector<cmark_map_entry*> sorted_;
  cmark_map map_ = {};
};

}  // namespace lamplight::markdown
