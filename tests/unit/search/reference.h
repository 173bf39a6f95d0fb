// Reference: the search written down a second time, without an index: every work is looked at for
// every query, every value for every count. Slow, and short enough to be read against the rules in
// query.h and search.h.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
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
  // Texts in the counts belong to the Reference. They are in no order, and without titles.
  [[nodiscard]] SearchResult search(const SearchRequest& request) const;
  // Cells with works by the ids of their values; totals have "" in the place of one or both.
  using Cells = std::map<std::pair<std::string, std::string>, std::uint32_t>;
  [[nodiscard]] Cells count_pairs(const SearchRequest& request, std::size_t row_facet,
                                  std::size_t column_facet) const;

 private:
  // By work: the class of the best match, which is the lower the better.
  using Scores = std::vector<int>;
  static constexpr int no_match = -1;

  // Words that may stand in one phrase: the first `names` are those of a short name, a title
  // begins at `title`.
  struct Run {
    std::vector<int> words;  // numbers in vocabulary_
    std::size_t names = 0;
    std::size_t title = std::string::npos;
  };

  // reference_match.cpp: what the query finds.
  [[nodiscard]] Scores scores_of(const std::vector<Clause>& clauses,
                                 const SearchRequest& request) const;
  [[nodiscard]] Scores scores_of(const Clause& clause, const SearchRequest& request) const;
  [[nodiscard]] Scores scores_of(const Term& term, const SearchRequest& request) const;
  [[nodiscard]] Scores scores_of_phrase(const Term& term) const;
  // A word is looked for in stages; the first in which any work has it counts.
  struct Staged {
    int stage = 0;
    Scores scores;
  };
  [[nodiscard]] Staged scores_of_word(const Term& term) const;
  [[nodiscard]] Scores scores_in(int stage, const Term& term) const;
  [[nodiscard]] int class_in(int stage, const Term& term, const std::string& word) const;
  [[nodiscard]] std::vector<std::string> find_corrections(const Term& term) const;
  void add_corrections(const std::vector<Clause>& clauses, bool is_negated,
                       std::vector<Correction>& all) const;
  [[nodiscard]] bool is_marked(std::string_view mark, std::uint32_t work,
                               const SearchRequest& request) const;

  // reference.cpp: fields, filters, facets and the order.
  [[nodiscard]] bool holds(const Filter& filter, std::uint32_t work) const;
  // Whether a work is found when what is chosen of these facets is left out.
  using IsFound = std::function<bool(std::uint32_t work, const std::vector<const Facet*>& own)>;
  [[nodiscard]] IsFound finder_of(const SearchRequest& request, const Scores& scores) const;
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
  [[nodiscard]] std::vector<std::uint32_t> sorted(std::vector<std::uint32_t> works, Sort sort,
                                                  const Scores* scores) const;

  const Catalog& catalog_;
  const Profile& profile_;
  std::vector<std::string> vocabulary_;
  std::vector<int> works_with_;                     // by word: how many works have it
  std::vector<std::vector<Run>> texts_;             // by work
  std::vector<std::vector<std::string>> segments_;  // by listing
  std::set<int> flagged_lines_;
  struct Value {
    std::string id;
    std::vector<bool> has;  // by work
  };
  std::vector<std::vector<Value>> values_;  // by facet
};

}  // namespace lamplight::test
