// Input that is broken, hostile or just odd: always a catalog with findings or a clear error.
#include <gtest/gtest.h>

#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out.append(text);
  return out;
}

TEST(BadInput, EmptyFileGivesAnEmptyCatalog) {
  const Catalog catalog = parse("");
  EXPECT_TRUE(catalog.listings.empty());
  EXPECT_EQ(count_rule(catalog, "empty-list"), 1u);
}

TEST(BadInput, BinaryFileIsRefused) {
  const ExactText binary(std::string_view("# A\n\0\1\2", 7));
  const Result<Catalog> parsed = parse_catalog(binary.view());
  ASSERT_FALSE(parsed.is_ok());
  EXPECT_EQ(parsed.error().code, ErrorCode::NotText);
  EXPECT_EQ(parsed.error().line, 2);
}

TEST(BadInput, InvalidUtf8IsReplacedAndFound) {
  const Catalog catalog = parse("# A\n\n## B\n- caf\xE9 \xC3\x28 [[Paper]](https://x.org)\n");
  ASSERT_EQ(catalog.listings.size(), 1u);
  EXPECT_EQ(catalog.listings[0].text, "caf� �(");
  ASSERT_EQ(count_rule(catalog, "invalid-utf8"), 1u);
  for (const Finding& finding : catalog.findings) {
    if (finding.rule != "invalid-utf8") continue;
    EXPECT_EQ(finding.line, 4);
  }
}

TEST(BadInput, HundredMegabyteLineIsLeftOutAndFound) {
  std::string text = "# A\n\n## B\n- Before [[Paper]](https://x.org/1)\n- ";
  text.append(std::size_t{100} << 20, 'x');
  text.append("\n- After [[Paper]](https://x.org/2)\n");
  const Catalog catalog = parse(text);
  ASSERT_EQ(catalog.listings.size(), 2u);
  EXPECT_EQ(catalog.listings[1].line, 6);
  ASSERT_EQ(count_rule(catalog, "line-too-long"), 1u);
}

TEST(BadInput, TenThousandBracketsEnd) {
  for (const char* bracket : {"[", "![", "[[", "](", "(", "*", "**", "_", "`", "<", "&"}) {
    const Catalog catalog = parse("## A\n- " + repeated(bracket, 10000) + " [[Paper]](u)\n");
    EXPECT_LE(catalog.listings.size(), 1u) << bracket;
  }
}

TEST(BadInput, TenThousandNestedImagesEnd) {
  const std::string text = repeated("![", 10000) + "x" + repeated("](https://x.org)", 10000);
  EXPECT_TRUE(parse("## A\n- " + text).sections.size() == 1);
  EXPECT_TRUE(parse("## A\n" + text).sections.size() == 1);
}

TEST(BadInput, TenThousandListsOnALineAreCut) {
  for (const char* marker : {"- ", "* ", "1. ", "> ", ">", "- > "}) {
    const Catalog catalog =
        parse("## A\n" + repeated(marker, 10000) + "Deep [[Paper]](https://x.org)\n");
    EXPECT_EQ(count_rule(catalog, "nesting-too-deep"), 1u) << marker;
    const bool is_listed = catalog.listings.size() == 1 && catalog.listings[0].text == "Deep";
    const bool is_prose = catalog.prose.size() == 1;
    EXPECT_TRUE(is_listed || is_prose) << marker;
  }
}

TEST(BadInput, DeepeningListEnds) {
  std::string text = "## A\n";
  for (std::size_t depth = 0; depth < 1000; ++depth) {
    text += std::string(depth * 2, ' ') + "- Item [[Paper]](https://x.org/" +
            std::to_string(depth) + ")\n";
  }
  const Catalog catalog = parse(text);
  EXPECT_GE(catalog.listings.size(), 64u);
  EXPECT_GE(count_rule(catalog, "nesting-too-deep"), 900u);
}

TEST(BadInput, RaggedRowsKeepTheirText) {
  const Catalog catalog = parse(
      "## A\n\n| Name | Note |\n|---|---|\n| [One](https://x.org/1) |\n"
      "| [Two](https://x.org/2) | b | extra | more |\n| [Three](https://x.org/3) | c |\n");
  ASSERT_EQ(catalog.listings.size(), 3u);
  EXPECT_EQ(count_rule(catalog, "ragged-row"), 2u);
  EXPECT_EQ(make_draft(catalog.listings[0]).cells,
            (std::vector<CellDraft>{{"Name", "One"}, {"Note", ""}}));
  EXPECT_EQ(make_draft(catalog.listings[1]).cells,
            (std::vector<CellDraft>{{"Name", "Two"}, {"Note", "b"}, {"", "extra | more"}}));
}

