#include "search/pair_table.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <utility>

#include "unit/search/generated.h"

namespace lamplight::search {
namespace {

using Counts = std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t>;

Counts counts_of(PairTable& table) {
  Counts counts;
  std::pair<std::uint32_t, std::uint32_t> last = {0, 0};
  table.for_each([&](std::uint32_t row, std::uint32_t column, std::uint32_t times) {
    const std::pair at(row, column);
    EXPECT_TRUE(counts.empty() || last < at) << "by row, then by column, each once";
    last = at;
    counts[at] = times;
  });
  return counts;
}

// Fewer pairs than fit a table of their own, and so many that a table would take gigabytes.
TEST(PairTable, CountsTheSameHoweverManyPairsThereMayBe) {
  PairTable dense(100, 30);
  PairTable sparse(1u << 20, 1u << 20);
  Counts counts;
  test::Random random(5);
  for (int i = 0; i < 3'000'000; ++i) {
    const std::uint32_t row = random.below(100);
    const std::uint32_t column = random.below(30);
    dense.add(row, column, 2);
    sparse.add(row, column, 2);
    counts[{row, column}] += 2;
  }
  EXPECT_EQ(counts_of(dense), counts);
  EXPECT_EQ(counts_of(sparse), counts);
}

TEST(PairTable, MayBeEmpty) {
  for (PairTable table : {PairTable(0, 0), PairTable(0, 7), PairTable(1u << 30, 1u << 30)}) {
    EXPECT_TRUE(counts_of(table).empty());
  }
}

}  // namespace
}  // namespace lamplight::search
