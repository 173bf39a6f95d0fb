#include "search/query_terms.h"

#include <utility>

#include "base/text.h"
#include "search/link_kinds.h"
#include "search/tokens.h"

namespace lamplight {

bool Term::operator==(const Term& other) const {
  return field == other.field && is_prefix == other.is_prefix && is_phrase == other.is_phrase &&
         is_quoted == other.is_quoted && words == other.words && value == other.value &&
         years == other.years;
}

namespace search {
namespace {

// Keeps the work bounded for a query that is a whole pasted file.
constexpr std::size_t max_words = 128;
// Nobody reads more of them.
constexpr std::size_t max_notices = 32;

struct FieldName {
  std::string_view name;
  TermField field;
};
constexpr FieldName field_names[] = {
    {"name", TermField::Name},   {"in", TermField::In},     {"has", TermField::Has},
    {"venue", TermField::Venue}, {"year", TermField::Year}, {"is", TermField::Is},
};

// The values of "is:"; each begins with another letter.
constexpr std::string_view is_values[] = {"new", "saved", "flagged"};

// What `value` is or begins; empty for anything else.
std::string_view find_is_value(std::string_view value) {
  const std::string folded = fold(value);
  for (const std::string_view known : is_values) {
    if (!folded.empty() && known.substr(0, folded.size()) == folded) return known;
  }
  return {};
}

// Whether more typing can make it a range: "20", "2020.", "2020..20", but not "2020..19".
bool is_beginning_of_years(std::string_view value) {
  constexpr std::size_t year_digits = 4;
  std::string latest(value);
  std::size_t size = year_digits;
  if (const std::size_t dot = value.find('.'); dot != std::string_view::npos) {
    if (value.size() == dot + 1) latest += '.';
    size = dot + 2 + year_digits;
  }
  if (latest.size() < size) latest.append(size - latest.size(), '9');
  return parse_year_range(latest).has_value();
}

std::string in_quotes(std::string_view text) { return "“" + std::string(text) + "”"; }

Term term_at(Span place, TermField field = TermField::Text) {
  Term term;
  term.field = field;
  term.place = place;
  return term;
}

// False when the field has no such value.
bool read_value(const std::string& value, Term& term) {
  switch (term.field) {
    case TermField::Year:
      if (const std::optional<YearRange> years = parse_year_range(value)) {
        term.years = *years;
        return true;
      }
      return false;
    case TermField::Is:
      term.value = find_is_value(value);
      return !term.value.empty();
    case TermField::Has:
      if (find_kinds(value) == 0) return false;
      break;
    default:
      break;
  }
  term.value = value;
  return true;
}

}  // namespace

void TermReader::read(const Piece& piece, std::vector<Clause>& clauses) {
  if (piece.is_quoted && piece.is_open && last_ == LastWord::Complete) {
    const std::size_t quote = piece.value_begin;
    tell({quote, quote + decode_utf8(text_, quote).size},
         "This quote has no end: it reaches to the end of the query.");
  }
  if (piece.field.empty()) {
    add_words(piece, term_at(piece.body), piece.value, clauses);
    return;
  }
  for (const FieldName& known : field_names) {
    if (equals_ignoring_ascii_case(piece.field, known.name)) {
      read_field(piece, known.field, clauses);
      return;
    }
  }
  read_unknown_field(piece, clauses);
}

void TermReader::read_unknown_field(const Piece& piece, std::vector<Clause>& clauses) {
  const std::string_view whole = text_.substr(piece.body.begin, piece.body.end - piece.body.begin);
  // "OpenFold:" at the end of a pasted name and the scheme of a URL are no fields.
  const bool is_field = !piece.value.empty() && piece.value.substr(0, 2) != "//";
  if (is_field) {
    tell(piece.place, "There is no field " + in_quotes(piece.field) + ": searched as words.");
  }
  if (!is_field || piece.is_negated) {
    // One term: what is negated is both words together.
    Piece words = piece;
    words.is_quoted = false;
    add_words(words, term_at(piece.body), whole, clauses);
    return;
  }
  Piece name = piece;
  name.is_open = name.is_quoted = false;
  const std::size_t begin = piece.body.begin;
  add_words(name, term_at({begin, begin + piece.field.size()}), piece.field, clauses);
  add_words(piece, term_at({piece.value_begin, piece.body.end}), piece.value, clauses);
}

void TermReader::read_field(const Piece& piece, TermField field, std::vector<Clause>& clauses) {
  const std::string value = squeeze_space(piece.value);
  if (value.empty()) return;  // "in:" on the way to "in:vision"
  if (field == TermField::Name) {
    add_words(piece, term_at(piece.body, field), piece.value, clauses);
    return;
  }
  Term term = term_at(piece.body, field);
  if (read_value(value, term)) {
    add(piece, std::move(term), clauses);
    return;
  }
  if (field == TermField::Year) {
    if (is_being_typed(piece) && is_beginning_of_years(value)) return;
    tell(piece.place, in_quotes(value) + " is no year: write year:2021 or year:2020..2022.");
  } else if (field == TermField::Has) {
    tell(piece.place, "There is no kind of link " + in_quotes(value) + ": searched as words.");
  } else {
    tell(piece.place,
         "There is no is:" + value + ", only is:new, is:saved and is:flagged: searched as words.");
  }
  add_words(piece, term_at(piece.body), piece.value, clauses);
}

void TermReader::add_words(const Piece& piece, Term term, std::string_view value,
                           std::vector<Clause>& clauses) {
  term.words = words_of(value);
  if (term.words.empty()) {
    // A lone dash or quote is the beginning of something; anything else is told.
    if (!value.empty() && !is_being_typed(piece)) {
      tell(piece.place, in_quotes(squeeze_space(value)) + " has no letters or digits: left out.");
    }
    return;
  }
  term.is_phrase = term.words.size() > 1;
  term.is_quoted = piece.is_quoted;
  term.is_prefix = is_being_typed(piece);
  add(piece, std::move(term), clauses);
}

void TermReader::add(const Piece& piece, Term term, std::vector<Clause>& clauses) {
  const std::size_t words = term.words.empty() ? 1 : term.words.size();
  if (words_ + words > max_words) {
    if (!is_full_) {
      tell({piece.place.begin, text_.size()},
           "The query is too long: only its first words are searched.");
    }
    is_full_ = true;
  }
  if (is_full_) return;
  words_ += words;
  Clause clause;
  clause.is_negated = piece.is_negated;
  clause.term = std::move(term);
  clauses.push_back(std::move(clause));
}

void TermReader::tell(Span place, std::string message) {
  ++told_;
  if (notices_.size() < max_notices) notices_.push_back({place, std::move(message)});
}

}  // namespace search
}  // namespace lamplight
