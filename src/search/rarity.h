// Rarity: how much a word or an address that several works have tells of them.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace lamplight::search {

// Beyond this a word is not rare, however long the list is.
inline constexpr std::size_t most_holders = 20'000;

// How many of `works` may have a word that tells something: at most one in eight, since very common
// words tell nothing and cost the most. `works` > 1.
[[nodiscard]] inline std::size_t rare_up_to(std::size_t works) {
  return std::clamp<std::size_t>(works / 8, 2, most_holders);
}

// Weight of something that `holders` of `works` have: its bits of information, in quarters.
// Whole numbers, so that the order is the same on every platform.
[[nodiscard]] inline std::uint32_t rarity(std::size_t works, std::size_t holders) {
  const std::uint64_t all = works;
  const std::uint64_t squared = all * all / (std::uint64_t{holders} * holders);
  // The bits of a fourth power are four times those of the number itself.
  const std::uint64_t capped = std::min<std::uint64_t>(squared, std::uint64_t{1} << 31);
  return static_cast<std::uint32_t>(std::bit_width(capped * capped)) - 1;
}

}  // namespace lamplight::search
