// Table view: one line per work and a column for each thing that is told of it. Only the rows in
// sight, and a few beside them, are made, drawn and recorded.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "ui/list_layout.h"
#include "ui/suggestions.h"
#include "ui/table.h"
#include "ui/widgets.h"

namespace lamplight::ui {
namespace {

constexpr std::string_view copy_text = "Copy as TSV";
constexpr std::string_view copy_keys = "Ctrl C";
constexpr float tool_gap = 8;
constexpr int width_step = 16;

class TableView final : public View {
 public:
  TableView() : View(app::View::Table) {}
  [[nodiscard]] std::string_view key_hint() const override {
    return "Arrows move by cell · Shift selects · Enter opens";
  }
  void draw(Frame& frame, const Rect& rect) override;
  [[nodiscard]] float tools_width(const Frame& frame) const override;
  void draw_tools(Frame& frame, const Rect& line) override;
  [[nodiscard]] bool has_short_toolbar() const override { return true; }
  void draw_over(Frame& frame) override {
    if (table_.is_menu_open) draw_table_menu(frame, table_);
  }
  bool press(Deed& deed, Key key) override;
  void run(Deed& deed, const ViewCommand& command) override;
  bool step_back(Deed& deed) override;
  void show_work(std::string_view work, std::optional<float> y) override {
    table_.show_work = work;
    table_.shows_at_top = y.has_value();
  }
  void focus_work(std::string_view work) override {
    show_work(work, std::nullopt);
    table_.is_on_header = false;
    table_.wants_focus = table_.wants_view = !table_.is_phone;
  }
  [[nodiscard]] std::size_t focused_row(const Deed& deed) override {
    const bool is_here = deed.focus == table_.node && table_.node != 0 && !table_.is_on_header;
    return is_here && table_.row < table_.rows.size() ? table_.row : no_row;
  }

 private:
  [[nodiscard]] std::string chosen_text() const;
  void show_row(std::size_t row, bool is_at_top);
  void take_asked_row(Frame& frame);
  bool move(Deed& deed, Key key);
  void go_to(std::size_t row, std::size_t column);
  void choose_to(std::size_t row);
  void toggle(std::size_t row);
  void open(Deed& deed, std::size_t row);
  void copy(Deed& deed);
  void widen(Deed& deed, int step);
  [[nodiscard]] double total() const {
    return static_cast<double>(table_.rows.size()) * static_cast<double>(table_sizes::row);
  }

