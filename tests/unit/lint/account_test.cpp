// Where the links of a list went.
#include "lamplight/account.h"

#include <gtest/gtest.h>

#include <string>

#include "lint/source_links.h"
#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

Account account(const std::string& markdown) { return account_of(markdown, parse(markdown)); }

std::size_t prose(const Account& account, ProseKind kind) {
  return account.in_prose[static_cast<std::size_t>(kind)];
}

TEST(Account, CountsLinksByWhereTheyWent) {
  const Account found = account(
      "# L\n\nSee [the survey](https://x.org/survey) and ![a picture](https://x.org/a.png).\n"
      "<!-- https://x.org/hidden -->\n## A\n"
      "- One thing [[Paper]](https://x.org/1) [[Code]](https://x.org/2)\n"
      "- Other thing [![badge](https://x.org/badge.svg)](https://x.org/3)\n"
      "\n```\ncurl https://x.org/code\n```\n");
  EXPECT_EQ(found.links, 8u);
  EXPECT_EQ(found.in_listings, 3u);
  EXPECT_EQ(prose(found, ProseKind::Paragraph), 1u);
  EXPECT_EQ(prose(found, ProseKind::Code), 1u);
  EXPECT_EQ(found.images, 2u);
  EXPECT_EQ(found.in_comments, 1u);
  EXPECT_EQ(found.unplaced, 0u);
}

TEST(Account, NamesLostLinksWithTheirLines) {
  const std::string markdown = "# L\n## A\n- One thing [[Paper]](https://x.org/1)\n";
  const std::string more = markdown + "- Two things [[Paper]](https://x.org/2)\n";
  // What the catalog of another text does not have.
  const Account found = account_of(more, parse(markdown));
  EXPECT_EQ(found.unplaced, 1u);
  EXPECT_EQ(found.first_unplaced, (std::vector<UnplacedLink>{{4, "https://x.org/2"}}));
}

TEST(Account, DoesNotTakeALinkOfAnotherSectionForIt) {
  const std::string markdown =
      "# L\n## A\n- One thing [[Paper]](https://x.org/1)\n## B\n"
      "- Other [[Paper]](https://x.org/2)\n";
  const std::string more = markdown + "- One thing [[Paper]](https://x.org/1)\n";
  const Account found = account_of(more, parse(markdown));
  EXPECT_EQ(found.first_unplaced, (std::vector<UnplacedLink>{{6, "https://x.org/1"}}));
}

TEST(Account, NamesAtMostTwentyLostLinks) {
  std::string markdown = "# L\n## A\n";
  for (int i = 0; i < 30; ++i)
    markdown += "- T [[Paper]](https://x.org/" + std::to_string(i) + ")\n";
  const Account found = account_of(markdown, parse("# L\n## A\n- T [[Paper]](https://x.org/1)\n"));
  EXPECT_EQ(found.unplaced, 29u);
  EXPECT_EQ(found.first_unplaced.size(), max_unplaced_links);
}

TEST(Account, KnowsDefinitionsByTheirUse) {
  const Account found = account(
      "# L\n## A\n- [Tool][t] - It does. ![Open][icon]\n\n"
      "[t]: https://x.org/tool\n[icon]: https://x.org/icon.svg\n[old]: https://x.org/old\n");
  EXPECT_EQ(found.in_listings, 1u);
  EXPECT_EQ(found.images, 1u);
  EXPECT_EQ(found.unused, 1u);
  EXPECT_EQ(found.unplaced, 0u);
}

TEST(Account, TakesAnAddressAsItIsMeant) {
  const Account found = account(
      "# L\n## A\n- [Tool](https://x.org/a\\_b?c=1&amp;d=2) - It does.\n"
      "- <https://x.org/auto>\n- Bare https://x.org/bare.\n"
      "- [https://x.org/self](https://x.org/self)\n- [W](https://en.wikipedia.org/wiki/A_(b))\n");
  EXPECT_EQ(found.links, 5u);
  EXPECT_EQ(found.in_listings, 5u);
}

TEST(Account, TakesACommentThatIsNeverClosedForOneToTheEnd) {
  const Account found = account("# L\n\n<!-- https://x.org/1\n\nhttps://x.org/2\n");
  EXPECT_EQ(found.in_comments, 2u);
  EXPECT_EQ(account("# L\n\nText <!-- https://x.org/1\n").unplaced, 0u);
}

