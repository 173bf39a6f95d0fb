// Frame: what every part of the screen is given to draw itself, and what each keeps for itself
// between frames.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/session.h"
#include "ui/canvas.h"

namespace lamplight::ui {

// What came of clicks and keys, until the platform takes it.
struct Outbox {
  std::vector<app::Action> actions;
  std::vector<Effect> effects;
};

// A Select that this side opens (where no <select> of the browser does).
struct Menu {
  std::uint32_t node = 0;  // 0: closed
  Rect anchor;             // of the window
  ValueKind kind = ValueKind::None;
  std::string value;
  std::vector<std::string> options;  // id, title, id, title, ...
};

// What lies over the screen, and what was said and is dismissed.
struct Overlays {
  Menu menu;
  bool is_keys_open = false;
  bool keys_want_focus = false;
  std::vector<std::string> dismissed_notices;

  void show_keys(bool is_shown) { is_keys_open = keys_want_focus = is_shown; }
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

struct SearchField {
  TextField text_field = nullptr;
  std::string text;
  bool wants_focus = false;
  std::uint32_t node = 0;
  Suggesting suggesting;

  // The text of the field was changed by hand: the popup may show.
  void type_query() {
    suggesting.active = no_option;
    suggesting.is_open = true;
  }
};

// The histogram: the one drag over it, as years under the pointer since it was pressed, and the
// nodes of its ends.
struct YearDrag {
  bool is_active = false;
  int from = 0;
  int to = 0;
  std::uint32_t ends[2] = {};
};

struct Sidebar {
  Scroll scroll;
  std::vector<std::pair<std::string, int>> shown_values;  // facets unfolded, by how many
  YearDrag years;
  bool is_open = false;  // as the drawer of narrow windows

  void show_more(std::string_view facet);
  void show_fewer(std::string_view facet);
};

// What was copied last: its button says so until the next thing is done.
enum class Copied : std::uint8_t { Nothing, Link, Citation };

struct DetailPane {
  Scroll scroll;
  std::uint32_t node = 0;     // of all of it, as it was drawn last
  std::uint32_t heading = 0;  // where the keyboard comes in
  bool wants_focus = false;   // when it is drawn
};

struct Frame {
  Canvas& canvas;
  app::Session& session;
  const app::ViewModel& model;
  Outbox& out;
  Menu& menu;
  Copied copied = Copied::Nothing;
  float width = 0;
  float height = 0;
  bool is_phone = false;         // filters in a drawer, cards instead of rows
  bool is_detail_panel = false;  // the detail stands where the list was
  bool is_filters_open = false;
  const std::vector<PageLink>& page_links;
  bool is_guest = false;     // no header, no landmarks: those are the host page's
  bool has_sidebar = false;  // else the filters are in a drawer
  bool leads_to_atlas = false;

  [[nodiscard]] const Theme& theme() const { return canvas.theme(); }
  [[nodiscard]] TextStyle style(float size, Color color, FontFace face = FontFace::Regular) const {
    return {face, size, color};
  }
};

class View;

// The parts of the screen, each in its own file.
void draw_header(Frame& frame, SearchField& field, const Rect& rect);
void draw_sidebar(Frame& frame, Sidebar& sidebar, const Rect& rect);
void draw_drawer(Frame& frame, Sidebar& sidebar);
// The search field, where no header has it.
void draw_search(Frame& frame, SearchField& search, const Rect& rect);
// The link from a guest to the atlas itself, its right end at `right`.
void draw_atlas_link(Frame& frame, float right, float y, float height);
// Draws the bar of count, chips and the view's tools from the top of `rect`; returns its height.
// `search`: the field stands in it, too; null where it has its place elsewhere.
float draw_toolbar(Frame& frame, View& view, SearchField* search, const Rect& rect);
float draw_notices(Frame& frame, const std::vector<std::string>& dismissed, const Rect& rect);
// What was searched instead of words that stand nowhere. Returns its height.
float draw_corrections(Frame& frame, const Rect& rect);
// How far the index is, instead of the toolbar. Returns its height.
float draw_preparing(Frame& frame, const Rect& rect);
// Nothing was found: what to drop, or what else to look for.
void draw_empty(Frame& frame, const Rect& rect);
void draw_detail(Frame& frame, DetailPane& pane, const Rect& rect);
void draw_footer(Frame& frame, std::string_view key_hint, const Rect& rect);
void draw_menu(Frame& frame);
// The link to the page without the canvas, as wide as `rect` or as its words; returns its width.
float draw_page_link(Frame& frame, const Rect& rect);
// Links to the headings of that page, from `y` of the sidebar; returns where they end.
float draw_heading_links(Frame& frame, float y, float width);
void draw_keys(Frame& frame, Overlays& overlays);
// The year facet: a histogram to drag over. Returns its height.
float draw_histogram(Frame& frame, YearDrag& drag, const app::FacetView& facet, float x, float y,
                     float width);
// A key while one of its ends has the keyboard; `focus`: what has it.
[[nodiscard]] bool press_in_years(app::Session& session, const YearDrag& drag, std::uint32_t focus,
                                  Key key, Outbox& out);

}  // namespace lamplight::ui
