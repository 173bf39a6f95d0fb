#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace lamplight::ui {
namespace {

constexpr Theme light_theme = {
    .is_dark = false,
    .is_chosen = false,
    .bg = rgb(0xf6f7f9),
    .panel = rgb(0xffffff),
    .ink = rgb(0x16191d),
    .ink2 = rgb(0x4a5260),
    .ink3 = rgb(0x6b7484),
    .line = rgb(0xe3e6eb),
    .hover = rgb(0xf0f2f6),
    .accent = rgb(0x1f5fd6),
    .accent_bg = rgb(0xe8f0fe),
    .accent_hover = rgb(0x194fb5),
    .on_accent = rgb(0xffffff),
    .mark = rgb(0xfff0a8),
    .good = rgb(0x0a7f3f),
    .good_bg = rgb(0xe5f6ec),
    .warn = rgb(0x8a5000),
    .warn_bg = rgb(0xfff3dc),
    .bad = rgb(0xb3261e),
    .bad_bg = rgb(0xfdeceb),
    .scrim = fade(rgb(0x16191d), 0.32f),
    .shadow = fade(rgb(0x16191d), 0.03f),
    .radius_tag = 4,
    .radius_control = 6,
    .radius_field = 8,
};

constexpr Theme dark_theme = {
    .is_dark = true,
    .is_chosen = false,
    .bg = rgb(0x111418),
    .panel = rgb(0x181c22),
    .ink = rgb(0xe8ebf0),
    .ink2 = rgb(0xb3bbc8),
    .ink3 = rgb(0x949eae),
    .line = rgb(0x2a303a),
    .hover = rgb(0x20262f),
    .accent = rgb(0x7fb0ff),
    .accent_bg = rgb(0x1c2c49),
    .accent_hover = rgb(0xa3c7ff),
    .on_accent = rgb(0x111418),
    .mark = rgb(0x5b4c00),
    .good = rgb(0x5fd394),
    .good_bg = rgb(0x143323),
    .warn = rgb(0xf2c06a),
    .warn_bg = rgb(0x3a2c10),
    .bad = rgb(0xff9c92),
    .bad_bg = rgb(0x41201d),
    .scrim = fade(rgb(0x000000), 0.55f),
    .shadow = fade(rgb(0x000000), 0.16f),
    .radius_tag = 4,
    .radius_control = 6,
    .radius_field = 8,
};

// As much of the ink on the panel as the design's own greys are.
constexpr float second_ink = 0.78f, third_ink = 0.63f, hover_ink = 0.06f;
// WCAG 2: for text, and for what is no text.
constexpr float text_contrast = 4.5f, mark_contrast = 3;

// Of WCAG 2, but for its power of 2.4, which would bring a library function into the web module:
// between those of 2.25 and 2.5, which are roots.
float luminance(Color color) {
  constexpr float weights[] = {0.2126f, 0.7152f, 0.0722f};
  float sum = 0;
  for (int i = 0; i < 3; ++i) {
    const float part = static_cast<float>((color >> (8 * i)) & 0xffu) / 255;
    const float base = (part + 0.055f) / 1.055f;
    const float root = std::sqrt(base);
    const float power = base * base * (0.4f * std::sqrt(root) + 0.6f * root);
    sum += weights[i] * (part <= 0.04045f ? part / 12.92f : power);
  }
  return sum;
}

constexpr Color white = rgb(0xffffff), black = rgb(0x000000), ink_on_light = rgb(0x111418);

// Readable on all grounds that text stands on: they are near one another.
Color keep_readable(Color color, const Theme& theme) {
  for (const Color ground : {theme.panel, theme.bg, theme.hover, theme.accent_bg}) {
    color = keep_apart(color, ground, text_contrast);
  }
  return color;
}

// The ground of a state is mixed from its colour, which has to be read on it.
void mix_state(const Theme& theme, Color& color, Color& ground) {
  ground = mix(theme.panel, color, theme.is_dark ? 0.2f : 0.1f);
  color = keep_apart(keep_apart(color, theme.panel, text_contrast), ground, text_contrast);
}

struct Category {
  std::string_view name;
  Color light;
  Color dark;
};
constexpr Category categories[] = {
    {"language", rgb(0x0072b2), rgb(0x56b4e9)}, {"vision", rgb(0xd55e00), rgb(0xf0a15e)},
    {"audio", rgb(0x009e73), rgb(0x3cc79c)},    {"multimodal", rgb(0xaa4499), rgb(0xdd8ccf)},
    {"other", rgb(0x5b6472), rgb(0x9aa5b5)},
};

}  // namespace

