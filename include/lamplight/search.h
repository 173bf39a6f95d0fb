// Index: search, facets and their counts, suggestions and related works over one Catalog.
//
//     lamplight::Index index = lamplight::build_index(catalog, profile);
//     lamplight::SearchRequest request;
//     request.query = lamplight::parse_query("protein has:code");
//     request.filters = {{"family", {"language"}}};
//     lamplight::SearchResult result = index.search(request);
//     // result.works: indices into catalog.works, best first, ordered as far as they are read
//
// An Index refers to the Catalog and Profile it was built from (they must outlive it) and never
// changes; what it remembers of the last searches shows only in their speed. It is for one thread
// at a time. Works, not listings, are found; the text of all listings of a work counts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"
#include "lamplight/profile.h"
#include "lamplight/query.h"

namespace lamplight {

// Chosen values of one facet: a work needs one value of each facet that is filtered by. A text that
// is no value's whole id is taken as a part of one, as the query's fields do (sections, link kinds,
// venues). One that means nothing here finds nothing; Index::has_value tells.
// "in" (section paths, each part may be shortened: "applications/bioinformatics"), "has" and
// "venue" are known for every catalog; other ids are those of the profile's facets.
struct Filter {
  std::string facet;
  std::vector<std::string> values;
  bool operator==(const Filter&) const = default;
};

// Match: name hit, start of the title, whole word, prefix, typo; then newer first; ties in list
// order. The ranks of terms side by side are added, of alternatives the best one counts; fields and
// negations count nothing. Without words in the query, Match is list order.
// Name: by the words of the short name; works without one follow, by those of their title.
enum class Sort : std::uint8_t { Match, Year, Name, List };
[[nodiscard]] std::string_view sort_name(Sort sort);  // "match", "year", "name", "list"
[[nodiscard]] std::optional<Sort> find_sort(std::string_view name);

// What "is:new" and "is:saved" mean: only the application knows. ("is:flagged", works with a
// finding of level warning or error, is known to every index.)
struct Mark {
  std::string name;
  std::vector<std::uint32_t> works;
  bool operator==(const Mark&) const = default;
};

struct SearchRequest {
  Query query;
  std::vector<Filter> filters;
  YearRange years;
  Sort sort = Sort::Match;
  std::shared_ptr<const std::vector<Mark>> marks;  // none: is:new and is:saved find nothing
  // An order of the caller's own, instead of `sort`: every work of the catalog once.
  std::shared_ptr<const std::vector<std::uint32_t>> order;
};

// The works that were found, in order. They are put in order as far as they are asked for; a copy
// shares this. Valid as long as the Index.
class Hits {
 public:
  class Order;  // of the search layer
  using value_type = std::uint32_t;
  class const_iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = std::uint32_t;
    using difference_type = std::ptrdiff_t;
    using pointer = const std::uint32_t*;
    using reference = std::uint32_t;
    const_iterator() = default;
    const_iterator(const Hits* hits, std::size_t at) : hits_(hits), at_(at) {}
    std::uint32_t operator*() const { return (*hits_)[at_]; }
    const_iterator& operator++() {
      ++at_;
      return *this;
    }
    const_iterator operator++(int) { return {hits_, at_++}; }
    bool operator==(const const_iterator&) const = default;

   private:
    const Hits* hits_ = nullptr;
    std::size_t at_ = 0;
  };
  using iterator = const_iterator;

  Hits() = default;
  Hits(std::shared_ptr<Order> order, std::size_t size);
  explicit Hits(std::vector<std::uint32_t> works);  // in this order

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  // Index into Catalog::works. `position` < size().
  [[nodiscard]] std::uint32_t operator[](std::size_t position) const;
  [[nodiscard]] const_iterator begin() const { return {this, 0}; }
  [[nodiscard]] const_iterator end() const { return {this, size_}; }
  [[nodiscard]] std::vector<std::uint32_t> to_vector() const;
  // Whether both are of one search.
  [[nodiscard]] bool is_same(const Hits& other) const { return order_ == other.order_; }
  friend bool operator==(const Hits& a, const Hits& b) { return a.to_vector() == b.to_vector(); }
  friend bool operator==(const Hits& a, const std::vector<std::uint32_t>& b) {
    return a.to_vector() == b;
  }

 private:
  std::size_t size_ = 0;
  std::shared_ptr<Order> order_;
};

// Texts belong to the Index.
struct FacetCount {
  std::string_view id;  // value id
  std::string_view title;
  std::string_view color;   // category or empty
  int depth = 0;            // in a section tree
  std::uint32_t count = 0;  // works that a click would give, the facet's own choice left out
  std::uint32_t all = 0;    // works in the whole catalog
};

struct FacetCounts {
  std::string_view id;
  std::string_view title;
  FacetSource source = FacetSource::Values;
  int shown = 8;
  std::vector<FacetCount> values;  // Year: ascending years; Venue: most works first
};

// A cell of a table of two facets: how many works have both values.
struct PairCount {
  std::uint32_t row = 0;     // position in PairCounts::rows.values
  std::uint32_t column = 0;  // position in PairCounts::columns.values
  std::uint32_t works = 0;
  bool operator==(const PairCount&) const = default;
};

// A table of two facets. All of it counts the same works: those that a request finds without what
// it chooses of these two facets, since a click on a cell would choose both anew. Works are
// distinct: in a cell, a row, a column and the whole. A row may have more works than its cells
// together hold (works without a value of the other facet) or fewer (works with several).
struct PairCounts {
  FacetCounts rows;  // FacetCount::count: works in the row
  FacetCounts columns;
  std::vector<PairCount> cells;  // those with works, by row, then by column
  std::uint32_t works = 0;       // in the whole table and beside it

