// The menu of columns: which are shown, in which order.
#include <algorithm>
#include <cmath>
#include <string>

#include "ui/table.h"
#include "ui/widgets.h"

namespace lamplight::ui {
namespace {

constexpr float menu_width = 264;
constexpr float item_height = 32;
constexpr float rule_height = 9;
constexpr float foot_height = 40;

// Puts a shown column in another's place.
void move_column(Table& table, app::Session& session, Outbox& out, std::size_t from,
                 std::size_t to) {
  if (from == to || from >= table.shown || to >= table.shown) return;
  std::vector<app::ColumnView> columns = table.columns;
  app::ColumnView moved = std::move(columns[from]);
  columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(from));
  columns.insert(columns.begin() + static_cast<std::ptrdiff_t>(to), std::move(moved));
  out.actions.push_back(choose_columns(session, columns));
}

// The column under the pointer takes the place of the one that is held, when it is let go.
void drag_item(Frame& frame, Table& table, std::size_t column, std::uint32_t grip, float first) {
  const Pointer& pointer = frame.canvas.pointer();
  if (pointer.was_pressed && frame.canvas.is_held(grip)) table.moved = column;
  if (table.moved != column) return;
  const float at = std::floor((pointer.y - first) / item_height);
  const auto last = static_cast<float>(table.shown) - 1;
  const auto place = static_cast<std::size_t>(std::clamp(at, 0.0f, last));
  const float line = first + static_cast<float>(place + (place > column ? 1 : 0)) * item_height;
  frame.canvas.fill({frame.canvas.to_window({0, 0, 0, 0}).x + table.menu_anchor.x +
                         table.menu_anchor.w - menu_width + 12,
                     line - 1, menu_width - 24, 2},
                    frame.theme().accent);
  if (pointer.is_down) return;
  table.moved = no_row;
  move_column(table, frame.session, frame.out, column, place);
}

void draw_item(Frame& frame, Table& table, std::size_t column, const Rect& rect, float first) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const app::ColumnView& view = table.columns[column];
  Node& node = canvas.open(Role::MenuItem, view.id, rect);
  const std::uint32_t id = node.id;
  node.label = view.title;
  node.font_size = sizes::small;
  node.flags |= view.is_shown ? flag_checked : flag_unchecked;
  if (table.menu_at == column) {
    node.flags |= flag_tab_stop;
    table.menu_node = id;
    if (std::exchange(table.menu_wants_focus, false)) {
      frame.out.effects.push_back(FocusNode{id});
    }
  }
  canvas.bind(node, rect, table_command(TableDeed::ToggleColumn, 0, column));
  if (canvas.is_hovered(id)) canvas.fill(rect, theme.hover, theme.radius_control);
  const float middle = rect.y + rect.h / 2;
  draw_check_box(canvas, {rect.x + 10, middle - 7, 14, 14}, view.is_shown, canvas.is_hovered(id));
  canvas.text({rect.x + 33, rect.y, rect.w - 70, rect.h}, frame.style(sizes::small, theme.ink),
              view.title);
  if (view.is_shown) {
    const Rect grip = {rect.x + rect.w - 32, rect.y, 32, rect.h};
    Node& handle = canvas.leaf(Role::Separator, "grip", grip);
    handle.flags |= flag_decorative;
    const std::uint32_t handle_id = handle.id;
    canvas.bind_value(handle, grip, ValueKind::None);
    canvas.icon(Icon::Grip, {grip.x + 10, middle - 6, 12, 12},
                canvas.is_hovered(handle_id) ? theme.ink2 : theme.ink3);
    drag_item(frame, table, column, handle_id, first);
  }
  canvas.focus_ring(id, {rect.x + 2, rect.y + 2, rect.w - 4, rect.h - 4}, theme.radius_control);
  canvas.close();
}

}  // namespace

