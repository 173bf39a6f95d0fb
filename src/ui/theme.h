// Theme: the colours and sizes of the design, for light and for dark. Colours are packed as
// Dear ImGui packs them (0xAABBGGRR); sizes are CSS px.
#pragma once

#include <cstdint>
#include <string_view>

namespace lamplight::ui {

using Color = std::uint32_t;

// From the notation of style sheets, 0xRRGGBB.
[[nodiscard]] constexpr Color rgb(std::uint32_t hex) {
  return 0xff000000u | ((hex & 0xffu) << 16) | (hex & 0xff00u) | (hex >> 16);
}
// The same colour, `alpha` of it.
[[nodiscard]] constexpr Color fade(Color color, float alpha) {
  const auto opaque = static_cast<float>(color >> 24);
  return (color & 0xffffffu) | (static_cast<Color>(opaque * alpha + 0.5f) << 24);
}

struct Theme {
  bool is_dark;
  Color bg, panel, ink, ink2, ink3, line, hover;
  Color accent, accent_bg, accent_hover, on_accent;
  Color mark, good, good_bg, warn, warn_bg;
  Color scrim, shadow;
};

[[nodiscard]] const Theme& theme_for(bool is_dark);

// Colour of a category ("language", "vision", ...); that of "other" for one that is not known.
[[nodiscard]] Color category_color(const Theme& theme, std::string_view category);

namespace sizes {
inline constexpr float header = 56, sidebar = 264, detail = 400, footer = 28;
inline constexpr float touch = 44;
inline constexpr float detail_as_panel = 1100, sidebar_as_drawer = 760;
inline constexpr float phone_title = 50, phone_header = 101;
inline constexpr float radius_tag = 4, radius_control = 6, radius_field = 8;

inline constexpr float h1 = 20, h2 = 18, title = 16, body = 14, small = 13, meta = 12, tag = 11;
}  // namespace sizes

}  // namespace lamplight::ui
