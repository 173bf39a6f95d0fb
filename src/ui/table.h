// Table: what the table view keeps between frames, and the parts it is drawn with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/columns.h"
#include "ui/list_scroll.h"
#include "ui/row_heights.h"
#include "ui/views.h"

namespace lamplight::ui {

namespace table_sizes {
inline constexpr float header = 32, row = 32, phone_row = 59, phone_tabs = 48;
inline constexpr float first_padding = 16, padding = 10;
inline constexpr float min_title = 200;
}  // namespace table_sizes

// What a ViewCommand of the table means.
enum class TableDeed : int {
  GoTo,         // row and column: puts the cursor there
  Open,         // the same, and opens the work
  SortBy,       // column
  Copy,         // the chosen rows, or all
  ShowColumns,  // opens and closes the menu
  ToggleColumn,
  ResetColumns,
};
[[nodiscard]] Command table_command(TableDeed deed, std::size_t row = 0, std::size_t column = 0);

struct TableRow {
  std::size_t position = no_row;
  std::string id;
  std::string url;
  std::vector<app::CellView> cells;  // of the shown columns
};

// Where a column stands, from the left of the rows.
struct ColumnPlace {
  float x = 0;
  float w = 0;
};

struct Table {
  ListScroll scroll;
  // Of the session's version:
  std::uint64_t version = 0;
  std::vector<app::ColumnView> columns;  // the shown ones first
  std::size_t shown = 0;                 // how many those are
  Hits rows;
  std::vector<TableRow> remembered;  // by position, as many as some screens hold
  std::vector<ColumnPlace> places;   // of the shown columns
  float width = 0;                   // of all of them

  // The cursor: one cell, or the head of a column.
  std::size_t row = 0;
  std::size_t column = 0;
  bool is_on_header = false;
  std::uint32_t node = 0;    // of the cell, as it was drawn last
  bool wants_focus = false;  // when it is drawn
  bool wants_view = false;   // its row is to be brought into view
  std::string show_work;     // the work to be brought into view
  bool shows_at_top = false;

  std::vector<std::uint32_t> chosen;  // works, sorted
  std::size_t anchor = 0;             // row from which Shift chooses

  // A column's edge that is held.
  std::size_t dragged = no_row;
  float dragged_from = 0;  // its width less where the pointer was
  int dragged_width = 0;
  int width_before = 0;
  std::size_t pressed_edge = no_row;
  double pressed_s = -1;  // when, to know the second of a double click

  bool is_phone = false;  // as it was drawn last

  bool is_menu_open = false;
  std::size_t menu_at = 0;
  std::uint32_t menu_node = 0;    // of the item at menu_at
  std::uint32_t menu_button = 0;  // that opened it
  bool menu_wants_focus = false;
  Rect menu_anchor;            // of the window
  std::size_t moved = no_row;  // column that is dragged through the menu

  Scroll tabs;  // of a phone

  // Takes up what changed in the session since the last frame.
  void update(app::Session& session);
  [[nodiscard]] const TableRow& take_row(app::Session& session, std::size_t position);
  [[nodiscard]] bool is_chosen(std::uint32_t work) const;
  void place_columns(float width);
  // The cell on which the keys are: the table's stop of the Tab key.
  void take_cursor(Frame& frame, Node& cell);
};

// The address's text of these columns, as an action.
[[nodiscard]] app::Action choose_columns(app::Session& session,
                                         const std::vector<app::ColumnView>& columns);
// Sorts by a column, or turns the order; `adds`: as a second key.
[[nodiscard]] app::Action sort_by(const app::Session& session, const std::string& column,
                                  bool adds);

// table_header.cpp
void draw_table_header(Frame& frame, Table& table, const Rect& rect);
// An arrow and, where there are several keys, which one; nothing for a column that does not sort.
// Returns its width.
float draw_sort_mark(Frame& frame, std::string_view column, float x, const Rect& line);
[[nodiscard]] float sort_mark_width(const Frame& frame, std::string_view column);
// "ascending", "descending" or "".
[[nodiscard]] std::string_view sort_direction(const app::SortKeys& keys, std::string_view column);

// table_row.cpp
void draw_table_row(Frame& frame, Table& table, std::size_t position, float y);

// table_menu.cpp: the columns, to show, hide and move.
void draw_table_menu(Frame& frame, Table& table);
[[nodiscard]] bool press_in_table_menu(Deed& deed, Table& table, Key key);
void toggle_column(Deed& deed, Table& table, std::size_t column);

// table_phone.cpp: the title and one value.
void draw_phone_table(Frame& frame, Table& table, const Rect& rect);

}  // namespace lamplight::ui
