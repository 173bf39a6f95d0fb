// Words that are shaped whole: where they begin and end, and how they stand in lines.
#include "ui/shaped_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/text.h"
#include "platform/headless.h"

namespace lamplight::ui {
namespace {

// The units of a text, those that are shaped in brackets.
std::string units(std::string_view text, const ShapedWords& words = ShapedWords()) {
  std::string out;
  for (const Unit& unit : split_units(words, text)) {
    const std::string part(text.substr(unit.begin, unit.end - unit.begin));
    out += unit.is_shaped ? "[" + part + "]" : part;
  }
  return out;
}

TEST(ShapedWords, TakesLettersThatAreShapedTogetherAsWords) {
  EXPECT_EQ(units("plain"), "plain");
  EXPECT_EQ(units("نماذج اللغة، 2023"), "[نماذج] [اللغة]، 2023");
  EXPECT_EQ(units("مدل‌های"), "[مدل‌های]");
  EXPECT_EQ(units("בשנת (GPT)"), "[בשנת] (GPT)");
  EXPECT_EQ(units("भाषा मॉडल।"), "[भाषा] [मॉडल]।");
}

TEST(ShapedWords, KeepsMarksAndSequencesOfEmojiTogether) {
  EXPECT_EQ(units("e\u0301tude"), "[e\u0301]tude");
  EXPECT_EQ(units("a👨‍👩‍👧‍👦b"), "a[👨‍👩‍👧‍👦]b");
  EXPECT_EQ(units("👍🏽😀"), "[👍🏽]😀");
  EXPECT_EQ(units("🇩🇪🇯🇵🇫"), "[🇩🇪][🇯🇵]🇫");
  EXPECT_EQ(units("❤️1️⃣"), "[❤️][1️⃣]");
  EXPECT_EQ(units("\u0301"), "[\u0301]");
}

TEST(ShapedWords, AsksWhereWordsBeginThatNoBlankParts) {
  // Every second character begins a word.
  const ShapedWords words([](std::string_view text, std::uint8_t* begins) {
    for (std::size_t at = 0; at < text.size(); at += 6) begins[at] = 1;
  });
  EXPECT_EQ(units("กขคง จ", words), "[กข][คง] [จ]");
  EXPECT_EQ(units("กข"), "[ก][ข]");
}

TEST(ShapedWords, PartsWhatIsNoWord) {
  std::string marks = "a";
  for (int i = 0; i < 1000; ++i) marks += "\u0301";
  for (const Unit& unit : split_units(ShapedWords(), marks)) {
    EXPECT_LE(unit.end - unit.begin, 121u);
  }
}

TEST(ShapedWords, GivesEachWordACodePointAsLongAsThereAreSome) {
  ShapedWords words;
  EXPECT_EQ(words.add("نماذج"), 0xE000u);
  EXPECT_EQ(words.add("شفة"), 0xE001u);
  EXPECT_EQ(words.add("نماذج"), 0xE000u);
  EXPECT_EQ(words.text(0xE001), "شفة");
  EXPECT_EQ(words.text(0xE002), "");
  EXPECT_EQ(words.text(U'a'), "");
  for (std::uint32_t i = 2; i < ShapedWords::most_words; ++i) {
    EXPECT_EQ(words.add(std::to_string(i)), ShapedWords::first + i);
  }
  EXPECT_TRUE(words.is_nearly_full(0));
  EXPECT_EQ(words.add("one more"), 0xFFFDu);
  EXPECT_EQ(words.add("2"), 0xE002u);
  words.clear();
  EXPECT_EQ(words.add("one more"), 0xE000u);
}

TEST(ShapedWords, AreFullWhenTheyTakeMoreOfTheAtlasThanAFrameCouldShow) {
  ShapedWords words;
  const float frame = 1440 * 900;
  words.add_pixels(ShapedWords::most_pixels);
  words.add_pixels(frame);
  EXPECT_FALSE(words.is_nearly_full(frame));
  words.add_pixels(frame);
  EXPECT_TRUE(words.is_nearly_full(frame));
  words.clear();
  EXPECT_FALSE(words.is_nearly_full(0));
}

TEST(ShapedWords, FindsTheMiddleBetweenLetters) {
  EXPECT_EQ(middle_of("ab"), 1u);
  EXPECT_EQ(middle_of("a"), 0u);
  EXPECT_EQ(middle_of("a\u0301\u0301b"), 5u);
  EXPECT_EQ(middle_of("ab\u0301\u0301"), 1u);
}

// --- On the screen

class ShapedText : public ::testing::Test {
 protected:
  // The runs of text of the one work's title.
  std::vector<Node> title_of(std::string_view title, float width = 1440) {
    app.resize(width, 900);
    const std::string list =
        "# L\n\n## S\n\n- [" + std::string(title) + "](https://example.org/a)\n";
    EXPECT_TRUE(app.load("", {{"2024-03-11", list}}).is_ok());
    std::vector<Node> runs;
    for (const Node* link : app.tree().find_all(Role::Link)) {
      if (link->label != title) continue;
      for (const Node& node : app.tree().nodes) {
        if (node.role == Role::Text && app.tree().find_parent(node) == link) runs.push_back(node);
      }
    }
    return runs;
  }
  platform::Headless app{1440, 900};
};

TEST_F(ShapedText, BeginsATitleThatRunsFromTheRightAtTheRight) {
  const std::vector<Node> left = title_of("Plain title");
  ASSERT_EQ(left.size(), 1u);
  EXPECT_EQ(left[0].flags, 0u);
  const std::vector<Node> right = title_of("نماذج اللغة");
  ASSERT_EQ(right.size(), 1u);
  EXPECT_EQ(right[0].label, "نماذج اللغة");
  EXPECT_EQ(right[0].flags, flag_from_right);
  EXPECT_GT(right[0].rect.x, left[0].rect.x + 300);
}

TEST_F(ShapedText, OrdersTheRunsOfAMixedTitle) {
  const std::vector<Node> runs = title_of("نموذج GPT للنصوص");
  ASSERT_EQ(runs.size(), 3u);
  EXPECT_EQ(runs[0].label, "نموذج ");
  EXPECT_EQ(runs[1].label, "GPT");
  EXPECT_EQ(runs[2].label, "للنصوص");
  // From the right: the first, the second, the third.
  EXPECT_GE(runs[0].rect.x, runs[1].rect.x + runs[1].rect.w);
  EXPECT_GE(runs[1].rect.x, runs[2].rect.x + runs[2].rect.w);
  EXPECT_EQ(runs[1].flags, 0u);

  const std::vector<Node> other = title_of("A GPT נקרא כך here");
  ASSERT_EQ(other.size(), 3u);
  EXPECT_LT(other[0].rect.x, other[1].rect.x);
  EXPECT_LT(other[1].rect.x, other[2].rect.x);
  EXPECT_EQ(other[1].label, "נקרא כך");
}

TEST_F(ShapedText, ShowsMoreWordsThanThereAreCodePointsFor) {
  std::string list = "# L\n\n## S\n\n";
  constexpr int works = 260;
  constexpr int words_a_work = 25;
  int number = 0;
  for (int work = 0; work < works; ++work) {
    list += "- [";
    for (int word = 0; word < words_a_work; ++word, ++number) {
      for (int rest = number; rest > 0; rest /= 20) {
        append_utf8(list, static_cast<char32_t>(0x915 + rest % 20));
      }
      list += "क ";
    }
    list += std::to_string(work) + "](https://example.org/" + std::to_string(work) + ")\n";
  }
  ASSERT_TRUE(app.load("", {{"2024-03-11", list}}).is_ok());
  for (int page = 0; page < 40; ++page) {
    app.press(Key::PageDown);
    for (const Node& node : app.tree().nodes) {
      if (node.role != Role::Text) continue;
      // U+FFFD, which stands for a word too many, is as wide as one letter.
      const auto letters = static_cast<float>(node.label.size() / 3);
      if (node.flags == flag_from_left) {
        EXPECT_GT(node.rect.w, letters * 3) << node.label;
      }
    }
  }
}

TEST_F(ShapedText, WrapsAtWordsAndBreaksAWordThatIsLongerThanTheLine) {
  std::string title;
  for (int i = 0; i < 30; ++i) title += "نماذج ";
  title += "آخر";
  const std::vector<Node> runs = title_of(title, 390);
  ASSERT_GT(runs.size(), 2u);
  std::string all;
  for (const Node& run : runs) {
    EXPECT_GE(run.rect.x, 0);
    EXPECT_LE(run.rect.x + run.rect.w, 390);
    all += (all.empty() ? "" : " ") + run.label;
  }
  EXPECT_EQ(all, title);

  std::string word;
  for (int i = 0; i < 200; ++i) word += "क";
  for (const Node& run : title_of(word, 390)) EXPECT_LE(run.rect.x + run.rect.w, 390);
}

}  // namespace
}  // namespace lamplight::ui