  // Works in one cell, 0 for an empty one.
  [[nodiscard]] std::uint32_t count(std::uint32_t row, std::uint32_t column) const;
};

// A word of the query that stands nowhere in the list, and what was searched instead.
struct Correction {
  Span place;                      // of the term in the query's text
  std::string typed;               // the word, folded
  std::vector<std::string> words;  // nearest first, at most 3
};

struct SearchResult {
  Hits works;
  std::vector<FacetCounts> facets;  // in profile order
  std::vector<Correction> corrections;
};

enum class SuggestionKind : std::uint8_t {
  Word,      // completes the word
  Name,      // a work's short name
  Field,     // "has:"
  Value,     // "has:code"
  Spelling,  // instead of a word that stands nowhere
};

struct Suggestion {
  SuggestionKind kind = SuggestionKind::Word;
  std::string text;         // what it puts in: "protein", "has:code"
  std::string query;        // the whole query with it put in
  std::uint32_t works = 0;  // that the whole query finds with it; 0 for a Field, which finds none
};

// A query of plain words read as what the list has: "papers with code of 2022" as
// "has:code year:2022".
struct PlainReading {
  std::string text;             // as it is shown: the query, then "Model family: Language"
  std::string query;            // fields, and the words that are left
  std::vector<Filter> filters;  // values of facets that no field of the query names
  std::size_t works = 0;        // that are found by it, at least 1
};

// What an index takes, in bytes.
struct IndexMemory {
  std::size_t vocabulary = 0;
  std::size_t postings = 0;  // which works have a word, and in which field
  std::size_t places = 0;    // where in them it stands
  std::size_t facets = 0;
  std::size_t order = 0;
  std::size_t links = 0;
  [[nodiscard]] std::size_t total() const {
    return vocabulary + postings + places + facets + order + links;
  }
};

class Index {
 public:
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;
  ~Index();

  [[nodiscard]] SearchResult search(const SearchRequest& request) const;

  // Counts two facets of the profile at once, by their ids; a facet beside itself tells which of
  // its values come together. Goes through the works once. None where there is no such facet.
  //
  //     index.count_pairs(request, "family", "application")->cells;
  [[nodiscard]] std::optional<PairCounts> count_pairs(const SearchRequest& request,
                                                      std::string_view rows,
                                                      std::string_view columns) const;

  // Which ranges of a text of the catalog the query found, by a misspelt word too; sorted,
  // disjoint, of whole characters. In a Name, words asked for with name: count, too.
  enum class TextOf : std::uint8_t { Name, Other };
  [[nodiscard]] std::vector<Span> find_highlights(const Query& query, std::string_view text,
                                                  TextOf text_of = TextOf::Other) const;

  // How many works it finds.
  [[nodiscard]] std::size_t count(const SearchRequest& request) const;

  // Completions of the word that ends `text`, fields and their values, nearest spellings. Counted
  // and ordered by what they find beside the other words of the text and what `under` chooses (its
  // query is not read); none that finds nothing, or changes nothing. The best first, none twice, at
  // most `limit`.
  [[nodiscard]] std::vector<Suggestion> suggest(std::string_view text, std::size_t limit,
                                                const SearchRequest& under = {}) const;

  // What the words of `text` may mean that stand neither in quotes nor in a field: years ("since
  // 2020", "2020 to 2022"), kinds of links behind "with", values of facets by their titles; words
  // that only ask ("papers", "of", "the") are left out. Counted under `under`, as above. None where
  // nothing is read otherwise than as words, where that says too little (a title's word that
  // happens to be a value), where nothing is found, or in a text with brackets or bars.
  [[nodiscard]] std::optional<PlainReading> read_plain_words(std::string_view text,
                                                             const SearchRequest& under = {}) const;

  // Value id of the facet for a work (first that matches), or empty. For colours and tags.
  [[nodiscard]] std::string_view facet_value(std::string_view facet, std::uint32_t work) const;

  // Whether a filter's value means anything here. False: as a filter it would find nothing, ever.
  [[nodiscard]] bool has_value(std::string_view facet, std::string_view value) const;

  // Up to `limit` works that share rare words, sections or links with `work`, closest first.
  [[nodiscard]] std::vector<std::uint32_t> find_related(std::uint32_t work,
                                                        std::size_t limit) const;

  [[nodiscard]] IndexMemory memory() const;
  // Drops what is remembered of former searches, so that the next one can be timed.
  void forget_searches() const;

 private:
  struct Impl;
  explicit Index(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
  friend class IndexBuilder;
  friend class Suggester;
  friend class PlainReader;
};

// Builds an Index in small pieces, so that a page can draw in between.
//
//     lamplight::IndexBuilder builder(catalog, profile);
//     while (builder.step()) { ... }  // each a millisecond or so; stop when there is no more time
//     lamplight::Index index = builder.take();
class IndexBuilder {
 public:
  IndexBuilder(const Catalog& catalog, const Profile& profile);
  IndexBuilder(IndexBuilder&&) noexcept;
  IndexBuilder& operator=(IndexBuilder&&) noexcept;
  ~IndexBuilder();

  // False: there is nothing left to do.
  bool step();
  [[nodiscard]] double progress() const;  // 0 to 1
  // Does what is left, if anything.
  [[nodiscard]] Index take();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

[[nodiscard]] Index build_index(const Catalog& catalog, const Profile& profile);

// Display title of a filter's value ("application", "bioinformatics" -> "Bioinformatics").
[[nodiscard]] std::string filter_title(const Catalog& catalog, const Profile& profile,
                                       std::string_view facet, std::string_view value);

}  // namespace lamplight
