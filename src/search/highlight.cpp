// Highlights: what the index found, marked in a text. Which words count is the index's own answer
// to the query, so that a hit by a typo or a longer word is marked where it was hit.
#include <algorithm>

#include "base/sort.h"
#include "base/text.h"
#include "search/index.h"
#include "search/tokens.h"

namespace lamplight {

using search::NearWord;
using search::Stage;
using search::TermMatch;

namespace {

struct Word {
  std::string_view text;  // folded
  std::size_t begin;      // in the folded text
};

// Folded range [begin, end) in bytes of the original, whole characters only.
Span original_span(const Folded& folded, std::size_t begin, std::size_t end) {
  // One character may fold to several ("ß" to "ss"): take it whole.
  while (end < folded.text.size() && end > 0 && folded.origin[end] == folded.origin[end - 1]) ++end;
  return {folded.origin[begin], folded.origin[end]};
}

// How many bytes of the word are to be marked; 0: it is no hit.
std::size_t marked_size(const search::Vocabulary& vocabulary, const TermMatch& match,
                        const std::string& wanted, bool is_prefix, std::string_view word) {
  if (match.stage == Stage::Near) {
    const bool is_near = std::any_of(match.near.begin(), match.near.end(), [&](NearWord near) {
      return vocabulary.word(near.word) == word;
    });
    return is_near ? word.size() : 0;
  }
  const bool begins = word.substr(0, wanted.size()) == wanted;
  const bool may_be_longer = is_prefix || match.stage == Stage::Longer;
  return begins && (may_be_longer || word.size() == wanted.size()) ? wanted.size() : 0;
}

// Sorts, and joins what overlaps.
void join_spans(std::vector<Span>& spans) {
  sort_stably(spans, [](const Span& a, const Span& b) { return a.begin < b.begin; });
  std::size_t kept = 0;
  for (const Span& span : spans) {
    if (kept > 0 && span.begin < spans[kept - 1].end) {
      spans[kept - 1].end = std::max(spans[kept - 1].end, span.end);
    } else {
      spans[kept++] = span;
    }
  }
  spans.resize(kept);
}

}  // namespace

std::vector<Span> Index::find_highlights(const Query& query, std::string_view text,
                                         TextOf text_of) const {
  std::vector<Span> spans;
  Folded folded;
  std::vector<Word> words;
  for_each_term(query.clauses, [&](const Term& term, bool is_negated) {
    const bool counts =
        term.field == TermField::Text || (term.field == TermField::Name && text_of == TextOf::Name);
    if (is_negated || !counts || term.words.empty()) return;
    if (folded.origin.empty()) {
      folded = fold_with_origin(text);
      search::for_each_word(folded.text, [&](std::string_view word, std::size_t begin) {
        words.push_back({word, begin});
      });
    }
    const std::shared_ptr<const TermMatch> match = impl_->match(term);
    for (std::size_t first = 0; first + term.words.size() <= words.size(); ++first) {
      std::size_t marked = 1;
      for (std::size_t i = 0; i < term.words.size() && marked > 0; ++i) {
        const bool is_prefix = term.is_prefix && i + 1 == term.words.size();
        marked = marked_size(impl_->text.vocabulary(), *match, term.words[i], is_prefix,
                             words[first + i].text);
      }
      if (marked == 0) continue;
      const std::size_t end = words[first + term.words.size() - 1].begin + marked;
      spans.push_back(original_span(folded, words[first].begin, end));
    }
  });
  join_spans(spans);
  return spans;
}

}  // namespace lamplight
