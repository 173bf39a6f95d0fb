// The index against the reference: the same works in the same order, the same counts.
#include "unit/search/reference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>

#include "unit/search/generated.h"

namespace lamplight {
namespace {

using test::Random;
using test::Reference;

Profile test_profile(const Catalog& catalog, bool is_flagship) {
  Profile profile;
  profile.facets = {test::facet("family", FacetSource::Values),
                    test::facet("has", FacetSource::Links), test::facet("year", FacetSource::Year),
                    test::facet("venue", FacetSource::Venue),
                    test::facet("tree", FacetSource::Sections)};
  profile.facets[0].values.push_back(test::value("rows", {}, {Shape::Row}));
  if (is_flagship) {
    profile.facets[0].values.push_back(test::value("language", {"large-language-models"}));
    profile.facets[0].values.push_back(test::value("healthcare", {"*/healthcare-domain"}));
    profile.facets[0].values.push_back(
        test::value("bio", {"*/bioinformatics", "large-audio-models"}));
  } else {
    profile.facets[0].values.push_back(test::value("first", {catalog.sections.front().id}));
    profile.facets[0].values.push_back(
        test::value("domain", {"*/" + test::word_of_rank(41) + "-domain"}));
  }
  return profile;
}

// A catalog with all that is derived from it; made once, for it takes a while.
struct Corpus {
  Corpus(Catalog a_catalog, bool is_flagship)
      : catalog(std::move(a_catalog)),
        profile(test_profile(catalog, is_flagship)),
        index(build_index(catalog, profile)),
        reference(catalog, profile) {}
  Catalog catalog;
  Profile profile;
  Index index;
  Reference reference;
};

const Corpus& generated() {
  static const Corpus corpus(test::generated_catalog(10000, 1), false);
  return corpus;
}

const Corpus& small() {
  static const Corpus corpus(test::generated_catalog(1000, 2), false);
  return corpus;
}

const Corpus& flagship() {
  static const Corpus corpus = [] {
    std::ifstream file(std::string(LAMPLIGHT_SOURCE_DIR) + "/data/lists/2024-03-11.md",
                       std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)),
                           std::istreambuf_iterator<char>());
    const Result<Catalog> parsed = parse_catalog(text);
    return Corpus(parsed.value_if() != nullptr ? *parsed.value_if() : Catalog(), true);
  }();
  return corpus;
}

// Facet counts by id, without the order of values, which the reference does not know.
std::map<std::string, std::map<std::string, std::pair<unsigned, unsigned>>> counts_of(
    const SearchResult& result) {
  std::map<std::string, std::map<std::string, std::pair<unsigned, unsigned>>> counts;
  for (const FacetCounts& facet : result.facets) {
    for (const FacetCount& value : facet.values) {
      counts[facet.id][value.id] = {value.count, value.all};
    }
  }
  return counts;
}

void expect_same(const Corpus& corpus, const SearchRequest& request, const std::string& name) {
  const SearchResult found = corpus.index.search(request);
  const SearchResult expected = corpus.reference.search(request);
  EXPECT_EQ(found.works, expected.works) << name;
  EXPECT_EQ(counts_of(found), counts_of(expected)) << name;
}

// Words as readers type them: whole, shortened, in phrases, absent.
std::string random_query(const Corpus& corpus, Random& random) {
  const auto title_words = [&] {
    const Work& work =
        corpus.catalog.works[random.below(static_cast<std::uint32_t>(corpus.catalog.works.size()))];
    std::vector<std::string> words;
    std::string word;
    for (const char c : work.name.value_or("") + " " + work.title + " ") {
      if (c == ' ') {
        if (!word.empty()) words.push_back(word);
        word.clear();
      } else {
        word += c;
      }
    }
    return words;
  };
  const std::vector<std::string> words = title_words();
  const auto some_word = [&] {
    return words.empty() ? std::string("x")
                         : words[random.below(static_cast<std::uint32_t>(words.size()))];
  };
  const std::string word = some_word();
  switch (random.below(12)) {
    case 0:
      return word;
    case 1:
      return word.substr(0, 1 + random.below(4));
    case 2:
      return word + " " + some_word();
    case 3:
      return word + " " + some_word() + " " + some_word().substr(0, 2);
    case 4:
      return "\"" + (words.size() > 1 ? words[0] + " " + words[1] : word) + "\"";
    case 5:
      return word + " -" + test::random_word(random);
    case 6:
      return "-" + test::random_word(random);
    case 7:
      return "has:" + std::string(link_kind_name(static_cast<LinkKind>(random.below(11)))) + " " +
             word.substr(0, 2);
    case 8:
      return "year:" + std::to_string(2015 + random.below(8)) + ".. -has:code";
    case 9:
      return "in:" + corpus.catalog.sections[random.below(12)].id.substr(0, 3 + random.below(9));
    case 10:
      return random.one_in(2) ? "venue:nature " + word : "-venue:arxiv name:" + word.substr(0, 3);
    default:
      return "zzzabsent " + word;
  }
}

