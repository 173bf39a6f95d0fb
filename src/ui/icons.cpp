// Icons: drawn as paths, since the reader's fonts may lack the signs.
#include <imgui.h>

#include <cmath>
#include <initializer_list>

#include "ui/canvas.h"

namespace lamplight::ui {
namespace {

constexpr float pi = 3.14159265f;

}  // namespace

void Canvas::icon(Icon icon, const Rect& box, Color color) {
  const Rect at = to_window(box);
  if (!is_seen(at)) return;
  const float s = at.w < at.h ? at.w : at.h;  // icons are designed on a unit square
  const float ox = at.x + (at.w - s) / 2;
  const float oy = at.y + (at.h - s) / 2;
  const float pen = s < 12 ? 1.15f : s < 24 ? 1.5f : 2;
  const auto p = [&](float x, float y) { return ImVec2(ox + x * s, oy + y * s); };
  const auto path = [&](std::initializer_list<ImVec2> points) {
    for (const ImVec2& point : points) draw_->PathLineTo(point);
    draw_->PathStroke(color, 0, pen);
  };
  // Of a star, from its top: tips and notches by turns.
  const auto corner = [&](int i) {
    const float angle = static_cast<float>(i) * pi / 5 - pi / 2;
    const float radius = i % 2 == 0 ? 0.50f : 0.195f;
    return p(0.5f + radius * std::cos(angle), 0.54f + radius * std::sin(angle));
  };
  switch (icon) {
    case Icon::None:
      break;
    case Icon::Search:
      draw_->AddCircle(p(0.42f, 0.42f), 0.30f * s, color, 0, pen);
      path({p(0.64f, 0.64f), p(0.90f, 0.90f)});
      break;
    case Icon::Cross:
      path({p(0.2f, 0.2f), p(0.8f, 0.8f)});
      path({p(0.8f, 0.2f), p(0.2f, 0.8f)});
      break;
    case Icon::ArrowOut:
      path({p(0.18f, 0.82f), p(0.80f, 0.20f)});
      path({p(0.30f, 0.20f), p(0.80f, 0.20f), p(0.80f, 0.70f)});
      break;
    case Icon::ArrowUp:
      path({p(0.5f, 0.9f), p(0.5f, 0.12f)});
      path({p(0.2f, 0.42f), p(0.5f, 0.12f), p(0.8f, 0.42f)});
      break;
    case Icon::ArrowDown:
      path({p(0.5f, 0.1f), p(0.5f, 0.88f)});
      path({p(0.2f, 0.58f), p(0.5f, 0.88f), p(0.8f, 0.58f)});
      break;
    case Icon::Copy:
      path({p(0.12f, 0.12f), p(0.68f, 0.12f), p(0.68f, 0.68f), p(0.12f, 0.68f), p(0.12f, 0.12f)});
      path({p(0.88f, 0.32f), p(0.88f, 0.88f), p(0.32f, 0.88f)});
      break;
    case Icon::Grip:
      for (const float x : {0.3f, 0.7f}) {
        for (const float y : {0.15f, 0.5f, 0.85f}) draw_->AddCircleFilled(p(x, y), 1, color);
      }
      break;
    case Icon::ChevronUp:
      path({p(0.15f, 0.64f), p(0.5f, 0.30f), p(0.85f, 0.64f)});
      break;
    case Icon::ChevronDown:
      path({p(0.15f, 0.36f), p(0.5f, 0.70f), p(0.85f, 0.36f)});
      break;
    case Icon::ChevronLeft:
      path({p(0.64f, 0.15f), p(0.30f, 0.5f), p(0.64f, 0.85f)});
      break;
    case Icon::Check:
      path({p(0.18f, 0.54f), p(0.41f, 0.76f), p(0.82f, 0.28f)});
      break;
    case Icon::HalfDisc:
      draw_->PathArcTo(p(0.5f, 0.5f), 0.38f * s, pi * 0.5f, pi * 1.5f);
      draw_->PathFillConvex(color);
      draw_->AddCircle(p(0.5f, 0.5f), 0.38f * s, color, 0, pen);
      break;
    case Icon::Sun:
      draw_->AddCircle(p(0.5f, 0.5f), 0.19f * s, color, 0, pen);
      for (int i = 0; i < 8; ++i) {
        const float x = std::cos(static_cast<float>(i) * pi / 4);
        const float y = std::sin(static_cast<float>(i) * pi / 4);
        path({p(0.5f + x * 0.33f, 0.5f + y * 0.33f), p(0.5f + x * 0.46f, 0.5f + y * 0.46f)});
      }
      break;
    case Icon::Moon:
      draw_->PathArcTo(p(0.5f, 0.5f), 0.38f * s, pi * 0.05f, pi * 1.45f);
      draw_->PathArcTo(p(0.68f, 0.32f), 0.30f * s, pi * 1.25f, pi * 0.25f);
      draw_->PathStroke(color, ImDrawFlags_Closed, pen);
      break;
    case Icon::Filter:
      path({p(0.10f, 0.28f), p(0.90f, 0.28f)});
      path({p(0.25f, 0.52f), p(0.75f, 0.52f)});
      path({p(0.40f, 0.76f), p(0.60f, 0.76f)});
      break;
    case Icon::Clock:
      draw_->AddCircle(p(0.5f, 0.5f), 0.40f * s, color, 0, pen);
      path({p(0.5f, 0.26f), p(0.5f, 0.52f), p(0.68f, 0.62f)});
      break;
    case Icon::Page:
      draw_->AddRect(p(0.18f, 0.08f), p(0.82f, 0.92f), color, 0.10f * s, 0, pen);
      path({p(0.34f, 0.36f), p(0.66f, 0.36f)});
      path({p(0.34f, 0.60f), p(0.66f, 0.60f)});
      break;
    case Icon::Tag:
      draw_->PathLineTo(p(0.10f, 0.22f));
      draw_->PathLineTo(p(0.60f, 0.22f));
      draw_->PathLineTo(p(0.92f, 0.50f));
      draw_->PathLineTo(p(0.60f, 0.78f));
      draw_->PathLineTo(p(0.10f, 0.78f));
      draw_->PathStroke(color, ImDrawFlags_Closed, pen);
      break;
    case Icon::Pencil:
      draw_->PathLineTo(p(0.12f, 0.88f));
      draw_->PathLineTo(p(0.18f, 0.64f));
      draw_->PathLineTo(p(0.70f, 0.12f));
      draw_->PathLineTo(p(0.88f, 0.30f));
      draw_->PathLineTo(p(0.36f, 0.82f));
      draw_->PathStroke(color, ImDrawFlags_Closed, pen);
      break;
    case Icon::Star:
      for (int i = 0; i < 10; ++i) draw_->PathLineTo(corner(i));
      draw_->PathStroke(color, ImDrawFlags_Closed, pen);
      break;
    case Icon::StarFull:
      // Triangles that overlap: side by side, their soft edges would show as lines.
      for (int i = 0; i < 10; i += 2) {
        draw_->AddTriangleFilled(corner(i), corner(i + 3), corner(i + 7), color);
      }
      break;
  }
}

}  // namespace lamplight::ui
