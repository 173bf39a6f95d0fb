#include "app/state.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace lamplight::app {
namespace {

TEST(State, TogglesAFilterOnAndOff) {
  State state = apply({}, ToggleFilter{"has", "code"});
  ASSERT_EQ(state.filters.size(), 1u);
  EXPECT_EQ(state.filters[0].values, std::vector<std::string>{"code"});
  EXPECT_EQ(apply(state, ToggleFilter{"has", "code"}), State{});
}

TEST(State, IsTheSameInWhateverOrderFiltersWereChosen) {
  State one;
  for (const auto& [facet, value] :
       {std::pair("family", "vision"), {"has", "code"}, {"in", "bio"}, {"family", "audio"}}) {
    one = apply(one, ToggleFilter{facet, value});
  }
  State other;
  for (const auto& [facet, value] :
       {std::pair("in", "bio"), {"family", "audio"}, {"has", "code"}, {"family", "vision"}}) {
    other = apply(other, ToggleFilter{facet, value});
  }
  EXPECT_EQ(one, other);
}

TEST(State, StepsBackFromDetailToQueryToFilters) {
  State state;
  state.work = "openfold";
  state.query = "protein";
  state.filters = {{"has", {"code"}}};
  state.years = {2020, 2022};
  state = apply(state, StepBack{});
  EXPECT_EQ(state.work, "");
  EXPECT_EQ(state.query, "protein");
  state = apply(state, StepBack{});
  EXPECT_EQ(state.query, "");
  EXPECT_TRUE(state.has_filters());
  state = apply(state, StepBack{});
  EXPECT_EQ(state, State{});
}

TEST(State, ClearsWhatIsNamed) {
  State state;
  state.query = "q";
  state.filters = {{"family", {"audio", "vision"}}, {"kind", {"law"}}};
  state.years = {2020, 2022};
  EXPECT_EQ(apply(state, ClearFacet{"family"}).filters, (std::vector<Filter>{{"kind", {"law"}}}));
  EXPECT_EQ(apply(state, ClearFilters{}).query, "q");
  EXPECT_FALSE(apply(state, ClearFilters{}).has_filters());
  EXPECT_EQ(apply(state, ClearAll{}), State{});
}

TEST(State, KeepsTheThemeWhenTheUrlGivesAnother) {
  State state = apply({}, SetTheme{Theme::Dark});
  state = apply(state, SetState{parse_url("q=protein", {}).state});
  EXPECT_EQ(state.theme, Theme::Dark);
  EXPECT_EQ(state.query, "protein");
}

TEST(State, SavesAWorkAndLetsItGo) {
  State state = apply({}, ToggleSaved{"openfold"});
  state = apply(state, ToggleSaved{"chimed-gpt"});
  EXPECT_EQ(state.saved, (std::vector<std::string>{"openfold", "chimed-gpt"}));
  state = apply(state, ToggleSaved{"openfold"});
  EXPECT_EQ(state.saved, (std::vector<std::string>{"chimed-gpt"}));
  EXPECT_EQ(apply({}, ToggleSaved{""}), State{});
}

State search(State state, const char* query) {
  return apply(apply(std::move(state), SetQuery{query}), RememberQuery{});
}

TEST(State, RemembersTheLastQueriesFirst) {
  State state = search(search(search({}, "protein"), "rna "), "has:code");
  EXPECT_EQ(state.recent, (std::vector<std::string>{"has:code", "rna", "protein"}));
  state = search(std::move(state), " protein");
  EXPECT_EQ(state.recent, (std::vector<std::string>{"protein", "has:code", "rna"}));
  EXPECT_TRUE(apply(state, ForgetQueries{}).recent.empty());
}

TEST(State, RemembersNoQueryWithoutWords) {
  for (const char* query : {"", "  ", "-", "\"\"", "."}) {
    EXPECT_TRUE(search({}, query).recent.empty()) << query;
  }
}

TEST(State, RemembersEightQueries) {
  State state;
  for (int i = 0; i < 20; ++i) state = search(std::move(state), ("q" + std::to_string(i)).c_str());
  ASSERT_EQ(state.recent.size(), 8u);
  EXPECT_EQ(state.recent.front(), "q19");
  EXPECT_EQ(state.recent.back(), "q12");
}

TEST(State, TakesFromAStoreWhatIsValid) {
  SetOwn own;
  own.saved = {"openfold", "", "openfold", "b\xff"};
  own.recent = {"  ", "protein", "protein", "1", "2", "3", "4", "5", "6", "7", "8"};
  const State state = apply({}, own);
  EXPECT_EQ(state.saved, (std::vector<std::string>{"openfold", "b\xef\xbf\xbd"}));
  EXPECT_EQ(state.recent, (std::vector<std::string>{"protein", "1", "2", "3", "4", "5", "6", "7"}));
}

TEST(State, KeepsAReadersOwnWhenTheUrlGivesAnother) {
  State state = search(apply({}, ToggleSaved{"openfold"}), "rna");
  state = apply(state, SetState{parse_url("q=protein", {}).state});
  EXPECT_EQ(state.query, "protein");
  EXPECT_EQ(state.saved, std::vector<std::string>{"openfold"});
  EXPECT_EQ(state.recent, std::vector<std::string>{"rna"});
}

TEST(State, HoldsOnlyValidText) { EXPECT_EQ(apply({}, SetQuery{"a\xff"}).query, "a\xef\xbf\xbd"); }

TEST(History, GetsClicksButNotTyping) {
  EXPECT_FALSE(makes_history(SetQuery{"p"}));
  EXPECT_FALSE(makes_history(SetTheme{Theme::Dark}));
  EXPECT_TRUE(makes_history(SetYears{{2020, 2021}}));
  EXPECT_FALSE(makes_history(SetYears{{2020, 2021}, false}));
  EXPECT_FALSE(makes_history(SetState{}));
  EXPECT_FALSE(makes_history(ToggleSaved{"openfold"}));
  EXPECT_FALSE(makes_history(RememberQuery{}));
  EXPECT_FALSE(makes_history(ForgetQueries{}));
  EXPECT_FALSE(makes_history(SetOwn{}));
  EXPECT_FALSE(makes_history(SetPreparing{}));
  EXPECT_TRUE(makes_history(ToggleFilter{"has", "code"}));
  EXPECT_TRUE(makes_history(SelectWork{"openfold"}));
  EXPECT_TRUE(makes_history(SetSnapshot{"2023-03-29"}));
  EXPECT_TRUE(makes_history(ClearAll{}));
}

}  // namespace
}  // namespace lamplight::app
