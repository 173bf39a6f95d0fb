#include "catalog/near_works.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.h"
#include "base/url.h"
#include "catalog/names.h"

namespace lamplight::catalog {
namespace {

// What two works have in common when they share a key.
enum Share : std::uint8_t { share_address = 1, share_name = 2, share_half = 4 };

constexpr std::size_t max_links = 16;         // of a work that are looked at
constexpr std::size_t max_sharing = 8;        // works with the same key
constexpr std::size_t max_title_bytes = 512;  // that are compared
constexpr std::size_t max_words = 64;         // of a title that are compared

// Enough to tell the words of a title or the addresses of a list apart: nothing depends on it
// alone.
std::uint32_t hash_text(std::string_view text, std::uint32_t seed) {
  std::uint32_t hash = 2166136261u ^ seed;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

using Words = std::vector<std::string_view>;

// Hashes of a title's words; the words' own order is of no account here.
class SortedWords {
 public:
  explicit SortedWords(std::string_view key) {
    while (!key.empty() && size_ < max_words) {
      const std::size_t end = find_any<' '>(key);
      hashes_[size_++] = hash_text(key.substr(0, end), 0);
      if (end == std::string_view::npos) break;
      key.remove_prefix(end + 1);
    }
    std::sort(hashes_, hashes_ + size_);
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint32_t operator[](std::size_t index) const { return hashes_[index]; }

 private:
  std::uint32_t hashes_[max_words];
  std::size_t size_ = 0;
};

// The first half of a title's words and the second: one misspelt word leaves one of them whole.
std::string_view half_of(std::string_view key, bool is_second) {
  const std::size_t count = static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
  if (count < 4) return {};
  std::size_t middle = 0;
  for (std::size_t i = 0; i < count / 2; ++i) middle = key.find(' ', middle) + 1;
  return is_second ? key.substr(middle) : key.substr(0, middle);
}

template <typename Use>
void for_each_key(const Catalog& catalog, const Work& work, Use use) {
  if (work.arxiv) use(hash_text(*work.arxiv, 1), share_address);
  if (work.doi) use(hash_text(*work.doi, 2), share_address);
  std::size_t links = 0;
  for (const int listing : work.listings) {
    for (const Link& link : catalog.listings[static_cast<std::size_t>(listing)].links) {
      if (!link.url) continue;
      if (++links > max_links) break;
      use(hash_text(canonical_url(*link.url), 3), share_address);
    }
    if (links > max_links) break;
  }
  if (work.name) use(hash_text(short_key(*work.name), 4), share_name);
  const std::string key = short_key(work.title);
  for (const bool is_second : {false, true}) {
    const std::string_view half = half_of(key, is_second);
    if (!half.empty()) use(hash_text(half, is_second ? 5 : 6), share_half);
  }
}

bool begins(std::string_view part, std::string_view text) {
  return !part.empty() && text.substr(0, part.size()) == part &&
         (text.size() == part.size() || text[part.size()] == ' ' ||
          static_cast<unsigned char>(text[part.size()]) >= 0x80);
}

// Whether one becomes the other by one edit of a letter, two in long words. Digits are never
// misspelt: "GPT-3" is not "GPT-4".
bool is_misspelt(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 5 || b.size() - a.size() > 2 || b.size() > 32) return false;
  for (const std::string_view word : {a, b}) {
    if (std::any_of(word.begin(), word.end(), is_ascii_digit)) return false;
  }
  // Rows of the table of edit distances, swapped neighbours counting as one edit.
  std::uint8_t rows[3][34] = {};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::uint8_t* row = rows[i % 3];
    const std::uint8_t* above = rows[(i + 2) % 3];
    row[0] = static_cast<std::uint8_t>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      int best = std::min(above[j], row[j - 1]) + 1;
      best = std::min(best, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        best = std::min(best, rows[(i + 1) % 3][j - 2] + 1);
      }
      row[j] = static_cast<std::uint8_t>(best);
    }
  }
  return rows[a.size() % 3][b.size()] <= (a.size() < 8 ? 1 : 2);
}

bool has_one_misspelt_word(std::string_view a, std::string_view b) {
  const Words words_a = first_words(a, max_words);
  const Words words_b = first_words(b, max_words);
  if (words_a.size() != words_b.size() || words_a.size() >= max_words) return false;
  std::size_t different = words_a.size();
  for (std::size_t i = 0; i < words_a.size(); ++i) {
    if (words_a[i] == words_b[i]) continue;
    if (different < words_a.size()) return false;
    different = i;
  }
  return different < words_a.size() && is_misspelt(words_a[different], words_b[different]);
}

bool have_same_name(const Work& a, const Work& b) {
  if (!a.name || !b.name) return !a.name && !b.name;
  return short_key(*a.name) == short_key(*b.name);
}

// How alike two works are; 0: not enough.
std::uint32_t likeness(const Work& a, const Work& b, std::uint8_t shares) {
  const std::string title_a = short_key(a.title);
  const std::string title_b = short_key(b.title);
  const std::uint32_t words = shared_words(title_a, title_b);
  const bool is_title_near = words >= 500 || begins(title_a, title_b) || begins(title_b, title_a);
  const std::uint32_t signs = (shares & share_address ? 1u : 0u) + (shares & share_name ? 1u : 0u) +
                              (is_title_near ? 1u : 0u);
  if (signs >= 2) return signs * 2000 + words;
  const bool is_typo =
      (shares & share_half) != 0 && have_same_name(a, b) && has_one_misspelt_word(title_a, title_b);
  return is_typo ? 1000 + words : 0;
}

}  // namespace

