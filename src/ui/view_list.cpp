// List view: one row per work. Only the rows in sight, and a few beside them, are shaped, drawn
// and recorded.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "ui/list_layout.h"
#include "ui/row.h"
#include "ui/suggestions.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lamplight::ui {
namespace {

Choice sort_choice(const Frame& frame) {
  Choice choice;
  choice.key = "sort";
  choice.label = "Order";
  choice.prefix = frame.is_phone ? "" : "Sort: ";
  choice.value = app::print_sort(frame.model.sort);
  if (choice.value.empty()) choice.value = "match";
  choice.kind = ValueKind::Sort;
  choice.has_border = false;
  const bool has_words = !frame.model.query.empty();
  choice.options = {
      "match", has_words ? "Best match" : "List order", "year", "Newest first", "name", "Name"};
  // With words, the order of the list is a choice of its own.
  if (has_words || choice.value == "list") {
    choice.options.insert(choice.options.end(), {"list", "List order"});
  }
  const bool is_offered =
      std::find(choice.options.begin(), choice.options.end(), choice.value) != choice.options.end();
  if (!is_offered) {
    choice.options.push_back(choice.value);
    choice.options.push_back(frame.model.sort_title);
  }
  return choice;
}

std::size_t rows_a_screen(const ListPlace& place) {
  const RowHeights& heights = place.layout.heights;
  if (heights.size() == 0) return 1;
  const std::size_t top = heights.row_at(place.scroll.y);
  const std::size_t bottom =
      heights.row_at(place.scroll.y + static_cast<double>(place.scroll.region.view_height));
  return std::max<std::size_t>(1, bottom - top);
}

// What a ViewCommand of the list means: opens the work of `row`.
constexpr int open_row = 0;

class ListView final : public View {
 public:
  ListView() : View(app::View::List) {}
  // An empty list is said to be one here.
  [[nodiscard]] bool has_content(const app::ViewModel&) const override { return true; }
  [[nodiscard]] std::string_view key_hint() const override {
    return "Arrows move · Enter opens · o its link · / search";
  }
  void draw(Frame& frame, const Rect& rect) override;
  [[nodiscard]] float tools_width(const Frame& frame) const override {
    return choice_width(frame.canvas, sort_choice(frame)) - 6;
  }
  void draw_tools(Frame& frame, const Rect& line) override;
  bool press(Deed& deed, Key key) override;
  void run(Deed& deed, const ViewCommand& command) override;
  void show_work(std::string_view work, std::optional<float> y) override {
    // A key asked for its row already.
    if (!y && place_.show_row != no_row) return;
    place_.show_work = work;
    if (y) place_.show_y = y;
  }
  void focus_work(std::string_view work) override {
    place_.show_work = work;
    focus_.go_to(no_row, 0);
  }
  [[nodiscard]] std::size_t focused_row(const Deed& deed) override {
    return focus_.follow(deed.focus) ? focus_.row : no_row;
  }

 private:
  [[nodiscard]] std::size_t row_of_key(const Deed& deed, Key key, std::size_t now) const;
  bool press_enter(Deed& deed);
  bool press_sideways(Deed& deed, Key key);
  void place_focus(Frame& frame, bool is_other_result);
  void draw_one(Frame& frame, std::size_t row, double top, float width);

