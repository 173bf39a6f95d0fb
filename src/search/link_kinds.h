// Link kinds as a reader names them after `has:`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/text.h"
#include "lamplight/catalog.h"

namespace lamplight::search {

// One bit for each LinkKind.
using KindMask = std::uint32_t;

[[nodiscard]] constexpr KindMask kind_bit(LinkKind kind) {
  return KindMask{1} << static_cast<unsigned>(kind);
}

// The kinds that `name` means: one for a kind's name or synonym, else all whose name begins so
// ("has:d" while typing: dataset, demo); 0 for anything else.
[[nodiscard]] inline KindMask find_kinds(std::string_view name) {
  if (const std::optional<LinkKind> kind = find_link_kind(name)) return kind_bit(*kind);
  const std::string folded = fold(name);
  KindMask mask = 0;
  for (int i = 0; !folded.empty() && i < link_kind_count; ++i) {
    const LinkKind kind = static_cast<LinkKind>(i);
    if (link_kind_name(kind).substr(0, folded.size()) == folded) mask |= kind_bit(kind);
  }
  return mask;
}

}  // namespace lamplight::search
