// List layout: the heights of the list's rows, kept while query and filters change.
#pragma once

#include "ui/frame.h"

namespace lamplight::ui {

// A whole list of up to this many rows is measured at once, so that its scroll bar is exact from
// the start. A search in a longer list measures its hits at once when they are at most the second
// number.
inline constexpr std::size_t measured_at_once = 1000;
inline constexpr std::size_t result_measured_at_once = 100;
// Rows this far outside the window are drawn too: the browser scrolls before a frame is drawn.
inline constexpr double overscan = 240;

// Takes up the rows of the view model at this width; what was measured before is kept where it
// still holds.
void prepare_list(Frame& frame, float width);
// The row's height, measured where it was not yet.
float measure_row(Frame& frame, std::size_t row);
// The row turned out to be this high.
void correct_row(Frame& frame, std::size_t row, float height);
// Measures the rows in sight. When rows above turn out to be of another height than estimated,
// the position moves with them, so that what is seen stays.
void measure_seen_rows(Frame& frame);
// The row that was asked to be brought into view since the last frame, or no_row.
[[nodiscard]] std::size_t take_asked_row(Frame& frame);
// Brings a row into view: to the top, or as far as needed.
void show_row(Frame& frame, std::size_t row, bool is_at_top);

}  // namespace lamplight::ui
