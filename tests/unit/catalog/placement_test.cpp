// Every line that is not blank belongs to one listing, prose or heading (placement.h says how).
#include "unit/catalog/placement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "unit/catalog/odd_texts.h"
#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

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

// Lists as people edit them: lines move, are pasted twice, cut out, run together, and come from
// another list.
TEST(Placement, HoldsInGoldensWithTheirLinesAstray) {
  std::vector<std::vector<std::string>> lists;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(source_dir() / "tests/golden")) {
    if (entry.path().filename() != "input.md") continue;
    if (entry.path().parent_path().filename() == "restructured-text") continue;
    lists.push_back(lines_of(read_file(entry.path())));
  }
  std::sort(lists.begin(), lists.end());
  ASSERT_GT(lists.size(), 70u);
  std::mt19937 random(odd_seed);
  const auto below = [&](std::size_t count) { return random() % count; };
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::string> lines = lists[below(lists.size())];
    for (int edit = 0; edit < 4 && !lines.empty(); ++edit) {
      const auto from = lines.begin() + static_cast<std::ptrdiff_t>(below(lines.size()));
      const auto to = lines.begin() + static_cast<std::ptrdiff_t>(below(lines.size()));
      const std::vector<std::string>& other = lists[below(lists.size())];
      switch (below(5)) {
        case 0:
          std::swap(*from, *to);
          break;
        case 1:
          lines.insert(to, std::string(*from));
          break;
        case 2:
          lines.erase(from);
          break;
        case 3:
          from->append(" ").append(std::string(*to));
          break;
        default:
          if (!other.empty()) lines.insert(to, other[below(other.size())]);
      }
    }
    std::string text;
    for (const std::string& line : lines) text.append(line).append("\n");
    const Result<Catalog> parsed = parse_catalog(text);
    if (!parsed.is_ok()) continue;  // reStructuredText, or no Markdown at all any more
    const Placement placement(text, *parsed.value_if());
    for (const std::string& lost : placement.lost()) {
      ADD_FAILURE() << "round " << round << ": " << lost << "\n" << text;
    }
  }
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
