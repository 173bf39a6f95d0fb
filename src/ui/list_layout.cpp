#include "ui/list_layout.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ui/row.h"

namespace lamplight::ui {
namespace {

// What the heights depend on beside the works themselves and the width.
std::string list_key(const Frame& frame) {
  std::string key = frame.is_phone ? "phone/" : frame.canvas.is_touch() ? "touch/" : "/";
  for (const app::SnapshotView& snapshot : frame.model.snapshots) {
    if (snapshot.is_shown) key += snapshot.date;
  }
  return key + "/" + std::to_string(frame.model.all_works);
}

constexpr std::size_t compared_works = 256;

// Whether rows that were found anew are, as far as a reader can tell, those of before. (The
// index that the former ones belong to may be gone.)
bool has_first_works(const ListLayout& layout, const Hits& rows) {
  if (rows.size() != layout.rows.size()) return false;
  for (std::size_t i = 0; i < layout.first_works.size(); ++i) {
    if (rows[i] != layout.first_works[i]) return false;
  }
  return true;
}

void take_rows(Frame& frame, ListPlace& place, float width) {
  ListLayout& layout = place.layout;
  const std::size_t works = std::max(frame.model.all_works, frame.model.rows.size());
  layout.rows = frame.model.rows;
  layout.first_works.clear();
  for (std::size_t i = 0; i < std::min(layout.rows.size(), compared_works); ++i) {
    layout.first_works.push_back(layout.rows[i]);
  }
  if (layout.by_work.size() < works) layout.by_work.resize(works, 0.0f);
  layout.width = width;
  layout.heights.reset(layout.rows.size(), frame.is_phone ? 114.0f : 63.0f);
  const std::size_t most = works > measured_at_once ? result_measured_at_once : measured_at_once;
  if (layout.rows.size() > most) return;
  for (std::size_t row = 0; row < layout.rows.size(); ++row) measure_row(frame, place, row);
}

}  // namespace

void prepare_list(Frame& frame, ListPlace& place, float width) {
  ListLayout& layout = place.layout;
  const std::uint64_t version = frame.session.version();
  const bool is_touch = frame.canvas.is_touch();
  if (version == layout.version && width == layout.width && is_touch == layout.is_touch) return;
  layout.version = version;
  layout.is_touch = is_touch;
  std::string key = list_key(frame);
  const bool is_other_list = key != layout.list;
  const bool is_same_result = layout.rows.is_same(frame.model.rows);
  if (!is_other_list && width == layout.width && is_same_result) return;
  // Another width keeps the row at the top where it is; other rows are read from the first.
  ListScroll& scroll = place.scroll;
  const bool keeps_place = layout.heights.size() > 0 && has_first_works(layout, frame.model.rows);
  std::size_t anchor = 0;
  double above = 0;
  const double lead = keeps_place ? layout.heights.lead() : 0;
  if (keeps_place) {
    anchor = layout.heights.row_at(scroll.y);
    above = scroll.y - layout.heights.top(anchor);
    // What is said of those in sight may be more than before: an older list that came makes some
    // new.
    const double end = scroll.y + static_cast<double>(scroll.region.view_height) + overscan;
    std::size_t row = layout.heights.row_at(std::max(0.0, scroll.y - overscan));
    for (; row < layout.heights.size() && layout.heights.top(row) < end; ++row) {
      layout.by_work[frame.model.rows[row]] = 0;
    }
  }
  if (is_other_list || width != layout.width) layout.by_work.assign(layout.by_work.size(), 0.0f);
  layout.list = std::move(key);
  take_rows(frame, place, width);
  layout.heights.set_lead(lead);
  scroll.y = keeps_place ? layout.heights.top(anchor) + above : 0;
  scroll.place(layout.heights.total());
}

float measure_row(Frame& frame, ListPlace& place, std::size_t row) {
  ListLayout& layout = place.layout;
  float& known = layout.by_work[layout.rows[row]];
  if (known == 0) known = shape_row(frame, frame.session.row(row), layout.width).height;
  layout.heights.set(row, known);
  return known;
}

void correct_row(ListPlace& place, std::size_t row, float height) {
  ListLayout& layout = place.layout;
  layout.by_work[layout.rows[row]] = height;
  layout.heights.set(row, height);
}

void measure_seen_rows(Frame& frame, ListPlace& place) {
  ListLayout& layout = place.layout;
  ListScroll& scroll = place.scroll;
  const std::size_t anchor = layout.heights.row_at(scroll.y);
  const double above = layout.heights.top(anchor);
  const double into_anchor = scroll.y - above;
  double left = overscan;
  for (std::size_t row = anchor; row > 0 && left > 0; --row) {
    left -= static_cast<double>(measure_row(frame, place, row - 1));
  }
  left = static_cast<double>(scroll.region.view_height) + overscan + into_anchor;
  for (std::size_t row = anchor; row < layout.rows.size() && left > 0; ++row) {
    left -= static_cast<double>(measure_row(frame, place, row));
  }
  const double moved = layout.heights.top(anchor) - above;
  if (moved == 0) return;
  scroll.y += moved;
  scroll.region.y += moved;
  scroll.followed = scroll.region.y;
}

std::size_t take_asked_row(Frame& frame, ListPlace& place) {
  std::size_t row = std::exchange(place.show_row, no_row);
  if (!place.show_work.empty()) row = find_row(frame.session, place, place.show_work);
  place.show_work.clear();
  return row < place.layout.rows.size() ? row : no_row;
}

void show_row(Frame& frame, ListPlace& place, std::size_t row, std::optional<double> below) {
  RowHeights& heights = place.layout.heights;
  const auto height = static_cast<double>(measure_row(frame, place, row));
  if (below) {
    heights.set_lead(0);
    heights.set_lead(std::clamp(*below - heights.top(row), 0.0, max_lead));
  }
  const double top = heights.top(row);
  const auto view = static_cast<double>(place.scroll.region.view_height);
  if (below) {
    place.scroll.y = std::max(0.0, top - *below);
  } else if (top < place.scroll.y) {
    place.scroll.y = top;
  } else if (top + height > place.scroll.y + view) {
    place.scroll.y = top + height - view;
  } else {
    return;
  }
  place.scroll.place(heights.total());
}

std::size_t find_row(app::Session& session, ListPlace& place, std::string_view work) {
  if (work.empty()) return no_row;
  const Hits& rows = session.view_model().rows;
  if (place.selected_row < rows.size() && session.row(place.selected_row).id == work) {
    return place.selected_row;
  }
  if (place.missing_work == work && place.missing_rows.is_same(rows)) return no_row;
  if (const std::optional<std::size_t> row = session.find_row(work)) return *row;
  place.missing_work = work;
  place.missing_rows = rows;
  return no_row;
}

}  // namespace lamplight::ui
