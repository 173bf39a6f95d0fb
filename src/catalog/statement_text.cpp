#include "catalog/statement_text.h"

#include <algorithm>

namespace lamplight::catalog {

std::array<std::size_t, std::size(gaps)> last_gaps(std::string_view text) {
  std::array<std::size_t, std::size(gaps)> found;
  found.fill(std::string_view::npos);
  for (std::size_t at = text.size(); at-- > 0;) {
    // Most of a text is neither.
    if (is_word_or_blank(text[at]) &&
        (text[at] != ' ' || at + 1 == text.size() || is_word_or_blank(text[at + 1]))) {
      continue;
    }
    for (std::size_t i = 0; i < std::size(gaps); ++i) {
      if (found[i] == std::string_view::npos && begins_with(text, at, gaps[i])) found[i] = at;
    }
  }
  return found;
}

std::size_t shortcode_at(std::string_view text, std::size_t at) {
  if (text[at] != ':') return 0;
  std::size_t end = at + 1;
  while (end < text.size() && end - at < 40 &&
         (is_ascii_alnum(text[end]) || text[end] == '_' || text[end] == '+' || text[end] == '-')) {
    ++end;
  }
  const bool is_code = end > at + 2 && end < text.size() && text[end] == ':';
  return is_code ? end + 1 - at : 0;
}

std::size_t symbol_at(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0x80) return 0;
  const CodePoint point = decode_utf8(text, at);
  const bool is_symbol = (point.value >= 0x2190 && point.value <= 0x2BFF) ||
                         (point.value >= 0xFE00 && point.value <= 0xFE0F) ||
                         point.value == 0x200D || point.value == 0x20E3 ||
                         (point.value >= 0x1F000 && point.value <= 0x1FAFF) ||
                         (point.value >= 0xE0000 && point.value <= 0xE007F) ||
                         point.value == 0x2022 || point.value == 0x00B7 || is_space(point.value) ||
                         point.value == 0x200B || point.value == 0xFEFF;
  return is_symbol ? point.size : 0;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool is_in_word = false;
  for (const char c : text) {
    const bool is_gap = c == ' ' || c == '\t';
    if (!is_gap && !is_in_word) ++words;
    is_in_word = !is_gap;
  }
  return words;
}

std::size_t capitals_of(std::string_view text) {
  std::size_t all = 0;
  std::size_t capital = 0;
  bool is_in_word = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_letter = is_ascii_alpha(text[i]) || static_cast<unsigned char>(text[i]) >= 0x80;
    if (is_letter && !is_in_word) {
      std::size_t end = i;
      while (end < text.size() && is_ascii_alpha(text[end])) ++end;
      if (end - i >= 4 || is_ascii_upper(text[i])) {
        ++all;
        if (is_ascii_upper(text[i])) ++capital;
      }
    }
    is_in_word = is_letter || is_ascii_digit(text[i]) || text[i] == '-' || text[i] == '\'';
  }
  return all == 0 ? 0 : capital * 100 / all;
}

std::string_view without_end_signs(std::string_view text) {
  while (!text.empty() && !is_ascii_alnum(text.back())) {
    std::size_t cut = 0;
    for (const std::string_view each : {" ", ".", ",", ";", ":", "：", "，", "；", "。", "|", "\\",
                                        "/", "•", "*", "_", "\u00A0"}) {
      if (text.size() >= each.size() && text.substr(text.size() - each.size()) == each)
        cut = each.size();
    }
    for (const std::string_view each : dashes) {
      if (text.size() > each.size() && text.substr(text.size() - each.size()) == each)
        cut = each.size();
    }
    if (cut == 0) break;
    text.remove_suffix(cut);
  }
  return text;
}

bool strip_pair(std::string_view& text, std::string_view open, std::string_view close) {
  if (text.size() <= open.size() + close.size() || !begins_with(text, 0, open)) return false;
  if (text.substr(text.size() - close.size()) != close) return false;
  const std::string_view inside =
      text.substr(open.size(), text.size() - open.size() - close.size());
  if (inside.find(open) != std::string_view::npos || inside.find(close) != std::string_view::npos) {
    return false;
  }
  text = inside;
  return true;
}

bool strip_around(std::string_view& text) {
  if (text.empty() || is_ascii_alnum(text.front())) return false;
  for (std::size_t i = 0; i < std::size(openers); ++i) {
    if (strip_pair(text, openers[i], closers[i])) return true;
  }
  for (const std::string_view open : quotes) {
    for (const std::string_view close : quotes) {
      if (strip_pair(text, open, close)) return true;
    }
  }
  return strip_pair(text, "'", "'") || strip_pair(text, "‘", "’") || strip_pair(text, "*", "*") ||
         strip_pair(text, "~~", "~~") || strip_pair(text, "``", "''");
}

namespace {

// A :shortcode: stands behind a blank or another one.
bool ends_before_shortcode(std::string_view text, std::size_t at) {
  if (text[at - 1] == ' ') return true;
  if (text[at - 1] != ':' || at < 2) return false;
  const std::size_t other = text.rfind(':', at - 2);
  return other != std::string_view::npos && shortcode_at(text, other) == at - other;
}

}  // namespace

std::string_view without_symbols(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = std::max(symbol_at(text, 0), shortcode_at(text, 0));
    if (size == 0 && text.front() != ' ') break;
    text.remove_prefix(std::max<std::size_t>(size, 1));
  }
  while (!text.empty()) {
    if (text.back() == ' ') {
      text.remove_suffix(1);
      continue;
    }
    std::size_t begin = text.size() - 1;
    while (begin > 0 && is_utf8_continuation(text[begin])) --begin;
    if (symbol_at(text, begin) == text.size() - begin) {
      text.remove_suffix(text.size() - begin);
      continue;
    }
    const std::size_t colon = text.back() == ':' && text.size() > 2
                                  ? text.rfind(':', text.size() - 2)
                                  : std::string_view::npos;
    if (colon != std::string_view::npos && colon > 0 && ends_before_shortcode(text, colon) &&
        shortcode_at(text, colon) == text.size() - colon) {
      text.remove_suffix(text.size() - colon);
      continue;
    }
    break;
  }
  return text;
}

bool is_mark(std::string_view text) {
  return has_word(text) && text.size() <= 60 && count_words(text) <= 6 &&
         (count_words(text) <= 3 || text.find(". ") == std::string_view::npos);
}

}  // namespace lamplight::catalog
