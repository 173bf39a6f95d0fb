// Spellings of enumerators in catalog JSON.
#pragma once

#include <array>
#include <string_view>

#include "lamplight/catalog.h"

namespace lamplight::format {

// By the enumerator's number.
inline constexpr std::array<std::string_view, 4> shape_names = {"bullet", "row", "paragraph",
                                                                "heading"};
inline constexpr std::array<std::string_view, 3> level_names = {"note", "warning", "error"};
inline constexpr std::array<std::string_view, 5> prose_kind_names = {"paragraph", "contents",
                                                                     "topics", "code", "image"};

template <std::size_t N, typename Enum>
[[nodiscard]] std::string_view name_of(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace lamplight::format
