// Query: what a reader typed, understood. One grammar for the search field, the URL and the
// command line.
//
//     lamplight::Query query = lamplight::parse_query("protein struc has:code year:2020..");
//     // query.terms: "protein", "struc", has:code, year:2020..
//
// This is the grammar's first form: words joined by and, the last a prefix, "phrase", -not,
// in: has: year: venue: name:. parse_query never fails: what is not understood is searched as
// words and said in `notices`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lamplight {

// Both ends included; none is open.
struct YearRange {
  std::optional<int> from;
  std::optional<int> to;
  bool operator==(const YearRange&) const = default;
};

// "2021", "2020..2022", "2022..", "..2019"; none for anything else.
[[nodiscard]] std::optional<YearRange> parse_year_range(std::string_view text);
[[nodiscard]] std::string print_year_range(const YearRange& range);

enum class TermField { Text, Name, In, Has, Venue, Year };

// How a query is read, in the order of the rules:
// - A dash before a word, phrase or field negates it. Quotes may be curly, dashes of any kind.
// - Quotes hold a phrase; so does a bare word with punctuation inside ("gpt-4": "gpt 4"). One
//   without its closing quote reaches to the end of the text and is still being typed.
// - Every Chinese or Japanese character is a word: a run of them is a phrase.
// - A word that ends the text is a prefix while typing; a blank behind it completes it.
// - A field's value is a word or a phrase. in: any part of a section's path, or a group; has: a
//   kind of link or its beginning; venue: words of it; year: as parse_year_range; name: words.
// - At most 128 words are searched.
struct Term {
  TermField field = TermField::Text;
  bool is_negated = false;
  bool is_prefix = false;  // last word while typing
  bool is_phrase = false;
  std::vector<std::string> words;  // folded; one, or several for a phrase
  std::string value;               // as typed, for In, Has, Venue
  YearRange years;                 // for Year
  bool operator==(const Term&) const = default;
};

struct QueryNotice {
  std::size_t begin = 0;  // byte range of the text it is about
  std::size_t end = 0;
  std::string message;  // "There is no field “foo”: searched as words."
};

struct Query {
  std::vector<Term> terms;  // all must hold
  std::vector<QueryNotice> notices;
  [[nodiscard]] bool is_empty() const { return terms.empty(); }
};

enum class LastWord { Complete, Typing };  // Typing: the last bare word matches as a prefix

[[nodiscard]] Query parse_query(std::string_view text, LastWord last = LastWord::Typing);

// Canonical text; parse_query(print_query(q)) has the same terms.
[[nodiscard]] std::string print_query(const Query& query);

}  // namespace lamplight
