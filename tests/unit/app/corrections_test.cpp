#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "app/builders.h"
#include "unit/app/flagship.h"

namespace lamplight::app {
namespace {

// The query that accepting a correction of the term in square brackets gives.
std::string accepted(std::string query, const std::string& typed, const std::string& word) {
  Correction correction;
  correction.typed = typed;
  correction.words = {word};
  correction.place.begin = query.find('[');
  query.erase(correction.place.begin, 1);
  correction.place.end = query.find(']');
  query.erase(correction.place.end, 1);
  const std::vector<CorrectionView> views = build_corrections(query, {correction});
  EXPECT_EQ(views.size(), 1u);
  return views.empty() ? "" : std::get<SetQuery>(views[0].accept).text;
}

TEST(Corrections, PutTheWordInTheTypedOnesPlace) {
  EXPECT_EQ(accepted("[protien]", "protien", "protein"), "protein");
  EXPECT_EQ(accepted("a [protien] b", "protien", "protein"), "a protein b");
  EXPECT_EQ(accepted("has:code [Protien]", "protien", "protein"), "has:code protein");
}

TEST(Corrections, KeepFieldsDashesQuotesAndOtherWords) {
  EXPECT_EQ(accepted("[name:chatcat] x", "chatcat", "chatcad"), "name:chatcad x");
  EXPECT_EQ(accepted("[-protien]", "protien", "protein"), "-protein");
  EXPECT_EQ(accepted("[name:mane]", "mane", "male"), "name:male");
  EXPECT_EQ(accepted("[protien-fold]", "protien", "protein"), "protein-fold");
  EXPECT_EQ(accepted("(a | [“the Protien fold”])", "protien", "protein"),
            "(a | “the protein fold”)");
}

TEST(Corrections, FindAWordAmongOthersThatHoldIt) {
  EXPECT_EQ(accepted("[xprotien-protien]", "protien", "protein"), "xprotien-protein");
  EXPECT_EQ(accepted("[protien-xprotien]", "protien", "protein"), "protein-xprotien");
}

TEST(Corrections, FindAWordThatIsWrittenWithAccents) {
  EXPECT_EQ(accepted("é [pröteïn] é", "protein", "proteins"), "é proteins é");
  EXPECT_EQ(accepted("[strasse]", "strasse", "strass"), "strass");
  EXPECT_EQ(accepted("[straße]", "strasse", "strass"), "strass");
}

TEST(Corrections, StayInsideAQueryThatIsNotTheirs) {
  Correction correction;
  correction.typed = "protien";
  correction.words = {"protein"};
  correction.place = {4, 400};
  const auto views = build_corrections("a protien", {correction});
  ASSERT_EQ(views.size(), 1u);
  correction.place = {400, 500};
  EXPECT_EQ(build_corrections("a", {correction}).size(), 1u);
}

TEST(Corrections, NameAllThatIsShown) {
  Correction correction;
  correction.typed = "modle";
  correction.place = {0, 5};
  EXPECT_TRUE(build_corrections("modle", {correction}).empty());
  correction.words = {"model"};
  EXPECT_EQ(build_corrections("modle", {correction})[0].text,
            "No work has “modle”: “model” is searched instead.");
  EXPECT_EQ(build_corrections("modle", {correction})[0].label, "Search for “model”");
  correction.words = {"model", "mode"};
  EXPECT_EQ(build_corrections("modle", {correction})[0].text,
            "No work has “modle”: “model” and “mode” are searched instead.");
  correction.words = {"model", "mode", "module"};
  EXPECT_EQ(build_corrections("modle", {correction})[0].text,
            "No work has “modle”: “model”, “mode” and “module” are searched instead.");
}

using CorrectionsOfAList = test::FlagshipTest;

TEST_F(CorrectionsOfAList, AreSaidAndCanBeAccepted) {
  load_newest();
  session_.dispatch(SetQuery{"has:code protien "});
  ASSERT_EQ(view().corrections.size(), 1u);
  EXPECT_EQ(view().corrections[0].label, "Search for “protein”");
  EXPECT_FALSE(view().rows.empty());
  const std::vector<std::string> forgiven = ids();
  session_.dispatch(Action(view().corrections[0].accept));
  EXPECT_EQ(session_.state().query, "has:code protein ");
  EXPECT_TRUE(view().corrections.empty());
  for (const std::string& id : ids()) {
    EXPECT_NE(std::find(forgiven.begin(), forgiven.end(), id), forgiven.end()) << id;
  }
}

TEST_F(CorrectionsOfAList, StayWhileTheSearchDoes) {
  load_newest();
  session_.dispatch(SetQuery{"protien "});
  ASSERT_EQ(view().corrections.size(), 1u);
  session_.dispatch(SelectWork{session_.row(0).id});
  ASSERT_EQ(view().corrections.size(), 1u);
  session_.dispatch(SetQuery{"protein "});
  EXPECT_TRUE(view().corrections.empty());
}

}  // namespace
}  // namespace lamplight::app
