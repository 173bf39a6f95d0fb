#include <string>

#include "base/text.h"
#include "lamplight/query.h"
#include "search/tokens.h"

namespace lamplight {
namespace {

bool is_cjk_at_end(std::string_view word) {
  std::size_t at = word.size();
  while (at > 0 && (static_cast<unsigned char>(word[--at]) & 0xC0) == 0x80) {
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

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

// A bare last word would be read as a prefix: where it is none, it stands in quotes.
std::string print_words(const Term& term, bool is_last) {
  if (term.is_prefix) return join_words(term.words, '-');
  if (term.words.size() == 1 && !is_last) return term.words.front();
  return quoted(join_words(term.words, ' '));
}

std::string print_term(const Term& term, bool is_last) {
  std::string text = term.is_negated ? "-" : "";
  switch (term.field) {
    case TermField::Text:
      return text + print_words(term, is_last);
    case TermField::Name:
      return text + "name:" + print_words(term, is_last);
    case TermField::Year:
      return text + "year:" + print_year_range(term.years);
    case TermField::In:
      text += "in:";
      break;
    case TermField::Has:
      text += "has:";
      break;
    case TermField::Venue:
      text += "venue:";
      break;
  }
  // Values have been squeezed: a blank is the only space in them.
  return text + (term.value.find(' ') == std::string::npos ? term.value : quoted(term.value));
}

}  // namespace

std::string print_query(const Query& query) {
  std::string text;
  for (std::size_t i = 0; i < query.terms.size(); ++i) {
    if (i > 0) text += ' ';
    text += print_term(query.terms[i], i + 1 == query.terms.size());
  }
  return text;
}

}  // namespace lamplight
