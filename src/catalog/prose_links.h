// Links of text that is no entry: of paragraphs and headings, HTML within them included. For
// src/catalog only.
//
//     read_prose_links(document, block.first_inline, block.end_inline, links);
//     links[0].label;  // "Home"
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"
#include "markdown/markdown.h"

namespace lamplight::catalog {

struct ProseLink {
  std::string label;  // the text, or the alternative text of the image in it
  LinkKind kind = LinkKind::Other;
  std::optional<std::string> url;
};

// Adds the links and images among the inlines [begin, end), tags of HTML included.
void read_prose_links(const markdown::Document& document, std::uint32_t begin, std::uint32_t end,
                      std::vector<ProseLink>& links);

// What the links are called, one after the other.
[[nodiscard]] std::string joined_labels(const std::vector<ProseLink>& links);

}  // namespace lamplight::catalog
