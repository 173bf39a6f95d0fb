#include "ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lamplight::ui {
namespace {

constexpr float icon_size = 11;
constexpr float icon_gap = 6;

struct Paint {
  Color fill = 0;
  Color border = 0;
  Color text = 0;
};

Paint paint_of(const Canvas& canvas, Look look, bool is_hovered, bool is_held, bool is_pressed) {
  const Theme& theme = canvas.theme();
  const Color hover = is_held ? theme.line : theme.hover;
  switch (look) {
    case Look::Outline:
      return {is_hovered ? hover : theme.panel, theme.line, theme.ink2};
    case Look::OutlineAccent:
      return {is_hovered || is_pressed ? theme.accent_bg : theme.panel,
              is_hovered || is_pressed ? theme.accent : theme.line, theme.accent};
    case Look::Primary:
      return {is_hovered ? theme.accent_hover : theme.accent, 0, theme.on_accent};
    case Look::Quiet:
      return {is_hovered || is_pressed ? hover : 0u, 0, is_hovered ? theme.ink : theme.ink2};
    case Look::Text:
      return {0, 0, is_hovered ? theme.accent_hover : theme.accent};
    case Look::Chip:
      return {theme.accent_bg, is_hovered ? theme.accent : 0u, theme.accent};
  }
  return {};
}

}  // namespace

float button_width(const Canvas& canvas, const Button& button) {
  float width = canvas.width({button.face, button.size, 0}, button.text);
  const float gap = button.text.empty() ? 0 : icon_gap;
  if (button.before != Icon::None) width += (button.text.empty() ? 16 : icon_size + 3) + gap;
  if (button.after != Icon::None) width += icon_size + gap;
  return std::ceil(width + (button.look == Look::Text ? 0 : 2 * button.padding));
}

std::uint32_t draw_button(Canvas& canvas, const Button& button) {
  const Rect& rect = button.rect;
  const Role role = button.url.empty() ? Role::Button : Role::Link;
  const Rect hit = canvas.touchable(rect);
  Node& node = canvas.open(role, button.key, hit);
  const std::uint32_t id = node.id;
  node.label = button.label.empty() ? button.text : button.label;
  node.url = button.url;
  node.flags = button.flags;
  node.font_size = button.size;
  // A link outside needs no command: the browser follows it, natively a click does.
  if (std::holds_alternative<std::monostate>(button.command) && !button.url.empty()) {
    const std::uint32_t flags = node.flags;
    canvas.bind(node, hit, Effect{OpenLink{std::string(button.url)}});
    node.flags = flags;
  } else {
    canvas.bind(node, hit, button.command);
  }
  const bool is_hovered = canvas.is_hovered(id);
  const Paint paint = paint_of(canvas, button.look, is_hovered, canvas.is_held(id),
                               (button.flags & flag_expanded) != 0);
  const float radius = button.look == Look::Chip ? rect.h / 2
                       : rect.h > 34             ? canvas.theme().radius_field
                                                 : canvas.theme().radius_control;
  if (paint.fill != 0) canvas.fill(rect, paint.fill, radius);
  if (paint.border != 0) canvas.outline(rect, paint.border, radius);
  const TextStyle style = {button.face, button.size, paint.text};
  const bool is_icon_only = button.text.empty();
  const float before = is_icon_only ? 16 : icon_size + 3;
  float icons = 0;
  if (button.before != Icon::None) icons += before + (is_icon_only ? 0 : icon_gap);
  if (button.after != Icon::None) icons += icon_size + icon_gap;
  // A text that is wider than the button is whole in the node's label.
  float text_width = canvas.width(style, button.text);
  const float room = std::max(0.0f, rect.w - icons - (button.look == Look::Text ? 0 : 8));
  std::string fitted;
  std::string_view text = button.text;
  if (text_width > room + 1) {
    fitted = fit_text(canvas.fonts(), style.face, style.size, text, room);
    text = fitted;
    text_width = canvas.width(style, text);
  }
  const float content = text_width + icons;
  float x = rect.x;
  if (button.align == Align::Center) x += (rect.w - content) / 2;
  if (button.align == Align::Left && button.look != Look::Text) x += button.padding;
  if (button.before != Icon::None) {
    canvas.icon(button.before, {x, rect.y + (rect.h - before) / 2, before, before}, paint.text);
    x += before + icon_gap;
  }
  if (!is_icon_only) {
    canvas.text({x, rect.y, text_width, rect.h}, style, text);
    if (button.look == Look::Text && is_hovered) {
      const float base = rect.y + rect.h / 2 + button.size * 0.5f;
      canvas.fill({std::floor(x), std::floor(base), text_width, 1}, paint.text);
    }
    x += text_width + icon_gap;
  }
  if (button.after != Icon::None) {
    const float size = button.after == Icon::Cross ? icon_size - 1 : icon_size;
    canvas.icon(button.after, {x, rect.y + (rect.h - size) / 2, size, size}, paint.text);
  }
  canvas.focus_ring(id, rect, radius);
  canvas.close();
  return id;
}

