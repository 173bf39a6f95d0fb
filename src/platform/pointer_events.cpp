#include "platform/pointer_events.h"

#include <cstddef>

namespace lamplight::platform {

void PointerEvents::move(float x, float y) {
  // Where it was on its way between two frames is of no use.
  if (!events_.empty() && events_.back().kind == Kind::Move) events_.pop_back();
  events_.push_back({.kind = Kind::Move, .x = x, .y = y});
}

void PointerEvents::leave() { events_.push_back({.kind = Kind::Leave}); }

void PointerEvents::press(std::uint32_t button, bool is_down) {
  events_.push_back({.kind = is_down ? Kind::Press : Kind::Release, .button = button});
}

void PointerEvents::turn_wheel(float notches) {
  events_.push_back({.kind = Kind::Wheel, .y = notches});
}

void PointerEvents::apply(const Event& event) {
  switch (event.kind) {
    case Kind::Move:
      pointer_.is_inside = true;
      pointer_.x = event.x;
      pointer_.y = event.y;
      break;
    case Kind::Leave:
      pointer_.is_inside = false;
      pointer_.x = pointer_.y = -1;
      break;
    case Kind::Press:
      if (event.button == 0) {
        pointer_.was_pressed = !pointer_.is_down;
        pointer_.is_down = true;
      } else if (event.button == 2) {
        pointer_.was_middle_clicked = !is_middle_down_;
        is_middle_down_ = true;
      }
      break;
    case Kind::Release:
      if (event.button == 0) {
        pointer_.was_released = pointer_.is_down;
        pointer_.is_down = false;
      } else if (event.button == 2) {
        is_middle_down_ = false;
      }
      break;
    case Kind::Wheel:
      pointer_.wheel += event.y;
      break;
  }
}

ui::Pointer PointerEvents::take() {
  pointer_.was_pressed = pointer_.was_released = pointer_.was_middle_clicked = false;
  pointer_.wheel = 0;
  std::uint32_t changed = 0;  // buttons, one bit each
  bool has_moved = false;
  std::size_t count = 0;
  for (; count < events_.size(); ++count) {
    const Event& event = events_[count];
    const bool is_wheel = event.kind == Kind::Wheel;
    const bool is_move = event.kind == Kind::Move || event.kind == Kind::Leave;
    const std::uint32_t button = is_wheel || is_move ? 0 : 1u << event.button;
    // A button and the wheel act where the pointer is, and each button does one thing a frame.
    if (is_move && (changed != 0 || pointer_.wheel != 0)) break;
    if (is_wheel && (changed != 0 || has_moved)) break;
    if ((changed & button) != 0 || (button != 0 && pointer_.wheel != 0)) break;
    changed |= button;
    has_moved = has_moved || is_move;
    apply(event);
  }
  events_.erase(events_.begin(), events_.begin() + static_cast<std::ptrdiff_t>(count));
  return pointer_;
}

}  // namespace lamplight::platform
