// What is said of a work stays short, however often a list names it.
#include "lamplight/work_text.h"

#include <gtest/gtest.h>

#include <string>

#include "lamplight/catalog_draft.h"

namespace lamplight {
namespace {

Catalog parsed(const std::string& text) {
  Result<Catalog> result = parse_catalog(text);
  return std::move(*result.value_if());
}

TEST(WorkText, AWorkOfManySectionsIsToldWithTheFirstOfThem) {
  std::string text = "# List\n";
  for (int i = 0; i < 100; ++i) {
    text += "## Part " + std::to_string(i) + "\n\n";
    text += "- [One work of many places](https://example.org/one)\n\n";
  }
  const Catalog catalog = parsed(text);
  ASSERT_EQ(catalog.works.size(), 1u);
  const std::vector<WorkPlace> places = places_of(catalog, Profile{}, catalog.works[0]);
  ASSERT_EQ(places.size(), max_work_places);
  EXPECT_NE(places.front().title.find("Part 0"), std::string::npos);
  EXPECT_NE(places.back().title.find("Part 23"), std::string::npos);
}

TEST(WorkText, ALinkThatManyListingsShareIsThereOnce) {
  std::string text = "# List\n";
  for (int i = 0; i < 1000; ++i) {
    text += "- [One work of many links](https://example.org/one) [code](https://example.org/" +
            std::to_string(i % 3) + ")\n";
  }
  const Catalog catalog = parsed(text);
  ASSERT_EQ(catalog.works.size(), 1u);
  EXPECT_EQ(links_of(catalog, catalog.works[0]).size(), 4u);
}

TEST(WorkText, WhatTheListStatesGoesBeforeWhatIsDerived) {
  CatalogDraft draft;
  draft.listings.resize(2);
  draft.listings[0].title = draft.listings[0].text = "One";
  draft.listings[0].line = 1;
  draft.listings[0].work = 0;
  draft.listings[0].tags = {"MIT", "Yes"};
  draft.listings[0].cells = {{"Name", "One"}, {"HTTPS", "Yes"}};
  draft.listings[1] = draft.listings[0];
  draft.listings[1].line = 2;
  draft.listings[1].authors = "Ada Byron";
  draft.listings[1].venue = "CVPR";
  draft.listings[1].tags = {"Python", "MIT"};
  draft.works.resize(1);
  draft.works[0].id = "one";
  draft.works[0].title = "One";
  draft.works[0].listings = {0, 1};
  draft.works[0].year = 2020;
  draft.works[0].year_from = "arxiv";
  draft.works[0].venue = "arXiv";
  const Catalog half = make_catalog(draft);
  const WorkFacts facts = facts_of(half, half.works[0]);
  EXPECT_EQ(facts.authors, "Ada Byron");
  EXPECT_EQ(facts.venue, "CVPR");
  EXPECT_EQ(facts.venue_source, "");
  EXPECT_EQ(facts.year, 2020);
  EXPECT_EQ(facts.year_source, "the arXiv id");
  EXPECT_EQ(facts.tags, (std::vector<std::string>{"MIT", "HTTPS: Yes", "Python"}));

  draft.listings[0].year = 2021;
  draft.listings[1].year = 2022;
  const Catalog whole = make_catalog(draft);
  EXPECT_EQ(facts_of(whole, whole.works[0]).year, 2021) << "the first that is stated";
  EXPECT_EQ(facts_of(whole, whole.works[0]).year_source, "");
}

TEST(WorkText, AWorkStates24Tags) {
  CatalogDraft draft;
  draft.listings.resize(1);
  draft.listings[0].title = draft.listings[0].text = "One";
  draft.listings[0].line = 1;
  draft.listings[0].work = 0;
  draft.works.resize(1);
  draft.works[0].id = draft.works[0].title = "one";
  draft.works[0].listings = {0};
  for (std::size_t i = 0; i <= max_work_tags; ++i) {
    draft.listings[0].tags.push_back("t" + std::to_string(i));
  }
  const Catalog more = make_catalog(draft);
  EXPECT_EQ(facts_of(more, more.works[0]).tags.size(), max_work_tags);
  EXPECT_EQ(facts_of(more, more.works[0]).tags.back(), "t23");
  EXPECT_EQ(more.listings[0].tags.size(), max_work_tags + 1) << "the list keeps it";
}

TEST(WorkText, AuthorsAreToldApart) {
  using Names = std::vector<std::string_view>;
  EXPECT_EQ(split_authors("Ada Byron, B. Noether and C. Gauss."),
            (Names{"Ada Byron", "B. Noether", "C. Gauss"}));
  EXPECT_EQ(split_authors("Ada Byron, Emmy Noether, and Carl Gauss"),
            (Names{"Ada Byron", "Emmy Noether", "Carl Gauss"}));
  EXPECT_EQ(split_authors("Byron, A., Noether, E. B."), (Names{"Byron, A.", "Noether, E. B."}));
  EXPECT_EQ(split_authors("Byron, Ada; Noether, Emmy"), (Names{"Byron, Ada", "Noether, Emmy"}));
  EXPECT_EQ(split_authors("Byron, Ada and Noether, Emmy and others"),
            (Names{"Byron, Ada", "Noether, Emmy", "et al."}));
  EXPECT_EQ(split_authors("Ada Byron & Emmy Noether et al."),
            (Names{"Ada Byron", "Emmy Noether", "et al."}));
  EXPECT_EQ(split_authors("Byron A., Gauss C."), (Names{"Byron A.", "Gauss C."}));
  EXPECT_EQ(split_authors("王小明，李雷"), (Names{"王小明", "李雷"}));
  EXPECT_TRUE(split_authors(" , ").empty());
  EXPECT_TRUE(split_authors("").empty());
}

TEST(WorkText, ARowNamesThreeAuthors) {
  EXPECT_EQ(short_authors("A B, C D and E F"), "A B, C D, E F");
  EXPECT_EQ(short_authors("A B, C D, E F, G H"), "A B, C D, E F et al.");
  EXPECT_EQ(short_authors("A B et al"), "A B et al.");
  EXPECT_EQ(short_authors(""), "");
}

}  // namespace
}  // namespace lamplight
