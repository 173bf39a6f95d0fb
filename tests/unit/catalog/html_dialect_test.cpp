// HTML that people write in Markdown, where it is not as tidy as one would wish.
#include <gtest/gtest.h>

#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

TEST(HtmlDialect, RowThatBeginsWithAHeaderCellIsAnEntry) {
  const Catalog catalog = parse_section(
      "<table>\n<tr><th>Name</th><th>Link</th></tr>\n"
      "<tr><th>Foo</th><td><a href=\"https://x.org/foo\">x</a></td></tr>\n"
      "<tr><th>Bar</th><td><a href=\"https://x.org/bar\">x</a></td></tr>\n</table>");
  ASSERT_EQ(catalog.listings.size(), 2u);
  EXPECT_EQ(catalog.listings[0].title, "Foo");
  EXPECT_EQ(catalog.listings[1].links[0].url, "https://x.org/bar");
  EXPECT_EQ(catalog.listings[0].cells[1].column, "Link");
}

TEST(HtmlDialect, LinksOfAHeaderAreKept) {
  const Catalog catalog = parse_section(
      "<table>\n<tr><th><a href=\"https://x.org/about\">Name</a></th><th>Link</th></tr>\n"
      "<tr><td>Foo</td><td><a href=\"https://x.org/foo\">x</a></td></tr>\n</table>");
  ASSERT_EQ(catalog.listings.size(), 1u);
  ASSERT_EQ(catalog.prose.size(), 1u);
  EXPECT_EQ(catalog.prose[0].links[0].url, "https://x.org/about");
}

TEST(HtmlDialect, ListsWithinACellAreTheCells) {
  const Catalog catalog = parse_section(
      "<table>\n<tr><th>Name</th><th>What</th></tr>\n<tr>\n"
      "<td><a href=\"https://x.org/1\">One</a></td>\n"
      "<td><ul>\n<li><a href=\"https://x.org/2\">Inner</a> said</li>\n</ul></td>\n</tr>\n</table>");
  ASSERT_EQ(catalog.listings.size(), 1u);
  EXPECT_EQ(catalog.listings[0].title, "One");
  EXPECT_EQ(catalog.listings[0].links.size(), 2u);
}

// Listings stand in the order of their lines, whatever the HTML leaves open.
TEST(HtmlDialect, CellsOutsideOfRowsStandWhereTheyAre) {
  for (const char* html :
       {"<table>\n<tr><td>a</td>\n</tr>\n<td><a href=\"https://x.org/1\">One</a></td><td>b</td>"
        "<td>c</td>\n</table>",
        "<tr><td>a</td>\n</tr></table>\n<li><a href=\"https://x.org/1\">One</a> - words</li>\n"
        "<td><a href=\"https://x.org/2\">Two</a></td><td>b</td><td>c</td>",
        "<tr>\n<td><a href=\"https://x.org/2\">Two</a></td><td>b</td><td>c</td>\nwords\n<li><a "
        "href=\"https://x.org/1\">One</a> - words</li>\n<td><a "
        "href=\"https://x.org/3\">Three</a></td><td>b</td><td>c</td>"}) {
    const Catalog catalog = parse_section(html);
    catalog.check();
    EXPECT_GE(catalog.listings.size(), 1u) << html;
  }
}

TEST(HtmlDialect, ScriptsAndStylesAreNoText) {
  const Catalog catalog = parse_section(
      "<script>\nvar x = \"https://x.org/a\";\n</script>\n\n<style>\n.a { color: red "
      "}\n</style>\n\n"
      "<p>Words</p>");
  ASSERT_EQ(catalog.prose.size(), 1u);
  EXPECT_EQ(catalog.prose[0].text, "Words");
}

TEST(HtmlDialect, AnAnchorThatBeginsEndsTheOneBefore) {
  const Catalog catalog = parse(
      "# T\n\n## S\n\n- <a href=\"https://x.org/1\">One <a href=\"https://x.org/2\">Two</a> "
      "words\n");
  ASSERT_EQ(catalog.listings.size(), 1u);
  ASSERT_EQ(catalog.listings[0].links.size(), 2u);
  EXPECT_EQ(catalog.listings[0].links[0].url, "https://x.org/1");
  EXPECT_EQ(catalog.listings[0].links[1].url, "https://x.org/2");
}

}  // namespace
}  // namespace lamplight::test
