#include "catalog/statement.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.h"
#include "catalog/link_kind.h"
#include "catalog/names.h"
#include "catalog/publication.h"

namespace lamplight::catalog {
namespace {

// Looks ahead no further than this for what closes a bracket or a quotation.
constexpr std::size_t max_look_ahead = 600;
// Beyond this an entry's words are its description.
constexpr std::size_t max_title_bytes = 1000;

constexpr std::string_view openers[] = {"[", "(", "【", "（", "［"};
constexpr std::string_view closers[] = {"]", ")", "】", "）", "］"};
constexpr std::string_view quotes[] = {"\"", "“", "”", "„", "«", "»", "「", "」", "『", "』"};
constexpr std::string_view dashes[] = {"-", "–", "—", "―", "‒"};

inline bool begins_with(std::string_view text, std::size_t at, std::string_view with) {
  // Asked at every byte, of which the first one answers nearly always.
  return at + with.size() <= text.size() && text[at] == with.front() &&
         std::memcmp(text.data() + at, with.data(), with.size()) == 0;
}

// Bytes of the first of `all` that stands at `at`; 0 for none.
template <typename Table>
std::size_t one_at(std::string_view text, std::size_t at, const Table& all) {
  // No sign begins so.
  if (at >= text.size() || is_ascii_alnum(text[at]) || text[at] == ' ') return 0;
  for (const std::string_view each : all) {
    if (begins_with(text, at, each)) return each.size();
  }
  return 0;
}

// What may stand between a title and its venue, and where each stands for the last time.
constexpr std::string_view gaps[] = {". ", ", ", " | ", " - ", "? ", "! "};
std::array<std::size_t, std::size(gaps)> last_gaps(std::string_view text) {
  std::array<std::size_t, std::size(gaps)> found;
  found.fill(std::string_view::npos);
  for (std::size_t at = text.size(); at-- > 0;) {
    // Most of a text is neither.
    if (is_ascii_alnum(text[at])) continue;
    for (std::size_t i = 0; i < std::size(gaps); ++i) {
      if (found[i] == std::string_view::npos && begins_with(text, at, gaps[i])) found[i] = at;
    }
  }
  return found;
}

bool is_blank(char c) { return c == ' ' || c == sign::hard_break || c == sign::soft_break; }

// ":fire:" at `at`: its bytes; 0 for none.
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

// A sign that is no word and no punctuation: an emoji, a star, an arrow.
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

bool has_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    if (is_word_character(point.value)) return true;
    i += point.size;
  }
  return false;
}

// The share of longer words that begin with a capital, in hundredths.
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

// One of the texts within another, at its beginning and its end, and nowhere else.
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
    if (colon != std::string_view::npos && colon > 0 && text[colon - 1] == ' ' &&
        shortcode_at(text, colon) == text.size() - colon) {
      text.remove_suffix(text.size() - colon);
      continue;
    }
    break;
  }
  return text;
}

// What a list says shortly in brackets: "MIT", "PDF, HTML", "in process". No sentence.
bool is_mark(std::string_view text) {
  return has_word(text) && text.size() <= 60 && count_words(text) <= 6 &&
         (count_words(text) <= 3 || text.find(". ") == std::string_view::npos);
}

class StatementReader {
 public:
  explicit StatementReader(const Entry& entry)
      : entry_(entry), styled_(entry.styled), text_(entry.styled.text) {}

  Statement read() {
    for (const std::string& badge : entry_.badges) out_.tags.push_back(badge);
    at_ = skip_marks(0);
    read_leading_groups();
    read_title();
    read_rest();
    read_labels();
    finish();
    return std::move(out_);
  }

 private:
  // --- looking at the text ---

