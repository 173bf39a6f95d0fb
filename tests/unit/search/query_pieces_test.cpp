#include "search/query_pieces.h"

#include <gtest/gtest.h>

#include <string>

#include "unit/search/exact_text.h"

namespace lamplight::search {
namespace {

// "before[body]" of the piece that may be typed on, its field and value behind it.
std::string open_piece(std::string_view text) {
  const test::ExactText exact(text);
  const Piece piece = find_open_piece(exact.view());
  if (piece.kind == PieceKind::End) return "";
  const auto part = [&](std::size_t begin, std::size_t end) {
    return std::string(text.substr(begin, end - begin));
  };
  return part(0, piece.body.begin) + '[' + part(piece.body.begin, piece.body.end) + "] " +
         std::string(piece.field) + '=' + std::string(piece.value);
}

TEST(QueryPieces, FindsWhatIsBeingTyped) {
  EXPECT_EQ(open_piece("large prot"), "large [prot] =prot");
  EXPECT_EQ(open_piece("a (b | -prot"), "a (b | -[prot] =prot");
  EXPECT_EQ(open_piece("–venue:\"nature me"), "–[venue:\"nature me] venue=nature me");
  EXPECT_EQ(open_piece("a｜（b ＂c d"), "a｜（b [＂c d] =c d");
  EXPECT_EQ(open_piece("has:"), "[has:] has=");
  EXPECT_EQ(open_piece("f(x"), "[f(x] =f(x");
  EXPECT_EQ(open_piece("(a)b"), "(a)[b] =b");
}

TEST(QueryPieces, FindsNothingWhereAllIsComplete) {
  for (const char* text :
       {"", " ", "prot ", "(prot)", "\"prot\"", "a |", "a (", "-", "has:\"x\""}) {
    EXPECT_EQ(open_piece(text), "") << text;
  }
}

}  // namespace
}  // namespace lamplight::search
