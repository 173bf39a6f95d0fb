// Footer: what the catalog holds, and the keys.
#include "ui/frame.h"
#include "ui/widgets.h"

namespace lamplight::ui {

void draw_footer(Frame& frame, std::string_view key_hint, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  canvas.line(0, rect.y, rect.w, rect.y, theme.line);
  canvas.open(frame.is_guest ? Role::Group : Role::ContentInfo, "footer", rect);
  const TextStyle style = frame.style(sizes::meta, theme.ink3);
  const Rect inner = {16, rect.y + 1, rect.w - 32, rect.h - 1};
  float left = canvas.text(inner, style, frame.model.footer);
  left += draw_page_link(frame, {inner.x + left + 10, inner.y, 0, inner.h});
  const std::string keys = std::string(key_hint) + " · ? keys";
  if (canvas.input().has_pointer_hover && left + canvas.width(style, keys) + 48 < inner.w) {
    Button button;
    button.key = "keys";
    button.text = keys;
    button.label = "Keyboard shortcuts";
    button.look = Look::Quiet;
    button.size = sizes::meta;
    button.padding = 6;
    const float width = button_width(canvas, button);
    button.rect = {rect.w - 10 - width, rect.y + 3, width, rect.h - 5};
    button.command = ShowKeys{true};
    draw_button(canvas, button);
  }
  canvas.close();
}

}  // namespace lamplight::ui
