// List view: one row per work. Only the rows in sight, and a few beside them, are shaped, drawn
// and recorded.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "ui/keys.h"
#include "ui/row.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lamplight::ui {
namespace {

// Lists up to this long are measured at once, so that their scroll bar is exact from the start.
constexpr std::size_t measured_at_once = 1000;
constexpr double overscan = 240;

// Measures the row where it was not yet; returns its height.
float measure(Frame& frame, std::size_t row) {
  ListLayout& layout = frame.kept.layout;
  float& known = layout.by_work[layout.rows[row]];
  if (known == 0) known = shape_row(frame, frame.session.row(row), layout.width).height;
  layout.heights.set(row, known);
  return known;
}

// What the heights depend on beside the works themselves.
std::string list_key(const Frame& frame) {
  std::string key = frame.is_phone ? "phone/" : "";
  for (const app::SnapshotView& snapshot : frame.model.snapshots) {
    if (snapshot.is_shown) key += snapshot.date;
  }
  return key + "/" + std::to_string(frame.model.all_works);
}

void prepare(Frame& frame, float width) {
  ListLayout& layout = frame.kept.layout;
  const std::uint64_t version = frame.session.version();
  if (version == layout.version && width == layout.width && frame.is_phone == layout.is_phone) {
    return;
  }
  layout.version = version;
  layout.is_phone = frame.is_phone;
  std::string key = list_key(frame);
  const bool is_other_list = key != layout.list;
  const bool is_same = !is_other_list && width == layout.width;
  if (is_same && layout.rows == frame.model.rows) return;
  // Another width keeps the row at the top where it is.
  const bool keeps_place = !is_other_list && layout.rows == frame.model.rows &&
                           layout.heights.size() > 0;
  std::size_t anchor = 0;
  double above = 0;
  if (keeps_place) {
    anchor = layout.heights.row_at(frame.kept.list.y);
    above = frame.kept.list.y - layout.heights.top(anchor);
  }
  if (!is_same) layout.by_work.assign(frame.model.all_works, 0.0f);
  layout.list = std::move(key);
  layout.width = width;
  layout.rows = frame.model.rows;
  std::uint32_t last_work = 0;
  for (const std::uint32_t work : layout.rows) last_work = std::max(last_work, work);
  if (layout.by_work.size() <= last_work) layout.by_work.resize(std::size_t{last_work} + 1, 0.0f);
  layout.heights.reset(layout.rows.size(), frame.is_phone ? 114.0f : 63.0f);
  if (layout.rows.size() <= measured_at_once) {
    for (std::size_t row = 0; row < layout.rows.size(); ++row) measure(frame, row);
  }
  frame.kept.list.y = keeps_place ? layout.heights.top(anchor) + above : 0;
}

// Measures the rows from the one at the top of the window down to below it. When rows above the
// top turn out to be of another height than estimated, the position moves with them, so that
// what is seen stays.
void measure_seen(Frame& frame) {
  ListLayout& layout = frame.kept.layout;
  Scroll& scroll = frame.kept.list;
  const std::size_t count = layout.rows.size();
  const std::size_t anchor = layout.heights.row_at(scroll.y);
  const double into_anchor = scroll.y - layout.heights.top(anchor);
  double above = overscan;
  for (std::size_t row = anchor; row > 0 && above > 0; --row) {
    above -= static_cast<double>(measure(frame, row - 1));
  }
  double below = static_cast<double>(scroll.view_height) + overscan + into_anchor;
  for (std::size_t row = anchor; row < count && below > 0; ++row) {
    below -= static_cast<double>(measure(frame, row));
  }
  scroll.y = layout.heights.top(anchor) + into_anchor;
}

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

// Brings the row that was asked for into view.
void show_asked_row(Frame& frame) {
  Kept& kept = frame.kept;
  std::size_t row = kept.show_row;
  if (!kept.show_work.empty()) row = find_row(frame.session, kept, kept.show_work);
  kept.show_work.clear();
  kept.show_row = no_row;
  const bool is_at_top = std::exchange(kept.shows_at_top, false);
  if (row >= kept.layout.rows.size()) return;
  const auto height = static_cast<double>(measure(frame, row));
  const double top = kept.layout.heights.top(row);
  kept.list.content_height = static_cast<float>(kept.layout.heights.total());
  if (is_at_top) {
    kept.list.y = top;
  } else {
    kept.list.show(top, top + height);
  }
  kept.list.clamp();
}

}  // namespace

void draw_list(Frame& frame, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  if (frame.model.rows.empty()) {
    frame.kept.layout.rows.clear();
    frame.kept.layout.heights.reset(0, 63);
    frame.kept.list.y = 0;
    canvas.fill(rect, frame.theme().panel);
    draw_empty(frame, rect);
    return;
  }
  prepare(frame, rect.w);
  Scroll& scroll = frame.kept.list;
  ListLayout& layout = frame.kept.layout;
  scroll.view_height = rect.h;
  scroll.content_height = static_cast<float>(layout.heights.total());
  scroll.clamp();
  show_asked_row(frame);
  measure_seen(frame);
  canvas.fill(rect, frame.theme().panel);
  canvas.begin_scroller("works", "Works", rect, scroll);
  const auto total = static_cast<float>(layout.heights.total());
  canvas.open(Role::List, "rows", {0, 0, rect.w, total}).label = "Works";
  const std::size_t count = layout.rows.size();
  std::size_t row = layout.heights.row_at(std::max(0.0, scroll.y - overscan));
  double top = layout.heights.top(row);
  const double end = scroll.y + static_cast<double>(rect.h) + overscan;
  for (; row < count && top < end; ++row) {
    const app::RowView& view = frame.session.row(row);
    if (view.is_selected) frame.kept.selected_row = row;
    const RowShape shape = shape_row(frame, view, rect.w);
    draw_row(frame, view, shape, static_cast<float>(top), rect.w, row, count);
    top += static_cast<double>(layout.heights.height(row));
  }
  canvas.close();
  canvas.end_scroller(total);
}

}  // namespace lamplight::ui
