// Contrast: every text on every ground, in every state that can be reached.
#include "ui/contrast.h"

#include <functional>
#include <string>

namespace lamplight::test {
namespace {

using ui::Key;
using ui::Role;

struct Case {
  const char* name;
  const char* url;
  std::function<void(platform::Headless&)> act = [](platform::Headless&) {};
};

// The pointer over, and pressed on, every kind of thing that answers it.
void point_at_all(platform::Headless& screen, const std::function<void()>& look) {
  for (float y = 20; y < screen.input().height; y += 61) {
    for (const float part : {0.05f, 0.35f, 0.8f}) {
      screen.wheel(screen.input().width * part, y, 0);
      look();
    }
  }
}

const std::vector<Case>& cases() {
  static const std::vector<Case> all = {
      {"list", ""},
      {"search", "q=protein"},
      {"detail", "q=protein&work=openfold"},
      {"filters", "family=vision&has=code&year=2020..2022"},
      {"two snapshots", "since=2023-03-29"},
      {"an older snapshot", "at=2023-03-29"},
      {"nothing found", "q=zzzzzz&family=audio"},
      {"notices", "year=never&sort=upwards&has=wings"},
      {"table", "view=table"},
      {"table and detail", "view=table&work=openfold&q=model"},
      {"suggestions", "", [](platform::Headless& screen) { screen.type("lan"); }},
      {"keys", "", [](platform::Headless& screen) { screen.press(Key::Question); }},
      {"a row by keyboard", "",
       [](platform::Headless& screen) {
         screen.press(Key::Down);
         screen.press(Key::Down);
       }},
      {"saved", "",
       [](platform::Headless& screen) {
         screen.press(Key::Down);
         screen.press(Key::Save);
       }},
      {"columns", "view=table",
       [](platform::Headless& screen) { screen.click(Role::Button, "Columns"); }},
      {"filters of a phone", "",
       [](platform::Headless& screen) { screen.click(Role::Button, "Filters"); }},
  };
  return all;
}

std::string hex(ui::Color color) {
  char text[8];
  std::snprintf(text, sizeof text, "%02x%02x%02x", color & 0xff, (color >> 8) & 0xff,
                (color >> 16) & 0xff);
  return text;
}

void expect_readable(platform::Headless& screen, const std::string& what) {
  std::string told;
  for (const GlyphContrast& glyph : DrawnFrame(screen).contrasts()) {
    if (glyph.ratio >= 4.5f) continue;
    std::string line = hex(glyph.ink) + " on " + hex(glyph.ground);
    if (told.find(line) != std::string::npos) continue;
    told += line;
    ADD_FAILURE() << what << ": " << line << " is " << glyph.ratio << ":1 at " << glyph.x << ", "
                  << glyph.y;
  }
}

struct Window {
  float width, height;
  bool has_hover;
};

class ContrastOf : public testing::TestWithParam<Window> {};

TEST_P(ContrastOf, EveryTextIsReadInEveryState) {
  const Window window = GetParam();
  const auto screen = open_flagship(window.width, window.height);
  screen->input().has_pointer_hover = window.has_hover;
  for (const bool is_dark : {false, true}) {
    screen->input().system_is_dark = is_dark;
    for (const Case& each : cases()) {
      screen->session().open_url(each.url);
      screen->settle();
      each.act(*screen);
      const std::string what = std::string(each.name) + (is_dark ? ", dark" : ", light");
      expect_readable(*screen, what);
      for (int i = 0; i < 3; ++i) screen->press(Key::Escape);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Windows, ContrastOf,
                         testing::Values(Window{1440, 900, true}, Window{700, 900, true},
                                         Window{390, 844, false}));

TEST(Contrast, IsKeptUnderThePointer) {
  for (const char* url : {"q=protein&work=openfold&family=language", "view=table&work=openfold"}) {
    const auto screen = open_flagship();
    for (const bool is_dark : {false, true}) {
      screen->input().system_is_dark = is_dark;
      screen->session().open_url(url);
      screen->settle();
      point_at_all(*screen,
                   [&] { expect_readable(*screen, std::string(url) + " under the pointer"); });
    }
  }
}

// The measure itself.
TEST(Contrast, IsThatOfColoursAsTheyComeOut) {
  const auto screen = open_flagship();
  const std::vector<GlyphContrast> glyphs = DrawnFrame(*screen).contrasts();
  EXPECT_GT(glyphs.size(), 1000u);
  float least = 21;
  for (const GlyphContrast& glyph : glyphs) least = std::min(least, glyph.ratio);
  std::printf("least contrast of the list: %.2f:1\n", static_cast<double>(least));
  screen->press(Key::Down);
  screen->type("protein");
  screen->press(Key::Escape);
  const std::vector<GlyphContrast> seen = DrawnFrame(*screen).contrasts();
  const auto stands_on = [&](std::uint32_t ground) {
    return std::any_of(seen.begin(), seen.end(), [&](const GlyphContrast& glyph) {
      return glyph.ink == ui::rgb(0x16191d) && glyph.ground == ui::rgb(ground);
    });
  };
  EXPECT_TRUE(stands_on(0xffffff)) << "a title on the panel";
  EXPECT_TRUE(stands_on(0xfff0a8)) << "what was searched, on its mark";
  EXPECT_FALSE(stands_on(0x16191d));
}

}  // namespace
}  // namespace lamplight::test
