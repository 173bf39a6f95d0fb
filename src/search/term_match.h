// Term match: what one word or phrase of a query finds.
//
// A word is looked for in stages; the first one that finds a work counts:
// 1. as it is asked for: the word itself, or all that begin so where it is a prefix;
// 2. words that begin so;
// 3. words near it (near_words.h): one edit off, or two where none is one off.
// What stood in quotes, and phrases, are looked for as they are written and no further.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/query.h"
#include "search/near_words.h"
#include "search/text_index.h"
#include "search/work_set.h"

namespace lamplight::search {

// How well a word matches a work; lower is better. A typo adds two for each edit beyond the first,
// and one where only the beginning of a longer word is near.
enum MatchClass : std::uint8_t {
  name_hit = 0,
  title_prefix = 1,
  whole_word = 2,
  word_prefix = 3,
  typo = 4,
};

enum class Stage : std::uint8_t { AsAsked, Longer, Near };

// Works are slots here.
struct TermMatch {
  WorkSet works;
  std::vector<WorkSet> classes;  // by match class; disjoint, together `works`
  Stage stage = Stage::AsAsked;
  std::vector<NearWord> near;  // Near: the words that found something, ascending
};

// `term` is of field Text or Name and has words. `works`: how many there are.
[[nodiscard]] TermMatch match_term(const TextIndex& index, std::size_t works, const Term& term);

}  // namespace lamplight::search
