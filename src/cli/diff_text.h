// A diff as text for people.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "lamplight/diff.h"
#include "lamplight/format.h"

namespace lamplight::cli {

// A summary, the sections that changed, then the listings below their sections, each with a sign
// and a word, its line in the old list and in the new one, and what changed of it.
[[nodiscard]] std::string diff_text(const Diff& diff, const DiffNames& names, Color color);

}  // namespace lamplight::cli
