// Pointer events: what the pointer did since the last frame, given to frames in such pieces that
// none of it is lost. A press and its release come in two frames, however fast they were, and a
// move after a press comes after it.
//
//     events.move(40, 12);
//     events.press(0, true);
//     events.press(0, false);
//     input.pointer = events.take();  // over (40, 12), pressed
//     input.pointer = events.take();  // released
#pragma once

#include <cstdint>
#include <vector>

#include "ui/ui.h"

namespace lamplight::platform {

class PointerEvents {
 public:
  void move(float x, float y);  // CSS px of the window
  void leave();
  void press(std::uint32_t button, bool is_down);  // 0 left, 1 right, 2 middle
  void turn_wheel(float notches);
  // What is held on the keyboard from now on.
  void hold(ui::Modifiers modifiers) { pointer_.modifiers = modifiers; }

  // For the next frame.
  [[nodiscard]] ui::Pointer take();
  // True: nothing is left for another frame.
  [[nodiscard]] bool is_empty() const { return events_.empty(); }

 private:
  enum class Kind : std::uint8_t { Move, Leave, Press, Release, Wheel };
  struct Event {
    Kind kind = Kind::Move;
    std::uint32_t button = 0;
    float x = 0, y = 0;  // y: notches of the wheel, too
  };
  void apply(const Event& event);

  std::vector<Event> events_;
  ui::Pointer pointer_;
  bool is_middle_down_ = false;
};

}  // namespace lamplight::platform
