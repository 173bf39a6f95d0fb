#include "ui/canvas.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/assert.h"
#include "base/text_kind.h"

namespace lamplight::ui {
namespace {

ImVec2 top_left(const Rect& rect) { return {rect.x, rect.y}; }
ImVec2 bottom_right(const Rect& rect) { return {rect.x + rect.w, rect.y + rect.h}; }

bool contains(const Rect& rect, float x, float y) {
  return x >= rect.x && y >= rect.y && x < rect.x + rect.w && y < rect.y + rect.h;
}

// Texts begin at whole pixels; a piece of a line does where those before it end.
float text_left(const TextStyle& style, float x) {
  return style.direction == Direction::Auto ? std::floor(x) : x;
}

// A window of almost no size leaves less than nothing for some of its parts.
Rect not_inside_out(const Rect& rect) {
  return {rect.x, rect.y, std::max(0.0f, rect.w), std::max(0.0f, rect.h)};
}

Rect intersect(const Rect& a, const Rect& b) {
  const float x0 = std::max(a.x, b.x);
  const float y0 = std::max(a.y, b.y);
  const float x1 = std::min(a.x + a.w, b.x + b.w);
  const float y1 = std::min(a.y + a.h, b.y + b.h);
  return {x0, y0, std::max(0.0f, x1 - x0), std::max(0.0f, y1 - y0)};
}

}  // namespace

void Scroll::clamp() {
  y = std::clamp(y, 0.0, std::max(0.0, static_cast<double>(content_height - view_height)));
  x = std::clamp(x, 0.0f, std::max(0.0f, content_width - view_width));
}

void Scroll::show(double top, double bottom) {
  if (bottom > y + view_height) y = bottom - view_height;
  if (top < y) y = top;
}

void Canvas::begin_frame(ImDrawList& draw, const Theme& theme, const FontSet& fonts,
                         const FrameInput& input) {
  draw_ = &draw;
  theme_ = &theme;
  fonts_ = fonts;
  input_ = input;
  is_touch_ = !input.has_pointer_hover || input.width < sizes::sidebar_as_drawer;
  is_muted_ = false;
  dx_ = dy_ = 0;
  scroll_ = nullptr;
  targets_.clear();
  glyphs_.clear();
  scrolls_.clear();
  cut_.owner = 0;
  clips_.assign(1, Rect{0, 0, input.width, input.height});
  recorder_.begin_frame();
}

bool Canvas::end_frame() { return recorder_.end_frame(); }

Node& Canvas::muted_node() {
  scratch_ = Node{};
  return scratch_;
}

Node& Canvas::open(Role role, std::string_view key, const Rect& rect) {
  Node& node = is_muted_ ? muted_node() : recorder_.open(role, key);
  node.rect = not_inside_out(rect);
  return node;
}

Node& Canvas::close() { return is_muted_ ? muted_node() : recorder_.close(); }

Node& Canvas::leaf(Role role, std::string_view key, const Rect& rect) {
  Node& node = is_muted_ ? muted_node() : recorder_.leaf(role, key);
  node.rect = not_inside_out(rect);
  return node;
}

void Canvas::bind(Node& node, const Rect& hit, Command command) {
  if (is_muted_) return;
  node.flags |= flag_activates;
  targets_.push_back({.id = node.id,
                      .rect = intersect(to_window(hit), clips_.back()),
                      .role = node.role,
                      .command = std::move(command)});
}

void Canvas::bind_value(Node& node, const Rect& hit, ValueKind kind) {
  if (is_muted_) return;
  targets_.push_back({.id = node.id,
                      .rect = intersect(to_window(hit), clips_.back()),
                      .role = node.role,
                      .command = {},
                      .value = kind});
}

const Target* Canvas::find_target(std::uint32_t id) const {
  for (const Target& target : targets_) {
    if (target.id == id) return &target;
  }
  return nullptr;
}

const Target* Canvas::target_at(float x, float y) const {
  for (std::size_t i = targets_.size(); i > 0; --i) {
    if (contains(targets_[i - 1].rect, x, y)) return &targets_[i - 1];
  }
  return nullptr;
}

void Canvas::scroll_by_wheel(const Rect& rect, Scroll& scroll) {
  if (input_.has_dom || input_.pointer.wheel == 0 || is_muted_ || !input_.pointer.is_inside ||
      !contains(rect, input_.pointer.x, input_.pointer.y)) {
    return;
  }
  constexpr double notch = 96;
  scroll.y -= static_cast<double>(input_.pointer.wheel) * notch;
  input_.pointer.wheel = 0;
}

void Canvas::begin_scroller(std::string_view key, std::string_view label, const Rect& rect,
                            Scroll& scroll) {
  scroll.view_height = rect.h;
  scroll.view_width = rect.w;
  scroll_by_wheel(rect, scroll);
  scroll.clamp();
  Node& node = open(Role::Scroller, key, rect);
  node.label = label;
  if (!is_muted_) {
    scroll.node = node.id;
    scrolls_.push_back(&scroll);
  }
  clip(rect);
  scroll_ = &scroll;
  scroll_rect_ = rect;
  dx_ = rect.x - std::floor(scroll.x + 0.5f);
  // Whole pixels keep the text crisp.
  dy_ = rect.y - static_cast<float>(std::floor(scroll.y + 0.5));
}

void Canvas::end_scroller(float content_height, float content_width) {
  scroll_->content_height = content_height;
  scroll_->content_width = content_width;
  scroll_->clamp();
  dx_ = dy_ = 0;
  end_clip();
  if (!input_.has_dom && !is_muted_) scroll_bar(scroll_rect_, *scroll_);
  Node& node = close();
  node.content_height = content_height;
  node.scroll_y = static_cast<float>(scroll_->y);
  node.content_width = content_width;
  node.scroll_x = scroll_->x;
  scroll_ = nullptr;
}

void Canvas::scroll_bar(const Rect& rect, Scroll& scroll) {
  if (scroll.content_height <= rect.h + 0.5f) {
    scroll.grabbed_at = -1;
    return;
  }
  const float range = scroll.content_height - rect.h;
  const float length = std::max(32.0f, rect.h * rect.h / scroll.content_height);
  const float travel = rect.h - length - 4;
  const auto top = [&] { return rect.y + 2 + travel * static_cast<float>(scroll.y) / range; };
  const Rect strip = {rect.x + rect.w - 12, rect.y, 12, rect.h};
  const bool is_over =
      input_.pointer.is_inside && contains(strip, input_.pointer.x, input_.pointer.y);
  if (is_over && input_.pointer.was_pressed) {
    const float at = input_.pointer.y - top();
    scroll.grabbed_at = at >= 0 && at < length ? at : length / 2;
  }
  if (!input_.pointer.is_down) scroll.grabbed_at = -1;
  if (scroll.grabbed_at >= 0) {
    const float part = (input_.pointer.y - scroll.grabbed_at - rect.y - 2) / std::max(1.0f, travel);
    scroll.y = static_cast<double>(part) * static_cast<double>(range);
    scroll.clamp();
  }
  const bool is_wide = is_over || scroll.grabbed_at >= 0;
  const float thickness = is_wide ? 8.0f : 5.0f;
  fill({rect.x + rect.w - thickness - 2, top(), thickness, length},
       fade(theme_->ink3, is_wide ? 0.6f : 0.35f), thickness / 2);
}

Scroll* Canvas::find_scroll(std::uint32_t node) const {
  for (Scroll* scroll : scrolls_) {
    if (scroll->node == node) return scroll;
  }
  return nullptr;
}

bool Canvas::is_visible(float top, float height) const {
  const Rect& seen = clips_.back();
  return top + dy_ < seen.y + seen.h && top + height + dy_ > seen.y;
}

Rect Canvas::to_window(const Rect& rect) const {
  return {rect.x + dx_, rect.y + dy_, rect.w, rect.h};
}

Rect Canvas::touchable(const Rect& rect) const {
  if (!is_touch_) return rect;
  const float w = std::max(rect.w, sizes::touch);
  const float h = std::max(rect.h, sizes::touch);
  return {rect.x - (w - rect.w) / 2, rect.y - (h - rect.h) / 2, w, h};
}

void Canvas::clip(const Rect& rect) {
  const Rect inner = intersect(to_window(rect), clips_.back());
  clips_.push_back(inner);
  draw_->PushClipRect(top_left(inner), bottom_right(inner), true);
}

void Canvas::end_clip() {
  draw_->PopClipRect();
  clips_.pop_back();
}

bool Canvas::is_seen(const Rect& at) const {
  const Rect& seen = clips_.back();
  return at.y < seen.y + seen.h && at.y + at.h > seen.y;
}

void Canvas::fill(const Rect& rect, Color color, float radius) {
  const Rect at = to_window(rect);
  if (!is_seen(at)) return;
  draw_->AddRectFilled(top_left(at), bottom_right(at), color, radius);
}

int Canvas::begin_fill(float x, float y, float width, Color color) {
  const int first_vertex = draw_->VtxBuffer.Size;
  const Rect at = to_window({x, y, width, 0});
  draw_->AddRectFilled(top_left(at), bottom_right(at), color);
  return first_vertex;
}

void Canvas::end_fill(int fill, float bottom) {
  // The last two of a rectangle's corners.
  for (const int corner : {2, 3}) draw_->VtxBuffer[fill + corner].pos.y = bottom + dy_;
}

void Canvas::outline(const Rect& rect, Color color, float radius, float thickness) {
  const Rect at = to_window(rect);
  if (!is_seen(at)) return;
  draw_->AddRect(top_left(at), bottom_right(at), color, radius, 0, thickness);
}

void Canvas::line(float x0, float y0, float x1, float y1, Color color, float thickness) {
  // A filled strip: crisp at every pixel ratio, where an anti-aliased line would be grey.
  if (y0 == y1) {
    fill({x0, y0, x1 - x0, thickness}, color);
  } else if (x0 == x1) {
    fill({x0, y0, thickness, y1 - y0}, color);
  } else {
    draw_->AddLine({x0 + dx_, y0 + dy_}, {x1 + dx_, y1 + dy_}, color, thickness);
  }
}

void Canvas::focus_ring(std::uint32_t id, const Rect& rect, float radius) {
  if (id == 0 || id != focused_ || !is_focus_shown_ || is_muted_) return;
  outline({rect.x - 2, rect.y - 2, rect.w + 4, rect.h + 4}, theme_->accent, radius + 2, 2);
}

float Canvas::width(const TextStyle& style, std::string_view text) const {
  return text_width(fonts_, style.face, style.size, text);
}

float Canvas::glyphs(const Rect& box, const TextStyle& style, std::string_view text, Align align) {
  const float advance = width(style, text);
  float x = box.x;
  if (align == Align::Center) x += (box.w - advance) / 2;
  if (align == Align::Right) x += box.w - advance;
  const Rect at = to_window({text_left(style, x), box.y, advance, box.h});
  if (is_seen(at) && !text.empty()) {
    const FontExtent extent = font_extent(fonts_, style.face, style.size);
    // As style sheets do: the text's ascent and descent share the line's spare height.
    const float spare = (box.h - extent.ascent - extent.descent) / 2;
    const float y = std::floor(at.y + spare + 0.5f);
    const int begin = draw_->VtxBuffer.Size;
    std::string visual;
    if (style.direction == Direction::Right || !is_plain(text)) {
      visual = visual_text(fonts_, text, style.direction);
      text = visual;
    }
    draw_->AddText(fonts_.face(style.face), style.size, {at.x, y}, style.color, text.data(),
                   text.data() + text.size());
    const int end = draw_->VtxBuffer.Size;
    LAMPLIGHT_ASSERT((end - begin) % 4 == 0);
    if (!glyphs_.empty() && glyphs_.back().end == begin) {
      glyphs_.back().end = end;
    } else if (begin < end) {
      glyphs_.push_back({begin, end});
    }
  }
  return advance;
}

float Canvas::text(const Rect& box, const TextStyle& style, std::string_view text, Align align) {
  const float advance = glyphs(box, style, text, align);
  float x = box.x;
  if (align == Align::Center) x += (box.w - advance) / 2;
  if (align == Align::Right) x += box.w - advance;
  Node& node = leaf(Role::Text, {}, {text_left(style, x), box.y, advance, box.h});
  node.label = text;
  node.face = style.face;
  node.font_size = style.size;
  if (style.direction == Direction::Right || !is_plain(text)) {
    const bool is_right =
        style.direction == Direction::Right ||
        (style.direction == Direction::Auto && direction_of(text) == Direction::Right);
    node.flags |= is_right ? flag_from_right : flag_from_left;
  }
  return advance;
}

float Canvas::cut_text(const Rect& box, const TextStyle& style, std::string_view text,
                       std::uint32_t owner, Align align) {
  const float needed = width(style, text);
  if (needed <= box.w + 0.5f) return this->text(box, style, text, align);
  if (owner != 0 && (owner == hovered_ || (owner == focused_ && is_focus_shown_)) && !is_muted_) {
    cut_.owner = owner;
    cut_.rect = to_window(box);
    cut_.text = text;
  }
  const std::string fitted = fit_text(fonts_, style.face, style.size, text, box.w);
  return fitted.empty() ? 0 : this->text(box, style, fitted, align);
}

bool Canvas::draw_card_of_cut_text() {
  constexpr double delay_s = 0.4;
  card_wait_s_ = 0;
  if (cut_.owner != card_owner_) {
    card_owner_ = cut_.owner;
    card_since_s_ = input_.time_s;
  }
  if (cut_.owner == 0) return false;
  const double left_s = card_since_s_ + delay_s - input_.time_s;
  if (left_s > 0) {
    card_wait_s_ = static_cast<float>(left_s);
    return true;
  }
  const TextStyle style = {FontFace::Regular, sizes::meta, theme_->ink};
  constexpr float line_height = 18;
  const TextRun run = {cut_.text, style.face};
  const float most = std::min(420.0f, input_.width - 16) - 24;
  const Paragraph lines = paragraph(&run, 1, style.size, most);
  const float w = (lines.lines > 1 ? most : lines.last_width) + 24;
  const float h = static_cast<float>(lines.lines) * line_height + 16;
  Rect rect = {cut_.rect.x - 12, cut_.rect.y + cut_.rect.h + 4, std::ceil(w), h};
  if (rect.y + h > input_.height - 4) rect.y = cut_.rect.y - h - 4;
  rect.x = std::clamp(rect.x, 4.0f, std::max(4.0f, input_.width - rect.w - 4));
  card(rect);
  // Drawn only: its node says the text already.
  const float left = rect.x + 12 - (lines.is_rtl ? most + 24 - w : 0);
  for (const Piece& piece : lines.pieces) {
    const float y = rect.y + 8 + static_cast<float>(piece.line) * line_height;
    glyphs({left + piece.x, y, piece.width, line_height}, directed(style, piece),
           std::string_view(cut_.text).substr(piece.begin, piece.end - piece.begin));
  }
  return false;
}

void Canvas::card(const Rect& rect) {
  for (int i = 1; i <= 4; ++i) {
    const auto spread = static_cast<float>(i * 2);
    fill({rect.x - spread, rect.y - spread + 3, rect.w + 2 * spread, rect.h + 2 * spread},
         theme_->shadow, theme_->radius_field + spread);
  }
  fill(rect, theme_->panel, theme_->radius_field);
  outline(rect, theme_->line, theme_->radius_field);
}

float Canvas::wrapped(float x, float y, float box_width, const TextStyle& style, float line_height,
                      std::string_view text) {
  const TextRun run = {text, style.face};
  const Paragraph lines = paragraph(&run, 1, style.size, box_width, style.direction);
  for (const Piece& piece : lines.pieces) {
    this->text(
        {x + piece.x, y + static_cast<float>(piece.line) * line_height, piece.width, line_height},
        directed(style, piece), text.substr(piece.begin, piece.end - piece.begin));
  }
  return static_cast<float>(lines.lines) * line_height;
}

}  // namespace lamplight::ui
