// Reference: the search written down a second time, without an index: every work is looked at for
// every query, every value for every count. Slow, and short enough to be read against the rules in
// query.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"
#include "lamplight/profile.h"
#include "lamplight/search.h"

namespace lamplight::test {

class Reference {
 public:
  Reference(const Catalog& catalog, const Profile& profile);
  [[nodiscard]] SearchResult search(const SearchRequest& request) const;

 private:
  using Words = std::vector<std::string>;
  // Words that may stand in one phrase: the first `names` are those of a short name, a title
  // begins at `title` (-1: none).
  struct Run {
    Words words;
    int names = 0;
    int title = -1;
  };
  struct Text {
    std::vector<Run> runs;
  };
  [[nodiscard]] int best_class(const Term& term, const Run& run) const;
  // -1 when it does not match.
  [[nodiscard]] int best_class(const Term& term, std::uint32_t work) const;
  [[nodiscard]] bool holds(const Term& term, std::uint32_t work) const;
  [[nodiscard]] bool holds(const Filter& filter, std::uint32_t work) const;
  [[nodiscard]] bool has_value(const Facet& facet, const std::string& value,
                               std::uint32_t work) const;
  // A section's value, taken apart once for all works.
  struct Place {
    std::string value;
    bool is_exact = false;
    std::vector<std::string> parts;
  };
  [[nodiscard]] Place place_of(std::string_view value) const;
  [[nodiscard]] bool is_in(const Place& place, std::uint32_t work) const;
  [[nodiscard]] std::vector<bool> are_in(std::string_view value) const;
  [[nodiscard]] bool is_at_venue(std::string_view value, std::uint32_t work) const;
  [[nodiscard]] bool has_kind(std::string_view value, std::uint32_t work) const;
  [[nodiscard]] bool is_of(const YearRange& years, std::uint32_t work) const;
  [[nodiscard]] std::vector<std::string> values_of(const Facet& facet) const;
  // Segments of a listing's path, its group the last of them.
  [[nodiscard]] std::vector<std::string> segments_of(const Listing& listing) const;

  const Catalog& catalog_;
  const Profile& profile_;
  std::vector<Text> texts_;                         // by work
  std::vector<std::vector<std::string>> segments_;  // by listing
  struct Value {
    std::string id;
    std::vector<bool> has;  // by work
  };
  std::vector<std::vector<Value>> values_;  // by facet
};

}  // namespace lamplight::test
