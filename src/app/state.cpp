#include "app/state.h"

#include <algorithm>

#include "app/filters.h"
#include "app/views.h"
#include "base/string_index.h"
#include "base/text.h"

namespace lamplight::app {
namespace {

// As many as a list under a search field shows at once.
constexpr std::size_t max_recent = 8;

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

void toggle_saved(std::vector<std::string>& saved, const std::string& work) {
  const auto found = std::find(saved.begin(), saved.end(), work);
  if (found != saved.end()) {
    saved.erase(found);
  } else if (!work.empty()) {
    saved.push_back(work);
  }
}

void remember_query(std::vector<std::string>& recent, std::string_view query) {
  const std::string text(trim(query));
  if (parse_query(text).is_empty()) return;
  std::erase(recent, text);
  recent.insert(recent.begin(), text);
  if (recent.size() > max_recent) recent.resize(max_recent);
}

// What a store holds may be anything: valid texts, none blank, none twice.
std::vector<std::string> clean_texts(const std::vector<std::string>& texts) {
  std::vector<std::string> clean;
  StringIndex seen;
  for (const std::string& text : texts) {
    std::string repaired = repair_utf8(text).text;
    if (trim(repaired).empty()) continue;
    if (seen.add(repaired) == clean.size()) clean.push_back(std::move(repaired));
  }
  return clean;
}

// Copies what is the reader's own, which no URL tells.
void copy_own(const State& from, State& to) {
  to.theme = from.theme;
  to.saved = from.saved;
  to.recent = from.recent;
  to.has_letter_keys = from.has_letter_keys;
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
                 [&](const SetSort& set) { state.sort = set.keys; },
                 [&](const SetView& set) { state.view = set.view; },
                 [&](const SetSetting& set) { set_setting(state.settings, set.key, set.value); },
                 [&](const SetSnapshot& set) { state.at = set.date; },
                 [&](const SetTheme& set) { state.theme = set.theme; },
                 [&](const StepBack&) { step_back(state); },
                 [&](const SetState& set) {
                   State next = set.state;
                   copy_own(state, next);
                   state = std::move(next);
                   sort_filters(state.filters);
                 },
                 [&](const ToggleSaved& set) { toggle_saved(state.saved, set.work); },
                 [&](const RememberQuery&) { remember_query(state.recent, state.query); },
                 [&](const ForgetQueries&) { state.recent.clear(); },
                 [&](const SetOwn& set) {
                   state.saved = clean_texts(set.saved);
                   state.recent = clean_texts(set.recent);
                   if (state.recent.size() > max_recent) state.recent.resize(max_recent);
                   state.has_letter_keys = set.has_letter_keys;
                 },
                 [&](const SetLetterKeys& set) { state.has_letter_keys = set.has_letter_keys; },
                 // The session's: how far an index is built is no choice of a view.
                 [&](const SetPreparing&) {},
             },
             action);
  return state;
}

bool is_own(const Action& action) {
  return std::visit(Overloaded{
                        [](const SetTheme&) { return true; },
                        [](const ToggleSaved&) { return true; },
                        [](const RememberQuery&) { return true; },
                        [](const ForgetQueries&) { return true; },
                        [](const SetOwn&) { return true; },
                        [](const SetLetterKeys&) { return true; },
                        [](const SetPreparing&) { return true; },
                        [](const auto&) { return false; },
                    },
                    action);
}

bool makes_history(const Action& action) {
  if (const auto* select = std::get_if<SelectWork>(&action)) return select->is_step;
  if (const auto* years = std::get_if<SetYears>(&action)) return years->is_step;
  return !std::holds_alternative<SetQuery>(action) && !std::holds_alternative<SetState>(action) &&
         !is_own(action);
}

}  // namespace lamplight::app
