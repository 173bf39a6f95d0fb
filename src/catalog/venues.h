// Venues: where an identifier says that something appeared. For src/catalog only.
#pragma once

#include <string>
#include <string_view>

#include "catalog/identifiers.h"

namespace lamplight::catalog {

// Display name ("arXiv", "Nature", "CVPR"); empty where no rule holds.
[[nodiscard]] std::string find_venue(const Address& address);

// True for repositories where anything may be put: another venue of the same work says more.
[[nodiscard]] bool is_preprint_venue(std::string_view venue);

}  // namespace lamplight::catalog
