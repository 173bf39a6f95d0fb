// Views: what the address says of each. Adding one is an enumerator of View and a line in
// views.cpp; a key of its own is a line there, too.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/state.h"

namespace lamplight::app {

// A key of the address that belongs to one view. It is reserved: no facet of that name counts.
struct ViewKey {
  std::string_view key;
  // The value as it is kept: without what means nothing, which is told in `wrong`; empty when it
  // says no more than what holds without it. read(read(x)) == read(x).
  std::string (*read)(std::string_view value, const std::vector<std::string>& facets,
                      std::vector<std::string>& wrong);
};
[[nodiscard]] const ViewKey* find_view_key(std::string_view key);
// All of them, in the order in which they stand in the address.
[[nodiscard]] std::vector<std::string_view> view_key_names();

// Keeps `settings` in the order of the keys; an empty value takes the key away.
void set_setting(std::vector<std::pair<std::string, std::string>>& settings, std::string_view key,
                 std::string_view value);

}  // namespace lamplight::app
