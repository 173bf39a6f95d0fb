#include "ui/theme.h"

namespace lamplight::ui {
namespace {

constexpr Theme light_theme = {
    .is_dark = false,
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
    .scrim = fade(rgb(0x16191d), 0.32f),
    .shadow = fade(rgb(0x16191d), 0.03f),
};

constexpr Theme dark_theme = {
    .is_dark = true,
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
    .scrim = fade(rgb(0x000000), 0.55f),
    .shadow = fade(rgb(0x000000), 0.16f),
};

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

const Theme& theme_for(bool is_dark) { return is_dark ? dark_theme : light_theme; }

Color category_color(const Theme& theme, std::string_view category) {
  const Category* found = &categories[4];
  for (const Category& each : categories) {
    if (each.name == category) found = &each;
  }
  return theme.is_dark ? found->dark : found->light;
}

}  // namespace lamplight::ui
