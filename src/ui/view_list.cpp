// List view: one row per work. Only the rows in sight, and a few beside them, are shaped, drawn
// and recorded.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "ui/list_layout.h"
#include "ui/row.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lamplight::ui {
namespace {

void draw_empty(Frame& frame, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const app::ViewModel& model = frame.model;
  const bool is_empty_list = model.all_works == 0;
  const float width = std::min(520.0f, rect.w - 48);
  const float x = std::floor(rect.x + (rect.w - width) / 2);
  float y = rect.y + std::min(96.0f, rect.h * 0.16f);
  canvas.icon(Icon::Search, {x + width / 2 - 16, y, 32, 32}, theme.ink3);
  y += 48;
  const std::string_view heading =
      is_empty_list ? "There is nothing in this list yet" : "No work matches all of this";
  Node& node = canvas.open(Role::Heading, "empty", {x, y, width, 24});
  node.label = heading;
  node.level = 2;
  canvas.text({x, y, width, 24}, frame.style(sizes::title, theme.ink, FontFace::Bold), heading,
              Align::Center);
  canvas.close();
  y += 32;
  if (is_empty_list || model.rescues.empty()) {
    const std::string_view hint =
        is_empty_list ? "Add a bullet with a link to the Markdown, and it will show here."
                      : "Try fewer or other words.";
    canvas.text({x, y, width, 20}, frame.style(sizes::body, theme.ink2), hint, Align::Center);
    return;
  }
  const float height = canvas.is_touch() ? 44 : 36;
  for (std::size_t i = 0; i < model.rescues.size(); ++i) {
    const app::RescueView& rescue = model.rescues[i];
    Button button;
    const std::string key = "rescue" + std::to_string(i);
    button.key = key;
    button.text = rescue.text;
    button.look = Look::OutlineAccent;
    button.command = rescue.action;
    const float needed = std::min(width, button_width(canvas, button));
    button.rect = {std::floor(x + (width - needed) / 2), y, needed, height};
    draw_button(canvas, button);
    y += height + 8;
  }
}

}  // namespace

void draw_list(Frame& frame, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  Kept& kept = frame.kept;
  if (frame.model.rows.empty()) {
    // The heights of the works are for the next result.
    kept.layout.rows = Hits();
    kept.layout.heights = RowHeights();
    kept.layout.version = 0;
    kept.list = ListScroll{};
    draw_empty(frame, rect);
    return;
  }
  ListScroll& scroll = kept.list;
  RowHeights& heights = kept.layout.heights;
  scroll.region.view_height = rect.h;
  prepare_list(frame, rect.w);
  canvas.scroll_by_wheel(rect, scroll.region);
  scroll.follow(heights.total());
  const std::size_t asked = take_asked_row(frame);
  const bool is_at_top = std::exchange(kept.shows_at_top, false);
  if (asked != no_row) {
    // Rows beside it turn out to be of other heights than estimated: it is placed again then.
    show_row(frame, asked, is_at_top);
    measure_seen_rows(frame);
    show_row(frame, asked, is_at_top);
  }
  measure_seen_rows(frame);
  scroll.follow(heights.total());

  canvas.begin_scroller("works", "Works", rect, scroll.region);
  canvas.open(Role::List, "rows", {0, 0, rect.w, scroll.region.content_height}).label = "Works";
  const double shift = scroll.shift();
  std::size_t row = heights.row_at(std::max(0.0, scroll.y - overscan));
  double top = heights.top(row);
  const double end = scroll.y + static_cast<double>(rect.h) + overscan;
  for (; row < kept.layout.rows.size() && top < end; ++row) {
    const app::RowView& view = frame.session.row(row);
    if (view.is_selected) kept.selected_row = row;
    const RowShape shape = shape_row(frame, view, rect.w);
    // Fonts that arrived since it was measured make it another height.
    if (shape.height != heights.height(row)) correct_row(frame, row, shape.height);
    draw_row(frame, view, shape, static_cast<float>(top - shift), rect.w, row,
             kept.layout.rows.size());
    top += static_cast<double>(shape.height);
  }
  canvas.close();
  canvas.end_scroller(static_cast<float>(std::min(heights.total(), highest_region)));
}

}  // namespace lamplight::ui
