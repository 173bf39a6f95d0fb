// Search results as text for a terminal.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "lamplight/search.h"

namespace lamplight::cli {

// What the results are about.
struct SearchContext {
  const Catalog& catalog;
  const Profile& profile;
  const Index& index;
  const Query& query;
};

// Title, derived facts and places, links: three lines or more a work. Control characters of the
// list are left out, so that it cannot steer the terminal.
[[nodiscard]] std::string search_text(const SearchContext& context, const SearchResult& result,
                                      std::size_t shown, Color color);

}  // namespace lamplight::cli
