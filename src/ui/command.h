// Command: what a thing on the screen does when it is clicked, or activated by keyboard. The
// same for a click on the canvas, on the DOM over it, and in tests.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "app/state.h"
#include "app/view_model.h"
#include "ui/ui.h"

namespace lamplight::ui {

struct ShowMoreValues {
  std::string facet;
};  // of a folded facet
struct ShowFewerValues {
  std::string facet;
};
struct ShowFilters {
  bool is_open = false;
};  // the drawer of narrow windows
struct DismissNotices {};
struct ShowKeys {
  bool is_open = false;
};
struct OpenMenu {
  std::uint32_t node = 0;
};  // of a Select that this side draws; 0 closes
struct FocusSearch {};
// Something of the shown view's own: `what` is one of its numbers.
struct ViewCommand {
  int what = 0;
  std::size_t row = 0;
  std::size_t column = 0;
};
struct AcceptSuggestion {
  app::SuggestionKindView kind = app::SuggestionKindView::Word;
  app::Action accept;
};

using Command =
    std::variant<std::monostate, app::Action, Effect, ShowMoreValues, ShowFewerValues, ShowFilters,
                 DismissNotices, ShowKeys, OpenMenu, FocusSearch, AcceptSuggestion, ViewCommand>;

// What a value that is typed or chosen means.
enum class ValueKind : std::uint8_t { None, Query, Snapshot, Sort, Years };

}  // namespace lamplight::ui
