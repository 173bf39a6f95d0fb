// Section paths ("large-language-models/healthcare-domain") against the patterns of a profile.
#pragma once

#include <string_view>

namespace lamplight {

// True when `pattern` covers the section path or one of its parents; "*" stands for exactly one
// segment. An empty pattern covers nothing. Also declared in lamplight/profile.h.
[[nodiscard]] bool matches_section(std::string_view pattern, std::string_view path);

// True when `pattern` has as many segments as `path` and covers it: the section itself, not
// those below. Also declared in lamplight/profile.h.
[[nodiscard]] bool is_section(std::string_view pattern, std::string_view path);

}  // namespace lamplight
