// The flagship's works, read from data/lists as they were compiled in.
#pragma once

#include <vector>

#include "stress_list.h"

namespace lamplight::bench {

[[nodiscard]] std::vector<Entry> flagship_entries();

}  // namespace lamplight::bench
