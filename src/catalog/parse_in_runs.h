// Parsing in runs of any size: the result is the same. For src/catalog and its tests only.
#pragma once

#include <cstddef>
#include <string_view>

#include "lamplight/catalog.h"

namespace lamplight::catalog {

// As parse_catalog, of a text that was checked for its size and zero bytes.
//   failure: TooLarge (so many entries of so few bytes that memory would be out of proportion).
[[nodiscard]] Result<Catalog> parse_in_runs(std::string_view markdown, std::size_t run_bytes,
                                            std::string_view address = {});

}  // namespace lamplight::catalog
