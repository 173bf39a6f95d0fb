#include "search/work_set.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "unit/search/generated.h"

namespace lamplight::search {
namespace {

using test::Random;

std::vector<std::uint32_t> works_of(const WorkSet& set) {
  std::vector<std::uint32_t> works;
  set.for_each([&](std::uint32_t work) { works.push_back(work); });
  return works;
}

// A set of few or of many, with the same as a std::set.
struct Both {
  Both(std::size_t works, std::uint32_t one_in, Random& random) : set(works) {
    for (std::uint32_t work = 0; work < works; ++work) {
      if (!random.one_in(one_in)) continue;
      set.add(work);
      plain.insert(work);
    }
  }
  WorkSet set;
  std::set<std::uint32_t> plain;
};

TEST(WorkSet, DoesWhatASetDoes) {
  Random random(1);
  for (const std::size_t works : {1u, 63u, 64u, 65u, 4096u, 4097u, 9000u}) {
    for (const std::uint32_t share : {1u, 2u, 50u, 3000u}) {
      Both a(works, share, random);
      const Both b(works, 3, random);
      EXPECT_EQ(a.set.count(), a.plain.size());
      EXPECT_EQ(a.set.is_empty(), a.plain.empty());
      WorkSet united = a.set;
      united.unite(b.set);
      WorkSet common = a.set;
      common.intersect(b.set);
      WorkSet rest = a.set;
      rest.subtract(b.set);
      WorkSet others = a.set;
      others.complement();
      std::vector<std::uint32_t> expected[4];
      for (std::uint32_t work = 0; work < works; ++work) {
        const bool in_a = a.plain.count(work) > 0;
        const bool in_b = b.plain.count(work) > 0;
        EXPECT_EQ(a.set.has(work), in_a);
        if (in_a || in_b) expected[0].push_back(work);
        if (in_a && in_b) expected[1].push_back(work);
        if (in_a && !in_b) expected[2].push_back(work);
        if (!in_a) expected[3].push_back(work);
      }
      EXPECT_EQ(works_of(united), expected[0]);
      EXPECT_EQ(works_of(common), expected[1]);
      EXPECT_EQ(works_of(rest), expected[2]);
      EXPECT_EQ(works_of(others), expected[3]);
      EXPECT_EQ(united.count(), expected[0].size());
      EXPECT_EQ(common.count(), expected[1].size());
      EXPECT_EQ(rest.count(), expected[2].size());
      EXPECT_EQ(others.count(), expected[3].size());
    }
  }
}

TEST(WorkSet, IsTheSameHoweverItCameAbout) {
  WorkSet one(5000);
  one.add(4999);
  WorkSet other = WorkSet::all(5000);
  WorkSet rest = WorkSet::all(5000);
  rest.subtract(one);
  other.subtract(rest);
  EXPECT_EQ(one, other);
  EXPECT_EQ(WorkSet(0).count(), 0u);
  EXPECT_EQ(WorkSet::all(0).count(), 0u);
}

TEST(WorkSet, StopsWhenItIsTold) {
  const WorkSet all = WorkSet::all(300);
  std::uint32_t seen = 0;
  EXPECT_FALSE(all.find_each([&](std::uint32_t work) {
    seen = work;
    return work < 100;
  }));
  EXPECT_EQ(seen, 100u);
  EXPECT_TRUE(all.find_each([](std::uint32_t) { return true; }));
}

}  // namespace
}  // namespace lamplight::search
