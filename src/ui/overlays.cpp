// Overlays: the menu of a Select where no browser opens one, and the list of keys.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "ui/frame.h"
#include "ui/widgets.h"

namespace lamplight::ui {
namespace {

struct KeyHelp {
  std::string_view keys;
  std::string_view what;
};
constexpr KeyHelp key_help[] = {
    {"/", "Search"},
    {"Up, Down", "Move through the works"},
    {"Left, Right", "Move through the links of a row"},
    {"Page up, Page down", "Move by a screen"},
    {"Home, End", "First and last"},
    {"Enter", "Open the work, go into its detail"},
    {"o", "Open the first link of the work"},
    {"[ ]", "The view before, the next view"},
    {"s", "Save the work, or unsave it"},
    {"c", "Copy the citation of the work"},
    {"Esc", "Step back: to the row, then clear"},
    {"?", "Show these keys"},
};

}  // namespace

void draw_menu(Frame& frame) {
  Menu& menu = frame.menu;
  if (menu.node == 0) return;
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  if (menu.options.empty() || canvas.input().has_dom) {
    menu = Menu{};
    return;
  }
  draw_backdrop(canvas, "menu-outside", "Close menu", OpenMenu{0});
  const TextStyle style = frame.style(sizes::small, theme.ink);
  float width = menu.anchor.w;
  for (std::size_t i = 1; i < menu.options.size(); i += 2) {
    width = std::max(width, canvas.width(style, menu.options[i]) + 48);
  }
  const float row = canvas.is_touch() ? sizes::touch : 32;
  const auto count = static_cast<float>(menu.options.size() / 2);
  Rect rect = {menu.anchor.x, menu.anchor.y + menu.anchor.h + 4, width, count * row + 8};
  rect.x = std::clamp(rect.x, 4.0f, std::max(4.0f, frame.width - rect.w - 4));
  canvas.card(rect);
  canvas.open(Role::Group, "menu", rect).label = "Menu";
  float y = rect.y + 4;
  for (std::size_t i = 0; i + 1 < menu.options.size(); i += 2) {
    Button option;
    option.key = menu.options[i];
    option.text = menu.options[i + 1];
    option.look = Look::Quiet;
    option.align = Align::Left;
    option.padding = 10;
    option.rect = {rect.x + 4, y, rect.w - 8, row};
    option.command = command_for(menu.kind, menu.options[i]);
    if (menu.options[i] == menu.value) {
      option.flags = flag_current;
      option.face = FontFace::Medium;
    }
    draw_button(canvas, option);
    if (option.flags == flag_current) {
      canvas.icon(Icon::Check, {rect.x + rect.w - 26, y + row / 2 - 6, 12, 12}, theme.accent);
    }
    y += row;
  }
  canvas.close();
}

void draw_keys(Frame& frame, Overlays& overlays) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const float row = 30;
  constexpr auto count = static_cast<float>(sizeof key_help / sizeof key_help[0]);
  const float width = std::min(440.0f, frame.width - 24);
  const float check_row = canvas.is_touch() ? sizes::touch : row;
  const float height = 56 + count * row + check_row + 24;
  const Rect rect = {std::floor((frame.width - width) / 2),
                     std::max(8.0f, std::floor((frame.height - height) / 2)), width, height};
  canvas.fill({0, 0, frame.width, frame.height}, theme.scrim);
  draw_backdrop(canvas, "keys-outside", "Close the list of keys", ShowKeys{false});
  canvas.card(rect);
  Node& group = canvas.open(Role::Dialog, "keys", rect);
  group.label = "Keys";
  canvas.bind(group, rect, Command{});
  // Not a control: it only keeps clicks on the card from closing it.
  draw_heading(canvas, "title", {rect.x + 20, rect.y + 12, width - 80, 36},
               frame.style(sizes::title, theme.ink, FontFace::Bold), "Keys", 2);
  Button close;
  close.key = "close";
  close.rect = {rect.x + width - 46, rect.y + 12, 34, 34};
  close.label = "Close";
  close.look = Look::Quiet;
  close.before = Icon::Cross;
  close.command = ShowKeys{false};
  const std::uint32_t close_node = draw_button(canvas, close);
  if (std::exchange(overlays.keys_want_focus, false)) {
    frame.out.effects.push_back(FocusNode{close_node});
  }
  float y = rect.y + 56;
  for (const KeyHelp& help : key_help) {
    const TextStyle style = frame.style(sizes::meta, theme.ink2, FontFace::Medium);
    const float key_width = canvas.width(style, help.keys) + 14;
    canvas.outline({rect.x + 20, y + 4, key_width, 22}, theme.line, theme.radius_tag);
    canvas.text({rect.x + 27, y + 4, key_width - 14, 22}, style, help.keys);
    canvas.text({rect.x + 176, y, width - 196, row}, frame.style(sizes::small, theme.ink),
                help.what);
    y += row;
  }
  Check letters;
  letters.key = "letters";
  letters.rect = {rect.x + 14, y + 8, width - 28, check_row};
  letters.text = "Keys with a single letter or sign";
  letters.has_count = false;
  letters.is_checked = frame.session.state().has_letter_keys;
  letters.command = app::Action{app::SetLetterKeys{!letters.is_checked}};
  draw_check(canvas, letters);
  canvas.close();
}

}  // namespace lamplight::ui
