// TagCodes: gives each work the code of the set of tags that it has.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_index.h"
#include "lamplight/catalog.h"
#include "search/code_lists.h"

namespace lamplight::search {

// A stated tag, however it is written.
struct TagValue {
  std::string facet;       // id (tag_facet())
  std::string key;         // tag_key()
  std::string_view title;  // as most works have it; a text of the catalog
};

class TagCodes {
 public:
  [[nodiscard]] std::uint32_t code_of(const Catalog& catalog, const Work& work);
  // What was found, once all works have codes.
  [[nodiscard]] std::vector<TagValue> take_values();
  [[nodiscard]] CodeLists take_lists() { return std::move(lists_); }

 private:
  struct Spelling {
    std::uint32_t value = 0;
    std::uint32_t works = 0;
    std::string_view text;
  };
  StringIndex spellings_;  // facet, key and text
  std::vector<Spelling> spelling_list_;
  StringIndex values_;  // facet and key
  std::vector<TagValue> value_list_;
  StringIndex sets_;  // positions in value_list_, as bytes
  CodeLists lists_;
  std::vector<std::uint32_t> found_;  // of the work that is being read
};

}  // namespace lamplight::search