  [[nodiscard]] std::string words(std::size_t begin, std::size_t end) const {
    std::string made(text_.substr(begin, end - begin));
    made.erase(std::remove(made.begin(), made.end(), sign::label), made.end());
    for (char& c : made) {
      if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    squeeze(made);
    normalize(made);
    return made;
  }

  // Blanks, emoji, boxes, numbers and bullets before the words.
  [[nodiscard]] std::size_t skip_marks(std::size_t at) const {
    while (at < text_.size()) {
      const char c = text_[at];
      if (is_blank(c) || c == sign::label || c == sign::paragraph) {
        ++at;
      } else if (const std::size_t size = std::max(symbol_at(text_, at), shortcode_at(text_, at))) {
        at += size;
      } else if (begins_with(text_, at, "[ ]") || begins_with(text_, at, "[x]") ||
                 begins_with(text_, at, "[X]") || begins_with(text_, at, "[]")) {
        at += text_[at + 1] == ']' ? 2 : 3;
      } else if ((c == '-' || c == '*' || c == '+' || c == '>') && at + 1 < text_.size() &&
                 is_blank(text_[at + 1])) {
        at += 2;
      } else if (is_ascii_digit(c)) {
        std::size_t end = at;
        while (end < text_.size() && end - at < 4 && is_ascii_digit(text_[end])) ++end;
        const bool is_number = end + 1 < text_.size() && end - at < 4 &&
                               (text_[end] == ')' || text_[end] == '.') && is_blank(text_[end + 1]);
        if (!is_number) return at;
        at = end + 2;
      } else {
        return at;
      }
    }
    return at;
  }

  // Where the bracket at `at` closes; npos when it does not, or not soon.
  [[nodiscard]] std::size_t find_close(std::size_t at) const {
    std::size_t which = 0;
    while (which < std::size(openers) && !begins_with(text_, at, openers[which])) ++which;
    if (which == std::size(openers)) return std::string::npos;
    int depth = 0;
    const std::size_t end = std::min(text_.size(), at + max_look_ahead);
    for (std::size_t i = at; i < end; ++i) {
      if (begins_with(text_, i, openers[which])) ++depth;
      if (begins_with(text_, i, closers[which]) && --depth == 0) return i;
      if (text_[i] == sign::paragraph) break;
    }
    return std::string::npos;
  }
  [[nodiscard]] std::size_t opener_at(std::size_t at) const { return one_at(text_, at, openers); }

  // The end of what has one of the styles, over blanks within it.
  [[nodiscard]] std::size_t end_of_style(std::size_t at, std::uint8_t how) const {
    std::size_t end = at;
    std::size_t last = at;
    while (end < text_.size() && (styled_.has(end, how) || is_blank(text_[end]))) {
      if (text_[end] == sign::hard_break && !styled_.has(end, how)) break;
      if (styled_.has(end, how)) last = end + 1;
      ++end;
    }
    return last;
  }

  // Whether words come before the next label or break.
  [[nodiscard]] bool has_words_ahead(std::size_t at) const {
    const std::size_t end = std::min(text_.size(), at + max_look_ahead);
    for (; at < end; ++at) {
      if (text_[at] == sign::label || text_[at] == sign::hard_break ||
          text_[at] == sign::paragraph) {
        return false;
      }
      const unsigned char c = static_cast<unsigned char>(text_[at]);
      if (is_ascii_alnum(text_[at])) return true;
      if (c >= 0x80 && symbol_at(text_, at) == 0 && one_at(text_, at, dashes) == 0 &&
          !is_utf8_continuation(text_[at])) {
        return true;
      }
    }
    return false;
  }

  // --- taking ---

  void take(const Publication& found) {
    // "[1st Nov., 2022] [MedIA, 2023]": the venue's year is that of the publication.
    if (found.year && (!out_.year || (is_only_date_ && !found.venue.empty()))) {
      out_.year = found.year;
      is_only_date_ = found.venue.empty();
    }
    if (out_.venue.empty() && !is_medium(found.venue)) out_.venue = found.venue;
  }
  static bool is_medium(std::string_view venue) {
    return venue == "Blog" || venue == "Website" || venue == "Video";
  }

  void add_tags(std::string_view inside) {
    for (;;) {
      const std::size_t comma = inside.find(", ");
      std::string tag(without_symbols(trim(inside.substr(0, comma))));
      if (has_word(tag)) out_.tags.push_back(std::move(tag));
      if (comma == std::string_view::npos) return;
      inside.remove_prefix(comma + 2);
    }
  }
  // "in process, not finished" is one mark, "PDF, HTML" are two.
  void add_mark(std::string_view inside) {
    bool is_list = inside.find(", ") != std::string_view::npos;
    for (std::string_view rest = inside; is_list;) {
      const std::size_t comma = rest.find(", ");
      if (count_words(rest.substr(0, comma)) > 1) is_list = false;
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 2);
    }
    if (is_list) return add_tags(inside);
    std::string tag(without_symbols(trim(inside)));
    if (has_word(tag)) out_.tags.push_back(std::move(tag));
  }

  void read_leading_groups() {
    for (int groups = 0; groups < 6 && at_ < text_.size(); ++groups) {
      const std::size_t open = opener_at(at_);
      if (open == 0 || styled_.has(at_, style::title_link)) return;
      const std::size_t close = find_close(at_);
      if (close == std::string::npos) return;
      const std::size_t after = close + one_at(text_, close, closers);
      const std::string inside = words(at_ + open, close);
      if (!has_word(inside)) {
        at_ = skip_marks(after);
        continue;
      }
      const bool has_more = has_words_ahead(after);
      if (const auto found = read_publication(inside, Asked::Year); found && has_more) {
        take(*found);
        at_ = skip_marks(after);
        continue;
      }
      if (!has_more || count_words(inside) > 6 || close - at_ > 80) return;
      // A short name stands in bold brackets, or bold in brackets.
      const bool is_bold =
          styled_.has(at_ + open, style::strong) || styled_.has(at_, style::strong);
      if (is_bold && out_.name.empty()) {
        out_.name = inside;
      } else {
        add_mark(inside);
      }
      at_ = skip_marks(after);
      if (at_ < text_.size() && text_[at_] == ':') at_ = skip_marks(at_ + 1);
    }
  }

  void read_title() {
    if (at_ >= text_.size()) return;
    if (styled_.has(at_, style::title_link)) {
      const std::size_t end = end_of_style(at_, style::title_link);
      read_linked_title(at_, end);
      return;
    }
    if (read_quoted_title()) return;
    if (styled_.has(at_, style::strong)) {
      read_bold_title();
      return;
    }
    read_plain_title();
  }

  // [**Python**: _A title_](u): what is bold before the title is a category.
  void read_linked_title(std::size_t begin, std::size_t end) {
    is_linked_ = true;
    if (styled_.has(begin, style::strong)) {
      const std::size_t bold_end = std::min(end_of_style(begin, style::strong), end);
      std::size_t next = bold_end;
      while (next < end && (is_blank(text_[next]) || text_[next] == ':')) ++next;
      const bool has_colon = words(begin, next).find(':') != std::string::npos;
      if (next < end && has_colon && styled_.has(next, style::emphasis)) {
        add_mark(without_end_signs(words(begin, bold_end)));
        begin = next;
      }
    }
    title_ = words(begin, end);
    at_ = end;
  }

