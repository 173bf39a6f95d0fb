#include "lamplight/search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "unit/search/build_catalog.h"
#include "unit/search/exact_text.h"

namespace lamplight {
namespace {

using test::CatalogBuilder;
using test::link;
using Works = std::vector<std::uint32_t>;

// Three sections, seven works:
//   0 "AlphaFold" 2021   1 "Protein language models" 2020   2 "A study of proteins" 2023
//   3 "Protein Transformer" by name, 2019   4 "On the protein problem" 2022, code
//   5 as 4, no year   6 "Surveying vision" listed twice
class SearchTest : public testing::Test {
 protected:
  SearchTest() {
    const int apps = list_.section("applications-of-models", "Applications of models");
    const int bio = list_.section("applications-of-models/bioinformatics", "Bioinformatics", apps);
    const int vision = list_.section("large-vision-models", "Large Vision Models");
    set(list_.work(bio, "AlphaFold", "Highly accurate structure prediction",
                   {link(LinkKind::Paper), link(LinkKind::Code)}),
        2021, "Nature");
    set(list_.work(bio, "", "Protein language models", {link(LinkKind::Paper)}), 2020, "arXiv");
    set(list_.work(bio, "", "A study of proteins", {link(LinkKind::Paper)}), 2023,
        "Nature Methods");
    set(list_.work(vision, "Protein Transformer", "a model", {link(LinkKind::Paper)}), 2019,
        "arXiv");
    set(list_.work(vision, "", "On the protein problem", {link(LinkKind::Code)}), 2022, "");
    list_.work(vision, "", "On the Protéin’s problem", {link(LinkKind::Paper)});
    const int survey = list_.work(vision, "", "Surveying vision", {link(LinkKind::Paper)});
    list_.list(survey, bio, "", "Surveying vision again").group = "CNNs + ViTs";
    profile_.facets = {
        test::facet("family", FacetSource::Values), test::facet("has", FacetSource::Links),
        test::facet("year", FacetSource::Year), test::facet("venue", FacetSource::Venue),
        test::facet("tree", FacetSource::Sections)};
    profile_.facets[0].values = {test::value("bio", {"*/bioinformatics"}),
                                 test::value("vision", {"large-vision-models"}),
                                 test::value("table", {}, {Shape::Row})};
  }

  void set(int work, int year, const std::string& venue) {
    list_.at(work).year = year;
    list_.at(work).year_from = "arxiv";
    if (!venue.empty()) list_.at(work).venue = venue;
  }

  // The result is valid until the next run.
  [[nodiscard]] SearchResult run(std::string_view query, std::vector<Filter> filters = {},
                                 YearRange years = {}, Sort sort = Sort::Match) {
    index_.emplace(build_index(list_.catalog(), profile_));
    return index_->search(
        {parse_query(test::ExactText(query).view()), std::move(filters), years, sort, marks_});
  }
  [[nodiscard]] Works find(std::string_view query) { return run(query).works.to_vector(); }

  // Count of one facet's value; -1 when it is not there.
  [[nodiscard]] static int count(const SearchResult& result, std::string_view facet,
                                 std::string_view value) {
    for (const FacetCounts& counts : result.facets) {
      for (const FacetCount& each : counts.values) {
        if (counts.id == facet && each.id == value) return static_cast<int>(each.count);
      }
    }
    return -1;
  }