SearchRequest random_request(const Corpus& corpus, Random& random, std::string& name) {
  SearchRequest request;
  const std::string text = random.one_in(5) ? "" : random_query(corpus, random);
  request.query = parse_query(text, random.one_in(3) ? LastWord::Complete : LastWord::Typing);
  name = text;
  const auto add = [&](const std::string& facet, std::vector<std::string> values) {
    name += " | " + facet + "=" + values.front();
    request.filters.push_back({facet, std::move(values)});
  };
  const std::vector<Section>& sections = corpus.catalog.sections;
  const auto section = [&] {
    return sections[random.below(static_cast<std::uint32_t>(sections.size()))].id;
  };
  if (random.one_in(4)) add("family", {corpus.profile.facets[0].values[random.below(3)].id});
  if (random.one_in(6)) add("has", {"code", "project"});
  if (random.one_in(6)) add("venue", {random.one_in(2) ? "Nature" : "nature", "arXiv"});
  if (random.one_in(6)) add("tree", {section(), section()});
  if (random.one_in(6)) add("in", {section().substr(0, 8)});
  if (random.one_in(4)) request.years = {2012 + static_cast<int>(random.below(9)), 2022};
  request.sort = static_cast<Sort>(random.below(4));
  return request;
}

TEST(SearchReference, AgreesOnTheFlagship) {
  ASSERT_EQ(flagship().catalog.works.size(), 208u);
  Random random(3);
  for (int i = 0; i < 600 && !testing::Test::HasFailure(); ++i) {
    std::string name;
    const SearchRequest request = random_request(flagship(), random, name);
    expect_same(flagship(), request, name);
  }
}

TEST(SearchReference, AgreesOnTenThousandWorks) {
  Random random(4);
  for (int i = 0; i < 36 && !testing::Test::HasFailure(); ++i) {
    std::string name;
    const SearchRequest request = random_request(generated(), random, name);
    expect_same(generated(), request, name);
  }
}

TEST(SearchProperty, AddingAFilterNeverAddsAHit) {
  Random random(5);
  for (int i = 0; i < 300; ++i) {
    std::string name;
    SearchRequest request = random_request(small(), random, name);
    request.sort = Sort::List;
    const std::vector<std::uint32_t> before = small().index.search(request).works;
    SearchRequest more = request;
    if (random.one_in(2)) {
      more.filters.push_back({"cake" + std::to_string(i), {"x"}});
    } else {
      const Query term = parse_query(random_query(small(), random), LastWord::Complete);
      more.query.terms.insert(more.query.terms.end(), term.terms.begin(), term.terms.end());
    }
    const std::vector<std::uint32_t> after = small().index.search(more).works;
    EXPECT_TRUE(std::includes(before.begin(), before.end(), after.begin(), after.end())) << name;
  }
}

TEST(SearchProperty, NegationIsTheComplement) {
  Random random(6);
  for (int i = 0; i < 300; ++i) {
    SearchRequest request;
    request.query = parse_query(random_query(small(), random));
    if (request.query.terms.empty()) continue;
    request.query.terms.resize(1);
    std::vector<std::uint32_t> works = small().index.search(request).works;
    request.query.terms[0].is_negated = !request.query.terms[0].is_negated;
    const std::vector<std::uint32_t> others = small().index.search(request).works;
    works.insert(works.end(), others.begin(), others.end());
    std::sort(works.begin(), works.end());
    ASSERT_EQ(works.size(), small().catalog.works.size()) << print_query(request.query);
    for (std::uint32_t work = 0; work < works.size(); ++work) ASSERT_EQ(works[work], work);
  }
}

TEST(SearchProperty, ACountIsWhatAClickGives) {
  Random random(7);
  for (int i = 0; i < 25; ++i) {
    std::string name;
    const SearchRequest request = random_request(flagship(), random, name);
    for (const FacetCounts& facet : flagship().index.search(request).facets) {
      for (const FacetCount& value : facet.values) {
        SearchRequest clicked = request;
        std::erase_if(clicked.filters,
                      [&](const Filter& filter) { return filter.facet == facet.id; });
        if (facet.source == FacetSource::Year) {
          clicked.years = *parse_year_range(value.id);
        } else {
          clicked.filters.push_back({facet.id, {value.id}});
        }
        EXPECT_EQ(flagship().index.search(clicked).works.size(), value.count)
            << name << " | " << facet.id << "=" << value.id;
      }
    }
  }
}

TEST(SearchProperty, HighlightsStandInEveryHit) {
  const Corpus& corpus = flagship();
  Random random(8);
  for (int i = 0; i < 300; ++i) {
    const Query query = parse_query(random_query(corpus, random));
    const bool is_one_word =
        query.terms.size() == 1 && !query.terms[0].words.empty() && !query.terms[0].is_negated;
    if (!is_one_word) continue;
    SearchRequest request;
    request.query = query;
    for (const std::uint32_t work : corpus.index.search(request).works) {
      std::size_t spans = 0;
      for (const int at : corpus.catalog.works[work].listings) {
        const Listing& listing = corpus.catalog.listings[static_cast<std::size_t>(at)];
        spans += corpus.index.find_highlights(query, listing.text).size();
        for (const Cell& cell : listing.cells) {
          spans += corpus.index.find_highlights(query, cell.text).size();
        }
      }
      EXPECT_GT(spans, 0u) << print_query(query);
    }
  }
}

}  // namespace
}  // namespace lamplight
