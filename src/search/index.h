// What an Index holds. See lamplight/search.h for what it does.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lamplight/search.h"
#include "search/facet_column.h"
#include "search/rank.h"
#include "search/text_index.h"
#include "search/work_set.h"

namespace lamplight {

struct Index::Impl {
  Impl(const Catalog& catalog, const Profile& profile);

  // The works that all terms of the query hold for. When the query has words,
  // `classes` gets the sum of their match classes by work.
  [[nodiscard]] search::WorkSet find(const Query& query, std::vector<std::uint16_t>& classes) const;
  // The works that have one of the filter's values.
  [[nodiscard]] search::WorkSet select(const Filter& filter) const;
  // False when the value means nothing in this catalog.
  bool add_value(std::string_view facet, std::string_view value, search::WorkSet& works) const;
  [[nodiscard]] const search::FacetColumn* find_column(std::string_view facet) const;

  const Catalog& catalog;
  const Profile& profile;
  search::TextIndex text;
  search::Ranking ranking;
  std::vector<search::FacetColumn> columns;  // one for each facet of the profile
};

}  // namespace lamplight
