// Theme: the colours and sizes of the design, for light and for dark, and what the surroundings
// want otherwise. Colours are packed as Dear ImGui packs them (0xAABBGGRR); sizes are CSS px.
//
//     ThemeChoice choice;
//     choice.accent = rgb(0x7a1f5c);             // all that is mixed from it follows
//     const Theme theme = make_theme(false, choice);
#pragma once

#include <cstdint>
#include <optional>
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
// `part` of `color`, the rest of `ground`; both opaque.
[[nodiscard]] Color mix(Color ground, Color color, float part);
// How well two opaque colours are told apart, 1 to 21 (WCAG 2, contrast ratio; within 1 %).
[[nodiscard]] float contrast(Color a, Color b);
// `color`, moved towards black or white as far as it takes to be told from `ground` so well.
[[nodiscard]] Color keep_apart(Color color, Color ground, float least);

struct Theme {
  bool is_dark;
  bool is_chosen;  // has other colours than the design's
  Color bg, panel, ink, ink2, ink3, line, hover;
  Color accent, accent_bg, accent_hover, on_accent;
  Color mark, good, good_bg, warn, warn_bg, bad, bad_bg;
  Color scrim, shadow;
  float radius_tag, radius_control, radius_field;
};

// What is not given is the design's, mixed from what is given where it depends on it. Whatever is
// given, text keeps 4.5:1 on what it stands on: inks, the accent and the colours of states give
// way.
struct ThemeChoice {
  std::optional<Color> accent;
  std::optional<Color> bg, panel, hover;  // the grounds
  std::optional<Color> ink, line;
  std::optional<float> radius;  // of controls; the others keep their ratio to it
};

// A ground that is dark makes the theme a dark one.
[[nodiscard]] Theme make_theme(bool is_dark, const ThemeChoice& choice = {});

// What is said in passing, where it is still read on that ground.
[[nodiscard]] inline Color quiet_ink(const Theme& theme, Color ground) {
  return contrast(theme.ink3, ground) >= 4.5f ? theme.ink3 : theme.ink2;
}

// Colour of a category ("language", "vision", ...); that of "other" for one that is not known. It
// keeps 3:1 on the panel.
[[nodiscard]] Color category_color(const Theme& theme, std::string_view category);

namespace sizes {
inline constexpr float header = 56, sidebar = 264, detail = 400, footer = 28;
inline constexpr float tabs = 44, toolbar = 48, bottom_bar = 56;
inline constexpr float touch = 44;
inline constexpr float detail_as_panel = 1100, sidebar_as_drawer = 760;
inline constexpr float guest_sidebar_as_drawer = 1000;
inline constexpr float phone_title = 50, phone_header = 101, phone_search = 58;

inline constexpr float h1 = 20, h2 = 18, title = 16, body = 14, small = 13, meta = 12, tag = 11;
}  // namespace sizes

}  // namespace lamplight::ui
