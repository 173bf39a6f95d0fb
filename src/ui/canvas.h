// Canvas: draws and records at once. What is drawn here also becomes a node of the semantic tree
// with the same rectangle, so that pixels and tree cannot drift apart.
//
//     canvas.begin_frame(draw_list, theme, fonts, input);
//     canvas.open(Role::Banner, "header", {0, 0, 1440, 56});
//     canvas.text({16, 0, 400, 56}, {FontFace::Bold, sizes::title, theme.ink}, "Lamplight");
//     canvas.close();
//     canvas.end_frame();
//
// Coordinates are CSS px: of the window, and inside begin_scroller()..end_scroller() of the
// scroller's content.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/command.h"
#include "ui/semantic.h"
#include "ui/text_layout.h"
#include "ui/theme.h"

struct ImDrawList;

namespace lamplight::ui {

// Scroll position of one region; kept between frames.
struct Scroll {
  double y = 0;
  float view_height = 0;
  float content_height = 0;
  float x = 0;
  float view_width = 0;
  float content_width = 0;  // 0: does not scroll sideways
  std::uint32_t node = 0;
  float grabbed_at = -1;  // where on its scroll bar the pointer holds it, or -1
  void clamp();
  // Moves as little as needed to show [top, bottom) of the content.
  void show(double top, double bottom);
};

struct TextStyle {
  FontFace face = FontFace::Regular;
  float size = sizes::small;
  Color color = 0;
  Direction direction = Direction::Auto;
};
// The style of a piece of a paragraph.
[[nodiscard]] inline TextStyle directed(TextStyle style, const Piece& piece) {
  style.direction = piece.direction;
  return style;
}

enum class Align : std::uint8_t { Left, Center, Right };
enum class Icon : std::uint8_t {
  None,
  Search,
  Cross,
  ArrowOut,
  ChevronDown,
  ChevronUp,
  ChevronLeft,
  Check,
  HalfDisc,
  Sun,
  Moon,
  Filter,
  Clock,
  Page,
  Tag,
  Pencil,
  Star,
  StarFull,
  ArrowUp,
  ArrowDown,
  Copy,
  Grip,
};

// What can be clicked, with what it does.
struct Target {
  std::uint32_t id = 0;
  Rect rect;  // of the window, clipped
  Role role = Role::Group;
  Command command;
  ValueKind value = ValueKind::None;
};

class Canvas {
 public:
  void begin_frame(ImDrawList& draw, const Theme& theme, const FontSet& fonts,
                   const FrameInput& input);
  // True when the tree differs from the former frame's.
  bool end_frame();
  [[nodiscard]] const std::vector<GlyphVertices>& glyph_vertices() const { return glyphs_; }

  // --- Nodes
  Node& open(Role role, std::string_view key, const Rect& rect);
  Node& close();
  Node& leaf(Role role, std::string_view key, const Rect& rect);
  [[nodiscard]] const Tree& tree() const { return recorder_.tree(); }
  [[nodiscard]] const std::vector<Node>& former_nodes() const { return recorder_.former(); }
  [[nodiscard]] Node* find_recorded(std::uint32_t id) { return recorder_.find_recorded(id); }
  // Makes the node clickable, over `hit` (in the coordinates of the moment).
  void bind(Node& node, const Rect& hit, Command command);
  void bind_value(Node& node, const Rect& hit, ValueKind kind);
  [[nodiscard]] const Target* find_target(std::uint32_t id) const;
  [[nodiscard]] const std::vector<Target>& targets() const { return targets_; }
  // Draws without recording: for what a drawer covers.
  void mute(bool is_muted) { is_muted_ = is_muted; }
  [[nodiscard]] bool is_muted() const { return is_muted_; }

  [[nodiscard]] bool is_hovered(std::uint32_t id) const { return id != 0 && id == hovered_; }
  [[nodiscard]] bool is_held(std::uint32_t id) const { return id != 0 && id == held_; }
  // Topmost target under the pointer, by the targets of the last frame.
  [[nodiscard]] const Target* target_at(float x, float y) const;
  void set_hovered(std::uint32_t id) { hovered_ = id; }
  void set_held(std::uint32_t id) { held_ = id; }
  [[nodiscard]] std::uint32_t hovered() const { return hovered_; }
  [[nodiscard]] std::uint32_t held() const { return held_; }
  // `is_shown`: with a ring. A click leads the keyboard somewhere too, and needs none.
  void set_focus(std::uint32_t id, bool is_shown = true) {
    focused_ = id;
    is_focus_shown_ = is_shown;
  }
  [[nodiscard]] std::uint32_t focus() const { return focused_; }
  [[nodiscard]] bool is_focus_shown() const { return is_focus_shown_; }

