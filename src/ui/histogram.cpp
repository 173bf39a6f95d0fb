// Histogram: the works of each year, to click a year or drag over a range of them.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "base/wording.h"
#include "ui/frame.h"

namespace lamplight::ui {
namespace {

constexpr float bars_height = 44;
constexpr float labels_height = 16;

struct Bar {
  int year;
  std::uint32_t count;
};

// A bar for each of the facet's years, in their order.
std::vector<Bar> make_bars(const app::FacetView& facet) {
  std::vector<Bar> bars;
  for (const app::FacetValueView& value : facet.values) {
    int year = 0;
    const char* end = value.id.data() + value.id.size();
    if (std::from_chars(value.id.data(), end, year).ptr != end) continue;
    if (!bars.empty() && year <= bars.back().year) continue;
    bars.push_back({year, value.count});
  }
  return bars;
}

// The first and the last bar of a range, by position.
struct Ends {
  std::size_t at[2] = {};
};

Ends ends_of(const std::vector<Bar>& bars, const YearRange& years) {
  Ends ends{{0, bars.size() - 1}};
  while (years.from && ends.at[0] + 1 < bars.size() && bars[ends.at[0]].year < *years.from) {
    ++ends.at[0];
  }
  while (years.to && ends.at[1] > ends.at[0] && bars[ends.at[1]].year > *years.to) --ends.at[1];
  return ends;
}

// All years are no filter.
YearRange range_of(const std::vector<Bar>& bars, int from, int to) {
  if (from == bars.front().year && to == bars.back().year) return {};
  return {from, to};
}

// Follows the pointer from press to release; the range becomes the filter on release.
void drag(Frame& frame, YearDrag& years, const std::vector<Bar>& bars, float x, float step) {
  Canvas& canvas = frame.canvas;
  const bool is_held = canvas.is_held(years.ends[0]) || canvas.is_held(years.ends[1]);
  if (!is_held && !years.is_active) return;
  const auto at = static_cast<std::ptrdiff_t>(std::floor((canvas.pointer_x() - x) / step));
  const auto last = static_cast<std::ptrdiff_t>(bars.size()) - 1;
  const int year = bars[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at, 0, last))].year;
  if (canvas.pointer().was_pressed && is_held) {
    years.is_active = true;
    years.from = years.to = year;
  } else if (years.is_active) {
    years.to = year;
  }
  if (!years.is_active || canvas.pointer().is_down) return;
  years.is_active = false;
  YearRange range = range_of(bars, std::min(years.from, years.to), std::max(years.from, years.to));
  // The same again is no filter.
  if (range == frame.model.years) range = {};
  frame.out.actions.push_back(app::SetYears{range});
}

}  // namespace

bool press_in_years(app::Session& session, const YearDrag& drag, std::uint32_t focus, Key key,
                    Outbox& out) {
  if (focus == 0 || (focus != drag.ends[0] && focus != drag.ends[1])) return false;
  std::vector<Bar> bars;
  for (const app::FacetView& facet : session.view_model().facets) {
    if (facet.source == FacetSource::Year) bars = make_bars(facet);
  }
  if (bars.empty()) return false;
  Ends now = ends_of(bars, session.state().years);
  const bool is_last = focus == drag.ends[1];
  std::size_t& at = now.at[is_last ? 1 : 0];
  const std::size_t least = is_last ? now.at[0] : 0;
  const std::size_t most = is_last ? bars.size() - 1 : now.at[1];
  switch (key) {
    case Key::Left:
    case Key::Down:
      if (at > least) --at;
      break;
    case Key::Right:
    case Key::Up:
      if (at < most) ++at;
      break;
    case Key::Home:
      at = least;
      break;
    case Key::End:
      at = most;
      break;
    default:
      return false;
  }
  const YearRange range = range_of(bars, bars[now.at[0]].year, bars[now.at[1]].year);
  out.actions.push_back(app::SetYears{range, false});
  return true;
}

