// Likeness of titles: how much a title tells, and whether two titles that share an identifier are
// those of one work. For src/catalog only.
//
//     is_coined("Urho3D");                                // true: few things are called so
//     titles_agree(title_key("KiUT: Knowledge-injected U-Transformer for Reports"),
//                  title_key("Knowledge-Injected U-Transformer for Reports"));  // true
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace lamplight::catalog {

// Whether each word of a title, as it is written, is one that somebody made up: capitals inside
// ("MixEval"), or digits behind letters ("Urho3D", "K2"). Not one that is only capitals, which may
// be any abbreviation, and not the name of a language or platform that much is about.
[[nodiscard]] bool is_coined(std::string_view title);

// A bit for each of a title's words: what most titles that do not agree are told by.
struct WordSigns {
  std::array<std::uint64_t, 2> bits{};
  std::uint32_t again = 0;  // words whose bit another word has, too

  [[nodiscard]] bool empty() const { return (bits[0] | bits[1]) == 0; }
  // Whether each bit is also one of the other's.
  [[nodiscard]] bool is_within(const WordSigns& other) const {
    return ((bits[0] & ~other.bits[0]) | (bits[1] & ~other.bits[1])) == 0;
  }
};
// Of a key of a title, which is not empty.
[[nodiscard]] WordSigns word_signs(std::string_view key);
// False: titles_agree would say so, too.
[[nodiscard]] bool may_agree(const WordSigns& a, const WordSigns& b);

// Whether two keys of titles with a common identifier say the same: four or more words in a row are
// in both, and make up half of the shorter one (what is left over being a name, a venue, authors or
// a subtitle), or four fifths of their words are in both. The first 32 words count.
[[nodiscard]] bool titles_agree(std::string_view key, std::string_view other);

}  // namespace lamplight::catalog
