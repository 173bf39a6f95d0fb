#include "markdown/markdown.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace lamplight::markdown {
namespace {

// A copy of exactly its size, read in one run.
Document read(std::string_view text) {
  const std::unique_ptr<char[]> exact(new char[text.size()]);
  if (!text.empty()) std::memcpy(exact.get(), text.data(), text.size());
  Reader reader({exact.get(), text.size()}, SIZE_MAX);
  Document document;
  const bool has_run = reader.next(document);
  EXPECT_EQ(has_run, !document.blocks.empty());
  Document rest;
  EXPECT_FALSE(reader.next(rest));
  return document;
}

// "Heading:1 List:3 Item:3 ...": the blocks with their lines.
std::string outline(const Document& document) {
  static constexpr const char* names[] = {"Heading", "Paragraph", "List", "Item", "Quote", "Table",
                                          "Row",     "Cell",      "Code", "Html", "Rule"};
  std::string out;
  for (const Block& block : document.blocks) {
    if (!out.empty()) out += " ";
    out += std::string(names[static_cast<int>(block.kind)]) + ":" + std::to_string(block.line);
  }
  return out;
}

TEST(Markdown, BlocksHaveTheirLines) {
  EXPECT_EQ(outline(read("# A\n\ntext\n\n- one\n- two\n\n```c\nx\n```\n\n<p>\n\n***\n> q\n")),
            "Heading:1 Paragraph:3 List:5 Item:5 Paragraph:5 Item:6 Paragraph:6 Code:8 Html:12 "
            "Rule:14 Quote:15 Paragraph:15");
}

TEST(Markdown, RowsHaveTheirLines) {
  EXPECT_EQ(outline(read("x\n\n| a |\n|---|\n| b |\n| c |\n")),
            "Paragraph:1 Table:3 Row:3 Cell:3 Row:5 Cell:5 Row:6 Cell:6");
  EXPECT_EQ(outline(read("### H\n| a |\n|---|\n")), "Heading:1 Table:2 Row:2 Cell:2");
}

TEST(Markdown, TableUnderTextKeepsBothLines) {
  EXPECT_EQ(outline(read("one\ntwo\n| a |\n|---|\n| b |\n")),
            "Paragraph:1 Table:3 Row:3 Cell:3 Row:5 Cell:5");
  EXPECT_EQ(outline(read("one\n| a |\n|---|\n")), "Paragraph:1 Table:2 Row:2 Cell:2");
}

TEST(Markdown, SubtreesEndWhereTheNextBegins) {
  const Document document = read("- a\n  - b\n- c\n");
  ASSERT_EQ(outline(document),
            "List:1 Item:1 Paragraph:1 List:2 Item:2 Paragraph:2 Item:3 Paragraph:3");
  EXPECT_EQ(document.blocks[0].end, 8u);
  EXPECT_EQ(document.blocks[1].end, 6u);
  EXPECT_EQ(document.blocks[3].end, 6u);
  EXPECT_EQ(document.blocks[4].depth, 2);
  EXPECT_EQ(document.blocks[6].depth, 1);
}

TEST(Markdown, InlinesNest) {
  const Document document = read("a [**b** `c`](u) ~~d~~ <i> ![e](f)\ng\\\nh");
  std::vector<InlineKind> kinds;
  for (const Inline& each : document.inlines) kinds.push_back(each.kind);
  using enum InlineKind;
  EXPECT_EQ(kinds,
            (std::vector<InlineKind>{Text, Link, Strong, Text, Text, Code, Text, Strike, Text, Text,
                                     Html, Text, Image, Text, SoftBreak, Text, HardBreak, Text}));
  EXPECT_EQ(document.text(document.inlines[1].url), "u");
  EXPECT_EQ(document.inlines[1].end, 6u);
  EXPECT_EQ(document.text(document.inlines[5].text), "c");
}

TEST(Markdown, TextComesInOnePiece) {
  const Document document = read("it's [[Paper]] &amp; 3 ! _x\n");
  ASSERT_EQ(document.inlines.size(), 1u);
  EXPECT_EQ(document.text(document.inlines[0].text), "it's [[Paper]] & 3 ! _x");
}

TEST(Markdown, LongLinesAreEmptiedAndKeepTheirNumber) {
  const Document document = read("a\n\n" + std::string(max_line_bytes + 1, 'x') + "\n\n# b\n");
  EXPECT_EQ(outline(document), "Paragraph:1 Heading:5");
  ASSERT_EQ(document.notices.size(), 1u);
  EXPECT_EQ(document.notices[0].kind, NoticeKind::LineTooLong);
  EXPECT_EQ(document.notices[0].line, 3);
}

TEST(Markdown, BadBytesAreReplacedAndCounted) {
  const Document document = read(
      "ok\nb\xFF\xFE"
      "d\n\xE2\x80");
  ASSERT_EQ(document.notices.size(), 2u);
  EXPECT_EQ(document.notices[0].line, 2);
  EXPECT_EQ(document.notices[0].number, 2u);
  EXPECT_EQ(document.notices[1].line, 3);
  EXPECT_EQ(document.text(document.inlines[2].text), "b��d");
}

TEST(Markdown, NoticesOfOneKindAreLimited) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "\xFF\n";
  Reader reader(text);
  Document document;
  std::size_t told = 0;
  while (reader.next(document)) told += document.notices.size();
  EXPECT_EQ(told, max_notices);
  EXPECT_EQ(reader.notices_left_out(NoticeKind::InvalidUtf8), 3000 - max_notices);
}

