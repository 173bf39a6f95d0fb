// Near words: which words of a vocabulary a misspelt one may mean.
//
// Distance is optimal string alignment over code points: a character more, less or another, or two
// neighbours exchanged. A word of four characters or more may be one off, of eight or more two.
// Digits are never mended ("2023" is not "2022"), and neither are Chinese and Japanese characters,
// which are words by themselves.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "search/vocabulary.h"

namespace lamplight::search {

struct NearWord {
  std::uint32_t word = 0;
  std::uint32_t distance = 0;
  bool is_prefix = false;  // only the word's beginning is near
};

// How many edits a word (folded) is forgiven: 0, 1 or 2.
[[nodiscard]] std::uint32_t max_edits(std::string_view typed);

// Words at most `edits` off, ascending. `with_longer`: also those whose beginning is near, each
// with the least distance of its beginnings.
[[nodiscard]] std::vector<NearWord> find_near_words(const Vocabulary& vocabulary,
                                                    std::string_view typed, std::uint32_t edits,
                                                    bool with_longer);

// The same for the fewest edits that find any.
[[nodiscard]] std::vector<NearWord> find_nearest_words(const Vocabulary& vocabulary,
                                                       std::string_view typed, bool with_longer);

}  // namespace lamplight::search
