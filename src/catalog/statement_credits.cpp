// Who wrote it, around the title: before it, behind it, in a style of their own.
#include <algorithm>

#include "base/text.h"
#include "catalog/link_kind.h"
#include "catalog/names.h"
#include "catalog/publication.h"
#include "catalog/statement_reader.h"

namespace lamplight::catalog {

// Whether what has a style from there on names people, or where and when.
bool StatementReader::begins_credits(std::size_t at) const {
  if (styled_.styles[at] == 0) return false;
  for (const std::uint8_t how : {style::emphasis, style::strong, style::code}) {
    if (!styled_.has(at, how) || (at > 0 && styled_.has(at - 1, how))) continue;
    const std::size_t end = end_of_style(at, how);
    if (end - at > max_look_ahead) continue;
    const std::string inside = words(at, end);
    if (read_publication(inside, Asked::Year) || read_credits(inside)) return true;
    if (are_surely_people(inside, 1) && how == style::emphasis) return true;
  }
  return false;
}

// Whether what follows, up to a label or the end, names people, or where and when.
bool StatementReader::tells_credits(std::size_t at) const {
  while (at < text_.size() && (is_blank(text_[at]) || text_[at] == '.' || text_[at] == ',')) ++at;
  if (at >= text_.size() || text_[at] == sign::label) return true;
  if (begins_credits(at)) return true;
  std::size_t end = at;
  const std::size_t limit = std::min(text_.size(), at + max_look_ahead);
  while (end < limit && text_[end] != sign::label && text_[end] != sign::paragraph &&
         text_[end] != '(' && text_[end] != '[' &&
         styled_.has(end, style::emphasis | style::strong | style::code) ==
             styled_.has(at, style::emphasis | style::strong | style::code)) {
    ++end;
  }
  const std::string plain = words(at, end);
  return !has_word(plain) || read_credits(plain) || read_publication(plain, Asked::Year) ||
         until_et_al(plain).size() + 2 >= plain.size();
}

// Ann Lee, Bo Chi. "A Title." and the same with a title that is bold or slanted.
bool StatementReader::read_title_after_people() {
  const std::size_t limit = character_begin(text_, at_ + max_look_ahead);
  std::size_t i = std::max(at_, std::min(end_of_bare_, limit));
  while (i < limit &&
         !styled_.has(i, style::strong | style::emphasis | style::link | style::code) &&
         (is_word_or_blank(text_[i]) || (text_[i] != sign::label && text_[i] != sign::paragraph &&
                                         one_at(text_, i, quotes) == 0 && text_[i] != '['))) {
    ++i;
  }
  // Only what is quoted or has a style can be the title then.
  if (i >= limit || i == at_ || text_[i] == '[' || text_[i] == sign::label ||
      text_[i] == sign::paragraph || !are_surely_people(words(at_, i))) {
    return false;
  }
  const std::size_t begin = at_;
  at_ = i;
  if (!read_quoted_title(true)) {
    const std::uint8_t how = styled_.has(i, style::strong)     ? style::strong
                             : styled_.has(i, style::emphasis) ? style::emphasis
                                                               : style::link;
    const std::size_t end = end_of_style(i, how);
    if (!styled_.has(i, how) || count_words(words(i, end)) < 2) {
      at_ = begin;
      return false;
    }
    title_ = words(i, end);
    at_ = end;
    has_clear_end_ = true;
  }
  out_.authors = without_end_signs(words(begin, i));
  return true;
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

// "by Ann Lee", "by Ann Lee, 2019", "by Ann Lee. What it is.", "by Ann Lee - what it is"
bool StatementReader::read_byline(std::string_view text) {
  std::string_view people = text;
  std::string_view more;
  const auto credits = read_credits(text);
  if (credits) {
    people = credits->authors;
  } else if (const std::size_t dash = text.find(" - "); dash != std::string_view::npos) {
    people = text.substr(0, dash);
    more = text.substr(dash + 3);
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

// "Title. Ann Lee, Bo Chi", "Ann Lee, Bo Chi. Title" and, where a venue or a year was said behind
// them, "Title, Ann Lee, Bo Chi".
void StatementReader::split_people(std::string& title, Statement& out) {
  constexpr int most_gaps = 12;
  const std::string_view view = title;
  const bool is_dated = out.year || !out.venue.empty();
  int seen = 0;
  for (std::size_t at = 1; at < view.size() && seen < most_gaps; ++at) {
    const char sign = view[at - 1];
    if (view[at] != ' ' || (sign != '.' && sign != ',')) continue;
    ++seen;
    const std::string_view head = view.substr(0, at - 1);
    const std::string_view tail = view.substr(at + 1);
    if ((sign == '.' ? count_words(head) >= 2 : is_dated && count_words(head) >= 3) &&
        are_surely_people(tail)) {
      out.authors = without_end_signs(tail);
      title = std::string(head);
      return;
    }
    if (sign != '.' || count_words(tail) < 3 || tail.front() == '(') continue;
    // "Lee, A., & Chi, B. (2020). Title"
    std::string_view people = view.substr(0, at);
    std::optional<int> year;
    if (people.size() > 8 && people.substr(people.size() - 2) == ").") {
      year = read_year(people.substr(people.size() - 6, 4));
      if (year) people = trim(people.substr(0, people.size() - 7));
    }
    if (!are_surely_people(people) || are_surely_people(tail)) continue;
    if (year && !out.year) out.year = year;
    // The last full stop is of initials, or of "et al.".
    const bool keeps_stop = year || (people.size() > 2 && people[people.size() - 3] == ' ') ||
                            !until_et_al(people).empty();
    out.authors = keeps_stop ? people : without_end_signs(people);
    const std::size_t stop = year ? tail.find(". ") : std::string_view::npos;
    if (stop != std::string_view::npos && out.venue.empty()) {
      // "Journal of Things, 12(3), 1-10"
      const std::string_view venue = tail.substr(stop + 2);
      if (const auto found = read_publication(venue.substr(0, venue.find(',')), Asked::Venue)) {
        out.venue = found->venue;
        title = std::string(tail.substr(0, stop));
        return;
      }
    }
    title = std::string(tail);
    return;
  }
}

void StatementReader::take_prefix(const std::string& before) {
  if (const auto found = read_publication(before, Asked::Year)) {
    take(*found);
  } else if (are_people(before) && !until_et_al(before).empty()) {
    out_.authors = before;
  } else {
    set_name(before);
  }
}

}  // namespace lamplight::catalog