  CatalogBuilder list_;
  Profile profile_;
  std::shared_ptr<const std::vector<Mark>> marks_;
  std::optional<Index> index_;
};

TEST_F(SearchTest, GivesTheListsOrderWithoutWords) {
  EXPECT_EQ(find(""), (Works{0, 1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(find("has:code"), (Works{0, 4}));
  EXPECT_EQ(find("has:git"), (Works{0, 4}));
  EXPECT_TRUE(parse_query("has:git").notices.empty());
}

TEST_F(SearchTest, PrefersNameThenTitlePrefixThenWholeWordThenPrefix) {
  // 3 by name, 1 begins its title, 4 and 5 have the word (5 without a year), 2 begins with it.
  EXPECT_EQ(find("protein"), (Works{3, 1, 4, 5, 2}));
}

TEST_F(SearchTest, PrefersNewerAmongEquals) {
  // Neither the study nor the problem is a name or begins a title.
  EXPECT_EQ(find("pro"), (Works{3, 1, 2, 4, 5}));
}

TEST_F(SearchTest, NeedsAllWords) {
  EXPECT_EQ(find("protein problem"), (Works{4, 5}));
  EXPECT_TRUE(find("protein absent").empty());
}

TEST_F(SearchTest, TakesAWordForLongerOnesWhereItIsTypedOrStandsNowhere) {
  EXPECT_EQ(find("language prot"), Works{1});
  EXPECT_EQ(find("prot language"), Works{1});
  EXPECT_TRUE(find("\"prot\" language").empty());
  EXPECT_EQ(find("(study)"), Works{2});
  EXPECT_EQ(find("(model)"), Works{3});  // not "models"
}

TEST_F(SearchTest, FindsTheSameWithABlankAtTheEnd) {
  for (const std::string query : {"pro", "model", "language prot", "\"language prot", "protien",
                                  "-mod", "alphafold | vis", "year:20", "has:co", "name:alp"}) {
    EXPECT_EQ(find(query + ' '), find(query)) << query;
  }
}

TEST_F(SearchTest, ForgivesTyposWhereNothingElseIsFound) {
  EXPECT_EQ(find("(protien)"), (Works{4, 1, 3, 5}));   // all alike, the newest first
  EXPECT_EQ(find("protien"), (Works{4, 1, 3, 5, 2}));  // a longer word comes behind
  EXPECT_TRUE(find("\"protien\"").empty());
  EXPECT_EQ(find("(transfromerr)"), Works{3});
  EXPECT_TRUE(find("transfromrer model survey").empty());
  EXPECT_EQ(find("name:alhpafold"), Works{0});
  EXPECT_TRUE(find("name:surveyng").empty());  // stands in no name
  const SearchResult result = run("accurate -protien (protien)");
  ASSERT_EQ(result.corrections.size(), 1u);
  EXPECT_EQ(result.corrections[0].place, (Span{19, 26}));
  EXPECT_EQ(result.corrections[0].typed, "protien");
  EXPECT_EQ(result.corrections[0].words, (std::vector<std::string>{"protein"}));
}

TEST_F(SearchTest, JoinsAlternativesAndBrackets) {
  EXPECT_EQ(find("alphafold | (vision)"), (Works{0, 6}));
  EXPECT_EQ(find("protein (study | problem | -has:paper) "), (Works{4, 5}));
  EXPECT_EQ(find("-(protein | proteins) "), (Works{0, 6}));
  EXPECT_EQ(find("-(protein problem)"), (Works{0, 1, 2, 3, 6}));
}

TEST_F(SearchTest, CountsTheBestOfAlternatives) {
  // By its name, then by a word.
  EXPECT_EQ(find("problem | (transformer)"), (Works{3, 4, 5}));
  EXPECT_EQ(find("problem | has:code "), (Works{4, 0, 5}));
}

TEST_F(SearchTest, KnowsWhatIsNewSavedOrFlagged) {
  EXPECT_TRUE(find("is:new").empty());
  EXPECT_EQ(find("-is:new").size(), 7u);
  marks_ = std::make_shared<const std::vector<Mark>>(
      std::vector<Mark>{{"new", {6, 2}}, {"saved", {2, 3}}});
  EXPECT_EQ(find("is:new"), (Works{2, 6}));
  EXPECT_EQ(find("is:new -is:saved"), Works{6});
  EXPECT_EQ(find("is:new | is:saved"), (Works{2, 3, 6}));
  const auto line = [&](std::size_t listing) { return list_.draft().listings[listing].line; };
  list_.draft().findings = {{"rule", Level::Note, line(1), ""},
                            {"rule", Level::Warning, line(3), ""},
                            {"rule", Level::Error, line(7), ""}};
  EXPECT_EQ(find("is:flagged"), (Works{3, 6}));
}

TEST_F(SearchTest, FindsPhrasesInOrderOnly) {
  EXPECT_EQ(find("\"language models\""), Works{1});
  EXPECT_TRUE(find("\"models language\"").empty());
}

TEST_F(SearchTest, LetsAPhraseReachFromTheNameIntoTheTitle) {
  EXPECT_EQ(find("\"alphafold highly\""), Works{0});
}

TEST_F(SearchTest, LetsNoPhraseReachIntoAnotherListing) {
  EXPECT_TRUE(find("\"vision surveying\"").empty());
}

TEST_F(SearchTest, FindsTheTextOfAllListings) {
  EXPECT_EQ(find("again"), Works{6});
  EXPECT_EQ(find("surveying"), Works{6});
}

TEST_F(SearchTest, FoldsCaseAccentsAndCurlyQuotes) {
  EXPECT_EQ(find("PROTÉIN'S"), Works{5});
  EXPECT_EQ(find("\"protein’s problem\""), Works{5});
}

TEST_F(SearchTest, FindsByNameOnly) {
  EXPECT_EQ(find("name:protein"), Works{3});
  EXPECT_EQ(find("name:alpha"), Works{0});
}

TEST_F(SearchTest, FindsBySectionHoweverItsPathIsShortened) {
  const Works bio{0, 1, 2, 6};
  EXPECT_EQ(find("in:bioinformatics"), bio);
  EXPECT_EQ(find("in:bio"), bio);
  EXPECT_EQ(find("in:applications/bioinformatics"), bio);
  EXPECT_EQ(find("in:models/bio"), bio);
  EXPECT_EQ(find("in:applications-of-models"), bio);
  EXPECT_EQ(find("in:\"Large Vision\""), (Works{3, 4, 5, 6}));
  EXPECT_TRUE(find("in:bioinformatics/applications").empty());
  EXPECT_TRUE(find("in:informatics").empty());
}

TEST_F(SearchTest, FindsByGroupAsTheLastPartOfThePath) {
  EXPECT_EQ(find("in:cnns"), Works{6});
  EXPECT_EQ(find("in:bioinformatics/vits"), Works{6});
}

TEST_F(SearchTest, FindsByVenueHoweverItIsShortened) {
  EXPECT_EQ(find("venue:nature"), (Works{0, 2}));
  EXPECT_EQ(find("venue:methods"), Works{2});
  EXPECT_EQ(find("venue:\"nature meth\""), Works{2});
}

TEST_F(SearchTest, FindsByYearOnlyWhatHasOne) {
  EXPECT_EQ(find("year:2020..2022"), (Works{0, 1, 4}));
  EXPECT_EQ(find("-year:2020..2022"), (Works{2, 3, 5, 6}));
}

TEST_F(SearchTest, ExcludesWhatIsNegated) {
  EXPECT_EQ(find("protein -problem"), (Works{3, 1}));
  EXPECT_EQ(find("-has:paper"), Works{4});
  EXPECT_EQ(find("protein -\"language models\""), (Works{3, 4, 5}));
}

TEST_F(SearchTest, JoinsValuesOfAFacetByOrAndFacetsByAnd) {
  EXPECT_EQ(run("", {{"family", {"bio", "vision"}}}).works.size(), 7u);
  EXPECT_EQ(run("", {{"family", {"bio"}}, {"has", {"code"}}}).works, Works{0});
}

TEST_F(SearchTest, LeavesAFacetsOwnChoiceOutOfItsCounts) {
  const SearchResult result = run("", {{"family", {"bio"}}, {"has", {"code"}}});
  EXPECT_EQ(count(result, "family", "bio"), 1);
  EXPECT_EQ(count(result, "family", "vision"), 1);  // what a click would add: work 4
  EXPECT_EQ(count(result, "has", "code"), 1);
  EXPECT_EQ(count(result, "has", "paper"), 4);
  EXPECT_EQ(count(result, "venue", "Nature"), 1);
  EXPECT_EQ(count(result, "venue", "arXiv"), 0);
}

TEST_F(SearchTest, LeavesTheYearRangeOutOfTheYearsCounts) {
  const SearchResult result = run("", {}, {2020, 2021});
  EXPECT_EQ(result.works, (Works{0, 1}));
  EXPECT_EQ(count(result, "year", "2023"), 1);
  EXPECT_EQ(count(result, "family", "vision"), 0);
}

TEST_F(SearchTest, SelectsBySectionExactlyWhereTheWholeIdIsGiven) {
  const SearchResult result = run("", {{"tree", {"applications-of-models"}}});
  EXPECT_EQ(result.works, (Works{0, 1, 2, 6}));
  EXPECT_EQ(count(result, "tree", "large-vision-models"), 4);
  EXPECT_EQ(count(result, "tree", "applications-of-models/bioinformatics"), 4);
}

TEST_F(SearchTest, TakesAShortenedVenueAsFilterOnlyWhereNoneIsCalledSo) {
  EXPECT_EQ(run("", {{"venue", {"Nature"}}}).works, Works{0});
  EXPECT_EQ(run("", {{"venue", {"nature"}}}).works, (Works{0, 2}));
}

TEST_F(SearchTest, KnowsTheCommonFiltersWithoutAProfile) {
  profile_.facets.clear();
  EXPECT_EQ(run("", {{"in", {"bio"}}, {"has", {"code"}}, {"venue", {"nature"}}}).works, Works{0});
}

TEST_F(SearchTest, SaysWhetherAFilterMeansAnything) {
  const Index index = build_index(list_.catalog(), profile_);
  EXPECT_TRUE(index.has_value("family", "bio"));
  EXPECT_TRUE(index.has_value("family", "table"));  // the profile's, though nothing has it here
  EXPECT_FALSE(index.has_value("family", "cake"));
  EXPECT_TRUE(index.has_value("in", "bioinf"));
  EXPECT_FALSE(index.has_value("in", "cake"));
  EXPECT_TRUE(index.has_value("has", "slides"));
  EXPECT_FALSE(index.has_value("has", "cake"));
  EXPECT_FALSE(index.has_value("venue", "cake"));
  EXPECT_FALSE(index.has_value("cake", "bio"));
}

TEST_F(SearchTest, OrdersAsAsked) {
  EXPECT_EQ(run("", {}, {}, Sort::Year).works, (Works{2, 4, 0, 1, 3, 5, 6}));
  EXPECT_EQ(run("protein", {}, {}, Sort::List).works, (Works{1, 2, 3, 4, 5}));
  EXPECT_EQ(run("", {}, {}, Sort::Name).works, (Works{0, 3, 2, 4, 5, 1, 6}));
}

TEST_F(SearchTest, NamesTheFirstFacetValueOfAWork) {
  const Index index = build_index(list_.catalog(), profile_);
  EXPECT_EQ(index.facet_value("family", 6), "bio");
  EXPECT_EQ(index.facet_value("family", 3), "vision");
  EXPECT_EQ(index.facet_value("year", 5), "");
  EXPECT_EQ(index.facet_value("cake", 0), "");
  EXPECT_EQ(index.facet_value("family", 999), "");
}

TEST_F(SearchTest, CallsFiltersByTheirTitles) {
  profile_.sections.push_back({"applications-of-models", "Applications", true});
  profile_.sections.push_back({"*/bioinformatics", "Bio", false});
  const Catalog& catalog = list_.catalog();
  EXPECT_EQ(filter_title(catalog, profile_, "in", "applications/bioinf"), "Bio");
  EXPECT_EQ(filter_title(catalog, profile_, "in", "models"), "models");  // two of them
  EXPECT_EQ(filter_title(catalog, profile_, "has", "code"), "Code");
  EXPECT_EQ(filter_title(catalog, profile_, "family", "bio"), "bio");
  EXPECT_EQ(filter_title(catalog, profile_, "venue", "Nature"), "Nature");
  EXPECT_EQ(filter_title(catalog, profile_, "cake", "x"), "x");
}

TEST_F(SearchTest, RelatesWorksThatShareRareWordsOrLinks) {
  list_.draft().listings[0].links.push_back(link(LinkKind::Project, "https://shared.org/a"));
  list_.draft().listings[3].links.push_back(link(LinkKind::Project, "http://www.shared.org/a/"));
  const Index index = build_index(list_.catalog(), profile_);
  const Works related = index.find_related(0, 3);
  ASSERT_FALSE(related.empty());
  EXPECT_EQ(related, index.find_related(0, 3));
  EXPECT_NE(std::find(related.begin(), related.end(), 3u), related.end());
  EXPECT_EQ(std::find(related.begin(), related.end(), 0u), related.end());
  EXPECT_TRUE(index.find_related(99, 3).empty());
}

TEST_F(SearchTest, CorrectsAWordByThreeOthersHoweverManyAreNear) {
  for (const char* near : {"zebrax", "zebray", "zebraz", "zebrav", "zebraw"}) {
    list_.work(0, "", near);
  }
  SearchRequest request;
  request.query = parse_query("zebrak", LastWord::Complete);
  const SearchResult result = build_index(list_.catalog(), profile_).search(request);
  ASSERT_EQ(result.corrections.size(), 1u);
  EXPECT_EQ(result.corrections[0].words.size(), 3u);
  EXPECT_EQ(result.works.size(), 5u) << "all of them are found";
}

TEST(Search, FindsChineseBySubstring) {
  CatalogBuilder list;
  const int section = list.section("模型", "模型");
  list.work(section, "", "大规模语言模型综述");
  list.work(section, "", "图像模型");
  const Profile profile;
  const Index index = build_index(list.catalog(), profile);
  EXPECT_EQ(index.search({parse_query("语言"), {}, {}, Sort::Match, nullptr}).works, Works{0});
  EXPECT_EQ(index.search({parse_query("模型"), {}, {}, Sort::Match, nullptr}).works.size(), 2u);
  EXPECT_TRUE(index.search({parse_query("模言"), {}, {}, Sort::Match, nullptr}).works.empty());
  EXPECT_EQ(index.search({parse_query("in:模型"), {}, {}, Sort::Match, nullptr}).works.size(), 2u);
}

TEST(Search, FindsTheCellsOfARow) {
  CatalogBuilder list;
  const int section = list.section("datasets", "Datasets");
  const int work = list.work(section, "", "ZINC20");
  ListingDraft& row = list.draft().listings.back();
  row.shape = Shape::Row;
  row.cells = {{"Dataset", "ZINC20"}, {"Description", "Over 1.4B molecules for docking"}};
  const Profile profile;
  const Index index = build_index(list.catalog(), profile);
  EXPECT_EQ(index.search({parse_query("molecules"), {}, {}, Sort::Match, nullptr}).works,
            Works{static_cast<std::uint32_t>(work)});
  EXPECT_TRUE(
      index.search({parse_query("\"zinc20 over\""), {}, {}, Sort::Match, nullptr}).works.empty());
}

TEST(Search, FindsNothingInAnEmptyCatalog) {
  const Catalog catalog;
  const Profile profile;
  const Index index = build_index(catalog, profile);
  EXPECT_TRUE(index
                  .search({parse_query("anything -else in:x"),
                           {{"in", {"x"}}},
                           {2020, 2021},
                           Sort::Name,
                           nullptr})
                  .works.empty());
}

TEST(Sort, HasNames) {
  for (const Sort sort : {Sort::Match, Sort::Year, Sort::Name, Sort::List}) {
    EXPECT_EQ(find_sort(sort_name(sort)), sort);
  }
  EXPECT_FALSE(find_sort("cake"));
}

}  // namespace
}  // namespace lamplight
