// A guest on somebody else's page: no header, the search in the toolbar, filters behind a button.
#include "ui/screen.h"

namespace lamplight::test {
namespace {

using namespace ui;

std::unique_ptr<platform::Headless> open_guest(float width, Place place = Place::Guest) {
  auto screen = open_flagship(width, 640);
  screen->input().place = place;
  screen->settle();
  return screen;
}

bool has_role(const Tree& tree, Role role) {
  for (const Node& node : tree.nodes) {
    if (node.role == role) return true;
  }
  return false;
}

TEST(Guest, HasNoHeaderAndNoLandmarksOfAPage) {
  for (const float width : {1200.0f, 900.0f, 390.0f}) {
    const auto screen = open_guest(width);
    for (const Role role : {Role::Banner, Role::Main, Role::ContentInfo}) {
      EXPECT_FALSE(has_role(screen->tree(), role)) << width;
    }
    EXPECT_EQ(find_begin(screen->tree(), Role::Heading, "Large AI"), nullptr) << width;
    EXPECT_EQ(find_begin(screen->tree(), Role::Button, "Theme"), nullptr) << width;
    EXPECT_NE(find_begin(screen->tree(), Role::SearchBox, "Search"), nullptr) << width;
  }
}

TEST(Guest, SearchesInTheToolbarBesideTheCount) {
  const auto screen = open_guest(900);
  const Node* const field = find_begin(screen->tree(), Role::SearchBox, "Search");
  const Node* const count = find_begin(screen->tree(), Role::Status, "208 works");
  ASSERT_NE(field, nullptr);
  ASSERT_NE(count, nullptr);
  EXPECT_LT(std::abs(field->rect.y + field->rect.h / 2 - count->rect.y - count->rect.h / 2), 4);
  EXPECT_LT(field->rect.x + field->rect.w, count->rect.x);
  screen->type("protein");
  screen->settle();
  EXPECT_EQ(screen->session().state().query, "protein");
}

TEST(Guest, HasItsFiltersBehindAButtonWhereItIsNarrow) {
  const auto wide = open_guest(1200);
  EXPECT_NE(wide->tree().find(Role::Navigation, "Filters"), nullptr);
  EXPECT_NE(find_begin(wide->tree(), Role::Select, "Date of the list"), nullptr);
  for (const float width : {999.0f, 760.0f, 390.0f}) {
    const auto screen = open_guest(width);
    EXPECT_EQ(screen->tree().find(Role::Navigation, "Filters"), nullptr) << width;
    ASSERT_TRUE(screen->click(Role::Button, "Filters")) << width;
    screen->settle();
    EXPECT_NE(screen->tree().find(Role::Navigation, "Filters"), nullptr) << width;
    EXPECT_NE(find_begin(screen->tree(), Role::Select, "Date of the list"), nullptr) << width;
    screen->press(Key::Escape);
    screen->settle();
    EXPECT_EQ(screen->tree().find(Role::Navigation, "Filters"), nullptr) << width;
  }
}

TEST(Guest, LeadsToTheAtlasWhereThereIsOne) {
  for (const float width : {1200.0f, 900.0f, 390.0f}) {
    const auto plain = open_guest(width);
    EXPECT_EQ(plain->tree().find(Role::Link, "Open the full atlas"), nullptr) << width;
    const auto screen = open_guest(width, Place::GuestOfAtlas);
    screen->session().dispatch(app::SetQuery{"protein"});
    screen->settle();
    const Node* const link = screen->tree().find(Role::Link, "Open the full atlas");
    ASSERT_NE(link, nullptr) << width;
    EXPECT_EQ(link->url, "#q=protein") << "with what is shown";
  }
}

}  // namespace
}  // namespace lamplight::test
