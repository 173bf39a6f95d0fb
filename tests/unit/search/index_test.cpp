// The index as a whole: built in pieces, its hits ordered as they are read, its size.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lamplight/search.h"
#include "search/rarity.h"
#include "unit/search/generated.h"

namespace lamplight {
namespace {

Profile profile_of_all() {
  Profile profile;
  profile.facets = {test::facet("has", FacetSource::Links), test::facet("year", FacetSource::Year),
                    test::facet("venue", FacetSource::Venue),
                    test::facet("in", FacetSource::Sections)};
  return profile;
}

std::vector<std::uint32_t> search(const Index& index, const std::string& text,
                                  Sort sort = Sort::Match) {
  SearchRequest request;
  request.query = parse_query(text);
  request.sort = sort;
  return index.search(request).works.to_vector();
}

TEST(IndexBuilder, BuildsTheSameInPiecesAsAtOnce) {
  const Catalog catalog = test::generated_catalog(3000, 21);
  const Profile profile = profile_of_all();
  const Index whole = build_index(catalog, profile);
  IndexBuilder builder(catalog, profile);
  double progress = 0;
  int steps = 0;
  EXPECT_EQ(builder.progress(), 0);
  while (builder.step()) {
    EXPECT_GE(builder.progress(), progress);
    EXPECT_LE(builder.progress(), 1);
    progress = builder.progress();
    ++steps;
  }
  EXPECT_EQ(builder.progress(), 1);
  EXPECT_GT(steps, 20);
  const Index pieces = builder.take();
  for (const char* const query : {"", "model", "le", "\"large model\"", "-protein has:code"}) {
    EXPECT_EQ(search(pieces, query), search(whole, query)) << query;
  }
  EXPECT_EQ(pieces.memory().postings, whole.memory().postings);
}

TEST(IndexBuilder, MayBeDroppedAtAnyStep) {
  const Catalog catalog = test::generated_catalog(300, 22);
  const Profile profile = profile_of_all();
  for (int steps = 0;; ++steps) {
    IndexBuilder builder(catalog, profile);
    bool is_done = false;
    for (int i = 0; i < steps && !is_done; ++i) is_done = !builder.step();
    if (is_done) break;
    steps += steps / 4;
  }
}

TEST(IndexBuilder, TakesAnEmptyCatalog) {
  const Catalog catalog;
  const Profile profile;
  const Index index = build_index(catalog, profile);
  EXPECT_TRUE(search(index, "x").empty());
  EXPECT_TRUE(search(index, "").empty());
  EXPECT_TRUE(index.suggest("x", 8).empty());
  EXPECT_TRUE(index.find_related(0, 5).empty());
}

// Reading a few hits and reading all must give the same order.
TEST(Hits, AreTheSameHoweverFarTheyAreRead) {
  const Catalog catalog = test::generated_catalog(5000, 23);
  const Profile profile = profile_of_all();
  const Index index = build_index(catalog, profile);
  for (const char* const text :
       {"", "model", "the model", "m", "model | data", "year:2015..2020"}) {
    for (const Sort sort : {Sort::Match, Sort::Year, Sort::Name, Sort::List}) {
      SearchRequest request;
      request.query = parse_query(text);
      request.sort = sort;
      const std::vector<std::uint32_t> all = index.search(request).works.to_vector();
      const Hits hits = index.search(request).works;
      ASSERT_EQ(hits.size(), all.size());
      for (std::size_t i = 0; i < std::min<std::size_t>(40, all.size()); ++i) {
        ASSERT_EQ(hits[i], all[i]) << text << " at " << i;
      }
      for (const std::size_t at : {127u, 128u, 129u, 600u}) {
        if (at < all.size()) {
          ASSERT_EQ(hits[at], all[at]) << text << " at " << at;
        }
      }
      std::vector<std::uint32_t> works = all;
      std::sort(works.begin(), works.end());
      EXPECT_EQ(std::adjacent_find(works.begin(), works.end()), works.end());
    }
  }
}

TEST(Hits, ShareTheirOrderWithCopies) {
  const Hits hits(std::vector<std::uint32_t>{5, 3, 9});
  const Hits copy = hits;
  EXPECT_TRUE(copy.is_same(hits));
  EXPECT_EQ(copy.to_vector(), (std::vector<std::uint32_t>{5, 3, 9}));
  EXPECT_FALSE(hits.is_same(Hits(std::vector<std::uint32_t>{5, 3, 9})));
  EXPECT_TRUE(Hits().empty());
  EXPECT_TRUE(Hits().to_vector().empty());
}

TEST(Index, TellsTheSameWithAndWithoutWhatItRemembers) {
  const Catalog catalog = test::generated_catalog(2000, 24);
  const Profile profile = profile_of_all();
  const Index index = build_index(catalog, profile);
  const std::string typed = "protein model -data";
  for (std::size_t size = 1; size <= typed.size(); ++size) {
    const std::string text = typed.substr(0, size);
    const std::vector<std::uint32_t> found = search(index, text);
    index.forget_searches();
    EXPECT_EQ(search(index, text), found) << text;
  }
}

// Eight terms are remembered; a query may have more.
TEST(Index, FindsMoreTermsThanItRemembers) {
  test::CatalogBuilder list;
  const int section = list.section("all", "All");
  std::string all;
  for (int i = 0; i < 12; ++i) {
    all += "word" + std::to_string(i) + ' ';
    list.work(section, "", all);  // the first has one of the words, the last has all
  }
  const Index index = build_index(list.catalog(), Profile());
  std::string query;
  for (std::uint32_t i = 0; i < 12; ++i) {
    query += "word" + std::to_string(i) + ' ';
    EXPECT_EQ(search(index, query, Sort::List).size(), 12 - i) << query;
    EXPECT_EQ(search(index, query, Sort::List).front(), i) << query;
  }
  EXPECT_EQ(search(index, "word0 ", Sort::List).size(), 12u);
}

// One in eight of the works, but no more than 20,000, may have a word that is rare.
TEST(Rarity, EndsAt20000Works) {
  EXPECT_EQ(search::rare_up_to(2), 2u);
  EXPECT_EQ(search::rare_up_to(159'999), 19'999u);
  EXPECT_EQ(search::rare_up_to(160'000), 20'000u);
  EXPECT_EQ(search::rare_up_to(1'000'000), 20'000u);
  EXPECT_LT(search::rarity(1'000'000, 20'000), search::rarity(1'000'000, 2));
}

// Nothing the index holds may grow faster than the list.
TEST(Index, TakesFewBytesAWork) {
  const Catalog catalog = test::generated_catalog(20000, 25);
  const Profile profile = profile_of_all();
  const Index index = build_index(catalog, profile);
  const IndexMemory memory = index.memory();
  EXPECT_LT(memory.total() / catalog.works.size(), 90u);
  EXPECT_LT(memory.postings / catalog.works.size(), 40u);
  EXPECT_EQ(memory.total(), memory.vocabulary + memory.postings + memory.places + memory.facets +
                                memory.order + memory.links);
}

}  // namespace
}  // namespace lamplight