  bool read_quoted_title() {
    const std::size_t open = one_at(text_, at_, quotes);
    if (open == 0) return false;
    const std::size_t limit = std::min(text_.size(), at_ + max_look_ahead);
    // The last quotation mark before the title's style ends, so that inner ones stay.
    const bool is_bold = styled_.has(at_, style::strong);
    const std::size_t end = is_bold ? std::min(limit, end_of_style(at_, style::strong)) : limit;
    std::size_t close = std::string::npos;
    std::size_t close_size = 0;
    for (std::size_t i = at_ + open; i < end; ++i) {
      if (text_[i] == sign::label || text_[i] == sign::paragraph) break;
      if (const std::size_t size = one_at(text_, i, quotes)) {
        close = i;
        close_size = size;
        if (!is_bold) break;
      }
    }
    if (close == std::string::npos || count_words(words(at_ + open, close)) < 2) return false;
    // "Do Anything Now": Characterizing ... is a title that begins with a quotation.
    std::size_t next = close + close_size;
    if (is_bold && has_word(words(next, end))) return false;
    const std::size_t after = next;
    while (next < text_.size() && text_[next] == ' ') ++next;
    const bool goes_on = next < text_.size() && !is_bold &&
                         (text_[next] == ':' || (next > after && is_ascii_alpha(text_[next])));
    if (goes_on) return false;
    title_ = words(at_ + open, close);
    at_ = after;
    has_clear_end_ = true;
    return true;
  }

  void read_bold_title() {
    const std::size_t begin = at_;
    const std::size_t end = end_of_style(begin, style::strong);
    const std::string bold = words(begin, end);
    std::size_t next = end;
    while (next < text_.size() && text_[next] == ' ') ++next;
    std::size_t signs = next;
    bool has_colon = !bold.empty() && bold.back() == ':';
    bool has_dash = false;
    if (bold.size() > 3 && bold.substr(bold.size() - 3) == "：") has_colon = true;
    while (signs < text_.size()) {
      if (const std::size_t size = std::max(symbol_at(text_, signs), shortcode_at(text_, signs))) {
        signs += size;
      } else if (text_[signs] == ':' || begins_with(text_, signs, "：")) {
        has_colon = true;
        signs += text_[signs] == ':' ? 1 : 3;
      } else if (const std::size_t dash = one_at(text_, signs, dashes)) {
        has_dash = true;
        signs += dash;
      } else if (text_[signs] == ' ') {
        ++signs;
      } else {
        break;
      }
    }
    title_ = bold;
    at_ = end;
    has_clear_end_ = true;
    if (signs >= text_.size() || has_dash || bold.size() > 60 || count_words(bold) > 6) return;
    if (!has_colon && bold.back() == '.') return;
    // A bold short name, and then the title in bold, in quotation marks, or plain.
    if (has_colon && (styled_.has(signs, style::strong) || one_at(text_, signs, quotes) > 0)) {
      const std::size_t kept = at_;
      at_ = signs;
      if (read_quoted_title() || styled_.has(at_, style::strong)) {
        if (at_ == signs) {
          const std::size_t title_end = end_of_style(at_, style::strong);
          title_ = words(at_, title_end);
          at_ = title_end;
        }
        set_name(bold);
        return;
      }
      at_ = kept;
    }
    if (styled_.has(signs, style::emphasis) || opener_at(signs) > 0 || text_[signs] == '.' ||
        text_[signs] == ',' || is_blank(text_[signs])) {
      return;
    }
    if (!has_words_ahead(signs)) return;
    std::size_t stop = end_of_plain(signs);
    std::string plain = words(signs, stop);
    if (read_publication(first_sentence(plain), Asked::Year) || !until_et_al(plain).empty()) return;
    std::string cut = plain;
    Statement dated;
    split_tail(cut, &dated);
    if (!dated.year && !may_be_title(cut, has_colon)) return;
    set_name(bold);
    title_ = plain;
    has_clear_end_ = false;
    at_ = stop;
  }

  // Whether words after a short name are the full title, or tell what the thing is.
  [[nodiscard]] bool may_be_title(std::string_view plain, bool has_colon) const {
    if (count_words(plain) < 2) return has_colon && has_paper();
    if (has_paper()) return true;
    return capitals_of(plain) >= 60;
  }
  [[nodiscard]] bool has_paper() const {
    return std::any_of(entry_.links.begin(), entry_.links.end(),
                       [](const EntryLink& link) { return link.kind == LinkKind::Paper; });
  }

  static std::string_view first_sentence(std::string_view text) {
    const std::size_t stop = text.find(". ");
    return stop == std::string_view::npos ? text : text.substr(0, stop + 1);
  }

