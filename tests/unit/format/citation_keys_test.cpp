// Keys of citations: who, year, word; short, unique, stable.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "lamplight/catalog_draft.h"
#include "lamplight/format.h"
#include "unit/format/sample.h"
#include "unit/format/test_lists.h"

namespace lamplight {
namespace {

using Keys = std::vector<std::string>;

// Of every entry, in their order.
Keys keys_of(const Catalog& catalog) {
  Keys keys;
  const std::string text = to_bibtex(catalog);
  for (std::size_t at = text.find("@misc{"); at != std::string::npos;
       at = text.find("\n@misc{", at)) {
    at = text.find('{', at) + 1;
    keys.push_back(text.substr(at, text.find(',', at) - at));
  }
  return keys;
}

struct Paper {
  std::string authors;
  std::string name;
  std::string title;
  int year = 0;
};

Catalog catalog_of(const std::vector<Paper>& papers) {
  CatalogDraft draft;
  for (const Paper& paper : papers) {
    const int number = static_cast<int>(draft.works.size());
    ListingDraft listing = sample::bullet(number + 1, -1, paper.title, number);
    WorkDraft work;
    work.id = "work-" + paper.title + std::to_string(number);
    work.title = paper.title;
    if (!paper.name.empty()) listing.name = work.name = paper.name;
    if (!paper.authors.empty()) listing.authors = paper.authors;
    if (paper.year != 0) listing.year = work.year = paper.year;
    work.listings = {number};
    draft.listings.push_back(std::move(listing));
    draft.works.push_back(std::move(work));
  }
  return make_catalog(draft);
}

std::string key_of(const Paper& paper) { return keys_of(catalog_of({paper})).front(); }

TEST(CitationKeys, AreLastNameYearAndFirstTellingWord) {
  const std::string title = "Large AI Models in Health Informatics";
  EXPECT_EQ(key_of({"Jianing Qiu, Lin Li and Bo Dou", "", title, 2023}), "qiu2023large");
  EXPECT_EQ(key_of({"Qiu, Jianing and Li, Lin", "", title, 2023}), "qiu2023large");
  EXPECT_EQ(key_of({"Qiu J, Li L", "", title, 2023}), "qiu2023large");
  EXPECT_EQ(key_of({"Qiu JN, Li L", "", title, 2023}), "qiu2023large");
  EXPECT_EQ(key_of({"Qiu et al.", "", title, 2023}), "qiu2023large");
  EXPECT_EQ(key_of({"Sam Ray Jr.", "", "On the Use of a Fold", 2020}), "ray2020use");
  EXPECT_EQ(key_of({"Jürgen Müller-Łoś", "", "Ünder", 2020}), "mullerlos2020under");
}

TEST(CitationKeys, TakeTheNameOrTheTitleWhereNoAuthorIsStated) {
  EXPECT_EQ(key_of({"", "Med-PaLM 2", "Towards Expert-Level Answers", 2023}), "medpalm22023expert");
  EXPECT_EQ(key_of({"", "", "The Report of Generation", 2021}), "report2021generation");
  EXPECT_EQ(key_of({"", "", "Report Generation", 0}), "reportgeneration");
  EXPECT_EQ(key_of({"", "", "Docs", 0}), "docs");
  EXPECT_EQ(key_of({"王伟", "Qwen", "A Model", 2024}), "qwen2024model");
}

TEST(CitationKeys, GoByTheIdWhereNoLetterIsPlain) {
  const std::string key = key_of({"", "", "大模型", 2024});
  EXPECT_EQ(key.substr(0, 4), "work");
  EXPECT_EQ(key.size(), 16u) << key;
  EXPECT_NE(key, key_of({"", "", "语言模型", 2024}));
}

TEST(CitationKeys, TakeAsManyMoreWordsAsTellWorksApart) {
  EXPECT_EQ(keys_of(catalog_of({{"A. Qiu", "", "Large Models of Proteins", 2023},
                                {"B. Qiu", "", "Large Models of Cells", 2023},
                                {"C. Qiu", "", "Large Hearts", 2023},
                                {"D. Qiu", "", "Large", 2023},
                                {"E. Qiu", "", "Small", 2023}})),
            (Keys{"qiu2023largemodelsproteins", "qiu2023largemodelscells", "qiu2023largehearts",
                  "qiu2023large", "qiu2023small"}));
}

TEST(CitationKeys, AreNumberedWhereNoWordTellsWorksApart) {
  EXPECT_EQ(keys_of(catalog_of({{"A. Li", "", "Report", 2020},
                                {"B. Li", "", "Report", 2020},
                                {"C. Li", "", "The Report", 2020}})),
            (Keys{"li2020report", "li2020report-2", "li2020report-3"}));
}

TEST(CitationKeys, TellWorksApartBySixWords) {
  const std::string five = "Alpha Beta Gamma Delta Epsilon ";
  EXPECT_EQ(
      keys_of(
          catalog_of({{"A. Li", "", five + "Zeta", 2020}, {"B. Li", "", five + "Theta", 2020}})),
      (Keys{"li2020alphabetagammadeltaepsilonzeta", "li2020alphabetagammadeltaepsilontheta"}));
  EXPECT_EQ(
      keys_of(catalog_of(
          {{"A. Li", "", five + "Zeta Eta", 2020}, {"B. Li", "", five + "Zeta Theta", 2020}})),
      (Keys{"li2020alphabetagammadeltaepsilonzeta", "li2020alphabetagammadeltaepsilonzeta-2"}));
}

TEST(CitationKeys, TakeTwentyLettersOfANameAndOfAWord) {
  const std::string letters = "abcdefghijklmnopqrstuvwxyz";
  EXPECT_EQ(key_of({"A. " + letters, "", "The " + letters, 2020}),
            letters.substr(0, 20) + "2020" + letters.substr(0, 20));
}

TEST(CitationKeys, ClashNeitherWhenWordsRunTogether) {
  const Keys keys = keys_of(catalog_of({{"A. Li", "", "Data Base Design", 2020},
                                        {"B. Li", "", "Database", 2020},
                                        {"C. Li", "", "Data Sets", 2020}}));
  EXPECT_EQ(std::set<std::string>(keys.begin(), keys.end()).size(), 3u);
}

TEST(CitationKeys, DoNotChangeWhenOtherWorksAreAdded) {
  std::vector<Paper> papers;
  for (const char* title : {"Large Models", "Small Models", "Folding of Proteins", "A Cell Atlas",
                            "Reports", "Deep Hearts"}) {
    papers.push_back({"A. Qiu", "", title, 2023});
  }
  const Keys before = keys_of(catalog_of(papers));
  // Above the others, as lists have their newest.
  papers.insert(papers.begin(), {{"B. Qiu", "", "Wide Models", 2023},
                                 {"C. Qiu", "", "Large Models", 2024},
                                 {"D. Li", "", "Folding of Proteins", 2023}});
  Keys after = keys_of(catalog_of(papers));
  EXPECT_EQ(Keys(after.begin() + 3, after.end()), before);
  // One that would have the same key as another changes that one alone.
  papers.insert(papers.begin(), {"E. Qiu", "", "Deep Learning", 2023});
  after = keys_of(catalog_of(papers));
  EXPECT_EQ(after.front(), "qiu2023deeplearning");
  EXPECT_EQ(after.back(), "qiu2023deephearts");
  EXPECT_EQ(Keys(after.begin() + 4, after.end() - 1), Keys(before.begin(), before.end() - 1));
}

TEST(CitationKeys, AreTheSameInEveryExport) {
  for (const test::List& list : test::all_lists()) {
    const Result<Catalog> parsed = parse_catalog(list.text);
    ASSERT_TRUE(parsed.is_ok());
    const Catalog& catalog = *parsed.value_if();
    const Keys keys = keys_of(catalog);
    ASSERT_EQ(keys.size(), catalog.works.size()) << list.name;
    EXPECT_EQ(std::set<std::string>(keys.begin(), keys.end()).size(), keys.size()) << list.name;
    const std::string ris = to_ris(catalog);
    std::size_t at = 0;
    for (const std::string& key : keys) {
      at = ris.find("\r\nID  - ", at) + 8;
      ASSERT_EQ(ris.substr(at, ris.find('\r', at) - at), key) << list.name;
    }
    const std::size_t step = std::max<std::size_t>(1, keys.size() / 10);
    for (std::size_t i = 0; i < keys.size(); i += step) {
      const std::string entry = to_bibtex(catalog.works[i], catalog);
      ASSERT_EQ(entry.substr(6, entry.find(',') - 6), keys[i]) << list.name;
    }
  }
}

TEST(CitationKeys, AreShortInTheFlagship) {
  for (const test::List& list : test::snapshots()) {
    const Result<Catalog> parsed = parse_catalog(list.text);
    ASSERT_TRUE(parsed.is_ok());
    for (const std::string& key : keys_of(*parsed.value_if())) EXPECT_LE(key.size(), 45u) << key;
  }
}

}  // namespace
}  // namespace lamplight
