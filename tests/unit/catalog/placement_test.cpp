// Every line that is not blank belongs to one listing, prose or heading (placement.h says how).
#include "unit/catalog/placement.h"

#include <gtest/gtest.h>

#include "unit/catalog/odd_texts.h"
#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

void expect_placed(const std::filesystem::path& path) {
  const std::string text = read_file(path);
  if (text.find('\0') != std::string::npos) return;
  const Result<Catalog> parsed = parse_catalog(text);
  const Catalog* const catalog = parsed.value_if();
  if (catalog == nullptr) return;
  const Placement placement(text, *catalog);
  for (const std::string& lost : placement.lost()) ADD_FAILURE() << path << "\n" << lost;
}

TEST(Placement, HoldsInEveryGolden) {
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(source_dir() / "tests/golden")) {
    if (entry.path().filename() != "input.md") continue;
    // Its lines are no Markdown.
    if (entry.path().parent_path().filename() == "restructured-text") continue;
    expect_placed(entry.path());
  }
}

TEST(Placement, HoldsInTheFuzzersSeeds) {
  for (const char* folder : {"tests/fuzz/corpus", "tests/fuzz/diff_corpus"}) {
    for (const auto& entry : std::filesystem::directory_iterator(source_dir() / folder)) {
      expect_placed(entry.path());
    }
  }
}

TEST(Placement, HoldsInTheFlagshipAndTheListsAtHand) {
  for (const char* date : {"2023-03-29", "2024-03-11"}) {
    expect_placed(source_dir() / "data/lists" / (std::string(date) + ".md"));
  }
  for (const std::filesystem::path& path : wild_lists()) expect_placed(path);
}

TEST(Placement, HoldsInOddTexts) {
  std::uint32_t seed = odd_seed;
  for (int round = 0; round < 2000; ++round) {
    const std::string text = odd_text(seed);
    const Catalog catalog = parse(text);
    const Placement placement(text, catalog);
    for (const std::string& lost : placement.lost()) {
      ADD_FAILURE() << "round " << round << ": " << lost << "\n" << text;
    }
  }
}

}  // namespace
}  // namespace lamplight::test
