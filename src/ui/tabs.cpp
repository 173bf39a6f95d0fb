// Tabs: which views there are. A row above the toolbar; on a phone a bar at the bottom.
#include <algorithm>
#include <cmath>

#include "ui/views.h"

namespace lamplight::ui {
namespace {

std::vector<const View*> offered(const Views& views, const app::ViewModel& model) {
  std::vector<const View*> found;
  for (const std::unique_ptr<View>& view : views) {
    if (view->has_content(model)) found.push_back(view.get());
  }
  return found;
}

constexpr float text_gap = 24;  // between the words of two tabs

}  // namespace

bool TabRow::is_needed(const Views& views, const app::ViewModel& model) {
  return offered(views, model).size() > 1;
}

void TabRow::draw(Frame& frame, const Views& views, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const std::vector<const View*> tabs = offered(views, frame.model);
  nodes_.clear();
  const float line = frame.is_phone ? rect.y : rect.y + rect.h - 1;
  canvas.line(rect.x, line, rect.x + rect.w, line, theme.line);
  canvas.open(Role::TabList, "views", rect).label = "Views";
  float x = rect.x + 16 - text_gap / 2;
  for (std::size_t i = 0; i < tabs.size(); ++i) {
    const View& view = *tabs[i];
    const bool is_shown = view.which() == frame.model.view;
    const FontFace face = is_shown ? FontFace::Bold : FontFace::Regular;
    // As wide as when it is chosen, so that no tab moves.
    const float text = canvas.width({FontFace::Bold, sizes::small, 0}, view.title());
    Rect place = {x, rect.y, std::ceil(text) + text_gap, rect.h};
    if (frame.is_phone) {
      const float share = rect.w / static_cast<float>(tabs.size());
      place = {std::floor(static_cast<float>(i) * share), rect.y, std::ceil(share), rect.h};
    }
    x += place.w;
    Node& node = canvas.open(Role::Tab, app::view_name(view.which()), place);
    const std::uint32_t id = node.id;
    node.label = view.title();
    node.font_size = sizes::small;
    if (is_shown) node.flags |= flag_selected | flag_tab_stop;
    canvas.bind(node, place, app::Action{app::SetView{view.which()}});
    nodes_.emplace_back(id, view.which());
    const bool is_accent = is_shown && frame.is_phone;
    const Color color = is_accent                           ? theme.accent
                        : is_shown || canvas.is_hovered(id) ? theme.ink
                                                            : theme.ink2;
    canvas.text({place.x, place.y, place.w, place.h - (frame.is_phone ? 0 : 1)},
                frame.style(sizes::small, color, face), view.title(), Align::Center);
    if (is_shown) {
      const float wide = frame.is_phone ? place.w - 28 : std::ceil(text);
      const float left = std::floor(place.x + (place.w - wide) / 2);
      canvas.fill({left, frame.is_phone ? rect.y : rect.y + rect.h - 2, wide, 2}, theme.accent);
    }
    canvas.focus_ring(id, {place.x + 4, place.y + 7, place.w - 8, place.h - 14},
                      theme.radius_control);
    canvas.close();
  }
  canvas.close();
}

bool TabRow::press(Deed& deed, const Views& views, Key key) {
  const std::vector<const View*> tabs = offered(views, deed.session.view_model());
  const bool is_on_tab = std::any_of(nodes_.begin(), nodes_.end(),
                                     [&](const auto& node) { return node.first == deed.focus; });
  const bool is_back = key == Key::PreviousView || (is_on_tab && key == Key::Left);
  const bool is_on = key == Key::NextView || (is_on_tab && key == Key::Right);
  if ((!is_back && !is_on) || tabs.size() < 2) return false;
  std::size_t at = 0;
  while (at + 1 < tabs.size() && tabs[at]->which() != deed.session.state().view) ++at;
  at = (at + (is_on ? 1 : tabs.size() - 1)) % tabs.size();
  deed.out.actions.push_back(app::SetView{tabs[at]->which()});
  if (!is_on_tab) return true;
  for (const auto& [node, view] : nodes_) {
    if (view == tabs[at]->which()) deed.out.effects.push_back(FocusNode{node});
  }
  return true;
}

}  // namespace lamplight::ui
