#include "search/index.h"

#include <algorithm>
#include <utility>

#include "search/order.h"
#include "search/select.h"

namespace lamplight {

using search::Column;
using search::FacetColumn;
using search::Found;
using search::WorkSet;

namespace {

constexpr std::string_view sort_names[] = {"match", "year", "name", "list"};

// What one facet's choice leaves. The year range is the choice of every Year facet.
struct Choice {
  std::string_view facet;  // empty: the year range
  WorkSet works;

  [[nodiscard]] bool is_of(const Facet& other) const {
    return facet.empty() ? other.source == FacetSource::Year : facet == other.id;
  }
};

// Facets over one column count the same works by code: once for all of them.
class CodeCounts {
 public:
  CodeCounts(const WorkSet& works, std::size_t size) : works_(works), size_(size) {}
  const std::vector<std::uint32_t>& of(const Column& column) {
    for (const Counted& each : counted_) {
      if (each.column == &column) return each.counts;
    }
    counted_.push_back({&column, column.count(works_, size_)});
    return counted_.back().counts;
  }

 private:
  struct Counted {
    const Column* column;
    std::vector<std::uint32_t> counts;
  };
  const WorkSet& works_;
  const std::size_t size_;
  std::vector<Counted> counted_;
};

}  // namespace

std::string_view sort_name(Sort sort) { return sort_names[static_cast<std::size_t>(sort)]; }

std::optional<Sort> find_sort(std::string_view name) {
  for (std::size_t i = 0; i < std::size(sort_names); ++i) {
    if (sort_names[i] == name) return static_cast<Sort>(i);
  }
  return std::nullopt;
}

Index::Impl::Impl(const Catalog& a_catalog, const Profile& a_profile, search::Slots a_slots,
                  search::TextIndex a_text, search::Columns a_columns, search::SharedLinks a_links)
    : catalog(a_catalog),
      profile(a_profile),
      slots(std::move(a_slots)),
      text(std::move(a_text)),
      columns(std::move(a_columns)),
      links(std::move(a_links)) {
  facets.reserve(profile.facets.size());
}

const FacetColumn* Index::Impl::find_column(std::string_view facet) const {
  for (const FacetColumn& column : facets) {
    if (column.facet().id == facet) return &column;
  }
  return nullptr;
}

Index::Index(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

// `Impl` is Index::Impl, which only the index itself can name.
template <typename Impl>
std::vector<Choice> choices_of(const Impl& index, const SearchRequest& request) {
  std::vector<Choice> choices;
  for (const Filter& filter : request.filters) {
    if (!filter.values.empty()) choices.push_back({filter.facet, index.select(filter)});
  }
  if (request.years != YearRange{}) {
    WorkSet works(index.slots.size());
    search::add_years(index.columns, request.years, works);
    choices.push_back({{}, std::move(works)});
  }
  return choices;
}

SearchResult Index::search(const SearchRequest& request) const {
  const Impl& self = *impl_;
  Found found = self.find(request);
  const std::vector<Choice> choices = choices_of(self, request);
  WorkSet hits = found.works;
  for (const Choice& choice : choices) hits.intersect(choice.works);
  const std::size_t size = hits.count();

  SearchResult result;
  result.facets.reserve(self.facets.size());
  CodeCounts of_hits(hits, size);
  for (const FacetColumn& column : self.facets) {
    const auto is_own = [&](const Choice& choice) { return choice.is_of(column.facet()); };
    if (std::none_of(choices.begin(), choices.end(), is_own)) {
      result.facets.push_back(column.count(of_hits.of(column.column())));
      continue;
    }
    WorkSet others = found.works;
    for (const Choice& choice : choices) {
      if (!is_own(choice)) others.intersect(choice.works);
    }
    result.facets.push_back(column.count(column.column().count(others, others.count())));
  }
  result.corrections = self.correct(request.query);
  found.works = WorkSet();
  result.works = Hits(
      std::make_shared<Hits::Order>(self.slots, std::move(found), std::move(hits), size, request),
      size);
  return result;
}

std::size_t Index::count(const SearchRequest& request) const {
  WorkSet works = impl_->find(request).works;
  impl_->keep_chosen(request, works);
  return works.count();
}

std::optional<PairCounts> Index::count_pairs(const SearchRequest& request,
                                             std::string_view row_facet,
                                             std::string_view column_facet) const {
  const Impl& self = *impl_;
  const FacetColumn* const rows = self.find_column(row_facet);
  const FacetColumn* const columns = self.find_column(column_facet);
  if (rows == nullptr || columns == nullptr) return std::nullopt;
  WorkSet works = self.find(request).works;
  for (const Choice& choice : choices_of(self, request)) {
    if (!choice.is_of(rows->facet()) && !choice.is_of(columns->facet())) {
      works.intersect(choice.works);
    }
  }

  PairCounts counts;
  std::vector<std::uint32_t> by_row(rows->codes(), 0);
  std::vector<std::uint32_t> by_column(columns->codes(), 0);
  search::PairTable table(rows->values().size(), columns->values().size());
  const auto add = [&](std::uint32_t row, std::uint32_t column, std::uint32_t times) {
    by_row[row] += times;
    by_column[column] += times;
    counts.works += times;
    for (const std::uint32_t row_value : rows->values_of(row)) {
      for (const std::uint32_t column_value : columns->values_of(column)) {
        table.add(row_value, column_value, times);
      }
    }
  };
  if (&rows->column() == &columns->column()) {
    const std::vector<std::uint32_t> by_code = rows->column().count(works, works.count());
    for (std::uint32_t code = 0; code < by_code.size(); ++code) {
      if (by_code[code] != 0) add(code, code, by_code[code]);
    }
  } else {
    search::count_pairs(rows->column(), columns->column(), works).for_each(add);
  }
  counts.rows = rows->count(by_row);
  counts.columns = columns->count(by_column);
  table.for_each([&](std::uint32_t row, std::uint32_t column, std::uint32_t times) {
    counts.cells.push_back({row, column, times});
  });
  return counts;
}

std::uint32_t PairCounts::count(std::uint32_t row, std::uint32_t column) const {
  const auto at = std::lower_bound(
      cells.begin(), cells.end(), std::pair(row, column),
      [](const PairCount& cell, const std::pair<std::uint32_t, std::uint32_t>& wanted) {
        return std::pair(cell.row, cell.column) < wanted;
      });
  return at != cells.end() && at->row == row && at->column == column ? at->works : 0;
}

bool Index::has_value(std::string_view facet, std::string_view value) const {
  WorkSet works(impl_->slots.size());
  return impl_->add_value(facet, value, works);
}

std::string_view Index::facet_value(std::string_view facet, std::uint32_t work) const {
  const FacetColumn* column = impl_->find_column(facet);
  if (column == nullptr || work >= impl_->slots.size()) return {};
  const int value = column->first_value(impl_->slots.slot_of(work));
  if (value < 0) return {};
  return column->values()[static_cast<std::size_t>(value)].id;
}

IndexMemory Index::memory() const {
  IndexMemory memory;
  memory.vocabulary = impl_->text.vocabulary_bytes();
  memory.postings = impl_->text.posting_bytes();
  memory.places = impl_->text.place_bytes();
  memory.facets = impl_->columns.bytes();
  for (const FacetColumn& column : impl_->facets) memory.facets += column.bytes();
  memory.order = impl_->slots.bytes();
  memory.links = impl_->links.bytes();
  return memory;
}

void Index::forget_searches() const { impl_->remembered.clear(); }

}  // namespace lamplight
