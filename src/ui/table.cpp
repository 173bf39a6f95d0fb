#include "ui/table.h"

#include <algorithm>
#include <cmath>

namespace lamplight::ui {
namespace {

// More rows than a screen shows, so that those of one frame never push each other out.
constexpr std::size_t remembered_rows = 128;

struct OwnWidth {
  std::string_view id;
  float width;
};
// Where nobody chose one. The title takes what the others leave.
constexpr OwnWidth own_widths[] = {
    {"name", 138}, {"description", 340}, {"authors", 168},    {"where", 168},
    {"year", 74},  {"venue", 92},        {"links", 126},      {"since", 100},
    {"line", 96},  {"identifier", 150},  {"repository", 190},
};
constexpr float facet_width = 122;

float own_width(std::string_view id) {
  for (const OwnWidth& own : own_widths) {
    if (own.id == id) return own.width;
  }
  return facet_width;
}

}  // namespace

Command table_command(TableDeed deed, std::size_t row, std::size_t column) {
  return ViewCommand{static_cast<int>(deed), row, column};
}

void Table::update(app::Session& session) {
  if (version == session.version() && !columns.empty()) return;
  const app::ViewModel& model = session.view_model();
  version = session.version();
  if (!rows.is_same(model.rows)) {
    // Another result is read from its beginning.
    rows = model.rows;
    chosen.clear();
    row = anchor = 0;
    scroll.y = scroll.region.y = 0;
    scroll.followed = 0;
  }
  remembered.assign(remembered_rows, TableRow{});
  const app::Scene* const scene = session.scene();
  columns = scene == nullptr ? std::vector<app::ColumnView>()
                             : app::build_columns(*scene, session.state().setting("cols"));
  shown = static_cast<std::size_t>(std::count_if(
      columns.begin(), columns.end(), [](const app::ColumnView& each) { return each.is_shown; }));
  column = std::min(column, shown == 0 ? 0 : shown - 1);
}

const TableRow& Table::take_row(app::Session& session, std::size_t position) {
  TableRow& kept = remembered[position % remembered_rows];
  if (kept.position == position) return kept;
  const app::RowView& view = session.row(position);
  kept.position = position;
  kept.id = view.id;
  kept.url = view.url;
  kept.cells.clear();
  const app::Scene& scene = *session.scene();
  for (std::size_t i = 0; i < shown; ++i) {
    kept.cells.push_back(app::build_cell(scene, columns[i].id, rows[position]));
  }
  return kept;
}

bool Table::is_chosen(std::uint32_t work) const {
  return std::binary_search(chosen.begin(), chosen.end(), work);
}

void Table::place_columns(float room) {
  places.assign(shown, ColumnPlace{});
  float used = 0;
  float* spare = nullptr;
  for (std::size_t i = 0; i < shown; ++i) {
    const app::ColumnView& each = columns[i];
    const int chosen_width = dragged == i ? dragged_width : each.width;
    if (chosen_width == 0 && each.id == "title") {
      spare = &places[i].w;
      continue;
    }
    places[i].w = chosen_width > 0 ? static_cast<float>(chosen_width) : own_width(each.id);
    if (i == 0 && chosen_width == 0 && each.id != "name") {
      places[i].w += table_sizes::first_padding - table_sizes::padding;
    }
    used += places[i].w;
  }
  if (spare != nullptr) {
    *spare = std::max(table_sizes::min_title, std::floor(room - used));
    used += *spare;
  }
  width = used;
  float x = 0;
  for (ColumnPlace& place : places) {
    place.x = x;
    x += place.w;
  }
}

void Table::take_cursor(Frame& frame, Node& cell) {
  cell.flags |= flag_tab_stop;
  node = cell.id;
  if (!wants_focus) return;
  wants_focus = false;
  frame.out.effects.push_back(FocusNode{cell.id});
}

app::Action choose_columns(app::Session& session, const std::vector<app::ColumnView>& columns) {
  return app::SetSetting{"cols", app::print_columns(*session.scene(), columns)};
}

app::Action sort_by(const app::Session& session, const std::string& column, bool adds) {
  app::SortKeys keys = session.state().sort;
  const auto same = std::find_if(keys.begin(), keys.end(),
                                 [&](const app::SortKey& key) { return key.by == column; });
  const bool is_only = keys.size() == 1;
  if (same != keys.end() && (adds || is_only)) {
    same->is_reversed = !same->is_reversed;
  } else if (!adds || keys.empty() || keys.front().by == "list") {
    keys = {{column, false}};
  } else {
    // A second key; what was second before makes way.
    keys.resize(1);
    keys.push_back({column, false});
  }
  return app::SetSort{std::move(keys)};
}

std::string_view sort_direction(const app::SortKeys& keys, std::string_view column) {
  for (const app::SortKey& key : keys) {
    if (key.by == column) return app::falls(column) != key.is_reversed ? "descending" : "ascending";
  }
  return {};
}

}  // namespace lamplight::ui
