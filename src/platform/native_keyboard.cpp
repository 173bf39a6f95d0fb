#include "platform/native_keyboard.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <optional>
#include <vector>

#include "ui/focus.h"

namespace lamplight::platform {
namespace {

void move_focus(ui::Ui& ui, int step) {
  std::vector<const ui::Node*> stops;
  std::size_t now = 0;
  bool has_focus = false;
  const std::vector<ui::Node>& nodes = ui.tree().nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!ui::takes_focus(nodes, i)) continue;
    if (nodes[i].id == ui.focus()) {
      now = stops.size();
      has_focus = true;
    }
    stops.push_back(&nodes[i]);
  }
  if (stops.empty()) return;
  const std::size_t count = stops.size();
  std::size_t next = step > 0 ? 0 : count - 1;
  if (has_focus)
    next = (now + count + static_cast<std::size_t>(step + static_cast<int>(count))) % count;
  const ui::Node& stop = *stops[next];
  ui.set_focus(stop.id);
  if (stop.role == ui::Role::SearchBox) ui.activate(stop.id);
}

std::optional<ui::Key> find_key(int key, int modifiers) {
  const bool is_shifted = (modifiers & GLFW_MOD_SHIFT) != 0;
  switch (key) {
    case GLFW_KEY_UP:
      return ui::Key::Up;
    case GLFW_KEY_DOWN:
      return ui::Key::Down;
    case GLFW_KEY_PAGE_UP:
      return ui::Key::PageUp;
    case GLFW_KEY_PAGE_DOWN:
      return ui::Key::PageDown;
    case GLFW_KEY_HOME:
      return ui::Key::Home;
    case GLFW_KEY_END:
      return ui::Key::End;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
      return ui::Key::Enter;
    case GLFW_KEY_ESCAPE:
      return ui::Key::Escape;
    case GLFW_KEY_S:
      return ui::Key::Save;
    case GLFW_KEY_C:
      return ui::Key::Cite;
    case GLFW_KEY_LEFT:
      return ui::Key::Left;
    case GLFW_KEY_RIGHT:
      return ui::Key::Right;
    case GLFW_KEY_SPACE:
      return ui::Key::Space;
    case GLFW_KEY_LEFT_BRACKET:
      return ui::Key::PreviousView;
    case GLFW_KEY_RIGHT_BRACKET:
      return ui::Key::NextView;
    case GLFW_KEY_SLASH:
      return is_shifted ? ui::Key::Question : ui::Key::Slash;
    default:
      return std::nullopt;
  }
}

}  // namespace

bool press_native_field_key(ui::Ui& ui, int key, int modifiers) {
  if (modifiers != 0) return false;
  switch (key) {
    case GLFW_KEY_UP:
    case GLFW_KEY_DOWN:
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
    case GLFW_KEY_ESCAPE:
      return ui.press(*find_key(key, 0));
    default:
      return false;
  }
}

void press_native_key(ui::Ui& ui, int key, int modifiers) {
  const ui::Modifiers held = {(modifiers & GLFW_MOD_SHIFT) != 0,
                              (modifiers & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0,
                              (modifiers & GLFW_MOD_ALT) != 0};
  if (key == GLFW_KEY_TAB) {
    move_focus(ui, (modifiers & GLFW_MOD_SHIFT) != 0 ? -1 : 1);
    return;
  }
  const bool activates = key == GLFW_KEY_ENTER || key == GLFW_KEY_SPACE;
  const ui::Node* const focused = ui.tree().find_id(ui.focus());
  // Of a table's cells, the keys are the view's; so is Enter on a row's link to its work.
  const bool is_cell =
      focused != nullptr &&
      (focused->role == ui::Role::GridCell || focused->role == ui::Role::ColumnHeader ||
       (focused->role == ui::Role::Link && (focused->flags & ui::flag_in_page) != 0 &&
        (focused->flags & ui::flag_tab_stop) != 0));
  if (activates && focused != nullptr && !is_cell && ui.activate(focused->id, held)) return;
  if (const std::optional<ui::Key> known = find_key(key, modifiers)) ui.press(*known, held);
}

}  // namespace lamplight::platform
