// Theme: what the surroundings want otherwise, and what follows from it.
#include "ui/theme.h"

#include "ui/screen.h"

namespace lamplight::test {
namespace {

using namespace ui;

TEST(Theme, IsTheDesignsWhereNothingIsWanted) {
  EXPECT_EQ(make_theme(false).accent, rgb(0x1f5fd6));
  EXPECT_EQ(make_theme(true).accent, rgb(0x7fb0ff));
  EXPECT_EQ(make_theme(false).radius_field, 8);
}

TEST(Theme, MixesFromTheAccentWhatDependsOnIt) {
  ThemeChoice choice;
  choice.accent = rgb(0x7a1f5c);
  const Theme theme = make_theme(false, choice);
  EXPECT_EQ(theme.accent, rgb(0x7a1f5c));
  EXPECT_EQ(theme.accent_bg, mix(theme.panel, theme.accent, 0.1f));
  EXPECT_NE(theme.accent_hover, make_theme(false).accent_hover);
  EXPECT_EQ(theme.ink, make_theme(false).ink);
}

TEST(Theme, WritesOnTheAccentInWhatIsReadOnIt) {
  for (const std::uint32_t accent : {0x000000u, 0xffffffu, 0xffe000u, 0x1f5fd6u, 0x808080u}) {
    ThemeChoice choice;
    choice.accent = rgb(accent);
    const Theme theme = make_theme(false, choice);
    EXPECT_GE(contrast(theme.accent, theme.on_accent), 4.4f) << accent;
  }
}

TEST(Theme, KeepsInksReadableOnGroundsOfItsOwn) {
  ThemeChoice choice;
  choice.panel = rgb(0xfbf5e6);
  choice.bg = rgb(0xf1e9d2);
  choice.ink = rgb(0x22160a);
  const Theme theme = make_theme(false, choice);
  EXPECT_GE(contrast(theme.panel, theme.ink3), 4.5f);
  EXPECT_GE(contrast(theme.hover, theme.ink2), 4.5f);
  EXPECT_GE(contrast(theme.accent_bg, theme.ink2), 4.5f);
}

// The promise of the tokens: ink3 on the panel, ink2 on every ground.
TEST(Theme, KeepsInksReadableInLightAndDark) {
  for (const bool is_dark : {false, true}) {
    const Theme theme = make_theme(is_dark);
    EXPECT_GE(contrast(theme.panel, theme.ink3), 4.5f);
    for (const Color ground : {theme.panel, theme.bg, theme.hover, theme.accent_bg}) {
      EXPECT_GE(contrast(ground, theme.ink2), 4.5f);
    }
    EXPECT_GE(contrast(theme.bad_bg, theme.bad), 4.5f);
  }
}

constexpr const char* families[] = {"language", "vision", "audio", "multimodal", "other"};

TEST(Theme, KnowsContrastAsWebGuidelinesCountIt) {
  EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xffffff)), 21.0f, 0.2f);
  EXPECT_NEAR(contrast(rgb(0x767676), rgb(0xffffff)), 4.54f, 0.05f);
  EXPECT_NEAR(contrast(rgb(0x1f5fd6), rgb(0xffffff)), 5.74f, 0.06f);
}

TEST(Theme, KeepsTheDesignsFamiliesWhereNothingIsWanted) {
  EXPECT_EQ(category_color(make_theme(false), "vision"), rgb(0xd55e00));
  EXPECT_EQ(category_color(make_theme(true), "vision"), rgb(0xf0a15e));
  ThemeChoice choice;
  choice.panel = rgb(0xfffefa);
  EXPECT_EQ(category_color(make_theme(false, choice), "vision"), rgb(0xd55e00));
}

// Whatever a page wants, what is drawn can be read: also a ground that is neither light nor dark,
// and inks and accents like their grounds.
TEST(Theme, KeepsTextReadableAndFamiliesSeenWhateverIsWanted) {
  const Color wanted[] = {rgb(0xffffff), rgb(0x000000), rgb(0x777777), rgb(0xfbf5e6),
                          rgb(0x122033), rgb(0xff0000), rgb(0x00ff00), rgb(0xffe000)};
  for (const bool is_dark : {false, true}) {
    for (const Color ground : wanted) {
      for (const Color ink : wanted) {
        for (const Color accent : wanted) {
          ThemeChoice choice;
          choice.bg = ground;
          choice.ink = ink;
          choice.accent = accent;
          const Theme theme = make_theme(is_dark, choice);
          for (const Color on : {theme.panel, theme.bg, theme.hover, theme.accent_bg}) {
            ASSERT_GE(contrast(on, theme.ink), 4.4f) << std::hex << ground << " " << ink;
            ASSERT_GE(contrast(on, theme.ink2), 4.4f) << std::hex << ground << " " << ink;
            ASSERT_GE(contrast(on, theme.accent), 4.4f) << std::hex << ground << " " << accent;
          }
          ASSERT_GE(contrast(theme.panel, theme.ink3), 4.4f);
          ASSERT_GE(contrast(theme.mark, theme.ink), 4.4f);
          ASSERT_GE(contrast(theme.good_bg, theme.good), 4.4f);
          ASSERT_GE(contrast(theme.warn_bg, theme.warn), 4.4f);
          ASSERT_GE(contrast(theme.bad_bg, theme.bad), 4.4f);
          for (const char* family : families) {
            ASSERT_GE(contrast(theme.panel, category_color(theme, family)), 2.95f) << family;
          }
        }
      }
    }
  }
}

TEST(Theme, TakesTheOtherGroundFromTheOneThatIsWanted) {
  ThemeChoice choice;
  choice.bg = rgb(0xf1e9d2);
  const Theme light = make_theme(false, choice);
  EXPECT_GT(contrast(light.panel, rgb(0x000000)), contrast(light.bg, rgb(0x000000)));
  choice.bg = rgb(0x10202c);
  const Theme dark = make_theme(false, choice);
  EXPECT_TRUE(dark.is_dark) << "a dark ground makes it a dark one";
  EXPECT_GE(contrast(dark.panel, dark.ink), 7.0f);
}

TEST(Theme, RoundsCornersInProportion) {
  ThemeChoice choice;
  choice.radius = 0.0f;
  EXPECT_EQ(make_theme(false, choice).radius_field, 0);
  choice.radius = 12.0f;
  EXPECT_EQ(make_theme(false, choice).radius_control, 12);
  EXPECT_EQ(make_theme(false, choice).radius_field, 16);
}

TEST(Theme, IsTakenUpByTheNextFrame) {
  const auto screen = open_flagship();
  EXPECT_EQ(screen->ui().background(), rgb(0xffffff));
  ThemeChoice light;
  light.panel = rgb(0xfbf5e6);
  ThemeChoice dark;
  dark.panel = rgb(0x202020);
  screen->ui().set_theme(light, dark);
  screen->settle();
  EXPECT_EQ(screen->ui().background(), rgb(0xfbf5e6));
  screen->input().system_is_dark = true;
  screen->settle();
  EXPECT_EQ(screen->ui().background(), rgb(0x202020));
}

}  // namespace
}  // namespace lamplight::test
