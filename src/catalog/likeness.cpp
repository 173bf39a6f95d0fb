#include "catalog/likeness.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <iterator>

#include "base/text.h"
#include "catalog/names.h"
#include "catalog/near_works.h"

namespace lamplight::catalog {
namespace {

constexpr std::size_t max_words = 32;  // of a title that are compared
constexpr std::size_t least_run = 4;
constexpr std::uint32_t agreeing_words = 800;  // in a thousand

// Made up by somebody, but what thousands of things are about. Folded, in order.
constexpr std::string_view common_coinages[] = {
    "arxiv",  "biorxiv",    "chatgpt", "devops",     "github",      "gitlab",  "graphql", "ios",
    "ipados", "javascript", "latex",   "linkedin",   "macos",       "medrxiv", "mongodb", "mysql",
    "openai", "postgresql", "pytorch", "typescript", "webassembly", "webgl",   "youtube",
};

// The first words of a title.
class Words {
 public:
  explicit Words(std::string_view key) {
    while (!key.empty() && size_ < max_words) {
      const std::size_t end = std::min(find_any<' '>(key), key.size());
      words_[size_++] = key.substr(0, end);
      key.remove_prefix(std::min(end + 1, key.size()));
    }
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view operator[](std::size_t index) const { return words_[index]; }

 private:
  std::string_view words_[max_words];
  std::size_t size_ = 0;
};

// How many words in a row are in both.
std::size_t longest_common_run(const Words& a, const Words& b) {
  std::uint8_t ending[max_words + 1] = {};  // at each word of b: the run up to it
  std::uint8_t longest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::string_view word = a[i];
    for (std::size_t j = b.size(); j > 0; --j) {
      // The first letters say most of it.
      const bool is_same = word.size() == b[j - 1].size() && !word.empty() &&
                           word.front() == b[j - 1].front() && word == b[j - 1];
      ending[j] = is_same ? static_cast<std::uint8_t>(ending[j - 1] + 1) : std::uint8_t{0};
      longest = std::max(longest, ending[j]);
    }
  }
  return longest;
}

}  // namespace

bool is_coined(std::string_view title) {
  bool has_words = false;
  while (!title.empty()) {
    std::size_t end = 0;
    while (end < title.size() && is_ascii_alnum(title[end])) ++end;
    const std::string_view word = title.substr(0, end);
    // Other scripts have no capitals that tell, or none at all.
    if (word.empty() && static_cast<unsigned char>(title.front()) >= 0x80) return false;
    title.remove_prefix(std::max<std::size_t>(end, 1));
    if (word.empty()) continue;
    bool is_made_up = false;
    bool has_lower = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
      has_lower = has_lower || is_ascii_lower(word[i]);
      const bool is_inner = i > 0 && is_ascii_alpha(word.front());
      is_made_up = is_made_up || (is_inner && is_ascii_digit(word[i])) ||
                   (has_lower && is_ascii_upper(word[i])) ||
                   (i > 2 && is_ascii_upper(word[i - 3]) && is_ascii_upper(word[i - 2]) &&
                    is_ascii_lower(word[i - 1]) && is_ascii_lower(word[i]));
    }
    // "Kimi-K2": the hyphen makes one coinage of two words.
    const bool is_joined = !title.empty() && title.front() == '-';
    if (!is_made_up && !is_joined) return false;
    if (std::binary_search(std::begin(common_coinages), std::end(common_coinages),
                           to_lower_ascii(word))) {
      return false;
    }
    has_words = true;
  }
  return has_words;
}

WordSigns word_signs(std::string_view key) {
  WordSigns signs;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(find_any<' '>(key, at), key.size());
    std::uint32_t hash = 0;
    for (; at < end; ++at) hash = (hash ^ static_cast<unsigned char>(key[at])) * 16777619u;
    const std::uint64_t bit = std::uint64_t{1} << (hash >> 26);
    std::uint64_t& bits = signs.bits[hash >> 25 & 1];
    if ((bits & bit) != 0) ++signs.again;
    bits |= bit;
    ++at;
  }
  return signs;
}

bool may_agree(const WordSigns& a, const WordSigns& b) {
  if (a.bits == b.bits && a.again == b.again) return true;
  const auto count = [](const std::array<std::uint64_t, 2>& bits) {
    return static_cast<std::uint32_t>(std::popcount(bits[0]) + std::popcount(bits[1]));
  };
  // No more words are in both than bits are, and those that have a bit of another word.
  const std::uint32_t most =
      count({a.bits[0] & b.bits[0], a.bits[1] & b.bits[1]}) + std::min(a.again, b.again);
  const std::size_t fewer =
      std::min<std::size_t>(std::min(count(a.bits) + a.again, count(b.bits) + b.again), max_words);
  return most >= least_run && 2 * most >= fewer;
}

bool titles_agree(std::string_view key, std::string_view other) {
  if (key == other) return true;
  const Words a(key);
  const Words b(other);
  const std::size_t run = longest_common_run(a, b);
  if (run >= least_run && 2 * run >= std::min(a.size(), b.size())) return true;
  return std::min(a.size(), b.size()) >= least_run && shared_words(key, other) >= agreeing_words;
}

}  // namespace lamplight::catalog
