#include <algorithm>

#include "app/builders.h"
#include "base/text.h"
#include "base/wording.h"

namespace lamplight::app {
namespace {

// "“a”, “b” and “c” are searched instead."
std::string searched_text(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += quoted(words[i]);
  }
  return text + (words.size() == 1 ? " is searched instead." : " are searched instead.");
}

bool is_word_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_word_character(decode_utf8(text, at).value);
}

bool ends_in_word(std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = text.size() - 1;
  while (at > 0 && is_utf8_continuation(text[at])) --at;
  return is_word_at(text, at);
}

// The range of the folded `word` in the term's text: the last one, since the name of a field may
// stand before it. The whole term when it is not there as a word of its own.
Span find_word(std::string_view term, std::string_view word) {
  const Folded folded = fold_with_origin(term);
  const std::string_view text = folded.text;
  for (std::size_t at = text.rfind(word); at != std::string_view::npos;
       at = text.substr(0, at + word.size() - 1).rfind(word)) {
    const std::size_t end = at + word.size();
    if (!ends_in_word(text.substr(0, at)) && !is_word_at(text, end)) {
      return {folded.origin[at], folded.origin[end]};
    }
    if (at == 0) break;
  }
  return {0, term.size()};
}

}  // namespace

std::vector<CorrectionView> build_corrections(std::string_view query,
                                              const std::vector<Correction>& corrections) {
  std::vector<CorrectionView> views;
  for (const Correction& correction : corrections) {
    if (correction.words.empty() || correction.typed.empty()) continue;
    const std::size_t begin = std::min(correction.place.begin, query.size());
    const std::size_t end = std::clamp(correction.place.end, begin, query.size());
    const Span word = find_word(query.substr(begin, end - begin), correction.typed);
    const std::string& likeliest = correction.words.front();
    std::string better(query);
    better.replace(begin + word.begin, word.end - word.begin, likeliest);
    views.push_back(
        {"No work has " + quoted(correction.typed) + ": " + searched_text(correction.words),
         "Search for " + quoted(likeliest), SetQuery{std::move(better)}});
  }
  return views;
}

}  // namespace lamplight::app
