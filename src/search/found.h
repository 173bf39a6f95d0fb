// Found: what a query found, as a tree like the query's clauses, and how good each hit is.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "lamplight/query.h"
#include "search/term_match.h"
#include "search/work_set.h"

namespace lamplight::search {

struct Found {
  WorkSet works;           // slots
  bool has_words = false;  // whether it counts for the order
  Clause::Kind kind = Clause::Kind::All;
  std::shared_ptr<const TermMatch> match;  // a term of words
  std::vector<Found> parts;                // All: those that count; Any: all

  // The sum of the match classes of what stands side by side, the least of alternatives; lower is
  // better. `slot` is in `works`.
  [[nodiscard]] std::uint32_t score(std::uint32_t slot) const;
  // The term whose classes are the scores, when there is only one.
  [[nodiscard]] const TermMatch* only_match() const;
};

}  // namespace lamplight::search
