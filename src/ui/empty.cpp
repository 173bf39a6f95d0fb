// Empty: what is said where no work is shown, and what would help.
#include <algorithm>
#include <cmath>
#include <string>

#include "ui/frame.h"
#include "ui/widgets.h"

namespace lamplight::ui {

void draw_empty(Frame& frame, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const app::ViewModel& model = frame.model;
  const bool is_empty_list = model.all_works == 0;
  const float width = std::min(520.0f, rect.w - 48);
  const float x = std::floor(rect.x + (rect.w - width) / 2);
  float y = rect.y + std::min(96.0f, rect.h * 0.16f);
  canvas.icon(Icon::Search, {x + width / 2 - 16, y, 32, 32}, theme.ink3);
  y += 48;
  const std::string_view heading =
      is_empty_list ? "There is nothing in this list yet" : "No work matches all of this";
  Node& node = canvas.open(Role::Heading, "empty", {x, y, width, 24});
  node.label = heading;
  node.level = 2;
  canvas.text({x, y, width, 24}, frame.style(sizes::title, theme.ink, FontFace::Bold), heading,
              Align::Center);
  canvas.close();
  y += 32;
  if (is_empty_list || model.rescues.empty()) {
    const std::string_view hint =
        is_empty_list ? "Add a bullet with a link to the Markdown, and it will show here."
                      : "Try fewer or other words.";
    canvas.text({x, y, width, 20}, frame.style(sizes::body, theme.ink2), hint, Align::Center);
    return;
  }
  const float height = canvas.is_touch() ? 44 : 36;
  for (std::size_t i = 0; i < model.rescues.size(); ++i) {
    const app::RescueView& rescue = model.rescues[i];
    Button button;
    const std::string key = "rescue" + std::to_string(i);
    button.key = key;
    button.label = button.text = rescue.text;
    button.look = Look::OutlineAccent;
    button.command = rescue.action;
    float needed = button_width(canvas, button);
    std::string fitted;
    if (needed > width) {
      // How many works there are is the point of it: cut is what stands before that.
      const std::size_t count = rescue.text.rfind(": ");
      const TextStyle style = {button.face, button.size, theme.ink};
      const float room = canvas.width(style, button.text.substr(0, count)) - (needed - width);
      fitted = fit_text(canvas.fonts(), style.face, style.size, button.text.substr(0, count), room);
      button.text = fitted.append(button.text.substr(count));
      needed = width;
    }
    button.rect = {std::floor(x + (width - needed) / 2), y, needed, height};
    draw_button(canvas, button);
    y += height + 8;
  }
}

}  // namespace lamplight::ui
