// Tags: which facet each belongs to, and which are one.
#include "lamplight/tags.h"

#include <gtest/gtest.h>

#include "lamplight/catalog_draft.h"
#include "lamplight/work_kind.h"

namespace lamplight {
namespace {

TEST(Tags, WaysOfWritingOneShareAKey) {
  for (const char* const text : {"Apache-2.0", "Apache2", "apache 2"}) {
    EXPECT_EQ(tag_key(text), "apache2") << text;
  }
  for (const char* const text : {"GPLv3", "GPL-3.0", "GPL3"}) {
    EXPECT_EQ(tag_key(text), "gpl3") << text;
  }
  EXPECT_EQ(tag_key("LGPL-2.1"), "lgpl21");
  EXPECT_NE(tag_key("C"), tag_key("C++"));
  EXPECT_NE(tag_key("C"), tag_key("C#"));
  EXPECT_EQ(tag_key("可商用"), "可商用");
  EXPECT_EQ(tag_key("?"), "?") << "never empty: it stands in addresses";
}

TEST(Tags, AreToldApartByWordAndByColumn) {
  const auto facet = [](std::string_view text, std::string_view column = {}) {
    return tag_facet({column, text});
  };
  EXPECT_EQ(facet("MIT"), "licence");
  EXPECT_EQ(facet("CC BY-SA"), "licence");
  EXPECT_EQ(facet("BSD 3-clause"), "licence");
  EXPECT_EQ(facet("Modified BSD"), "licence");
  EXPECT_EQ(facet("Python"), "language");
  EXPECT_EQ(facet("C++"), "language");
  EXPECT_EQ(facet("macOS"), "platform");
  EXPECT_EQ(facet("oral"), "tag");
  EXPECT_EQ(facet("Mitigation"), "tag") << "MIT begins it";
  EXPECT_EQ(facet("Unknown", "License"), "licence");
  EXPECT_EQ(facet("En", "language"), "language");
  EXPECT_EQ(facet("No", "Auth"), "auth");
  EXPECT_EQ(facet("10", "QA Items"), "qa-items");
  EXPECT_EQ(facet("x", "Year"), "year-column") << "years have a facet of this id";
  EXPECT_EQ(facet("x", "训练"), facet("y", "训练"));
  EXPECT_NE(facet("x", "训练"), facet("x", "模型"));
}

TEST(Tags, OfARowKnowTheirColumns) {
  CatalogDraft draft;
  draft.listings.resize(1);
  ListingDraft& listing = draft.listings[0];
  listing.line = 1;
  listing.work = 0;
  listing.title = listing.text = "One";
  listing.tags = {"No", "Go/Docker", "Web", "and/or"};
  listing.cells = {{"API", "One"}, {"Auth", "No"}, {"CORS", "No"}, {"Runs on", "Web, Mac"}};
  draft.works.resize(1);
  draft.works[0].id = "one";
  draft.works[0].title = "One";
  draft.works[0].listings = {0};
  const Catalog catalog = make_catalog(draft);
  std::vector<std::string> tags;
  for (const WorkTag& tag : tags_of(catalog, catalog.works[0])) {
    tags.push_back(std::string(tag.column) + ":" + std::string(tag.text));
  }
  EXPECT_EQ(tags, (std::vector<std::string>{"Auth:No", "CORS:No", ":Go", ":Docker", "Runs on:Web",
                                            ":and/or"}));
}

TEST(Tags, OfAWorkAre24) {
  CatalogDraft draft;
  draft.works.resize(1);
  draft.works[0].id = draft.works[0].title = "one";
  const auto count = [&](std::vector<int> tags) {
    draft.listings.assign(tags.size(), {});
    draft.works[0].listings.clear();
    int next = 0;
    for (std::size_t i = 0; i < tags.size(); ++i) {
      ListingDraft& listing = draft.listings[i];
      listing.line = static_cast<int>(i) + 1;
      listing.work = 0;
      listing.title = listing.text = "one";
      for (int tag = 0; tag < tags[i]; ++tag) listing.tags.push_back("t" + std::to_string(next++));
      draft.works[0].listings.push_back(static_cast<int>(i));
    }
    const Catalog catalog = make_catalog(draft);
    return tags_of(catalog, catalog.works[0]).size();
  };
  EXPECT_EQ(count({24}), 24u);
  EXPECT_EQ(count({25}), 24u);
  EXPECT_EQ(count({24, 5}), 24u) << "no listing is asked for more";
}

TEST(Tags, AreLookedForIn64CellsOfARow) {
  CatalogDraft draft;
  draft.works.resize(1);
  draft.works[0].id = draft.works[0].title = "one";
  draft.works[0].listings = {0};
  draft.listings.resize(1);
  ListingDraft& listing = draft.listings[0];
  listing.line = 1;
  listing.work = 0;
  listing.title = listing.text = "one";
  listing.tags = {"v63", "v64"};
  for (int i = 0; i < 66; ++i) {
    listing.cells.push_back({"c" + std::to_string(i), "v" + std::to_string(i)});
  }
  const Catalog catalog = make_catalog(draft);
  const std::vector<WorkTag> tags = tags_of(catalog, catalog.works[0]);
  ASSERT_EQ(tags.size(), 2u);
  EXPECT_EQ(tags[0].column, "c63");
  EXPECT_EQ(tags[1].column, "") << "the tag is there, its column is not";
  EXPECT_EQ(tags[1].text, "v64");
}

TEST(WorkKinds, AreWhatAnEntryLeadsToFirst) {
  const Result<Catalog> parsed = parse_catalog(
      "# L\n## Papers\n"
      "- **Of graphs.** [code](https://github.com/a/b) [paper](https://arxiv.org/abs/2001.00001)\n"
      "- [Of code](https://github.com/a/c) [[paper]](https://arxiv.org/abs/2001.00002)\n"
      "## Datasets\n- [Of numbers](https://example.org/n)\n");
  const Catalog& catalog = *parsed.value_if();
  ASSERT_EQ(catalog.works.size(), 3u);
  EXPECT_EQ(kind_of(catalog, catalog.works[0]), WorkKind::Paper);
  EXPECT_EQ(kind_of(catalog, catalog.works[1]), WorkKind::Software);
  EXPECT_EQ(kind_of(catalog, catalog.works[2]), WorkKind::Dataset);
  for (int i = 0; i < work_kind_count; ++i) {
    EXPECT_FALSE(work_kind_name(static_cast<WorkKind>(i)).empty());
    EXPECT_FALSE(work_kind_title(static_cast<WorkKind>(i)).empty());
  }
}

}  // namespace
}  // namespace lamplight
