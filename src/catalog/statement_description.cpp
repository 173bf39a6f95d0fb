// What is left at the end: the description, and the marks behind it.
#include <algorithm>

#include "base/text.h"
#include "catalog/link_kind.h"
#include "catalog/names.h"
#include "catalog/publication.h"
#include "catalog/statement_reader.h"

namespace lamplight::catalog {
namespace {

// Longer code is no mark, as a command is.
constexpr std::size_t max_code_mark_bytes = 40;

// Words after which a span of code is one of the sentence: "a clone of `ls`".
bool leads_to_code(std::string_view word) {
  static constexpr std::string_view leading[] = {
      "a",    "an",  "and",   "as", "by",   "for",  "from", "in",  "into", "is",
      "like", "not", "of",    "on", "or",   "run",  "than", "the", "to",   "use",
      "uses", "via", "using", "vs", "with", "your", "its",  "this"};
  return std::find(std::begin(leading), std::end(leading), word) != std::end(leading);
}

}  // namespace

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

// [Reel - winds the string for you](u): small letters behind a dash say what it is.
void StatementReader::part_description() {
  for (std::size_t at = title_.find(' '); at != std::string::npos; at = title_.find(' ', at + 1)) {
    const std::size_t dash = one_at(title_, at + 1, dashes);
    if (dash == 0 || !begins_with(title_, at + 1 + dash, " ")) continue;
    const std::string_view name = std::string_view(title_).substr(0, at);
    const std::string_view rest = std::string_view(title_).substr(at + 2 + dash);
    if (count_words(name) > 3 || count_words(rest) < 3 || !is_ascii_lower(rest.front()) ||
        capitals_of(rest) >= 40) {
      return;
    }
    out_.description = rest;
    out_.is_described = true;
    title_.resize(at);
    return;
  }
}

// "3) Net  A model of nets." in a cell: two blanks part what it is.
bool StatementReader::read_numbered_cell(std::size_t end) {
  if (!entry_.is_cell || at_ == 0 || !is_ascii_digit(text_.front())) return false;
  const std::size_t gap = text_.find("  ", at_);
  if (gap >= end || count_words(words(at_, gap)) > 8 || !has_words_ahead(gap)) return false;
  title_ = words(at_, gap);
  at_ = gap;
  is_linked_ = has_lead_ = true;
  return true;
}

}  // namespace lamplight::catalog
