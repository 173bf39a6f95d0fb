// The table on a phone: the title of each work and one value, which a tab picks and sorts by.
#include <algorithm>
#include <cmath>
#include <string>

#include "ui/list_layout.h"
#include "ui/row.h"
#include "ui/table.h"

namespace lamplight::ui {
namespace {

constexpr float side = 14;
constexpr float tab_gap = 24;
constexpr float title_line = 20;
constexpr int title_lines = 2;

// Name and title stand in the row itself.
bool is_value(const app::ColumnView& column) {
  return column.is_shown && column.id != "name" && column.id != "title";
}

// The value that is shown: what the rows are sorted by, else the year, else the first that is no
// sentence: of a description a few letters would be left.
std::size_t picked_column(const Table& table, const app::SortKeys& keys) {
  const auto find_if = [&](auto&& fits) {
    for (std::size_t i = 0; i < table.shown; ++i) {
      if (is_value(table.columns[i]) && fits(table.columns[i].id)) return i;
    }
    return table.shown;
  };
  const auto find = [&](std::string_view wanted) {
    return find_if([&](std::string_view id) { return id == wanted; });
  };
  std::size_t column = keys.empty() ? table.shown : find(keys.front().by);
  if (column == table.shown) column = find("year");
  if (column == table.shown) {
    column = find_if([](std::string_view id) { return id != "description"; });
  }
  return column == table.shown ? find("description") : column;
}

void draw_tabs(Frame& frame, Table& table, std::size_t picked, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  canvas.fill(rect, theme.bg);
  canvas.line(rect.x, rect.y + rect.h - 1, rect.x + rect.w, rect.y + rect.h - 1, theme.line);
  canvas.begin_scroller("values", "Values", rect, table.tabs);
  canvas.open(Role::TabList, "values", {0, 0, rect.w, rect.h}).label = "Value beside the title";
  float x = side;
  for (std::size_t i = 0; i < table.shown; ++i) {
    const app::ColumnView& column = table.columns[i];
    if (!is_value(column)) continue;
    const bool is_picked = i == picked;
    const TextStyle style = frame.style(sizes::small, is_picked ? theme.accent : theme.ink2,
                                        is_picked ? FontFace::Bold : FontFace::Regular);
    const float text = canvas.width(style, column.title);
    const float mark = sort_mark_width(frame, column.id);
    const Rect place = {x - tab_gap / 2, 0, std::ceil(text) + mark + tab_gap, rect.h};
    Node& node = canvas.open(Role::Tab, column.id, place);
    const std::uint32_t id = node.id;
    node.label = column.title;
    const std::string_view direction = sort_direction(frame.model.sort, column.id);
    if (!direction.empty()) node.label.append(", ").append(direction);
    node.font_size = sizes::small;
    // Each does something of its own: all are stops of the Tab key.
    node.flags |= flag_tab_stop | (is_picked ? flag_selected : 0u);
    canvas.bind(node, place, table_command(TableDeed::SortBy, 0, i));
    canvas.text({x, 0, text, rect.h}, style, column.title);
    draw_sort_mark(frame, column.id, x + text, {x, 0, text, rect.h});
    if (is_picked) {
      canvas.fill({x, rect.h - 2, std::ceil(text) + mark, 2}, theme.accent);
    }
    canvas.focus_ring(id, {place.x + 4, 6, place.w - 8, rect.h - 12}, theme.radius_control);
    canvas.close();
    x += std::ceil(text) + mark + tab_gap;
  }
  const float content = x - tab_gap + side;
  canvas.close().rect.w = std::max(rect.w, content);
  canvas.end_scroller(rect.h, content > rect.w ? content : 0);
}

// Name and title in two lines; the whole is the node's label.
void draw_title(Frame& frame, const app::RowView& row, const Rect& box) {
  Canvas& canvas = frame.canvas;
  const std::string title = row.name.empty() ? row.title : " " + row.title;
  const TextRun runs[] = {{row.name, FontFace::Bold}, {title, FontFace::Regular}};
  const std::size_t skipped = row.name.empty() ? 1 : 0;
  const Paragraph lines = canvas.paragraph(runs + skipped, 2 - skipped, sizes::body, box.w);
  for (std::size_t i = 0; i < lines.pieces.size(); ++i) {
    const Piece& piece = lines.pieces[i];
    if (piece.line >= title_lines) break;
    const TextRun& run = runs[static_cast<std::size_t>(piece.run) + skipped];
    const bool is_cut = lines.lines > title_lines && i + 1 < lines.pieces.size() &&
                        lines.pieces[i + 1].line >= title_lines;
    const std::string_view text = is_cut ? run.text.substr(piece.begin)
                                         : run.text.substr(piece.begin, piece.end - piece.begin);
    const bool is_rtl = piece.direction == Direction::Right;
    const float top = box.y + static_cast<float>(piece.line) * title_line;
    const Rect rest = is_rtl ? Rect{box.x, top, piece.x + piece.width, title_line}
                             : Rect{box.x + piece.x, top, box.w - piece.x, title_line};
    canvas.cut_text(is_cut ? rest : Rect{box.x + piece.x, top, piece.width + 1, title_line},
                    directed(frame.style(sizes::body, frame.theme().ink, run.face), piece), text, 0,
                    is_cut && is_rtl ? Align::Right : Align::Left);
  }
}

void draw_row(Frame& frame, Table& table, std::size_t position, std::size_t picked, float y,
              float width) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const app::RowView& row = frame.session.row(position);
  const Rect rect = {0, y, width, table_sizes::phone_row};
  Node& item = canvas.open(Role::ListItem, row.id, rect);
  item.set_size = static_cast<std::int32_t>(table.rows.size());
  item.position_in_set = static_cast<std::int32_t>(position + 1);
  if (row.is_selected) item.flags |= flag_current;
  Node& link = open_work_link(canvas, row, rect);
  const std::uint32_t id = link.id;
  canvas.bind(link, rect, app::Action{app::SelectWork{row.id}});
  if (row.is_selected) canvas.fill({0, y, width, rect.h - 1}, theme.accent_bg);
  canvas.line(0, y + rect.h - 1, width, y + rect.h - 1, theme.line);
  if (!row.color.empty()) {
    canvas.fill({side, y + 11, 4, rect.h - 22}, category_color(theme, row.color), 2);
  }
  const std::string& value = table.take_row(frame.session, position).cells[picked].text;
  // What is as above is not told as loud.
  const Color quiet = quiet_ink(theme, row.is_selected ? theme.accent_bg : theme.panel);
  const bool is_same =
      position > 0 && table.take_row(frame.session, position - 1).cells[picked].text == value;
  const TextStyle style = frame.style(sizes::body, is_same ? quiet : theme.ink,
                                      is_same ? FontFace::Regular : FontFace::Bold);
  const float most = std::floor(width * 0.34f);
  const float wide = std::min(most, std::max(40.0f, std::ceil(canvas.width(style, value))));
  const float text_x = side + 16;
  draw_title(frame, row, {text_x, y + 9, width - side - wide - 16 - text_x, 2 * title_line});
  canvas.focus_ring(id, {3, y + 3, width - 6, rect.h - 7}, theme.radius_control);
  canvas.close();
  if (!value.empty()) {
    const Rect box = {width - side - wide, y + 9, wide, title_line};
    canvas.cut_text(box, style, value, 0, Align::Right);
  }
  canvas.close();
}

}  // namespace