Color mix(Color ground, Color color, float part) {
  Color mixed = 0xff000000u;
  for (const int shift : {0, 8, 16}) {
    const auto a = static_cast<float>((ground >> shift) & 0xffu);
    const auto b = static_cast<float>((color >> shift) & 0xffu);
    mixed |= static_cast<Color>(std::clamp(a + (b - a) * part + 0.5f, 0.0f, 255.0f)) << shift;
  }
  return mixed;
}

float contrast(Color a, Color b) {
  const float light_a = luminance(a) + 0.05f;
  const float light_b = luminance(b) + 0.05f;
  return std::max(light_a, light_b) / std::min(light_a, light_b);
}

Color keep_apart(Color color, Color ground, float least) {
  const Color end = contrast(ground, white) > contrast(ground, black) ? white : black;
  Color kept = color;
  for (int tenths = 1; tenths <= 10 && contrast(kept, ground) < least; ++tenths) {
    kept = mix(color, end, static_cast<float>(tenths) / 10);
  }
  return kept;
}

namespace {

void choose_grounds(Theme& theme, const ThemeChoice& choice) {
  // Of one of them the other follows: the panel is the lighter one.
  if (choice.bg) {
    theme.bg = *choice.bg;
    theme.panel = mix(theme.bg, white, theme.is_dark ? 0.03f : 0.6f);
  }
  if (choice.panel) {
    theme.panel = *choice.panel;
    if (!choice.bg) theme.bg = mix(theme.panel, black, theme.is_dark ? 0.2f : 0.03f);
  }
  if (choice.ink) theme.ink = *choice.ink;
  theme.ink = keep_apart(theme.ink, theme.panel, text_contrast);
  theme.hover = choice.hover ? *choice.hover : mix(theme.panel, theme.ink, hover_ink);
  theme.line = mix(theme.panel, theme.ink, 0.12f);
}

void choose_inks(Theme& theme) {
  theme.ink = keep_readable(theme.ink, theme);
  theme.ink2 = keep_readable(mix(theme.panel, theme.ink, second_ink), theme);
  theme.ink3 = keep_apart(mix(theme.panel, theme.ink, third_ink), theme.panel, text_contrast);
  theme.mark = keep_apart(theme.mark, theme.ink, text_contrast);
  mix_state(theme, theme.good, theme.good_bg);
  mix_state(theme, theme.warn, theme.warn_bg);
  mix_state(theme, theme.bad, theme.bad_bg);
}

void choose_colors(Theme& theme, const ThemeChoice& choice) {
  const bool has_grounds = choice.bg || choice.panel || choice.hover || choice.ink;
  if (has_grounds) choose_grounds(theme, choice);
  if (choice.line) theme.line = *choice.line;
  if (choice.accent) theme.accent = *choice.accent;
  theme.accent_bg = mix(theme.panel, theme.accent, theme.is_dark ? 0.2f : 0.1f);
  theme.accent = keep_readable(theme.accent, theme);
  theme.accent_hover = mix(theme.accent, theme.ink, 0.2f);
  const bool is_white_better =
      contrast(theme.accent, white) >= contrast(theme.accent, ink_on_light);
  theme.on_accent = is_white_better ? white : ink_on_light;
  if (has_grounds) choose_inks(theme);
}

}  // namespace

Theme make_theme(bool is_dark, const ThemeChoice& choice) {
  const std::optional<Color>& ground = choice.panel ? choice.panel : choice.bg;
  if (ground) is_dark = contrast(*ground, white) > contrast(*ground, black);
  Theme theme = is_dark ? dark_theme : light_theme;
  theme.is_chosen =
      choice.accent || choice.bg || choice.panel || choice.hover || choice.ink || choice.line;
  if (theme.is_chosen) choose_colors(theme, choice);
  if (choice.radius) {
    const float part = std::clamp(*choice.radius, 0.0f, 16.0f) / theme.radius_control;
    theme.radius_tag *= part;
    theme.radius_field *= part;
    theme.radius_control *= part;
  }
  return theme;
}

Color category_color(const Theme& theme, std::string_view category) {
  const Category* found = &categories[4];
  for (const Category& each : categories) {
    if (each.name == category) found = &each;
  }
  const Color color = theme.is_dark ? found->dark : found->light;
  return theme.is_chosen ? keep_apart(color, theme.panel, mark_contrast) : color;
}

}  // namespace lamplight::ui
