// Frame: what every part of the screen is given to draw itself, and what is kept between frames.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/session.h"
#include "ui/canvas.h"
#include "ui/list_scroll.h"
#include "ui/row_heights.h"

namespace lamplight::ui {

// A Select that this side opens (where no <select> of the browser does).
struct Menu {
  std::uint32_t node = 0;  // 0: closed
  Rect anchor;             // of the window
  ValueKind kind = ValueKind::None;
  std::string value;
  std::vector<std::string> options;  // id, title, id, title, ...
};

// What was copied last: its button says so until the next thing is done.
enum class Copied : std::uint8_t { Nothing, Link, Citation };

// The one drag over the histogram: years under the pointer since it was pressed.
struct YearDrag {
  bool is_active = false;
  int from = 0;
  int to = 0;
};

inline constexpr std::size_t no_option = std::numeric_limits<std::size_t>::max();

// The popup of the search field. It shows while it is open, the field has the keyboard and there
// is something to suggest.
struct Suggesting {
  bool has_focus = false;  // the field
  bool is_open = false;
  std::size_t active = no_option;
  Rect anchor;  // the field's box, of the window
};

// All that outlives a frame beside the app's own State.
struct Kept {
  Scroll sidebar, detail;
  ListScroll list;
  std::vector<std::pair<std::string, int>> shown_values;  // facets unfolded, by how many
  bool is_filters_open = false;
  bool is_keys_open = false;
  std::vector<std::string> dismissed_notices;
  Menu menu;
  YearDrag years;
  TextField text_field = nullptr;
  std::string search_text;
  bool search_wants_focus = false;
  std::uint32_t search_node = 0;
  Suggesting suggesting;
  Copied copied = Copied::Nothing;
  ListLayout layout;
  std::string selected;               // the selected work of the last frame
  std::size_t selected_row = no_row;  // where it stood when it was last drawn
  std::size_t show_row = no_row;      // row to be brought into view
  std::string show_work;              // work to be brought into view
  std::string missing_work;           // looked for in vain among `missing_rows`
  Hits missing_rows;
  bool shows_at_top = false;     // at the top, or only as far as needed
  bool was_row_clicked = false;  // what is clicked is in view already

  // The text of the field was changed by hand: the popup may show.
  void type_query() {
    suggesting.active = no_option;
    suggesting.is_open = true;
  }
  void show_more(std::string_view facet);
  void show_fewer(std::string_view facet);
};

struct Frame {
  Canvas& canvas;
  app::Session& session;
  const app::ViewModel& model;
  Kept& kept;
  std::vector<app::Action>& actions;
  float width = 0;
  float height = 0;
  bool is_phone = false;         // filters in a drawer, cards instead of rows
  bool is_detail_panel = false;  // the detail stands where the list was

  [[nodiscard]] const Theme& theme() const { return canvas.theme(); }
  [[nodiscard]] TextStyle style(float size, Color color, FontFace face = FontFace::Regular) const {
    return {face, size, color};
  }
};

// The parts of the screen, each in its own file.
void draw_header(Frame& frame, const Rect& rect);
void draw_sidebar(Frame& frame, const Rect& rect);
void draw_drawer(Frame& frame);
// Draws the bar of count, chips and sorting from the top of `rect`; returns its height.
float draw_toolbar(Frame& frame, const Rect& rect);
float draw_notices(Frame& frame, const Rect& rect);
// What was searched instead of words that stand nowhere. Returns its height.
float draw_corrections(Frame& frame, const Rect& rect);
// How far the index is, instead of the toolbar. Returns its height.
float draw_preparing(Frame& frame, const Rect& rect);
void draw_detail(Frame& frame, const Rect& rect);
void draw_footer(Frame& frame, const Rect& rect);
void draw_menu(Frame& frame);
void draw_keys(Frame& frame);
// The year facet: a histogram to drag over. Returns its height.
float draw_histogram(Frame& frame, const app::FacetView& facet, float x, float y, float width);

}  // namespace lamplight::ui
