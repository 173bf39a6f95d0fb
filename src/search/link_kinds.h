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
// ("has:d" while typing: dataset, demo), else all with a synonym that does ("has:git": code); 0 for
// anything else.
[[nodiscard]] inline KindMask find_kinds(std::string_view name) {
  if (const std::optional<LinkKind> kind = find_link_kind(name)) return kind_bit(*kind);
  const std::string folded = fold(name);
  if (folded.empty()) return 0;
  KindMask names = 0;
  KindMask synonyms = 0;
  for (int i = 0; i < link_kind_count; ++i) {
    const LinkKind kind = static_cast<LinkKind>(i);
    if (link_kind_name(kind).substr(0, folded.size()) == folded) names |= kind_bit(kind);
    if (has_link_kind_synonym(kind, folded)) synonyms |= kind_bit(kind);
  }
  return names != 0 ? names : synonyms;
}

}  // namespace lamplight::search
