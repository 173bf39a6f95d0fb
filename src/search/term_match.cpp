#include "search/term_match.h"

#include <algorithm>
#include <utility>

namespace lamplight::search {
namespace {

class WordMatcher {
 public:
  WordMatcher(const TextIndex& index, std::size_t works, const Term& term)
      : index_(index), works_(works), word_(term.words.front()), term_(term) {}

  TermMatch run() {
    const Vocabulary& vocabulary = index_.vocabulary();
    const WordRange longer = vocabulary.find_prefix(word_);
    add_all(term_.is_prefix ? longer : vocabulary.find(word_));
    if (match_.classes.empty() && !term_.is_quoted) {
      match_.stage = Stage::Longer;
      if (!term_.is_prefix) add_all(longer);
      if (match_.classes.empty()) add_near();
    }
    finish();
    return std::move(match_);
  }

 private:
  // Adds the postings of a word, each to the set that `classes` has for its field. False when none
  // counted.
  bool add(std::uint32_t word, const std::uint8_t (&classes)[3]) {
    const bool names_only = term_.field == TermField::Name;
    const std::size_t highest = *std::max_element(classes, classes + 3);
    while (match_.classes.size() <= highest) match_.classes.emplace_back(works_);
    WorkSet* const sets[3] = {&match_.classes[classes[0]], &match_.classes[classes[1]],
                              &match_.classes[classes[2]]};
    bool is_found = false;
    index_.for_each_posting(word, [&](std::uint32_t slot, WordField field) {
      if (names_only && field != WordField::Name) return;
      sets[static_cast<std::uint32_t>(field)]->add(slot);
      is_found = true;
    });
    return is_found;
  }

  void add_all(WordRange range) {
    bool is_found = false;
    for (std::uint32_t word = range.begin; word < range.end; ++word) {
      const bool is_whole = index_.vocabulary().word(word).size() == word_.size();
      const std::uint8_t classes[3] = {name_hit, title_prefix, is_whole ? whole_word : word_prefix};
      is_found = add(word, classes) || is_found;
    }
    if (!is_found) match_.classes.clear();
  }

  // The fewest edits that find a work.
  void add_near() {
    match_.stage = Stage::Near;
    const std::uint32_t most = max_edits(word_);
    for (std::uint32_t edits = 1; edits <= most && match_.near.empty(); ++edits) {
      const std::vector<NearWord> near =
          find_near_words(index_.vocabulary(), word_, edits, term_.is_prefix);
      for (const NearWord& each : near) add_near(each);
    }
    if (match_.near.empty()) match_.classes.clear();
  }
  void add_near(const NearWord& near) {
    const std::uint8_t one =
        static_cast<std::uint8_t>(typo + 2 * (near.distance - 1) + (near.is_prefix ? 1 : 0));
    const std::uint8_t classes[3] = {one, one, one};
    if (near.distance > 0 && add(near.word, classes)) match_.near.push_back(near);
  }

  void finish() {
    match_.works = WorkSet(works_);
    for (WorkSet& each : match_.classes) {
      each.subtract(match_.works);
      match_.works.unite(each);
    }
  }

  const TextIndex& index_;
  const std::size_t works_;
  const std::string& word_;
  const Term& term_;
  TermMatch match_;
};

// Where a phrase may go on: slot, position of its last word so far, and the class of its first
// word, in one number, so that their order is that of slots and positions.
using Candidate = std::uint64_t;

Candidate candidate_at(std::uint32_t slot, std::uint32_t position, std::uint32_t first_class) {
  return std::uint64_t{slot} << 34 | std::uint64_t{position} << 2 | first_class;
}
std::uint32_t slot_of(Candidate candidate) { return static_cast<std::uint32_t>(candidate >> 34); }
std::uint32_t class_of(Candidate candidate) { return static_cast<std::uint32_t>(candidate & 3); }

class PhraseMatcher {
 public:
  PhraseMatcher(const TextIndex& index, std::size_t works, const Term& term)
      : index_(index), works_(works), term_(term) {}

  TermMatch run() {
    begin();
    for (std::size_t i = 1; i < term_.words.size() && !candidates_.empty(); ++i) go_on(i);
    TermMatch match;
    match.works = WorkSet(works_);
    if (candidates_.empty()) return match;
    match.classes.assign(word_prefix + std::size_t{1}, WorkSet(works_));
    for (const Candidate each : candidates_) match.classes[class_of(each)].add(slot_of(each));
    for (WorkSet& each : match.classes) {
      each.subtract(match.works);
      match.works.unite(each);
    }
    return match;
  }

 private:
  [[nodiscard]] bool counts(WordField field) const {
    return term_.field != TermField::Name || field == WordField::Name;
  }

  void begin() {
    const WordRange first = index_.vocabulary().find(term_.words.front());
    if (first.is_empty()) return;
    index_.for_each_place(
        first.begin, [&](std::uint32_t slot, WordField field, std::uint32_t position) {
          if (!counts(field)) return;
          candidates_.push_back(candidate_at(slot, position, static_cast<std::uint32_t>(field)));
        });
  }

  // Keeps the candidates behind which the word at `at` stands.
  void go_on(std::size_t at) {
    const std::string& wanted = term_.words[at];
    const bool is_prefix = term_.is_prefix && at + 1 == term_.words.size();
    const Vocabulary& vocabulary = index_.vocabulary();
    const WordRange range = is_prefix ? vocabulary.find_prefix(wanted) : vocabulary.find(wanted);
    WorkSet works(works_);
    for (const Candidate each : candidates_) works.add(slot_of(each));
    std::vector<Candidate> longer;
    for (std::uint32_t word = range.begin; word < range.end; ++word) {
      const bool is_whole = vocabulary.word(word).size() == wanted.size();
      index_.for_each_place(word, [&](std::uint32_t slot, WordField field, std::uint32_t position) {
        if (!works.has(slot) || position == 0 || !counts(field)) return;
        const Candidate before = candidate_at(slot, position - 1, 0);
        const auto found = std::lower_bound(candidates_.begin(), candidates_.end(), before);
        if (found == candidates_.end() || *found >> 2 != before >> 2) return;
        std::uint32_t first_class = class_of(*found);
        if (first_class == whole_word && !is_whole) first_class = word_prefix;
        longer.push_back(candidate_at(slot, position, first_class));
      });
    }
    if (range.end - range.begin > 1) std::sort(longer.begin(), longer.end());
    candidates_ = std::move(longer);
  }

  const TextIndex& index_;
  const std::size_t works_;
  const Term& term_;
  std::vector<Candidate> candidates_;
};

// A field is the class of a first word in it.
static_assert(static_cast<int>(WordField::Name) == name_hit &&
              static_cast<int>(WordField::TitleStart) == title_prefix &&
              static_cast<int>(WordField::Text) == whole_word);

}  // namespace

TermMatch match_term(const TextIndex& index, std::size_t works, const Term& term) {
  if (term.words.size() == 1) return WordMatcher(index, works, term).run();
  return PhraseMatcher(index, works, term).run();
}

}  // namespace lamplight::search
