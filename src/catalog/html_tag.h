// HtmlTag: one tag as people write it in Markdown. For src/catalog only.
//
//     read_html_tag("<a id=x href='https://x.org'>").attribute("href")   // "https://x.org"
#pragma once

#include <string>
#include <string_view>

namespace lamplight::catalog {

struct HtmlTag {
  std::string name;  // small letters; empty when it is none, as a comment is
  bool is_end = false;
  std::string_view attributes;  // between the name and the closing bracket

  // Its value, entities decoded; empty when it has none. `name` in small letters.
  [[nodiscard]] std::string attribute(std::string_view name) const;
};

// `html` begins with '<' and holds one tag.
[[nodiscard]] HtmlTag read_html_tag(std::string_view html);

// "&amp;" and the like, and numbers, as text.
[[nodiscard]] std::string decode_html(std::string_view text);

}  // namespace lamplight::catalog
