// A list that is too long to be indexed in one go.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "app/session.h"
#include "unit/search/exact_text.h"

namespace lamplight::app {
namespace {

constexpr std::size_t many = Session::indexed_at_once + 500;

// Every tenth work is about proteins, every fifth has code, and few are rare.
std::string long_list(std::size_t works, const char* section = "Models") {
  std::string text = "# Long\n## " + std::string(section) + "\n";
  for (std::size_t i = 0; i < works; ++i) {
    const std::string number = std::to_string(i);
    text += i % 10 == 0 ? "- Protein work w" : i % 1000 == 7 ? "- Rare work w" : "- Other work w";
    text += number + " [[Paper]](https://a.org/" + number + ")";
    if (i % 5 == 0) text += " [[Code]](https://github.com/a/r" + number + ")";
    text += '\n';
  }
  return text;
}

class LongList : public testing::Test {
 protected:
  void load(std::string_view date, const std::string& text) {
    ASSERT_TRUE(session_.add_snapshot(date, test::ExactText(text).view()).is_ok());
  }
  const ViewModel& view() { return session_.view_model(); }
  void prepare() {
    while (session_.prepare_step()) {
    }
  }
  Session session_;
};

TEST_F(LongList, ShowsAllBeforeItCanBeSearched) {
  load("2024-01-01", long_list(many));
  session_.open_url("q=protein&has=code&sort=name&in=models");
  ASSERT_TRUE(session_.is_preparing());
  ASSERT_TRUE(view().preparing);
  EXPECT_EQ(view().preparing->part, 0);
  EXPECT_FALSE(view().preparing->is_cancelled);
  EXPECT_EQ(view().query, "protein");
  EXPECT_EQ(view().rows.size(), many);
  EXPECT_EQ(view().count_text, std::to_string(many) + " works");
  EXPECT_TRUE(view().facets.empty());
  EXPECT_TRUE(view().chips.empty());
  EXPECT_TRUE(view().notices.empty());
  EXPECT_EQ(session_.row(0).title, "Protein work w0");
  EXPECT_TRUE(session_.row(0).title_highlights.empty());
  EXPECT_EQ(session_.row(many - 1).title, "Other work w" + std::to_string(many - 1));
}

TEST_F(LongList, TakesTheUrlOverWhenItIsReady) {
  load("2024-01-01", long_list(many));
  session_.open_url("q=protein&has=code");
  std::size_t steps = 0;
  float part = 0;
  while (session_.prepare_step()) {
    ++steps;
    ASSERT_TRUE(view().preparing);
    EXPECT_GE(view().preparing->part, part);
    EXPECT_LE(view().preparing->part, 1);
    part = view().preparing->part;
    EXPECT_EQ(view().rows.size(), many);
  }
  EXPECT_GT(steps, 1u);
  EXPECT_GT(part, 0);
  EXPECT_FALSE(session_.is_preparing());
  EXPECT_FALSE(session_.prepare_step());
  EXPECT_FALSE(view().preparing);
  EXPECT_EQ(view().rows.size(), many / 10);
  EXPECT_EQ(view().chips.size(), 1u);
  EXPECT_FALSE(view().facets.empty());
  EXPECT_FALSE(session_.row(0).title_highlights.empty());
  EXPECT_EQ(session_.url(), "q=protein&has=code");
}

TEST_F(LongList, KeepsItsRowsWhileItIsPrepared) {
  load("2024-01-01", long_list(many));
  const Hits before = view().rows;
  const RowView* row = &session_.row(3);
  const std::uint64_t version = session_.version();
  while (session_.prepare_step() && session_.version() == version) {
  }
  EXPECT_TRUE(before.is_same(view().rows));
  EXPECT_EQ(row, &session_.row(3));
  EXPECT_EQ(session_.row(3).title, "Other work w3");
}

TEST_F(LongList, CanBeReadAndChosenFromMeanwhile) {
  load("2024-01-01", long_list(many));
  ASSERT_TRUE(session_.prepare_step());
  const std::string id = session_.row(7).id;
  session_.dispatch(SelectWork{id});
  session_.dispatch(ToggleSaved{id});
  ASSERT_TRUE(view().detail);
  EXPECT_EQ(view().detail->heading, "Rare work w7");
  EXPECT_TRUE(view().detail->related.empty());
  EXPECT_TRUE(session_.row(7).is_selected);
  EXPECT_TRUE(session_.row(7).is_saved);
  EXPECT_TRUE(session_.is_preparing());
  prepare();
  ASSERT_TRUE(view().detail);
  EXPECT_FALSE(view().detail->related.empty());
}

TEST_F(LongList, IsLeftUnpreparedOnceCancelled) {
  load("2024-01-01", long_list(many));
  session_.dispatch(SetQuery{"protein"});
  ASSERT_TRUE(session_.prepare_step());
  session_.dispatch(SetPreparing{false});
  EXPECT_FALSE(session_.is_preparing());
  EXPECT_FALSE(session_.prepare_step());
  ASSERT_TRUE(view().preparing);
  EXPECT_TRUE(view().preparing->is_cancelled);
  EXPECT_EQ(view().preparing->part, 0);
  EXPECT_EQ(view().rows.size(), many);
  const std::uint64_t version = session_.version();
  session_.dispatch(SetPreparing{false});
  EXPECT_EQ(session_.version(), version);
  session_.dispatch(SetPreparing{true});
  EXPECT_TRUE(session_.is_preparing());
  EXPECT_FALSE(view().preparing->is_cancelled);
  prepare();
  EXPECT_EQ(view().rows.size(), many / 10);
  session_.dispatch(SetPreparing{false});
  EXPECT_EQ(view().rows.size(), many / 10);
  EXPECT_FALSE(view().preparing);
}

TEST_F(LongList, OffersOnlyRecentQueriesMeanwhile) {
  load("2024-01-01", long_list(many));
  session_.dispatch(SetOwn{{}, {"protein fold", "rna"}});
  EXPECT_EQ(session_.suggestions().size(), 2u);
  session_.dispatch(SetQuery{"prot"});
  EXPECT_EQ(session_.suggestions().size(), 1u);
  prepare();
  EXPECT_GT(session_.suggestions().size(), 1u);
}

TEST_F(LongList, IsNotPreparedForTheSakeOfAnother) {
  load("2023-01-01", long_list(many, "Elsewhere"));
  load("2024-01-01", long_list(20));
  session_.open_url("in=elsewhere");
  EXPECT_FALSE(session_.is_preparing());
  EXPECT_FALSE(view().preparing);
  EXPECT_EQ(view().rows.size(), 20u);
  EXPECT_EQ(view().notices.size(), 1u);
  session_.dispatch(SetSnapshot{"2023-01-01"});
  EXPECT_TRUE(session_.is_preparing());
  prepare();
  EXPECT_EQ(view().rows.size(), many);
  session_.dispatch(SetSnapshot{"2024-01-01"});
  EXPECT_FALSE(session_.is_preparing());
  // Now it is known what that section is.
  EXPECT_TRUE(view().notices.empty());
  EXPECT_TRUE(view().rows.empty());
}

TEST_F(LongList, StartsAnewWithAnotherProfile) {
  load("2024-01-01", long_list(many));
  ASSERT_TRUE(session_.prepare_step());
  ASSERT_TRUE(session_.set_profile(R"({"title": "Another", "facets": []})").is_ok());
  EXPECT_TRUE(session_.is_preparing());
  EXPECT_EQ(view().title, "Another");
  prepare();
  session_.dispatch(SetQuery{"protein"});
  EXPECT_EQ(view().rows.size(), many / 10);
  ASSERT_TRUE(session_.set_profile(R"({"title": "Third", "facets": []})").is_ok());
  EXPECT_TRUE(session_.is_preparing());
  EXPECT_EQ(view().rows.size(), many);
}

TEST_F(LongList, IsShortUpToTheLimit) {
  load("2024-01-01", long_list(Session::indexed_at_once));
  EXPECT_FALSE(session_.is_preparing());
  EXPECT_FALSE(session_.prepare_step());
  EXPECT_FALSE(view().preparing);
  EXPECT_FALSE(view().facets.empty());
}

TEST_F(LongList, IsNothingToPrepareWithoutAList) {
  EXPECT_FALSE(session_.is_preparing());
  EXPECT_FALSE(session_.prepare_step());
  session_.dispatch(SetPreparing{false});
  session_.dispatch(SetPreparing{true});
  EXPECT_FALSE(view().preparing);
}

}  // namespace
}  // namespace lamplight::app
