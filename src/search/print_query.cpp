#include <string>

#include "base/text.h"
#include "lamplight/query.h"
#include "search/query_pieces.h"
#include "search/tokens.h"

namespace lamplight {
namespace {

bool is_cjk_at_end(std::string_view word) {
  std::size_t at = word.size();
  while (at > 0 && is_utf8_continuation(word[--at])) {
  }
  return !word.empty() && search::is_word_by_itself(decode_utf8(word, at).value);
}

bool is_cjk_at_begin(std::string_view word) {
  return !word.empty() && search::is_word_by_itself(decode_utf8(word, 0).value);
}

std::string join_words(const std::vector<std::string>& words, char separator) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty() && !(is_cjk_at_end(text) && is_cjk_at_begin(word))) text += separator;
    text += word;
  }
  return text;
}

// Values have been squeezed: a blank is the only space in them.
bool needs_quotes(std::string_view value) {
  for (std::size_t at = 0; at < value.size();) {
    const CodePoint point = decode_utf8(value, at);
    if (point.value == ' ' || search::is_bar(point.value) || search::is_open_bracket(point.value) ||
        search::is_close_bracket(point.value)) {
      return true;
    }
    at += point.size;
  }
  return false;
}

std::string_view field_prefix(TermField field) {
  switch (field) {
    case TermField::Text:
      break;
    case TermField::Name:
      return "name:";
    case TermField::In:
      return "in:";
    case TermField::Has:
      return "has:";
    case TermField::Venue:
      return "venue:";
    case TermField::Year:
      return "year:";
    case TermField::Is:
      return "is:";
  }
  return {};
}

// The term that ends the text; none in an empty query.
const Term* find_last_term(const std::vector<Clause>& clauses) {
  const Term* last = nullptr;
  for_each_term(clauses, [&](const Term& term, bool) { last = &term; });
  return last;
}

class Printer {
 public:
  explicit Printer(const Term* last) : last_(last) {}

  // Brackets stand only where bars would reach too far, or around what is negated together.
  void add(const std::vector<Clause>& clauses, Clause::Kind parent) {
    for (const Clause& clause : clauses) {
      if (&clause != clauses.data()) text_ += parent == Clause::Kind::Any ? " | " : " ";
      if (clause.is_negated) text_ += '-';
      if (clause.kind == Clause::Kind::Term) {
        add_term(clause.term);
        continue;
      }
      const bool has_brackets =
          clause.is_negated || (clause.kind == Clause::Kind::Any && parent == Clause::Kind::All);
      if (has_brackets) text_ += '(';
      add(clause.clauses, clause.kind);
      if (has_brackets && !is_open_) {
        text_ += ')';
        bare_end_ = none;
      }
    }
  }

  std::string take() {
    // Without brackets the word would be read as one that is still being typed.
    if (bare_end_ != none && !is_open_) text_.insert(bare_end_, 1, '(') += ')';
    return std::move(text_);
  }

 private:
  void add_term(const Term& term) {
    // Only the end of the text is still being typed: there, quotes and brackets stay open.
    is_open_ = term.is_prefix && &term == last_;
    const std::size_t begin = text_.size();
    bare_end_ = none;
    text_ += field_prefix(term.field);
    switch (term.field) {
      case TermField::Text:
      case TermField::Name:
        if (term.is_quoted) {
          text_ += '"' + join_words(term.words, ' ');
          if (!is_open_) text_ += '"';
        } else {
          text_ += join_words(term.words, '-');
          bare_end_ = begin;
        }
        break;
      case TermField::Year:
        text_ += print_year_range(term.years);
        break;
      case TermField::In:
      case TermField::Has:
      case TermField::Venue:
      case TermField::Is:
        text_ += needs_quotes(term.value) ? '"' + term.value + '"' : term.value;
        break;
    }
  }

  const Term* last_;
  std::string text_;
  static constexpr std::size_t none = std::string::npos;
  std::size_t bare_end_ = none;  // where the bare word or phrase begins that ends the text
  bool is_open_ = false;
};

}  // namespace

std::string print_query(const Query& query) {
  Printer printer(find_last_term(query.clauses));
  // A lone alternative needs no brackets.
  printer.add(query.clauses, query.clauses.size() == 1 ? Clause::Kind::Any : Clause::Kind::All);
  return printer.take();
}

}  // namespace lamplight
