#include <algorithm>

#include "base/text.h"
#include "catalog/link_kind.h"
#include "catalog/names.h"
#include "catalog/publication.h"
#include "catalog/statement_reader.h"

namespace lamplight::catalog {
namespace {

// " (SK) is about kites": what stands in front is the subject of a sentence. Looks at a few words.
bool is_before_verb(std::string_view rest) {
  rest = trim(rest);
  if (!rest.empty() && rest.front() == '(') {
    const std::size_t close = rest.find(')');
    rest = close == std::string_view::npos ? std::string_view() : trim(rest.substr(close + 1));
  }
  for (const std::string_view verb : {"is ", "are ", "was ", "has ", "covers ", "provides "}) {
    if (rest.substr(0, verb.size()) == verb) return true;
  }
  return false;
}

}  // namespace

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
    // Behind a dash "The science of asking" describes; "Nature Medicine" does not.
    const bool describes = is_linked_ && has_lead_ && !found->year && count_words(plain) > 2;
    const bool is_subject = !found->year && is_before_verb(std::string_view(text_).substr(end, 64));
    if (is_fitting && !describes && !is_subject &&
        (out_.venue.empty() || !out_.year || found->venue.empty())) {
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

}  // namespace lamplight::catalog
