// The index against the reference: the same works in the same order, the same counts, the same
// corrections, for every class of query.
#include "unit/search/reference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "unit/search/corpora.h"
#include "unit/search/reference_words.h"

namespace lamplight {
namespace {

using test::Corpus;
using test::QueryClass;
using test::Random;

// Facet counts by id, without the order of values, which the reference does not know.
std::map<std::string, std::map<std::string, std::pair<unsigned, unsigned>>> counts_of(
    const SearchResult& result) {
  std::map<std::string, std::map<std::string, std::pair<unsigned, unsigned>>> counts;
  for (const FacetCounts& facet : result.facets) {
    for (const FacetCount& value : facet.values) {
      counts[std::string(facet.id)][std::string(value.id)] = {value.count, value.all};
    }
  }
  return counts;
}

std::vector<std::tuple<std::size_t, std::size_t, std::string, std::vector<std::string>>>
corrections_of(const SearchResult& result) {
  std::vector<std::tuple<std::size_t, std::size_t, std::string, std::vector<std::string>>> all;
  for (const Correction& each : result.corrections) {
    all.emplace_back(each.place.begin, each.place.end, each.typed, each.words);
  }
  return all;
}

void expect_same(const Corpus& corpus, const SearchRequest& request, const std::string& name) {
  const SearchResult found = corpus.index.search(request);
  const SearchResult expected = corpus.reference.search(request);
  // The first ones are put in order before the others are.
  std::vector<std::uint32_t> first;
  for (std::size_t i = 0; i < std::min<std::size_t>(found.works.size(), 20); ++i) {
    first.push_back(found.works[i]);
  }
  const std::vector<std::uint32_t> works = expected.works.to_vector();
  EXPECT_EQ(found.works.to_vector(), works) << name;
  EXPECT_TRUE(first.size() <= works.size() && std::equal(first.begin(), first.end(), works.begin()))
      << name;
  EXPECT_EQ(counts_of(found), counts_of(expected)) << name;
  EXPECT_EQ(corrections_of(found), corrections_of(expected)) << name;
}

// Every pair of two facets at random, with a facet beside itself among them.
void expect_same_pairs(const Corpus& corpus, const SearchRequest& request, Random& random,
                       const std::string& name) {
  const std::vector<Facet>& facets = corpus.profile.facets;
  const std::uint32_t rows = random.below(static_cast<std::uint32_t>(facets.size()));
  const std::uint32_t columns = random.below(static_cast<std::uint32_t>(facets.size()));
  const std::optional<PairCounts> counted =
      corpus.index.count_pairs(request, facets[rows].id, facets[columns].id);
  ASSERT_TRUE(counted);
  test::Reference::Cells cells;
  const auto set = [&](std::string_view row, std::string_view column, std::uint32_t works) {
    if (works > 0) cells[{std::string(row), std::string(column)}] = works;
  };
  set("", "", counted->works);
  for (const FacetCount& row : counted->rows.values) set(row.id, "", row.count);
  for (const FacetCount& column : counted->columns.values) set("", column.id, column.count);
  for (const PairCount& cell : counted->cells) {
    ASSERT_GT(cell.works, 0u);
    EXPECT_EQ(counted->count(cell.row, cell.column), cell.works);
    set(counted->rows.values[cell.row].id, counted->columns.values[cell.column].id, cell.works);
  }
  EXPECT_EQ(cells, corpus.reference.count_pairs(request, rows, columns))
      << name << ": " << facets[rows].id << " by " << facets[columns].id;
}

void expect_same_in_every_class(const Corpus& corpus, int rounds, std::uint64_t seed) {
  Random random(seed);
  for (int i = 0; i < rounds; ++i) {
    for (int each = 0; each < test::query_class_count; ++each) {
      const std::string query = test::random_query(corpus, static_cast<QueryClass>(each), random);
      std::string name;
      const SearchRequest request = test::random_request(corpus, query, random, name);
      expect_same(corpus, request, name);
      expect_same_pairs(corpus, request, random, name);
    }
    if (testing::Test::HasFailure()) return;
  }
}

TEST(SearchReference, AgreesOnTheFlagship) {
  ASSERT_EQ(test::flagship().catalog.works.size(), 208u);
  expect_same_in_every_class(test::flagship(), 20, 3);
}

TEST(SearchReference, AgreesOnAThousandWorks) { expect_same_in_every_class(test::small(), 6, 9); }

TEST(SearchReference, AgreesOnTenThousandWorks) {
  expect_same_in_every_class(test::generated(), 2, 4);
}

TEST(CountPairs, LeavesWhatIsChosenOfBothFacetsOut) {
  const Index& index = test::flagship().index;
  const std::string rows = test::flagship().profile.facets.front().id;
  const auto cells = [&](const SearchRequest& request) {
    return index.count_pairs(request, rows, "year")->cells;
  };
  SearchRequest request;
  const std::vector<PairCount> all = cells(request);
  ASSERT_FALSE(all.empty());
  request.filters = {{rows, {std::string(index.search({}).facets.front().values.front().id)}}};
  request.years = {2023, 2023};
  EXPECT_EQ(cells(request), all);
  request.filters.push_back({"has", {"code"}});
  EXPECT_NE(cells(request), all);
}

TEST(CountPairs, KnowsTheFacetsOfTheProfileOnly) {
  EXPECT_FALSE(test::flagship().index.count_pairs({}, "year", "cake"));
  EXPECT_FALSE(test::flagship().index.count_pairs({}, "", "year"));
  EXPECT_TRUE(test::flagship().index.count_pairs({}, "year", "year"));
}

TEST(SearchReference, ForgivesWhatTheRulesForgive) {
  using test::find_nearness;
  using test::Nearness;
  const auto near = [](const char* typed, const char* word, bool with_longer = false) {
    return find_nearness(typed, word, test::find_most_edits(typed), with_longer);
  };
  EXPECT_EQ(near("protien", "protein"), (Nearness{1, false}));  // neighbours exchanged
  EXPECT_EQ(near("protin", "protein"), (Nearness{1, false}));
  EXPECT_EQ(near("prottein", "protein"), (Nearness{1, false}));
  EXPECT_EQ(near("protoin", "protein"), (Nearness{1, false}));
  EXPECT_EQ(near("porten", "protein"), std::nullopt);  // two from eight letters only
  EXPECT_EQ(near("strcuturs", "structure"), (Nearness{2, false}));
  EXPECT_EQ(near("ca", "abc"), std::nullopt);
  EXPECT_EQ(near("rna", "dna"), std::nullopt);  // four letters at least
  EXPECT_EQ(near("größen", "grösen"), (Nearness{1, false}));
  EXPECT_EQ(near("protien", "proteins"), std::nullopt);
  EXPECT_EQ(near("protien", "proteins", true), (Nearness{1, true}));
  EXPECT_EQ(near("2023", "2022"), std::nullopt);
  EXPECT_EQ(near("gpt4x", "gpt3x"), std::nullopt);  // digits are never mended
  EXPECT_EQ(near("gtp4x", "gpt4x"), (Nearness{1, false}));
  EXPECT_EQ(near("llama", "llama2"), std::nullopt);
  EXPECT_EQ(near("lama", "llama2", true), (Nearness{1, true}));
}

}  // namespace
}  // namespace lamplight
