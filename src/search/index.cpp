#include "search/index.h"

#include <utility>

#include "search/select.h"

namespace lamplight {

using search::FacetColumn;
using search::TermHits;
using search::WorkSet;

std::string_view sort_name(Sort sort) {
  switch (sort) {
    case Sort::Match:
      return "match";
    case Sort::Year:
      return "year";
    case Sort::Name:
      return "name";
    case Sort::List:
      break;
  }
  return "list";
}

std::optional<Sort> find_sort(std::string_view name) {
  for (const Sort sort : {Sort::Match, Sort::Year, Sort::Name, Sort::List}) {
    if (sort_name(sort) == name) return sort;
  }
  return std::nullopt;
}

Index::Impl::Impl(const Catalog& a_catalog, const Profile& a_profile)
    : catalog(a_catalog), profile(a_profile), text(a_catalog), ranking(a_catalog) {
  columns.reserve(profile.facets.size());
  for (const Facet& facet : profile.facets) columns.emplace_back(catalog, profile, facet);
}

const FacetColumn* Index::Impl::find_column(std::string_view facet) const {
  for (const FacetColumn& column : columns) {
    if (column.facet().id == facet) return &column;
  }
  return nullptr;
}

WorkSet Index::Impl::find(const Query& query, std::vector<std::uint16_t>& classes) const {
  const std::size_t works = catalog.works.size();
  WorkSet found = WorkSet::all(works);
  for (const Term& term : query.terms) {
    WorkSet hits(works);
    switch (term.field) {
      case TermField::Text:
      case TermField::Name: {
        TermHits matched = text.match(term);
        if (!term.is_negated) {
          classes.resize(works, 0);
          matched.works.for_each([&](std::uint32_t work) {
            classes[work] = static_cast<std::uint16_t>(classes[work] + matched.classes[work]);
          });
        }
        hits = std::move(matched.works);
        break;
      }
      case TermField::In:
        search::add_in(catalog, term.value, hits);
        break;
      case TermField::Has:
        search::add_has(catalog, term.value, hits);
        break;
      case TermField::Venue:
        search::add_venue(catalog, term.value, hits);
        break;
      case TermField::Year:
        search::add_years(catalog, term.years, hits);
        break;
    }
    if (term.is_negated) hits.complement();
    found.intersect(hits);
  }
  return found;
}

bool Index::Impl::add_value(std::string_view facet, std::string_view value, WorkSet& works) const {
  FacetSource source = FacetSource::Values;
  if (const FacetColumn* column = find_column(facet)) {
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
      return false;
    case FacetSource::Links:
      return search::add_has(catalog, value, works);
    case FacetSource::Sections:
      return search::add_in(catalog, value, works);
    case FacetSource::Venue:
      return search::add_venue(catalog, value, works);
    case FacetSource::Year:
      break;
  }
  const std::optional<YearRange> years = parse_year_range(value);
  if (years) search::add_years(catalog, *years, works);
  return years.has_value();
}

WorkSet Index::Impl::select(const Filter& filter) const {
  WorkSet works(catalog.works.size());
  for (const std::string& value : filter.values) add_value(filter.facet, value, works);
  return works;
}

Index::Index(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

Index build_index(const Catalog& catalog, const Profile& profile) {
  return Index(std::make_unique<Index::Impl>(catalog, profile));
}

SearchResult Index::search(const SearchRequest& request) const {
  const std::size_t all = impl_->catalog.works.size();
  std::vector<std::uint16_t> classes;
  const WorkSet matched = impl_->find(request.query, classes);

  // What each facet's choice leaves. The year range is the choice of every Year facet.
  struct Choice {
    std::string_view facet;  // empty: the year range
    WorkSet works;
  };
  std::vector<Choice> choices;
  for (const Filter& filter : request.filters) {
    if (!filter.values.empty()) choices.push_back({filter.facet, impl_->select(filter)});
  }
  if (request.years != YearRange{}) {
    WorkSet works(all);
    search::add_years(impl_->catalog, request.years, works);
    choices.push_back({{}, std::move(works)});
  }

  WorkSet found = matched;
  for (const Choice& choice : choices) found.intersect(choice.works);

  SearchResult result;
  result.works.reserve(found.count());
  found.for_each([&](std::uint32_t work) { result.works.push_back(work); });
  impl_->ranking.sort(request.sort, classes, result.works);

  result.facets.reserve(impl_->columns.size());
  for (const FacetColumn& column : impl_->columns) {
    const Facet& facet = column.facet();
    const auto is_own = [&](const Choice& choice) {
      return choice.facet == facet.id ||
             (choice.facet.empty() && facet.source == FacetSource::Year);
    };
    bool has_own = false;
    for (const Choice& choice : choices) has_own = has_own || is_own(choice);
    if (!has_own) {
      result.facets.push_back(column.count(found));
      continue;
    }
    WorkSet others = matched;
    for (const Choice& choice : choices) {
      if (!is_own(choice)) others.intersect(choice.works);
    }
    result.facets.push_back(column.count(others));
  }
  return result;
}

bool Index::has_value(std::string_view facet, std::string_view value) const {
  WorkSet works(impl_->catalog.works.size());
  return impl_->add_value(facet, value, works);
}

std::string_view Index::facet_value(std::string_view facet, std::uint32_t work) const {
  const FacetColumn* column = impl_->find_column(facet);
  if (column == nullptr || work >= impl_->catalog.works.size()) return {};
  const int value = column->first_value(work);
  if (value < 0) return {};
  return column->values()[static_cast<std::size_t>(value)].id;
}

}  // namespace lamplight
