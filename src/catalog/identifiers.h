// Identifiers of works, taken out of URLs. For src/catalog only.
//
//     read_address("https://browse.arxiv.org/pdf/2309.17421v2.pdf").arxiv;    // "2309.17421"
//     read_address("https://www.nature.com/articles/s41586-021-03819-2").doi;  //
//     "10.1038/s41586-..." find_repository("https://github.com/synlp/ChiMed-GPT/tree/main"); //
//     "synlp/ChiMed-GPT"
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/url.h"

namespace lamplight::catalog {

// A URL and the identifiers in it. Refers to the text it was read from.
struct Address {
  UrlParts parts;
  std::string host;  // lower case
  // Without version; from any host known to serve arXiv papers, and from arXiv's own DOIs.
  std::optional<std::string> arxiv;
  // Lower case, without version; written in the URL ("/doi/10.1126/science.abj8754") or made by
  // the publisher's own rule (nature.com/articles/X is 10.1038/X).
  std::optional<std::string> doi;
};
[[nodiscard]] Address read_address(std::string_view url);

// "owner/name" as written, for a repository on github.com or something in it.
[[nodiscard]] std::optional<std::string> find_repository(std::string_view url);

}  // namespace lamplight::catalog
