#include "catalog/statement.h"

#include <algorithm>

#include "base/string_index.h"
#include "base/text.h"
#include "catalog/link_kind.h"
#include "catalog/names.h"
#include "catalog/publication.h"
#include "catalog/statement_reader.h"
#include "catalog/statement_text.h"

namespace lamplight::catalog {

Statement StatementReader::read() {
  for (const std::string& badge : entry_.badges) out_.tags.push_back(badge);
  at_ = skip_marks(0);
  read_leading_groups();
  read_title();
  read_rest();
  read_labels();
  finish();
  return std::move(out_);
}

// Blanks, emoji, boxes, numbers and bullets before the words.
std::size_t StatementReader::skip_marks(std::size_t at) const {
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
    } else if (c == '<' && at + 1 < text_.size() && styled_.has(at + 1, style::title_link)) {
      ++at;
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
std::size_t StatementReader::find_close(std::size_t at) const {
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

// The end of what has one of the styles, over blanks within it.
std::size_t StatementReader::end_of_style(std::size_t at, std::uint8_t how) const {
  std::size_t end = at;
  std::size_t last = at;
  while (end < text_.size() && (styled_.has(end, how) || is_blank(text_[end]))) {
    if (text_[end] == sign::hard_break && !styled_.has(end, how)) break;
    // "*Ann Lee* *CVPR 2021*" are two.
    if (how != style::link && text_[end] == ' ' && !styled_.has(end, how)) break;
    if (styled_.has(end, how)) last = end + 1;
    ++end;
  }
  return last;
}

// Whether words come before the next label or break.
bool StatementReader::has_words_ahead(std::size_t at) const {
  const std::size_t end = std::min(text_.size(), at + max_look_ahead);
  for (; at < end; ++at) {
    if (text_[at] == sign::label || text_[at] == sign::hard_break || text_[at] == sign::paragraph) {
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

void StatementReader::take(const Publication& found) {
  // "[1st Nov., 2022] [MedIA, 2023]": the venue's year is that of the publication.
  if (found.year && (!out_.year || (is_only_date_ && !found.venue.empty()))) {
    out_.year = found.year;
    is_only_date_ = found.venue.empty();
  }
  if (out_.venue.empty() && !is_medium(found.venue)) out_.venue = found.venue;
}

bool StatementReader::is_medium(std::string_view venue) {
  return venue == "Blog" || venue == "Website" || venue == "Video";
}

void StatementReader::add_tags(std::string_view inside) {
  for (;;) {
    const std::size_t comma = inside.find(", ");
    std::string tag(without_symbols(trim(inside.substr(0, comma))));
    if (has_word(tag)) out_.tags.push_back(std::move(tag));
    if (comma == std::string_view::npos) return;
    inside.remove_prefix(comma + 2);
  }
}

// "in process, not finished" is one mark, "PDF, HTML" are two.
void StatementReader::add_mark(std::string_view inside) {
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

// Takes a bracket with a short mark off the end.
std::string_view StatementReader::peel_group(std::string_view text,
                                             std::vector<std::string>& marks) {
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
void StatementReader::read_labels() {
  std::optional<Publication> known;
  int venues = 0;
  for (const EntryLink& link : entry_.links) {
    if (link.label.empty() || link.is_badge) continue;
    if (link.label.size() > 40) continue;
    std::string_view label = link.label;
    (void)strip_around(label);
    if (const auto found = read_publication(label, Asked::Known)) {
      if (found->venue.empty() || label == "preprint" || label == "Preprint") continue;
      // "See the [Nature of Code](u)", and what other cells link to.
      if ((entry_.is_cell || link.is_word) && !found->year) continue;
      if (!known) known = found;
      ++venues;
      continue;
    }
    const bool is_acronym = link.kind == LinkKind::Paper && !entry_.is_cell && label.size() >= 2 &&
                            is_ascii_upper(label[1]) && capitals_of(label) == 100 &&
                            !kind_by_label(label);
    if (is_acronym) {
      if (const auto found = read_publication(label, Asked::Venue)) {
        if (!known) known = found;
        ++venues;
      }
    }
    if (label.size() + 2 == link.label.size()) add_mark(label);
  }
  if (known && venues == 1 && out_.venue.empty()) take(*known);
}

// Takes "(Venue 2020)", ". Venue 2020", " 2020" off the end of a title.
void StatementReader::split_tail(std::string& title, Statement* out) const {
  bool has_gap = true;
  for (int rounds = 0; rounds < 4; ++rounds) {
    std::string_view view = without_end_signs(without_symbols(title));
    // A bracket that closes nothing.
    if (!view.empty() && view.back() == ')') {
      for (auto excess = std::count(view.begin(), view.end(), ')') -
                         std::count(view.begin(), view.end(), '(');
           excess > 0 && view.back() == ')'; --excess) {
        view = without_end_signs(view.substr(0, view.size() - 1));
      }
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
    const auto places = last_gaps(view);
    if (view.size() == before) {
      // ", A. Author et al." ends it.
      const std::size_t comma = places[comma_gap];
      const bool has_et_al = comma != std::string_view::npos && comma > 20 &&
                             !until_et_al(view.substr(comma + 2)).empty() &&
                             are_people(view.substr(comma + 2));
      if (has_et_al && (out == nullptr || out->authors.empty())) {
        if (out != nullptr) out->authors = std::string(view.substr(comma + 2)) + ".";
        view = view.substr(0, comma);
      }
    }
    if (view.size() == before) {
      for (std::size_t i = 0; i < std::size(gaps); ++i) {
        const std::string_view gap = gaps[i];
        const std::size_t at = places[i];
        if (at == std::string_view::npos || at == 0) continue;
        // "Michael R. Lyu"
        if (gap == ". " && at > 1 && view[at - 2] == ' ' && is_ascii_upper(view[at - 1])) continue;
        // All but a sentence of its own has to tell a year.
        const std::string_view tail = view.substr(at + gap.size());
        // ", CVPR, 2021": the year was told behind it.
        const bool is_dated = out != nullptr && out->year && out->venue.empty() &&
                              count_words(tail) <= 2 && is_known_venue(tail);
        if (gap != ". " && !is_dated && std::none_of(tail.begin(), tail.end(), is_ascii_digit)) {
          continue;
        }
        const bool is_kept = gap.front() == '?' || gap.front() == '!';
        const auto found = read_publication(tail, Asked::Year);
        if (!found || (!found->is_known && !found->venue.empty() && gap == ", ")) continue;
        if (!found->year && !found->is_known) continue;
        if (!found->year && gap != ". " && !is_dated) continue;
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
      has_gap =
          places[stop_gap] != std::string_view::npos || places[comma_gap] != std::string_view::npos;
      break;
    }
    title = std::string(view);
  }
  if (has_gap && out != nullptr && out->authors.empty()) split_people(title, *out);
}

void StatementReader::take_into(Statement& out, const Publication& found) {
  if (out.venue.empty()) out.venue = found.venue;
  if (!out.year) out.year = found.year;
}

// "oral", "PDF", "spotlight".
bool StatementReader::is_small_mark(std::string_view mark) {
  static constexpr std::string_view small[] = {
      "oral",    "spotlight", "poster", "highlight", "best paper", "survey", "pdf",      "html",
      "epub",    "video",     "free",   "paid",      "archived",   "wip",    "new",      "chinese",
      "english", "freemium",  "mit",    "gpl",       "bsd",        "cc by",  "cc by-sa", "cc0"};
  std::string folded = fold(trim(mark));
  folded.erase(std::remove(folded.begin(), folded.end(), '*'), folded.end());
  folded = std::string(trim(folded));
  return std::find(std::begin(small), std::end(small), folded) != std::end(small);
}

void StatementReader::take_more() {
  const EntryMore& more = entry_.more;
  // Where an entry and what stands below it say two things, the entry's is the fact, and the other
  // is words about it. A row has all its cells beside.
  std::string words;
  const auto take = [&](std::string& said, const std::string& below) {
    if (said.empty()) {
      said = below;
    } else if (!entry_.is_cell && fold(said).find(fold(below)) == std::string::npos) {
      append_words(words, below);
    }
  };
  if (out_.name.empty() && !more.name.empty()) set_name(more.name);
  take(out_.authors, more.authors);
  take(out_.venue, more.venue);
  if (!out_.year) {
    out_.year = more.year;
  } else if (!entry_.is_cell && more.year && *more.year != *out_.year) {
    append_words(words, std::to_string(*more.year));
  }
  for (const std::string& tag : more.tags) out_.tags.push_back(tag);
  append_words(words, more.description);
  if (words.empty()) return;
  append_words(out_.description, words);
  out_.may_be_authors = false;
  out_.is_described = true;
}

void StatementReader::finish() {
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
      if (rest.size() < view.size() && marks.empty() && has_word(rest) && rest.back() == ' ') {
        title_ = std::string(rest);
      } else if (rest.size() < view.size() && !marks.empty() && has_word(rest)) {
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
  if (is_linked_ && out_.description.empty() && !entry_.is_cell && !has_paper()) {
    part_description();
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
  if (ends_sentence(out_.authors)) out_.authors.pop_back();
  if (out_.tags.size() < 2) return;
  // The same twice says it once.
  StringIndex known;
  std::vector<std::string> kept;
  for (std::string& tag : out_.tags) {
    if (known.add(tag) == kept.size()) kept.push_back(std::move(tag));
  }
  out_.tags = std::move(kept);
}

// "Net" and "Net: a title": the title loses the name that it repeats.
void StatementReader::part_given_name() {
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

// What parts a title from what is said of it.
bool StatementReader::begins_clause(std::size_t at) const {
  while (at < text_.size() && is_blank(text_[at])) ++at;
  return at >= text_.size() || text_[at] == '.' || text_[at] == ',' || text_[at] == ':' ||
         opener_at(at) > 0 || one_at(text_, at, dashes) > 0;
}

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
