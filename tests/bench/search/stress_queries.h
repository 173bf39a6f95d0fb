// Stress queries: what is asked of a stress list: single words, words key by key ("prefix"), two
// words of one title, misspelt words with the word that was meant, words that stand once, and
// words that stand nowhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stress_list.h"

namespace lamplight::bench {

struct StressQuery {
  std::string kind;  // "single", "prefix", "and2", "typo", "rare", "nohit"
  std::string text;
  std::string wanted;  // typo: the word that was meant
};

// Words are those of the first `drawn_from` entries, so that shorter lists have them, too; what
// shall stand nowhere stands in none of all entries, not even as a beginning.
[[nodiscard]] std::vector<StressQuery> make_queries(const std::vector<Entry>& entries,
                                                    std::size_t drawn_from, std::uint64_t seed);

}  // namespace lamplight::bench
