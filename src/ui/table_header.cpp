// The table's header: the columns' titles, which sort, and their edges, which can be dragged.
#include <algorithm>
#include <cmath>
#include <string>

#include "ui/table.h"
#include "ui/widgets.h"

namespace lamplight::ui {
namespace {

constexpr float mark_icon = 10;
constexpr double double_click_s = 0.4;

float padding_of(std::size_t column) {
  return column == 0 ? table_sizes::first_padding : table_sizes::padding;
}

// Wide enough for what the rows in sight say in it.
int fitting_width(const Frame& frame, const Table& table, std::size_t column) {
  const app::ColumnView& view = table.columns[column];
  const TextStyle bold = frame.style(sizes::meta, 0, FontFace::Bold);
  const TextStyle regular = frame.style(sizes::meta, 0);
  float most = frame.canvas.width(bold, view.title) + sort_mark_width(frame, view.id) + 4;
  for (const TableRow& row : table.remembered) {
    if (row.position == no_row || column >= row.cells.size()) continue;
    const app::CellView& cell = row.cells[column];
    const float square = cell.color.empty() ? 0.0f : 15.0f;
    const TextStyle& style = view.id == "name" ? bold : regular;
    most = std::max(most, square + frame.canvas.width(style, cell.text));
  }
  return std::clamp(static_cast<int>(std::ceil(most + padding_of(column) + table_sizes::padding)),
                    app::min_column_width, app::max_column_width);
}

void set_width(Frame& frame, Table& table, std::size_t column, int width) {
  std::vector<app::ColumnView> columns = table.columns;
  columns[column].width = width;
  frame.out.actions.push_back(choose_columns(frame.session, columns));
}

// Follows the pointer from press to release; a second press at once fits the column.
void drag_edge(Frame& frame, Table& table, std::size_t column, std::uint32_t node) {
  const Pointer& pointer = frame.canvas.pointer();
  if (pointer.was_pressed && frame.canvas.is_held(node)) {
    const double now = frame.canvas.input().time_s;
    const bool is_second = table.pressed_edge == column && now - table.pressed_s < double_click_s;
    table.pressed_edge = column;
    table.pressed_s = is_second ? -1 : now;
    if (is_second) {
      set_width(frame, table, column, fitting_width(frame, table, column));
      return;
    }
    table.dragged = column;
    table.dragged_width = table.width_before = static_cast<int>(table.places[column].w);
    table.dragged_from = table.places[column].w - pointer.x;
  }
  if (table.dragged != column) return;
  table.dragged_width = std::clamp(static_cast<int>(table.dragged_from + pointer.x),
                                   app::min_column_width, app::max_column_width);
  if (pointer.is_down) return;
  table.dragged = no_row;
  if (table.dragged_width != table.width_before) {
    // What was dragged was no first click.
    table.pressed_s = -1;
    set_width(frame, table, column, table.dragged_width);
  }
}

void draw_head(Frame& frame, Table& table, std::size_t column, const Rect& whole,
               const Rect& header) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const app::ColumnView& view = table.columns[column];
  const float left = std::max(whole.x, header.x);
  const float right = std::min(whole.x + whole.w, header.x + header.w);
  if (right - left < 1) return;
  Node& node = canvas.open(Role::ColumnHeader, view.id, {left, whole.y, right - left, whole.h});
  const std::uint32_t id = node.id;
  const std::string_view direction = sort_direction(frame.model.sort, view.id);
  node.label = view.title;
  node.value = direction;
  node.position_in_set = static_cast<std::int32_t>(column + 1);
  node.font_size = sizes::meta;
  const bool is_cursor = table.is_on_header && table.column == column;
  if (is_cursor) table.take_cursor(frame, node);
  canvas.bind(node, whole, table_command(TableDeed::SortBy, 0, column));
  const bool is_sorted = !direction.empty();
  const bool is_hovered = canvas.is_hovered(id);
  const TextStyle style = frame.style(sizes::meta, is_sorted || is_hovered ? theme.ink : theme.ink2,
                                      is_sorted ? FontFace::Bold : FontFace::Regular);
  const float mark = sort_mark_width(frame, view.id);
  // A mark may come nearer to the edge than words do.
  const float ending = mark > 0 ? 4 : table_sizes::padding;
  const float room = std::max(0.0f, whole.w - padding_of(column) - ending - mark);
  const std::string title = fit_text(canvas.fonts(), style.face, style.size, view.title, room);
  const float text = canvas.width(style, title);
  float x = whole.x + padding_of(column);
  if (view.id == "year" || view.id == "line") {
    x = std::max(x, whole.x + whole.w - table_sizes::padding - mark - text);
  }
  const Rect line = {x, whole.y, text, whole.h - 1};
  // Where it is partly out of sight, its name alone says it.
  if (left == whole.x && right == whole.x + whole.w) {
    canvas.text(line, style, title);
  } else {
    canvas.glyphs(line, style, title);
  }
  draw_sort_mark(frame, view.id, x + text, line);
  canvas.focus_ring(id, {whole.x + 3, whole.y + 3, whole.w - 6, whole.h - 7}, theme.radius_tag);
  const float edge = whole.x + whole.w;
  if (edge <= header.x + header.w + 1 && edge > header.x + 8) {
    const Rect grip = {edge - 8, whole.y, std::min(8.0f, header.x + header.w - edge + 8), whole.h};
    Node& handle = canvas.leaf(Role::Separator, "edge", grip);
    const std::uint32_t handle_id = handle.id;
    handle.flags |= flag_decorative;
    canvas.bind_value(handle, grip, ValueKind::None);
    drag_edge(frame, table, column, handle_id);
    const bool is_held = table.dragged == column;
    if (is_held || canvas.is_hovered(handle_id)) {
      canvas.fill({edge - 2, whole.y, 2, whole.h}, theme.accent);
    } else {
      canvas.fill({edge - 1, whole.y + 8, 1, whole.h - 17}, theme.line);
    }
  }
  canvas.close();
}

std::size_t key_position(const app::SortKeys& keys, std::string_view column) {
  std::size_t at = 0;
  while (at < keys.size() && keys[at].by != column) ++at;
  return at;
}

}  // namespace

