// Separators between a title, its description and its links: " - ", "|", ",", "•". For
// src/catalog only.
#pragma once

#include <cstddef>
#include <string_view>

namespace lamplight::catalog {

// Bytes of the blank or separator that `text` begins or ends with; 0 when it does not.
[[nodiscard]] std::size_t leading_separator(std::string_view text);
[[nodiscard]] std::size_t trailing_separator(std::string_view text);

// True when the text begins with a dash or colon that leads a description: " - ", ": ", "：".
[[nodiscard]] bool leads_description(std::string_view text);

}  // namespace lamplight::catalog
