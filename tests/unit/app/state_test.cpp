#include "app/state.h"

#include <gtest/gtest.h>

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

TEST(State, HoldsOnlyValidText) { EXPECT_EQ(apply({}, SetQuery{"a\xff"}).query, "a\xef\xbf\xbd"); }

TEST(History, GetsClicksButNotTyping) {
  EXPECT_FALSE(makes_history(SetQuery{"p"}));
  EXPECT_FALSE(makes_history(SetTheme{Theme::Dark}));
  EXPECT_FALSE(makes_history(SetState{}));
  EXPECT_TRUE(makes_history(ToggleFilter{"has", "code"}));
  EXPECT_TRUE(makes_history(SelectWork{"openfold"}));
  EXPECT_TRUE(makes_history(SetSnapshot{"2023-03-29"}));
  EXPECT_TRUE(makes_history(ClearAll{}));
}

}  // namespace
}  // namespace lamplight::app
