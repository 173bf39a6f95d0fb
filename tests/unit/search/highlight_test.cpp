#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/text.h"
#include "lamplight/search.h"
#include "unit/search/exact_text.h"

namespace lamplight {
namespace {

// The text with its highlights in brackets.
std::string marked(std::string_view query, std::string_view text) {
  const Catalog catalog;
  const Profile profile;
  const Index index = build_index(catalog, profile);
  const test::ExactText exact(text);
  std::string out;
  std::size_t at = 0;
  for (const Span& span : index.find_highlights(parse_query(query), exact.view())) {
    EXPECT_LE(at, span.begin);
    EXPECT_LT(span.begin, span.end);
    EXPECT_LE(span.end, text.size());
    out += std::string(text.substr(at, span.begin - at)) + '[' +
           std::string(text.substr(span.begin, span.end - span.begin)) + ']';
    at = span.end;
  }
  return out + std::string(text.substr(at));
}

TEST(Highlight, MarksWordsAndWhatIsTypedOfTheLast) {
  EXPECT_EQ(marked("protein struc", "Highly accurate protein structure prediction"),
            "Highly accurate [protein] [struc]ture prediction");
}

TEST(Highlight, MarksNoPartOfACompleteWord) {
  EXPECT_EQ(marked("pro tein", "protein tein"), "protein [tein]");
}

TEST(Highlight, MarksAPhraseAsOne) {
  EXPECT_EQ(marked("\"gpt 4\"", "GPT-4 and GPT 3"), "[GPT-4] and GPT 3");
}

TEST(Highlight, MarksWholeCharacters) {
  EXPECT_EQ(marked("gros", "Größe"), "[Größ]e");
  EXPECT_EQ(marked("elan", "E\xcc\x81lan vital"), "[E\xcc\x81lan] vital");
  EXPECT_EQ(marked("schrod", "Schrödinger"), "[Schröd]inger");
}

TEST(Highlight, MarksNothingThatIsExcluded) {
  EXPECT_EQ(marked("-protein model", "protein model"), "protein [model]");
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
