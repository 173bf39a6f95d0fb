#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/app/flagship.h"

namespace lamplight::app {
namespace {

class RescuesOfAList : public test::FlagshipTest {
 protected:
  // Every rescue gives as many works as it says.
  void expect_promises_kept(const std::string& url) {
    session_.open_url(url);
    ASSERT_TRUE(view().rows.empty()) << url;
    ASSERT_FALSE(view().rescues.empty()) << url;
    for (const RescueView& rescue : std::vector<RescueView>(view().rescues)) {
      session_.open_url(url);
      session_.dispatch(rescue.action);
      const std::size_t works = view().rows.size();
      const std::string promised = ": " + std::to_string(works) + (works == 1 ? " work" : " works");
      EXPECT_EQ(rescue.text.substr(rescue.text.rfind(':')), promised) << url << ": " << rescue.text;
      EXPECT_GT(works, 0u) << rescue.text;
    }
    session_.open_url(url);
  }
  // Position of the first rescue with this text; -1 for none.
  int position(std::string_view text) {
    const std::vector<RescueView>& rescues = view().rescues;
    for (std::size_t i = 0; i < rescues.size(); ++i) {
      if (rescues[i].text.find(text) != std::string::npos) return static_cast<int>(i);
    }
    return -1;
  }
};

TEST_F(RescuesOfAList, DropEachClauseOfTheQuery) {
  load_newest();
  expect_promises_kept("q=protein+(openfold+|+chimed)+-openfold+");
  EXPECT_NE(position("Drop “openfold | chimed”"), -1);
  EXPECT_NE(position("Drop “protein”"), -1);
  // Without it there is still nothing.
  EXPECT_EQ(position("Drop “-openfold”"), -1);
  EXPECT_EQ(view().rescues.back().text, "Clear all: 208 works");
}

TEST_F(RescuesOfAList, DropFiltersAndYears) {
  load_newest();
  expect_promises_kept("q=has:code&family=audio&year=1990");
  EXPECT_NE(position("Drop “1990”"), -1);
}

TEST_F(RescuesOfAList, ReadPlainWords) {
  load_newest();
  expect_promises_kept("q=papers+with+code+of+2022");
  EXPECT_EQ(position("Search for “has:code year:2022”: "), 0);
  expect_promises_kept("q=papers+on+medical+imaging+with+code+since+2021");
  EXPECT_EQ(position("Search for “has:code year:2021.. · Application: Medical imaging”: "), 0);
}

TEST_F(RescuesOfAList, TakeAPhraseForItsWords) {
  load_newest();
  expect_promises_kept("q=%22structure+protein%22");
  EXPECT_EQ(position("Search for “structure protein”: "), 0);
}

TEST_F(RescuesOfAList, OfferTheNearestSpellingThatFindsSomethingBesideTheOtherWords) {
  load_newest();
  expect_promises_kept("q=openfold+protien+xqzzy");
  expect_promises_kept("q=has:code+is:saved+protien");
}

TEST_F(RescuesOfAList, DropSeveralThingsWhereNoOneIsToBlame) {
  load_newest();
  expect_promises_kept("q=protein+xqzzy+wqkkj");
  EXPECT_NE(position("Drop “xqzzy”, “wqkkj”: "), -1);
  expect_promises_kept("q=xqzzy+protein+%22no+such+phrase%22&family=audio&year=1990");
  EXPECT_NE(position("Drop “xqzzy”, “\"no such phrase\"”"), -1);
  // Where nothing can stay, all of it goes.
  expect_promises_kept("q=xqzzy+wqkkj");
  EXPECT_EQ(view().rescues.size(), 1u);
}

TEST_F(RescuesOfAList, LeaveTextThatOneWouldType) {
  load_newest();
  session_.open_url("q=protein+xqzzy");
  ASSERT_EQ(position("Drop “xqzzy”"), 0);
  session_.dispatch(view().rescues[0].action);
  EXPECT_EQ(session_.state().query, "protein");
}

TEST_F(RescuesOfAList, KeepWhatTheRestOfTheQueryMeans) {
  load_newest();
  expect_promises_kept("q=-%22large+language%22+name:openfold+year:2019+has:code");
  expect_promises_kept("q=in:bioinformatics+%22no+such+phrase+here%22+-rna");
}

TEST_F(RescuesOfAList, ComeWithMostWorksFirst) {
  load_newest();
  session_.open_url("q=protein&family=audio&year=2019..2020");
  std::size_t before = 1000000;
  const std::vector<RescueView>& rescues = view().rescues;
  ASSERT_GE(rescues.size(), 2u);
  for (std::size_t i = 0; i + 1 < rescues.size(); ++i) {
    const std::string& text = rescues[i].text;
    const std::size_t works = std::stoul(text.substr(text.rfind(':') + 2));
    EXPECT_LE(works, before);
    before = works;
  }
}

TEST_F(RescuesOfAList, AreFewHoweverMuchIsAsked) {
  load_newest();
  session_.open_url(
      "q=openfold+chimed+zinc20+protein+rna+clip+has:code+has:demo+year:2019+year:2020"
      "&in=bioinformatics&family=audio&kind=law&year=1990");
  EXPECT_TRUE(view().rows.empty());
  EXPECT_LE(view().rescues.size(), 4u);
  EXPECT_EQ(view().rescues.back().text, "Clear all: 208 works");
}

TEST_F(RescuesOfAList, AreThreeAndClearAll) {
  ASSERT_TRUE(session_
                  .add_snapshot("2024-01-01",
                                "# L\n## S\n- [beta gamma delta](https://x.org/1) - One.\n"
                                "- [alpha gamma delta](https://x.org/2) - Two.\n"
                                "- [alpha beta delta](https://x.org/3) - Three.\n"
                                "- [alpha beta gamma](https://x.org/4) - Four.\n")
                  .is_ok());
  session_.dispatch(SetQuery{"alpha beta gamma "});
  EXPECT_EQ(view().rows.size(), 1u);
  session_.dispatch(SetQuery{"alpha beta gamma delta "});
  EXPECT_TRUE(view().rows.empty());
  ASSERT_EQ(view().rescues.size(), 4u) << "each of the four words could go";
  EXPECT_EQ(view().rescues[2].text, "Drop “gamma”: 1 work");
  EXPECT_EQ(view().rescues[3].text, "Clear all: 4 works");
}

TEST_F(RescuesOfAList, AreLookedForInSixteenTrials) {
  const std::string words =
      "amber birch cedar daisy elder fennel ginger hazel iris jasmine "
      "kale lupin maple nettle ";
  ASSERT_TRUE(
      session_.add_snapshot("2024-01-01", "# L\n## S\n- [" + words + "olive](https://x.org/1)\n")
          .is_ok());
  // One trial is for the phrase as its words.
  const std::string wrong = "\"no such phrase\" ";
  session_.dispatch(SetQuery{words + wrong});
  EXPECT_NE(position("no such phrase"), -1) << "the fifteenth that can go";
  session_.dispatch(SetQuery{words + "olive " + wrong});
  EXPECT_TRUE(view().rows.empty());
  ASSERT_EQ(view().rescues.size(), 1u);
  EXPECT_EQ(view().rescues[0].text, "Clear all: 1 work");
}

TEST_F(RescuesOfAList, StayWhileTheSearchDoes) {
  load_newest();
  session_.open_url("q=protein&family=audio");
  const std::size_t rescues = view().rescues.size();
  ASSERT_GT(rescues, 0u);
  session_.dispatch(ToggleSaved{"openfold"});
  EXPECT_EQ(view().rescues.size(), rescues);
  session_.dispatch(SetQuery{""});
  EXPECT_TRUE(view().rescues.empty());
}

}  // namespace
}  // namespace lamplight::app
