#include "catalog/link_words.h"

#include <algorithm>

#include "base/text.h"
#include "catalog/separators.h"
#include "catalog/statement_text.h"

namespace lamplight::catalog {
namespace {

// The last word of a text that ends in a blank, folded; or nothing.
std::string last_word(std::string_view text) {
  if (text.empty() || text.back() != ' ') return {};
  if (text.size() > max_gap_bytes) text.remove_prefix(text.size() - max_gap_bytes);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  std::size_t begin = text.size();
  while (begin > 0 && is_ascii_alpha(text[begin - 1])) --begin;
  return begin == 0 || text[begin - 1] == ' ' ? fold(text.substr(begin)) : std::string();
}

}  // namespace

std::string_view inside_brackets(std::string_view text) {
  if (text.size() < 3 || text.front() != '[' || text.back() != ']') return {};
  const std::string_view inside = text.substr(1, text.size() - 2);
  return find_any<'[', ']'>(inside) == std::string_view::npos ? trim(inside) : std::string_view();
}

bool is_autolink(std::string_view text, std::string_view url) {
  for (const std::string_view added : {"", "http://", "mailto:"}) {
    if (url.size() == added.size() + text.size() && url.substr(0, added.size()) == added &&
        url.substr(added.size()) == text) {
      return true;
    }
  }
  return false;
}

bool ends_in_open_bracket(std::string_view text) {
  if (text.size() > max_gap_bytes) text.remove_prefix(text.size() - max_gap_bytes);
  while (const std::size_t size = trailing_separator(text)) text.remove_suffix(size);
  return !text.empty() && text.back() == '[';
}

bool ends_in_article(std::string_view text) {
  const std::string word = last_word(text);
  for (const std::string_view each :
       {"a", "an", "its", "official", "our", "see", "the", "their", "this", "your"}) {
    if (word == each) return true;
  }
  return false;
}

bool ends_in_preposition(std::string_view text) {
  const std::string word = last_word(text);
  for (const std::string_view each :
       {"also", "at", "by", "from", "in", "of", "on", "see", "under", "via", "with"}) {
    if (word == each) return true;
  }
  return false;
}

std::string_view without_lead(std::string_view text) {
  for (;;) {
    text = trim(text);
    if (text.empty() || (text.front() != ':' && text.front() != '[')) return text;
    std::size_t size = shortcode_at(text, 0);
    for (const std::string_view box : {"[x] ", "[X] "}) {
      if (text.substr(0, box.size()) == box || text == trim(box)) size = 3;
    }
    if (size == 0) return text;
    text.remove_prefix(size);
  }
}

std::string take_label_before_gap(Entry& entry, bool& is_direct) {
  constexpr std::size_t max_bytes = 42;
  std::string& text = entry.text;
  if (text.empty() || (text.back() != '(' && text.back() != '[')) return {};
  std::size_t close = text.size() - 1;
  while (close > 0 && (text[close - 1] == ' ' || text[close - 1] == '\\')) --close;
  if (close < 2 || text[close - 1] != ']' || text.size() - close > max_gap_bytes) return {};
  const std::size_t open = text.find_last_of("[]", close - 2);
  if (open == std::string::npos || text[open] != '[' || close - open > max_bytes) return {};
  const std::string label(trim(std::string_view(text).substr(open + 1, close - open - 2)));
  if (!has_word(label)) return {};
  is_direct = text.back() == '(' && close + 1 == text.size();
  text.erase(open, text.size() - 1 - open);
  entry.wordless = std::min(entry.wordless, text.size());
  StyledText& styled = entry.styled;
  const std::size_t begin = styled.text.rfind('[', styled.text.rfind(']'));
  if (begin != std::string::npos) {
    styled.text.resize(begin);
    styled.styles.resize(begin);
  }
  return label;
}

}  // namespace lamplight::catalog