TEST(Account, FindsTheLinksOfHtmlAndOfHeadings) {
  const Account found = account(
      "# L [![Awesome](https://x.org/badge.svg)](https://x.org/awesome)\n\n"
      "<div align=center>\n<a href='https://x.org/home?a=1&amp;b=2'>Home</a>\n"
      "<a href=\"https://x.org/logo\"><img src=\"https://x.org/logo.png\"></a>\n"
      "<!-- <a href='https://x.org/old'>Old</a> -->\n</div>\n\n"
      "A text with <a href=\"https://x.org/inline\">a link</a>.\n\n"
      "## A <a href=\"https://x.org/heading\">h</a>\n- One [[Paper]](https://x.org/1)\n");
  EXPECT_EQ(found.unplaced, 0u);
  EXPECT_EQ(found.in_listings, 1u);
  EXPECT_EQ(prose(found, ProseKind::Image) + prose(found, ProseKind::Paragraph), 5u);
  EXPECT_EQ(found.images, 2u);
  EXPECT_EQ(found.in_comments, 1u);
}

// What stands below the headings below an entry's heading is the entry's.
TEST(Account, FindsTheLinksBelowTheHeadingsOfAnEntry) {
  const Account found = account(
      "# L\n\n## [Tool](https://x.org/t)\n\nWhat.\n\n### Sub\n\n- [Paper](https://x.org/p)\n"
      "- [Other](https://x.org/o) - words\n");
  EXPECT_EQ(found.in_listings, 3u);
  EXPECT_EQ(found.unplaced, 0u);
}

TEST(Account, TakesScriptsAndStylesForComments) {
  const Account found = account(
      "# L\n\n<script>\nvar x = \"https://x.org/a\";\n</script>\n\n<style>\n"
      "a { background: url(https://x.org/b) }\n</style>\n\n[c](https://x.org/c)\n");
  EXPECT_EQ(found.in_comments, 2u);
  EXPECT_EQ(prose(found, ProseKind::Paragraph), 1u);
  EXPECT_EQ(found.unplaced, 0u);
}

TEST(Account, HasNoLostLinkInAnyListAtHand) {
  std::vector<std::filesystem::path> lists = wild_lists();
  for (const char* date : {"2023-03-29.md", "2024-03-11.md"}) {
    lists.push_back(source_dir() / "data/lists" / date);
  }
  for (const std::filesystem::path& path : lists) {
    const Account found = account(read_file(path));
    EXPECT_EQ(found.unplaced, 0u) << path;
    for (const UnplacedLink& link : found.first_unplaced) {
      ADD_FAILURE() << path << " line " << link.line << ": " << link.url;
    }
  }
}

TEST(Account, KnowsAnImageByItsBeginningUpTo2000BytesBack) {
  const auto use = [](std::size_t bytes) {
    const auto links =
        lint::find_source_links("![" + std::string(bytes, 'a') + "](https://x.org/a.png)\n");
    EXPECT_EQ(links.size(), 1u);
    return links.at(0).use;
  };
  EXPECT_EQ(use(1996), lint::SourceUse::Image);  // with the brackets 2,000
  EXPECT_EQ(use(1997), lint::SourceUse::Link) << "counted as what has to be placed";
  const auto ids = [](std::size_t bytes) {
    const std::string text = "![" + std::string(bytes, 'a') + "][id]\n";
    std::vector<std::string> found;
    for (const std::string_view id : lint::find_image_ids(text)) found.emplace_back(id);
    return found;
  };
  EXPECT_EQ(ids(1995), std::vector<std::string>{"id"});
  EXPECT_TRUE(ids(2000).empty());
}

TEST(Account, ReadsOddTextsInLinearTime) {
  // Neither comments that are never closed nor definitions without use are looked for again.
  std::string markdown = "# L\n\n";
  for (int i = 0; i < 20'000; ++i) {
    const std::string number = std::to_string(i);
    markdown += "x <!-- y\n\n[d" + number + "]: https://x.org/" + number + "\n\n";
  }
  const Account found = account(markdown);
  EXPECT_EQ(found.links, 20'000u);
  EXPECT_EQ(found.unused, 20'000u);
}

}  // namespace
}  // namespace lamplight::test
