// A long list: its index is built between frames, while the list can be read.
#include "ui/screen.h"

namespace lamplight::test {
namespace {

using ui::Key;
using ui::Node;
using ui::Role;

constexpr int works = 12'000;

std::string long_list() {
  std::string markdown = "# Many\n\n## All\n";
  for (int i = 0; i < works; ++i) {
    const std::string number = std::to_string(i);
    markdown += "- Work" + number + ": about protein " + std::to_string(i % 977) +
                " [[Paper]](https://example.org/" + number + ")\n";
  }
  return markdown;
}

std::unique_ptr<platform::Headless> open_long_list(float width = 1440) {
  auto screen = std::make_unique<platform::Headless>(width, 900);
  // Stopped before the first frame, so that tests see it as it is while it goes on.
  EXPECT_TRUE(screen->session().add_snapshot("2024-01-01", long_list()).is_ok());
  screen->session().dispatch(app::SetPreparing{false});
  screen->settle();
  return screen;
}

void finish(platform::Headless& screen) {
  for (int tries = 0; tries < 10'000 && screen.session().is_preparing(); ++tries) screen.settle();
  ASSERT_FALSE(screen.session().is_preparing());
  screen.settle();
}

TEST(Preparing, TheListIsThereAndScrollsMeanwhile) {
  for (const float width : {1440.0f, 390.0f}) {
    const auto screen = open_long_list(width);
    ASSERT_TRUE(screen->session().view_model().preparing.has_value());
    EXPECT_FALSE(screen->tree().find_all(Role::Row).empty());
    expect_sound(*screen, width, 900);
    screen->wheel(200, 500, -20);
    EXPECT_GT(screen->tree().find_all(Role::Row).front()->position_in_set, 1);
  }
}

TEST(Preparing, KeysReachTheLastWorkMeanwhile) {
  const auto screen = open_long_list();
  screen->press(Key::End);
  EXPECT_EQ(screen->tree().find_all(Role::Row).back()->position_in_set, works);
}

TEST(Preparing, CanBeCancelledAndTakenUpAgain) {
  const auto screen = open_long_list();
  EXPECT_NE(find_begin(screen->tree(), Role::Text, "Search is off"), nullptr);
  EXPECT_EQ(screen->settle(), 1) << "nothing goes on";
  EXPECT_TRUE(screen->tree().find_all(Role::ProgressBar).empty());
  const Node* button = screen->tree().find(Role::Button, "Prepare the search");
  ASSERT_NE(button, nullptr);
  ASSERT_TRUE(screen->ui().activate(button->id));
  screen->draw_frame();
  EXPECT_TRUE(screen->session().is_preparing());
  finish(*screen);
  EXPECT_FALSE(screen->session().view_model().preparing.has_value());
  EXPECT_EQ(screen->tree().find(Role::Button, "Prepare the search"), nullptr);
  EXPECT_FALSE(screen->tree().find_all(Role::Checkbox).empty());
  expect_sound(*screen, 1440, 900);
}

TEST(Preparing, AQueryWaitsForIt) {
  const auto screen = open_long_list();
  screen->type("protein 976 ");
  EXPECT_EQ(screen->tree().find_all(Role::SearchBox).front()->value, "protein 976 ");
  EXPECT_EQ(screen->session().view_model().rows.size(), static_cast<std::size_t>(works));
  screen->session().dispatch(app::SetPreparing{true});
  finish(*screen);
  EXPECT_LT(screen->session().view_model().rows.size(), 100u);
  EXPECT_GT(screen->session().view_model().rows.size(), 0u);
}

TEST(Preparing, IsSeenAsItGoesOn) {
  const auto screen = open_long_list();
  screen->session().dispatch(app::SetPreparing{true});
  EXPECT_TRUE(screen->draw_frame());
  const std::vector<const Node*> bars = screen->tree().find_all(Role::ProgressBar);
  ASSERT_EQ(bars.size(), 1u);
  EXPECT_EQ(bars[0]->label, "Preparing the search");
  EXPECT_LT(std::stoi(bars[0]->value), 100);
  EXPECT_NE(screen->tree().find(Role::Text, "Preparing the search… " + bars[0]->value + "%"),
            nullptr);
  expect_sound(*screen, 1440, 900);
  ASSERT_TRUE(
      screen->ui().activate(screen->tree().find(Role::Button, "Cancel preparing the search")->id));
  screen->draw_frame();
  EXPECT_FALSE(screen->session().is_preparing());
}

}  // namespace
}  // namespace lamplight::test
