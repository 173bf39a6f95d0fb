// What stands below a line that may be an entry, or the label over entries: nothing of it is lost,
// whichever the line turns out to be.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

std::vector<std::string> titles(const Catalog& catalog) {
  std::vector<std::string> all;
  for (const Listing& listing : catalog.listings) {
    all.push_back(std::string(listing.group.value_or("")) + " > " + std::string(listing.title));
  }
  return all;
}

using Titles = std::vector<std::string>;

TEST(SaidBelow, LinksThatSeemedToBeOfTheLabelAreEntriesWhenOthersFollow) {
  const Catalog catalog = parse_section(
      "**Books**\n- [Docs](https://x.org/1)\n- 2019 - https://x.org/2\n- Two "
      "[[Paper]](https://x.org/3)\n");
  EXPECT_EQ(titles(catalog), (Titles{"Books > Docs", "Books > 2019", "Books > Two"}));
  EXPECT_EQ(catalog.listings[0].links[0].url, "https://x.org/1");
  EXPECT_EQ(catalog.listings[1].links[0].url, "https://x.org/2");
  EXPECT_EQ(catalog.listings[1].line, 7);
}

TEST(SaidBelow, WhatIsFoldedAwayKeepsThem) {
  const Catalog catalog = parse_section(
      "<details><summary>Kites that sing</summary>\n\n- [Paper](https://x.org/1)\n\n"
      "- [Reel](https://x.org/2)\n\n</details>\n");
  EXPECT_EQ(titles(catalog), (Titles{"Kites that sing > Paper", "Kites that sing > Reel"}));
}

TEST(SaidBelow, ABulletOfWhichSomethingIsSaidIsAnEntryOverOthers) {
  const Catalog catalog = parse_section(
      "- StringLM\n  - Features: long, short\n  - [Reel](https://x.org/1) - Winds.\n");
  EXPECT_EQ(titles(catalog), (Titles{" > StringLM", " > Reel"}));
  EXPECT_EQ(make_draft(catalog.listings[0]).tags, (Titles{"long", "short"}));
  EXPECT_EQ(catalog.listings[1].parent, 5);
}

TEST(SaidBelow, ABadgeBesideABoldLineIsKept) {
  const Catalog catalog = parse_section(
      "**Kites:**\n[![](https://img.shields.io/badge/a-b)](https://github.com/a/b)\n\n"
      "- One [[Paper]](https://x.org/1)\n");
  ASSERT_EQ(catalog.prose.size(), 1u);
  ASSERT_EQ(catalog.prose[0].links.size(), 1u);
  EXPECT_EQ(catalog.prose[0].links[0].url, "https://github.com/a/b");
}

TEST(SaidBelow, ABadgeBelowAnEntryWithoutALinkMakesItOne) {
  const Catalog catalog = parse_section(
      "- Kites - "
      "Fold.\n\n[![](https://img.shields.io/github/stars/a/b)](https://github.com/a/b)\n");
  ASSERT_EQ(catalog.listings.size(), 1u);
  EXPECT_EQ(catalog.listings[0].links[0].url, "https://github.com/a/b");
}

TEST(SaidBelow, ASecondAuthorVenueOrYearIsWordsAboutIt) {
  const Catalog catalog = parse_section(
      "- [Knots](https://x.org/1). Ann Lee. CVPR 2020.\n  - Authors: Bo Chi\n  - Venue: ICLR "
      "2024\n");
  ASSERT_EQ(catalog.listings.size(), 1u);
  const Listing& listing = catalog.listings[0];
  EXPECT_EQ(listing.authors, "Ann Lee");
  EXPECT_EQ(listing.venue, "CVPR");
  EXPECT_EQ(listing.year, 2020);
  EXPECT_EQ(listing.description, "Bo Chi ICLR 2024");
}

TEST(SaidBelow, WordsBehindAKeyedLinkAreKept) {
  const Catalog catalog = parse_section(
      "- DUNE [[Paper]](https://x.org/1)\n  - Homepage: <https://x.org/2> kept by Ann\n");
  ASSERT_EQ(catalog.listings.size(), 1u);
  ASSERT_EQ(catalog.listings[0].links.size(), 2u);
  EXPECT_EQ(catalog.listings[0].description, "kept by Ann");
}

TEST(SaidBelow, ATopicKeepsWhatIsSaidOfIt) {
  const Catalog catalog = parse_section("- StringLM\n  - Features: long, short\n- GustLM\n");
  ASSERT_EQ(catalog.prose.size(), 2u);
  EXPECT_EQ(catalog.prose[0].text, "StringLM long short");
}

TEST(SaidBelow, ABulletWithoutWordsTakesNothing) {
  const Catalog catalog =
      parse_section("- - [One](https://x.org/1)\n  * 简介：风筝\n  - [Two](https://x.org/2)\n");
  std::string all;
  for (const Listing& each : catalog.listings) all.append(each.text).append("|");
  EXPECT_NE(all.find("One"), std::string::npos) << all;
  EXPECT_NE(all.find("风筝"), std::string::npos) << all;
  EXPECT_NE(all.find("Two"), std::string::npos) << all;
}

TEST(SaidBelow, AHeadingOverABoldLineIsNotTheEntry) {
  const Catalog catalog = parse_section(
      "### Flights\n\n__KiteLog__\n\nPaper: https://x.org/1\n\nAccess: https://x.org/2\n");
  ASSERT_EQ(catalog.listings.size(), 1u);
  EXPECT_EQ(catalog.listings[0].title, "KiteLog");
  EXPECT_EQ(catalog.listings[0].links.size(), 2u);
}

TEST(SaidBelow, AHeaderOfHtmlOverNoEntriesIsWords) {
  const Catalog catalog =
      parse_section("<table>\n<tr><th>Category</th><th>Model</th></tr>\n</table>\n");
  ASSERT_EQ(catalog.prose.size(), 1u);
  EXPECT_EQ(catalog.prose[0].text, "Category Model");
}

TEST(SaidBelow, CellsBeyondTheHeaderAreKeptWhereRowsAreWords) {
  const Catalog catalog =
      parse("# T\n\n## The Team\n\n| Part | Who |\n|---|---|\n| A | B | [C](https://x.org/1) |\n");
  ASSERT_FALSE(catalog.prose.empty());
  EXPECT_NE(std::string(catalog.prose.back().text).find("https://x.org/1"), std::string::npos);
}

}  // namespace
}  // namespace lamplight::test
