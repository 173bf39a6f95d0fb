#include "app/state.h"

#include <algorithm>

#include "app/filters.h"
#include "base/text.h"

namespace lamplight::app {
namespace {

template <typename... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

void toggle(std::vector<Filter>& filters, const std::string& facet, const std::string& value) {
  for (Filter& filter : filters) {
    if (filter.facet != facet) continue;
    const auto found = std::find(filter.values.begin(), filter.values.end(), value);
    if (found == filter.values.end()) {
      filter.values.push_back(value);
    } else {
      filter.values.erase(found);
    }
    sort_filters(filters);
    return;
  }
  filters.push_back({facet, {value}});
  sort_filters(filters);
}

void step_back(State& state) {
  if (!state.work.empty()) {
    state.work.clear();
  } else if (!state.query.empty()) {
    state.query.clear();
  } else {
    state.filters.clear();
    state.years = {};
  }
}

}  // namespace

State apply(State state, const Action& action) {
  std::visit(Overloaded{
                 [&](const SetQuery& set) { state.query = repair_utf8(set.text).text; },
                 [&](const ToggleFilter& set) { toggle(state.filters, set.facet, set.value); },
                 [&](const ClearFacet& set) {
                   std::erase_if(state.filters,
                                 [&](const Filter& filter) { return filter.facet == set.facet; });
                 },
                 [&](const SetYears& set) { state.years = set.years; },
                 [&](const ClearFilters&) {
                   state.filters.clear();
                   state.years = {};
                 },
                 [&](const ClearAll&) {
                   state.filters.clear();
                   state.years = {};
                   state.query.clear();
                 },
                 [&](const SelectWork& set) { state.work = set.id; },
                 [&](const SetSort& set) { state.sort = set.sort; },
                 [&](const SetView& set) { state.view = set.view; },
                 [&](const SetSnapshot& set) { state.at = set.date; },
                 [&](const SetTheme& set) { state.theme = set.theme; },
                 [&](const StepBack&) { step_back(state); },
                 [&](const SetState& set) {
                   const Theme theme = state.theme;
                   state = set.state;
                   state.theme = theme;
                   sort_filters(state.filters);
                 },
             },
             action);
  return state;
}

bool makes_history(const Action& action) {
  return !std::holds_alternative<SetQuery>(action) && !std::holds_alternative<SetTheme>(action) &&
         !std::holds_alternative<SetState>(action);
}

}  // namespace lamplight::app
