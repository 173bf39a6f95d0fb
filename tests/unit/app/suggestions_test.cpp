#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "app/builders.h"
#include "base/text.h"
#include "unit/app/flagship.h"

namespace lamplight::app {
namespace {

State with_recent(std::string query) {
  State state;
  state.query = std::move(query);
  state.recent = {"protein code", "Protein fold", "PROTEIN", "protein", "rna"};
  return state;
}

std::string query_of(const SuggestionView& view) { return std::get<SetQuery>(view.accept).text; }

TEST(Suggestions, AreTheRecentQueriesWhileNothingIsTyped) {
  for (const char* query : {"", "  "}) {
    const auto views = build_suggestions(with_recent(query), nullptr);
    ASSERT_EQ(views.size(), 5u);
    EXPECT_EQ(views[0].kind, SuggestionKindView::Recent);
    EXPECT_EQ(views[0].text, "protein code");
    EXPECT_EQ(views[0].detail, "searched before");
    EXPECT_EQ(query_of(views[4]), "rna");
  }
  EXPECT_TRUE(build_suggestions({}, nullptr).empty());
}

TEST(Suggestions, AreAtMostTwoRecentQueriesThatGoOn) {
  const auto views = build_suggestions(with_recent(" pröTein"), nullptr);
  ASSERT_EQ(views.size(), 2u);
  EXPECT_EQ(views[0].text, "protein code");
  EXPECT_EQ(views[1].text, "Protein fold");
  EXPECT_TRUE(build_suggestions(with_recent("rna"), nullptr).empty());
  EXPECT_TRUE(build_suggestions(with_recent("cake"), nullptr).empty());
}

using SuggestionsOfAList = test::FlagshipTest;

TEST_F(SuggestionsOfAList, CompleteWhatIsTyped) {
  load_newest();
  session_.dispatch(SetQuery{"prot"});
  bool has_protein = false;
  for (const SuggestionView& each : session_.suggestions()) {
    if (trim(query_of(each)) == "protein") {
      has_protein = true;
      EXPECT_EQ(each.kind, SuggestionKindView::Word);
      EXPECT_NE(each.detail.find(" works"), std::string::npos);
    }
  }
  EXPECT_TRUE(has_protein);
  EXPECT_LE(session_.suggestions().size(), 8u);
}

TEST_F(SuggestionsOfAList, PutRecentQueriesFirstAndNoneTwice) {
  load_newest();
  session_.dispatch(SetOwn{{}, {"protein"}});
  session_.dispatch(SetQuery{"prot"});
  ASSERT_FALSE(session_.suggestions().empty());
  EXPECT_EQ(session_.suggestions()[0].kind, SuggestionKindView::Recent);
  std::size_t same = 0;
  for (const SuggestionView& each : session_.suggestions()) {
    same += trim(query_of(each)) == "protein" ? 1 : 0;
  }
  EXPECT_EQ(same, 1u);
  EXPECT_LE(session_.suggestions().size(), 8u);
}

TEST_F(SuggestionsOfAList, OfferTheNearestSpelling) {
  load_newest();
  session_.dispatch(SetQuery{"has:code protien"});
  bool has_spelling = false;
  for (const SuggestionView& each : session_.suggestions()) {
    if (each.kind != SuggestionKindView::Spelling) continue;
    has_spelling = has_spelling || each.text == "protein";
    EXPECT_EQ(each.detail.rfind("did you mean · ", 0), 0u) << each.detail;
    EXPECT_EQ(query_of(each).rfind("has:code ", 0), 0u) << query_of(each);
  }
  EXPECT_TRUE(has_spelling);
}

TEST_F(SuggestionsOfAList, FindWhatTheyPromiseUnderEverythingElse) {
  load_both();
  for (const char* url : {"q=language+mo", "q=mo", "q=language+mo&family=vision", "q=is:&year=2023",
                          "q=protein+year:&has=code", "q=papers+with+code+of+2022",
                          "q=datasets+of+2023", "q=-mo&in=bioinformatics"}) {
    session_.open_url(url);
    const std::vector<SuggestionView> suggestions = session_.suggestions();
    for (const SuggestionView& each : suggestions) {
      session_.open_url(url);
      session_.dispatch(each.accept);
      if (each.kind == SuggestionKindView::Field) continue;
      const std::string works = std::to_string(view().rows.size());
      EXPECT_FALSE(view().rows.empty()) << url << ": " << each.text;
      const std::size_t at = each.detail.rfind(" work");
      ASSERT_NE(at, std::string::npos) << url << ": " << each.text << each.detail;
      const std::string before = each.detail.substr(0, at);
      EXPECT_EQ(before.substr(before.find_last_of(' ') + 1), works) << url << ": " << each.text;
    }
  }
}

TEST_F(SuggestionsOfAList, OfferNoMarkThatFindsNothing) {
  load_newest();
  session_.dispatch(SetQuery{"is:"});
  ASSERT_EQ(session_.suggestions().size(), 1u);
  EXPECT_EQ(session_.suggestions()[0].text, "is:flagged");
  session_.dispatch(ToggleSaved{"openfold"});
  ASSERT_EQ(session_.suggestions().size(), 2u);
  EXPECT_EQ(session_.suggestions()[1].text, "is:saved");
  EXPECT_EQ(session_.suggestions()[1].detail, "1 work");
}

TEST_F(SuggestionsOfAList, ReadPlainWordsInOneStep) {
  load_newest();
  session_.dispatch(SetQuery{"papers with code of 2022"});
  ASSERT_FALSE(session_.suggestions().empty());
  const SuggestionView first = session_.suggestions()[0];
  EXPECT_EQ(first.kind, SuggestionKindView::Reading);
  EXPECT_EQ(first.text, "has:code year:2022");
  EXPECT_EQ(first.detail.rfind("did you mean · ", 0), 0u) << first.detail;
  session_.dispatch(first.accept);
  EXPECT_EQ(trim(session_.state().query), "has:code year:2022");
  session_.dispatch(ToggleFilter{"family", "vision"});
  session_.dispatch(SetQuery{"language models since 2022"});
  ASSERT_FALSE(session_.suggestions().empty());
  const SuggestionView second = session_.suggestions()[0];
  EXPECT_EQ(second.text, "models year:2022.. · Model family: Language");
  session_.dispatch(second.accept);
  EXPECT_EQ(session_.url(), "q=models+year:2022..+&family=language");
}

TEST_F(SuggestionsOfAList, AreThoseOfTheNewQueryAfterEachKey) {
  load_newest();
  session_.dispatch(SetQuery{"has:"});
  ASSERT_FALSE(session_.suggestions().empty());
  EXPECT_EQ(session_.suggestions()[0].kind, SuggestionKindView::Value);
  session_.dispatch(SetQuery{""});
  EXPECT_TRUE(session_.suggestions().empty());
  session_.dispatch(SetQuery{"protein"});
  session_.dispatch(RememberQuery{});
  session_.dispatch(SetQuery{""});
  ASSERT_EQ(session_.suggestions().size(), 1u);
  EXPECT_EQ(session_.suggestions()[0].text, "protein");
}

TEST_F(SuggestionsOfAList, AreEightWithTheRecentOnes) {
  std::string list = "# L\n## S\n";
  for (const char* letter : {"a", "b", "c"}) {
    list += std::string("- Zebra") + letter +
            ": zebua zebub zebuc zebud zebue zebuf [[Paper]](https://x.org/" + letter + ")\n";
  }
  ASSERT_TRUE(session_.add_snapshot("2024-01-01", list).is_ok());
  session_.dispatch(SetQuery{"zeb"});
  EXPECT_EQ(session_.suggestions().size(), 8u) << "three names and five words";
  session_.dispatch(SetOwn{{}, {"zebra one", "zebra two"}});
  ASSERT_EQ(session_.suggestions().size(), 8u);
  EXPECT_EQ(session_.suggestions()[0].text, "zebra one");
  EXPECT_EQ(session_.suggestions()[1].text, "zebra two");
}

TEST_F(SuggestionsOfAList, NeedNoList) {
  EXPECT_TRUE(session_.suggestions().empty());
  session_.dispatch(SetOwn{{}, {"protein"}});
  EXPECT_EQ(session_.suggestions().size(), 1u);
}

}  // namespace
}  // namespace lamplight::app