void draw_check_box(Canvas& canvas, const Rect& box, bool is_checked, bool is_hovered) {
  const Theme& theme = canvas.theme();
  if (is_checked) {
    canvas.fill(box, theme.accent, theme.radius_tag);
    canvas.icon(Icon::Check, {box.x + 1.5f, box.y + 1.5f, 11, 11}, theme.on_accent);
  } else {
    canvas.outline(box, is_hovered ? theme.accent : theme.ink3, theme.radius_tag, 1.25f);
  }
}

void draw_check(Canvas& canvas, const Check& check) {
  const Theme& theme = canvas.theme();
  const Rect& rect = check.rect;
  Node& node = canvas.open(Role::Checkbox, check.key, rect);
  const std::uint32_t id = node.id;
  node.label = check.text;
  const std::string count = check.has_count ? std::to_string(check.count) : std::string();
  node.value = count;
  node.font_size = sizes::small;
  if (check.is_checked) node.flags |= flag_checked;
  canvas.bind(node, rect, check.command);
  Color ground = theme.panel;
  if (check.is_checked) {
    ground = theme.accent_bg;
  } else if (canvas.is_hovered(id)) {
    ground = theme.hover;
  }
  if (ground != theme.panel) canvas.fill(rect, ground, theme.radius_control);
  const Color quiet = quiet_ink(theme, ground);
  const float middle = rect.y + rect.h / 2;
  float x = rect.x + 6 + check.indent;
  draw_check_box(canvas, {x, middle - 7, 14, 14}, check.is_checked, canvas.is_hovered(id));
  x += 22;
  if (!check.color.empty()) {
    canvas.fill({x, middle - 4, 8, 8}, category_color(theme, check.color), 2);
    x += 16;
  }
  const bool is_empty = check.has_count && check.count == 0 && !check.is_checked;
  const TextStyle count_style = {FontFace::Regular, sizes::small, quiet};
  const float count_width = canvas.width(count_style, count);
  const float room = rect.x + rect.w - 6 - count_width - 8 - x;
  const TextStyle style = {FontFace::Regular, sizes::small, is_empty ? quiet : theme.ink};
  const float needed = canvas.width(style, check.text);
  if (needed <= room) {
    canvas.text({x, rect.y, needed, rect.h}, style, check.text);
  } else {
    // The whole name is the node's label; the row itself stays one line.
    canvas.text({x, rect.y, room, rect.h}, style,
                fit_text(canvas.fonts(), style.face, style.size, check.text, room));
  }
  if (check.has_count) {
    const Rect box = {rect.x + rect.w - 6 - count_width, rect.y, count_width, rect.h};
    canvas.text(box, count_style, count);
  }
  canvas.focus_ring(id, rect, theme.radius_control);
  canvas.close();
}

namespace {

std::string_view chosen_title(const Choice& choice) {
  for (std::size_t i = 0; i + 1 < choice.options.size(); i += 2) {
    if (choice.options[i] == choice.value) return choice.options[i + 1];
  }
  return choice.value;
}

}  // namespace

float choice_width(const Canvas& canvas, const Choice& choice) {
  const TextStyle style = {FontFace::Regular, sizes::small, 0};
  const float text = canvas.width(style, choice.prefix) + canvas.width(style, chosen_title(choice));
  return std::ceil(text + 6 + 9 + (choice.has_border ? 22 : 12));
}

