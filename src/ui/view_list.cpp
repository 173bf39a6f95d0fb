// List view: one row per work. Only the rows in sight, and a few beside them, are shaped, drawn
// and recorded.
#include <algorithm>
#include <cmath>
#include <optional>
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

class ListView final : public View {
 public:
  ListView() : View(app::View::List, "List") {}
  // An empty list is said to be one here.
  [[nodiscard]] bool has_content(const app::ViewModel&) const override { return true; }
  [[nodiscard]] std::string_view key_hint() const override {
    return "Arrows move · Enter opens · / search";
  }
  void draw(Frame& frame, const Rect& rect) override;
  [[nodiscard]] float tools_width(const Frame& frame) const override {
    return choice_width(frame.canvas, sort_choice(frame)) - 6;
  }
  void draw_tools(Frame& frame, const Rect& line) override;
  bool press(Deed& deed, Key key) override;
  void show_work(std::string_view work, bool is_at_top) override {
    // A key asked for its row already.
    if (!is_at_top && place_.show_row != no_row) return;
    place_.show_work = work;
    if (is_at_top) place_.shows_at_top = true;
  }

 private:
  ListPlace place_;
};

void ListView::draw_tools(Frame& frame, const Rect& line) {
  Choice sort = sort_choice(frame);
  const float width = choice_width(frame.canvas, sort);
  // Its words end with those of the rows.
  const float right = line.x + line.w + (frame.is_phone ? 0 : 6);
  sort.rect = {right - width, line.y + (line.h - 28) / 2, width, 28};
  draw_choice(frame, std::move(sort));
}

bool ListView::press(Deed& deed, Key key) {
  if (deed.modifiers.any()) return false;
  app::Session& session = deed.session;
  const std::size_t count = session.view_model().rows.size();
  if (count == 0) return false;
  const std::size_t now = find_row(session, place_, session.state().work);
  // Where the detail would cover the list, the arrows scroll until a work is chosen.
  if (now == no_row && deed.is_detail_panel) return false;
  const std::size_t last = count - 1;
  const std::size_t screen = rows_a_screen(place_);
  const std::size_t top =
      place_.layout.heights.size() == count ? place_.layout.heights.row_at(place_.scroll.y) : 0;
  std::size_t next = now;
  switch (key) {
    case Key::Up:
      next = now == no_row ? top : now > 0 ? now - 1 : 0;
      break;
    case Key::Down:
      next = now == no_row ? top : std::min(last, now + 1);
      break;
    case Key::PageUp:
      next = now == no_row ? top : now > screen ? now - screen : 0;
      break;
    case Key::PageDown:
      next = now == no_row ? top : std::min(last, now + screen);
      break;
    case Key::Home:
      next = 0;
      break;
    case Key::End:
      next = last;
      break;
    default:
      return false;
  }
  const std::string work = session.row(next).id;
  place_.show_row = next;
  deed.out.actions.push_back(app::SelectWork{work});
  remember_query(session, deed.out);
  return true;
}

void ListView::draw(Frame& frame, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  if (frame.model.rows.empty()) {
    // The heights of the works are for the next result.
    place_.layout.rows = Hits();
    place_.layout.heights = RowHeights();
    place_.layout.version = 0;
    place_.scroll = ListScroll{};
    draw_empty(frame, rect);
    return;
  }
  ListScroll& scroll = place_.scroll;
  RowHeights& heights = place_.layout.heights;
  scroll.region.view_height = rect.h;
  prepare_list(frame, place_, rect.w);
  canvas.scroll_by_wheel(rect, scroll.region);
  scroll.follow(heights.total());
  const std::size_t asked = take_asked_row(frame, place_);
  const bool is_at_top = std::exchange(place_.shows_at_top, false);
  if (asked != no_row) {
    // Rows beside it turn out to be of other heights than estimated: it is placed again then.
    show_row(frame, place_, asked, is_at_top);
    measure_seen_rows(frame, place_);
    show_row(frame, place_, asked, is_at_top);
  }
  measure_seen_rows(frame, place_);
  scroll.follow(heights.total());

  canvas.begin_scroller("works", "Works", rect, scroll.region);
  canvas.open(Role::List, "rows", {0, 0, rect.w, scroll.region.content_height}).label = "Works";
  const double shift = scroll.shift();
  std::size_t row = heights.row_at(std::max(0.0, scroll.y - overscan));
  double top = heights.top(row);
  const double end = scroll.y + static_cast<double>(rect.h) + overscan;
  for (; row < place_.layout.rows.size() && top < end; ++row) {
    const app::RowView& view = frame.session.row(row);
    if (view.is_selected) place_.selected_row = row;
    const RowShape shape = shape_row(frame, view, rect.w);
    // Fonts that arrived since it was measured make it another height.
    if (shape.height != heights.height(row)) correct_row(place_, row, shape.height);
    draw_row(frame, view, shape, static_cast<float>(top - shift), rect.w, row,
             place_.layout.rows.size());
    top += static_cast<double>(shape.height);
  }
  canvas.close();
  canvas.end_scroller(static_cast<float>(std::min(heights.total(), highest_region)));
}

}  // namespace

std::unique_ptr<View> make_list_view() { return std::make_unique<ListView>(); }

}  // namespace lamplight::ui
