// Which titles with one identifier are those of one work.
#include "catalog/likeness.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace lamplight::catalog {
namespace {

TEST(Likeness, TitlesAgreeWithFourWordsInARowOrMostOfThem) {
  EXPECT_TRUE(titles_agree("kiut knowledge injected u transformer for reports",
                           "knowledge injected u transformer for reports"));
  EXPECT_TRUE(titles_agree("a survey of large models", "survey large models of a"));
  EXPECT_FALSE(titles_agree("large models of speech", "large models of vision and of speech"));
  EXPECT_FALSE(titles_agree("one two three", "one two three four"));
}

// Titles of few different words have much in common, so that both answers come up often.
std::string made_title(std::mt19937& random) {
  std::string title;
  const unsigned words = 1 + random() % (random() % 8 == 0 ? 70 : 9);
  for (unsigned i = 0; i < words; ++i) {
    if (i > 0) title += ' ';
    title += "word" + std::to_string(random() % 12);
  }
  return title;
}

TEST(Likeness, SignsOfWordsNeverDenyTitlesThatAgree) {
  std::mt19937 random(7);
  int agreeing = 0;
  int denied = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string title = made_title(random);
    const std::string other = random() % 16 == 0 ? title : made_title(random);
    const bool may = may_agree(word_signs(title), word_signs(other));
    if (titles_agree(title, other)) {
      ++agreeing;
      EXPECT_TRUE(may) << title << " | " << other;
    }
    denied += may ? 0 : 1;
  }
  EXPECT_GT(agreeing, 1000);
  EXPECT_GT(denied, 1000);
}

}  // namespace
}  // namespace lamplight::catalog
