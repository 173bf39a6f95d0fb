// One row of the table: a cell for each column that is shown.
#include <algorithm>
#include <cmath>
#include <string>

#include "ui/table.h"
#include "ui/widgets.h"

namespace lamplight::ui {
namespace {

// The words of the links in a cell, each a link of its own, and how many more there are.
void draw_links(Frame& frame, const app::CellView& cell, const Rect& box, std::uint32_t flags) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const TextStyle grey = frame.style(sizes::meta, theme.ink2);
  float x = box.x;
  const float right = box.x + box.w;
  for (std::size_t i = 0; i < cell.links.size(); ++i) {
    const app::LinkView& link = cell.links[i];
    if (i > 0) x += canvas.glyphs({x, box.y, 8, box.h}, grey, ", ");
    const float room = std::max(0.0f, right - x);
    Button button;
    const std::string key = std::to_string(i);
    const std::string text =
        fit_text(canvas.fonts(), FontFace::Regular, sizes::meta, link.label, room);
    if (room < 12) return;
    button.key = key;
    button.text = text;
    button.label = link.label;
    button.look = Look::Text;
    button.size = sizes::meta;
    button.url = link.url;
    button.flags = flags;
    button.align = Align::Left;
    button.rect = {x, box.y, std::min(room, button_width(canvas, button)), box.h};
    draw_button(canvas, button);
    x += canvas.width({FontFace::Regular, sizes::meta, 0}, text);
  }
  if (cell.more_links == 0 || right - x < 20) return;
  canvas.text({x + 4, box.y, right - x - 4, box.h}, grey, "+" + std::to_string(cell.more_links));
}

struct CellPlace {
  std::size_t position;
  std::size_t column;
  Rect rect;
};

void draw_cell(Frame& frame, Table& table, const TableRow& row, const CellPlace& at) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const app::ColumnView& column = table.columns[at.column];
  const app::CellView& cell = row.cells[at.column];
  Node& node = canvas.open(Role::GridCell, column.id, at.rect);
  const std::uint32_t id = node.id;
  node.label = cell.text;
  node.position_in_set = static_cast<std::int32_t>(at.column + 1);
  node.font_size = sizes::meta;
  const bool is_cursor =
      !table.is_on_header && table.row == at.position && table.column == at.column;
  if (is_cursor) table.take_cursor(frame, node);
  // Enter opens the work; its links are come to from their cell alone.
  const std::uint32_t inner_flags = is_cursor ? flag_tab_stop : 0u;
  canvas.bind(node, at.rect, table_command(TableDeed::GoTo, at.position, at.column));
  const float left =
      at.rect.x + (at.column == 0 ? table_sizes::first_padding : table_sizes::padding);
  Rect box = {left, at.rect.y, std::max(0.0f, at.rect.x + at.rect.w - table_sizes::padding - left),
              at.rect.h - 1};
  const bool is_name = column.id == "name";
  const bool is_title = column.id == "title";
  if (!cell.links.empty()) {
    draw_links(frame, cell, box, inner_flags);
  } else if (!cell.text.empty()) {
    if (!cell.color.empty()) {
      canvas.fill({std::floor(box.x), std::floor(box.y + box.h / 2 - 4), 8, 8},
                  category_color(theme, cell.color), 2);
      box.x += 15;
      box.w = std::max(0.0f, box.w - 15);
    }
    const bool is_strong = is_name || is_title || column.id == "year";
    const TextStyle style = frame.style(sizes::meta, is_strong ? theme.ink : theme.ink2,
                                        is_name ? FontFace::Bold : FontFace::Regular);
    const bool is_number = column.id == "year" || column.id == "line";
    std::uint32_t owner = id;
    if (is_name || is_title) {
      // As wide as its words: beside them, a click only goes to the cell.
      Rect words = box;
      words.w = std::min(box.w, std::ceil(canvas.width(style, cell.text)));
      Node& link = canvas.open(Role::Link, "work", words);
      owner = link.id;
      link.label = cell.text;
      link.url = row.url;
      link.flags = flag_in_page;
      link.font_size = sizes::meta;
      canvas.bind(link, words, table_command(TableDeed::Open, at.position, at.column));
      if (canvas.is_hovered(owner)) {
        canvas.fill({std::floor(words.x), std::floor(words.y + words.h / 2 + 6), words.w, 1},
                    style.color);
      }
    }
    // The cell has the keyboard, whatever in it is pointed at.
    canvas.cut_text(box, style, cell.text, canvas.is_hovered(owner) ? owner : id,
                    is_number ? Align::Right : Align::Left);
    if (is_name || is_title) canvas.close();
  }
  canvas.focus_ring(id, {at.rect.x + 3, at.rect.y + 3, at.rect.w - 6, at.rect.h - 7},
                    theme.radius_tag);
  canvas.close();
}

}  // namespace

void draw_table_row(Frame& frame, Table& table, std::size_t position, float y) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const TableRow& row = table.take_row(frame.session, position);
  const float width = std::max(table.width, table.scroll.region.view_width);
  const Rect rect = {0, y, width, table_sizes::row};
  const bool is_chosen = table.is_chosen(table.rows[position]);
  const bool is_open = row.id == frame.session.state().work;
  Node& node = canvas.open(Role::Row, row.id, rect);
  node.position_in_set = static_cast<std::int32_t>(position + 2);
  if (is_chosen) node.flags |= flag_selected;
  if (is_open) node.flags |= flag_current;
  const bool is_pointed = canvas.hovered() != 0 && !table.is_menu_open && canvas.pointer_y() >= y &&
                          canvas.pointer_y() < y + rect.h && canvas.pointer_x() >= 0 &&
                          canvas.pointer_x() < width && canvas.input().has_pointer_hover;
  if (is_chosen || is_open || is_pointed) {
    canvas.fill({0, y, width, rect.h - 1}, is_chosen || is_open ? theme.accent_bg : theme.hover);
  }
  canvas.line(0, y + rect.h - 1, width, y + rect.h - 1, theme.line);
  for (std::size_t i = 0; i < table.shown; ++i) {
    const ColumnPlace& place = table.places[i];
    draw_cell(frame, table, row, {position, i, {place.x, y, place.w, rect.h}});
  }
  canvas.close();
}

}  // namespace lamplight::ui
