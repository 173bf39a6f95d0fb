// How well the glyphs of a frame are told from what was drawn beneath them: colours as they come
// out on the screen, of triangles in the order in which they are drawn, whatever the theme says of
// them.
#pragma once

#include <imgui.h>

#include <algorithm>
#include <vector>

#include "ui/screen.h"
#include "ui/theme.h"

namespace lamplight::test {

struct GlyphContrast {
  float x = 0, y = 0;  // the glyph's middle
  float ratio = 0;     // WCAG 2
  ui::Color ink = 0, ground = 0;
};

class DrawnFrame {
 public:
  explicit DrawnFrame(platform::Headless& screen)
      : list_(screen.drawn()),
        glyphs_(screen.ui().glyph_vertices()),
        background_(screen.ui().background()) {
    std::vector<bool> is_glyph(static_cast<std::size_t>(list_.VtxBuffer.Size));
    for (const ui::GlyphVertices& range : glyphs_) {
      for (int i = range.begin; i < range.end; ++i) is_glyph[static_cast<std::size_t>(i)] = true;
    }
    clips_.resize(is_glyph.size());
    for (const ImDrawCmd& command : list_.CmdBuffer) {
      for (unsigned int i = 0; i + 2 < command.ElemCount; i += 3) {
        const ImDrawIdx* at = list_.IdxBuffer.Data + command.IdxOffset + i;
        for (int corner = 0; corner < 3; ++corner) clips_[at[corner]] = command.ClipRect;
        if (is_glyph[at[0]]) continue;
        Triangle triangle;
        for (int corner = 0; corner < 3; ++corner) {
          triangle.corners[corner] = list_.VtxBuffer[static_cast<int>(at[corner])];
        }
        triangle.vertex = at[0];
        triangle.clip = command.ClipRect;
        const auto [left, right] = std::minmax(
            {triangle.corners[0].pos.x, triangle.corners[1].pos.x, triangle.corners[2].pos.x});
        const auto [top, bottom] = std::minmax(
            {triangle.corners[0].pos.y, triangle.corners[1].pos.y, triangle.corners[2].pos.y});
        triangle.box = {std::max(left, triangle.clip.x), std::max(top, triangle.clip.y),
                        std::min(right, triangle.clip.z), std::min(bottom, triangle.clip.w)};
        for (int band = band_of(triangle.box.y); band <= band_of(triangle.box.w); ++band) {
          bands_[static_cast<std::size_t>(band)].push_back(triangle);
        }
      }
    }
  }

  // Of every glyph that is seen: neither clipped away nor covered by what was drawn later.
  [[nodiscard]] std::vector<GlyphContrast> contrasts() const {
    std::vector<GlyphContrast> found;
    for (const ui::GlyphVertices& range : glyphs_) {
      for (int glyph = range.begin; glyph < range.end; glyph += 4) {
        const ImDrawVert& first = list_.VtxBuffer[glyph];
        const ImVec2 last = list_.VtxBuffer[glyph + 2].pos;
        const float x = (first.pos.x + last.x) / 2;
        const float y = (first.pos.y + last.y) / 2;
        if (first.pos.x == last.x || !holds(clips_[static_cast<std::size_t>(glyph)], x, y))
          continue;
        const auto vertex = static_cast<unsigned int>(glyph);
        ui::Color ground = background_;
        bool is_covered = false;
        for (const Triangle& triangle : bands_[static_cast<std::size_t>(band_of(y))]) {
          ui::Color color = 0;
          if (!triangle.color_at(x, y, color)) continue;
          if (triangle.vertex < vertex) {
            ground = over(ground, color);
          } else {
            is_covered = is_covered || (color >> 24) > 16;
          }
        }
        if (is_covered) continue;
        const ui::Color ink = over(ground, first.col);
        found.push_back({x, y, ui::contrast(ink, ground), ink, ground});
      }
    }
    return found;
  }

 private:
  static bool holds(const ImVec4& box, float x, float y) {
    return x >= box.x && x < box.z && y >= box.y && y < box.w;
  }
  static ui::Color over(ui::Color ground, ui::Color color) {
    return ui::mix(ground, color, static_cast<float>(color >> 24) / 255);
  }

  struct Triangle {
    ImDrawVert corners[3];
    unsigned int vertex = 0;
    ImVec4 clip, box;

    // Between its corners, as a graphics card would have it; false outside.
    bool color_at(float x, float y, ui::Color& color) const {
      if (!holds(box, x, y)) return false;
      const ImVec2& a = corners[0].pos;
      const ImVec2& b = corners[1].pos;
      const ImVec2& c = corners[2].pos;
      const float area = (b.y - c.y) * (a.x - c.x) + (c.x - b.x) * (a.y - c.y);
      if (area == 0) return false;
      const float u = ((b.y - c.y) * (x - c.x) + (c.x - b.x) * (y - c.y)) / area;
      const float v = ((c.y - a.y) * (x - c.x) + (a.x - c.x) * (y - c.y)) / area;
      const float w = 1 - u - v;
      if (u < 0 || v < 0 || w < 0) return false;
      for (const int shift : {0, 8, 16, 24}) {
        float part = 0;
        const float weights[] = {u, v, w};
        for (int corner = 0; corner < 3; ++corner) {
          part += weights[corner] * static_cast<float>((corners[corner].col >> shift) & 0xffu);
        }
        color |= static_cast<ui::Color>(part + 0.5f) << shift;
      }
      return true;
    }
  };

  const ImDrawList& list_;
  const std::vector<ui::GlyphVertices>& glyphs_;
  ui::Color background_;
  std::vector<ImVec4> clips_;  // by vertex
  // In the order in which they are drawn, those that reach into each 8 px of height.
  static int band_of(float y) { return std::clamp(static_cast<int>(y / 8), 0, 255); }
  std::vector<Triangle> bands_[256];
};

}  // namespace lamplight::test