std::string short_key(std::string_view title) {
  return title_key(title.substr(0, max_title_bytes));
}

std::uint32_t shared_words(std::string_view a, std::string_view b) {
  const SortedWords words_a(a);
  const SortedWords words_b(b);
  if (words_a.size() == 0 || words_b.size() == 0) return 0;
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < words_a.size() && j < words_b.size();) {
    const bool is_shared = words_a[i] == words_b[j];
    const bool is_behind = words_a[i] < words_b[j];
    shared += is_shared ? 1 : 0;
    i += is_shared || is_behind ? 1 : 0;
    j += is_behind ? 0 : 1;
  }
  return static_cast<std::uint32_t>(2000 * shared / (words_a.size() + words_b.size()));
}

NearWorks::NearWorks(const Catalog& catalog, const std::vector<std::uint32_t>& works)
    : catalog_(catalog) {
  for (const std::uint32_t work : works) {
    for_each_key(catalog, catalog.works[work], [&](std::uint32_t hash, Share) {
      keys_.push_back(std::uint64_t{hash} << 32 | work);
    });
  }
  std::sort(keys_.begin(), keys_.end());
  keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
}

std::optional<std::uint32_t> NearWorks::find_best(const Catalog& other, std::uint32_t work) const {
  struct Candidate {
    std::uint32_t work;
    std::uint8_t shares;
  };
  std::vector<Candidate> candidates;
  const Work& wanted = other.works[work];
  for_each_key(other, wanted, [&](std::uint32_t hash, Share share) {
    const auto first = std::lower_bound(keys_.begin(), keys_.end(), std::uint64_t{hash} << 32);
    auto end = first;
    std::size_t sharing = 0;
    for (; end != keys_.end() && *end >> 32 == hash && sharing <= max_sharing; ++end) ++sharing;
    if (sharing > max_sharing) return;
    for (auto key = first; key != end; ++key) {
      const auto sharer = static_cast<std::uint32_t>(*key);
      const auto known =
          std::find_if(candidates.begin(), candidates.end(),
                       [&](const Candidate& candidate) { return candidate.work == sharer; });
      if (known == candidates.end()) {
        candidates.push_back({sharer, share});
      } else {
        known->shares |= share;
      }
    }
  });
  std::optional<std::uint32_t> best;
  std::uint32_t best_likeness = 0;
  for (const Candidate& candidate : candidates) {
    const std::uint32_t alike = likeness(catalog_.works[candidate.work], wanted, candidate.shares);
    if (alike == 0 || alike < best_likeness) continue;
    if (alike == best_likeness && candidate.work > *best) continue;
    best = candidate.work;
    best_likeness = alike;
  }
  return best;
}

}  // namespace lamplight::catalog
