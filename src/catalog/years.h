// Years: what an identifier says about when it was issued. For src/catalog only.
#pragma once

#include <optional>
#include <string_view>

#include "catalog/identifiers.h"

namespace lamplight::catalog {

struct IssuedYear {
  int year = 0;
  std::string_view from;  // "arxiv", "biorxiv", "nature", "acl", ...; static storage
};

// The year in which the identifier in `address` was issued, where a rule tells it for certain; none
// otherwise. Never the date of a page.
[[nodiscard]] std::optional<IssuedYear> find_year(const Address& address);

}  // namespace lamplight::catalog