float draw_histogram(Frame& frame, YearDrag& dragged, const app::FacetView& facet, float x, float y,
                     float width) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const std::vector<Bar> bars = make_bars(facet);
  if (bars.empty()) return 0;
  const Ends ends = ends_of(bars, frame.model.years);
  const float step = (width + 4) / static_cast<float>(bars.size());
  const float half = std::floor(width / 2);
  for (const std::size_t end : {0, 1}) {
    // A drag may begin anywhere: each end has the half that is nearer to it at first.
    const Rect area = {x + (end == 0 ? 0 : half), y, end == 0 ? half : width - half, bars_height};
    Node& node = canvas.leaf(Role::Slider, end == 0 ? "from" : "to", area);
    const Bar& bar = bars[ends.at[end]];
    node.label = end == 0 ? "First year" : "Last year";
    node.value = std::to_string(bar.year);
    node.options = {std::to_string(bars[end == 0 ? 0 : ends.at[0]].year),
                    std::to_string(bars[end == 0 ? ends.at[1] : bars.size() - 1].year),
                    node.value + ", " + counted(bar.count, "work")};
    dragged.ends[end] = node.id;
    canvas.bind_value(node, area, ValueKind::Years);
  }
  drag(frame, dragged, bars, x, step);
  const auto is_any = [&](bool (Canvas::*is)(std::uint32_t) const) {
    return (canvas.*is)(dragged.ends[0]) || (canvas.*is)(dragged.ends[1]);
  };
  const bool is_under_pointer = is_any(&Canvas::is_hovered) || is_any(&Canvas::is_held);

  YearRange shown = frame.model.years;
  if (dragged.is_active) {
    shown = {std::min(dragged.from, dragged.to), std::max(dragged.from, dragged.to)};
  }
  std::uint32_t most = 1;
  for (const Bar& bar : bars) most = std::max(most, bar.count);
  const float gap = step > 8 ? 4 : 1;
  const Bar* pointed = nullptr;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const float left = std::floor(x + static_cast<float>(i) * step);
    const float right = std::floor(x + static_cast<float>(i + 1) * step - gap);
    const float part = static_cast<float>(bars[i].count) / static_cast<float>(most);
    const float height = std::max(bars[i].count > 0 ? 3.0f : 1.0f, std::round(part * bars_height));
    const bool is_pointed =
        is_under_pointer && canvas.pointer_x() >= left && canvas.pointer_x() < left + step;
    if (is_pointed) pointed = &bars[i];
    const bool is_on = shown.holds(bars[i].year);
    const Color color = is_on ? fade(theme.accent, is_pointed ? 1.0f : 0.85f)
                              : (is_pointed ? theme.ink3 : theme.line);
    canvas.fill({left, y + bars_height - height, right - left, height}, color,
                std::min(2.0f, height / 2));
  }
  for (const std::size_t end : {0, 1}) {
    const float left = std::floor(x + static_cast<float>(ends.at[end]) * step);
    canvas.focus_ring(dragged.ends[end], {left, y, step - gap, bars_height}, theme.radius_tag);
  }
  const Rect labels = {x, y + bars_height + 4, width, labels_height};
  const TextStyle style = frame.style(sizes::tag, theme.ink3);
  canvas.text(labels, style, std::to_string(bars.front().year));
  if (bars.size() > 1) {
    canvas.text(labels, style, std::to_string(bars.back().year), Align::Right);
  }
  if (pointed != nullptr && !dragged.is_active) {
    canvas.glyphs(labels, frame.style(sizes::tag, theme.ink, FontFace::Medium),
                  std::to_string(pointed->year) + ": " + std::to_string(pointed->count),
                  Align::Center);
  } else if (dragged.is_active) {
    canvas.glyphs(labels, frame.style(sizes::tag, theme.accent, FontFace::Medium),
                  print_year_range(shown), Align::Center);
  }
  return bars_height + 4 + labels_height;
}

}  // namespace lamplight::ui
