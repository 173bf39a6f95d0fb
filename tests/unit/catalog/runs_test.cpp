// A text is read in runs; where they end must not show. One run of the whole text is the measure.
#include <gtest/gtest.h>

#include <cstdint>
#include <initializer_list>

#include "catalog/parse_in_runs.h"
#include "markdown/markdown.h"
#include "unit/catalog/odd_texts.h"
#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

constexpr std::size_t whole = SIZE_MAX;

Catalog parse_in_runs(std::string_view text, std::size_t run_bytes) {
  Result<Catalog> parsed = catalog::parse_in_runs(text, run_bytes);
  EXPECT_TRUE(parsed.is_ok());
  return parsed.is_ok() ? std::move(*parsed.value_if()) : Catalog();
}

void expect_same_in_runs(std::string_view text, const std::string& name,
                         // A line, some lines, a screen.
                         std::initializer_list<std::size_t> runs = {1, 300, 3000}) {
  const ExactText exact(text);
  const Catalog expected = parse_in_runs(exact.view(), whole);
  for (const std::size_t run_bytes : runs) {
    EXPECT_TRUE(parse_in_runs(exact.view(), run_bytes) == expected)
        << name << " in runs of " << run_bytes << " bytes:\n"
        << text.substr(0, 3000);
  }
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out.append(text);
  return out;
}

TEST(Runs, GoldensAndFuzzCorpora) {
  std::size_t files = 0;
  for (const char* folder : {"tests/golden", "tests/fuzz/corpus", "data/lists"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(source_dir() / folder)) {
      if (entry.path().extension() != ".md") continue;
      const std::string text = read_file(entry.path());
      if (text.find('\0') != std::string::npos) continue;
      expect_same_in_runs(text, entry.path().filename().string());
      ++files;
    }
  }
  EXPECT_GT(files, 20u);
}

TEST(Runs, WildLists) {
  for (const std::filesystem::path& path : wild_lists()) {
    // Long lists have all kinds of ends in runs of a screen, too.
    expect_same_in_runs(read_file(path), path.filename().string(), {1, 3000});
  }
}

TEST(Runs, OddTextsOfEverything) {
  std::uint32_t seed = odd_seed;
  for (int round = 0; round < 2000; ++round) {
    expect_same_in_runs(odd_text(seed), "round " + std::to_string(round));
  }
}

// What the first part of a list looks like is not what it is.
TEST(Runs, ContentsAreDecidedByTheWholeList) {
  const std::string anchors = repeated("- [a](#a)\n", 50);
  const std::string others = repeated("- b [[Paper]](https://x.org)\n", 50);
  expect_same_in_runs("## A\n- t\n\ntext\n\n" + anchors + others + "\nend\n", "no contents");
  expect_same_in_runs("## A\n- t\n\n- b [c](u)\n" + anchors + "\n> end\n", "contents after all");
  const Catalog catalog = parse_in_runs("- b [c](u)\n" + anchors, 1);
  EXPECT_EQ(count_rule(catalog, "contents-list"), 1u);
  EXPECT_TRUE(catalog.listings.empty());
}

TEST(Runs, TheTitleColumnIsDecidedByTheWholeTable) {
  const std::string text =
      "| a | b |\n|---|---|\n| [x](u) | y |\n" + repeated("| y | [z](u) |\n", 50);
  expect_same_in_runs(text, "table");
  const Catalog catalog = parse_in_runs(text, 1);
  ASSERT_EQ(catalog.listings.size(), 51u);
  EXPECT_EQ(catalog.listings[50].title, "z");
  EXPECT_EQ(catalog.listings[50].cells[0].column, "a");
}

TEST(Runs, DefinitionsMayStandAtTheEnd) {
  const std::string text = repeated("- One [Paper][p]\n", 30) + "\n[p]: https://x.org\n";
  const Catalog catalog = parse_in_runs(text, 1);
  ASSERT_EQ(catalog.listings.size(), 30u);
  EXPECT_TRUE(catalog.listings[0].links[0].url == "https://x.org");
}

TEST(Runs, NoticesAreToldOnceWhereAListIsReadAgain) {
  const std::string text = "- b\xFF [c](u)\n" + repeated("- [a\xFF](#a)\n", 50);
  expect_same_in_runs(text, "bad bytes");
  EXPECT_EQ(count_rule(parse_in_runs(text, 1), "invalid-utf8"), 51u);
}

}  // namespace
}  // namespace lamplight::test
