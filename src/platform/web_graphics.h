// What the page renders of a frame: the draw list with its textures, as web_exports.h pictures it.
#pragma once

#include <cstdint>
#include <vector>

#include "platform/drawing.h"
#include "platform/web_exports.h"
#include "ui/ui.h"

namespace lamplight::platform {

class WebGraphics {
 public:
  WebGraphics();
  [[nodiscard]] const ui::Ui::Fonts& fonts() const { return fonts_; }

  // CSS px, and pixels of the device for one.
  ImDrawList& begin(float width, float height, float density);
  // What the list drew over the background (IM_COL32), unless the canvas shows it already. Glyphs
  // are moved to whole pixels of the device.
  [[nodiscard]] lamplight_frame end(std::uint32_t background,
                                    const std::vector<ui::GlyphVertices>& glyphs);

  // The page's fonts, or the colour they are drawn in, have changed.
  void forget_glyphs();
  // The textures are gone with the drawing context.
  void forget_textures();

 private:
  void list_texture_tasks();
  void list_commands(const lamplight_frame& frame);
  [[nodiscard]] bool is_shown(const lamplight_frame& frame);

  Drawing drawing_;
  ui::Ui::Fonts fonts_;
  float width_ = 0;
  float height_ = 0;
  float density_ = 1;
  std::uint32_t last_texture_ = 0;
  std::vector<lamplight_draw_command> commands_;
  std::vector<lamplight_texture_task> tasks_;
  std::vector<unsigned char> shown_;  // all that the canvas was last rendered from
  std::vector<unsigned char> wanted_;
};

}  // namespace lamplight::platform
