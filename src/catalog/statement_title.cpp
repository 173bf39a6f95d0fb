#include <algorithm>

#include "base/text.h"
#include "catalog/link_kind.h"
#include "catalog/names.h"
#include "catalog/publication.h"
#include "catalog/statement_reader.h"

namespace lamplight::catalog {

void StatementReader::read_leading_groups() {
  for (int groups = 0; groups < 6 && at_ < text_.size(); ++groups) {
    if (styled_.has(at_, style::title_link)) return;
    const std::size_t open = opener_at(at_);
    if (open == 0 && read_leading_publication()) continue;
    if (open == 0) return;
    const std::size_t close = find_close(at_);
    if (close == std::string::npos) return;
    const std::size_t after = close + one_at(text_, close, closers);
    const std::string inside = words(at_ + open, close);
    // "[12]" counts.
    const bool is_number = inside.size() <= 4 && read_year(inside) == std::nullopt &&
                           std::all_of(inside.begin(), inside.end(), is_ascii_digit);
    if (!has_word(inside) || is_number) {
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
    // "[Name]: what it is" without any link names the thing.
    std::size_t next = after;
    while (next < text_.size() && text_[next] == ' ') ++next;
    const bool is_led =
        next < text_.size() && (text_[next] == ':' || begins_with(text_, next, "- "));
    if (groups == 0 && entry_.links.empty() && is_led && text_[at_] == '[') {
      title_ = inside;
      at_ = after;
      is_linked_ = true;
      return;
    }
    // A short name stands in bold brackets, or bold in brackets.
    const bool is_bold = styled_.has(at_ + open, style::strong) || styled_.has(at_, style::strong);
    if (is_bold && out_.name.empty()) {
      out_.name = inside;
    } else {
      add_mark(inside);
    }
    at_ = skip_marks(after);
    if (at_ < text_.size() && text_[at_] == ':') at_ = skip_marks(at_ + 1);
  }
}

// *CVPR 2021* A title, `CVPR 2021` A title, CVPR 2021 A title
bool StatementReader::read_leading_publication() {
  std::size_t end = at_;
  for (const std::uint8_t how : {style::emphasis, style::code, style::strong}) {
    if (end == at_ && styled_.has(at_, how)) end = end_of_style(at_, how);
  }
  if (end == at_) {
    // A venue's word and a year of four digits.
    const std::size_t blank = text_.substr(at_, 16).find(' ');
    if (blank == std::string_view::npos) return false;
    const std::string_view word = text_.substr(at_, blank);
    const std::string_view next = text_.substr(at_ + blank + 1, 5);
    if (next.size() == 5 && next.back() == ' ' && read_year(next.substr(0, 4)) &&
        is_known_venue(word)) {
      end = at_ + blank + 5;
    } else if (word.find('\'') != std::string_view::npos) {
      end = at_ + blank;
    } else {
      return false;
    }
  }
  if (end - at_ > max_look_ahead || !has_words_ahead(end)) return false;
  const auto found = read_publication(words(at_, end), Asked::Year);
  if (!found || !found->year) return false;
  take(*found);
  at_ = skip_marks(end);
  while (at_ < text_.size() && (text_[at_] == ':' || text_[at_] == ',')) at_ = skip_marks(at_ + 1);
  return true;
}

void StatementReader::read_title() {
  if (at_ >= text_.size() || !title_.empty()) return;
  end_of_bare_ = at_;
  while (end_of_bare_ < text_.size() && is_word_or_blank(text_[end_of_bare_]) &&
         styled_.styles[end_of_bare_] == 0) {
    ++end_of_bare_;
  }
  if (styled_.has(at_, style::title_link)) {
    const std::size_t end = end_of_style(at_, style::title_link);
    read_linked_title(at_, end);
    return;
  }
  if (read_dated_title()) return;
  if (read_quoted_title()) return;
  if (read_slanted_title()) return;
  if (styled_.has(at_, style::strong)) {
    read_bold_title();
    return;
  }
  read_plain_title();
}

// CVPR 2021 [A title](u), **2023/12** - [A title](u)
bool StatementReader::read_dated_title() {
  const std::size_t limit = character_begin(text_, at_ + 100);
  std::size_t i = at_;
  while (i < limit && text_[i] != sign::label && !styled_.has(i, style::title_link)) ++i;
  if (i >= limit || text_[i] == sign::label) return false;
  const auto found = read_publication(words(at_, i), Asked::Year);
  if (!found) return false;
  take(*found);
  read_linked_title(i, end_of_style(i, style::title_link));
  return true;
}

// *A title of some words.* Ann Lee, Bo Chi. CVPR 2021
bool StatementReader::read_slanted_title() {
  if (!styled_.has(at_, style::emphasis) || styled_.has(at_, style::strong)) return false;
  const std::size_t end = end_of_style(at_, style::emphasis);
  const std::string slanted = words(at_, end);
  if (count_words(slanted) < 3 || are_surely_people(slanted) || read_credits(slanted) ||
      read_publication(slanted, Asked::Year) || !tells_credits(end)) {
    return false;
  }
  title_ = slanted;
  at_ = end;
  has_clear_end_ = true;
  return true;
}

// [**Python**: _A title_](u): what is bold before the title is a category.
void StatementReader::read_linked_title(std::size_t begin, std::size_t end) {
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
  at_ = end;
  // [Tool (`fast`)](u): code in brackets at its end is a mark.
  std::size_t code = end - 1;
  while (code > begin && styled_.has(code - 1, style::code)) --code;
  if (end > begin && text_[end - 1] == ')' && code + 1 < end && code > begin + 1 &&
      text_[code - 1] == '(') {
    add_mark(words(code, end - 1));
    end = code - 1;
  }
  title_ = words(begin, end);
}

bool StatementReader::read_quoted_title(bool is_sure) {
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
  const bool goes_on = next < text_.size() && !is_bold && !is_sure &&
                       (text_[next] == ':' || (next > after && is_ascii_alpha(text_[next])));
  if (goes_on && (text_[next] == ':' || !tells_credits(after))) return false;
  title_ = words(at_ + open, close);
  at_ = after;
  has_clear_end_ = true;
  return true;
}

void StatementReader::read_bold_title() {
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
      text_[signs] == ',' || text_[signs] == '|' || is_blank(text_[signs])) {
    return;
  }
  if (!has_words_ahead(signs)) return;
  // **Net:** Ann Lee, Bo Chi. "A Title."
  const std::size_t after_bold = at_;
  at_ = signs;
  if (has_colon && read_title_after_people()) {
    set_name(bold);
    return;
  }
  at_ = after_bold;
  std::size_t stop = end_of_plain(signs);
  std::string plain = words(signs, stop);
  if (read_publication(first_sentence(plain), Asked::Year) || !until_et_al(plain).empty()) return;
  if (read_credits(plain) || are_surely_people(first_sentence(plain))) return;
  std::string cut = plain;
  Statement dated;
  split_tail(cut, &dated);
  if (!dated.year && !may_be_title(cut, has_colon)) return;
  // "**Kite-M**: public library of kites." says what it is.
  const bool is_sentence = has_colon && !dated.year && is_ascii_lower(plain.front()) &&
                           plain.back() == '.' && capitals_of(plain) < 40;
  if (is_sentence) return;
  set_name(bold);
  title_ = plain;
  has_clear_end_ = false;
  at_ = stop;
}

// Whether words after a short name are the full title, or tell what the thing is.
bool StatementReader::may_be_title(std::string_view plain, bool has_colon) const {
  if (count_words(plain) < 2) return has_colon && has_paper();
  if (has_paper()) return true;
  return capitals_of(plain) >= 60;
}

bool StatementReader::has_paper() const {
  return std::any_of(entry_.links.begin(), entry_.links.end(),
                     [](const EntryLink& link) { return link.kind == LinkKind::Paper; });
}

std::string_view StatementReader::first_sentence(std::string_view text) {
  const std::size_t stop = text.find(". ");
  return stop == std::string_view::npos ? text : text.substr(0, stop + 1);
}

// Where plain words end: at a label, a break, or what is bold or slanted outside of brackets.
std::size_t StatementReader::end_of_plain(std::size_t at) const {
  int depth = 0;
  for (std::size_t i = std::max(at, end_of_bare_); i < text_.size(); ++i) {
    const char c = text_[i];
    if (is_word_or_blank(c) && styled_.styles[i] == 0) continue;
    if (c == sign::label || c == sign::hard_break || c == sign::paragraph) return trim_open(at, i);
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && depth > 0) --depth;
    if (i > at && depth == 0 && styled_.has(i, style::title_link)) return i;
    if (i > at && depth == 0 && begins_credits(i)) return trim_open(at, i);
  }
  return text_.size();
}