float sort_mark_width(const Frame& frame, std::string_view column) {
  const app::SortKeys& keys = frame.model.sort;
  const std::size_t at = key_position(keys, column);
  if (at == keys.size()) return 0;
  const float icon = 4 + mark_icon;
  if (keys.size() < 2) return icon;
  return icon + 2 +
         frame.canvas.width(frame.style(sizes::tag, 0, FontFace::Bold), std::to_string(at + 1));
}

float draw_sort_mark(Frame& frame, std::string_view column, float x, const Rect& line) {
  const app::SortKeys& keys = frame.model.sort;
  const std::size_t at = key_position(keys, column);
  if (at == keys.size()) return 0;
  const Color color = frame.theme().accent;
  const Icon icon = sort_direction(keys, column) == "descending" ? Icon::ArrowDown : Icon::ArrowUp;
  frame.canvas.icon(icon, {x + 4, line.y + (line.h - mark_icon) / 2 + 0.5f, mark_icon, mark_icon},
                    color);
  if (keys.size() > 1) {
    frame.canvas.glyphs({x + 4 + mark_icon + 2, line.y, 12, line.h},
                        frame.style(sizes::tag, color, FontFace::Bold), std::to_string(at + 1));
  }
  return sort_mark_width(frame, column);
}

void draw_table_header(Frame& frame, Table& table, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  canvas.fill(rect, frame.theme().bg);
  canvas.line(rect.x, rect.y, rect.x + rect.w, rect.y, frame.theme().line);
  canvas.line(rect.x, rect.y + rect.h - 1, rect.x + rect.w, rect.y + rect.h - 1,
              frame.theme().line);
  canvas.open(Role::Row, "header", rect).position_in_set = 1;
  canvas.clip(rect);
  const float shift = rect.x - std::floor(table.scroll.region.x + 0.5f);
  for (std::size_t i = 0; i < table.shown; ++i) {
    const ColumnPlace& place = table.places[i];
    draw_head(frame, table, i, {shift + place.x, rect.y, place.w, rect.h}, rect);
  }
  canvas.end_clip();
  canvas.close();
}

}  // namespace lamplight::ui
