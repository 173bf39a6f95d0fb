// Headless: runs the whole application without pixels, for tests. Reads like a reader's moves.
//
//     Headless app(1440, 900);
//     app.load(profile_json, {{"2024-03-11", markdown}});
//     app.type("protein");
//     app.click(ui::Role::Checkbox, "Language");
//     EXPECT_EQ(app.tree().find(...)->label, ...);
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/session.h"
#include "ui/ui.h"

struct ImDrawList;

namespace lamplight::platform {

class Headless {
 public:
  Headless(float width, float height);
  ~Headless();
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  [[nodiscard]] Result<bool> load(
      std::string_view profile_json,
      const std::vector<std::pair<std::string, std::string>>& snapshots);
  // Frames until nothing changes any more (at most 60); returns how many were drawn.
  int settle();
  // One frame alone. True: another is wanted.
  bool draw_frame();
  void type(std::string_view text);                   // replaces the text of the field, in focus
  bool click(ui::Role role, std::string_view label);  // through activate()
  // Real pointer: moves over the node's middle, presses and releases.
  bool point_and_click(const ui::Node& node, ui::Modifiers modifiers = {});
  // Presses at one point of the window, moves, and releases at the other.
  void drag(float from_x, float from_y, float to_x, float to_y);
  void press(ui::Key key, ui::Modifiers modifiers = {});
  void wheel(float x, float y, float notches);
  void resize(float width, float height);
  [[nodiscard]] const ui::Tree& tree() const;
  [[nodiscard]] app::Session& session();
  [[nodiscard]] ui::Ui& ui();
  // What frames are given; changes count from the next settle().
  [[nodiscard]] ui::FrameInput& input();
  [[nodiscard]] const std::vector<ui::Effect>& effects() const;
  // Dear ImGui's own list of what the last frame drew, clipped to the window.
  [[nodiscard]] const ImDrawList& drawn() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace lamplight::platform
