// Tabs: which views are offered, and how one goes from one to another.
#include "ui/screen.h"

namespace lamplight::test {
namespace {

using ui::Key;
using ui::Node;
using ui::Role;

std::vector<std::string> tabs(const ui::Tree& tree) {
  std::vector<std::string> titles;
  for (const Node* tab : tree.find_all(Role::Tab)) titles.push_back(tab->label);
  return titles;
}

std::string selected_tab(const ui::Tree& tree) {
  std::string title;
  for (const Node* tab : tree.find_all(Role::Tab)) {
    if ((tab->flags & ui::flag_selected) != 0) title += tab->label;
  }
  return title;
}

TEST(Tabs, OfferTheViewsThatThereAre) {
  const auto screen = open_flagship();
  EXPECT_EQ(tabs(screen->tree()), (std::vector<std::string>{"List", "Table"}));
  EXPECT_EQ(selected_tab(screen->tree()), "List");
  const Node* list = screen->tree().find(Role::TabList, "Views");
  ASSERT_NE(list, nullptr);
  EXPECT_EQ(list->rect.h, 44);
  ASSERT_NE(screen->tree().find(Role::TabPanel, "List"), nullptr);
  expect_sound(*screen, 1440, 900);
}

TEST(Tabs, AreNotThereWhereThereIsNoChoice) {
  const auto screen = open_list("# Nothing yet\n");
  EXPECT_TRUE(tabs(screen->tree()).empty());
  EXPECT_EQ(screen->tree().find_all(Role::TabPanel).size(), 0u);
  expect_sound(*screen, 1440, 900);
}

TEST(Tabs, AnAddressOfAViewWithoutContentShowsTheList) {
  const auto screen = open_list("# Nothing yet\n");
  screen->session().open_url("view=table");
  screen->settle();
  EXPECT_NE(screen->tree().find(Role::Heading, "There is nothing in this list yet"), nullptr);
}

TEST(Tabs, AClickShowsTheViewAndTheAddressTellsIt) {
  const auto screen = open_flagship();
  ASSERT_TRUE(screen->point_and_click(*screen->tree().find(Role::Tab, "Table")));
  EXPECT_EQ(selected_tab(screen->tree()), "Table");
  EXPECT_EQ(screen->session().url(), "view=table");
  EXPECT_NE(screen->tree().find(Role::Grid, "Works"), nullptr);
  ASSERT_TRUE(screen->click(Role::Tab, "List"));
  EXPECT_EQ(screen->session().url(), "");
  EXPECT_EQ(screen->tree().find(Role::Grid, "Works"), nullptr);
}

TEST(Tabs, BracketsGoRoundTheViews) {
  const auto screen = open_flagship();
  screen->press(Key::NextView);
  EXPECT_EQ(selected_tab(screen->tree()), "Table");
  screen->press(Key::NextView);
  EXPECT_EQ(selected_tab(screen->tree()), "List");
  screen->press(Key::PreviousView);
  EXPECT_EQ(selected_tab(screen->tree()), "Table");
}

TEST(Tabs, ArrowsMoveAmongThemAndOneIsATabStop) {
  const auto screen = open_flagship();
  screen->ui().set_focus(screen->tree().find(Role::Tab, "List")->id);
  screen->settle();
  screen->press(Key::Right);
  EXPECT_EQ(selected_tab(screen->tree()), "Table");
  EXPECT_EQ(screen->ui().focus(), screen->tree().find(Role::Tab, "Table")->id);
  std::size_t stops = 0;
  for (const Node* tab : screen->tree().find_all(Role::Tab)) {
    stops += (tab->flags & ui::flag_tab_stop) != 0 ? 1 : 0;
  }
  EXPECT_EQ(stops, 1u);
}

TEST(Tabs, StandAtTheBottomOfAPhone) {
  const auto screen = open_flagship(390, 844);
  const Node* list = screen->tree().find(Role::TabList, "Views");
  ASSERT_NE(list, nullptr);
  EXPECT_EQ(list->rect, (ui::Rect{0, 844 - 56, 390, 56}));
  for (const Node* tab : screen->tree().find_all(Role::Tab)) {
    EXPECT_GE(tab->rect.w, 44) << tab->label;
    EXPECT_EQ(tab->rect.h, 56) << tab->label;
  }
  expect_sound(*screen, 390, 844);
}

TEST(Tabs, KeepQueryAndFilters) {
  const auto screen = open_flagship();
  screen->session().open_url("q=protein&has=code");
  screen->settle();
  const std::string count = screen->session().view_model().count_text;
  screen->press(Key::NextView);
  EXPECT_EQ(screen->session().url(), "q=protein&has=code&view=table");
  EXPECT_EQ(screen->session().view_model().count_text, count);
}

}  // namespace
}  // namespace lamplight::test