  // Where plain words end: at a label, a break, or what is bold or slanted outside of brackets.
  [[nodiscard]] std::size_t end_of_plain(std::size_t at) const {
    int depth = 0;
    for (std::size_t i = at; i < text_.size(); ++i) {
      const char c = text_[i];
      if (c == sign::label || c == sign::hard_break || c == sign::paragraph)
        return trim_open(at, i);
      if (c == '(' || c == '[') ++depth;
      if ((c == ')' || c == ']') && depth > 0) --depth;
      if (i > at && depth == 0 && styled_.has(i, style::title_link)) return i;
    }
    return text_.size();
  }
  // A bracket that only holds labels is no part of the words before it.
  [[nodiscard]] std::size_t trim_open(std::size_t begin, std::size_t end) const {
    while (end > begin && (is_blank(text_[end - 1]) || text_[end - 1] == '[' ||
                           text_[end - 1] == '(' || text_[end - 1] == '|')) {
      --end;
    }
    return end;
  }

  void read_plain_title() {
    // Words before what is bold or quoted: a short name, a category or a date.
    const std::size_t limit = std::min(text_.size(), at_ + 100);
    std::size_t i = at_;
    while (i < limit && text_[i] != sign::label && text_[i] != sign::hard_break &&
           text_[i] != sign::paragraph && !styled_.has(i, style::strong | style::link) &&
           one_at(text_, i, quotes) == 0 && opener_at(i) == 0) {
      ++i;
    }
    if (i < limit && i > at_ && text_[i] != sign::label && opener_at(i) == 0 &&
        !is_blank(text_[i]) && text_[i] != sign::paragraph) {
      const std::string before(without_end_signs(words(at_, i)));
      const std::size_t many = count_words(before);
      const bool is_bold = styled_.has(i, style::strong);
      const bool is_link = styled_.has(i, style::link);
      const std::size_t style_end = end_of_style(i, is_link ? style::link : style::strong);
      const std::size_t title_words = count_words(words(i, style_end));
      if (has_word(before) && many <= 5 && (is_bold || is_link) && title_words >= 3 &&
          !(is_link && has_words_ahead(style_end) && !begins_clause(style_end))) {
        take_prefix(before);
        at_ = i;
        if (is_bold) {
          if (!read_quoted_title()) {
            title_ = words(i, style_end);
            at_ = style_end;
            has_clear_end_ = true;
          }
        } else {
          title_ = words(i, style_end);
          at_ = style_end;
          is_linked_ = true;
        }
        return;
      }
      if (has_word(before) && many <= 4 && !is_bold && !is_link) {
        const std::size_t kept = at_;
        at_ = i;
        if (read_quoted_title()) {
          take_prefix(before);
          return;
        }
        at_ = kept;
      }
    }
    // The whole title in brackets without an address.
    if (opener_at(at_) > 0) {
      const std::size_t close = find_close(at_);
      if (close != std::string::npos && !has_words_ahead(close + 1) &&
          count_words(words(at_, close)) >= 2) {
        title_ = words(at_ + opener_at(at_), close);
        at_ = close + one_at(text_, close, closers);
        has_clear_end_ = true;
        return;
      }
    }
    const std::size_t end = end_of_plain(at_);
    std::size_t stop = end;
    // A dash and a sentence after it describe. Where there is nothing but words, they do so anyway.
    const bool has_labels = end < text_.size() && text_.find(sign::label, end) != std::string::npos;
    for (std::size_t dash = at_; dash + 2 < end; ++dash) {
      if (text_[dash] != ' ') continue;
      std::size_t size = one_at(text_, dash + 1, dashes);
      if (size == 0 || dash + 1 + size >= end) continue;
      if (begins_with(text_, dash + 1, "--")) size = 2;
      if (text_[dash + 1 + size] != ' ') continue;
      const std::string before = words(at_, dash);
      const std::string after = words(dash + 1 + size, end);
      const bool is_sentence = !after.empty() && after.back() == '.' && !has_year_at_end(after);
      if (count_words(before) <= 8 && count_words(after) >= 2 &&
          (!has_labels || (is_sentence && capitals_of(after) < 60)) &&
          !read_publication(after, Asked::Year)) {
        stop = dash;
      }
      break;
    }
    title_ = words(at_, std::min(stop, at_ + max_title_bytes * 4));
    at_ = stop;
  }

  static bool has_year_at_end(std::string_view text) {
    while (!text.empty() && !is_ascii_alnum(text.back())) text.remove_suffix(1);
    return text.size() > 4 && read_year(text.substr(text.size() - 4)).has_value();
  }

  // What parts a title from what is said of it.
  [[nodiscard]] bool begins_clause(std::size_t at) const {
    while (at < text_.size() && is_blank(text_[at])) ++at;
    return at >= text_.size() || text_[at] == '.' || text_[at] == ',' || text_[at] == ':' ||
           opener_at(at) > 0 || one_at(text_, at, dashes) > 0;
  }

  void take_prefix(const std::string& before) {
    if (const auto found = read_publication(before, Asked::Year)) {
      take(*found);
    } else if (are_people(before) && !until_et_al(before).empty()) {
      out_.authors = before;
    } else {
      set_name(before);
    }
  }

  void set_name(std::string_view name) {
    const std::string cleaned = clean_title(name);
    if (out_.name.empty() && has_word(cleaned)) out_.name = cleaned;
  }

  // --- after the title ---

