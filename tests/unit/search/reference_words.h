// Words of the reference search: how text is taken apart, and how near two words are. Written down
// a second time, on nothing but base/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lamplight::test {

// Folded runs of letters and digits; a Chinese or Japanese character is a word by itself.
[[nodiscard]] std::vector<std::string> split_words(std::string_view text);

struct Nearness {
  int distance = 0;
  bool is_prefix = false;  // only a beginning of the word is near
  bool operator==(const Nearness&) const = default;
};

// How many edits a word is forgiven: 0, 1 or 2.
[[nodiscard]] int find_most_edits(const std::string& typed);

// How near `word` is to what was typed, if it is within so many edits; both folded.
// `with_longer`: a beginning of it will do where the whole is not near.
[[nodiscard]] std::optional<Nearness> find_nearness(const std::string& typed,
                                                    const std::string& word, int edits,
                                                    bool with_longer);

}  // namespace lamplight::test
