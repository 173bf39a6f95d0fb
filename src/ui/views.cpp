#include "ui/views.h"

namespace lamplight::ui {
namespace {

// In the order of the tabs. The first one is shown where no other can be.
constexpr std::unique_ptr<View> (*makers[])() = {
    make_list_view,
    make_table_view,
};

}  // namespace

float View::tools_width(const Frame&) const { return 0; }
void View::draw_tools(Frame&, const Rect&) {}
void View::draw_over(Frame&) {}
bool View::press(Deed&, Key) { return false; }
void View::run(Deed&, const ViewCommand&) {}
bool View::step_back(Deed&) { return false; }
void View::show_work(std::string_view, std::optional<float>) {}
void View::focus_work(std::string_view) {}
std::size_t View::focused_row(const Deed&) { return no_row; }

Views make_views() {
  Views views;
  for (const auto make : makers) views.push_back(make());
  return views;
}

View& find_view(const Views& views, app::View wanted) {
  for (const std::unique_ptr<View>& view : views) {
    if (view->which() == wanted) return *view;
  }
  return *views.front();
}

}  // namespace lamplight::ui