TEST(Markdown, DeepMarkersAreCutAndTheTextStays) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "- ";
  const Document document = read(text + "end\n");
  ASSERT_EQ(document.notices.size(), 1u);
  EXPECT_EQ(document.notices[0].number, 200u - max_nesting);
  EXPECT_EQ(document.text(document.inlines.back().text), "end");
  EXPECT_EQ(document.blocks.back().kind, BlockKind::Paragraph);
}

TEST(Markdown, IndentBeyond128ColumnsIsCut) {
  const auto code = [](std::size_t indent) {
    const Document document = read("```\nx\n" + std::string(indent, ' ') + "y\n```\n");
    return std::string(document.text(document.blocks.at(0).text));
  };
  EXPECT_EQ(code(128), "x\n" + std::string(128, ' ') + "y\n");
  EXPECT_EQ(code(129), code(128));
}

// Short references may not make a text many times as long as it is.
TEST(Markdown, ReferencesOfAShortTextGiveHundredThousandBytes) {
  const auto count_links = [](std::size_t uses) {
    std::string text;
    for (std::size_t i = 0; i < uses; ++i) text += "[a][r]\n\n";
    const Document document = read(text + "[r]: https://x.org/" + std::string(9986, 'x') + "\n");
    EXPECT_EQ(document.blocks.size(), uses) << "all of the text is there";
    return std::count_if(document.inlines.begin(), document.inlines.end(),
                         [](const Inline& each) { return each.kind == InlineKind::Link; });
  };
  EXPECT_EQ(count_links(10), 10);
  EXPECT_EQ(count_links(11), 10);
}

TEST(Markdown, RaggedRowsAreNoticed) {
  const Document document = read("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 \\| 4 |\n| 1 | 2 |\n");
  ASSERT_EQ(document.notices.size(), 2u);
  EXPECT_EQ(document.notices[0].line, 3);
  EXPECT_EQ(document.notices[0].number, 1u);
  EXPECT_EQ(document.notices[1].line, 4);
  EXPECT_EQ(document.notices[1].number, 3u);
  ASSERT_EQ(document.blocks[7].line, 4);
  EXPECT_EQ(document.text(document.blocks[7].text), "3 \\| 4");
}

TEST(Markdown, LinesAreCountedWhateverEndsThem) {
  for (const char* text : {"a\n\nb\n", "a\r\n\r\nb\r\n", "a\r\rb\r",
                           "\xEF\xBB\xBF"
                           "a\n\nb"}) {
    EXPECT_EQ(outline(read(text)), "Paragraph:1 Paragraph:3") << text;
  }
}

}  // namespace
}  // namespace lamplight::markdown
