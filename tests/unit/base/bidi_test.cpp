// Order of mixed texts, against Unicode's own examples and tests.
#include "base/bidi.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/text_kind.h"

namespace lamplight {
namespace {

std::vector<BidiPart> parts_of(std::string_view text) {
  std::vector<BidiPart> parts;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    parts.push_back({text_kind(point.value), point.value});
    at += point.size;
  }
  return parts;
}

// As it is seen, from left to right.
std::string seen(std::string_view text) {
  const std::vector<BidiPart> parts = parts_of(text);
  const std::vector<std::uint8_t> levels = bidi_levels(parts, begins_from_right(parts));
  std::string out;
  for (const std::uint32_t at : visual_order(levels.data(), levels.size())) {
    append_utf8(out, levels[at] % 2 != 0 ? mirrored(parts[at].c) : parts[at].c);
  }
  return out;
}

TEST(Bidi, TurnsWordsThatRunFromTheRight) {
  EXPECT_EQ(seen("abc אבג def"), "abc גבא def");
  EXPECT_EQ(seen("אבג abc"), "abc גבא");
  EXPECT_EQ(seen("plain"), "plain");
}

TEST(Bidi, KeepsNumbersAsTheyAreWritten) {
  EXPECT_EQ(seen("אב 2023 גד"), "דג 2023 בא");
  EXPECT_EQ(seen("אב 1,234.5% גד"), "דג 1,234.5% בא");
  // After Arabic letters a range is turned, after Hebrew ones it is not (W2, W4).
  EXPECT_EQ(seen("ابج 10-20"), "20-10 جبا");
  EXPECT_EQ(seen("אבג 10-20"), "10-20 גבא");
}

TEST(Bidi, PairsBracketsAndTurnsThem) {
  EXPECT_EQ(seen("אב (גד) הו"), "וה (דג) בא");
  EXPECT_EQ(seen("אב (GPT) x"), "x (GPT) בא");
  EXPECT_EQ(seen("GPT (אב)"), "GPT (בא)");
}

TEST(Bidi, PairsNoBracketsWhereMoreThanSixtyThreeAreOpen) {
  const auto level_of_last_bracket = [](std::size_t depth) {
    const std::string text = "א " + std::string(depth, '(') + "b" + std::string(depth, ')') + "c";
    const std::vector<std::uint8_t> levels = bidi_levels(parts_of(text), true);
    return levels[levels.size() - 2];
  };
  // Paired, it is of the paragraph; alone between two letters, of theirs.
  EXPECT_EQ(level_of_last_bracket(63), 1);
  EXPECT_EQ(level_of_last_bracket(64), 2);
}

TEST(Bidi, TakesItsDirectionFromTheFirstLetter) {
  EXPECT_TRUE(begins_from_right(parts_of("2023: ما")));
  EXPECT_FALSE(begins_from_right(parts_of("a ما")));
  EXPECT_FALSE(begins_from_right(parts_of("2023")));
}

std::vector<std::uint32_t> numbers_of(const std::string& field, int base) {
  std::vector<std::uint32_t> numbers;
  std::istringstream words(field);
  for (std::string word; words >> word;) {
    numbers.push_back(word == "x" ? 99u
                                  : static_cast<std::uint32_t>(std::stoul(word, nullptr, base)));
  }
  return numbers;
}

// What is not claimed: explicit embeddings, overrides and isolates; tabs; brackets of other
// scripts.
bool is_claimed(const std::vector<std::uint32_t>& text) {
  for (const std::uint32_t c : text) {
    const TextKind kind = text_kind(c);
    if (kind == TextKind::Hidden || c == '\t' || c == 0x1F || c == 0x2029) return false;
    if (kind == TextKind::Neutral && mirrored(c) == c && c > 0x2000 && c != 0x2003 && c != 0x202F)
      return false;
  }
  return true;
}

TEST(Bidi, GivesTheLevelsOfUnicodesOwnTest) {
  std::ifstream file("/usr/share/unicode/BidiCharacterTest.txt");
  ASSERT_TRUE(file) << "Debian has it in unicode-data";
  int compared = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> fields;
    std::istringstream rest(line);
    for (std::string field; std::getline(rest, field, ';');) fields.push_back(field);
    ASSERT_EQ(fields.size(), 5u);
    const std::vector<std::uint32_t> text = numbers_of(fields[0], 16);
    if (!is_claimed(text)) continue;
    // Marks are of the part they stand in.
    std::vector<BidiPart> parts;
    std::vector<std::size_t> part_of;
    for (const std::uint32_t c : text) {
      const TextKind kind = text_kind(c);
      if (kind != TextKind::Mark || parts.empty()) parts.push_back({kind, c});
      part_of.push_back(parts.size() - 1);
    }
    const bool is_rtl = fields[1] == "2" ? begins_from_right(parts) : fields[1] == "1";
    EXPECT_EQ(is_rtl, fields[2] == "1") << line;
    const std::vector<std::uint8_t> levels = bidi_levels(parts, is_rtl);
    const std::vector<std::uint32_t> expected = numbers_of(fields[3], 10);
    ASSERT_EQ(expected.size(), text.size());
    std::size_t end = text.size();
    while (end > 0 && is_space(text[end - 1])) --end;  // L1: blanks at the end are not drawn
    for (std::size_t i = 0; i < end; ++i) {
      if (expected[i] == 99) continue;
      ASSERT_EQ(levels[part_of[i]], expected[i]) << line << " at " << i;
    }
    ++compared;
  }
  EXPECT_GT(compared, 1000);
  RecordProperty("compared", compared);
  std::cout << compared << " lines compared\n";
}

}  // namespace
}  // namespace lamplight
