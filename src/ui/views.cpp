#include "ui/views.h"

namespace lamplight::ui {
namespace {

constexpr View views[] = {
    {app::View::List, "List", draw_list},
};

}  // namespace

const View& find_view(app::View wanted) {
  for (const View& view : views) {
    if (view.view == wanted) return view;
  }
  return views[0];
}

}  // namespace lamplight::ui
