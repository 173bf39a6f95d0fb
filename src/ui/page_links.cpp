// Page links: to the page without the canvas, and to the headings on it.
#include "ui/frame.h"
#include "ui/widgets.h"

namespace lamplight::ui {

float draw_page_link(Frame& frame, const Rect& rect) {
  if (frame.page_links.empty()) return 0;
  Canvas& canvas = frame.canvas;
  const PageLink& page = frame.page_links.front();
  // What was found is there again on the way back.
  const std::string state = frame.session.url();
  const std::string url = state.empty() ? page.url : page.url + "#" + state;
  Button link;
  link.key = "plain-page";
  link.rect = rect;
  link.look = Look::Quiet;
  link.url = url;
  if (rect.w > 0) {
    link.label = page.title;
    link.before = Icon::Page;
  } else {
    link.text = page.title;
    link.size = sizes::meta;
    link.padding = 6;
    link.rect.w = button_width(canvas, link);
  }
  draw_button(canvas, link);
  return link.rect.w;
}

float draw_heading_links(Frame& frame, float y, float width) {
  if (frame.page_links.size() < 2) return y;
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const Rect rect = {12, y, width - 24, 17};
  Node& group = canvas.open(Role::Group, "headings", rect);
  group.label = "On the plain page";
  draw_heading(canvas, "title", rect, frame.style(sizes::meta, theme.ink3, FontFace::Bold),
               "On the plain page", 2);
  y += 17 + 8;
  const float row = canvas.is_touch() ? sizes::touch : 26;
  for (std::size_t i = 1; i < frame.page_links.size(); ++i) {
    const PageLink& heading = frame.page_links[i];
    const std::string text =
        fit_text(canvas.fonts(), FontFace::Regular, sizes::small, heading.title, rect.w - 12);
    Button link;
    link.key = heading.url;
    link.rect = {rect.x, y, rect.w, row};
    link.text = text;
    link.label = heading.title;
    link.look = Look::Quiet;
    link.align = Align::Left;
    link.padding = 6;
    link.url = heading.url;
    draw_button(canvas, link);
    y += row;
  }
  canvas.close().rect.h = y - rect.y;
  return y + 16;
}

}  // namespace lamplight::ui
