// The words of two texts that changed. For src/catalog only.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "lamplight/diff.h"

namespace lamplight::catalog {

// None when both are the same.
[[nodiscard]] std::optional<TextChange> compare_texts(std::string_view old_text,
                                                      std::string_view new_text);

}  // namespace lamplight::catalog
