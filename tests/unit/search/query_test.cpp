#include "lamplight/query.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "unit/search/exact_text.h"
#include "unit/search/query_text.h"

namespace lamplight {
namespace {

using test::ExactText;
using test::QueryTexts;
using Words = std::vector<std::string>;

Query parse(std::string_view text, LastWord last = LastWord::Typing) {
  return parse_query(ExactText(text).view(), last);
}

// The terms, in the order of the text.
std::vector<Term> terms(const Query& query) {
  std::vector<Term> found;
  for_each_term(query.clauses, [&](const Term& term, bool) { found.push_back(term); });
  return found;
}
std::vector<Term> terms(std::string_view text, LastWord last = LastWord::Typing) {
  return terms(parse(text, last));
}

// The tree, one way to write it: (and a (or b (not c))). A prefix has a star, what was quoted
// quotes, a phrase underscores.
std::string shape(const std::vector<Clause>& clauses);

std::string shape(const Clause& clause) {
  std::string text;
  if (clause.kind == Clause::Kind::Term) {
    const Term& term = clause.term;
    for (const std::string& word : term.words) text += (text.empty() ? "" : "_") + word;
    text += term.value + print_year_range(term.years);
    if (term.is_quoted) text = '"' + text + '"';
    if (term.is_prefix) text += '*';
    static const char* const fields[] = {"", "name:", "in:", "has:", "venue:", "year:", "is:"};
    text = fields[static_cast<int>(term.field)] + text;
  } else {
    text = clause.kind == Clause::Kind::All ? "(and" : "(or";
    for (const Clause& each : clause.clauses) text += ' ' + shape(each);
    text += ')';
  }
  return clause.is_negated ? "(not " + text + ')' : text;
}

std::string shape(const std::vector<Clause>& clauses) {
  std::string text;
  for (const Clause& clause : clauses) text += (text.empty() ? "" : " ") + shape(clause);
  return text;
}

std::string shape(std::string_view text, LastWord last = LastWord::Typing) {
  return shape(parse(text, last).clauses);
}

// Every notice as "begin-end message".
std::string notices(std::string_view text, LastWord last = LastWord::Typing) {
  std::string all;
  for (const QueryNotice& notice : parse(text, last).notices) {
    all += (all.empty() ? "" : "; ") + std::to_string(notice.place.begin) + '-' +
           std::to_string(notice.place.end) + ' ' + notice.message;
  }
  return all;
}

TEST(Query, JoinsWordsByAnd) {
  EXPECT_EQ(shape("protein struc"), "protein struc*");
  EXPECT_EQ(notices("protein struc"), "");
}

TEST(Query, TakesOnlyTheWordThatEndsTheTextAsPrefixWhileTyping) {
  EXPECT_EQ(shape("protein (struc)"), "protein struc");
  EXPECT_EQ(shape("protein struc has:code"), "protein struc has:code");
  EXPECT_EQ(shape("protein struc", LastWord::Complete), "protein struc");
  EXPECT_EQ(shape("(protein | struc"), "(or protein struc*)");
  EXPECT_EQ(shape("(protein | struc)"), "(or protein struc)");
  EXPECT_EQ(shape("protein | struc|"), "(or protein struc)");
  EXPECT_EQ(shape("-name:struc"), "(not name:struc*)");
}

TEST(Query, MeansTheSameWithBlanksAtItsEnd) {
  const auto expect_same = [](const std::string& text) {
    for (const LastWord last : {LastWord::Typing, LastWord::Complete}) {
      for (const char* const blank : {" ", "  ", "\t", "\u00A0", " \u3000"}) {
        EXPECT_EQ(shape(text + blank, last), shape(text, last)) << '[' << text << ']';
        EXPECT_EQ(notices(text + blank, last), notices(text, last)) << '[' << text << ']';
      }
    }
  };
  for (const char* const text : {"", "prot", "protein struc", "\"protein struc", "-", "a |", "a (b",
                                 "has:", "has:co", "year:20", "year:soon", "name:x", "is:n"}) {
    expect_same(text);
  }
  test::QueryTexts texts;
  for (int i = 0; i < 2000; ++i) expect_same(texts.next());
}

TEST(Query, KeepsAQuotedPhraseTogether) {
  EXPECT_EQ(shape("\"exact phrase\""), "\"exact_phrase\"");
  EXPECT_TRUE(terms("\"exact phrase\"").front().is_phrase);
  EXPECT_FALSE(terms("\"exact\"").front().is_phrase);
  EXPECT_EQ(shape("\"exact\" exact name:\"exact\""), "\"exact\" exact name:\"exact\"");
}

TEST(Query, UnderstandsCurlyQuotesAndDashesAsTypedByPhones) {
  EXPECT_EQ(shape("“exact phrase” –survey «fine»"), "\"exact_phrase\" (not survey) \"fine\"");
}

TEST(Query, UnderstandsFullWidthSigns) {
  EXPECT_EQ(shape("（模型｜语言） －is：new"), "(or 模_型 语_言) (not is:new)");
  EXPECT_EQ(shape("＂语言＂"), "\"语_言\"");
}

TEST(Query, ReadsAPhraseWithoutItsClosingQuoteToTheEnd) {
  EXPECT_EQ(shape("\"protein struc"), "\"protein_struc\"*");
  EXPECT_EQ(shape("\"protein | (struc", LastWord::Complete), "\"protein_struc\"");
}

TEST(Query, FoldsCaseAndAccents) { EXPECT_EQ(shape("SCHRÖDINGER"), "schrodinger*"); }

TEST(Query, ReadsAWordWithPunctuationAsAPhrase) {
  EXPECT_EQ(shape("GPT-4 rocks"), "gpt_4 rocks*");
  EXPECT_TRUE(terms("GPT-4 rocks").front().is_phrase);
  EXPECT_EQ(shape("life’s f(x) a/b"), "life_s f_x a_b*");
}

TEST(Query, ReadsChineseCharacterByCharacter) {
  EXPECT_EQ(terms("语言模型").front().words, (Words{"语", "言", "模", "型"}));
  EXPECT_EQ(shape("日本語BERT モデル"), "日_本_語_bert モ_デ_ル*");
}

TEST(Query, NegatesWordsPhrasesAndFields) {
  EXPECT_EQ(shape("-survey -\"large language\" -has:code -year:2021"),
            "(not survey) (not \"large_language\") (not has:code) (not year:2021)");
}

TEST(Query, KnowsItsFields) {
  EXPECT_EQ(shape("in:applications/bioinformatics HAS:code venue:\"nature  methods\" name:chatcad"),
            "in:applications/bioinformatics has:code venue:nature methods name:chatcad*");
  EXPECT_EQ(notices("in:applications/bioinformatics venue:\"nature methods\" name:chatcad"), "");
}

TEST(Query, ReadsYearRanges) {
  EXPECT_EQ(terms("year:2021").front().years, (YearRange{2021, 2021}));
  EXPECT_EQ(terms("year:2020..2022").front().years, (YearRange{2020, 2022}));
  EXPECT_EQ(terms("year:2022..").front().years, (YearRange{2022, std::nullopt}));
  EXPECT_EQ(terms("year:..2019").front().years, (YearRange{std::nullopt, 2019}));
}

TEST(Query, KnowsMarksByTheirBeginnings) {
  EXPECT_EQ(shape("is:new IS:Saved is:\"flagged\""), "is:new is:saved is:flagged");
  EXPECT_EQ(shape("is:n is:sav is:fl"), "is:new is:saved is:flagged");
  EXPECT_EQ(shape("is:"), "");
  EXPECT_EQ(notices("is:"), "");
  EXPECT_EQ(shape("is:newer", LastWord::Complete), "newer");
  EXPECT_EQ(notices("is:newer "),
            "0-8 There is no is:newer, only is:new, is:saved and is:flagged: searched as words.");
}

TEST(Query, JoinsAlternativesByBars) {
  EXPECT_EQ(shape("a | b"), "(or a b*)");
  EXPECT_EQ(shape("a|b|c", LastWord::Complete), "(or a b c)");
  EXPECT_EQ(shape("a || b", LastWord::Complete), "(or a b)");
  EXPECT_EQ(shape("a b | c", LastWord::Complete), "(or (and a b) c)");
  EXPECT_EQ(shape("a | b c | -d", LastWord::Complete), "(or a (and b c) (not d))");
  EXPECT_EQ(shape("has:code | \"x | y\"", LastWord::Complete), "(or has:code \"x_y\")");
  EXPECT_EQ(notices("a | b"), "");
}

TEST(Query, HoldsTogetherWhatStandsInBrackets) {
  EXPECT_EQ(shape("a (b | c) d", LastWord::Complete), "a (or b c) d");
  EXPECT_EQ(shape("a (b c) d", LastWord::Complete), "a b c d");
  EXPECT_EQ(shape("(a b) | c", LastWord::Complete), "(or (and a b) c)");
  EXPECT_EQ(shape("(a | b) | c", LastWord::Complete), "(or a b c)");
  EXPECT_EQ(shape("a (b (c | d) | e)"), "a (or (and b (or c d)) e)");
  EXPECT_EQ(shape("((a))", LastWord::Complete), "a");
  EXPECT_EQ(shape("(a)(b)c"), "a b c*");
  EXPECT_EQ(shape("\"a\"(b|c)"), "\"a\" (or b c)");
}

TEST(Query, NegatesBrackets) {
  EXPECT_EQ(shape("-(a b)"), "(not (and a b))");
  EXPECT_EQ(shape("a –（b | c）"), "a (not (or b c))");
  EXPECT_EQ(shape("-(a)"), "(not a)");
  EXPECT_EQ(shape("-(-a)"), "a");
  EXPECT_EQ(shape("x -(-(a b))"), "x a b");
  EXPECT_EQ(shape("x | -(-(a | b))"), "(or x a b)");
  EXPECT_EQ(shape("-(a -(b | c))"), "(not (and a (not (or b c))))");
}

TEST(Query, LeavesAWordItsOwnBrackets) {
  EXPECT_EQ(shape("f(x) g"), "f_x g*");
  EXPECT_EQ(shape("(f(x))"), "f_x");
  EXPECT_EQ(shape("(f(x) | g(y))"), "(or f_x g_y)");
  EXPECT_EQ(shape("in:a(b)", LastWord::Complete), "in:a(b)");
  EXPECT_EQ(notices("f(x) f(x in:a(b) "), "");
}

TEST(Query, TellsAboutAYearThatIsNone) {
  EXPECT_EQ(shape("a year:soon", LastWord::Complete), "a soon");
  EXPECT_EQ(notices("a year:soon "), "2-11 “soon” is no year: write year:2021 or year:2020..2022.");
  EXPECT_EQ(notices("-year:20211"), "0-11 “20211” is no year: write year:2021 or year:2020..2022.");
  EXPECT_NE(notices("year:2022..2021"), "");
  EXPECT_NE(notices("year:2022..201"), "");
  EXPECT_NE(notices("year:202", LastWord::Complete), "");
}

TEST(Query, IsSilentAboutWhatIsStillBeingTyped) {
  for (const char* text : {"year:", "year:2", "year:202", "year:2020.", "year:.", "year:..",
                           "year:..20", "has:", "in:", "is:", "-", "\"", "(", "-(", "((", "+"}) {
    EXPECT_EQ(notices(text), "") << text;
    EXPECT_EQ(shape(text), "") << text;
  }
  for (const char* text : {"a |", "a | ", "a | (", "a (b", "a (b | ", "a | -", "a | has:", "a \"b",
                           "a (\"b", "a year:2020..20", "a -(-(b | \"c"}) {
    EXPECT_EQ(notices(text), "") << text;
  }
}

TEST(Query, TellsWhenAllIsTypedWhatIsStillMissing) {
  const LastWord all = LastWord::Complete;
  EXPECT_EQ(notices("a (b | c", all),
            "2-3 This bracket is not closed: it reaches to the end of the query.");
  EXPECT_EQ(notices("a -“b c", all),
            "3-6 This quote has no end: it reaches to the end of the query.");
  EXPECT_EQ(notices("a | ", all), "2-3 Nothing stands behind this bar: left out.");
  EXPECT_EQ(notices("a (", all),
            "2-3 This bracket is not closed: it reaches to the end of the query.");
}

TEST(Query, TellsWhatIsMissingBesideABar) {
  EXPECT_EQ(notices("| a"), "0-1 Nothing stands before this bar: left out.");
  EXPECT_EQ(notices("a | | b"), "2-3 Nothing stands behind this bar: left out.");
  EXPECT_EQ(notices("x (a | ) b"), "5-6 Nothing stands behind this bar: left out.");
  EXPECT_EQ(notices("x (| a) b"), "3-4 Nothing stands before this bar: left out.");
  EXPECT_EQ(shape("| a"), "a*");
  EXPECT_EQ(shape("a | | b", LastWord::Complete), "(or a b)");
  EXPECT_EQ(shape("x (a b | ) y", LastWord::Complete), "x a b y");
  // What is told once already.
  EXPECT_EQ(notices("a | ++ | b"), "4-6 “++” has no letters or digits: left out.");
}

TEST(Query, TellsAboutBracketsThatAreOddOrEmpty) {
  EXPECT_EQ(notices("a b) c"), "3-4 This bracket closes nothing: left out.");
  EXPECT_EQ(shape("a b) c"), "a b c*");
  EXPECT_EQ(notices("a）"), "1-4 This bracket closes nothing: left out.");
  EXPECT_EQ(notices("a () b"), "2-3 Nothing stands in this bracket: left out.");
  EXPECT_EQ(notices("a -( ) b"), "3-4 Nothing stands in this bracket: left out.");
  EXPECT_EQ(notices("a (++) b"), "3-5 “++” has no letters or digits: left out.");
  EXPECT_EQ(shape("a (() -()) b", LastWord::Complete), "a b");
}

TEST(Query, TellsWhatHasNoLettersOrDigits) {
  EXPECT_EQ(notices("a ++ b"), "2-4 “++” has no letters or digits: left out.");
  EXPECT_EQ(notices("a -\"? !\" b"), "2-8 “? !” has no letters or digits: left out.");
  EXPECT_EQ(notices("name:++ b"), "0-7 “++” has no letters or digits: left out.");
  EXPECT_EQ(notices("a - b"), "");
}

TEST(Query, SearchesAnUnknownFieldAsWordsAndSaysSo) {
  EXPECT_EQ(shape("protein author:smith"), "protein author smith*");
  EXPECT_EQ(notices("protein author:smith"), "8-20 There is no field “author”: searched as words.");
  EXPECT_EQ(shape("a | author:\"john smith\"", LastWord::Complete),
            "(or a (and author \"john_smith\"))");
  EXPECT_EQ(shape("-author:\"john smith\""), "(not author_john_smith)");
  EXPECT_EQ(notices("(-author:smith)"), "1-14 There is no field “author”: searched as words.");
}

TEST(Query, TakesAPastedTitleAsItsWords) {
  EXPECT_EQ(shape("OpenFold: Retraining AlphaFold2"), "openfold retraining alphafold2*");
  EXPECT_EQ(shape("https://arxiv.org/abs/2311.06025", LastWord::Complete),
            "https_arxiv_org_abs_2311_06025");
  EXPECT_EQ(notices("OpenFold: Retraining (fast) AlphaFold2 https://x.org"), "");
}

TEST(Query, SearchesAnUnknownKindOfLinkAsWordsAndSaysSo) {
  EXPECT_EQ(shape("has:cake -has:\"a cake\"", LastWord::Complete), "cake (not \"a_cake\")");
  EXPECT_EQ(notices("has:cake "), "0-8 There is no kind of link “cake”: searched as words.");
}

TEST(Query, SaysWhereItsTermsStand) {
  const std::string text = "a -\"b c\" (name:d|in:\"e f\") author:g -(years:“h”";
  std::vector<std::string> places;
  for (const Term& term : terms(text)) {
    places.push_back(text.substr(term.place.begin, term.place.end - term.place.begin));
  }
  EXPECT_EQ(places, (Words{"a", "\"b c\"", "name:d", "in:\"e f\"", "author", "g", "years", "“h”"}));
}

TEST(Query, BoundsAPastedFile) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word ";
  EXPECT_EQ(terms(text).size(), 128u);
  EXPECT_EQ(notices(text), "640-24999 The query is too long: only its first words are searched.");
  std::string signs;
  for (int i = 0; i < 5000; ++i) signs += "++ ) | ";
  EXPECT_TRUE(terms(signs).empty());
  EXPECT_LE(parse(signs).notices.size(), 32u);
  // What was cut off is told once, not as a bracket that is left open.
  EXPECT_EQ(parse("(" + text + ")", LastWord::Complete).notices.size(), 1u);
}

TEST(Query, BoundsTheDepthOfBrackets) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "a | (b ";
  EXPECT_EQ(notices(text), "228-279 Brackets stand too deep in brackets: left out.");
  EXPECT_EQ(terms(text).size(), 65u);
  text += std::string(40, ')');
  EXPECT_EQ(notices(text + " c"), "228-288 Brackets stand too deep in brackets: left out.");
  EXPECT_EQ(terms(text + " c").back().words, Words{"c"});
  const std::string many(100000, '(');
  EXPECT_EQ(parse(many).notices.size(), 1u);
  EXPECT_EQ(parse(many + "a" + std::string(100000, ')') + " b ").clauses.size(), 1u);
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

// Nothing that could be left out is left in the tree.
bool is_normal(const std::vector<Clause>& clauses, Clause::Kind parent) {
  for (const Clause& clause : clauses) {
    if (clause.kind == Clause::Kind::Term) {
      if (!clause.clauses.empty()) return false;
      continue;
    }
    if (clause.clauses.size() < 2 || (clause.kind == parent && !clause.is_negated)) return false;
    if (!is_normal(clause.clauses, clause.kind)) return false;
  }
  return true;
}

TEST(Query, IsInItsNormalForm) {
  QueryTexts texts;
  for (int i = 0; i < 40000; ++i) {
    const std::string text = texts.next();
    ASSERT_TRUE(is_normal(parse(text).clauses, Clause::Kind::All)) << text;
  }
}

TEST(Query, NamesPlacesInsideTheText) {
  QueryTexts texts;
  for (int i = 0; i < 40000; ++i) {
    const std::string text = texts.next();
    const Query query = parse(text);
    for (const QueryNotice& notice : query.notices) {
      ASSERT_LT(notice.place.begin, notice.place.end) << text;
      ASSERT_LE(notice.place.end, text.size()) << text;
    }
    std::size_t end = 0;
    for (const Term& term : terms(query)) {
      ASSERT_LE(end, term.place.begin) << text;
      ASSERT_LT(term.place.begin, term.place.end) << text;
      ASSERT_LE(term.place.end, text.size()) << text;
      end = term.place.end;
    }
  }
}

}  // namespace
}  // namespace lamplight