TEST(BadInput, NoticesBeyondTheLimitAreCounted) {
  const std::vector<std::pair<const char*, std::string>> floods = {
      {"invalid-utf8", repeated("- caf\xE9\n", 1001)},
      {"ragged-row", "| a | b |\n|---|---|\n" + repeated("| c |\n", 1001)},
      {"nesting-too-deep", repeated(repeated(">", 65) + "\n", 1001)},
  };
  for (const auto& [rule, text] : floods) {
    const Catalog catalog = parse(text);
    ASSERT_EQ(count_rule(catalog, rule), 1001u);
    EXPECT_EQ(catalog.findings.back().message, "The same holds for 1 more line.") << rule;
  }
}

TEST(BadInput, LimitOfMarksKeepsTheBlockAsPlainText) {
  const std::string most = repeated("[", 49'999);  // and a line's end
  EXPECT_EQ(count_rule(parse("text\n\n" + most), "too-many-marks"), 0u);
  const Catalog catalog = parse("text\n\n" + most + "[a](b)\n");
  ASSERT_EQ(count_rule(catalog, "too-many-marks"), 1u);
  ASSERT_EQ(catalog.prose.size(), 2u);
  EXPECT_EQ(catalog.prose[1].text.size(), most.size() + 6);
  EXPECT_TRUE(catalog.prose[1].links.empty());
}

TEST(BadInput, LimitOfBlocksPartsWhatStandsUnderABullet) {
  const std::string text = "- One [[Paper]](https://x.org/1)\n" + repeated("\n  more\n", 120'000) +
                           "- Two [[Paper]](https://x.org/2)\n";
  const Catalog catalog = parse(text);
  EXPECT_EQ(count_rule(catalog, "too-many-blocks"), 1u);
  ASSERT_EQ(catalog.listings.size(), 2u);
  EXPECT_EQ(catalog.listings[1].line, 240'002);
  // Nothing is lost: what is not the entry's is prose.
  std::size_t words = 0;
  for (const Prose& prose : catalog.prose) words += prose.text == "more" ? 1 : 0;
  const std::string_view entry = catalog.listings[0].text;
  for (std::size_t at = entry.find("more"); at != std::string_view::npos;
       at = entry.find("more", at + 4)) {
    ++words;
  }
  EXPECT_EQ(words, 120'000u);
}

TEST(BadInput, LimitOfAddedCellsLeavesShortRowsShort) {
  const std::string header = repeated("|a", 1000) + "|\n" + repeated("|-", 1000) + "|\n";
  const std::string table = header + repeated("|b\n", 520) + "\n";
  const Catalog catalog = parse(repeated(table, 3));
  ASSERT_EQ(catalog.listings.size(), 1560u);
  EXPECT_EQ(catalog.listings[0].cells.size(), 1000u);
  EXPECT_EQ(catalog.listings[1559].cells.size(), 1u);
  EXPECT_EQ(catalog.listings[1559].title, "b");
}

TEST(BadInput, LimitOfSectionsKeepsHeadingsAsText) {
  const Catalog catalog = parse("# T\n" + repeated("## a\n", 50'001));
  EXPECT_EQ(catalog.sections.size(), 50'000u);
  EXPECT_EQ(count_rule(catalog, "too-many-sections"), 1u);
  ASSERT_EQ(catalog.prose.size(), 1u);
  EXPECT_EQ(catalog.prose[0].line, 50'002);
}

TEST(BadInput, LimitOfSectionIdsKeepsHeadingsAsText) {
  const Catalog catalog =
      parse("## " + std::string(1'000'000, 'x') + "\n" + repeated("### a\n", 20));
  EXPECT_EQ(catalog.sections.size(), 9u);
  EXPECT_EQ(count_rule(catalog, "too-many-sections"), 12u);
}

TEST(BadInput, LimitOfEntriesForTheSizeIsAnError) {
  const auto parse_rows = [](std::size_t rows) {
    return parse_catalog("|a|\n|-|\n" + repeated("|a|\n", rows));
  };
  EXPECT_TRUE(parse_rows(10'000).is_ok());
  const Result<Catalog> parsed = parse_rows(560'000);
  ASSERT_FALSE(parsed.is_ok());
  EXPECT_EQ(parsed.error().code, ErrorCode::TooLarge);
  EXPECT_EQ(parsed.error().message, "The list has too many entries for its size.");
}

TEST(BadInput, LimitOfFindingsCountsTheRest) {
  const Catalog catalog = parse(repeated("- [[Paper]](https://x.org) [[Code]]\n", 10'002));
  EXPECT_EQ(count_rule(catalog, "link-without-url"), 10'001u);
  EXPECT_EQ(catalog.findings.back().message, "The same holds for 2 more places.");
}

TEST(BadInput, ListWithoutHeadingsIsListed) {
  const Catalog catalog =
      parse("- One [[Paper]](https://x.org/1)\n- Two [[Code]](https://x.org/2)\n");
  ASSERT_EQ(catalog.listings.size(), 2u);
  EXPECT_EQ(catalog.listings[0].section, -1);
  EXPECT_EQ(count_rule(catalog, "missing-title"), 1u);
}

TEST(BadInput, SkippedHeadingLevelsAreFound) {
  const Catalog catalog = parse("# A\n## B\n##### C\n- One [[Paper]](https://x.org)\n## D\ntext\n");
  ASSERT_EQ(catalog.sections.size(), 3u);
  EXPECT_EQ(catalog.sections[1].id, "b/c");
  EXPECT_EQ(catalog.sections[1].level, 5);
  EXPECT_EQ(count_rule(catalog, "heading-level-skipped"), 1u);
}

TEST(BadInput, LineEndsDoNotMatter) {
  const std::string unix_text =
      "# A\n\n## B\n- One\nmore [[Paper]](https://x.org)\n\n| T |\n|---|\n| x |\n";
  std::string dos_text;
  std::string old_text;
  for (const char c : unix_text) {
    dos_text += c == '\n' ? "\r\n" : std::string(1, c);
    old_text += c == '\n' ? '\r' : c;
  }
  EXPECT_EQ(parse(dos_text), parse(unix_text));
  EXPECT_EQ(parse(old_text), parse(unix_text));
}

TEST(BadInput, ByteOrderMarkDoesNotHideTheTitle) {
  EXPECT_EQ(parse("\xEF\xBB\xBF# A\n").title, "A");
  EXPECT_EQ(parse("\xEF\xBB\xBF").title, "");
}

TEST(BadInput, DangerousLinksAreKeptButNotClickable) {
  const Catalog catalog =
      parse("## A\n- One [[Paper]](javascript:alert(1)) [[Code]](data:text/html,x)\n");
  ASSERT_EQ(catalog.listings.size(), 1u);
  ASSERT_EQ(catalog.listings[0].links.size(), 2u);
  for (const Link& link : catalog.listings[0].links) {
    ASSERT_TRUE(link.url.has_value());
    EXPECT_FALSE(is_clickable_url(*link.url));
  }
  EXPECT_EQ(count_rule(catalog, "unclickable-link"), 2u);
}

TEST(BadInput, TooLargeInputIsRefused) {
  const std::string text(max_input_bytes + 1, '\n');
  const Result<Catalog> parsed = parse_catalog(text);
  ASSERT_FALSE(parsed.is_ok());
  EXPECT_EQ(parsed.error().code, ErrorCode::TooLarge);
}

TEST(BadInput, ManyEqualHeadingsAndTitlesStayUnique) {
  const Catalog catalog = parse(repeated("## A\n- One: Two [[Paper]](https://x.org)\n", 3000));
  EXPECT_EQ(catalog.sections.size(), 3000u);
  EXPECT_EQ(catalog.sections[2999].id, "a-2999");
  EXPECT_EQ(catalog.works.size(), 1u);
}

TEST(BadInput, EveryPrefixOfAListParses) {
  const std::string text =
      "# T\n\n## S\n**G**:\n- A: b [[Paper]](https://x.org) [[Code]]\n  - é [x](y)\n\n| a | b |\n"
      "|---|---|\n| [c](d) | e | f |\n\n```bibtex\n@a{b}\n```\n<table><tr></table>\n";
  for (std::size_t size = 0; size <= text.size(); ++size) parse(text.substr(0, size));
}

}  // namespace
}  // namespace lamplight::test
