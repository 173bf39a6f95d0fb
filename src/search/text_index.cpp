#include "search/text_index.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "search/tokens.h"

namespace lamplight::search {
namespace {

constexpr std::uint8_t no_match = 255;

// A word or the beginning of a phrase, found.
std::uint8_t class_of(WordField field, bool is_whole) {
  if (field == WordField::Name) return name_hit;
  if (field == WordField::TitleStart) return title_prefix;
  return is_whole ? whole_word : word_prefix;
}

// Where a phrase may go on: the position of its last word so far.
struct Candidate {
  std::uint32_t work;
  std::uint32_t position;
  std::uint8_t first_class;  // class_of the phrase's first word
};

bool is_before(const Candidate& a, const Candidate& b) {
  return a.work != b.work ? a.work < b.work : a.position < b.position;
}

}  // namespace

TextIndex::TextIndex(const Catalog& catalog) : works_(catalog.works.size()) {
  struct Occurrence {
    std::uint32_t word;
    Posting posting;
  };
  VocabularyBuilder words;
  std::vector<Occurrence> occurrences;
  std::string folded;
  for (std::uint32_t work = 0; work < works_; ++work) {
    std::uint32_t position = 0;
    for_each_text(catalog, catalog.works[work],
                  [&](std::string_view text, WordField first, WordField others, bool has_gap) {
                    if (has_gap) ++position;
                    WordField field = first;
                    folded.clear();
                    fold_append(folded, text);
                    for_each_word(folded, [&](std::string_view word, std::size_t) {
                      const std::uint32_t place =
                          (position++ << 2) | static_cast<std::uint32_t>(field);
                      occurrences.push_back({words.add(word), {work, place}});
                      field = others;
                    });
                  });
  }
  VocabularyBuilder::Built built = words.build();
  vocabulary_ = std::move(built.vocabulary);

  // A counting sort by word keeps the order of works and places.
  starts_.assign(vocabulary_.size() + std::size_t{1}, 0);
  for (const Occurrence& occurrence : occurrences) ++starts_[built.rank[occurrence.word] + 1];
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  postings_.resize(occurrences.size());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  for (const Occurrence& occurrence : occurrences) {
    postings_[next[built.rank[occurrence.word]]++] = occurrence.posting;
  }
}

TermHits TextIndex::match(const Term& term) const {
  TermHits hits{WorkSet(works_), std::vector<std::uint8_t>(works_, no_match)};
  if (term.words.size() == 1) {
    match_word(term, hits);
  } else if (!term.words.empty()) {
    match_phrase(term, hits);
  }
  return hits;
}

void TextIndex::match_word(const Term& term, TermHits& hits) const {
  const std::string& wanted = term.words.front();
  const WordRange range =
      term.is_prefix ? vocabulary_.find_prefix(wanted) : vocabulary_.find(wanted);
  const bool names_only = term.field == TermField::Name;
  for (std::uint32_t word = range.begin; word < range.end; ++word) {
    const bool is_whole = vocabulary_.word(word).size() == wanted.size();
    for (const Posting& posting : postings({word, word + 1})) {
      if (names_only && posting.field() != WordField::Name) continue;
      std::uint8_t& best = hits.classes[posting.work];
      best = std::min(best, class_of(posting.field(), is_whole));
      hits.works.add(posting.work);
    }
  }
}

void TextIndex::match_phrase(const Term& term, TermHits& hits) const {
  const bool names_only = term.field == TermField::Name;
  std::vector<Candidate> candidates;
  for (const Posting& posting : postings(vocabulary_.find(term.words.front()))) {
    if (names_only && posting.field() != WordField::Name) continue;
    candidates.push_back({posting.work, posting.position(), class_of(posting.field(), true)});
  }
  std::vector<Candidate> longer;
  for (std::size_t i = 1; i < term.words.size() && !candidates.empty(); ++i) {
    const std::string& wanted = term.words[i];
    const bool is_prefix = term.is_prefix && i + 1 == term.words.size();
    const WordRange range = is_prefix ? vocabulary_.find_prefix(wanted) : vocabulary_.find(wanted);
    longer.clear();
    for (std::uint32_t word = range.begin; word < range.end; ++word) {
      const bool is_whole = vocabulary_.word(word).size() == wanted.size();
      for (const Posting& posting : postings({word, word + 1})) {
        if (posting.position() == 0) continue;
        if (names_only && posting.field() != WordField::Name) continue;
        const Candidate before{posting.work, posting.position() - 1, 0};
        const auto found =
            std::lower_bound(candidates.begin(), candidates.end(), before, is_before);
        if (found == candidates.end() || is_before(before, *found)) continue;
        std::uint8_t first_class = found->first_class;
        if (first_class == whole_word && !is_whole) first_class = word_prefix;
        longer.push_back({posting.work, posting.position(), first_class});
      }
    }
    std::sort(longer.begin(), longer.end(), is_before);
    candidates.swap(longer);
  }
  for (const Candidate& candidate : candidates) {
    std::uint8_t& best = hits.classes[candidate.work];
    best = std::min(best, candidate.first_class);
    hits.works.add(candidate.work);
  }
}

}  // namespace lamplight::search
