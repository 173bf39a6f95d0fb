#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lamplight/search.h"
#include "unit/search/build_catalog.h"
#include "unit/search/exact_text.h"

namespace lamplight {
namespace {

// A text of the catalog with its highlights in brackets. `others`: what else the catalog holds.
std::string marked(std::string_view query, const std::string& text,
                   const std::vector<std::string>& others = {},
                   Index::TextOf text_of = Index::TextOf::Other) {
  test::CatalogBuilder list;
  const int section = list.section("section", "Section");
  list.work(section, text_of == Index::TextOf::Name ? text : "", text);
  for (const std::string& other : others) list.work(section, "", other);
  const Profile profile;
  const Index index = build_index(list.catalog(), profile);
  const test::ExactText exact(text);
  std::string out;
  std::size_t at = 0;
  for (const Span& span : index.find_highlights(parse_query(query), exact.view(), text_of)) {
    EXPECT_LE(at, span.begin);
    EXPECT_LT(span.begin, span.end);
    EXPECT_LE(span.end, text.size());
    out += text.substr(at, span.begin - at) + '[' + text.substr(span.begin, span.end - span.begin) +
           ']';
    at = span.end;
  }
  return out + text.substr(at);
}

TEST(Highlight, MarksWordsAndWhatIsTypedOfTheLast) {
  EXPECT_EQ(marked("protein struc", "Highly accurate protein structure prediction"),
            "Highly accurate [protein] [struc]ture prediction");
}

TEST(Highlight, MarksNoPartOfAWordThatStandsSomewhereAsAWhole) {
  EXPECT_EQ(marked("pro tein", "protein tein", {"pro"}), "protein [tein]");
  EXPECT_EQ(marked("\"pro\" tein", "protein tein"), "protein [tein]");
}

TEST(Highlight, MarksTheBeginningOfLongerWordsWhereNoneIsWhole) {
  EXPECT_EQ(marked("pro tein", "protein tein"), "[pro]tein [tein]");
}

TEST(Highlight, MarksWordsThatAreMeantByATypo) {
  EXPECT_EQ(marked("protien", "A protein model"), "A [protein] model");
  EXPECT_EQ(marked("protien", "A protein model", {"protien"}), "A protein model");
  EXPECT_EQ(marked("\"protien\"", "A protein model"), "A protein model");
}

TEST(Highlight, MarksAPhraseAsOne) {
  EXPECT_EQ(marked("\"gpt 4\"", "GPT-4 and GPT 3"), "[GPT-4] and GPT 3");
}

TEST(Highlight, MarksWholeCharacters) {
  EXPECT_EQ(marked("gros", "Größe"), "[Größ]e");
  EXPECT_EQ(marked("elan", "E\xcc\x81lan vital"), "[E\xcc\x81lan] vital");
  EXPECT_EQ(marked("schrod", "Schrödinger"), "[Schröd]inger");
  EXPECT_EQ(marked("言模", "大语言模型"), "大语[言模]型");
}

TEST(Highlight, MarksNothingThatIsExcluded) {
  EXPECT_EQ(marked("-protein model", "protein model"), "protein [model]");
  EXPECT_EQ(marked("-(protein | accurate) model", "protein model"), "protein [model]");
}

TEST(Highlight, MarksAllAlternatives) {
  EXPECT_EQ(marked("(protein | rna) (model | \"a b\")", "protein rna model"),
            "[protein] [rna] [model]");
}

TEST(Highlight, MarksWhatIsAskedOfNamesInNamesOnly) {
  EXPECT_EQ(marked("name:alpha", "AlphaFold", {}, Index::TextOf::Name), "[Alpha]Fold");
  EXPECT_EQ(marked("name:alpha", "AlphaFold"), "AlphaFold");
}

TEST(Highlight, MarksOverlapsOnce) {
  EXPECT_EQ(marked("\"large language\" \"language models\" lan", "large language models"),
            "[large language models]");
}

TEST(Highlight, MarksNothingWithoutWords) {
  EXPECT_EQ(marked("has:code year:2021", "code 2021"), "code 2021");
  EXPECT_EQ(marked("", "text"), "text");
  EXPECT_EQ(marked("word", ""), "");
}

}  // namespace
}  // namespace lamplight
