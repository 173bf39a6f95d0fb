// Ui: draws the view model with Dear ImGui and gives back actions. The same on every platform.
//
//     ui.frame(session, input, draw_list);  // a draw list whose frame has begun
//     for (const app::Action& a : ui.take_actions()) session.dispatch(a);
//     ui.tree();                           // what was shown, for the DOM and for tests
//
// It owns nothing but scroll positions, fades and which drawers are open. Scrolling: on the web
// the browser scrolls (scroll_to); natively the wheel does (input.pointer.wheel).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/session.h"
#include "ui/semantic.h"

struct ImDrawList;

namespace lamplight::ui {

class ShapedWords;

// Things that only the platform can do.
struct OpenLink {
  std::string url;
};
// text: "#..." stands for this page's address with that fragment. said: for the live region.
struct CopyText {
  std::string text;
  std::string said;
};
struct FocusNode {
  std::uint32_t id = 0;
};  // move the keyboard focus
struct Say {
  std::string text;
};  // in the live region, once
using Effect = std::variant<OpenLink, CopyText, FocusNode, Say>;

// A link to the page without the canvas, or to a heading of it.
struct PageLink {
  std::string title;
  std::string url;
};

// Keys without a sign of their own, then those with one, by their sign.
enum class Key : std::uint8_t {
  Up,
  Down,
  PageUp,
  PageDown,
  Home,
  End,
  Enter,
  Escape,
  Left,
  Right,
  Space = ' ',
  Slash = '/',
  Save = 's',
  Cite = 'c',
  Open = 'o',
  Question = '?',
  PreviousView = '[',
  NextView = ']',
};
// Of the browser's names, in the order above, those without a sign.
inline constexpr Key last_named_key = Key::Right;

// What is held beside a key or a button. `control`: on a Mac the command key.
struct Modifiers {
  bool shift = false;
  bool control = false;
  bool alt = false;
  bool operator==(const Modifiers&) const = default;
  [[nodiscard]] bool any() const { return shift || control || alt; }
};

// The text field of a platform that has none over the canvas: draws an editable line over `rect`
// and changes `text`.
struct Theme;
struct ThemeChoice;
struct FontSet;
struct TextFieldWish {
  bool wants_focus = false;  // takes the keyboard now
  bool is_replaced = false;  // `text` is another than was typed: the caret goes behind it
};
struct TextFieldState {
  bool is_changed = false;
  bool is_active = false;  // has the keyboard
};
using TextField = TextFieldState (*)(const Rect& rect, const Theme& theme, const FontSet& fonts,
                                     std::string_view placeholder, TextFieldWish wish,
                                     std::string& text);

// The mouse, or the finger, since the last frame.
struct Pointer {
  float x = -1, y = -1;  // CSS px of the window
  bool is_inside = false;
  bool is_down = false;
  bool was_pressed = false;
  bool was_released = false;
  bool was_middle_clicked = false;
  float wheel = 0;  // notches, positive away from the reader
  Modifiers modifiers;
};

// Whose screen it is: that of an atlas alone, or a part of somebody else's page, which has a title
// and a theme of its own; there, a link can lead to the atlas alone.
enum class Place : std::uint8_t { Alone, Guest, GuestOfAtlas };

struct FrameInput {
  float width = 0, height = 0;  // CSS px
  Place place = Place::Alone;
  Pointer pointer;
  bool system_is_dark = false;
  bool reduced_motion = false;
  bool has_dom = false;  // the DOM over the canvas scrolls, finds clicks and has the fields (web)
  bool has_pointer_hover = true;  // false on touch: targets are at least 44 px
  double time_s = 0;
};

// Vertices [begin, end) of the draw list that are glyphs: four each, the corners of an upright
// rectangle, clockwise from the top left.
struct GlyphVertices {
  int begin = 0;
  int end = 0;
};

class Ui {
 public:
  Ui();
  ~Ui();
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  // Faces are ImFonts of the draw list's atlas, by FontFace, which also have the glyphs of the
  // words (ui/shaped_words.h).
  struct Fonts {
    void* faces[4] = {};  // ImFont*, kept opaque for headers without imgui.h
    ShapedWords* words = nullptr;
  };
  void set_fonts(const Fonts& fonts);

  // What the surroundings want otherwise than the design has it, for light and for dark.
  void set_theme(const ThemeChoice& light, const ThemeChoice& dark);

  // Where the same list stands as a page: the first leads to all of it, with the state behind it,
  // the others to its headings. None: there is no such page.
  void set_page_links(std::vector<PageLink> links);

  // Natively; on the web the browser's own field lies over the canvas.
  void set_text_field(TextField text_field);

  // Draws one frame into a draw list that is clipped to the window. The pointer comes with the
  // input, the keyboard through the calls below. True: something is under way, draw again.
  bool frame(app::Session& session, const FrameInput& input, ImDrawList& draw_list);
  // What the platform clears the window to before it renders the frame: the colour of most of it,
  // as IM_COL32. A fill of the whole window would cost software drawing more than all else.
  [[nodiscard]] std::uint32_t background() const;

  // Where the last frame's glyphs are, ascending, for a platform that moves them to whole pixels.
  [[nodiscard]] const std::vector<GlyphVertices>& glyph_vertices() const;

  // A click, Enter or Space on a node, from the DOM or a test. False: no such node.
  bool activate(std::uint32_t node, Modifiers modifiers = {});
  // Text typed into a SearchBox, or a value chosen in a Select / set on a Slider.
  bool set_value(std::uint32_t node, std::string_view value);
  // The node that has the DOM's focus (0: none). `is_shown`: it gets the focus ring.
  void set_focus(std::uint32_t node, bool is_shown = true);
  [[nodiscard]] std::uint32_t focus() const;
  // Scroll position of a Scroller, CSS px.
  void scroll_to(std::uint32_t node, float y, float x = 0);
  // Brings the row of a work to `y` of the window (where the page had it before the canvas), or to
  // the top of the list where that is further down. No such work: nothing happens.
  void reveal(std::string_view work, float y = 0);
  // The platform followed a link that was shown.
  void follow_link();
  // A key that no field of text took. False: not used here (the page may have it).
  bool press(Key key, Modifiers modifiers = {});
  // Seconds until something is to be shown though nothing happens (a card); 0: never.
  [[nodiscard]] float wait_s() const;

  [[nodiscard]] std::vector<app::Action> take_actions();
  [[nodiscard]] std::vector<Effect> take_effects();
  [[nodiscard]] const Tree& tree() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace lamplight::ui
