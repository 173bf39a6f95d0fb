#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "unit/search/corpora.h"

namespace lamplight {
namespace {

// Texts of the suggestions of one kind, in their order.
std::vector<std::string> suggested(const Index& index, std::string_view text, SuggestionKind kind) {
  std::vector<std::string> texts;
  for (const Suggestion& each : index.suggest(text, 20)) {
    if (each.kind == kind) texts.push_back(each.text);
  }
  return texts;
}

std::string query_of(const Index& index, std::string_view text, std::string_view suggestion) {
  for (const Suggestion& each : index.suggest(text, 20)) {
    if (each.text == suggestion) return each.query;
  }
  return "none";
}

class SuggestTest : public testing::Test {
 protected:
  SuggestTest() {
    const int section = list_.section("vision-models", "Vision Models");
    add(section, "ProtBERT", "Protein language models", "Nature Methods");
    add(section, "", "Proteins and protein folding", "Nature");
    add(section, "", "A protein model", "arXiv");
    add(section, "Med-PaLM 2", "Prompts in medicine", "arXiv");
  }
  void add(int section, const std::string& name, const std::string& title, const char* venue) {
    list_.at(list_.work(section, name, title, {test::link(LinkKind::Code)})).venue = venue;
  }
  [[nodiscard]] Index index() { return build_index(list_.catalog(), profile_); }