void draw_phone_table(Frame& frame, Table& table, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  const std::size_t picked = picked_column(table, frame.model.sort);
  float tabs = 0;
  if (picked < table.shown) {
    tabs = table_sizes::phone_tabs;
    draw_tabs(frame, table, picked, {rect.x, rect.y, rect.w, tabs});
  }
  const Rect body = {rect.x, rect.y + tabs, rect.w, std::max(0.0f, rect.h - tabs)};
  ListScroll& scroll = table.scroll;
  const auto height = static_cast<double>(table_sizes::phone_row);
  const double total = static_cast<double>(table.rows.size()) * height;
  scroll.region.view_height = body.h;
  scroll.region.x = scroll.region.content_width = 0;
  canvas.scroll_by_wheel(body, scroll.region);
  scroll.follow(total);
  if (!table.show_work.empty()) {
    if (const auto row = frame.session.find_row(std::exchange(table.show_work, {}))) {
      scroll.y = static_cast<double>(*row) * height;
      scroll.place(total);
    }
  }
  canvas.begin_scroller("works", "Works", body, scroll.region);
  canvas.open(Role::List, "rows", {0, 0, rect.w, scroll.region.content_height}).label = "Works";
  const double shift = scroll.shift();
  const auto first =
      static_cast<std::size_t>(std::max(0.0, std::floor((scroll.y - overscan) / height)));
  const double end = scroll.y + static_cast<double>(body.h) + overscan;
  for (std::size_t row = first; row < table.rows.size(); ++row) {
    const double top = static_cast<double>(row) * height;
    if (top >= end) break;
    draw_row(frame, table, row, std::min(picked, table.shown - 1), static_cast<float>(top - shift),
             rect.w);
  }
  canvas.close();
  canvas.end_scroller(static_cast<float>(std::min(total, highest_region)));
}

}  // namespace lamplight::ui
