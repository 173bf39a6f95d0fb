#include "catalog/diff_words.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"

namespace lamplight::catalog {
namespace {

constexpr std::size_t max_pairs = 65536;  // of words, as diff.h says

struct Word {
  std::string_view text;   // compared
  std::string_view shown;  // with the white space behind it
};

// Ideographs and kana are words of their own, as in search.
bool is_whole_word(char32_t value) { return value >= 0x2E80 && value < 0xA000; }

std::vector<Word> split_words(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && !is_ascii_space(text[at])) {
      if (static_cast<unsigned char>(text[at]) < 0x80) {
        ++at;
        continue;
      }
      const CodePoint point = decode_utf8(text, at);
      if (!is_whole_word(point.value)) {
        at += point.size;
        continue;
      }
      if (at == begin) at += point.size;
      break;
    }
    const std::size_t end = at;
    while (at < text.size() && is_ascii_space(text[at])) ++at;
    words.push_back({text.substr(begin, end - begin), text.substr(begin, at - begin)});
  }
  return words;
}

void add_piece(std::vector<TextPiece>& pieces, PieceKind kind, std::string_view text) {
  if (pieces.empty() || pieces.back().kind != kind) pieces.push_back({kind, {}});
  pieces.back().text += text;
}

// Both without what they begin and end with in common.
class Middle {
 public:
  Middle(const std::vector<Word>& before, const std::vector<Word>& after)
      : before_(before), after_(after) {
    const std::size_t least = std::min(before.size(), after.size());
    while (begin_ < least && before[begin_].text == after[begin_].text) ++begin_;
    while (end_ < least - begin_ &&
           before[before.size() - end_ - 1].text == after[after.size() - end_ - 1].text) {
      ++end_;
    }
  }

  std::vector<TextPiece> pieces() const {
    std::vector<TextPiece> pieces;
    for (std::size_t i = 0; i < begin_; ++i) add_piece(pieces, PieceKind::Kept, after_[i].shown);
    const std::size_t rows = before_.size() - begin_ - end_;
    const std::size_t columns = after_.size() - begin_ - end_;
    if (rows > 0 && columns > max_pairs / rows) {
      replace(pieces, 0, rows, 0, columns);
    } else {
      align(pieces, rows, columns);
    }
    for (std::size_t i = after_.size() - end_; i < after_.size(); ++i) {
      add_piece(pieces, PieceKind::Kept, after_[i].shown);
    }
    return pieces;
  }

 private:
  [[nodiscard]] const Word& before(std::size_t row) const { return before_[begin_ + row]; }
  [[nodiscard]] const Word& after(std::size_t column) const { return after_[begin_ + column]; }

  void replace(std::vector<TextPiece>& pieces, std::size_t row, std::size_t rows_end,
               std::size_t column, std::size_t columns_end) const {
    for (; row < rows_end; ++row) add_piece(pieces, PieceKind::Removed, before(row).shown);
    for (; column < columns_end; ++column) {
      add_piece(pieces, PieceKind::Added, after(column).shown);
    }
  }

  // The longest common run of words, removed ones before added ones.
  void align(std::vector<TextPiece>& pieces, std::size_t rows, std::size_t columns) const {
    const std::size_t width = columns + 1;
    std::vector<std::uint32_t> common((rows + 1) * width);  // from here to both ends
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t j = columns; j-- > 0;) {
        common[i * width + j] =
            before(i).text == after(j).text
                ? common[(i + 1) * width + j + 1] + 1
                : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
      }
    }
    std::size_t row = 0;
    std::size_t column = 0;
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      if (before(i).text == after(j).text) {
        replace(pieces, row, i, column, j);
        add_piece(pieces, PieceKind::Kept, after(j).shown);
        row = ++i;
        column = ++j;
      } else if (common[(i + 1) * width + j] >= common[i * width + j + 1]) {
        ++i;
      } else {
        ++j;
      }
    }
    replace(pieces, row, rows, column, columns);
  }

  const std::vector<Word>& before_;
  const std::vector<Word>& after_;
  std::size_t begin_ = 0;  // words that both begin with
  std::size_t end_ = 0;    // words that both end with
};

}  // namespace

std::optional<TextChange> compare_texts(std::string_view old_text, std::string_view new_text) {
  if (old_text == new_text) return std::nullopt;
  const std::vector<Word> before = split_words(old_text);
  const std::vector<Word> after = split_words(new_text);
  return TextChange{std::string(old_text), std::string(new_text), Middle(before, after).pieces()};
}

}  // namespace lamplight::catalog
