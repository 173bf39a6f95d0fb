// Finding: a query's clauses and a request's filters as sets of works.
#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "lamplight/tags.h"
#include "search/index.h"
#include "search/select.h"

namespace lamplight {

using search::Found;
using search::NearWord;
using search::TermMatch;
using search::WorkSet;

namespace {

// What this many terms found is kept: the terms of the query that is shown and, where those are
// fewer, terms of the queries before it. So a deleted letter is answered as quickly as a typed one.
constexpr std::size_t most_remembered = 8;

std::string key_of(const Term& term) {
  std::string key;
  key.push_back(static_cast<char>('0' + static_cast<int>(term.field)));
  key.push_back(static_cast<char>('0' + (term.is_prefix ? 1 : 0) + (term.is_quoted ? 2 : 0)));
  for (const std::string& word : term.words) {
    key.append(word);
    key.push_back(' ');
  }
  return key;
}

bool has_words(const Term& term) {
  return term.field == TermField::Text || term.field == TermField::Name;
}

}  // namespace

std::shared_ptr<const TermMatch> Index::Impl::match(const Term& term) const {
  std::string key = key_of(term);
  const auto known = std::find_if(remembered.begin(), remembered.end(),
                                  [&](const Remembered& each) { return each.key == key; });
  if (known != remembered.end()) {
    std::rotate(known, known + 1, remembered.end());
    return remembered.back().match;
  }
  auto made = std::make_shared<TermMatch>(search::match_term(text, slots.size(), term));
  // Those in use are held by their results as well: forgetting them costs nothing but time.
  if (remembered.size() >= most_remembered) remembered.erase(remembered.begin());
  remembered.push_back({std::move(key), made});
  return made;
}

WorkSet Index::Impl::find_field(const Term& term, const SearchRequest& request) const {
  WorkSet works(slots.size());
  switch (term.field) {
    case TermField::Text:
    case TermField::Name:
      break;
    case TermField::In:
      search::add_in(catalog, columns, term.value, works);
      break;
    case TermField::Has:
      search::add_has(columns, term.value, works);
      break;
    case TermField::Venue:
      search::add_venue(columns, term.value, works);
      break;
    case TermField::Year:
      search::add_years(columns, term.years, works);
      break;
    case TermField::Is:
      if (term.value == "flagged") return columns.flagged;
      if (!request.marks) break;
      for (const Mark& mark : *request.marks) {
        if (mark.name != term.value) continue;
        for (const std::uint32_t work : mark.works) {
          if (work < slots.size()) works.add(slots.slot_of(work));
        }
      }
      break;
  }
  return works;
}

Found Index::Impl::find(const Clause& clause, const SearchRequest& request) const {
  Found found;
  if (clause.kind == Clause::Kind::All) {
    found = find_all(clause.clauses, request);
  } else if (clause.kind == Clause::Kind::Any) {
    found.kind = Clause::Kind::Any;
    found.works = WorkSet(slots.size());
    for (const Clause& each : clause.clauses) {
      found.parts.push_back(find(each, request));
      found.works.unite(found.parts.back().works);
      found.has_words = found.has_words || found.parts.back().has_words;
    }
  } else if (has_words(clause.term)) {
    found.kind = Clause::Kind::Term;
    found.match = match(clause.term);
    found.works = found.match->works;
    found.has_words = true;
  } else {
    found.kind = Clause::Kind::Term;
    found.works = find_field(clause.term, request);
  }
  if (clause.is_negated) {
    found.works.complement();
    found.has_words = false;
    found.match.reset();
    found.parts.clear();
  }
  return found;
}

Found Index::Impl::find_all(const std::vector<Clause>& clauses,
                            const SearchRequest& request) const {
  Found found;
  bool is_first = true;
  for (const Clause& clause : clauses) {
    Found part = find(clause, request);
    if (is_first) {
      found.works = std::move(part.works);
    } else {
      found.works.intersect(part.works);
    }
    is_first = false;
    if (!part.has_words) continue;
    found.has_words = true;
    // Only alternatives ask which works their parts found.
    part.works = WorkSet();
    found.parts.push_back(std::move(part));
  }
  if (is_first) found.works = WorkSet::all(slots.size());
  return found;
}

Found Index::Impl::find(const SearchRequest& request) const {
  return find_all(request.query.clauses, request);
}

bool Index::Impl::add_value(std::string_view facet, std::string_view value, WorkSet& works) const {
  FacetSource source = FacetSource::Values;
  const search::FacetColumn* const column = find_column(facet);
  if (column != nullptr) {
    // An exact value first: what a facet counts is what its value selects.
    if (column->add_works_of(value, works)) return true;
    source = column->facet().source;
  } else if (facet == "in") {
    source = FacetSource::Sections;
  } else if (facet == "has") {
    source = FacetSource::Links;
  } else if (facet == "venue") {
    source = FacetSource::Venue;
  }
  switch (source) {
    case FacetSource::Values:
    case FacetSource::Kind:
      return false;
    case FacetSource::Groups:
    case FacetSource::Tags:
      return column->add_works_of(tag_key(value), works);
    case FacetSource::Links:
      return search::add_has(columns, value, works);
    case FacetSource::Sections:
      return search::add_in(catalog, columns, value, works);
    case FacetSource::Venue:
      return search::add_venue(columns, value, works);
    case FacetSource::Year:
      break;
  }
  const std::optional<YearRange> years = parse_year_range(value);
  if (years) search::add_years(columns, *years, works);
  return years.has_value();
}

WorkSet Index::Impl::select(const Filter& filter) const {
  WorkSet works(slots.size());
  for (const std::string& value : filter.values) add_value(filter.facet, value, works);
  return works;
}

void Index::Impl::keep_chosen(const SearchRequest& request, WorkSet& works) const {
  for (const Filter& filter : request.filters) {
    if (!filter.values.empty()) works.intersect(select(filter));
  }
  if (request.years == YearRange{}) return;
  WorkSet of_years(slots.size());
  search::add_years(columns, request.years, of_years);
  works.intersect(of_years);
}

std::vector<Correction> Index::Impl::correct(const Query& query) const {
  constexpr std::size_t most_words = 3;
  std::vector<Correction> corrections;
  for_each_term(query.clauses, [&](const Term& term, bool is_negated) {
    if (is_negated || !has_words(term)) return;
    const std::shared_ptr<const TermMatch> found = match(term);
    if (found->near.empty()) return;
    Correction correction{term.place, term.words.front(), {}};
    for (const NearWord& near : search::likeliest(text, found->near, most_words)) {
      correction.words.emplace_back(text.vocabulary().word(near.word));
    }
    corrections.push_back(std::move(correction));
  });
  return corrections;
}

std::vector<NearWord> search::likeliest(const TextIndex& text, std::vector<NearWord> near,
                                        std::size_t most) {
  sort_stably(near, [&](const NearWord& a, const NearWord& b) {
    if (a.is_prefix != b.is_prefix) return b.is_prefix;
    if (a.distance != b.distance) return a.distance < b.distance;
    return text.works_with(a.word) > text.works_with(b.word);
  });
  if (near.size() > most) near.resize(most);
  return near;
}

}  // namespace lamplight
