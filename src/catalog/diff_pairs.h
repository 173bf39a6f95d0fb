// What belongs together in two lists: works, items of one place. For src/catalog only.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "lamplight/catalog.h"

namespace lamplight::catalog {

// Works of both lists that are the same have one number. Several of one list may: their titles
// became those of one work.
struct SameWorks {
  std::vector<std::uint32_t> of_old;
  std::vector<std::uint32_t> of_new;
  std::vector<char> is_in_old;  // by number
  std::uint32_t new_works = 0;
};
[[nodiscard]] SameWorks find_same_works(const Catalog& old_list, const Catalog& new_list);

// One of those that may be paired.
struct PairItem {
  std::uint32_t index;  // in its list
  std::uint64_t whole;  // hash of all that is compared
  std::uint64_t text;   // hash of its text alone
};
using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // old, new

// Items that are the same in all are paired first, then those with the same text, both in order;
// what was paired leaves the vectors, which keep their order.
void pair_same(std::vector<PairItem>& olds, std::vector<PairItem>& news, Pairs& pairs);

// FNV-1a of 64 bits, to be continued.
inline constexpr std::uint64_t hash_start = 14695981039346656037u;
[[nodiscard]] constexpr std::uint64_t hash_more(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return (hash ^ 0x1FFu) * 1099511628211u;
}

[[nodiscard]] std::uint64_t hash_links(std::uint64_t hash, const Listing& listing);
[[nodiscard]] std::uint64_t hash_links(std::uint64_t hash, const Prose& prose);

// The links that only one of the two has, by their positions. Their order does not matter.
struct LinkDifference {
  std::vector<int> added;
  std::vector<int> removed;
};
[[nodiscard]] LinkDifference compare_links(const Listing& before, const Listing& after);
[[nodiscard]] LinkDifference compare_links(const Prose& before, const Prose& after);

// Calls on_new(new) in the order of the new list, and on_old(old) for each that has no new one
// after the last one before it that has. `to_new` gives the new one by the old one's position, -1
// for none; `is_moved` says that it does not tell where the old ones behind it belong.
template <typename IsMoved, typename OnNew, typename OnOld>
void for_each_in_order(const std::vector<int>& to_new, std::size_t new_count, IsMoved is_moved,
                       OnNew on_new, OnOld on_old) {
  Pairs gone;  // place + 1, old
  std::uint32_t place = 0;
  for (std::uint32_t i = 0; i < to_new.size(); ++i) {
    if (to_new[i] < 0) {
      gone.emplace_back(place, i);
    } else if (!is_moved(i)) {
      place = static_cast<std::uint32_t>(to_new[i]) + 1;
    }
  }
  std::sort(gone.begin(), gone.end());
  std::size_t next = 0;
  for (std::uint32_t i = 0; i <= new_count; ++i) {
    for (; next < gone.size() && gone[next].first == i; ++next) on_old(gone[next].second);
    if (i < new_count) on_new(i);
  }
}

}  // namespace lamplight::catalog
