// FacetColumn: one facet of the profile over a column: which values each of its codes has.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"
#include "lamplight/profile.h"
#include "lamplight/search.h"
#include "search/columns.h"

namespace lamplight::search {

struct FacetColumnValue {
  std::string id;
  std::string title;
  std::string color;
  int depth = 0;
  std::uint32_t all = 0;
};

class FacetColumn {
 public:
  FacetColumn(const Catalog& catalog, const Profile& profile, const Facet& facet,
              const Columns& columns);

  [[nodiscard]] const Facet& facet() const { return *facet_; }
  [[nodiscard]] const Column& column() const { return *column_; }
  [[nodiscard]] std::size_t codes() const { return value_lists_.size(); }
  [[nodiscard]] const std::vector<FacetColumnValue>& values() const { return values_; }

  // From how many works have each code; the texts in it are this column's.
  [[nodiscard]] FacetCounts count(const std::vector<std::uint32_t>& by_code) const;
  // Positions in values() of those that a code has, ascending.
  [[nodiscard]] CodeLists::Range values_of(std::uint32_t code) const { return value_lists_[code]; }
  // The works that have the value of this id; false for an unknown id.
  [[nodiscard]] bool add_works_of(std::string_view id, WorkSet& works) const;
  // Position in values() of the first value that the work in this slot has, or -1.
  [[nodiscard]] int first_value(std::uint32_t slot) const;

  [[nodiscard]] std::size_t bytes() const {
    return value_lists_.bytes() + values_.capacity() * sizeof(FacetColumnValue);
  }

 private:
  using Lists = std::vector<std::vector<std::uint32_t>>;
  // Each fills values_ and gives the values of each code.
  Lists list_values(const Catalog& catalog, const Columns& columns);
  Lists list_links(const Columns& columns);
  Lists list_years(const Columns& columns);
  Lists list_venues(const Columns& columns);
  Lists list_sections(const Catalog& catalog, const Profile& profile, const Columns& columns);
  Lists list_groups(const Columns& columns);
  Lists list_kinds();
  Lists list_tags(const Columns& columns);
  // Drops repeats and values without works (but not a profile's own), and stores.
  void store(Lists lists);

  const Facet* facet_;
  const Column* column_;
  std::vector<FacetColumnValue> values_;
  CodeLists value_lists_;
};

// "Code", "Project page": how a kind of link is called in a facet.
[[nodiscard]] std::string_view link_kind_title(LinkKind kind);

}  // namespace lamplight::search
