// Widgets: buttons, chips, check boxes, selects and tags of the design, on a Canvas.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/canvas.h"
#include "ui/frame.h"

namespace lamplight::ui {

enum class Look : std::uint8_t {
  Outline,        // border, text in ink
  OutlineAccent,  // border, text in the accent colour
  Primary,        // filled with the accent colour
  Quiet,          // no border until hovered
  Text,           // a link within text: accent colour, underlined when hovered
  Chip,           // pill on the accent's background
};

struct Button {
  std::string_view key;
  Rect rect;
  std::string_view text;
  std::string_view label;  // accessible name; empty: the text
  Look look = Look::Outline;
  float size = sizes::small;
  FontFace face = FontFace::Regular;
  Icon before = Icon::None;
  Icon after = Icon::None;
  std::string_view url;  // set: a Link instead of a Button
  std::uint32_t flags = 0;
  Command command;
  float padding = 12;
  Align align = Align::Center;
};

// Width that the button needs on one line.
[[nodiscard]] float button_width(const Canvas& canvas, const Button& button);
// Draws and records it; returns the id of its node.
std::uint32_t draw_button(Canvas& canvas, const Button& button);

struct Check {
  std::string_view key;
  Rect rect;
  std::string_view text;
  std::uint32_t count = 0;
  bool has_count = true;
  bool is_checked = false;
  std::string_view color;  // category of the small square, or empty
  float indent = 0;
  Command command;
};
void draw_check(Canvas& canvas, const Check& check);
// The box alone: drawn only.
void draw_check_box(Canvas& canvas, const Rect& box, bool is_checked, bool is_hovered);

struct Choice {
  std::string_view key;
  Rect rect;
  std::string_view label;   // accessible name
  std::string_view prefix;  // drawn before the chosen title: "Sort: "
  std::string value;        // id of the chosen option
  std::vector<std::string> options;
  ValueKind kind = ValueKind::None;
  bool has_border = true;
};
[[nodiscard]] float choice_width(const Canvas& canvas, const Choice& choice);
void draw_choice(Frame& frame, Choice choice);

// Catches every click beside what lies over the rest.
void draw_backdrop(Canvas& canvas, std::string_view key, std::string_view label, Command command);

// Small label in a tinted box; returns its width.
float draw_tag(Canvas& canvas, float x, float y, const app::TagView& tag);
[[nodiscard]] float tag_width(const Canvas& canvas, const app::TagView& tag);

// The same for what the list says: a quiet box around it.
float draw_chip(Canvas& canvas, float x, float y, std::string_view text);
[[nodiscard]] float chip_width(const Canvas& canvas, std::string_view text);

// Heading node with one line of text.
void draw_heading(Canvas& canvas, std::string_view key, const Rect& rect, const TextStyle& style,
                  std::string_view text, std::uint8_t level);

// What the choice of `value` does; nothing for a value that does not exist.
[[nodiscard]] Command command_for(ValueKind kind, std::string_view value);

}  // namespace lamplight::ui
