#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "app/state.h"
#include "unit/search/exact_text.h"

namespace lamplight::app {
namespace {

const std::vector<std::string> facets = {"kind", "family", "has", "year", "venue"};

ParsedUrl parse(std::string_view text) { return parse_url(test::ExactText(text).view(), facets); }

TEST(Url, ReadsAllThatTheContractNames) {
  const ParsedUrl parsed = parse(
      "#q=protein+struc&in=applications/bioinformatics&year=2020..2022&has=code&sort=year"
      "&work=openfold&since=2023-03-29&at=2024-03-11");
  const State& state = parsed.state;
  EXPECT_EQ(state.query, "protein struc");
  EXPECT_EQ(state.filters,
            (std::vector<Filter>{{"in", {"applications/bioinformatics"}}, {"has", {"code"}}}));
  EXPECT_EQ(state.years, (YearRange{2020, 2022}));
  EXPECT_EQ(state.sort, (SortKeys{{"year", false}}));
  EXPECT_EQ(state.work, "openfold");
  EXPECT_EQ(state.since, "2023-03-29");
  EXPECT_EQ(state.at, "2024-03-11");
  EXPECT_TRUE(parsed.notices.empty());
}

TEST(Url, PrintsInTheContractsOrderAndOnlyWhatDiffers) {
  EXPECT_EQ(print_url({}), "");
  const std::string text =
      "q=protein+struc&in=applications/bioinformatics&year=2020..2022&has=code&venue=Nature+Methods"
      "&family=audio,vision&sort=year&work=openfold&since=2023-03-29&at=2024-03-11&src=gh:a/b";
  EXPECT_EQ(print_url(parse(text).state), text);
  EXPECT_EQ(print_url(parse("src=gh:a/b&at=2024-03-11&family=vision,audio,audio&work=openfold"
                            "&venue=Nature%20Methods&sort=year&has=Code&since=2023-03-29"
                            "&year=2020..2022&in=applications%2Fbioinformatics&q=protein%20struc")
                          .state),
            text);
}

TEST(Url, TellsNothingOfAReadersOwn) {
  State state;
  state.theme = Theme::Dark;
  state.saved = {"openfold"};
  state.recent = {"protein"};
  EXPECT_EQ(print_url(state), "");
}

TEST(Url, KeepsUnknownKeysAsTheyCame) {
  EXPECT_EQ(print_url(parse("utm=a%2Fb+c&q=x&flag&y=").state), "q=x&utm=a%2Fb+c&flag&y");
}

TEST(Url, LeavesWrongValuesOutAndSaysSo) {
  const ParsedUrl parsed = parse("year=abc&sort=cake&view=map&has=cake,code");
  EXPECT_EQ(parsed.state, parse("has=code").state);
  EXPECT_EQ(parsed.notices.size(), 4u);
}

TEST(Url, KeepsTheKeysOfTheOrderAsTheyWereAsked) {
  const ParsedUrl parsed = parse("sort=-year,family,title&view=table&cols=name.138,title,family");
  EXPECT_EQ(parsed.state.sort, (SortKeys{{"year", true}, {"family", false}, {"title", false}}));
  EXPECT_EQ(parsed.state.view, View::Table);
  EXPECT_EQ(parsed.state.setting("cols"), "name.138,title,family");
  EXPECT_TRUE(parsed.notices.empty());
  EXPECT_EQ(print_url(parsed.state),
            "sort=-year,family,title&view=table&cols=name.138,title,family");
}

TEST(Url, LeavesOutOfAnOrderWhatIsNoKey) {
  const ParsedUrl parsed = parse("sort=year,cake,-match,year,,match,-name");
  EXPECT_EQ(print_sort(parsed.state.sort), "year,-name");
  EXPECT_EQ(parsed.notices.size(), 3u);
  EXPECT_EQ(print_url(parse("sort=match").state), "");
}

TEST(Url, LeavesOutOfTheColumnsWhatIsNone) {
  const ParsedUrl parsed =
      parse("cols=name.138,cake,title.,year.47,name.200,venue.99999,line.48,where.x");
  EXPECT_EQ(parsed.state.setting("cols"), "name.138,line.48");
  EXPECT_EQ(parsed.notices.size(), 5u);
  EXPECT_EQ(parse("cols=name.2000,title.2001").state.setting("cols"), "name.2000");
}

// The keys of a view are its own, whatever facets a profile has.
TEST(Url, TakesAViewsKeyForAViewsKey) {
  const ParsedUrl parsed = parse_url("cols=title", {"cols"});
  EXPECT_EQ(parsed.state.setting("cols"), "title");
  EXPECT_TRUE(parsed.state.filters.empty());
}

TEST(Url, PrintsTheSameForAWorkAsForTheStateWithItSelected) {
  for (const char* text : {"", "q=a%26b&sort=-year&view=table&since=2023-03-29&cols=title&x=1"}) {
    State state = parse(text).state;
    const WorkUrl url = print_work_url(state);
    for (const char* work : {"openfold", "a b,c&d"}) {
      state.work = work;
      EXPECT_EQ(url.of(work), "#" + print_url(state));
    }
  }
}

TEST(Url, TakesTheFirstOfTwo) {
  const ParsedUrl parsed = parse("q=first&q=second");
  EXPECT_EQ(parsed.state.query, "first");
  EXPECT_EQ(parsed.notices.size(), 1u);
}

TEST(Url, KeepsACommaInsideAValue) {
  State state;
  state.filters = {{"venue", {"Nature, Methods", "a&b=c#d%"}}};
  EXPECT_EQ(print_url(state), "venue=Nature%2C+Methods,a%26b%3Dc%23d%25");
  EXPECT_EQ(parse(print_url(state)).state, state);
}

TEST(Url, WritesOtherLettersInPercents) {
  State state;
  state.query = "é 模";
  EXPECT_EQ(print_url(state), "q=%C3%A9+%E6%A8%A1");
  EXPECT_EQ(parse("q=é+模").state, state);
}

TEST(Url, SurvivesHostileText) {
  for (const char* text : {"", "#", "&&&", "=", "=x", "q", "q=%", "q=%4", "q=%zz", "q=%ff%fe",
                           "##q", "&#a&#", "has=,,,", "in=%00", "year=..", "at=%F0%9F", "%71=x"}) {
    const ParsedUrl parsed = parse(text);
    EXPECT_EQ(parse(print_url(parsed.state)).state, parsed.state) << text;
  }
  EXPECT_EQ(parse("q=%").state.query, "%");
  EXPECT_EQ(parse("q=%ff").state.query, "\xef\xbf\xbd");
}

TEST(Url, LeavesAnOverlongAddressOut) {
  const ParsedUrl parsed = parse("q=" + std::string(1 << 20, 'a'));
  EXPECT_EQ(parsed.state, State{});
  EXPECT_EQ(parsed.notices.size(), 1u);
}

TEST(Url, TellsOfNoMoreThanEightWrongValues) {
  std::string text = "cols=c0";
  for (int i = 1; i < 20; ++i) text += ",c" + std::to_string(i);
  EXPECT_EQ(parse(text).notices.size(), 8u);
}

TEST(Url, TakesNoMoreColumnsThanAListCouldHave) {
  std::vector<std::string> ids;
  std::string text = "cols=";
  for (int i = 0; i < 100; ++i) {
    ids.push_back("f" + std::to_string(i));
    text += ids.back() + ",";
  }
  const ParsedUrl parsed = parse_url(text, ids);
  const std::string_view columns = parsed.state.setting("cols");
  EXPECT_EQ(std::count(columns.begin(), columns.end(), ',') + 1, 64);
  EXPECT_TRUE(columns.ends_with(",f63"));
}

TEST(Url, SortsByNoMoreThanFourKeys) {
  EXPECT_EQ(print_sort(parse("sort=year,-name,title,venue,links,line").state.sort),
            "year,-name,title,venue");
}

State with_key(const State& state, std::string_view key, std::string_view text) {
  return set_url_key(state, key, text, facets).state;
}

TEST(UrlKey, IsSetAndTakenOutWhateverItIs) {
  const char* const texts[] = {"protein, (rna | dna)",
                               "applications,models",
                               "2020..2022",
                               "code,model",
                               "arXiv,Nature Methods",
                               "dataset,law",
                               "language,vision",
                               "year",
                               "list",
                               "openfold",
                               "2023-03-29",
                               "2024-03-11",
                               "name.138,title"};
  const std::vector<std::string> keys = url_keys(facets);
  ASSERT_EQ(keys, (std::vector<std::string>{"q", "in", "year", "has", "venue", "kind", "family",
                                            "sort", "view", "work", "since", "at", "cols"}));
  State state = parse("utm=a").state;
  for (std::size_t i = 0; i < keys.size(); ++i) state = with_key(state, keys[i], texts[i]);
  EXPECT_EQ(print_url(state),
            "q=protein,+(rna+%7C+dna)&in=applications,models&year=2020..2022&has=code,model"
            "&venue=Nature+Methods,arXiv&family=language,vision&kind=dataset,law&sort=year"
            "&work=openfold&since=2023-03-29&at=2024-03-11&cols=name.138,title&utm=a");
  EXPECT_EQ(with_key(state, "family", "audio").filters.size(), state.filters.size());
  EXPECT_EQ(print_url(with_key(with_key(state, "q", "50% of C++"), "in", "")).substr(0, 35),
            "q=50%25+of+C%2B%2B&year=2020..2022&");
  for (const std::string& key : keys) state = with_key(state, key, "");
  EXPECT_EQ(print_url(state), "utm=a");
}

TEST(UrlKey, KeepsWhatNobodyKnowsUntilSomebodyDoes) {
  const State state = set_url_key({}, "family", "language,vision", {}).state;
  EXPECT_TRUE(state.filters.empty());
  EXPECT_EQ(parse(print_url(state)).state.filters,
            (std::vector<Filter>{{"family", {"language", "vision"}}}));
}

TEST(UrlKey, LeavesTheStateAsItWasWhenItsTextIsWrong) {
  const State before = parse("q=protein&family=language").state;
  for (const std::string& text : {std::string("cake"), std::string(1 << 20, 'x')}) {
    const ParsedUrl parsed = set_url_key(before, "sort", text, facets);
    EXPECT_EQ(parsed.state, before);
    EXPECT_EQ(parsed.notices.size(), 1u);
  }
}

class RandomStates {
 public:
  State next() {
    State state;
    state.query = text();
    for (const char* facet : {"in", "has", "venue", "family", "kind"}) {
      if (random(3) != 0) continue;
      Filter filter{facet, {}};
      for (std::uint32_t i = 0; i <= random(3); ++i) {
        filter.values.push_back(std::string(facet) == "has" ? "code" : text() + "x");
      }
      state = apply(state, SetState{with(state, filter)});
    }
    if (random(2) == 0) state.years = {2000 + static_cast<int>(random(20)), std::nullopt};
    if (random(2) == 0) state.sort = {{"year", random(2) == 0}, {"family", random(2) == 0}};
    if (random(2) == 0) state.view = View::Table;
    if (random(2) == 0) state.settings = {{"cols", "name.138,family"}};
    state.work = text();
    state.since = text();
    state.at = text();
    if (random(3) == 0) state.unknown.emplace_back("x" + std::to_string(random(9)), "%41");
    return state;
  }

 private:
  static State with(State state, const Filter& filter) {
    state.filters.push_back(filter);
    return state;
  }
  std::uint32_t random(std::uint32_t below) {
    seed_ = seed_ * 1664525u + 1013904223u;
    return (seed_ >> 8) % below;
  }
  std::string text() {
    static const char* const pieces[] = {"a",  "Z", "0", " ",  "+", "%",  "&",  "=",   "#", ",",
                                         "..", "/", ":", "\"", "é", "模", "\n", "%41", "-", "|"};
    std::string made;
    for (std::uint32_t i = random(6); i > 0; --i) made += pieces[random(std::size(pieces))];
    return made;
  }
  std::uint32_t seed_ = 11;
};

TEST(Url, IsEqualToItsState) {
  RandomStates states;
  for (int i = 0; i < 20000; ++i) {
    const State state = states.next();
    const std::string printed = print_url(state);
    const ParsedUrl parsed = parse(printed);
    ASSERT_EQ(parsed.state, state) << printed;
    ASSERT_TRUE(parsed.notices.empty()) << printed;
    for (const char c : printed) ASSERT_TRUE(c > ' ' && c < 0x7F) << printed;
  }
}

}  // namespace
}  // namespace lamplight::app
