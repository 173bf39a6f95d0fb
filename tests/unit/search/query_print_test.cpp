// Canonical text of a query, and back.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "lamplight/query.h"
#include "unit/search/exact_text.h"
#include "unit/search/query_text.h"

namespace lamplight {
namespace {

using test::QueryTexts;

Query parse(std::string_view text, LastWord last = LastWord::Typing) {
  return parse_query(test::ExactText(text).view(), last);
}

TEST(QueryPrint, IsCanonical) {
  const std::pair<const char*, const char*> table[] = {
      {"  Protein   STRUC", "protein struc"},
      {"protein ", "protein"},
      {"(protein)", "(protein)"},
      {"\"Protein\"", "\"protein\""},
      {"gpt-4 in:\"Medical  Imaging\" -Has:code", "gpt-4 in:\"Medical Imaging\" -has:code"},
      {"“gpt-4”", "\"gpt 4\""},
      {"语言模型", "语言模型"},
      {"语言 “模型”", "语言 \"模型\""},
      {"a|b", "a | b"},
      {"(a|b)", "a | (b)"},
      {"(a|b", "a | b"},
      {"x (a|b)", "x (a | b)"},
      {"x (a|b", "x (a | b"},
      {"x (a|\"b", "x (a | \"b"},
      {"x (a|\"b\"", "x (a | \"b\")"},
      {"(a b)|(c", "a b | c"},
      {"a -(b)", "a -(b)"},
      {"-(a b) ", "-(a b)"},
      {"-(a|b) c ", "-(a | b) c"},
      {"－（a｜b）", "-(a | b)"},
      {"(a (b c)) -(-d) ", "a b c (d)"},
      {"in:a(b) in:\"a|b\" venue:x", "in:\"a(b)\" in:\"a|b\" venue:x"},
      {"is:s year:2020..2020 has:gadget", "is:saved year:2020 gadget"},
      {"has:git", "has:git"},
      {"author:smith", "author smith"},
      {"name:Gpt-4 name:\"x\" ", "name:gpt-4 name:\"x\""},
  };
  for (const auto& [text, printed] : table) {
    EXPECT_EQ(print_query(parse(text)), printed) << text;
  }
}

TEST(QueryPrint, ParsesBackToItself) {
  QueryTexts texts;
  for (int i = 0; i < 40000; ++i) {
    const std::string text = texts.next();
    for (const LastWord last : {LastWord::Typing, LastWord::Complete}) {
      const Query query = parse(text, last);
      const std::string printed = print_query(query);
      const Query again = parse(printed, last);
      ASSERT_EQ(again.clauses, query.clauses) << '[' << text << "] printed as [" << printed << ']';
      ASSERT_EQ(print_query(again), printed);
      ASSERT_TRUE(again.notices.empty()) << '[' << text << "] printed as [" << printed << ']';
    }
  }
}

}  // namespace
}  // namespace lamplight
