#include "ui/views.h"

namespace lamplight::ui {
namespace {

constexpr View views[] = {
    {"list", "List", draw_list},
};

}  // namespace

const View& find_view(std::string_view id) {
  for (const View& view : views) {
    if (view.id == id) return view;
  }
  return views[0];
}

}  // namespace lamplight::ui
