// The ways in which lists write an entry.
#include <gtest/gtest.h>

#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

// The single listing of a section that holds `bullet`.
ListingDraft read(const std::string& bullet) {
  const Catalog catalog = parse("# T\n\n## S\n\n" + bullet + "\n");
  EXPECT_EQ(catalog.listings.size(), 1u) << bullet;
  return catalog.listings.empty() ? ListingDraft() : make_draft(catalog.listings[0]);
}

TEST(Dialect, LabelInsideTheLink) {
  const ListingDraft listing = read("- Title [[Paper]](https://x.org/p) [[Code]](https://x.org/c)");
  EXPECT_EQ(listing.text, "Title");
  EXPECT_EQ(listing.links, (std::vector<LinkDraft>{{"Paper", LinkKind::Paper, "https://x.org/p"},
                                                   {"Code", LinkKind::Code, "https://x.org/c"}}));
}

TEST(Dialect, BracketsAroundTheLink) {
  const ListingDraft listing = read("- Title[[paper](https://x.org/p)] [[code](https://x.org/c)]");
  EXPECT_EQ(listing.text, "Title");
  ASSERT_EQ(listing.links.size(), 2u);
  EXPECT_EQ(listing.links[1], (LinkDraft{"code", LinkKind::Code, "https://x.org/c"}));
}

TEST(Dialect, OneBracketAroundSeveralLinks) {
  const ListingDraft listing = read("- Title [ [a](https://x.org/1) | [Code](https://x.org/2) ]");
  EXPECT_EQ(listing.text, "Title");
  ASSERT_EQ(listing.links.size(), 2u);
  EXPECT_EQ(listing.links[0].label, "a");
}

TEST(Dialect, PlainLabelAfterTheTitle) {
  const ListingDraft listing = read("- **Title.** CVPR 2019. [paper](https://x.org/p)");
  EXPECT_EQ(listing.text, "Title. CVPR 2019.");
  EXPECT_EQ(listing.links, (std::vector<LinkDraft>{{"paper", LinkKind::Paper, "https://x.org/p"}}));
}

TEST(Dialect, LabelWithoutTarget) {
  const ListingDraft listing = read("- Title [[Paper]] [[Code]](https://x.org)");
  EXPECT_EQ(listing.text, "Title");
  ASSERT_EQ(listing.links.size(), 2u);
  EXPECT_EQ(listing.links[0], (LinkDraft{"Paper", LinkKind::Paper, std::nullopt}));
}

TEST(Dialect, EmptyTargetIsNoUrl) {
  const Catalog catalog = parse("## S\n- Title [[Paper]]()\n");
  ASSERT_EQ(catalog.listings.size(), 1u);
  EXPECT_EQ(catalog.listings[0].links[0].url, std::nullopt);
  EXPECT_EQ(count_rule(catalog, "link-without-url"), 1u);
}

TEST(Dialect, BlankBetweenLabelAndAddressIsMended) {
  const Catalog catalog = parse("## S\n- Title [[pdf]] (https://x.org/p)\n");
  ASSERT_EQ(catalog.listings.size(), 1u);
  EXPECT_EQ(catalog.listings[0].text, "Title");
  EXPECT_EQ(make_draft(catalog.listings[0]).links,
            (std::vector<LinkDraft>{{"pdf", LinkKind::Paper, "https://x.org/p"}}));
  EXPECT_EQ(count_rule(catalog, "link-with-gap"), 1u);
}

TEST(Dialect, TitleIsTheLink) {
  const ListingDraft listing =
      read("- [Fmt](https://github.com/fmtlib/fmt) - A [fast](https://y.org) library.");
  EXPECT_EQ(listing.title, "Fmt");
  EXPECT_EQ(listing.text, "Fmt - A fast library.");
  ASSERT_EQ(listing.links.size(), 2u);
  EXPECT_EQ(listing.links[0], (LinkDraft{"", LinkKind::Code, "https://github.com/fmtlib/fmt"}));
  EXPECT_EQ(listing.links[1].label, "fast");
}

TEST(Dialect, TitleMayBeAKindWord) {
  const ListingDraft listing = read("- [Slides](https://slides.com) - Make presentations.");
  EXPECT_EQ(listing.title, "Slides");
  EXPECT_EQ(listing.links[0].label, "");
}

TEST(Dialect, BadgeIsALabel) {
  const ListingDraft listing =
      read("- Title [![arXiv](https://i.org/b.svg)](https://arxiv.org/abs/2101.00001)");
  EXPECT_EQ(listing.text, "Title");
  EXPECT_EQ(listing.links[0],
            (LinkDraft{"arXiv", LinkKind::Paper, "https://arxiv.org/abs/2101.00001"}));
}

TEST(Dialect, BracketsOfTheTitleStay) {
  EXPECT_EQ(read("- main() [draft] f[] [[Code]](https://x.org)").text, "main() [draft] f[]");
}