void toggle_column(Deed& deed, Table& table, std::size_t column) {
  if (column >= table.columns.size()) return;
  table.menu_at = column;
  table.menu_wants_focus = true;
  std::vector<app::ColumnView> columns = table.columns;
  // A table without a column would not be one.
  if (columns[column].is_shown && table.shown < 2) return;
  columns[column].is_shown = !columns[column].is_shown;
  const std::string id = columns[column].id;
  deed.out.actions.push_back(choose_columns(deed.session, columns));
  // It moves to the end of those that are now like it.
  const bool is_shown = columns[column].is_shown;
  table.menu_at = is_shown ? table.shown : table.shown - 1;
}

bool press_in_table_menu(Deed& deed, Table& table, Key key) {
  const std::size_t count = table.columns.size() + 1;  // and the last one, which resets
  const bool is_up = key == Key::Up;
  if (is_up || key == Key::Down) {
    const std::size_t next = (table.menu_at + (is_up ? count - 1 : 1)) % count;
    if (deed.modifiers.alt) {
      // Only the shown ones have an order, and it has two ends.
      const std::size_t end = is_up ? 0 : table.shown - 1;
      if (table.menu_at >= table.shown || table.menu_at == end) return true;
      move_column(table, deed.session, deed.out, table.menu_at, next);
    }
    table.menu_at = next;
  } else if (key == Key::Home) {
    table.menu_at = 0;
  } else if (key == Key::End) {
    table.menu_at = count - 1;
  } else if (key == Key::Enter || key == Key::Space) {
    if (table.menu_at + 1 < count) {
      toggle_column(deed, table, table.menu_at);
    } else {
      deed.out.actions.push_back(app::SetSetting{"cols", {}});
    }
  } else {
    return false;
  }
  table.menu_wants_focus = true;
  return true;
}

void draw_table_menu(Frame& frame, Table& table) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  draw_backdrop(canvas, "columns-outside", "Close the menu", table_command(TableDeed::ShowColumns));
  const Rect& button = table.menu_anchor;
  const auto count = static_cast<float>(table.columns.size());
  const bool has_hidden = table.shown < table.columns.size();
  const float height =
      16 + count * item_height + (has_hidden ? rule_height : 0) + rule_height + foot_height - 8;
  Rect rect = {button.x + button.w - menu_width, button.y + button.h + 5, menu_width, height};
  rect.y = std::max(4.0f, std::min(rect.y, frame.height - height - 4));
  canvas.card(rect);
  Node& menu = canvas.open(Role::Menu, "columns", rect);
  menu.label = "Columns";
  canvas.bind(menu, rect, Command{});
  menu.flags = 0;
  float y = rect.y + 8;
  const float first = y;
  const auto rule = [&] {
    canvas.line(rect.x + 8, y + rule_height / 2, rect.x + rect.w - 8, y + rule_height / 2,
                theme.line);
    y += rule_height;
  };
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i == table.shown) rule();
    draw_item(frame, table, i, {rect.x + 8, y, rect.w - 16, item_height}, first);
    y += item_height;
  }
  rule();
  canvas.text({rect.x + 18, y, rect.w - 90, foot_height - 8}, frame.style(sizes::meta, theme.ink2),
              "Drag or Alt ↑ ↓ to move");
  const Rect place = {rect.x + rect.w - 66, y, 58, foot_height - 8};
  Node& reset = canvas.open(Role::MenuItem, "reset", place);
  const std::uint32_t id = reset.id;
  reset.label = "Reset";
  reset.font_size = sizes::meta;
  canvas.bind(reset, place, table_command(TableDeed::ResetColumns));
  if (table.menu_at >= table.columns.size()) {
    reset.flags |= flag_tab_stop;
    table.menu_node = id;
    if (std::exchange(table.menu_wants_focus, false)) {
      frame.out.effects.push_back(FocusNode{id});
    }
  }
  canvas.text(place,
              frame.style(sizes::meta, canvas.is_hovered(id) ? theme.accent_hover : theme.accent),
              "Reset", Align::Center);
  canvas.focus_ring(id, {place.x + 2, place.y + 3, place.w - 4, place.h - 6}, theme.radius_control);
  canvas.close();
  canvas.close();
}

}  // namespace lamplight::ui
