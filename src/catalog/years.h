// Years: what an identifier says about when it was issued. For src/catalog only.
#pragma once

#include <optional>
#include <string_view>

namespace lamplight::catalog {

struct IssuedYear {
  int year = 0;
  std::string_view from;  // "arxiv", "biorxiv", "nature", "acl", ...; static storage
};

// The year in which the identifier in `url` was issued, where a rule tells it for certain; none
// otherwise. Never the date of a page.
[[nodiscard]] std::optional<IssuedYear> find_year(std::string_view url);

}  // namespace lamplight::catalog
