#include "base/sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace lamplight {
namespace {

struct Item {
  int key;
  std::size_t place;
  bool operator==(const Item&) const = default;
};

TEST(Sort, SortsLikeTheLibrarysStableSort) {
  std::uint32_t seed = 1;
  for (std::size_t size = 0; size < 200; ++size) {
    std::vector<Item> items;
    for (std::size_t i = 0; i < size; ++i) {
      seed = seed * 1664525u + 1013904223u;
      items.push_back({static_cast<int>(seed >> 27), i});
    }
    const auto is_before = [](const Item& a, const Item& b) { return a.key < b.key; };
    std::vector<Item> expected = items;
    std::stable_sort(expected.begin(), expected.end(), is_before);
    sort_stably(items, is_before);
    EXPECT_EQ(items, expected);
  }
}

TEST(Sort, SortsTextsByTheirBytes) {
  std::vector<std::string> texts = {"b", "é", "", "a", "b", "Z"};
  sort_texts(texts);
  EXPECT_EQ(texts, (std::vector<std::string>{"", "Z", "a", "b", "b", "é"}));
  sort_distinct(texts);
  EXPECT_EQ(texts, (std::vector<std::string>{"", "Z", "a", "b", "é"}));
}

}  // namespace
}  // namespace lamplight
