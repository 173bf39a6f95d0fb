// Histogram: the works of each year, to click a year or drag over a range of them.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

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

// Follows the pointer from press to release; the range becomes the filter on release.
void drag(Frame& frame, YearDrag& years, std::uint32_t id, const std::vector<Bar>& bars, float x,
          float step) {
  Canvas& canvas = frame.canvas;
  if (!canvas.is_held(id) && !years.is_active) return;
  const auto at = static_cast<std::ptrdiff_t>(std::floor((canvas.pointer_x() - x) / step));
  const auto last = static_cast<std::ptrdiff_t>(bars.size()) - 1;
  const int year = bars[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at, 0, last))].year;
  if (canvas.pointer().was_pressed && canvas.is_held(id)) {
    years = {true, year, year};
  } else if (years.is_active) {
    years.to = year;
  }
  if (!years.is_active || canvas.pointer().is_down) return;
  years.is_active = false;
  YearRange range{std::min(years.from, years.to), std::max(years.from, years.to)};
  // The same year again, or all of them, is no filter.
  const bool is_all = *range.from == bars.front().year && *range.to == bars.back().year;
  if (range == frame.model.years || is_all) range = {};
  frame.out.actions.push_back(app::SetYears{range});
}

}  // namespace

float draw_histogram(Frame& frame, YearDrag& dragged, const app::FacetView& facet, float x, float y,
                     float width) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const std::vector<Bar> bars = make_bars(facet);
  if (bars.empty()) return 0;
  const Rect area = {x, y, width, bars_height};
  Node& node = canvas.leaf(Role::Slider, "range", area);
  const std::uint32_t id = node.id;
  node.label = facet.title;
  node.value =
      frame.model.years == YearRange{} ? std::string() : print_year_range(frame.model.years);
  node.options = {std::to_string(bars.front().year), std::to_string(bars.back().year)};
  canvas.bind_value(node, area, ValueKind::Years);
  const float step = (width + 4) / static_cast<float>(bars.size());
  drag(frame, dragged, id, bars, x, step);

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
    const bool is_pointed = (canvas.is_hovered(id) || canvas.is_held(id)) &&
                            canvas.pointer_x() >= left && canvas.pointer_x() < left + step;
    if (is_pointed) pointed = &bars[i];
    const bool is_on = shown.holds(bars[i].year);
    const Color color = is_on ? fade(theme.accent, is_pointed ? 1.0f : 0.85f)
                              : (is_pointed ? theme.ink3 : theme.line);
    canvas.fill({left, y + bars_height - height, right - left, height}, color,
                std::min(2.0f, height / 2));
  }
  canvas.focus_ring(id, area, theme.radius_tag);
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
