// Normal form C against Unicode's own test of it, NormalizationTest.txt, and folding against normal
// form C.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"

namespace lamplight {
namespace {

// The lines of NormalizationTest.txt, which Debian packs.
std::vector<std::string> read_lines() {
  std::vector<std::string> lines;
  std::FILE* pipe = popen(LAMPLIGHT_UNPACK, "r");
  if (pipe == nullptr) return lines;
  char line[4096];
  while (std::fgets(line, sizeof line, pipe) != nullptr) lines.emplace_back(line);
  EXPECT_EQ(pclose(pipe), 0);
  return lines;
}

// "0044 030C" as UTF-8.
std::string read_code_points(const std::string& field) {
  std::string text;
  const char* at = field.c_str();
  for (char* end = nullptr; *at != '\0'; at = end) {
    append_utf8(text, static_cast<char32_t>(std::strtoul(at, &end, 16)));
    if (end == at) break;
  }
  return text;
}

// The first five columns: source, NFC, NFD, NFKC, NFKD.
std::vector<std::vector<std::string>> read_cases() {
  std::vector<std::vector<std::string>> cases;
  for (const std::string& line : read_lines()) {
    if (line.empty() || line[0] == '#' || line[0] == '@') continue;
    std::vector<std::string> columns;
    for (std::size_t begin = 0; columns.size() < 5;) {
      const std::size_t end = line.find(';', begin);
      if (end == std::string::npos) break;
      columns.push_back(read_code_points(line.substr(begin, end - begin)));
      begin = end + 1;
    }
    if (columns.size() == 5) cases.push_back(columns);
  }
  return cases;
}

TEST(NormalizationTest, NormalFormCIsWhatUnicodeSays) {
  const auto cases = read_cases();
  ASSERT_GT(cases.size(), 18'000u);
  for (const auto& columns : cases) {
    const std::string& nfc = columns[1];
    const std::string& nfkc = columns[3];
    EXPECT_EQ(to_nfc(columns[0]), nfc);
    EXPECT_EQ(to_nfc(nfc), nfc);
    EXPECT_EQ(to_nfc(columns[2]), nfc);
    EXPECT_EQ(to_nfc(nfkc), nfkc);
    EXPECT_EQ(to_nfc(columns[4]), nfkc);
  }
}

// "All code points not listed in Part 1" stay as they are.
TEST(NormalizationTest, WhatItDoesNotNameStays) {
  std::set<std::string> named;
  for (const auto& columns : read_cases()) named.insert(columns[0]);
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value >= 0xD800 && value < 0xE000) continue;
    std::string text;
    append_utf8(text, value);
    if (named.count(text) == 0) {
      ASSERT_EQ(to_nfc(text), text) << static_cast<std::uint32_t>(value);
    }
  }
}

TEST(NormalizationTest, WhatDiffersOnlyInNormalFormFoldsToTheSame) {
  for (const auto& columns : read_cases()) {
    const std::string folded = fold(columns[1]);
    EXPECT_EQ(fold(columns[0]), folded);
    EXPECT_EQ(fold(columns[2]), folded);
    EXPECT_EQ(fold(folded), folded);
    EXPECT_EQ(fold_with_origin(columns[2]).text, folded);
  }
}

// A text is normalised part by part; parts side by side must come out as the whole does.
TEST(NormalizationTest, PartsSideBySideAreTheWhole) {
  const auto cases = read_cases();
  std::string sources;
  std::string decomposed;
  for (const auto& columns : cases) {
    sources += columns[0];
    decomposed += columns[2];
  }
  EXPECT_EQ(to_nfc(sources), to_nfc(decomposed));
}

}  // namespace
}  // namespace lamplight