  Table table_;
};

std::string TableView::chosen_text() const {
  const std::size_t count = table_.chosen.size();
  if (count == 0) return {};
  return std::to_string(count) + (count == 1 ? " row selected" : " rows selected");
}

Button copy_button(const Frame& frame, bool has_chosen) {
  Button button;
  button.key = "copy";
  button.text = frame.is_phone ? std::string_view("TSV") : copy_text;
  button.label = copy_text;
  button.look = has_chosen ? Look::OutlineAccent : Look::Outline;
  button.before = Icon::Copy;
  button.command = table_command(TableDeed::Copy);
  return button;
}

Button columns_button(bool is_open) {
  Button button;
  button.key = "columns";
  button.text = "Columns";
  button.look = is_open ? Look::OutlineAccent : Look::Outline;
  button.after = is_open ? Icon::ChevronUp : Icon::ChevronDown;
  button.flags = is_open ? flag_expanded : flag_collapsed;
  button.command = table_command(TableDeed::ShowColumns);
  return button;
}

// The keys that copy stand in the button while there is something chosen.
float keys_width(const Frame& frame, bool has_chosen) {
  if (!has_chosen || frame.is_phone) return 0;
  return std::ceil(frame.canvas.width(frame.style(sizes::meta, 0), copy_keys)) + 8;
}

float TableView::tools_width(const Frame& frame) const {
  const bool has_chosen = !table_.chosen.empty();
  float width =
      button_width(frame.canvas, copy_button(frame, has_chosen)) + keys_width(frame, has_chosen);
  if (frame.is_phone) return width;
  width += tool_gap + button_width(frame.canvas, columns_button(table_.is_menu_open));
  if (has_chosen) {
    width += std::ceil(frame.canvas.width(frame.style(sizes::small, 0), chosen_text())) + tool_gap;
  }
  return width;
}

void TableView::draw_tools(Frame& frame, const Rect& line) {
  Canvas& canvas = frame.canvas;
  const bool has_chosen = !table_.chosen.empty();
  const float height = frame.is_phone ? 36 : 32;
  const float y = line.y + std::floor((line.h - height) / 2);
  float x = line.x + line.w - tools_width(frame);
  if (has_chosen && !frame.is_phone) {
    const TextStyle style = frame.style(sizes::small, frame.theme().ink2);
    const std::string text = chosen_text();
    const float width = std::ceil(canvas.width(style, text));
    canvas.open(Role::Status, "chosen", {x, y, width, height}).label = text;
    canvas.text({x, y, width, height}, style, text);
    canvas.close();
    x += width + tool_gap;
  }
  Button copy = copy_button(frame, has_chosen);
  const float keys = keys_width(frame, has_chosen);
  copy.rect = {x, y, button_width(canvas, copy) + keys, height};
  copy.align = keys > 0 ? Align::Left : Align::Center;
  draw_button(canvas, copy);
  if (keys > 0) {
    canvas.glyphs({x + copy.rect.w - copy.padding - keys + 8, y, keys, height},
                  frame.style(sizes::meta, frame.theme().ink2), copy_keys);
  }
  if (frame.is_phone) return;
  x += copy.rect.w + tool_gap;
  Button columns = columns_button(table_.is_menu_open);
  columns.rect = {x, y, button_width(canvas, columns), height};
  table_.menu_button = draw_button(canvas, columns);
  table_.menu_anchor = canvas.to_window(columns.rect);
}

void TableView::show_row(std::size_t row, bool is_at_top) {
  ListScroll& scroll = table_.scroll;
  const auto height = static_cast<double>(table_sizes::row);
  const double top = static_cast<double>(row) * height;
  const auto view = static_cast<double>(scroll.region.view_height);
  if (is_at_top || top < scroll.y) {
    scroll.y = top;
  } else if (top + height > scroll.y + view) {
    scroll.y = top + height - view;
  } else {
    return;
  }
  scroll.place(total());
}

void TableView::take_asked_row(Frame& frame) {
  if (!table_.show_work.empty()) {
    const auto row = frame.session.find_row(std::exchange(table_.show_work, {}));
    if (row) {
      table_.row = *row;
      show_row(*row, table_.shows_at_top);
    }
  }
  if (!std::exchange(table_.wants_view, false)) return;
  if (!table_.is_on_header) show_row(table_.row, false);
  // Sideways as far as needed, too.
  Scroll& region = table_.scroll.region;
  const ColumnPlace& place = table_.places[table_.column];
  if (place.x + place.w > region.x + region.view_width) {
    region.x = place.x + place.w - region.view_width;
  }
  if (place.x < region.x) region.x = place.x;
}

void TableView::draw(Frame& frame, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  table_.update(frame.session);
  if (table_.rows.empty() || table_.shown == 0) {
    draw_empty(frame, rect);
    return;
  }
  table_.is_phone = frame.is_phone;
  if (frame.is_phone) {
    draw_phone_table(frame, table_, rect);
    return;
  }
  ListScroll& scroll = table_.scroll;
  const float header = table_sizes::header;
  const Rect body = {rect.x, rect.y + header, rect.w, std::max(0.0f, rect.h - header)};
  table_.place_columns(rect.w);
  scroll.region.view_height = body.h;
  scroll.region.view_width = body.w;
  scroll.region.content_width = table_.width;
  canvas.scroll_by_wheel(body, scroll.region);
  scroll.follow(total());
  take_asked_row(frame);

  Node& grid = canvas.open(Role::Grid, "table", rect);
  grid.label = "Works";
  grid.set_size = static_cast<std::int32_t>(table_.rows.size() + 1);
  grid.level = static_cast<std::uint8_t>(table_.shown);
  grid.flags = flag_many;
  draw_table_header(frame, table_, {rect.x, rect.y, rect.w, header});
  canvas.begin_scroller("rows", "Works", body, scroll.region);
  const double shift = scroll.shift();
  const auto height = static_cast<double>(table_sizes::row);
  const auto first =
      static_cast<std::size_t>(std::max(0.0, std::floor((scroll.y - overscan) / height)));
  const double end = scroll.y + static_cast<double>(body.h) + overscan;
  for (std::size_t row = first; row < table_.rows.size(); ++row) {
    const double top = static_cast<double>(row) * height;
    if (top >= end) break;
    draw_table_row(frame, table_, row, static_cast<float>(top - shift));
  }
  canvas.end_scroller(static_cast<float>(std::min(total(), highest_region)),
                      table_.width > rect.w + 0.5f ? table_.width : 0);
  if (Node* rows = canvas.find_recorded(scroll.region.node)) rows->level = 1;
  canvas.close();
}

void TableView::go_to(std::size_t row, std::size_t column) {
  table_.is_on_header = false;
  table_.row = row;
  table_.column = column;
  table_.wants_focus = true;
}

// All rows from the anchor to here.
void TableView::choose_to(std::size_t row) {
  table_.chosen.clear();
  const std::size_t end = std::max(row, table_.anchor);
  for (std::size_t at = std::min(row, table_.anchor); at <= end; ++at) {
    table_.chosen.push_back(table_.rows[at]);
  }
  std::sort(table_.chosen.begin(), table_.chosen.end());
}

void TableView::toggle(std::size_t row) {
  const std::uint32_t work = table_.rows[row];
  const auto place = std::lower_bound(table_.chosen.begin(), table_.chosen.end(), work);
  if (place != table_.chosen.end() && *place == work) {
    table_.chosen.erase(place);
  } else {
    table_.chosen.insert(place, work);
  }
  table_.anchor = row;
}

void TableView::open(Deed& deed, std::size_t row) {
  deed.out.actions.push_back(app::SelectWork{deed.session.row(row).id});
  remember_query(deed.session, deed.out);
}

void TableView::copy(Deed& deed) {
  app::CopiedRows copied = app::copied_rows(table_.rows, table_.chosen);
  deed.out.effects.push_back(CopyText{
      app::to_tsv(*deed.session.scene(), table_.columns, copied.works), std::move(copied.said)});
}

void TableView::widen(Deed& deed, int step) {
  std::vector<app::ColumnView> columns = table_.columns;
  const int now = static_cast<int>(table_.places[table_.column].w);
  columns[table_.column].width =
      std::clamp(now + step, app::min_column_width, app::max_column_width);
  deed.out.actions.push_back(choose_columns(deed.session, columns));
}

bool TableView::move(Deed& deed, Key key) {
  Table& table = table_;
  const std::size_t last = table.rows.size() - 1;
  const bool is_here = deed.focus == table.node && table.node != 0;
  const auto screen = static_cast<std::size_t>(
      std::max(1.0f, std::floor(table.scroll.region.view_height / table_sizes::row)));
  const std::size_t before = table.row;
  if (!is_here) {
    // Coming from elsewhere, the keys go where the reader looks.
    const auto top = static_cast<std::size_t>(
        std::max(0.0, std::ceil(table.scroll.y / static_cast<double>(table_sizes::row))));
    if (table.row < top || table.row >= top + screen) table.row = std::min(top, last);
    table.is_on_header = false;
    if (key == Key::Home || key == Key::End) table.row = key == Key::Home ? 0 : last;
  } else {
    const bool is_far = deed.modifiers.control;
    switch (key) {
      case Key::Up:
        if (table.row == 0 && !deed.modifiers.shift) table.is_on_header = true;
        if (table.row > 0 && !table.is_on_header) --table.row;
        break;
      case Key::Down:
        if (table.is_on_header) {
          table.row =
              static_cast<std::size_t>(table.scroll.y / static_cast<double>(table_sizes::row));
        } else {
          table.row = std::min(last, table.row + 1);
        }
        table.is_on_header = false;
        break;
      case Key::PageUp:
        table.row = table.row > screen ? table.row - screen : 0;
        table.is_on_header = false;
        break;
      case Key::PageDown:
        table.row = std::min(last, table.row + screen);
        table.is_on_header = false;
        break;
      case Key::Left:
        if (table.column > 0) --table.column;
        break;
      case Key::Right:
        table.column = std::min(table.shown - 1, table.column + 1);
        break;
      case Key::Home:
        table.column = 0;
        if (is_far) table.row = 0;
        break;
      default:
        table.column = table.shown - 1;
        if (is_far) table.row = last;
        break;
    }
  }
  const bool is_sideways = key == Key::Left || key == Key::Right;
  if (deed.modifiers.shift && !table.is_on_header && !is_sideways) {
    if (table.chosen.empty()) table.anchor = before;
    choose_to(table.row);
  }
  table.wants_focus = true;
  table.wants_view = true;
  return true;
}

bool TableView::press(Deed& deed, Key key) {
  if (table_.is_menu_open) return press_in_table_menu(deed, table_, key);
  // On a phone its rows are links, as those of the list.
  if (table_.rows.empty() || table_.shown == 0 || table_.is_phone) return false;
  const Modifiers held = deed.modifiers;
  const bool is_here = deed.focus == table_.node && table_.node != 0;
  const bool is_head = is_here && table_.is_on_header;
  switch (key) {
    case Key::Left:
    case Key::Right:
      if (is_head && held.alt) {
        widen(deed, key == Key::Left ? -width_step : width_step);
        return true;
      }
      return !held.alt && is_here && move(deed, key);
    case Key::Up:
    case Key::Down:
    case Key::PageUp:
    case Key::PageDown:
    case Key::Home:
    case Key::End:
      return !held.alt && move(deed, key);
    case Key::Enter:
    case Key::Space:
      if (!is_here) return false;
      if (is_head) {
        deed.out.actions.push_back(
            sort_by(deed.session, table_.columns[table_.column].id, held.shift));
      } else if (key == Key::Enter) {
        open(deed, table_.row);
        deed.enters_detail = true;
      } else {
        toggle(table_.row);
      }
      return true;
    case Key::Cite:
      if (!held.control || !is_here) return false;
      copy(deed);
      return true;
    default:
      return false;
  }
}

void TableView::run(Deed& deed, const ViewCommand& command) {
  const bool has_row = command.row < table_.rows.size();
  switch (static_cast<TableDeed>(command.what)) {
    case TableDeed::GoTo:
    case TableDeed::Open:
      if (!has_row) return;
      go_to(command.row, command.column);
      if (deed.modifiers.shift) {
        choose_to(command.row);
      } else if (deed.modifiers.control) {
        toggle(command.row);
      } else {
        table_.anchor = command.row;
        if (static_cast<TableDeed>(command.what) == TableDeed::Open) open(deed, command.row);
      }
      break;
    case TableDeed::SortBy:
      table_.is_on_header = true;
      table_.column = std::min(command.column, table_.shown - 1);
      deed.out.actions.push_back(
          sort_by(deed.session, table_.columns[command.column].id, deed.modifiers.shift));
      break;
    case TableDeed::Copy:
      copy(deed);
      break;
    case TableDeed::ShowColumns:
      table_.is_menu_open = !table_.is_menu_open;
      table_.menu_at = 0;
      table_.menu_wants_focus = table_.is_menu_open;
      if (!table_.is_menu_open) deed.out.effects.push_back(FocusNode{table_.menu_button});
      break;
    case TableDeed::ToggleColumn:
      toggle_column(deed, table_, command.column);
      break;
    case TableDeed::ResetColumns:
      deed.out.actions.push_back(app::SetSetting{"cols", {}});
      break;
  }
}

bool TableView::step_back(Deed& deed) {
  if (table_.is_menu_open) {
    table_.is_menu_open = false;
    deed.out.effects.push_back(FocusNode{table_.menu_button});
    return true;
  }
  if (table_.chosen.empty()) return false;
  table_.chosen.clear();
  return true;
}

}  // namespace

std::unique_ptr<View> make_table_view() { return std::make_unique<TableView>(); }

}  // namespace lamplight::ui