  void read_rest() {
    bool after_authors = false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_blank(c) || c == sign::label || c == sign::paragraph || c == '.' || c == ',' ||
          c == ';' || c == '|' || c == '/' || c == '\\' || c == '*' || c == ']' || c == ')' ||
          c == '~') {
        if (c == sign::hard_break || c == sign::soft_break || c == sign::paragraph) {
          is_new_line_ = true;
        }
        ++at_;
        continue;
      }
      if (const std::size_t size = std::max(symbol_at(text_, at_), shortcode_at(text_, at_))) {
        at_ += size;
        continue;
      }
      if (c == ':' || begins_with(text_, at_, "：")) {
        at_ += c == ':' ? 1 : 3;
        has_lead_ = true;
        if (read_title_after_name()) continue;
        continue;
      }
      if (const std::size_t dash = one_at(text_, at_, dashes)) {
        at_ += dash;
        has_lead_ = true;
        continue;
      }
      if (const std::size_t open = opener_at(at_)) {
        if (read_group(open)) continue;
      }
      if (styled_.has(at_, style::code) && read_code()) continue;
      if (styled_.has(at_, style::emphasis) && !styled_.has(at_, style::link)) {
        if (read_emphasis(after_authors)) continue;
      }
      if (is_new_line_ && !is_linked_ && out_.venue.empty() && styled_.has(at_, style::link)) {
        // A line that links to the publication by its name.
        const std::size_t end = end_of_style(at_, style::link);
        if (const auto found = read_publication(words(at_, end), Asked::Year);
            found && found->year) {
          take(*found);
          at_ = end;
          continue;
        }
      }
      if (read_clause(after_authors)) continue;
      read_description();
      return;
    }
  }

  // [Name](u): The Full Title of It
  bool read_title_after_name() {
    if (!is_linked_ || !out_.name.empty() || count_words(title_) > 3) return false;
    std::size_t begin = at_;
    while (begin < text_.size() && text_[begin] == ' ') ++begin;
    const std::size_t end = end_of_plain(begin);
    const std::string plain = words(begin, end);
    if (count_words(plain) < 3 || plain.back() == '.' || capitals_of(plain) < 70) return false;
    if (!has_paper() || !has_coined_word(title_)) return false;
    set_name(title_);
    title_ = plain;
    is_linked_ = false;
    at_ = end;
    return true;
  }

  bool read_group(std::size_t open) {
    const std::size_t close = find_close(at_);
    if (close == std::string::npos) return false;
    const std::size_t after = close + one_at(text_, close, closers);
    std::string inside = words(at_ + open, close);
    std::string_view bare = without_symbols(trim(inside));
    if (!has_word(bare)) {
      at_ = after;
      return true;
    }
    if (const auto found = read_publication(bare, Asked::Year);
        found && (out_.venue.empty() || !out_.year)) {
      take(*found);
      at_ = after;
      return true;
    }
    if (!is_mark(bare) && count_words(bare) > 10) return false;
    add_mark(bare);
    at_ = after;
    return true;
  }

  bool read_code() {
    const std::size_t end = end_of_style(at_, style::code);
    const std::string inside = words(at_, end);
    if (count_words(inside) > 4 || has_words_ahead(end)) return false;
    add_mark(inside);
    at_ = end;
    return true;
  }

  bool read_emphasis(bool& after_authors) {
    const std::size_t end = end_of_style(at_, style::emphasis);
    std::string inside = words(at_, end);
    if (opener_at(at_) > 0) {
      std::string_view bare = trim(inside);
      (void)strip_around(bare);
      if (is_mark(without_symbols(trim(bare)))) {
        add_mark(without_symbols(trim(bare)));
        at_ = end;
        return true;
      }
    }
    if (const auto found = read_publication(inside, Asked::Year); found && found->is_known) {
      take(*found);
      at_ = end;
      return true;
    }
    std::size_t next = end;
    while (next < text_.size() && text_[next] == ' ') ++next;
    const bool et_al = begins_with(text_, next, "et al") || begins_with(text_, next, "et. al");
    if (out_.authors.empty() && (et_al || are_people(inside, true))) {
      out_.authors = inside;
      at_ = end;
      after_authors = true;
      if (et_al) {
        std::size_t stop = next + 5;
        while (stop < text_.size() && (is_ascii_alpha(text_[stop]) || text_[stop] == '.')) ++stop;
        out_.authors.append(" ").append(words(next, stop));
        at_ = stop;
      }
      return true;
    }
    if (const auto found = read_publication(inside, Asked::Venue);
        found && out_.venue.empty() && (after_authors || found->year)) {
      take(*found);
      at_ = end;
      return true;
    }
    return false;
  }

  // A clause of plain words up to a label, a break or another style.
  bool read_clause(bool& after_authors) {
    std::size_t end = at_;
    const std::size_t limit = std::min(text_.size(), at_ + max_look_ahead * 4);
    // Below a title on a line of its own, lines are clauses.
    const bool is_by_lines = has_clear_end_ && !is_linked_ && is_new_line_ && !has_lead_;
    while (end < limit && text_[end] != sign::label && text_[end] != sign::hard_break &&
           !(is_by_lines && text_[end] == sign::soft_break) && text_[end] != sign::paragraph &&
           text_[end] != '[' && !(text_[end] == '(' && end > at_ && text_[end - 1] == ' ') &&
           styled_.has(end, style::emphasis) == styled_.has(at_, style::emphasis)) {
      ++end;
    }
    const std::string plain = words(at_, end);
    if (!has_word(plain)) {
      at_ = std::max(end, at_ + 1);
      return true;
    }
    // "et al." ends the authors.
    if (const std::string_view known = until_et_al(plain); !known.empty()) {
      const std::string_view bare = without_symbols(known);
      if (out_.authors.empty() && are_people(bare)) {
        out_.authors = bare.front() == '*' ? std::string(trim(bare.substr(1))) : std::string(bare);
        after_authors = true;
        const std::string rest = plain.substr(known.size());
        if (const auto found = read_publication(rest, Asked::Venue)) {
          take(*found);
        } else if (has_word(rest)) {
          out_.description = rest;
        }
        at_ = end;
        return true;
      }
    }
    const bool may_be_bare = after_authors && !has_lead_ && out_.venue.empty();
    if (const auto found = read_publication(plain, may_be_bare ? Asked::Venue : Asked::Year)) {
      const bool is_fitting =
          found->is_known || found->venue.empty() || has_clear_end_ || may_be_bare || is_new_line_;
      if (is_fitting && (out_.venue.empty() || !out_.year || found->venue.empty())) {
        take(*found);
        at_ = end;
        return true;
      }
    }
    if (out_.authors.empty() && has_clear_end_ && !is_linked_ && !has_lead_ &&
        count_words(plain) >= 2 && are_people(plain, is_new_line_) &&
        (end >= text_.size() || (text_[end] != '(' && text_[end] != '[')) &&
        (is_new_line_ || plain.find(',') != std::string::npos)) {
      out_.authors = without_end_signs(plain);
      after_authors = true;
      at_ = end;
      return true;
    }
    // "Authors. Venue 2020" and "Venue 2020. More."
    const std::size_t stop = plain.find(". ");
    if (stop != std::string::npos && !is_linked_ && has_clear_end_) {
      const std::string_view first = std::string_view(plain).substr(0, stop);
      const std::string_view second = std::string_view(plain).substr(stop + 2);
      if (const auto found = read_publication(first, Asked::Year); found && found->year) {
        take(*found);
        out_.description = second;
        at_ = end;
        return true;
      }
      if (const auto found = read_publication(second, Asked::Year);
          found && found->year && out_.authors.empty() && are_people(first)) {
        out_.authors = first;
        take(*found);
        at_ = end;
        return true;
      }
    }
    return false;
  }

  void read_description() {
    const std::size_t end = end_before_code();
    std::string all = words(at_, end);
    std::string_view rest = all;
    // Marks at the end: "... library. [MIT] (PDF)".
    std::vector<std::string> marks;
    std::string_view bare = rest;
    for (int peeled = 0; peeled < 6; ++peeled) {
      std::string_view before = peel_group(bare, marks);
      if (before.size() == bare.size()) break;
      bare = before;
    }
    const std::string_view people = without_end_signs(without_symbols(bare));
    std::string_view named = people;
    std::optional<int> year;
    // "James A. Brown, Sandra Pakin - 1988"
    if (const std::size_t dash = named.rfind(" - "); dash != std::string_view::npos) {
      if (const auto found = read_year(named.substr(dash + 3))) {
        year = found;
        named = named.substr(0, dash);
      }
    }
    if (out_.authors.empty() && has_lead_ && is_linked_ && are_people(named)) {
      out_.may_be_authors = true;
      if (named.substr(0, 3) == "by ") named.remove_prefix(3);
      out_.description = named;
      if (!out_.year) out_.year = year;
      for (const std::string& mark : marks) {
        if (const std::optional<int> stated = read_year(mark); stated && !out_.year) {
          out_.year = stated;
        } else {
          add_mark(mark);
        }
      }
    } else {
      // Only what stands in square brackets is surely no part of the sentence.
      for (;;) {
        std::string_view last = without_symbols(rest);
        if (last.empty() || last.back() != ']') break;
        std::vector<std::string> one;
        const std::string_view before = peel_group(last, one);
        if (before.size() == last.size()) break;
        for (const std::string& mark : one) add_mark(mark);
        rest = before;
        while (!rest.empty() && (rest.back() == '/' || rest.back() == ' ')) rest.remove_suffix(1);
      }
      for (const std::string& mark : marks) {
        if (mark.size() <= 30 && count_words(mark) <= 3) add_mark(mark);
      }
      // Brackets that held nothing but labels.
      std::string kept;
      for (std::size_t i = 0; i < rest.size(); ++i) {
        if (rest[i] == '(' || rest[i] == '[') {
          std::size_t stop = i + 1;
          while (stop < rest.size() && (rest[stop] == ' ' || rest[stop] == ',' ||
                                        rest[stop] == '|' || rest[stop] == '/')) {
            ++stop;
          }
          const bool is_empty =
              stop < rest.size() && (rest[stop] == ')' || rest[stop] == ']') && stop > i + 1;
          if (is_empty) {
            i = stop;
            continue;
          }
        }
        kept.push_back(rest[i]);
      }
      squeeze(kept);
      rest = without_symbols(kept);
      while (!rest.empty() && (rest.back() == ' ' || rest.back() == '-' || rest.back() == ',' ||
                               rest.back() == '(' || rest.back() == '[' || rest.back() == '|')) {
        rest.remove_suffix(1);
      }
      out_.is_described = has_word(rest);
      if (!out_.description.empty() && has_word(rest)) out_.description.append(" ");
      if (has_word(rest)) out_.description.append(rest);
    }
    at_ = text_.size();
  }

  // Code after the last sentence is a mark: "... library. `Go`".
  std::size_t end_before_code() {
    std::size_t end = text_.size();
    for (;;) {
      std::size_t last = end;
      while (last > at_ && (is_blank(text_[last - 1]) || text_[last - 1] == sign::label)) --last;
      std::size_t begin = last;
      while (begin > at_ && last - begin < 40 && styled_.has(begin - 1, style::code)) --begin;
      std::size_t before = begin;
      while (before > at_ && is_blank(text_[before - 1])) --before;
      const bool is_mark_there = begin < last && before > at_ &&
                                 (text_[before - 1] == '.' || text_[before - 1] == ')' ||
                                  styled_.has(before - 1, style::code));
      if (!is_mark_there) return end;
      add_mark(words(begin, last));
      end = before;
    }
  }

  // Takes a bracket with a short mark off the end.
  static std::string_view peel_group(std::string_view text, std::vector<std::string>& marks) {
    std::string_view bare = without_symbols(text);
    if (bare.empty()) return text;
    for (std::size_t i = 0; i < std::size(closers); ++i) {
      const std::string_view close = closers[i];
      if (bare.size() < close.size() || bare.substr(bare.size() - close.size()) != close) continue;
      const std::size_t from = bare.size() > 120 ? bare.size() - 120 : 0;
      const std::size_t open = bare.substr(from).rfind(openers[i]);
      if (open == std::string_view::npos) return text;
      const std::size_t begin = from + open;
      const std::string_view inside = bare.substr(
          begin + openers[i].size(), bare.size() - close.size() - begin - openers[i].size());
      if (!is_mark(inside) && has_word(inside)) return text;
      if (has_word(inside)) marks.emplace_back(without_symbols(trim(inside)));
      return bare.substr(0, begin);
    }
    return text;
  }

  // A label may tell the venue: [[MICCAI17]](u), [[arXiv]](u).
  void read_labels() {
    std::optional<Publication> known;
    int venues = 0;
    for (const EntryLink& link : entry_.links) {
      if (link.label.empty() || link.is_badge) continue;
      if (link.label.size() > 40) continue;
      std::string_view label = link.label;
      (void)strip_around(label);
      if (const auto found = read_publication(label, Asked::Known)) {
        if (found->venue.empty() || label == "preprint" || label == "Preprint") continue;
        if (entry_.is_cell && !found->year) continue;
        if (!known) known = found;
        ++venues;
        continue;
      }
      const bool is_acronym = link.kind == LinkKind::Paper && !kind_by_label(label) &&
                              capitals_of(label) == 100 && label.size() >= 2 &&
                              is_ascii_upper(label[1]);
      if (const auto found = read_publication(label, Asked::Venue); is_acronym && found) {
        if (!known) known = found;
        ++venues;
      }
      if (label.size() + 2 == link.label.size()) add_mark(label);
    }
    if (known && venues == 1 && out_.venue.empty()) take(*known);
  }

  // --- the title's own parts ---

  // Takes "(Venue 2020)", ". Venue 2020", " 2020" off the end of a title.
  void split_tail(std::string& title, Statement* out) const {
    for (int rounds = 0; rounds < 4; ++rounds) {
      std::string_view view = without_end_signs(without_symbols(title));
      // A bracket that closes nothing.
      while (!view.empty() && view.back() == ')' &&
             std::count(view.begin(), view.end(), ')') >
                 std::count(view.begin(), view.end(), '(')) {
        view = without_end_signs(view.substr(0, view.size() - 1));
      }
      const std::size_t before = view.size();
      if (!view.empty() && (view.back() == ')' || view.back() == ']')) {
        std::vector<std::string> marks;
        const std::string_view rest = peel_group(view, marks);
        if (rest.size() < view.size() && !marks.empty() && count_words(rest) >= 1) {
          const auto found = read_publication(marks.front(), Asked::Known);
          const auto dated = read_publication(marks.front(), Asked::Year);
          if (found || (dated && dated->year)) {
            if (out != nullptr) take_into(*out, found ? *found : *dated);
            view = rest;
          } else if (view.back() == ']' || is_small_mark(marks.front())) {
            std::string_view mark = marks.front();
            while (strip_pair(mark, "*", "*")) mark = trim(mark);
            while (!mark.empty() && (mark.front() == '*' || mark.front() == ' '))
              mark.remove_prefix(1);
            if (out != nullptr) out->tags.emplace_back(mark);
            view = rest;
          }
        }
      }
      if (view.size() == before) {
        // ", A. Author et al." ends it.
        const std::size_t comma = view.rfind(", ");
        const bool has_et_al = comma != std::string_view::npos && comma > 20 &&
                               !until_et_al(view.substr(comma + 2)).empty() &&
                               are_people(view.substr(comma + 2));
        if (has_et_al && (out == nullptr || out->authors.empty())) {
          if (out != nullptr) out->authors = std::string(view.substr(comma + 2)) + ".";
          view = view.substr(0, comma);
        }
      }
      if (view.size() == before) {
        const auto places = last_gaps(view);
        for (std::size_t i = 0; i < std::size(gaps); ++i) {
          const std::string_view gap = gaps[i];
          const std::size_t at = places[i];
          if (at == std::string_view::npos || at == 0) continue;
          // All but a sentence of its own has to tell a year.
          const std::string_view tail = view.substr(at + gap.size());
          if (gap != ". " && std::none_of(tail.begin(), tail.end(), is_ascii_digit)) continue;
          const bool is_kept = gap.front() == '?' || gap.front() == '!';
          const auto found = read_publication(tail, Asked::Year);
          if (!found || (!found->is_known && !found->venue.empty() && gap == ", ")) continue;
          if (!found->year && !found->is_known) continue;
          if (!found->year && gap != ". ") continue;
          if (out != nullptr) take_into(*out, *found);
          view = view.substr(0, at + (is_kept ? 1 : 0));
          break;
        }
      }
      if (view.size() == before && view.size() > 20 && view[view.size() - 5] == ' ' &&
          count_words(view) >= 4) {
        if (const auto year = read_year(view.substr(view.size() - 4))) {
          if (out != nullptr && !out->year) out->year = year;
          view = view.substr(0, view.size() - 5);
        }
      }
      if (view.size() == before) {
        title.assign(view);
        return;
      }
      title = std::string(view);
    }
  }
  static void take_into(Statement& out, const Publication& found) {
    if (out.venue.empty()) out.venue = found.venue;
    if (!out.year) out.year = found.year;
  }
  // "oral", "PDF", "spotlight".
  static bool is_small_mark(std::string_view mark) {
    static constexpr std::string_view small[] = {
        "oral",     "spotlight", "poster", "highlight", "best paper", "survey",
        "pdf",      "html",      "epub",   "video",     "free",       "paid",
        "archived", "wip",       "new",    "chinese",   "english"};
    std::string folded = fold(trim(mark));
    folded.erase(std::remove(folded.begin(), folded.end(), '*'), folded.end());
    folded = std::string(trim(folded));
    return std::find(std::begin(small), std::end(small), folded) != std::end(small);
  }

  void take_more() {
    const EntryMore& more = entry_.more;
    if (out_.name.empty() && !more.name.empty()) set_name(more.name);
    if (out_.authors.empty()) out_.authors = more.authors;
    if (out_.venue.empty()) out_.venue = more.venue;
    if (!out_.year) out_.year = more.year;
    for (const std::string& tag : more.tags) out_.tags.push_back(tag);
    if (more.description.empty()) return;
    if (!out_.description.empty()) out_.description.push_back(' ');
    out_.description.append(more.description);
    out_.may_be_authors = false;
    out_.is_described = true;
  }

  void finish() {
    take_more();
    if (!has_word(title_) && has_word(out_.name)) {
      title_ = out_.name;
      out_.name.clear();
    }
    if (is_linked_ || has_clear_end_) {
      // What stands in the title's own link or style is parted only where it is plain.
      std::string_view view = without_end_signs(without_symbols(title_));
      std::vector<std::string> marks;
      if (!view.empty() && (view.back() == ')' || view.back() == ']')) {
        const std::string_view rest = peel_group(view, marks);
        if (rest.size() < view.size() && !marks.empty() && has_word(rest)) {
          const auto found = read_publication(marks.front(), Asked::Known);
          const bool is_year = found && found->venue.empty() && found->year;
          if (is_year || (found && found->year && !entry_.is_cell)) {
            take(*found);
            title_ = std::string(rest);
          } else if (is_small_mark(marks.front())) {
            out_.tags.push_back(marks.front());
            title_ = std::string(rest);
          }
        }
      }
    } else {
      split_tail(title_, &out_);
    }
    title_ = clean_title(title_);
    if (!out_.name.empty()) {
      part_given_name();
    } else {
      const NamedTitle named = split_name(title_);
      if (named.name) {
        out_.name = *named.name;
        title_ = clean_title(named.title);
      }
    }
    out_.title = std::move(title_);
    // The same twice says it once.
    std::vector<std::string> kept;
    for (std::string& tag : out_.tags) {
      if (std::find(kept.begin(), kept.end(), tag) == kept.end()) kept.push_back(std::move(tag));
    }
    out_.tags = std::move(kept);
  }

  // "Net" and "Net: a title": the title loses the name that it repeats.
  void part_given_name() {
    const std::string name = fold(out_.name);
    const std::string title = fold(title_);
    if (name == title) {
      out_.name.clear();
      return;
    }
    for (const std::string_view part : {":", " :", "：", " -", " –", " —"}) {
      const std::size_t at = title_.find(part);
      if (at == std::string::npos || fold(title_.substr(0, at)) != name) continue;
      const std::string rest =
          clean_title(without_symbols(trim(std::string_view(title_).substr(at + part.size()))));
      std::string_view left = rest;
      while (!left.empty() && (left.front() == '-' || left.front() == ':')) left.remove_prefix(1);
      left = trim(left);
      if (has_word(left)) title_ = std::string(left);
      return;
    }
  }

  const Entry& entry_;
  const StyledText& styled_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::string title_;
  bool is_linked_ = false;      // the title is the entry's own link
  bool has_clear_end_ = false;  // style or quotation marks say where the title ends
  bool has_lead_ = false;       // a dash or colon came after the title
  bool is_new_line_ = false;    // a break came after the title
  bool is_only_date_ = false;   // the year came from a date without a venue
  Statement out_;
};

}  // namespace

std::string clean_title(std::string_view text) {
  std::string_view view = text;
  for (int rounds = 0; rounds < 4; ++rounds) {
    const std::size_t before = view.size();
    view = without_end_signs(without_symbols(trim(view)));
    if (strip_around(view)) continue;
    if (view.size() == before) break;
  }
  return std::string(has_word(view) ? view : trim(text));
}

Statement read_statement(const Entry& entry) { return StatementReader(entry).read(); }

}  // namespace lamplight::catalog