TEST(Dialect, LabelOfMoreThan40BytesIsASentenceInBrackets) {
  const std::string longest(40, 'x');
  const auto with_label = [](const std::string& label) {
    return read("- Title [[" + label + "]] [[Code]](https://x.org)");
  };
  EXPECT_EQ(with_label(longest).links.at(0).label, longest);
  EXPECT_EQ(with_label(longest + "x").links.at(0).label, "Code");
  EXPECT_EQ(with_label(longest + "x").text, "Title [[" + longest + "x]]");
}

TEST(Dialect, NestedBulletsAreListings) {
  const Catalog catalog = parse(
      "## S\n- [A](https://x.org/a)\n\t- [B](https://x.org/b)\n- Label\n  - "
      "[C](https://x.org/c)\n");
  ASSERT_EQ(catalog.listings.size(), 3u);
  EXPECT_EQ(catalog.listings[1].line, 3);
  EXPECT_EQ(catalog.listings[1].group, std::nullopt);
  EXPECT_EQ(catalog.listings[2].group, "Label");
  EXPECT_EQ(count_rule(catalog, "group-bullet"), 1u);
}

TEST(Dialect, BulletWithoutLinkCountsBesideLinkedOnes) {
  const Catalog catalog = parse("## S\n- A\n- B [[Paper]](https://x.org)\n## T\n- C\n- D\n");
  EXPECT_EQ(catalog.listings.size(), 2u);
  EXPECT_EQ(count_rule(catalog, "topic-list"), 1u);
  EXPECT_EQ(catalog.prose.size(), 2u);
}

TEST(Dialect, GroupsWithAndWithoutColon) {
  const Catalog catalog = parse(
      "## S\n**A**:\n- 1 [[Paper]](u)\n\n**B:**\n\n- 2 [[Paper]](u)\n\n**C**\n* 3 [[Paper]](u)\n"
      "## T\n- 4 [[Paper]](u)\n\n**D**\n");
  ASSERT_EQ(catalog.listings.size(), 4u);
  EXPECT_EQ(catalog.listings[0].group, "A");
  EXPECT_EQ(catalog.listings[1].group, "B");
  EXPECT_EQ(catalog.listings[2].group, "C");
  EXPECT_EQ(catalog.listings[3].group, std::nullopt);
  ASSERT_EQ(catalog.prose.size(), 1u);
  EXPECT_EQ(catalog.prose[0].text, "D");
}

TEST(Dialect, TitleMayStandInALaterColumn) {
  const Catalog catalog = parse(
      "## S\n| Date | Title | Code |\n|---|---|---|\n"
      "| 2023-12 | [Mamba](https://arxiv.org/abs/2312.00752) | [Github](https://github.com/a/b) "
      "|\n");
  ASSERT_EQ(catalog.listings.size(), 1u);
  const ListingDraft row = make_draft(catalog.listings[0]);
  EXPECT_EQ(row.text, "Mamba");
  EXPECT_EQ(row.links,
            (std::vector<LinkDraft>{{"", LinkKind::Paper, "https://arxiv.org/abs/2312.00752"},
                                    {"Github", LinkKind::Code, "https://github.com/a/b"}}));
  EXPECT_EQ(catalog.works[0].repository, "a/b");
}

TEST(Dialect, SameHeadingTwiceGetsANumberOnlyOnTheSamePath) {
  const Catalog catalog = parse("# T\n## A\n### X\n## B\n### X\n### X\n#### Y\n");
  ASSERT_EQ(catalog.sections.size(), 6u);
  EXPECT_EQ(catalog.sections[1].id, "a/x");
  EXPECT_EQ(catalog.sections[3].id, "b/x");
  EXPECT_EQ(catalog.sections[4].id, "b/x-1");
  EXPECT_EQ(catalog.sections[5].id, "b/x-1/y");
}

TEST(Dialect, LaterFirstLevelHeadingsAreSections) {
  const Catalog catalog = parse("# T\n## A\n# B\n## C\n- x [[Paper]](u)\n");
  EXPECT_EQ(catalog.title, "T");
  ASSERT_EQ(catalog.sections.size(), 3u);
  EXPECT_EQ(catalog.sections[2].id, "b/c");
}

TEST(Dialect, TitleWithoutWordsIsLikeNoOther) {
  const Catalog catalog =
      parse("## S\n- ★ [[Paper]](https://x.org/1)\n- ★ [[Paper]](https://x.org/2)\n");
  EXPECT_EQ(catalog.works.size(), 2u);
}

TEST(Dialect, SignsTellLanguagesApart) {
  const Catalog catalog = parse("## S\n- [C](u1)\n- [C++](u2)\n- [C#](u3)\n");
  EXPECT_EQ(catalog.works.size(), 3u);
}

}  // namespace
}  // namespace lamplight::test
