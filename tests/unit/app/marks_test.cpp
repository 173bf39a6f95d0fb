#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/app/flagship.h"

namespace lamplight::app {
namespace {

using MarksOfAList = test::FlagshipTest;

TEST_F(MarksOfAList, NewIsWhatIsTaggedSo) {
  load_both();
  session_.dispatch(SetQuery{"is:new"});
  EXPECT_TRUE(view().notices.empty());
  ASSERT_EQ(view().rows.size(), 73u);
  for (std::size_t i = 0; i < view().rows.size(); ++i) {
    ASSERT_FALSE(session_.row(i).tags.empty());
    EXPECT_EQ(session_.row(i).tags[0].text, "new");
  }
  session_.dispatch(SetQuery{"-is:new"});
  EXPECT_EQ(view().rows.size(), 135u);
}

TEST_F(MarksOfAList, NewNeedsAnOlderList) {
  load_newest();
  session_.dispatch(SetQuery{"is:new"});
  EXPECT_TRUE(view().rows.empty());
  EXPECT_EQ(notices_with("no older list"), 1u);
  session_.expect_snapshots({"2023-03-29"});
  EXPECT_EQ(notices_with("Mar 2023 has not come yet"), 1u);
  load("2023-03-29");
  EXPECT_TRUE(view().notices.empty());
  EXPECT_EQ(view().rows.size(), 73u);
  session_.dispatch(SetSnapshot{"2023-03-29"});
  EXPECT_TRUE(view().rows.empty());
  EXPECT_EQ(notices_with("the oldest list"), 1u);
}

TEST_F(MarksOfAList, SavedIsWhatTheReaderSaved) {
  load_newest();
  session_.dispatch(SetQuery{"is:saved"});
  EXPECT_TRUE(view().rows.empty());
  EXPECT_EQ(notices_with("No work is saved yet"), 1u);
  session_.dispatch(ToggleSaved{"openfold"});
  EXPECT_TRUE(view().notices.empty());
  EXPECT_EQ(ids(), std::vector<std::string>{"openfold"});
  EXPECT_TRUE(session_.row(0).is_saved);
  session_.dispatch(ToggleSaved{"chimed-gpt"});
  session_.dispatch(ToggleSaved{"of no list"});
  EXPECT_EQ(view().rows.size(), 2u);
  session_.dispatch(SetQuery{"-is:saved"});
  EXPECT_EQ(view().rows.size(), 206u);
  session_.dispatch(ToggleSaved{"openfold"});
  EXPECT_EQ(view().rows.size(), 207u);
}

TEST_F(MarksOfAList, AreFoundInsideBrackets) {
  load_both();
  session_.dispatch(ToggleSaved{"openfold"});
  session_.dispatch(SetQuery{"(is:new | is:saved)"});
  EXPECT_EQ(view().rows.size(), 74u);
  session_.dispatch(SetQuery{"is:saved -is:new"});
  EXPECT_EQ(view().rows.size(), 1u);
}

TEST_F(MarksOfAList, SavedIsKeptAcrossListsAndUrls) {
  load_both();
  session_.dispatch(ToggleSaved{"openfold"});
  session_.open_url("q=is:saved&at=2023-03-29");
  EXPECT_EQ(ids(), std::vector<std::string>{"openfold"});
  EXPECT_EQ(session_.url(), "q=is:saved&at=2023-03-29");
}

TEST_F(MarksOfAList, SavingKeepsTheNoticesOfTheUrl) {
  load_newest();
  session_.open_url("sort=cake");
  ASSERT_EQ(view().notices.size(), 1u);
  session_.dispatch(ToggleSaved{"openfold"});
  session_.dispatch(SetOwn{{"openfold"}, {"protein"}});
  EXPECT_EQ(view().notices.size(), 1u);
}

}  // namespace
}  // namespace lamplight::app
