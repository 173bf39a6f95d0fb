// Near words against the definition of the distance, written down as it is.
#include "search/near_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "unit/search/generated.h"

namespace lamplight::search {
namespace {

using test::Random;

std::u32string letters_of(const std::string& text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    letters += point.value;
    at += point.size;
  }
  return letters;
}

// Optimal string alignment, the whole table.
std::uint32_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::uint32_t>> d(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1));
  for (std::uint32_t i = 0; i <= a.size(); ++i) {
    for (std::uint32_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

std::u32string digits_of(const std::u32string& text) {
  std::u32string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
               [](char32_t c) { return c >= '0' && c <= '9'; });
  return digits;
}

Vocabulary make_vocabulary(const std::set<std::string>& words) {
  VocabularyBuilder builder;
  for (const std::string& word : words) (void)builder.add(word);
  for (std::size_t i = 0; i < VocabularyBuilder::sorting_steps; ++i) builder.sort_step(i);
  return builder.take();
}

std::vector<std::string> find(const Vocabulary& words, const std::string& typed, bool with_longer) {
  std::vector<std::string> found;
  for (const NearWord& near : find_nearest_words(words, typed, with_longer)) {
    found.push_back(std::string(words.word(near.word)) + (near.is_prefix ? "*" : "") +
                    std::to_string(near.distance));
  }
  return found;
}

using Words = std::vector<std::string>;

TEST(NearWords, ForgivesOneEditFromFourLettersAndTwoFromEight) {
  EXPECT_EQ(max_edits("abc"), 0u);
  EXPECT_EQ(max_edits("abcd"), 1u);
  EXPECT_EQ(max_edits("abcdefg"), 1u);
  EXPECT_EQ(max_edits("abcdefgh"), 2u);
  EXPECT_EQ(max_edits("äöüß"), 1u);
  EXPECT_EQ(max_edits("2023"), 0u);
  EXPECT_EQ(max_edits(std::string(64, 'a')), 2u);
  EXPECT_EQ(max_edits(std::string(65, 'a')), 0u);
}

TEST(NearWords, FindsEveryKindOfEdit) {
  const Vocabulary words = make_vocabulary({"image", "imagery", "large", "protein", "structure"});
  EXPECT_EQ(find(words, "protien", false), Words{"protein1"});
  EXPECT_EQ(find(words, "protin", false), Words{"protein1"});
  EXPECT_EQ(find(words, "prottein", false), Words{"protein1"});
  EXPECT_EQ(find(words, "pratein", false), Words{"protein1"});
  EXPECT_EQ(find(words, "rpotein", false), Words{"protein1"});
  EXPECT_EQ(find(words, "sturcutre", false), Words{"structure2"});
  EXPECT_EQ(find(words, "imgae", true), (Words{"image1", "imagery*1"}));
  EXPECT_TRUE(find(words, "xqvzk", true).empty());
}

TEST(NearWords, TakesTwoEditsOnlyWhereOneFindsNothing) {
  const Vocabulary words = make_vocabulary({"transfer", "transformer", "transforms"});
  EXPECT_EQ(find(words, "transfomer", false), Words{"transformer1"});
  EXPECT_EQ(find(words, "tranfomer", false), Words{"transformer2"});
}

TEST(NearWords, MendsNoDigits) {
  const Vocabulary words = make_vocabulary({"gpt3", "gpt4", "alphafold2", "alphafold"});
  EXPECT_EQ(find(words, "gtp4", false), Words{"gpt41"});
  EXPECT_EQ(find(words, "alphfold2", false), Words{"alphafold21"});
  EXPECT_EQ(find(words, "alphfold", true), (Words{"alphafold1", "alphafold2*1"}));
}

TEST(NearWords, CountsLettersAndNotBytes) {
  const Vocabulary words = make_vocabulary({"модель", "ελληνικα"});
  EXPECT_EQ(find(words, "модел", false), Words{"модель1"});
  EXPECT_EQ(find(words, "мoдель", false), Words{"модель1"});  // a Latin o
  EXPECT_EQ(find(words, "ελνηικα", false), Words{}) << "two edits, and seven letters";
}

TEST(NearWords, AgreesWithTheDefinition) {
  Random random(11);
  std::set<std::string> distinct;
  while (distinct.size() < 600) {
    std::string word;
    for (std::uint32_t i = 0, size = 1 + random.below(10); i < size; ++i) {
      word += random.one_in(9) ? "é" : std::string(1, "abc1"[random.below(4)]);
    }
    distinct.insert(word);
  }
  const Vocabulary words = make_vocabulary(distinct);
  const std::vector<std::string> sorted(distinct.begin(), distinct.end());
  for (int i = 0; i < 300; ++i) {
    std::string typed = sorted[random.below(600)];
    typed.insert(typed.size() / 2, 1, "abc1"[random.below(4)]);
    const std::u32string wanted = letters_of(typed);
    for (const std::uint32_t edits : {1u, 2u}) {
      std::vector<std::string> expected;
      for (const std::string& word : sorted) {
        const std::u32string letters = letters_of(word);
        const bool has_digits = digits_of(letters) == digits_of(wanted);
        const std::uint32_t whole = has_digits ? distance(wanted, letters) : 99;
        std::uint32_t beginning = 99;
        for (std::size_t size = 0; size <= letters.size(); ++size) {
          const std::u32string prefix = letters.substr(0, size);
          if (digits_of(prefix) != digits_of(wanted)) continue;
          beginning = std::min(beginning, distance(wanted, prefix));
        }
        if (whole <= edits) {
          expected.push_back(word + std::to_string(whole));
        } else if (beginning <= edits) {
          expected.push_back(word + '*' + std::to_string(beginning));
        }
      }
      std::vector<std::string> found;
      for (const NearWord& near : find_near_words(words, typed, edits, true)) {
        found.push_back(std::string(words.word(near.word)) + (near.is_prefix ? "*" : "") +
                        std::to_string(near.distance));
      }
      ASSERT_EQ(found, expected) << typed;
    }
  }
}

}  // namespace
}  // namespace lamplight::search
