#include "base/text_kind.h"

#include <gtest/gtest.h>

namespace lamplight {
namespace {

TEST(TextKind, TellsWhichWayAndHowALetterIsDrawn) {
  EXPECT_EQ(text_kind(U'a'), TextKind::Left);
  EXPECT_EQ(text_kind(U'語'), TextKind::Left);
  EXPECT_EQ(text_kind(U'7'), TextKind::Number);
  EXPECT_EQ(text_kind(U'٧'), TextKind::ArabicNumber);
  EXPECT_EQ(text_kind(U'۷'), TextKind::Number);  // Persian digits count as European ones
  EXPECT_EQ(text_kind(U'א'), TextKind::Right);
  EXPECT_EQ(text_kind(U'ب'), TextKind::Arabic);
  EXPECT_EQ(text_kind(U'،'), TextKind::Separator);
  EXPECT_EQ(text_kind(U'क'), TextKind::Shaped);
  EXPECT_EQ(text_kind(U'\u093F'), TextKind::Shaped);  // a vowel sign of Devanagari
  EXPECT_EQ(text_kind(U'ก'), TextKind::Unspaced);
  EXPECT_EQ(text_kind(U'\u0301'), TextKind::Mark);
  EXPECT_EQ(text_kind(U'\u064E'), TextKind::Mark);
  EXPECT_EQ(text_kind(U'\u200D'), TextKind::Mark);
  EXPECT_EQ(text_kind(U'\uFE0F'), TextKind::Mark);
  EXPECT_EQ(text_kind(U'\U0001F3FD'), TextKind::Mark);
  EXPECT_EQ(text_kind(U'\U0001F1E9'), TextKind::Regional);
  EXPECT_EQ(text_kind(U'\u2067'), TextKind::Hidden);
  EXPECT_EQ(text_kind(U'('), TextKind::Neutral);
  EXPECT_EQ(text_kind(0x10FFFF), TextKind::Hidden);
  EXPECT_EQ(text_kind(0x110000), TextKind::Hidden);
}

TEST(TextKind, FindsTextPlainThatIsDrawnLetterByLetter) {
  for (const std::string_view text :
       {"", "GPT-4: plain", "Łódź – “quoted”…", "Ελληνικά", "Русский", "医学的大语言模型", "한국어",
        "かな", "ქართული", "አማርኛ", "😀", "→ ≤ ∑", "\xFF\xD8 broken \xE2\x80"}) {
    EXPECT_TRUE(is_plain(text)) << text;
  }
  for (const std::string_view text : {"نماذج", "שפה", "भाषा", "ภาษา", "e\u0301", "👍🏽",
                                      "👨‍👩‍👧", "🇩🇪", "❤️", "٢٠٢٣", "\uE000"}) {
    EXPECT_FALSE(is_plain(text)) << text;
  }
}

}  // namespace
}  // namespace lamplight
