// Query: what a reader typed, understood. One grammar for the search field, the URL and the
// command line.
//
//     lamplight::Query query = lamplight::parse_query("(protein | rna) year:2020.. struc");
//     // query.clauses: any of "protein" and "rna"; year:2020..; "struc", a prefix
//     std::string text = lamplight::print_query(query);  // "(protein | rna) year:2020.. struc"
//
// parse_query never fails: what is not understood is searched as words and said in `notices`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lamplight {

// Years from the first to the last, both included. Without one of them the range is open there.
struct YearRange {
  std::optional<int> from;
  std::optional<int> to;
  bool operator==(const YearRange&) const = default;
  [[nodiscard]] bool holds(int year) const {
    return (!from || year >= *from) && (!to || year <= *to);
  }
};

// "2021", "2020..2022", "2022..", "..2019"; none for anything else.
[[nodiscard]] std::optional<YearRange> parse_year_range(std::string_view text);
[[nodiscard]] std::string print_year_range(const YearRange& range);

enum class TermField : std::uint8_t { Text, Name, In, Has, Venue, Year, Is };

// A range of bytes in some text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Span&) const = default;
};

// How a query is read, in the order of the rules:
// - Clauses side by side must all hold. "a | b" holds where one side does; it reaches as far as it
//   can: "a b | c" is (a and b) or c. Brackets hold what belongs together: "a (b | c)".
// - A dash before a word, phrase, field or bracket negates it. Quotes may be curly, dashes of any
//   kind, brackets and bars full-width.
// - Quotes hold a phrase; so does a bare word with punctuation inside ("gpt-4": "gpt 4"). One
//   without its closing quote reaches to the end of the text and is still being typed.
// - Every Chinese or Japanese character is a word: a run of them is a phrase, so that every
//   substring is found.
// - A word that ends the text is a prefix while typing. Blanks behind it change nothing; brackets
//   around it complete it: "(model)".
// - A field's value is a word or a phrase. in: any part of a section's path, or a group; has: a
//   kind of link or its beginning; venue: words of it; year: as parse_year_range; name: words;
//   is: new, saved or flagged, or the beginning of one.
// - At most 128 words and 32 brackets in brackets are read.
struct Term {
  TermField field = TermField::Text;
  bool is_prefix = false;          // last word while typing
  bool is_phrase = false;          // several words in a row
  bool is_quoted = false;          // as written: neither prefixes nor typos are forgiven
  std::vector<std::string> words;  // Text, Name: folded; one, or several for a phrase
  std::string value;               // In, Has, Venue: as typed; Is: "new", "saved", "flagged"
  YearRange years;                 // Year
  Span place;                      // in the text it was read from; not part of what it means
  bool operator==(const Term& other) const;
};

// A term, or several clauses of which all or one must hold.
struct Clause {
  enum class Kind : std::uint8_t { Term, All, Any };
  Kind kind = Kind::Term;
  bool is_negated = false;
  Term term;                    // Kind::Term
  std::vector<Clause> clauses;  // All, Any: at least two
  bool operator==(const Clause&) const = default;
};

struct QueryNotice {
  Span place;           // of the text it is about
  std::string message;  // "There is no field “foo”: searched as words."
};

struct Query {
  std::vector<Clause> clauses;  // all must hold
  std::vector<QueryNotice> notices;
  [[nodiscard]] bool is_empty() const { return clauses.empty(); }
};

// Typing: the last bare word matches as a prefix, and what may yet be completed (an open bracket,
// a bar with nothing behind it) is no notice.
enum class LastWord : std::uint8_t { Complete, Typing };

[[nodiscard]] Query parse_query(std::string_view text, LastWord last = LastWord::Typing);

// Canonical text; parse_query(print_query(q)) has the same clauses.
[[nodiscard]] std::string print_query(const Query& query);

// Calls visit(const Term&, bool is_negated) for every term, in the order of the text; is_negated
// counts the negations around it, too.
template <typename Visit>
void for_each_term(const std::vector<Clause>& clauses, Visit&& visit, bool is_negated = false) {
  for (const Clause& clause : clauses) {
    const bool is_not = is_negated != clause.is_negated;
    if (clause.kind == Clause::Kind::Term) {
      visit(clause.term, is_not);
    } else {
      for_each_term(clause.clauses, visit, is_not);
    }
  }
}

}  // namespace lamplight