void draw_choice(Frame& frame, Choice choice) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = canvas.theme();
  const Rect& rect = choice.rect;
  const Rect hit = canvas.touchable(rect);
  Node& node = canvas.open(Role::Select, choice.key, hit);
  const std::uint32_t id = node.id;
  node.label = choice.label;
  node.value = choice.value;
  node.options = choice.options;
  node.font_size = sizes::small;
  const bool is_open = frame.menu.node == id && id != 0;
  if (is_open) node.flags |= flag_expanded;
  canvas.bind_value(node, hit, choice.kind);
  const bool is_hovered = canvas.is_hovered(id) || is_open;
  if (choice.has_border) {
    canvas.fill(rect, is_hovered ? theme.hover : theme.panel, theme.radius_control);
    canvas.outline(rect, theme.line, theme.radius_control);
  } else if (is_hovered) {
    canvas.fill(rect, theme.hover, theme.radius_control);
  }
  const TextStyle style = {FontFace::Regular, sizes::small, theme.ink2};
  float x = rect.x + (choice.has_border ? 11 : 6);
  if (!choice.prefix.empty()) x += canvas.text({x, rect.y, 0, rect.h}, style, choice.prefix);
  x += canvas.text({x, rect.y, 0, rect.h}, style, chosen_title(choice));
  canvas.icon(Icon::ChevronDown, {x + 6, rect.y + rect.h / 2 - 4, 9, 9}, theme.ink2);
  canvas.focus_ring(id, rect, theme.radius_control);
  canvas.close();
  if (is_open) {
    frame.menu.anchor = canvas.to_window(rect);
    frame.menu.kind = choice.kind;
    frame.menu.value = choice.value;
    frame.menu.options = std::move(choice.options);
  }
}

void draw_backdrop(Canvas& canvas, std::string_view key, std::string_view label, Command command) {
  const Rect window = {0, 0, canvas.input().width, canvas.input().height};
  Node& node = canvas.leaf(Role::Button, key, window);
  node.label = label;
  node.flags |= flag_decorative;
  canvas.bind(node, window, std::move(command));
}

float tag_width(const Canvas& canvas, const app::TagView& tag) {
  return std::ceil(canvas.width({FontFace::Bold, sizes::tag, 0}, tag.text)) + 12;
}

float draw_tag(Canvas& canvas, float x, float y, const app::TagView& tag) {
  const Theme& theme = canvas.theme();
  const bool is_good = tag.kind == app::TagKind::Good;
  const float width = tag_width(canvas, tag);
  const Rect rect = {std::floor(x), y, width, 16};
  canvas.fill(rect, is_good ? theme.good_bg : theme.warn_bg, theme.radius_tag);
  canvas.text(rect, {FontFace::Bold, sizes::tag, is_good ? theme.good : theme.warn}, tag.text,
              Align::Center);
  return width;
}

float chip_width(const Canvas& canvas, std::string_view text) {
  return std::ceil(canvas.width({FontFace::Regular, sizes::tag, 0}, text)) + 12;
}

float draw_chip(Canvas& canvas, float x, float y, std::string_view text) {
  const Theme& theme = canvas.theme();
  const float width = chip_width(canvas, text);
  const Rect rect = {std::floor(x), y, width, 16};
  canvas.outline(rect, theme.line, theme.radius_tag);
  canvas.text(rect, {FontFace::Regular, sizes::tag, theme.ink2}, text, Align::Center);
  return width;
}

void draw_heading(Canvas& canvas, std::string_view key, const Rect& rect, const TextStyle& style,
                  std::string_view text, std::uint8_t level) {
  Node& node = canvas.open(Role::Heading, key, rect);
  node.label = text;
  node.level = level;
  canvas.text(rect, style, text);
  canvas.close();
}

Command command_for(ValueKind kind, std::string_view value) {
  switch (kind) {
    case ValueKind::None:
      return {};
    case ValueKind::Query:
      return app::Action{app::SetQuery{std::string(value)}};
    case ValueKind::Snapshot:
      return app::Action{app::SetSnapshot{std::string(value)}};
    case ValueKind::Sort: {
      std::vector<std::string> wrong;
      app::SortKeys keys = app::parse_sort(value, {}, wrong);
      // An order that is chosen already may be by columns that only the list knows.
      if (!wrong.empty()) return {};
      return app::Action{app::SetSort{std::move(keys)}};
    }
    case ValueKind::Years:
      if (value.empty()) return app::Action{app::SetYears{}};
      if (const std::optional<YearRange> years = parse_year_range(value)) {
        return app::Action{app::SetYears{*years}};
      }
      return {};
  }
  return {};
}

}  // namespace lamplight::ui
