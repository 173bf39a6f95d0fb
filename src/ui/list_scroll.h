// List scroll: where a list of any length stands in a region of bounded height.
//
// Browsers hold elements of some ten million px, and float coordinates are whole px up to as
// many. A list that is higher is shown in a region of that height: small moves go as far as the
// reader moved, a pull of the scroll bar goes to the same part of the list.
//
//     scroll.follow(total);          // the region was scrolled
//     draw_row(top - scroll.shift());
#pragma once

#include "ui/canvas.h"

namespace lamplight::ui {

inline constexpr double highest_region = 8'000'000;

struct ListScroll {
  Scroll region;        // as it is shown: at most highest_region high
  double y = 0;         // px of the whole list above the window
  double followed = 0;  // region.y at the last follow() or place()

  // After the region was scrolled, or the list's height changed.
  void follow(double total);
  // After y was set.
  void place(double total);
  // The y of a row in the list less its y in the region, whole px.
  [[nodiscard]] double shift() const;
};

}  // namespace lamplight::ui
