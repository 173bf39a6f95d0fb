// Focus: where the keyboard goes when the thing that had it is gone. Without that, a browser gives
// it to the whole page, and the next Tab begins at its top.
#pragma once

#include <cstdint>
#include <vector>

#include "ui/semantic.h"

namespace lamplight::ui {

// Whether the Tab key stops at `nodes[at]`.
[[nodiscard]] bool takes_focus(const std::vector<Node>& nodes, std::size_t at);

// Whether `node` is `around` or stands in it. 0 is no node.
[[nodiscard]] bool is_within(const Tree& tree, std::uint32_t node, std::uint32_t around);

// What takes the keyboard from `lost`, a node of `former` that `now` has no more: what follows it
// there, else what comes before it, in the innermost group of both. 0: nothing is left of what was
// around it.
[[nodiscard]] std::uint32_t find_heir(const std::vector<Node>& former, std::uint32_t lost,
                                      const Tree& now);

}  // namespace lamplight::ui
