#include "base/snapshot_date.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace lamplight {
namespace {

using Names = std::vector<std::string>;

Names newest_first(Names names) {
  std::stable_sort(names.begin(), names.end(), is_newer);
  return names;
}

TEST(SnapshotDate, KnowsADateByItsShape) {
  for (const char* date : {"2024", "2024-03", "2024-03-11", "0000-99-99"}) {
    EXPECT_TRUE(is_date(date)) << date;
  }
  for (const char* name : {"", "24", "list", "2024-3", "2024-03-1", "2024/03/11", "2024-03-11a"}) {
    EXPECT_FALSE(is_date(name)) << name;
  }
}

TEST(SnapshotDate, TakesWhatHasNoDateAsOfNowAndAsItIsGiven) {
  EXPECT_EQ(newest_first({"2023-03-29", "b", "2024", "2024-03-11", "a", "2024-03"}),
            (Names{"b", "a", "2024-03-11", "2024-03", "2024", "2023-03-29"}));
  EXPECT_EQ(newest_first({"a", "b"}), (Names{"a", "b"}));
  EXPECT_FALSE(is_newer("2024", "2024"));
}

TEST(SnapshotDate, IsSaidAsShortAsTellsItApart) {
  const Names names = {"list", "2024-03-11", "2024-03-02", "2023-03-29", "2022-13-01", "2021-05"};
  Names labels;
  for (const std::string& name : names) labels.push_back(snapshot_label(name, names));
  EXPECT_EQ(labels,
            (Names{"list", "11 Mar 2024", "2 Mar 2024", "Mar 2023", "2022-13-01", "May 2021"}));
  EXPECT_EQ(month_label("2024-03-11"), "Mar 2024");
}

}  // namespace
}  // namespace lamplight
