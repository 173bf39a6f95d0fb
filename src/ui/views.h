// Views: the ways to look at the works that were found. A view is one file: what it draws, its
// keys, its tools in the toolbar, what it does about a selected work, and what it keeps between
// frames. views.cpp has the list of them.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "ui/frame.h"
#include "ui/row_heights.h"

namespace lamplight::ui {

// What a view is given when something is done between two frames.
struct Deed {
  app::Session& session;
  Outbox& out;
  Modifiers modifiers;
  std::uint32_t focus = 0;  // the node that has the keyboard
  bool is_detail_panel = false;
  bool enters_detail = false;  // set by what was done: the keyboard goes into the detail
};

class View {
 public:
  explicit View(app::View which) : which_(which) {}
  virtual ~View() = default;
  View(const View&) = delete;
  View& operator=(const View&) = delete;

  [[nodiscard]] app::View which() const { return which_; }
  [[nodiscard]] std::string_view title() const { return app::view_title(which_); }
  // Whether the list has something for it; a view without is not offered.
  [[nodiscard]] virtual bool has_content(const app::ViewModel& model) const {
    return model.all_works > 0;
  }
  // Its keys in a few words, for the footer.
  [[nodiscard]] virtual std::string_view key_hint() const = 0;

  virtual void draw(Frame& frame, const Rect& rect) = 0;
  // Its tools, at the right end of the toolbar's line.
  [[nodiscard]] virtual float tools_width(const Frame& frame) const;
  virtual void draw_tools(Frame& frame, const Rect& line);
  // On a phone: whether the tools stand in the first line, where the chips are else.
  [[nodiscard]] virtual bool has_short_toolbar() const { return false; }
  // What lies over the whole screen: its menus.
  virtual void draw_over(Frame& frame);

  // False: the key is not used here and now.
  virtual bool press(Deed& deed, Key key);
  // Something of its own was activated.
  virtual void run(Deed& deed, const ViewCommand& command);
  // Esc. False: nothing of its own is open.
  virtual bool step_back(Deed& deed);
  // A work was selected elsewhere, or is asked for: brings it into view, if it is there. `y`: where
  // its row begins then, of the window; at the top where that is above. None: as far as needed.
  virtual void show_work(std::string_view work, std::optional<float> y);
  // The same, and the keyboard goes to its row.
  virtual void focus_work(std::string_view work);
  // Position of the row that has the keyboard, or no_row.
  [[nodiscard]] virtual std::size_t focused_row(const Deed& deed);

 private:
  const app::View which_;
};

using Views = std::vector<std::unique_ptr<View>>;
[[nodiscard]] Views make_views();
// The view, else the first.
[[nodiscard]] View& find_view(const Views& views, app::View wanted);

// The row of tabs, or the bar at the bottom of a phone. Nothing where there is no choice.
class TabRow {
 public:
  [[nodiscard]] static bool is_needed(const Views& views, const app::ViewModel& model);
  void draw(Frame& frame, const Views& views, const Rect& rect);
  // Arrows among the tabs, and [ and ] from everywhere.
  bool press(Deed& deed, const Views& views, Key key);

 private:
  std::vector<std::pair<std::uint32_t, app::View>> nodes_;  // as drawn
};

// Adding a view: its maker here and in views.cpp.
[[nodiscard]] std::unique_ptr<View> make_list_view();
[[nodiscard]] std::unique_ptr<View> make_table_view();

}  // namespace lamplight::ui
