// Source links: the web addresses in a list's bytes, found without parsing it. For src/lint only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lamplight::lint {

enum class SourceUse {
  Link,
  Image,       // ![alt](address), <img src="address">
  Comment,     // in <!-- -->
  Definition,  // [id]: address
};

struct SourceLink {
  std::string_view url;  // lies in the text
  int line = 0;
  SourceUse use = SourceUse::Link;
  std::string_view id;  // of a definition
};

// The addresses in the order of the text. The address that is the text of a link to itself, as in
// [https://x.org](https://x.org), is left out.
[[nodiscard]] std::vector<SourceLink> find_source_links(std::string_view text);

// The definitions that images of the text name: the id of ![alt][id].
[[nodiscard]] std::vector<std::string_view> find_image_ids(std::string_view text);

// Key for telling whether two addresses are the same however they are written: entities and
// backslashes taken off, and the signs at the end that may belong to the sentence.
[[nodiscard]] std::string address_key(std::string_view url);

}  // namespace lamplight::lint
