// What an Index holds. See lamplight/search.h for what it does.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/search.h"
#include "search/columns.h"
#include "search/facet_column.h"
#include "search/found.h"
#include "search/links.h"
#include "search/slots.h"
#include "search/text_index.h"

namespace lamplight {

struct Index::Impl {
  Impl(const Catalog& a_catalog, const Profile& a_profile, search::Slots a_slots,
       search::TextIndex a_text, search::Columns a_columns, search::SharedLinks a_links);

  // What a term of words found; remembered, so that a query that is being typed asks only for its
  // last word, and highlights for nothing.
  [[nodiscard]] std::shared_ptr<const search::TermMatch> match(const Term& term) const;

  // find.cpp
  [[nodiscard]] search::Found find(const SearchRequest& request) const;
  [[nodiscard]] search::Found find(const Clause& clause, const SearchRequest& request) const;
  [[nodiscard]] search::Found find_all(const std::vector<Clause>& clauses,
                                       const SearchRequest& request) const;
  [[nodiscard]] search::WorkSet find_field(const Term& term, const SearchRequest& request) const;
  // Keeps those that the filters and the years let through.
  void keep_chosen(const SearchRequest& request, search::WorkSet& works) const;
  // The works that have one of the filter's values.
  [[nodiscard]] search::WorkSet select(const Filter& filter) const;
  // False when the value means nothing in this catalog.
  bool add_value(std::string_view facet, std::string_view value, search::WorkSet& works) const;
  [[nodiscard]] std::vector<Correction> correct(const Query& query) const;

  [[nodiscard]] const search::FacetColumn* find_column(std::string_view facet) const;

  const Catalog& catalog;
  const Profile& profile;
  search::Slots slots;
  search::TextIndex text;
  search::Columns columns;
  search::SharedLinks links;
  std::vector<search::FacetColumn> facets;  // one for each facet of the profile

  struct Remembered {
    std::string key;
    std::shared_ptr<const search::TermMatch> match;
  };
  mutable std::vector<Remembered> remembered;  // the last one used at the end
};

namespace search {

// The up to `most` likeliest of what a misspelt word may mean: nearest first, then those that more
// works have.
[[nodiscard]] std::vector<NearWord> likeliest(const TextIndex& text, std::vector<NearWord> near,
                                              std::size_t most);

}  // namespace search
}  // namespace lamplight
