#include "search/found.h"

#include <algorithm>

namespace lamplight::search {

std::uint32_t Found::score(std::uint32_t slot) const {
  if (!has_words) return 0;
  if (kind == Clause::Kind::Term) {
    for (std::uint32_t each = 0; each < match->classes.size(); ++each) {
      if (match->classes[each].has(slot)) return each;
    }
    return 0;
  }
  if (kind == Clause::Kind::All) {
    std::uint32_t sum = 0;
    for (const Found& part : parts) sum += part.score(slot);
    return sum;
  }
  std::uint32_t least = 0xFFFFFFFF;
  for (const Found& part : parts) {
    if (part.works.has(slot)) least = std::min(least, part.score(slot));
  }
  return least;
}

const TermMatch* Found::only_match() const {
  if (kind == Clause::Kind::Term) return match.get();
  return kind == Clause::Kind::All && parts.size() == 1 ? parts.front().only_match() : nullptr;
}

}  // namespace lamplight::search
