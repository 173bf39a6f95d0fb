#include <algorithm>

#include "base/text.h"
#include "catalog/link_kind.h"
#include "catalog/names.h"
#include "catalog/publication.h"
#include "catalog/statement_reader.h"

namespace lamplight::catalog {

void StatementReader::read_rest() {
  bool after_authors = false;
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (is_blank(c) || c == sign::label || c == sign::paragraph || c == '.' || c == ',' ||
        c == ';' || c == '|' || c == '/' || c == '\\' || c == '*' || c == ']' || c == ')' ||
        c == '~' || c == '>') {
      if (c == sign::hard_break || c == sign::soft_break || c == sign::paragraph) {
        is_new_line_ = true;
      }
      ++at_;
      continue;
    }
    if (const std::size_t size = std::max(symbol_at(text_, at_), shortcode_at(text_, at_))) {
      const bool is_star = begins_with(text_, at_, "⭐") || begins_with(text_, at_, "🌟");
      at_ += size;
      if (is_star) read_stars();
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
    if (styled_.has(at_, style::emphasis) && !styled_.has(at_, style::link) &&
        at_ >= end_of_refused_) {
      if (read_emphasis(after_authors)) continue;
    }
    if (is_new_line_ && !is_linked_ && out_.venue.empty() && styled_.has(at_, style::link) &&
        at_ >= end_of_refused_) {
      // A line that links to the publication by its name.
      const std::size_t end = end_of_style(at_, style::link);
      if (const auto found = read_publication(words(at_, end), Asked::Year); found && found->year) {
        take(*found);
        at_ = end;
        continue;
      }
      refuse(end);
    }
    if (read_clause(after_authors)) continue;
    read_description();
    return;
  }
}

// "⭐ 1.2k - A tool.": how many there are is a mark.
void StatementReader::read_stars() {
  std::size_t begin = at_;
  while (begin < text_.size() && (text_[begin] == ' ' || symbol_at(text_, begin) > 0)) {
    begin += std::max<std::size_t>(symbol_at(text_, begin), 1);
  }
  std::size_t end = begin;
  while (end < text_.size() && end - begin < 12 &&
         (is_ascii_digit(text_[end]) || text_[end] == '.' || text_[end] == ',' ||
          text_[end] == 'k' || text_[end] == 'K' || text_[end] == '+')) {
    ++end;
  }
  if (end == begin || !is_ascii_digit(text_[begin])) return;
  if (end < text_.size() && !is_blank(text_[end]) && text_[end] != sign::label) return;
  add_mark(words(begin, end));
  at_ = end;
}

// [Name](u): The Full Title of It
bool StatementReader::read_title_after_name() {
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

bool StatementReader::read_group(std::size_t open) {
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

bool StatementReader::read_code() {
  const std::size_t end = end_of_style(at_, style::code);
  const std::string inside = words(at_, end);
  if (const auto found = read_publication(inside, Asked::Year);
      found && found->year && (out_.venue.empty() || !out_.year)) {
    take(*found);
    at_ = end;
    return true;
  }
  if (count_words(inside) > 4 || has_words_ahead(end)) return false;
  add_mark(inside);
  at_ = end;
  return true;
}

bool StatementReader::read_emphasis(bool& after_authors) {
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
  if (const auto credits = read_credits(inside);
      credits && out_.authors.empty() && credits->publication) {
    out_.authors = credits->authors;
    take(*credits->publication);
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
  refuse(end);
  return false;
}

// What has one style up to a far `end` says nothing: looking at it again from each of its bytes
// would take quadratic time.
void StatementReader::refuse(std::size_t end) {
  if (end - at_ > max_look_ahead) end_of_refused_ = end;
}

// Whether a bracket, or what has a style, begins there and tells where and when.
bool StatementReader::begins_publication(std::size_t at) const {
  while (at < text_.size() && text_[at] == ' ') ++at;
  if (at >= text_.size()) return false;
  std::size_t end = at;
  if (opener_at(at) > 0) {
    end = find_close(at);
    if (end == std::string::npos) return false;
  } else {
    for (const std::uint8_t how : {style::emphasis, style::strong, style::code}) {
      if (end == at && styled_.has(at, how)) end = end_of_style(at, how);
    }
  }
  return end > at && end - at <= max_look_ahead &&
         read_publication(words(at, end), Asked::Year).has_value();
}

// "by Ann Lee", "by Ann Lee, 2019", "by Ann Lee. What it is."
bool StatementReader::read_byline(std::string_view text) {
  std::string_view people = text;
  std::string_view more;
  const auto credits = read_credits(text);
  if (credits) {
    people = credits->authors;
  } else {
    for (std::size_t at = text.find(". "); at != std::string_view::npos;
         at = text.find(". ", at + 1)) {
      // The full stop of an initial ends nothing.
      if (at > 1 && text[at - 2] == ' ') continue;
      people = text.substr(0, at);
      more = text.substr(at + 2);
      break;
    }
    std::string_view named = without_end_signs(people);
    if (const std::size_t comma = named.rfind(", "); comma != std::string_view::npos) {
      if (const auto year = read_year(named.substr(comma + 2))) {
        if (!out_.year) out_.year = year;
        named = named.substr(0, comma);
      }
    }
    people = named;
  }
  if (people.empty() || people.size() > 400 || !are_people(people)) return false;
  out_.authors = people;
  if (credits && credits->publication) take(*credits->publication);
  if (has_word(more)) {
    out_.description = more;
    out_.is_described = true;
  }
  return true;
}

// A clause of plain words up to a label, a break or another style.
bool StatementReader::read_clause(bool& after_authors) {
  std::size_t end = at_;
  const std::size_t limit = character_begin(text_, at_ + max_look_ahead * 4);
  // Below a title on a line of its own, lines are clauses.
  const bool is_by_lines = has_clear_end_ && !is_linked_ && is_new_line_ && !has_lead_;
  while (end < limit && text_[end] != sign::label && text_[end] != sign::hard_break &&
         !(is_by_lines && text_[end] == sign::soft_break) && text_[end] != sign::paragraph &&
         text_[end] != '[' && !(text_[end] == '(' && end > at_ && text_[end - 1] == ' ') &&
         styled_.has(end, style::emphasis) == styled_.has(at_, style::emphasis) &&
         styled_.has(end, style::code) == styled_.has(at_, style::code)) {
    ++end;
  }
  // "CVPR (2024)."
  if (end + 5 < text_.size() && text_[end] == '(' && text_[end + 5] == ')' &&
      read_year(text_.substr(end + 1, 4))) {
    end += 6;
    if (end < text_.size() && text_[end] == '.') ++end;
  }
  std::string plain = words(at_, end);
  if (!has_word(plain)) {
    at_ = std::max(end, at_ + 1);
    return true;
  }
  if (out_.authors.empty() && plain.compare(0, 3, "by ") == 0 && read_byline(plain.substr(3))) {
    at_ = end;
    after_authors = true;
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
  if (const auto credits = read_credits(plain);
      credits && out_.authors.empty() &&
      (credits->publication || is_new_line_ || !is_linked_ || begins_publication(end))) {
    out_.authors = credits->authors;
    if (credits->publication) take(*credits->publication);
    after_authors = true;
    at_ = end;
    return true;
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

// More signs than this do not only part labels.
constexpr std::size_t max_labels_bytes = 80;

// Where the labels at `at`, what parts them and the brackets around them end; `at` for none.
std::size_t StatementReader::end_of_labels(std::size_t at, std::size_t end) const {
  const std::size_t limit = std::min(end, at + max_labels_bytes);
  const std::size_t open = opener_at(at);
  std::size_t last = at;  // after a label
  for (std::size_t i = at + open; i < limit;) {
    const char c = text_[i];
    if (c == sign::label) {
      last = ++i;
    } else if (is_blank(c) || c == ',' || c == ';' || c == '|' || c == '/' || c == '&') {
      ++i;
    } else if (open > 0) {
      const std::size_t close = one_at(text_, i, closers);
      return close > 0 && last > at ? i + close : at;
    } else {
      return last;
    }
  }
  return open > 0 ? at : last;
}

// "Mail. ([Demo](u), [Code](u)). Free." tells "Mail. Free."
std::string StatementReader::words_without_labels(std::size_t begin, std::size_t end) const {
  std::string kept;
  std::size_t last_word = 0;  // bytes of `kept` up to its last sign that is no blank
  for (std::size_t at = begin; at < end;) {
    const bool may_begin = text_[at] == sign::label || opener_at(at) > 0;
    if (const std::size_t after = may_begin ? end_of_labels(at, end) : at; after > at) {
      at = after;
      // The full stop after them would be the second one.
      const bool is_ended = last_word > 0 && kept[last_word - 1] == '.';
      if (is_ended && at < end && text_[at] == '.') ++at;
      continue;
    }
    kept.push_back(text_[at++]);
    if (!is_blank(kept.back())) last_word = kept.size();
  }
  return StyledText::readable(std::move(kept));
}

void StatementReader::read_description() {
  const std::size_t end = end_before_code();
  const std::string all = words_without_labels(at_, end);
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
  if (out_.authors.empty() && is_linked_ &&
      (has_lead_ ? are_people(named) : are_surely_people(named))) {
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
    // Within a sentence, one bracket holds a word of it: "a model of proteins (ProtT5)".
    const bool is_sentence = marks.size() == 1 && count_words(bare) > 3 && trim(bare).back() != '.';
    for (const std::string& mark : marks) {
      if (mark.size() > 30 || count_words(mark) > 3) continue;
      if (!is_sentence || is_small_mark(mark)) add_mark(mark);
    }
    rest = without_symbols(rest);
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

// Longer code is no mark, as a command is.
constexpr std::size_t max_code_mark_bytes = 40;

namespace {

// Words after which a span of code is one of the sentence: "a clone of `ls`".
bool leads_to_code(std::string_view word) {
  static constexpr std::string_view leading[] = {
      "a",    "an",  "and",   "as", "by",   "for",  "from", "in",  "into", "is",
      "like", "not", "of",    "on", "or",   "run",  "than", "the", "to",   "use",
      "uses", "via", "using", "vs", "with", "your", "its",  "this"};
  return std::find(std::begin(leading), std::end(leading), word) != std::end(leading);
}

}  // namespace

// Code after the last words is a mark: "... library. `Go`", "... mail `MIT` `Go`".
std::size_t StatementReader::end_before_code() {
  const auto end_of_words = [&](std::size_t end) {
    while (end > at_ && (is_blank(text_[end - 1]) || text_[end - 1] == sign::label)) --end;
    return end;
  };
  std::vector<std::string> marks;
  std::size_t begin = text_.size();
  std::size_t end = end_of_words(begin);
  for (;;) {
    std::size_t code = end;
    while (code > at_ && styled_.has(code - 1, style::code)) --code;
    if (code == end || code == at_ || end - code > max_code_mark_bytes) break;
    marks.push_back(words(code, end));
    begin = code;
    end = end_of_words(code);
  }
  if (marks.empty() || end == at_) return text_.size();
  const bool is_after_sentence = text_[end - 1] == '.' || text_[end - 1] == ')';
  if (!is_after_sentence) {
    std::size_t word = end;
    while (word > at_ && is_ascii_alnum(text_[word - 1])) --word;
    const bool is_named = marks.size() > 1 || is_ascii_upper(marks.front().front());
    if (end == begin || !is_named || leads_to_code(fold(text_.substr(word, end - word)))) {
      return text_.size();
    }
  }
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) add_mark(*mark);
  return end;
}

}  // namespace lamplight::catalog
