#include <algorithm>

#include "base/text.h"
#include "search/index.h"
#include "search/tokens.h"

namespace lamplight {
namespace {

struct Word {
  std::string_view text;  // folded
  std::size_t begin;      // in the folded text
};

bool matches(const std::string& wanted, std::string_view word, bool is_prefix) {
  return is_prefix ? word.substr(0, wanted.size()) == wanted : word == wanted;
}

// Folded range [begin, end) in bytes of the original, whole characters only.
Span original_span(const Folded& folded, std::size_t begin, std::size_t end) {
  // One character may fold to several ("ß" to "ss"): take it whole.
  while (end < folded.text.size() && end > 0 && folded.origin[end] == folded.origin[end - 1]) ++end;
  return {folded.origin[begin], folded.origin[end]};
}

}  // namespace

std::vector<Span> Index::find_highlights(const Query& query, std::string_view text) const {
  std::vector<Span> spans;
  const bool has_words = std::any_of(query.terms.begin(), query.terms.end(), [](const Term& term) {
    return !term.is_negated && !term.words.empty();
  });
  if (!has_words) return spans;

  const Folded folded = fold_with_origin(text);
  std::vector<Word> words;
  search::for_each_word(folded.text, [&](std::string_view word, std::size_t begin) {
    words.push_back({word, begin});
  });
  for (const Term& term : query.terms) {
    if (term.is_negated || term.words.empty()) continue;
    for (std::size_t first = 0; first + term.words.size() <= words.size(); ++first) {
      bool all = true;
      for (std::size_t i = 0; i < term.words.size() && all; ++i) {
        const bool is_last = i + 1 == term.words.size();
        all = matches(term.words[i], words[first + i].text, is_last && term.is_prefix);
      }
      if (!all) continue;
      const std::size_t end = words[first + term.words.size() - 1].begin + term.words.back().size();
      spans.push_back(original_span(folded, words[first].begin, end));
    }
  }
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::size_t kept = 0;
  for (const Span& span : spans) {
    if (kept > 0 && span.begin < spans[kept - 1].end) {
      spans[kept - 1].end = std::max(spans[kept - 1].end, span.end);
    } else {
      spans[kept++] = span;
    }
  }
  spans.resize(kept);
  return spans;
}

}  // namespace lamplight
