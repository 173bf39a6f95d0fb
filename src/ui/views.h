// Views: the ways to look at the works that were found. Adding one is one file and one line in
// views.cpp.
#pragma once

#include <string_view>

#include "ui/frame.h"

namespace lamplight::ui {

struct View {
  app::View view;
  std::string_view title;
  void (*draw)(Frame& frame, const Rect& rect);
};

// The view's, else the first.
[[nodiscard]] const View& find_view(app::View view);

// The list, view_list.cpp.
void draw_list(Frame& frame, const Rect& rect);

}  // namespace lamplight::ui
