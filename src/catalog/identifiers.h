// Identifiers of works, taken out of URLs. For src/catalog only.
//
//     find_arxiv_id("https://browse.arxiv.org/pdf/2309.17421v2.pdf");       // "2309.17421"
//     find_doi("https://www.nature.com/articles/s41586-021-03819-2");       // "10.1038/s41586-..."
//     find_repository("https://github.com/synlp/ChiMed-GPT/tree/main");     // "synlp/ChiMed-GPT"
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lamplight::catalog {

// Without version; from any host known to serve arXiv papers, and from arXiv's own DOIs.
[[nodiscard]] std::optional<std::string> find_arxiv_id(std::string_view url);

// Lower case, without version; written in the URL ("/doi/10.1126/science.abj8754") or made by the
// publisher's own rule (nature.com/articles/X is 10.1038/X).
[[nodiscard]] std::optional<std::string> find_doi(std::string_view url);

// "owner/name" as written, for a repository on github.com or something in it.
[[nodiscard]] std::optional<std::string> find_repository(std::string_view url);

}  // namespace lamplight::catalog
