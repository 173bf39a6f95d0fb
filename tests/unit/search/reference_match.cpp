// What a query finds, by the reference: the rules of matching and of scores.
#include <algorithm>
#include <tuple>

#include "unit/search/reference.h"
#include "unit/search/reference_words.h"

namespace lamplight::test {
namespace {

enum Class { name_hit = 0, title_start = 1, whole_word = 2, longer_word = 3, typo = 4 };

constexpr std::size_t max_corrections = 3;

bool starts(std::string_view text, std::string_view part) {
  return text.substr(0, part.size()) == part;
}

bool is_any(const std::vector<int>& scores) {
  return std::any_of(scores.begin(), scores.end(), [](int score) { return score >= 0; });
}

}  // namespace

// Clauses side by side: all must hold, and their scores add up.
Reference::Scores Reference::scores_of(const std::vector<Clause>& clauses,
                                       const SearchRequest& request) const {
  Scores all(catalog_.works.size(), 0);
  for (const Clause& clause : clauses) {
    const Scores scores = scores_of(clause, request);
    for (std::size_t work = 0; work < all.size(); ++work) {
      const bool holds = all[work] != no_match && scores[work] != no_match;
      all[work] = holds ? all[work] + scores[work] : no_match;
    }
  }
  return all;
}

Reference::Scores Reference::scores_of(const Clause& clause, const SearchRequest& request) const {
  Scores scores(catalog_.works.size(), no_match);
  switch (clause.kind) {
    case Clause::Kind::Term:
      scores = scores_of(clause.term, request);
      break;
    case Clause::Kind::All:
      scores = scores_of(clause.clauses, request);
      break;
    case Clause::Kind::Any:
      for (const Clause& each : clause.clauses) {
        const Scores others = scores_of(each, request);
        for (std::size_t work = 0; work < scores.size(); ++work) {
          const bool is_better = scores[work] == no_match || others[work] < scores[work];
          if (others[work] != no_match && is_better) scores[work] = others[work];
        }
      }
      break;
  }
  if (clause.is_negated) {
    for (int& score : scores) score = score == no_match ? 0 : no_match;
  }
  return scores;
}

Reference::Scores Reference::scores_of(const Term& term, const SearchRequest& request) const {
  if (term.field == TermField::Text || term.field == TermField::Name) {
    return term.words.size() == 1 ? scores_of_word(term).scores : scores_of_phrase(term);
  }
  const Place place = place_of(term.value);
  Scores scores;
  for (std::uint32_t work = 0; work < catalog_.works.size(); ++work) {
    const bool holds = term.field == TermField::In      ? is_in(place, work)
                       : term.field == TermField::Has   ? has_kind(term.value, work)
                       : term.field == TermField::Venue ? is_at_venue(term.value, work)
                       : term.field == TermField::Year  ? is_of(term.years, work)
                                                        : is_marked(term.value, work, request);
    scores.push_back(holds ? 0 : no_match);
  }
  return scores;
}

bool Reference::is_marked(std::string_view mark, std::uint32_t work,
                          const SearchRequest& request) const {
  if (mark == "flagged") {
    const Array<int>& listings = catalog_.works[work].listings;
    return std::any_of(listings.begin(), listings.end(), [&](int at) {
      return flagged_lines_.count(catalog_.listings[static_cast<std::size_t>(at)].line) > 0;
    });
  }
  if (request.marks == nullptr) return false;
  return std::any_of(request.marks->begin(), request.marks->end(), [&](const Mark& each) {
    return each.name == mark &&
           std::find(each.works.begin(), each.works.end(), work) != each.works.end();
  });
}

// Stage 1 takes the word as it is asked for, 2 longer words, 3 words one edit off, 4 two.
int Reference::class_in(int stage, const Term& term, const std::string& word) const {
  const std::string& wanted = term.words.front();
  if (stage >= 3) {
    const int edits = stage - 2;
    if (edits > find_most_edits(wanted)) return no_match;
    const std::optional<Nearness> near = find_nearness(wanted, word, edits, term.is_prefix);
    if (!near) return no_match;
    return typo + 2 * (near->distance - 1) + (near->is_prefix ? 1 : 0);
  }
  if (word == wanted) return whole_word;
  const bool may_be_longer = term.is_prefix || stage == 2;
  return may_be_longer && starts(word, wanted) ? longer_word : no_match;
}

Reference::Scores Reference::scores_in(int stage, const Term& term) const {
  std::vector<int> classes;
  for (const std::string& word : vocabulary_) classes.push_back(class_in(stage, term, word));
  Scores scores(texts_.size(), no_match);
  for (std::size_t work = 0; work < texts_.size(); ++work) {
    for (const Run& run : texts_[work]) {
      for (std::size_t at = 0; at < run.words.size(); ++at) {
        int found = classes[static_cast<std::size_t>(run.words[at])];
        if (found == no_match || (term.field == TermField::Name && at >= run.names)) continue;
        if (stage < 3) found = at < run.names ? name_hit : at == run.title ? title_start : found;
        int& best = scores[work];
        if (best == no_match || found < best) best = found;
      }
    }
  }
  return scores;
}

Reference::Staged Reference::scores_of_word(const Term& term) const {
  for (int stage = 1;; ++stage) {
    Scores scores = scores_in(stage, term);
    if (is_any(scores)) return {stage, std::move(scores)};
    if (stage == 4 || term.is_quoted) return {0, std::move(scores)};
  }
}

Reference::Scores Reference::scores_of_phrase(const Term& term) const {
  Scores scores(texts_.size(), no_match);
  const std::size_t count = term.words.size();
  for (std::size_t work = 0; work < texts_.size(); ++work) {
    for (const Run& run : texts_[work]) {
      for (std::size_t first = 0; first + count <= run.words.size(); ++first) {
        bool matches = term.field != TermField::Name || first + count <= run.names;
        bool is_whole = true;
        for (std::size_t i = 0; i < count && matches; ++i) {
          const std::string& word = vocabulary_[static_cast<std::size_t>(run.words[first + i])];
          const bool may_be_longer = term.is_prefix && i + 1 == count;
          is_whole = is_whole && word == term.words[i];
          matches = may_be_longer ? starts(word, term.words[i]) : word == term.words[i];
        }
        if (!matches) continue;
        const int found = first < run.names    ? name_hit
                          : first == run.title ? title_start
                          : is_whole           ? whole_word
                                               : longer_word;
        int& best = scores[work];
        if (best == no_match || found < best) best = found;
      }
    }
  }
  return scores;
}

std::vector<std::string> Reference::find_corrections(const Term& term) const {
  if (term.words.size() != 1) return {};
  const int edits = scores_of_word(term).stage - 2;
  if (edits < 1) return {};
  std::set<int> words;
  for (const std::vector<Run>& runs : texts_) {
    for (const Run& run : runs) {
      const std::size_t size = term.field == TermField::Name ? run.names : run.words.size();
      words.insert(run.words.begin(), run.words.begin() + static_cast<std::ptrdiff_t>(size));
    }
  }
  std::vector<std::tuple<bool, int, int, std::string>> found;
  for (const int number : words) {
    const std::string& word = vocabulary_[static_cast<std::size_t>(number)];
    if (const auto near = find_nearness(term.words.front(), word, edits, term.is_prefix)) {
      const int works = works_with_[static_cast<std::size_t>(number)];
      found.emplace_back(near->is_prefix, near->distance, -works, word);
    }
  }
  std::sort(found.begin(), found.end());
  if (found.size() > max_corrections) found.resize(max_corrections);
  std::vector<std::string> corrections;
  for (const auto& each : found) corrections.push_back(std::get<std::string>(each));
  return corrections;
}

// What is excluded twice is asked for.
void Reference::add_corrections(const std::vector<Clause>& clauses, bool is_negated,
                                std::vector<Correction>& all) const {
  for (const Clause& clause : clauses) {
    const bool is_excluded = is_negated != clause.is_negated;
    add_corrections(clause.clauses, is_excluded, all);
    if (clause.kind != Clause::Kind::Term || is_excluded) continue;
    std::vector<std::string> words = find_corrections(clause.term);
    if (words.empty()) continue;
    all.push_back({clause.term.place, clause.term.words.front(), std::move(words)});
  }
}

}  // namespace lamplight::test
