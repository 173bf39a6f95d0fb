#include "ui/list_scroll.h"

#include <algorithm>
#include <cmath>

namespace lamplight::ui {

void ListScroll::follow(double total) {
  const auto view = static_cast<double>(region.view_height);
  region.content_height = static_cast<float>(std::min(total, highest_region));
  region.clamp();
  const double moved = region.y - followed;
  const double end = std::max(0.0, total - view);
  const double region_end = highest_region - view;
  if (total <= highest_region || region.y <= 0) {
    y = region.y;
  } else if (region.y >= region_end) {
    y = end;
  } else if (std::abs(moved) < 4 * view) {
    y += moved;
  } else {
    y = region.y * (end / region_end);
  }
  y = std::clamp(y, 0.0, end);
  followed = region.y;
}

void ListScroll::place(double total) {
  const auto view = static_cast<double>(region.view_height);
  region.content_height = static_cast<float>(std::min(total, highest_region));
  const double end = std::max(0.0, total - view);
  y = std::clamp(y, 0.0, end);
  region.y = total <= highest_region ? y : y * ((highest_region - view) / end);
  region.clamp();
  followed = region.y;
}

double ListScroll::shift() const { return std::floor(y + 0.5) - std::floor(region.y + 0.5); }

}  // namespace lamplight::ui
