// What holds for every query, whatever is in the list.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "unit/search/corpora.h"

namespace lamplight {
namespace {

using test::Corpus;
using test::find_works;
using test::Random;
using test::small;
using Works = std::vector<std::uint32_t>;

Query parse_whole(const std::string& text) { return parse_query(text, LastWord::Complete); }

// As one clause that can stand beside others.
std::string in_brackets(const std::string& query) {
  return "(" + print_query(parse_whole(query)) + ")";
}

TEST(SearchProperty, AddingAFilterOrAClauseNeverAddsAHit) {
  Random random(5);
  for (int i = 0; i < 300; ++i) {
    std::string name;
    SearchRequest request =
        test::random_request(small(), test::random_query(small(), random), random, name);
    request.sort = Sort::List;
    const Works before = small().index.search(request).works.to_vector();
    SearchRequest more = request;
    if (random.one_in(2)) {
      more.filters.push_back({"family", {random.one_in(2) ? "first" : "rows"}});
    } else {
      const Query query = parse_whole(test::random_query(small(), random));
      more.query.clauses.insert(more.query.clauses.end(), query.clauses.begin(),
                                query.clauses.end());
    }
    for (const std::uint32_t work : small().index.search(more).works) {
      ASSERT_NE(std::find(before.begin(), before.end(), work), before.end()) << name;
    }
  }
}

TEST(SearchProperty, AlternativesAreTheUnion) {
  Random random(10);
  for (int i = 0; i < 300; ++i) {
    const std::string a = test::random_query(small(), random);
    const std::string b = test::random_query(small(), random);
    if (parse_whole(a).is_empty() || parse_whole(b).is_empty()) continue;
    const Works of_a = find_works(small(), parse_whole(a));
    const Works of_b = find_works(small(), parse_whole(b));
    Works both;
    std::set_union(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(both));
    const std::string either = in_brackets(a) + " | " + in_brackets(b);
    EXPECT_EQ(find_works(small(), parse_whole(either)), both) << either;
  }
}

TEST(SearchProperty, ClausesSideBySideAreTheIntersection) {
  Random random(11);
  for (int i = 0; i < 300; ++i) {
    const std::string a = test::random_query(small(), random);
    const std::string b = test::random_query(small(), random);
    const Works of_a = find_works(small(), parse_whole(a));
    const Works of_b = find_works(small(), parse_whole(b));
    Works both;
    std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                          std::back_inserter(both));
    const std::string all = in_brackets(a) + " " + in_brackets(b);
    EXPECT_EQ(find_works(small(), parse_whole(all)), both) << all;
  }
}

TEST(SearchProperty, NegationIsTheComplement) {
  Random random(6);
  for (int i = 0; i < 300; ++i) {
    const std::string text = test::random_query(small(), random);
    if (parse_whole(text).is_empty()) continue;
    Works works = find_works(small(), parse_whole(text));
    const Works others = find_works(small(), parse_whole("-" + in_brackets(text)));
    works.insert(works.end(), others.begin(), others.end());
    std::sort(works.begin(), works.end());
    ASSERT_EQ(works.size(), small().catalog.works.size()) << text;
    for (std::uint32_t work = 0; work < works.size(); ++work) ASSERT_EQ(works[work], work) << text;
  }
}

TEST(SearchProperty, WhatIsPrintedFindsTheSame) {
  Random random(12);
  for (int i = 0; i < 300; ++i) {
    const std::string text = test::random_query(small(), random);
    for (const LastWord last : {LastWord::Typing, LastWord::Complete}) {
      const Query query = parse_query(text, last);
      const Query again = parse_query(print_query(query), last);
      EXPECT_EQ(again.clauses, query.clauses) << text;
      EXPECT_EQ(find_works(small(), again), find_works(small(), query)) << text;
    }
  }
}

TEST(SearchProperty, ACountIsWhatAClickGives) {
  const Corpus& corpus = test::flagship();
  Random random(7);
  for (int i = 0; i < 30; ++i) {
    std::string name;
    const SearchRequest request =
        test::random_request(corpus, test::random_query(corpus, random), random, name);
    for (const FacetCounts& facet : corpus.index.search(request).facets) {
      for (const FacetCount& value : facet.values) {
        SearchRequest clicked = request;
        std::erase_if(clicked.filters,
                      [&](const Filter& filter) { return filter.facet == facet.id; });
        if (facet.source == FacetSource::Year) {
          clicked.years = *parse_year_range(value.id);
        } else {
          clicked.filters.push_back({std::string(facet.id), {std::string(value.id)}});
        }
        EXPECT_EQ(corpus.index.search(clicked).works.size(), value.count)
            << name << ", " << facet.id << "=" << value.id;
      }
    }
  }
}

TEST(SearchProperty, SortingChangesTheOrderOnly) {
  Random random(13);
  for (int i = 0; i < 100; ++i) {
    std::string name;
    SearchRequest request =
        test::random_request(small(), test::random_query(small(), random), random, name);
    std::vector<Works> orders;
    for (const Sort sort : {Sort::Match, Sort::Year, Sort::Name, Sort::List}) {
      request.sort = sort;
      Works works = small().index.search(request).works.to_vector();
      std::sort(works.begin(), works.end());
      orders.push_back(std::move(works));
    }
    for (const Works& works : orders) EXPECT_EQ(works, orders.front()) << name;
  }
}

TEST(SearchProperty, NothingIsCorrectedThatIsFound) {
  Random random(14);
  int corrected = 0;
  for (int i = 0; i < 600; ++i) {
    SearchRequest request;
    request.query = parse_query(test::random_query(small(), random));
    for (const Correction& each : small().index.search(request).corrections) {
      ++corrected;
      ASSERT_FALSE(each.words.empty());
      ASSERT_LE(each.words.size(), 3u);
      // Neither the word nor a longer one stands anywhere; what is offered does. (In names, what
      // is asked for must stand in a name.)
      bool is_name = false;
      for_each_term(request.query.clauses, [&](const Term& term, bool) {
        is_name = is_name || (term.place == each.place && term.field == TermField::Name);
      });
      const std::string field = is_name ? "name:" : "";
      EXPECT_TRUE(find_works(small(), parse_whole(field + "\"" + each.typed + "\"")).empty());
      EXPECT_FALSE(find_works(small(), parse_whole(field + "\"" + each.words[0] + "\"")).empty());
    }
  }
  EXPECT_GT(corrected, 20);
}

TEST(SearchProperty, HighlightsStandInEveryHit) {
  const Corpus& corpus = test::flagship();
  Random random(8);
  int hits = 0;
  for (int i = 0; i < 400; ++i) {
    const Query query = parse_query(test::random_query(corpus, random));
    if (query.clauses.size() != 1 || query.clauses[0].kind != Clause::Kind::Term ||
        query.clauses[0].is_negated || query.clauses[0].term.words.empty()) {
      continue;
    }
    for (const std::uint32_t work : find_works(corpus, query)) {
      std::size_t spans = 0;
      for (const int at : corpus.catalog.works[work].listings) {
        const Listing& listing = corpus.catalog.listings[static_cast<std::size_t>(at)];
        spans += corpus.index.find_highlights(query, listing.name.value_or(""), Index::TextOf::Name)
                     .size();
        spans += corpus.index.find_highlights(query, listing.text).size();
        for (const Cell& cell : listing.cells) {
          spans += corpus.index.find_highlights(query, cell.text).size();
        }
      }
      EXPECT_GT(spans, 0u) << print_query(query);
      ++hits;
    }
  }
  EXPECT_GT(hits, 100);
}

}  // namespace
}  // namespace lamplight
