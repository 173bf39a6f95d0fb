// State: everything a reader chose, as one plain value, equal to its URL text and back.
//
//     State state = parse_url("q=protein&family=language&work=openfold");
//     state = apply(state, ToggleFilter{"has", "code"});
//     print_url(state);  // "q=protein&has=code&family=language&work=openfold"
#pragma once

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

struct State {
  std::string query;
  std::vector<Filter> filters;  // no empty ones; "in", "has", "venue" first, then by facet id
  YearRange years;
  Sort sort = Sort::Match;
  std::string view = "list";
  std::string work;   // id of the work in the detail pane, or empty
  std::string since;  // date of the snapshot to compare with, or empty: the oldest
  std::string at;     // date of the shown snapshot, or empty: the newest
  // Not in the URL: a reader's own, kept by the platform.
  Theme theme = Theme::System;
  std::vector<std::string> saved;   // ids of works, as they were saved
  std::vector<std::string> recent;  // queries, the last one first, none twice, at most 8
  std::vector<std::pair<std::string, std::string>> unknown;  // kept as they came
  bool operator==(const State&) const = default;

  [[nodiscard]] bool has_filters() const { return !filters.empty() || years != YearRange{}; }
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
};
struct ClearFilters {};
struct ClearAll {};  // filters and query
struct SelectWork {
  std::string id;  // empty closes the detail
};
struct SetSort {
  Sort sort;
};
struct SetView {
  std::string view;
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
};
// Building the index: stop it, or go on.
struct SetPreparing {
  bool is_wanted = true;
};

using Action = std::variant<SetQuery, ToggleFilter, SetYears, ClearFilters, ClearAll, SelectWork,
                            SetSort, SetView, SetSnapshot, SetTheme, StepBack, SetState, ClearFacet,
                            ToggleSaved, RememberQuery, ForgetQueries, SetOwn, SetPreparing>;

[[nodiscard]] State apply(State state, const Action& action);

// Whether it changes nothing that the URL tells.
[[nodiscard]] bool is_own(const Action& action);

// Whether the step deserves an entry in the browser's history (typing replaces, clicks push).
[[nodiscard]] bool makes_history(const Action& action);

// The fragment without "#". Only what differs from the default, in this order:
// q, in, year, has, venue, then the profile's facets by id, sort, view, work, since, at, unknown.
[[nodiscard]] std::string print_url(const State& state);

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
