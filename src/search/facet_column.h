// FacetColumn: one facet over all works: which values each work has, and how to count and select.
//
// A facet of few values keeps one bitset a value; one of many values (a long
// section tree, a year, a venue) keeps the values of each work in a row, so
// that memory grows with the works and not with works times values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"
#include "lamplight/profile.h"
#include "lamplight/search.h"
#include "search/work_set.h"

namespace lamplight::search {

class FacetColumn {
 public:
  FacetColumn(const Catalog& catalog, const Profile& profile, const Facet& facet);

  [[nodiscard]] const Facet& facet() const { return *facet_; }
  // Every value with the number of works of `works` that have it.
  [[nodiscard]] FacetCounts count(const WorkSet& works) const;
  // The works that have the value of this id; nothing for an unknown id.
  [[nodiscard]] bool add_works_of(std::string_view id, WorkSet& works) const;
  // Position in values() of the first value that the work has, or -1.
  [[nodiscard]] int first_value(std::uint32_t work) const;
  [[nodiscard]] const std::vector<FacetCount>& values() const { return values_; }

 private:
  struct Pair {
    std::uint32_t work;
    std::uint32_t value;
  };
  void collect_values(const Catalog& catalog, std::vector<Pair>& pairs);
  void collect_links(const Catalog& catalog, std::vector<Pair>& pairs);
  void collect_years(const Catalog& catalog, std::vector<Pair>& pairs);
  void collect_venues(const Catalog& catalog, std::vector<Pair>& pairs);
  void collect_sections(const Catalog& catalog, const Profile& profile, std::vector<Pair>& pairs);
  // Sorts, drops repeats and values without works (but not a profile's own), and stores.
  void store(std::vector<Pair>& pairs, std::size_t works);

  const Facet* facet_;
  std::vector<FacetCount> values_;     // count is 0 here
  std::vector<WorkSet> sets_;          // few values: one set a value
  std::vector<std::uint32_t> starts_;  // many values: first entry of each work, one more than works
  std::vector<std::uint32_t> entries_;
};

// "Code", "Project page": how a kind of link is called in a facet.
[[nodiscard]] std::string_view link_kind_title(LinkKind kind);

// A work's link kinds, as a mask of kind_bit()s.
[[nodiscard]] std::uint32_t kinds_of(const Catalog& catalog, const Work& work);

}  // namespace lamplight::search
