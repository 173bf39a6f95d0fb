// A reader's own, saved works, recent searches and what is switched off, as the text that the
// platform's store keeps: lines "saved\tWORK", "recent\tQUERY" and "keys\toff".
#pragma once

#include <string>
#include <string_view>

#include "app/state.h"

namespace lamplight::app {

// Tabs and line ends inside a text become blanks.
[[nodiscard]] std::string print_own(const State& state);

// Never fails: lines of another kind are of another version, and left out.
[[nodiscard]] SetOwn parse_own(std::string_view lines);

}  // namespace lamplight::app
