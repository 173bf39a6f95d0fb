#include "unit/search/reference_words.h"

#include <algorithm>

#include "base/text.h"

namespace lamplight::test {
namespace {

using Letters = std::u32string;

bool is_cjk(char32_t c) {
  return (c >= 0x3041 && c <= 0x30FA && c != 0x30A0) || (c >= 0x30FC && c <= 0x30FF) ||
         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF);
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

Letters letters_of(const std::string& word) {
  Letters letters;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_utf8(word, at);
    letters += point.value;
    at += point.size;
  }
  return letters;
}

Letters digits_of(const Letters& letters) {
  Letters digits;
  for (const char32_t letter : letters) {
    if (is_digit(letter)) digits += letter;
  }
  return digits;
}

// Optimal string alignment: the fewest letters put in, left out, changed or exchanged with their
// neighbour, none of them touched twice.
int distance(const Letters& a, const Letters& b) {
  std::vector<std::vector<int>> table(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      int& least = table[i][j];
      if (i == 0 || j == 0) {
        least = static_cast<int>(i + j);
        continue;
      }
      least = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                        table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        least = std::min(least, table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[a.size()][b.size()];
}

}  // namespace

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const std::string folded = fold(text);
  const auto flush = [&] {
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = decode_utf8(folded, at);
    if (is_cjk(point.value)) {
      flush();
      words.emplace_back(folded, at, point.size);
    } else if (is_word_character(point.value)) {
      word.append(folded, at, point.size);
    } else {
      flush();
    }
    at += point.size;
  }
  flush();
  return words;
}

int find_most_edits(const std::string& typed) {
  const Letters letters = letters_of(typed);
  if (letters.size() < 4 || digits_of(letters).size() == letters.size()) return 0;
  return letters.size() < 8 ? 1 : 2;
}

std::optional<Nearness> find_nearness(const std::string& typed, const std::string& word, int edits,
                                      bool with_longer) {
  const Letters wanted = letters_of(typed);
  const Letters digits = digits_of(wanted);
  const Letters found = letters_of(word);
  const auto distance_of = [&](const Letters& letters) {
    const bool is_far = letters.size() > wanted.size() + 2 || letters.size() + 2 < wanted.size();
    return is_far || digits_of(letters) != digits ? edits + 1 : distance(wanted, letters);
  };
  if (const int whole = distance_of(found); whole <= edits) return Nearness{whole, false};
  int least = edits + 1;
  for (std::size_t size = 0; with_longer && size <= found.size(); ++size) {
    least = std::min(least, distance_of(found.substr(0, size)));
  }
  if (least > edits) return std::nullopt;
  return Nearness{least, true};
}

}  // namespace lamplight::test
