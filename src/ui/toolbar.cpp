// Toolbar: how many works are shown, the filters as chips, the order; and above it what could
// not be understood.
#include <algorithm>
#include <cmath>
#include <string>

#include "ui/views.h"
#include "ui/widgets.h"

namespace lamplight::ui {
namespace {

// Lets things flow from left to right and into further lines.
class Flow {
 public:
  Flow(float left, float right, float top, float line_height, float gap)
      : left_(left), right_(right), x_(left), y_(top), line_height_(line_height), gap_(gap) {}
  // Rectangle of the next thing, as high as a line.
  Rect next(float width) {
    if (x_ > left_ && x_ + width > right_) {
      x_ = left_;
      y_ += line_height_;
    }
    const Rect place = {x_, y_, std::min(width, right_ - left_), line_height_};
    x_ += width + gap_;
    return place;
  }
  [[nodiscard]] float bottom() const { return y_ + line_height_; }

 private:
  float left_, right_, x_, y_, line_height_, gap_;
};

Rect centred(const Rect& place, float height) {
  return {place.x, std::floor(place.y + (place.h - height) / 2), place.w, height};
}

void draw_count(Frame& frame, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  Node& status = canvas.open(Role::Status, "count", rect);
  status.label = frame.model.count_text;
  canvas.text(rect, frame.style(sizes::small, frame.theme().ink, FontFace::Bold),
              frame.model.count_text);
  canvas.close();
}

void draw_chip(Frame& frame, const app::ChipView& chip, Flow& flow, std::string_view key) {
  Canvas& canvas = frame.canvas;
  const std::string label = "Remove filter " + chip.text;
  Button button;
  button.key = key;
  button.text = chip.text;
  button.label = label;
  button.look = Look::Chip;
  button.size = sizes::meta;
  button.after = Icon::Cross;
  button.padding = 10;
  button.command = chip.remove;
  button.rect = centred(flow.next(button_width(canvas, button)), canvas.is_touch() ? 32 : 24);
  draw_button(canvas, button);
}

void draw_chips(Frame& frame, Flow& flow) {
  for (const app::ChipView& chip : frame.model.chips) draw_chip(frame, chip, flow, chip.text);
}

Button clear_button() {
  Button clear;
  clear.key = "clear";
  clear.text = "Clear all";
  clear.label = "Clear all filters";
  clear.look = Look::Text;
  clear.command = app::Action{app::ClearFilters{}};
  return clear;
}

// Opens the drawer of filters.
void draw_filters_button(Frame& frame, Flow& flow, float height) {
  const std::size_t chosen = frame.model.chips.size();
  const std::string text = chosen > 0 ? "Filters · " + std::to_string(chosen) : "Filters";
  Button filters;
  filters.key = "filters";
  filters.text = text;
  filters.look = Look::OutlineAccent;
  filters.before = Icon::Filter;
  filters.flags = frame.is_filters_open ? flag_expanded : flag_collapsed;
  filters.command = ShowFilters{true};
  filters.rect = centred(flow.next(button_width(frame.canvas, filters)), height);
  draw_button(frame.canvas, filters);
}

// A guest's: search, filters, what is chosen, how many that gives.
float draw_guest_toolbar(Frame& frame, View& view, SearchField& search, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  const float left = rect.x + 16;
  const Rect line = {left, rect.y + 8, std::max(0.0f, rect.w - 32), 32};
  const float tools = view.tools_width(frame);
  Flow flow(left, line.x + line.w - tools - 12, rect.y + 8, 32, 8);
  draw_search(frame, search, centred(flow.next(std::min(252.0f, rect.w * 0.4f)), 34));
  if (!frame.has_sidebar) draw_filters_button(frame, flow, 34);
  draw_chips(frame, flow);
  const TextStyle style = frame.style(sizes::small, frame.theme().ink, FontFace::Bold);
  Rect count = flow.next(std::ceil(canvas.width(style, frame.model.count_text)) + 8);
  count.x += 8;
  count.w -= 8;
  draw_count(frame, count);
  view.draw_tools(frame, line);
  return flow.bottom() + 8 - rect.y;
}

float draw_phone_toolbar(Frame& frame, View& view, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  const bool is_short = view.has_short_toolbar();
  Flow flow(rect.x + 14, rect.x + rect.w - 14, rect.y + 4, 44, is_short ? 12 : 8);
  draw_filters_button(frame, flow, 36);
  const TextStyle style = frame.style(sizes::small, frame.theme().ink, FontFace::Bold);
  const float width = canvas.width(style, frame.model.count_text);
  if (is_short) {
    draw_count(frame, flow.next(width));
    view.draw_tools(frame, {rect.x, rect.y + 4, rect.w - 14, 44});
    return 52;
  }
  draw_chips(frame, flow);
  const float y = flow.bottom();
  draw_count(frame, {rect.x + 14, y, width, sizes::touch});
  if (!frame.model.chips.empty()) {
    Button clear = clear_button();
    clear.rect = {rect.x + 14 + width + 14, y + 10, button_width(canvas, clear), 24};
    draw_button(canvas, clear);
  }
  view.draw_tools(frame, {rect.x, y, rect.w - 8, sizes::touch});
  // As high as the targets in it.
  return y + sizes::touch - rect.y;
}

}  // namespace

float draw_toolbar(Frame& frame, View& view, SearchField* search, const Rect& rect) {
  if (frame.is_phone) return draw_phone_toolbar(frame, view, rect);
  if (search != nullptr) return draw_guest_toolbar(frame, view, *search, rect);
  Canvas& canvas = frame.canvas;
  const TextStyle style = frame.style(sizes::small, frame.theme().ink, FontFace::Bold);
  const float count = std::ceil(canvas.width(style, frame.model.count_text));
  draw_count(frame, {rect.x + 16, rect.y + 8, count, 32});
  const float left = rect.x + 16 + count + 10;
  // The chips flow in what the tools leave; in reading order, they come first.
  const Rect line = {left, rect.y + 8, std::max(0.0f, rect.x + rect.w - 16 - left), 32};
  const float tools = view.tools_width(frame);
  Flow flow(left, line.x + line.w - tools - 12, rect.y + 8, 32, 8);
  draw_chips(frame, flow);
  if (!frame.model.chips.empty()) {
    Button clear = clear_button();
    clear.rect = centred(flow.next(button_width(canvas, clear)), 24);
    draw_button(canvas, clear);
  }
  view.draw_tools(frame, line);
  return flow.bottom() + 8 - rect.y;
}

float draw_preparing(Frame& frame, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const app::PreparingView& preparing = *frame.model.preparing;
  const float side = frame.is_phone ? 14 : 16;
  const float row = canvas.is_touch() ? sizes::touch : 32;
  const float height = row + (canvas.is_touch() ? 12 : 16);
  const float y = rect.y + std::floor((height - row) / 2);
  Button button;
  button.key = "preparing";
  button.text = preparing.is_cancelled ? "Prepare the search" : "Cancel";
  button.label = preparing.is_cancelled ? "" : "Cancel preparing the search";
  button.look = Look::OutlineAccent;
  button.command = app::Action{app::SetPreparing{preparing.is_cancelled}};
  const float width = button_width(canvas, button);
  const float high = canvas.is_touch() ? 36 : 28;
  button.rect = {rect.x + rect.w - side - width, y + (row - high) / 2, width, high};
  float x = rect.x + side;
  const float right = button.rect.x - 12;
  const TextStyle bold = frame.style(sizes::small, theme.ink, FontFace::Bold);
  const float count = std::ceil(canvas.width(bold, frame.model.count_text));
  const int percent = std::clamp(static_cast<int>(preparing.part * 100), 0, 100);
  const std::string text = preparing.is_cancelled
                               ? "Search is off for this long list"
                               : "Preparing the search… " + std::to_string(percent) + "%";
  const TextStyle style = frame.style(sizes::small, theme.ink2);
  const float needed = canvas.width(style, text);
  // A narrow window has no room for both.
  if (x + count + 12 + needed <= right) {
    draw_count(frame, {x, y, count, row});
    x += count + 12;
  }
  const float room = std::max(0.0f, right - x);
  canvas.text({x, y, std::min(needed, room), row}, style,
              fit_text(canvas.fonts(), style.face, style.size, text, room));
  draw_button(canvas, button);
  if (!preparing.is_cancelled) {
    const Rect bar = {rect.x, rect.y + height - 3, rect.w, 3};
    Node& node = canvas.leaf(Role::ProgressBar, "preparing", bar);
    node.label = "Preparing the search";
    node.value = std::to_string(percent);
    canvas.fill(bar, theme.line);
    // By whole percents: between two of them, nothing needs to be drawn.
    canvas.fill({bar.x, bar.y, std::floor(bar.w * static_cast<float>(percent) / 100), bar.h},
                theme.accent);
  }
  return height;
}

float draw_corrections(Frame& frame, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const float side = frame.is_phone ? 14 : 16;
  const float line = 20;
  float y = rect.y;
  for (std::size_t i = 0; i < frame.model.corrections.size(); ++i) {
    const app::CorrectionView& correction = frame.model.corrections[i];
    const std::string key = "correction" + std::to_string(i);
    const TextStyle style = frame.style(sizes::small, theme.ink2);
    const TextRun run = {correction.text, style.face};
    const float room = rect.w - 2 * side;
    const Paragraph lines = canvas.paragraph(&run, 1, style.size, room);
    Button accept;
    accept.key = key;
    accept.text = correction.label;
    accept.look = Look::Text;
    accept.align = Align::Left;
    accept.command = correction.accept;
    const float width = std::min(room, button_width(canvas, accept));
    const float button = canvas.is_touch() ? sizes::touch : 24;
    const float text_height = static_cast<float>(lines.lines) * line;
    const bool is_beside = lines.lines == 1 && lines.last_width + 16 + width <= room;
    const float row = is_beside ? std::max(36.0f, button) : text_height + button + 8;
    canvas.line(rect.x, y + row - 1, rect.x + rect.w, y + row - 1, theme.line);
    if (i == 0) canvas.line(rect.x, y, rect.x + rect.w, y, theme.line);
    const float text_y = y + (is_beside ? std::floor((row - line) / 2) : 8);
    Node& status = canvas.open(Role::Status, key, {rect.x + side, text_y, room, text_height});
    status.label = correction.text;
    canvas.wrapped(rect.x + side, text_y, room, style, line, correction.text);
    canvas.close();
    accept.rect = is_beside ? Rect{rect.x + side + std::ceil(lines.last_width) + 16,
                                   y + (row - button) / 2, width, button}
                            : Rect{rect.x + side, text_y + text_height, width, button};
    draw_button(canvas, accept);
    y += row;
  }
  return y - rect.y;
}

float draw_notices(Frame& frame, const std::vector<std::string>& dismissed, const Rect& rect) {
  std::string text;
  for (const std::string& notice : frame.model.notices) {
    if (std::find(dismissed.begin(), dismissed.end(), notice) != dismissed.end()) continue;
    if (!text.empty()) text += ' ';
    text += notice;
  }
  if (text.empty()) return 0;
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const TextStyle style = frame.style(sizes::small, theme.warn);
  const TextRun run = {text, style.face};
  const float room = rect.w - 16 - 52;
  const int lines = canvas.paragraph(&run, 1, style.size, room).lines;
  const float height = static_cast<float>(lines) * 19 + 17;
  const Rect bar = {rect.x, rect.y, rect.w, height};
  canvas.fill(bar, theme.warn_bg);
  Node& status = canvas.open(Role::Status, "notices", bar);
  status.label = text;
  canvas.wrapped(rect.x + 16, rect.y + 8, room, style, 19, text);
  canvas.close();
  Button dismiss;
  dismiss.key = "dismiss";
  dismiss.rect = {rect.x + rect.w - 42, rect.y + 4, 28, 28};
  dismiss.label = "Dismiss";
  dismiss.look = Look::Quiet;
  dismiss.before = Icon::Cross;
  dismiss.command = DismissNotices{};
  draw_button(canvas, dismiss);
  return height;
}

}  // namespace lamplight::ui