  // --- Regions
  void begin_scroller(std::string_view key, std::string_view label, const Rect& rect,
                      Scroll& scroll);
  // `content_width`: 0 for one that does not scroll sideways.
  void end_scroller(float content_height, float content_width = 0);
  // The region of this frame whose node that is, or null.
  [[nodiscard]] Scroll* find_scroll(std::uint32_t node) const;
  // Moves the region by the wheel over it, where the browser does not; begin_scroller() does so.
  void scroll_by_wheel(const Rect& rect, Scroll& scroll);
  // True when [top, top + height) of the open scroller (or the window) can be seen.
  [[nodiscard]] bool is_visible(float top, float height) const;

  // --- Shapes: drawn only
  void fill(const Rect& rect, Color color, float radius = 0);
  // A fill whose height is known only after what lies on it: end it with the number given here.
  [[nodiscard]] int begin_fill(float x, float y, float width, Color color);
  void end_fill(int fill, float bottom);
  void outline(const Rect& rect, Color color, float radius = 0, float thickness = 1);
  // What lies over the rest: a panel with a border and a shadow.
  void card(const Rect& rect);
  void line(float x0, float y0, float x1, float y1, Color color, float thickness = 1);
  void icon(Icon icon, const Rect& box, Color color);
  // Draws the focus ring when the node has the keyboard focus.
  void focus_ring(std::uint32_t id, const Rect& rect, float radius);
  void clip(const Rect& rect);
  void end_clip();

  // --- Text
  [[nodiscard]] float width(const TextStyle& style, std::string_view text) const;
  // Draws one line, centred vertically in `box`, and records it. Returns its width.
  float text(const Rect& box, const TextStyle& style, std::string_view text,
             Align align = Align::Left);
  // As text(), without a node: for labels of things that are named by their own node.
  float glyphs(const Rect& box, const TextStyle& style, std::string_view text,
               Align align = Align::Left);
  // As text(), cut with an ellipsis where it does not fit. `owner`: the node that says all of it;
  // while that one is pointed at or has the focus, a card shows the whole text.
  float cut_text(const Rect& box, const TextStyle& style, std::string_view text,
                 std::uint32_t owner, Align align = Align::Left);
  // The card, over all that was drawn. True: it is due later, draw again in wait_s().
  bool draw_card_of_cut_text();
  [[nodiscard]] float wait_s() const { return card_wait_s_; }
  // Draws and records wrapped text from the top of the box; returns the height.
  float wrapped(float x, float y, float box_width, const TextStyle& style, float line_height,
                std::string_view text);
  [[nodiscard]] Paragraph paragraph(const TextRun* runs, std::size_t count, float size,
                                    float box_width, Direction direction = Direction::Auto) const {
    return break_lines(fonts_, runs, count, size, box_width, direction);
  }

  [[nodiscard]] const Theme& theme() const { return *theme_; }
  [[nodiscard]] const FontSet& fonts() const { return fonts_; }
  [[nodiscard]] const FrameInput& input() const { return input_; }
  [[nodiscard]] const Pointer& pointer() const { return input_.pointer; }
  [[nodiscard]] bool is_touch() const { return is_touch_; }
  // The rectangle made at least as large as a finger, around the same middle.
  [[nodiscard]] Rect touchable(const Rect& rect) const;
  // Pointer in the coordinates of the moment.
  [[nodiscard]] float pointer_x() const { return input_.pointer.x - dx_; }
  [[nodiscard]] float pointer_y() const { return input_.pointer.y - dy_; }
  [[nodiscard]] Rect to_window(const Rect& rect) const;

 private:
  Node& muted_node();
  void scroll_bar(const Rect& rect, Scroll& scroll);
  // Whether some of its height is inside the clip; `at`: of the window.
  [[nodiscard]] bool is_seen(const Rect& at) const;

  ImDrawList* draw_ = nullptr;
  const Theme* theme_ = nullptr;
  FontSet fonts_;
  FrameInput input_;
  bool is_touch_ = false;
  bool is_muted_ = false;
  Recorder recorder_;
  Node scratch_;
  std::vector<Target> targets_;
  std::vector<GlyphVertices> glyphs_;
  std::uint32_t hovered_ = 0;
  std::uint32_t held_ = 0;
  std::uint32_t focused_ = 0;
  bool is_focus_shown_ = false;
  float dx_ = 0, dy_ = 0;
  std::vector<Rect> clips_;
  Scroll* scroll_ = nullptr;
  Rect scroll_rect_;
  std::vector<Scroll*> scrolls_;  // of this frame

  // What is cut of the node that is pointed at or has the focus.
  struct Cut {
    std::uint32_t owner = 0;
    Rect rect;  // of the window
    std::string text;
  };
  Cut cut_;
  std::uint32_t card_owner_ = 0;  // since card_since_s_
  double card_since_s_ = 0;
  float card_wait_s_ = 0;
};

}  // namespace lamplight::ui
