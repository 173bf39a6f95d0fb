#include <algorithm>

#include "app/builders.h"

namespace lamplight::app {
namespace {

// Years without works between others are shown up to this span, so that a histogram's axis is
// even; one odd year far away must not make a hundred empty bars.
constexpr int max_year_span = 60;

bool holds(const YearRange& years, int year) {
  return (!years.from || year >= *years.from) && (!years.to || year <= *years.to);
}

std::vector<FacetCount> with_empty_years(const std::vector<FacetCount>& values) {
  if (values.empty()) return values;
  const int first = parse_year_range(values.front().id).value_or(YearRange{}).from.value_or(0);
  const int last = parse_year_range(values.back().id).value_or(YearRange{}).from.value_or(0);
  if (last - first > max_year_span) return values;
  std::vector<FacetCount> even;
  auto next = values.begin();
  for (int year = first; year <= last; ++year) {
    FacetCount value;
    value.id = value.title = print_year_range({year, year});
    if (next != values.end() && next->id == value.id) value = *next++;
    even.push_back(std::move(value));
  }
  return even;
}

const Filter* find_filter(const std::vector<Filter>& filters, std::string_view facet) {
  for (const Filter& filter : filters) {
    if (filter.facet == facet) return &filter;
  }
  return nullptr;
}

}  // namespace

std::vector<FacetView> build_facets(const Scene& scene, const SearchResult& result) {
  std::vector<FacetView> views;
  for (const FacetCounts& counts : result.facets) {
    FacetView view{counts.id, counts.title, counts.source, counts.shown, {}};
    const bool is_year = counts.source == FacetSource::Year;
    const Filter* filter = find_filter(scene.request.filters, counts.id);
    std::vector<FacetCount> values = is_year ? with_empty_years(counts.values) : counts.values;
    for (FacetCount& count : values) {
      bool is_selected = false;
      if (is_year && scene.request.years != YearRange{}) {
        const std::optional<YearRange> year = parse_year_range(count.id);
        is_selected = year && holds(scene.request.years, *year->from);
      }
      if (filter != nullptr) {
        is_selected = is_selected || std::find(filter->values.begin(), filter->values.end(),
                                               count.id) != filter->values.end();
      }
      view.values.push_back({std::move(count), is_selected});
    }
    if (!view.values.empty()) views.push_back(std::move(view));
  }
  return views;
}

std::vector<ChipView> build_chips(const Scene& scene) {
  std::vector<ChipView> chips;
  for (const Filter& filter : scene.request.filters) {
    for (const std::string& value : filter.values) {
      chips.push_back({filter_title(scene.catalog(), scene.shown.profile(), filter.facet, value),
                       ToggleFilter{filter.facet, value}});
    }
  }
  if (scene.request.years != YearRange{}) {
    chips.push_back({year_text(scene.request.years), SetYears{}});
  }
  return chips;
}

}  // namespace lamplight::app