  ListPlace place_;
  RowFocus focus_;
};

void ListView::draw_tools(Frame& frame, const Rect& line) {
  Choice sort = sort_choice(frame);
  const float width = choice_width(frame.canvas, sort);
  // Its words end with those of the rows.
  const float right = line.x + line.w + (frame.is_phone ? 0 : 6);
  sort.rect = {right - width, line.y + (line.h - 28) / 2, width, 28};
  draw_choice(frame, std::move(sort));
}

// Where a key leads from a row, or from none. no_row: nowhere.
std::size_t ListView::row_of_key(const Deed& deed, Key key, std::size_t now) const {
  const std::size_t count = deed.session.view_model().rows.size();
  const std::size_t last = count - 1;
  const std::size_t screen = rows_a_screen(place_);
  const std::size_t top =
      place_.layout.heights.size() == count ? place_.layout.heights.row_at(place_.scroll.y) : 0;
  switch (key) {
    case Key::Up:
      return now == no_row ? top : now > 0 ? now - 1 : 0;
    case Key::Down:
      return now == no_row ? top : std::min(last, now + 1);
    case Key::PageUp:
      return now == no_row ? top : now > screen ? now - screen : 0;
    case Key::PageDown:
      return now == no_row ? top : std::min(last, now + screen);
    case Key::Home:
      return 0;
    case Key::End:
      return last;
    default:
      return no_row;
  }
}

bool ListView::press_enter(Deed& deed) {
  const bool is_on_its_way = focus_.is_wanted;
  if (!focus_.follow(deed.focus)) return false;
  const app::RowView& row = deed.session.row(focus_.row);
  if (focus_.part == 0) {
    run(deed, {open_row, focus_.row, 0});
    deed.enters_detail = true;
    return true;
  }
  // The platform follows the link that has the keyboard; this one does not have it yet.
  if (!is_on_its_way) return false;
  std::size_t part = 0;
  for (const app::LinkView& link : row.links) {
    if (link.url.empty() || ++part != focus_.part) continue;
    deed.out.effects.push_back(OpenLink{link.url});
  }
  return true;
}

// From the work to its links and back.
bool ListView::press_sideways(Deed& deed, Key key) {
  if (!focus_.follow(deed.focus)) return false;
  const app::RowView& row = deed.session.row(focus_.row);
  std::size_t links = 0;
  for (const app::LinkView& link : row.links) links += link.url.empty() ? 0 : 1;
  std::size_t part = std::min(focus_.part, links);
  if (key == Key::Right) part = std::min(links, part + 1);
  if (key == Key::Left) part = part > 0 ? part - 1 : 0;
  focus_.go_to(focus_.row, part);
  return true;
}

bool ListView::press(Deed& deed, Key key) {
  app::Session& session = deed.session;
  if (deed.modifiers.any() || session.view_model().rows.empty()) return false;
  if (key == Key::Enter) return press_enter(deed);
  if (key == Key::Left || key == Key::Right) return press_sideways(deed, key);
  const bool is_here = focus_.follow(deed.focus);
  const std::size_t now = is_here ? focus_.row : find_row(session, place_, session.state().work);
  const std::size_t next = row_of_key(deed, key, now);
  if (next == no_row) return false;
  place_.show_row = next;
  focus_.go_to(next, is_here ? focus_.part : 0);
  // Where the detail would cover the list, it waits for Enter.
  if (deed.is_detail_panel) return true;
  deed.out.actions.push_back(app::SelectWork{session.row(next).id, false});
  remember_query(session, deed.out);
  return true;
}

void ListView::run(Deed& deed, const ViewCommand& command) {
  if (command.row >= deed.session.view_model().rows.size()) return;
  focus_.go_to(command.row, 0);
  // Under a detail there is no row to go to.
  if (deed.is_detail_panel) focus_.is_wanted = false;
  deed.out.actions.push_back(app::SelectWork{deed.session.row(command.row).id});
  remember_query(deed.session, deed.out);
}

// Where the keyboard is or goes to, once it is known what is in sight. Else the Tab key stops at
// the selected row, or at the first that is whole.
void ListView::place_focus(Frame& frame, bool is_other_result) {
  const bool is_here = focus_.follow(frame.canvas.focus());
  const Hits& rows = place_.layout.rows;
  if (is_here && is_other_result) {
    focus_.row = 0;
    while (focus_.row < rows.size() && rows[focus_.row] != focus_.work) ++focus_.row;
  }
  focus_.drawn.clear();
  const RowHeights& heights = place_.layout.heights;
  const double top = place_.scroll.y;
  const double bottom = top + static_cast<double>(place_.scroll.region.view_height);
  focus_.stop = heights.row_at(top);
  if (heights.top(focus_.stop) < top && focus_.stop + 1 < heights.size()) ++focus_.stop;
  const std::size_t selected = find_row(frame.session, place_, frame.session.state().work);
  if (selected != no_row && heights.top(selected) < bottom && heights.top(selected + 1) > top) {
    focus_.stop = selected;
  }
  if ((is_here || focus_.is_wanted) && focus_.row < rows.size()) {
    focus_.stop = focus_.row;
  } else {
    focus_.row = focus_.stop;
    focus_.part = 0;
  }
  focus_.work = rows[focus_.row];
}

void ListView::draw_one(Frame& frame, std::size_t row, double top, float width) {
  const app::RowView& view = frame.session.row(row);
  if (view.is_selected) place_.selected_row = row;
  const RowShape shape = shape_row(frame, view, width);
  // Fonts that arrived since it was measured make it another height.
  if (shape.height != place_.layout.heights.height(row)) correct_row(place_, row, shape.height);
  // A row that has the keyboard far away stays within the region.
  const double most = static_cast<double>(place_.scroll.region.content_height - shape.height);
  const double y = std::clamp(top - place_.scroll.shift(), 0.0, std::max(0.0, most));
  draw_row(frame, view, shape, static_cast<float>(y), width, row, focus_, {open_row, row, 0});
}

void ListView::draw(Frame& frame, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  if (frame.model.rows.empty()) {
    // The heights of the works are for the next result.
    place_.layout.rows = Hits();
    place_.layout.heights = RowHeights();
    place_.layout.version = 0;
    place_.scroll = ListScroll{};
    focus_ = RowFocus{};
    draw_empty(frame, rect);
    return;
  }
  ListScroll& scroll = place_.scroll;
  RowHeights& heights = place_.layout.heights;
  scroll.region.view_height = rect.h;
  const Hits former = place_.layout.rows;
  prepare_list(frame, place_, rect.w);
  canvas.scroll_by_wheel(rect, scroll.region);
  scroll.follow(heights.total());
  const std::size_t asked = take_asked_row(frame, place_);
  const std::optional<float> y = std::exchange(place_.show_y, std::nullopt);
  if (asked != no_row) {
    if (focus_.is_wanted && focus_.row == no_row) focus_.row = asked;
    // Rows beside it turn out to be of other heights than estimated: it is placed again then.
    std::optional<double> below;
    if (y) below = std::max(0.0, static_cast<double>(*y - rect.y));
    show_row(frame, place_, asked, below);
    measure_seen_rows(frame, place_);
    show_row(frame, place_, asked, below);
  }
  measure_seen_rows(frame, place_);
  scroll.follow(heights.total());

  place_focus(frame, !former.is_same(place_.layout.rows));

  Node& grid = canvas.open(Role::Grid, "works", rect);
  grid.label = title();
  grid.set_size = static_cast<std::int32_t>(place_.layout.rows.size());
  grid.level = 2;
  canvas.begin_scroller("rows", "Works", rect, scroll.region);
  canvas.fill({0, 0, rect.w, static_cast<float>(heights.lead())}, frame.theme().bg);
  std::size_t row = heights.row_at(std::max(0.0, scroll.y - overscan));
  double top = heights.top(row);
  const double end = scroll.y + static_cast<double>(rect.h) + overscan;
  // The row that has the keyboard is there however far it was scrolled away: without its element,
  // the browser would take the keyboard to nowhere.
  if (focus_.stop < row) draw_one(frame, focus_.stop, heights.top(focus_.stop), rect.w);
  for (; row < place_.layout.rows.size() && top < end; ++row) {
    draw_one(frame, row, top, rect.w);
    top += static_cast<double>(heights.height(row));
  }
  if (focus_.stop >= row) draw_one(frame, focus_.stop, heights.top(focus_.stop), rect.w);
  canvas.end_scroller(static_cast<float>(std::min(heights.total(), highest_region)));
  if (Node* rows = canvas.find_recorded(scroll.region.node)) rows->level = 1;
  canvas.close();
}

}  // namespace

std::unique_ptr<View> make_list_view() { return std::make_unique<ListView>(); }

}  // namespace lamplight::ui
