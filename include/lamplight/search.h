// Index: search, facets and their counts over one Catalog.
//
//     lamplight::Index index = lamplight::build_index(catalog, profile);
//     lamplight::SearchRequest request;
//     request.query = lamplight::parse_query("protein has:code");
//     request.filters = {{"family", {"language"}}};
//     lamplight::SearchResult result = index.search(request);
//     // result.works: indices into catalog.works, best first
//
// An Index refers to the Catalog and Profile it was built from (they must outlive it) and never
// changes. Works, not listings, are found; the text of all listings of a work counts.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"
#include "lamplight/profile.h"
#include "lamplight/query.h"

namespace lamplight {

// Chosen values of one facet. Several values of one facet mean or, several facets mean and. What
// is no value's whole id is taken as a part of one, as the query's fields do (sections, link
// kinds, venues); what means nothing finds nothing (Index::has_value tells).
// "in" (section paths, each part may be shortened: "applications/bioinformatics"), "has" and
// "venue" are known for every catalog; other ids are those of the profile's facets.
struct Filter {
  std::string facet;
  std::vector<std::string> values;
  bool operator==(const Filter&) const = default;
};

// Match: name hit, title prefix, whole word, prefix; then newer first; ties in list order.
// With no words in the query, Match is list order.
enum class Sort : std::uint8_t { Match, Year, Name, List };
[[nodiscard]] std::string_view sort_name(Sort sort);  // "match", "year", "name", "list"
[[nodiscard]] std::optional<Sort> find_sort(std::string_view name);

struct SearchRequest {
  Query query;
  std::vector<Filter> filters;
  YearRange years;
  Sort sort = Sort::Match;
};

struct FacetCount {
  std::string id;  // value id
  std::string title;
  std::string color;        // category or empty
  int depth = 0;            // in a section tree
  std::uint32_t count = 0;  // works that a click would give, the facet's own choice left out
  std::uint32_t all = 0;    // works in the whole catalog
};

struct FacetCounts {
  std::string id;
  std::string title;
  FacetSource source = FacetSource::Values;
  int shown = 8;
  std::vector<FacetCount> values;  // Year: ascending years; Venue: most works first
};

struct SearchResult {
  std::vector<std::uint32_t> works;  // indices into Catalog::works, in order
  std::vector<FacetCounts> facets;   // in profile order
};

// A range of bytes in some text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Span&) const = default;
};

class Index {
 public:
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;
  ~Index();

  [[nodiscard]] SearchResult search(const SearchRequest& request) const;

  // Where the query's positive words stand in `text`; sorted, disjoint, on UTF-8 boundaries.
  [[nodiscard]] std::vector<Span> find_highlights(const Query& query, std::string_view text) const;

  // Value id of the facet for a work (first that matches), or empty. For colours and tags.
  [[nodiscard]] std::string_view facet_value(std::string_view facet, std::uint32_t work) const;

  // Whether a filter's value means anything here. False: as a filter it would find nothing, ever.
  [[nodiscard]] bool has_value(std::string_view facet, std::string_view value) const;

  // Up to `limit` works that share rare words, sections or links with `work`, closest first.
  [[nodiscard]] std::vector<std::uint32_t> find_related(std::uint32_t work,
                                                        std::size_t limit) const;

 private:
  struct Impl;
  explicit Index(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
  friend Index build_index(const Catalog& catalog, const Profile& profile);
};

[[nodiscard]] Index build_index(const Catalog& catalog, const Profile& profile);

// Display title of a filter's value ("application", "bioinformatics" -> "Bioinformatics").
[[nodiscard]] std::string filter_title(const Catalog& catalog, const Profile& profile,
                                       std::string_view facet, std::string_view value);

}  // namespace lamplight
