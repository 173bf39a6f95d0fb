#include <algorithm>

#include "app/builders.h"

namespace lamplight::app {
namespace {

// Years without works between others are shown up to this span, so that a histogram's axis is
// even; one odd year far away must not make a hundred empty bars.
constexpr int max_year_span = 60;

int year_of(const FacetCount& value) {
  return parse_year_range(value.id).value_or(YearRange{}).from.value_or(0);
}

FacetValueView value_view(const FacetCount& value) {
  return {std::string(value.id),
          std::string(value.title),
          std::string(value.color),
          value.depth,
          value.count,
          value.all,
          false};
}

std::vector<FacetValueView> build_years(const std::vector<FacetCount>& values,
                                        const YearRange& chosen) {
  std::vector<FacetValueView> views;
  if (values.empty()) return views;
  const bool is_even = year_of(values.back()) - year_of(values.front()) <= max_year_span;
  for (const FacetCount& value : values) {
    const int year = year_of(value);
    int next =
        is_even && !views.empty() ? year_of(values.front()) + static_cast<int>(views.size()) : year;
    for (; next < year; ++next) {
      FacetValueView empty;
      empty.id = empty.title = print_year_range({next, next});
      empty.is_selected = chosen != YearRange{} && chosen.holds(next);
      views.push_back(std::move(empty));
    }
    views.push_back(value_view(value));
    views.back().is_selected = chosen != YearRange{} && chosen.holds(year);
  }
  return views;
}

const Filter* find_filter(const std::vector<Filter>& filters, std::string_view facet) {
  for (const Filter& filter : filters) {
    if (filter.facet == facet) return &filter;
  }
  return nullptr;
}

// Sections that hold every work give nothing to choose: a list of one section, and the heading
// above all others.
void drop_whole_sections(std::vector<FacetValueView>& values, std::size_t all_works) {
  const auto is_whole = [&](const FacetValueView& first) {
    return first.all == all_works && !first.is_selected &&
           std::count_if(values.begin(), values.end(),
                         [](const FacetValueView& value) { return value.depth == 0; }) == 1;
  };
  while (!values.empty() && is_whole(values.front())) {
    values.erase(values.begin());
    for (FacetValueView& value : values) --value.depth;
  }
}

}  // namespace

std::vector<FacetView> build_facets(const Scene& scene, const SearchResult& result) {
  std::vector<FacetView> views;
  for (const FacetCounts& counts : result.facets) {
    if (counts.values.empty()) continue;
    FacetView view{
        std::string(counts.id), std::string(counts.title), counts.source, counts.shown, {}};
    if (counts.source == FacetSource::Year) {
      view.values = build_years(counts.values, scene.request.years);
    } else {
      for (const FacetCount& value : counts.values) view.values.push_back(value_view(value));
    }
    if (const Filter* filter = find_filter(scene.request.filters, counts.id)) {
      for (FacetValueView& value : view.values) {
        const std::vector<std::string>& chosen = filter->values;
        value.is_selected =
            value.is_selected || std::find(chosen.begin(), chosen.end(), value.id) != chosen.end();
      }
    }
    if (view.source == FacetSource::Sections) {
      drop_whole_sections(view.values, scene.catalog().works.size());
    }
    if (!view.values.empty()) views.push_back(std::move(view));
  }
  return views;
}

std::vector<ChipView> build_chips(const Scene& scene, const std::vector<FacetView>& facets) {
  std::vector<ChipView> chips;
  // Tags are titled as most works have them, which the facet knows.
  const auto title_of = [&](const std::string& facet, const std::string& value) {
    for (const FacetView& known : facets) {
      if (known.id != facet || known.source != FacetSource::Tags) continue;
      for (const FacetValueView& each : known.values) {
        if (each.id == value) return each.title;
      }
    }
    return filter_title(scene.catalog(), scene.shown.profile(), facet, value);
  };
  for (const Filter& filter : scene.request.filters) {
    for (const std::string& value : filter.values) {
      chips.push_back({title_of(filter.facet, value), ToggleFilter{filter.facet, value}});
    }
  }
  if (scene.request.years != YearRange{}) {
    chips.push_back({year_text(scene.request.years), SetYears{}});
  }
  return chips;
}

}  // namespace lamplight::app
