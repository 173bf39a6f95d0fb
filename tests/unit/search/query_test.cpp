#include "lamplight/query.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "unit/search/exact_text.h"

namespace lamplight {
namespace {

using test::ExactText;
using Words = std::vector<std::string>;

Query parse(std::string_view text, LastWord last = LastWord::Typing) {
  return parse_query(ExactText(text).view(), last);
}

TEST(Query, JoinsWordsByAnd) {
  const Query query = parse("protein struc");
  ASSERT_EQ(query.terms.size(), 2u);
  EXPECT_EQ(query.terms[0].words, Words{"protein"});
  EXPECT_EQ(query.terms[1].words, Words{"struc"});
  EXPECT_TRUE(query.notices.empty());
}

TEST(Query, TakesOnlyTheLastWordAsPrefixWhileTyping) {
  const Query query = parse("protein struc");
  ASSERT_EQ(query.terms.size(), 2u);
  EXPECT_FALSE(query.terms[0].is_prefix);
  EXPECT_TRUE(query.terms[1].is_prefix);
}

TEST(Query, TakesNoPrefixWhenTheTextIsComplete) {
  EXPECT_FALSE(parse("protein struc", LastWord::Complete).terms.back().is_prefix);
}

TEST(Query, TakesAWordFollowedByABlankAsComplete) {
  EXPECT_FALSE(parse("protein ").terms.back().is_prefix);
}

TEST(Query, KeepsAQuotedPhraseTogether) {
  const Query query = parse("\"exact phrase\"");
  ASSERT_EQ(query.terms.size(), 1u);
  EXPECT_TRUE(query.terms[0].is_phrase);
  EXPECT_FALSE(query.terms[0].is_prefix);
  EXPECT_EQ(query.terms[0].words, (Words{"exact", "phrase"}));
}

TEST(Query, UnderstandsCurlyQuotesAndDashesAsTypedByPhones) {
  const Query query = parse("“exact phrase” –survey");
  ASSERT_EQ(query.terms.size(), 2u);
  EXPECT_EQ(query.terms[0].words, (Words{"exact", "phrase"}));
  EXPECT_TRUE(query.terms[1].is_negated);
  EXPECT_EQ(query.terms[1].words, Words{"survey"});
}

TEST(Query, ReadsAPhraseWithoutItsClosingQuoteToTheEnd) {
  const Query query = parse("\"protein struc");
  ASSERT_EQ(query.terms.size(), 1u);
  EXPECT_EQ(query.terms[0].words, (Words{"protein", "struc"}));
  EXPECT_TRUE(query.terms[0].is_prefix);
}

TEST(Query, FoldsCaseAndAccents) {
  EXPECT_EQ(parse("SCHRÖDINGER").terms[0].words, Words{"schrodinger"});
}

TEST(Query, ReadsAWordWithPunctuationAsAPhrase) {
  const Query query = parse("GPT-4 rocks");
  ASSERT_EQ(query.terms.size(), 2u);
  EXPECT_EQ(query.terms[0].words, (Words{"gpt", "4"}));
  EXPECT_TRUE(query.terms[0].is_phrase);
}

TEST(Query, ReadsChineseCharacterByCharacter) {
  EXPECT_EQ(parse("语言模型").terms[0].words, (Words{"语", "言", "模", "型"}));
}

TEST(Query, NegatesWordsPhrasesAndFields) {
  const Query query = parse("-survey -\"large language\" -has:code -year:2021");
  ASSERT_EQ(query.terms.size(), 4u);
  for (const Term& term : query.terms) EXPECT_TRUE(term.is_negated);
  EXPECT_EQ(query.terms[1].words, (Words{"large", "language"}));
  EXPECT_EQ(query.terms[2].field, TermField::Has);
  EXPECT_EQ(query.terms[3].years, (YearRange{2021, 2021}));
}

TEST(Query, KnowsItsFields) {
  const Query query =
      parse("in:applications/bioinformatics HAS:code venue:\"nature methods\" name:chatcad");
  ASSERT_EQ(query.terms.size(), 4u);
  EXPECT_EQ(query.terms[0].field, TermField::In);
  EXPECT_EQ(query.terms[0].value, "applications/bioinformatics");
  EXPECT_EQ(query.terms[1].field, TermField::Has);
  EXPECT_EQ(query.terms[1].value, "code");
  EXPECT_EQ(query.terms[2].field, TermField::Venue);
  EXPECT_EQ(query.terms[2].value, "nature methods");
  EXPECT_EQ(query.terms[3].field, TermField::Name);
  EXPECT_EQ(query.terms[3].words, Words{"chatcad"});
  EXPECT_TRUE(query.terms[3].is_prefix);
  EXPECT_TRUE(query.notices.empty());
}

TEST(Query, ReadsYearRanges) {
  EXPECT_EQ(parse("year:2021").terms[0].years, (YearRange{2021, 2021}));
  EXPECT_EQ(parse("year:2020..2022").terms[0].years, (YearRange{2020, 2022}));
  EXPECT_EQ(parse("year:2022..").terms[0].years, (YearRange{2022, std::nullopt}));
  EXPECT_EQ(parse("year:..2019").terms[0].years, (YearRange{std::nullopt, 2019}));
}

TEST(Query, TellsAboutAYearThatIsNone) {
  const Query query = parse("year:soon ");
  ASSERT_EQ(query.notices.size(), 1u);
  EXPECT_EQ(query.notices[0].begin, 0u);
  EXPECT_EQ(query.notices[0].end, 9u);
  ASSERT_EQ(query.terms.size(), 1u);
  EXPECT_EQ(query.terms[0].words, Words{"soon"});
}

TEST(Query, IsSilentAboutAYearThatIsStillBeingTyped) {
  for (const char* text : {"year:", "year:2", "year:202", "year:2020.", "has:", "in:", "-", "\""}) {
    const Query query = parse(text);
    EXPECT_TRUE(query.notices.empty()) << text;
    EXPECT_TRUE(query.terms.empty()) << text;
  }
}

TEST(Query, SearchesAnUnknownFieldAsWordsAndSaysSo) {
  const Query query = parse("protein author:smith");
  ASSERT_EQ(query.terms.size(), 3u);
  EXPECT_EQ(query.terms[1].words, Words{"author"});
  EXPECT_EQ(query.terms[2].words, Words{"smith"});
  ASSERT_EQ(query.notices.size(), 1u);
  EXPECT_EQ(query.notices[0].message, "There is no field “author”: searched as words.");
  EXPECT_EQ(query.notices[0].begin, 8u);
  EXPECT_EQ(query.notices[0].end, 20u);
}

TEST(Query, TakesAPastedTitleAsItsWords) {
  const Query query = parse("OpenFold: Retraining AlphaFold2");
  ASSERT_EQ(query.terms.size(), 3u);
  EXPECT_EQ(query.terms[0].words, Words{"openfold"});
  EXPECT_TRUE(query.notices.empty());
}

TEST(Query, SearchesAnUnknownKindOfLinkAsWordsAndSaysSo) {
  const Query query = parse("has:cake ");
  ASSERT_EQ(query.terms.size(), 1u);
  EXPECT_EQ(query.terms[0].words, Words{"cake"});
  EXPECT_EQ(query.notices.size(), 1u);
}

TEST(Query, TellsWhatItLeavesOut) {
  const Query query = parse("a | b");
  EXPECT_EQ(query.terms.size(), 2u);
  ASSERT_EQ(query.notices.size(), 1u);
  EXPECT_EQ(query.notices[0].begin, 2u);
}

TEST(Query, BoundsAPastedFile) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word ";
  const Query query = parse(text);
  EXPECT_LE(query.terms.size(), 128u);
  EXPECT_EQ(query.notices.size(), 1u);
}

TEST(YearRange, ReadsAndPrintsTheSame) {
  for (const char* text : {"2021", "2020..2022", "2022..", "..2019"}) {
    const std::optional<YearRange> range = parse_year_range(ExactText(text).view());
    ASSERT_TRUE(range) << text;
    EXPECT_EQ(print_year_range(*range), text);
  }
}

TEST(YearRange, IsNothingElse) {
  for (const char* text : {"", "..", "20", "20211", "2022..2020", "2020-2022", "20a1",
                           "2020...2021", "2020..2021..2022", " 2020"}) {
    EXPECT_FALSE(parse_year_range(ExactText(text).view())) << text;
  }
}

TEST(QueryPrint, IsCanonical) {
  EXPECT_EQ(print_query(parse("  Protein   STRUC")), "protein struc");
  EXPECT_EQ(print_query(parse("protein ")), "\"protein\"");
  EXPECT_EQ(print_query(parse("gpt-4 in:\"Medical  Imaging\" -Has:code")),
            "\"gpt 4\" in:\"Medical Imaging\" -has:code");
  EXPECT_EQ(print_query(parse("语言模型")), "语言模型");
}

// A small generator of texts that look like queries and of texts that do not.
class Texts {
 public:
  std::string next() {
    static const char* const pieces[] = {"protein",   "struc",   "GPT-4",
                                         "-",         "\"",      "“",
                                         "”",         " ",       " ",
                                         " ",         "|",       "in:",
                                         "has:",      "year:",   "2020",
                                         "..",        "2022",    "name:",
                                         "code",      ":",       "/",
                                         "venue:",    "Élan",    "语言",
                                         "ßs",        "foo:",    "https://x.org",
                                         "\t",        "\xff",    "\xe8\xaf",
                                         "–not",      "'",       "applications/bio",
                                         "e\xcc\x81", "한국어",  "ﬁne",
                                         "é",         "²",       "ı",
                                         "İ",         "\xcc\x81"};
    std::string text;
    const std::uint32_t count = random() % 9;
    for (std::uint32_t i = 0; i < count; ++i) text += pieces[random() % std::size(pieces)];
    return text;
  }

 private:
  std::uint32_t random() {
    state_ = state_ * 1664525u + 1013904223u;
    return state_ >> 8;
  }
  std::uint32_t state_ = 7;
};

TEST(QueryPrint, ParsesBackToItself) {
  Texts texts;
  for (int i = 0; i < 20000; ++i) {
    const std::string text = texts.next();
    for (const LastWord last : {LastWord::Typing, LastWord::Complete}) {
      const Query query = parse(text, last);
      const std::string printed = print_query(query);
      const Query again = parse(printed, last);
      ASSERT_EQ(again.terms, query.terms) << '[' << text << "] printed as [" << printed << ']';
      ASSERT_EQ(print_query(again), printed);
      ASSERT_TRUE(again.notices.empty()) << printed;
    }
  }
}

TEST(Query, NamesPlacesInsideTheText) {
  Texts texts;
  for (int i = 0; i < 20000; ++i) {
    const std::string text = texts.next();
    for (const QueryNotice& notice : parse(text).notices) {
      ASSERT_LE(notice.begin, notice.end) << text;
      ASSERT_LE(notice.end, text.size()) << text;
    }
  }
}

}  // namespace
}  // namespace lamplight
