// Word urn: a stream of words that has what words of real titles have: few that are everywhere and
// ever more that stand once (Zipf's and Heaps' laws). A Pitman-Yor urn with discount 0.6 and
// concentration 10: the n-th word is a new one with probability (10 + 0.6 V) / (n + 10) where V
// words are known, and else an earlier word w with probability (count(w) - 0.6) / (n - 0.6 V).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_index.h"
#include "random.h"

namespace lamplight::bench {

// Words of a text, as they are written: runs of letters and digits.
[[nodiscard]] std::vector<std::string> split_words(std::string_view text);

class WordUrn {
 public:
  // What is put in before the first draw: the words of these titles.
  explicit WordUrn(const std::vector<std::string>& titles);

  // The next word, as it was written where it came first.
  const std::string& draw(Random& random);
  // A word of those drawn so far, the frequent ones more often.
  const std::string& draw_again(Random& random) const;

  [[nodiscard]] std::size_t vocabulary() const { return words_.size(); }
  // Words drawn, without those of the titles.
  [[nodiscard]] std::size_t drawn() const { return drawn_.size() - seeded_; }

 private:
  std::uint32_t add(const std::string& word);
  std::uint32_t make_word(Random& random);

  std::vector<std::string> words_;
  std::vector<std::uint32_t> counts_;
  StringIndex known_;                 // lower case; the same numbers
  std::vector<std::uint32_t> drawn_;  // all words in the order they were drawn
  std::size_t seeded_ = 0;
  std::vector<std::string> stems_;  // words of the titles that new ones are made of
};

}  // namespace lamplight::bench
