// Lists that are not written in Markdown.
#include <gtest/gtest.h>

#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

TEST(ForeignText, IsRefusedWithOneSentence) {
  for (const char* text : {"<!DOCTYPE html>\n<html><body>x</body></html>", "\n <HTML><p>x</p>",
                           "= Kites\n:toc:\n\n== Tools\n\n* https://x.org[Reel]\n"}) {
    const Result<Catalog> parsed = parse_catalog(text);
    ASSERT_FALSE(parsed.is_ok()) << text;
    EXPECT_EQ(parsed.error().code, ErrorCode::Syntax);
    EXPECT_NE(parsed.error().message.find("no list in Markdown"), std::string::npos);
  }
}

TEST(ForeignText, MarkdownThatBeginsWithHtmlIsMarkdown) {
  EXPECT_TRUE(parse_catalog("<div align=center>x</div>\n\n## S\n\n- [A](https://x.org)\n").is_ok());
  EXPECT_TRUE(parse_catalog("= not a title\n").is_ok());
}

TEST(ForeignText, IsRestructuredFromThreeLinksOn) {
  const auto entries = [](int links) {
    std::string text = "Title\n=====\n\n";
    for (int i = 0; i < links; ++i) text += "* `One " + std::to_string(i) + " <https://x.org>`_\n";
    return parse(text).listings.size();
  };
  EXPECT_EQ(entries(2), 0u);
  EXPECT_EQ(entries(3), 3u);
}

TEST(ForeignText, RestructuredTextIsReadLineForLine) {
  const Catalog catalog = parse(
      "Title\n=====\n\n.. note:: x\n   y\n\nPart\n----\n\n* |A| `One <https://x.org/1>`_\n"
      "* `Two <https://x.org/2>`_ [`Meta <https://x.org/m>`_]\n* `Three <https://x.org/3>`__\n");
  EXPECT_EQ(catalog.title, "Title");
  ASSERT_EQ(catalog.listings.size(), 3u);
  EXPECT_EQ(catalog.listings[0].line, 10);
  EXPECT_EQ(catalog.listings[0].title, "One");
  EXPECT_EQ(catalog.sections[0].title, "Part");
  EXPECT_EQ(catalog.listings[1].links.size(), 2u);
}

}  // namespace
}  // namespace lamplight::test
