// Sorting for what is sorted seldom or holds few things: one function for all types, so that each
// use adds some bytes to the download and not a whole algorithm. Stable. Plain numbers are sorted
// faster, and as small, by std::sort, of which they share one.
//
//     lamplight::sort_stably(findings, [](const Finding& a, const Finding& b) {
//       return a.line < b.line;
//     });
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace lamplight {

// is_before(context, a, b): whether number a stands before number b.
void sort_numbers(std::vector<std::uint32_t>& numbers,
                  bool (*is_before)(const void* context, std::uint32_t a, std::uint32_t b),
                  const void* context);

template <typename IsBefore>
void sort_numbers(std::vector<std::uint32_t>& numbers, const IsBefore& is_before) {
  sort_numbers(
      numbers,
      [](const void* context, std::uint32_t a, std::uint32_t b) {
        return static_cast<bool>((*static_cast<const IsBefore*>(context))(a, b));
      },
      &is_before);
}

template <typename Item, typename IsBefore>
void sort_stably(std::vector<Item>& items, const IsBefore& is_before) {
  std::vector<std::uint32_t> order;
  order.reserve(items.size());
  for (std::uint32_t i = 0; i < items.size(); ++i) order.push_back(i);
  sort_numbers(order,
               [&](std::uint32_t a, std::uint32_t b) { return is_before(items[a], items[b]); });
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (const std::uint32_t at : order) sorted.push_back(std::move(items[at]));
  items = std::move(sorted);
}

// By their bytes.
void sort_texts(std::vector<std::string>& texts);
// The same, and each once.
void sort_distinct(std::vector<std::string>& texts);

}  // namespace lamplight
