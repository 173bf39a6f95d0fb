// State: everything a reader chose, as one plain value, equal to its URL text and back.
//
//     State state = parse_url("q=protein&family=language&work=openfold");
//     state = apply(state, ToggleFilter{"has", "code"});
//     print_url(state);  // "q=protein&has=code&family=language&work=openfold"
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "lamplight/query.h"
#include "lamplight/search.h"

namespace lamplight::app {

enum class Theme { System, Light, Dark };

// The ways to look at the works that were found. views.cpp names them for the address, with the
// keys that each of them brings.
enum class View : std::uint8_t { List, Table };
[[nodiscard]] std::string_view view_name(View view);   // "list"
[[nodiscard]] std::string_view view_title(View view);  // "List"
[[nodiscard]] std::optional<View> find_view(std::string_view name);

// One key of the order: "match", "year", "name", "list", or the id of a column of the table
// (columns.h). Each has a direction of its own (years and dates newest first, links most first,
// texts from A to Z), which is_reversed turns.
struct SortKey {
  std::string by;
  bool is_reversed = false;
  bool operator==(const SortKey&) const = default;
};
using SortKeys = std::vector<SortKey>;  // none: as "match"; none twice, at most max_sort_keys
inline constexpr std::size_t max_sort_keys = 4;
// "-year,name"; "" for none.
[[nodiscard]] std::string print_sort(const SortKeys& keys);
// Leaves out what is no key, and tells its text in `wrong`. `facets`: ids of the profile's.
[[nodiscard]] SortKeys parse_sort(std::string_view text, const std::vector<std::string>& facets,
                                  std::vector<std::string>& wrong);

struct State {
  std::string query;
  std::vector<Filter> filters;  // no empty ones; "in", "has", "venue" first, then by facet id
  YearRange years;
  SortKeys sort;
  View view = View::List;
  std::string work;   // id of the work in the detail pane, or empty
  std::string since;  // date of the snapshot to compare with, or empty: the oldest
  std::string at;     // date of the shown snapshot, or empty: the newest
  // What the views were told by keys of their own ("cols", "name.138,title"), in the order of
  // views.cpp, as it stands in the address. None that says what holds without it.
  std::vector<std::pair<std::string, std::string>> settings;
  // Not in the URL: a reader's own, kept by the platform.
  Theme theme = Theme::System;
  std::vector<std::string> saved;   // ids of works, as they were saved
  std::vector<std::string> recent;  // queries, the last one first, none twice, at most 8
  bool has_letter_keys = true;      // no: keys with a single letter or sign do nothing
  std::vector<std::pair<std::string, std::string>> unknown;  // kept as they came
  bool operator==(const State&) const = default;

  [[nodiscard]] bool has_filters() const { return !filters.empty() || years != YearRange{}; }
  // The text of a view's own key; empty: as it is without.
  [[nodiscard]] std::string_view setting(std::string_view key) const;
};

// What a reader did.
struct SetQuery {
  std::string text;
};
struct ToggleFilter {
  std::string facet;
  std::string value;
};
// Drops all chosen values of one facet.
struct ClearFacet {
  std::string facet;
};
struct SetYears {
  YearRange years;
  bool is_step = true;  // no: passing by, from year to year
};
struct ClearFilters {};
struct ClearAll {};  // filters and query
struct SelectWork {
  std::string id;       // empty closes the detail
  bool is_step = true;  // no: passing by, from row to row
};
struct SetSort {
  SortKeys keys;
};
struct SetView {
  View view;
};
// Of a view's own key; empty takes it away.
struct SetSetting {
  std::string key;
  std::string value;
};
struct SetSnapshot {
  std::string date;
};
struct SetTheme {
  Theme theme;
};
struct StepBack {};  // Esc: closes the detail, else clears the query, else the filters
// From the URL; keeps what is the reader's own.
struct SetState {
  State state;
};
struct ToggleSaved {
  std::string work;
};
struct RememberQuery {};  // puts the query among the recent ones, unless it has no words
struct ForgetQueries {};
// From the platform's store.
struct SetOwn {
  std::vector<std::string> saved;
  std::vector<std::string> recent;
  bool has_letter_keys = true;
};
struct SetLetterKeys {
  bool has_letter_keys = true;
};
// Building the index: stop it, or go on.
struct SetPreparing {
  bool is_wanted = true;
};

using Action =
    std::variant<SetQuery, ToggleFilter, SetYears, ClearFilters, ClearAll, SelectWork, SetSort,
                 SetView, SetSnapshot, SetTheme, StepBack, SetState, ClearFacet, ToggleSaved,
                 RememberQuery, ForgetQueries, SetOwn, SetPreparing, SetSetting, SetLetterKeys>;

[[nodiscard]] State apply(State state, const Action& action);

// Whether it changes nothing that the URL tells.
[[nodiscard]] bool is_own(const Action& action);

// Whether the step deserves an entry in the browser's history (typing replaces, clicks push).
[[nodiscard]] bool makes_history(const Action& action);

// The fragment without "#". Only what differs from the default, in this order:
// q, in, year, has, venue, then the profile's facets by id, sort, view, work, since, at, what the
// views were told, unknown.
[[nodiscard]] std::string print_url(const State& state);

// The same with any work selected in it: printed once for all links of a list.
struct WorkUrl {
  std::string before;  // "#q=protein&work="
  std::string after;   // "&since=2023-03-29"
  [[nodiscard]] std::string of(std::string_view work) const;
};
[[nodiscard]] WorkUrl print_work_url(const State& state);

// Reads a fragment (with or without "#"). Wrong values are left out and named in `notices`;
// unknown keys are kept. Never fails. `facets`: ids that are filters here.
struct ParsedUrl {
  State state;
  std::vector<std::string> keys;  // that the text names, whatever their values
  std::vector<std::string> notices;
};
[[nodiscard]] ParsedUrl parse_url(std::string_view text, const std::vector<std::string>& facets);

// The keys that mean something in a fragment.
[[nodiscard]] std::vector<std::string> url_keys(const std::vector<std::string>& facets);

// `state` with one key set to `text`, which is not encoded: in filters, commas separate values.
// Empty text takes the key out. What is a reader's own is not kept.
[[nodiscard]] ParsedUrl set_url_key(const State& state, std::string_view key, std::string_view text,
                                    const std::vector<std::string>& facets);

}  // namespace lamplight::app