// A bracket that only holds labels is no part of the words before it.
std::size_t StatementReader::trim_open(std::size_t begin, std::size_t end) const {
  while (end > begin && (is_blank(text_[end - 1]) || text_[end - 1] == '[' ||
                         text_[end - 1] == '(' || text_[end - 1] == '|')) {
    --end;
  }
  return end;
}

bool StatementReader::has_year_at_end(std::string_view text) {
  while (!text.empty() && !is_ascii_alnum(text.back())) text.remove_suffix(1);
  return text.size() > 4 && read_year(text.substr(text.size() - 4)).has_value();
}

void StatementReader::read_plain_title() {
  if (read_title_after_people()) return;
  // Words before what is bold or quoted: a short name, a category or a date.
  const std::size_t limit = character_begin(text_, at_ + 100);
  std::size_t i = std::max(at_, std::min(end_of_bare_, limit));
  while (i < limit && !styled_.has(i, style::strong | style::link) &&
         (is_word_or_blank(text_[i]) ||
          (text_[i] != sign::label && text_[i] != sign::hard_break && text_[i] != sign::paragraph &&
           one_at(text_, i, quotes) == 0 && opener_at(i) == 0))) {
    ++i;
  }
  if (i < limit && i > at_ && text_[i] != sign::label && opener_at(i) == 0 && !is_blank(text_[i]) &&
      text_[i] != sign::paragraph) {
    const std::string before(without_end_signs(words(at_, i)));
    const std::size_t many = count_words(before);
    const bool is_bold = styled_.has(i, style::strong);
    const bool is_link = styled_.has(i, style::link);
    const std::size_t style_end = end_of_style(i, is_link ? style::link : style::strong);
    const std::size_t title_words = count_words(words(i, style_end));
    // "The official [guide to kites](u)": the link is the end of the title.
    const bool goes_on = is_link && i > at_ + 1 && text_[i - 1] == ' ' &&
                         is_ascii_alnum(text_[i - 2]) && is_ascii_lower(text_[i]);
    if (has_word(before) && many <= 5 && goes_on &&
        (!has_words_ahead(style_end) || begins_clause(style_end))) {
      title_ = words(at_, style_end);
      at_ = style_end;
      is_linked_ = true;
      return;
    }
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
  if (read_numbered_cell(end)) return;
  std::size_t stop = end;
  // A dash and a sentence after it describe. Where there is nothing but words, they do so anyway.
  const bool has_labels = end < text_.size() && text_.find(sign::label, end) != std::string::npos;
  for (std::size_t dash = at_; dash + 2 < end; ++dash) {
    if (text_[dash] != ' ') continue;
    std::size_t size = text_[dash + 1] == '|' ? 1 : one_at(text_, dash + 1, dashes);
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
    if (read_credits(after)) stop = dash;
    break;
  }
  if (stop - at_ > max_title_bytes) stop = character_begin(text_, at_ + max_title_bytes);
  title_ = words(at_, stop);
  at_ = stop;
}

void StatementReader::set_name(std::string_view name) {
  const std::string cleaned = clean_title(name);
  if (out_.name.empty() && has_word(cleaned)) out_.name = cleaned;
}

}  // namespace lamplight::catalog
