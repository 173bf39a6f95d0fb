// Row: one work in the list, as a row with its links at the right, or as a card on narrow windows.
#pragma once

#include <string>

#include "ui/frame.h"
#include "ui/row_focus.h"

namespace lamplight::ui {

// Where the parts of a row stand, from its top left corner.
struct RowShape {
  float height = 0;
  float text_x = 0;
  float text_width = 0;
  Paragraph title;
  float tags_x = 0, tags_y = 0;  // of the first tag; further ones flow
  std::size_t chips = 0;         // stated tags that fit behind them
  float description_y = 0;
  float meta_y = 0;
  float text_bottom = 0;
  std::vector<Rect> links;
};

[[nodiscard]] RowShape shape_row(const Frame& frame, const app::RowView& row, float width);

// The link to the work, whose text is name and title. It is left open.
Node& open_work_link(Canvas& canvas, const app::RowView& row, const Rect& rect);

// Draws the row with its top at `y` of the open scroller, and tells its links. `open`: what a click
// on it does.
void draw_row(Frame& frame, const app::RowView& row, const RowShape& shape, float y, float width,
              std::size_t position, RowFocus& focus, ViewCommand open);

}  // namespace lamplight::ui