  test::CatalogBuilder list_;
  Profile profile_;
};

using Texts = std::vector<std::string>;

TEST_F(SuggestTest, CompletesWordsMostWorksFirst) {
  EXPECT_EQ(suggested(index(), "prot", SuggestionKind::Word), (Texts{"protein", "proteins"}));
  EXPECT_EQ(suggested(index(), "PROTEIN", SuggestionKind::Word), Texts{"proteins"});
  EXPECT_TRUE(index().suggest("prot ", 20).empty());
  EXPECT_TRUE(index().suggest("", 20).empty());
}

TEST_F(SuggestTest, CountsTheWorksThatHaveAWord) {
  std::vector<std::uint32_t> works;
  for (const Suggestion& each : index().suggest("prot", 20)) {
    if (each.kind == SuggestionKind::Word) works.push_back(each.works);
  }
  EXPECT_EQ(works, (std::vector<std::uint32_t>{3, 1}));
}

TEST_F(SuggestTest, OffersShortNames) {
  EXPECT_EQ(suggested(index(), "prot", SuggestionKind::Name), Texts{"ProtBERT"});
  EXPECT_EQ(query_of(index(), "med", "\"Med-PaLM 2\""), "\"Med-PaLM 2\" ");
}

TEST_F(SuggestTest, OffersFieldsAndTheirValues) {
  EXPECT_EQ(query_of(index(), "model ve", "venue:"), "model venue:");
  EXPECT_EQ(suggested(index(), "has:", SuggestionKind::Value), Texts{"has:code"});
  EXPECT_EQ(suggested(index(), "venue:nat", SuggestionKind::Value),
            (Texts{"venue:Nature", "venue:\"Nature Methods\""}));
  EXPECT_EQ(suggested(index(), "in:vis", SuggestionKind::Value), Texts{"in:vision-models"});
  SearchRequest saved;
  saved.marks = std::make_shared<const std::vector<Mark>>(std::vector<Mark>{{"saved", {0, 2}}});
  const std::vector<Suggestion> marks = index().suggest("is:", 20, saved);
  ASSERT_EQ(marks.size(), 1u);
  EXPECT_EQ(marks[0].text, "is:saved");
  EXPECT_EQ(marks[0].works, 2u);
  EXPECT_EQ(suggested(index(), "name:prot", SuggestionKind::Value), Texts{"name:ProtBERT"});
}

TEST_F(SuggestTest, OffersTheNearestSpellingOfAWordThatStandsNowhere) {
  EXPECT_EQ(suggested(index(), "protien", SuggestionKind::Spelling).front(), "protein");
  EXPECT_TRUE(suggested(index(), "protei", SuggestionKind::Spelling).empty());
}

TEST_F(SuggestTest, KeepsWhatStandsBefore) {
  EXPECT_EQ(query_of(index(), "p (large | -prot", "protein"), "p (large | -protein ");
  EXPECT_EQ(query_of(index(), "\"protein language\" prot", "protein"),
            "\"protein language\" protein ");
  EXPECT_EQ(query_of(index(), "-venue:n", "venue:Nature"), "-venue:Nature ");
}

TEST_F(SuggestTest, KnowsSignsHoweverTheyAreWritten) {
  EXPECT_EQ(query_of(index(), "\u2013prot", "protein"), "\u2013protein ");
  EXPECT_EQ(query_of(index(), "a\uFF5Cprot", "protein"), "a\uFF5Cprotein ");
  EXPECT_EQ(query_of(index(), "\uFF08prot", "protein"), "\uFF08protein ");
  EXPECT_TRUE(index().suggest("(a | prot)", 20).empty()) << "nothing is being typed";
  EXPECT_TRUE(index().suggest("\u201Clarge prot", 20).empty());
  EXPECT_TRUE(index().suggest("\u201Cprot\u201D", 20).empty());
}

TEST_F(SuggestTest, OffersNothingInsideQuotes) {
  EXPECT_TRUE(index().suggest("\"large prot", 20).empty());
}

TEST_F(SuggestTest, GivesNoMoreThanIsAskedFor) {
  EXPECT_EQ(index().suggest("p", 1).size(), 1u);
  EXPECT_TRUE(index().suggest("p", 0).empty());
}

TEST_F(SuggestTest, OffersThreeNamesAndFiveWordsHoweverManyThereAre) {
  for (int i = 0; i < 9; ++i) {
    const std::string digit = std::to_string(i);
    add(0, "Zebra" + digit, "zebab" + digit + " and others", "arXiv");
  }
  EXPECT_EQ(suggested(index(), "zeb", SuggestionKind::Name).size(), 3u);
  EXPECT_EQ(suggested(index(), "zeb", SuggestionKind::Word).size(), 5u);
}

TEST_F(SuggestTest, OffersThreeSpellingsHoweverManyThereAre) {
  for (const char* near : {"zebrax", "zebray", "zebraz", "zebrav", "zebraw"}) {
    add(0, "", near, "arXiv");
  }
  EXPECT_EQ(suggested(index(), "zebrak", SuggestionKind::Spelling).size(), 3u);
}

TEST_F(SuggestTest, CorrectsAWordByThreeHoweverManyThereAre) {
  for (const char* near : {"zebrax", "zebray", "zebraz", "zebrav", "zebraw"}) {
    add(0, "", near, "arXiv");
  }
  const Index made = index();
  SearchRequest request;
  request.query = parse_query("zebrak ");
  const SearchResult found = made.search(request);
  EXPECT_EQ(found.works.size(), 5u) << "all are found";
  ASSERT_EQ(found.corrections.size(), 1u);
  EXPECT_EQ(found.corrections[0].words.size(), 3u);
}

TEST_F(SuggestTest, LooksForNamesAmongTheFirstHits) {
  // So many hits hold the word in the middle of their name; the name that begins with it is last.
  for (int i = 0; i < 499; ++i) add(0, "The Zebra", "Title", "arXiv");
  add(0, "Zebra", "Title", "arXiv");
  EXPECT_EQ(suggested(index(), "zebr", SuggestionKind::Name).size(), 1u);
  list_ = test::CatalogBuilder();
  list_.section("vision-models", "Vision Models");
  for (int i = 0; i < 500; ++i) add(0, "The Zebra", "Title", "arXiv");
  add(0, "Zebra", "Title", "arXiv");
  EXPECT_TRUE(suggested(index(), "zebr", SuggestionKind::Name).empty());
}

TEST_F(SuggestTest, OffersNoShortWordThatManyWorksHave) {
  add(0, "", "with wither", "arXiv");
  for (int i = 0; i < 12; ++i) add(0, "", "another", "arXiv");
  // One work of 17, and then two: more than one in sixteen.
  EXPECT_EQ(suggested(index(), "wit", SuggestionKind::Word), (Texts{"with", "wither"}));
  add(0, "", "with wither", "arXiv");
  EXPECT_EQ(suggested(index(), "wit", SuggestionKind::Word), Texts{"wither"});
}

TEST_F(SuggestTest, CountsUnderTheOtherWords) {
  using Counts = std::vector<std::pair<std::string, std::uint32_t>>;
  const auto counted = [&](std::string_view text, const SearchRequest& under = {}) {
    Counts counts;
    for (const Suggestion& each : index().suggest(text, 20, under)) {
      if (each.kind != SuggestionKind::Field) counts.emplace_back(each.text, each.works);
    }
    return counts;
  };
  EXPECT_EQ(counted("folding prot"), (Counts{{"protein", 1}, {"proteins", 1}}));
  EXPECT_EQ(counted("language prot"), (Counts{{"ProtBERT", 1}, {"protein", 1}}));
  EXPECT_EQ(counted("medicine | prot"), (Counts{{"ProtBERT", 2}, {"protein", 4}, {"proteins", 2}}));
  EXPECT_EQ(counted("-prot"), (Counts{{"ProtBERT", 3}, {"protein", 1}, {"proteins", 3}}));
  EXPECT_EQ(counted("folding venue:"), (Counts{{"venue:Nature", 1}}));
  EXPECT_EQ(counted("medicine protien"), Counts{});
  SearchRequest under;
  under.filters = {{"venue", {"arXiv"}}};
  EXPECT_EQ(counted("prot", under), (Counts{{"protein", 1}}));
  EXPECT_EQ(counted("has:", under), (Counts{{"has:code", 2}}));
}

TEST_F(SuggestTest, RanksUnderTheOtherWords) {
  add(0, "", "Hearts modern modest", "arXiv");
  add(0, "", "Hearts modern", "arXiv");
  for (int i = 0; i < 3; ++i) add(0, "", "Lungs modest", "arXiv");
  EXPECT_EQ(suggested(index(), "lungs | mod", SuggestionKind::Word).front(), "modern");
  EXPECT_EQ(suggested(index(), "hearts mode", SuggestionKind::Word), (Texts{"modern", "modest"}));
  EXPECT_EQ(suggested(index(), "mode", SuggestionKind::Word),
            (Texts{"modest", "modern", "model", "models"}));
}

TEST_F(SuggestTest, OffersNothingThatFindsNothing) {
  EXPECT_TRUE(suggested(index(), "folding is:", SuggestionKind::Value).empty());
  EXPECT_TRUE(suggested(index(), "is:s", SuggestionKind::Value).empty()) << "nothing is saved";
  EXPECT_TRUE(suggested(index(), "folding i", SuggestionKind::Field) == Texts{"in:"})
      << "but not is:";
  EXPECT_TRUE(suggested(index(), "y", SuggestionKind::Field).empty()) << "no work has a year";
  EXPECT_TRUE(index().suggest("nothingness p", 20).empty());
}

TEST(Suggest, GivesQueriesThatFindWhatTheyPromise) {
  const test::Corpus& corpus = test::flagship();
  for (const char* text : {"p",
                           "pro",
                           "prot",
                           "med",
                           "a",
                           "lan",
                           "protien",
                           "has:",
                           "venue:na",
                           "year:20",
                           "in:bio",
                           "langage",
                           "language mo",
                           "language -mo",
                           "protein | mo",
                           "-(medical | mo",
                           "protein has:",
                           "protein year:",
                           "protein -venue:",
                           "medical im",
                           "in:bio a",
                           "model name:c",
                           "is:"}) {
    std::set<std::string> seen;
    for (const Suggestion& each : corpus.index.suggest(text, 8)) {
      EXPECT_TRUE(seen.insert(each.text).second) << each.text;
      if (each.kind == SuggestionKind::Field) continue;
      const Query query = parse_query(each.query);
      EXPECT_TRUE(query.notices.empty()) << each.query;
      const std::size_t works = test::find_works(corpus, query).size();
      EXPECT_GT(works, 0u) << each.query;
      EXPECT_EQ(works, each.works) << each.query;
    }
  }
}

}  // namespace
}  // namespace lamplight
