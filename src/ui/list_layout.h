// List layout: the heights of the list's rows, kept while query and filters change.
#pragma once

#include <optional>
#include <string>

#include "ui/frame.h"
#include "ui/list_scroll.h"
#include "ui/row_heights.h"

namespace lamplight::ui {

// A whole list of up to this many rows is measured at once, so that its scroll bar is exact from
// the start. A search in a longer list measures its hits at once when they are at most the second
// number.
inline constexpr std::size_t measured_at_once = 1000;
inline constexpr std::size_t result_measured_at_once = 100;
// Rows this far outside the window are drawn too: the browser scrolls before a frame is drawn.
inline constexpr double overscan = 240;
// A row is taken over where it was also below the list's beginning, but not behind more room than
// this: the list would seem to be empty.
inline constexpr double max_lead = 240;

// What the list keeps between frames.
struct ListPlace {
  ListScroll scroll;
  ListLayout layout;
  std::size_t selected_row = no_row;  // where the selected work stood when it was last drawn
  std::size_t show_row = no_row;      // row to be brought into view
  std::string show_work;              // work to be brought into view
  std::string missing_work;           // looked for in vain among `missing_rows`
  Hits missing_rows;
  std::optional<float> show_y;  // where its top comes, y of the window; none: as far as needed
};

// Takes up the rows of the view model at this width; what was measured before is kept where it
// still holds.
void prepare_list(Frame& frame, ListPlace& place, float width);
// The row's height, measured where it was not yet.
float measure_row(Frame& frame, ListPlace& place, std::size_t row);
// The row turned out to be this high.
void correct_row(ListPlace& place, std::size_t row, float height);
// Measures the rows in sight. When rows above turn out to be of another height than estimated,
// the position moves with them, so that what is seen stays.
void measure_seen_rows(Frame& frame, ListPlace& place);
// The row that was asked to be brought into view since the last frame, or no_row.
[[nodiscard]] std::size_t take_asked_row(Frame& frame, ListPlace& place);
// Brings a row into view: so far below the list's top, or only as far as needed.
void show_row(Frame& frame, ListPlace& place, std::size_t row, std::optional<double> below);
// Position of a work in the rows by its id, or no_row.
[[nodiscard]] std::size_t find_row(app::Session& session, ListPlace& place, std::string_view work);

}  // namespace lamplight::ui
