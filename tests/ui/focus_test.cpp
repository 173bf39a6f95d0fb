// The keyboard: where it is, what it selects, and that it is never lost.
#include "ui/focus.h"

#include <string>

#include "app/own_text.h"
#include "ui/screen.h"

namespace lamplight::test {
namespace {

using ui::Key;
using ui::Node;
using ui::Role;

const Node& focused(const platform::Headless& screen) {
  const Node* const node =
      screen.tree().find_id(const_cast<platform::Headless&>(screen).ui().focus());
  static const Node none;
  return node != nullptr ? *node : none;
}

// The row that has the keyboard, from 1; 0: none.
int focused_row(const platform::Headless& screen) {
  for (const Node* at = &focused(screen); at != nullptr; at = parent_of(screen.tree(), *at)) {
    if (at->role == Role::Row) return at->position_in_set;
    if (at->parent < 0) break;
  }
  return 0;
}

const Node* detail_of(const platform::Headless& screen) {
  return screen.tree().find(Role::Complementary, "Details");
}

std::vector<const Node*> stops_below(const ui::Tree& tree, Role role, std::string_view label) {
  std::vector<const Node*> stops;
  const Node* const around = tree.find(role, label);
  for (std::size_t i = 0; around != nullptr && i < tree.nodes.size(); ++i) {
    if (ui::takes_focus(tree.nodes, i) && ui::is_within(tree, tree.nodes[i].id, around->id)) {
      stops.push_back(&tree.nodes[i]);
    }
  }
  return stops;
}

// As a click or the Enter key on what has the keyboard.
void activate(platform::Headless& screen, const Node& node) {
  const std::uint32_t id = node.id;
  screen.ui().set_focus(id);
  ASSERT_TRUE(screen.ui().activate(id));
  screen.settle();
}

TEST(Focus, TheListIsOneStopOfTheTabKey) {
  const auto screen = open_flagship();
  EXPECT_EQ(stops_below(screen->tree(), Role::Grid, "List").size(), 1u);
  screen->wheel(600, 400, -20);
  const std::vector<const Node*> stops = stops_below(screen->tree(), Role::Grid, "List");
  ASSERT_EQ(stops.size(), 1u);
  const Node& works = region(screen->tree(), "Works");
  EXPECT_GE(stops[0]->rect.y, works.scroll_y) << "of what is in sight";
}

TEST(Focus, ArrowsMoveTheKeyboardAndTheSelectionTogether) {
  const auto screen = open_flagship();
  for (const int row : {1, 2, 3}) {
    screen->press(Key::Down);
    EXPECT_EQ(focused_row(*screen), row);
    EXPECT_EQ(focused(*screen).role, Role::Link);
    EXPECT_NE(focused(*screen).flags & ui::flag_current, 0u) << "it is the selected one";
  }
  screen->press(Key::Up);
  EXPECT_EQ(focused_row(*screen), 2);
}

TEST(Focus, ArrowsGoOnFromTheRowThatHasTheKeyboard) {
  const auto screen = open_flagship();
  screen->session().open_url("work=openfold");
  screen->settle();
  const std::vector<const Node*> rows = screen->tree().find_all(Role::Row);
  const int position = rows[3]->position_in_set;
  const auto place = static_cast<std::size_t>(rows[3] - screen->tree().nodes.data());
  screen->ui().set_focus(screen->tree().nodes[place + 2].id);
  screen->press(Key::Down);
  EXPECT_EQ(focused_row(*screen), position + 1);
}

TEST(Focus, SidewaysAreTheLinksOfARow) {
  const auto screen = open_flagship();
  screen->type("openfold");
  screen->press(Key::Down);
  ASSERT_EQ(focused_row(*screen), 1);
  screen->press(Key::Right);
  EXPECT_EQ(focused(*screen).url.substr(0, 5), "https");
  EXPECT_EQ(focused_row(*screen), 1);
  EXPECT_EQ(stops_below(screen->tree(), Role::Grid, "List").size(), 1u);
  for (int i = 0; i < 5; ++i) screen->press(Key::Right);
  EXPECT_EQ(focused(*screen).label, "Code") << "the last one";
  for (int i = 0; i < 5; ++i) screen->press(Key::Left);
  EXPECT_EQ(focused(*screen).url, "#q=openfold&work=openfold");
}

TEST(Focus, EnterOpensTheRowThatHasTheKeyboardAndGoesIntoItsDetail) {
  for (const float width : {1440.0f, 800.0f, 390.0f}) {
    const auto screen = open_flagship(width);
    screen->press(Key::Down);
    screen->press(Key::Down);
    ASSERT_EQ(focused_row(*screen), 2) << width;
    const std::string url = focused(*screen).url;
    screen->press(Key::Enter);
    EXPECT_EQ("#work=" + screen->session().state().work, url) << width;
    EXPECT_EQ(focused(*screen).role, Role::Heading) << width;
    EXPECT_EQ(focused(*screen).level, 2) << width;
    screen->press(Key::Escape);
    EXPECT_EQ(screen->session().state().work, "") << width;
    EXPECT_EQ(focused_row(*screen), 2) << width << ": and back to the row";
  }
}

TEST(Focus, KeysFasterThanFramesLoseNothing) {
  const auto screen = open_flagship();
  for (int i = 0; i < 3; ++i) screen->ui().press(Key::Down);
  screen->ui().press(Key::Enter);
  screen->settle();
  EXPECT_EQ(focused(*screen).role, Role::Heading);
  screen->press(Key::Escape);
  EXPECT_EQ(focused_row(*screen), 3);
}

TEST(Focus, ArrowsMakeNoHistoryAndEnterDoes) {
  const auto screen = open_flagship();
  screen->ui().press(Key::Down);
  for (const app::Action& action : screen->ui().take_actions()) {
    EXPECT_FALSE(app::makes_history(action));
  }
  screen->ui().press(Key::Enter);
  bool has_step = false;
  for (const app::Action& action : screen->ui().take_actions()) {
    has_step = has_step || app::makes_history(action);
  }
  EXPECT_TRUE(has_step);
}

TEST(Focus, OOpensTheFirstLinkOfTheRowThatHasTheKeyboard) {
  const auto screen = open_flagship();
  screen->type("kebiolm");
  screen->press(Key::Down);
  screen->press(Key::Open);
  std::string opened;
  for (const ui::Effect& effect : screen->effects()) {
    if (const auto* open = std::get_if<ui::OpenLink>(&effect)) opened = open->url;
  }
  EXPECT_EQ(opened, "https://arxiv.org/abs/2104.10344");
}

TEST(Focus, LettersAreForTheRowThatHasTheKeyboardThoughAnotherIsOpen) {
  const auto screen = open_flagship();
  screen->session().open_url("work=openfold");
  screen->settle();
  const std::vector<const Node*> rows = screen->tree().find_all(Role::Row);
  const Node* other = nullptr;
  for (const Node* row : rows) {
    if ((row->flags & ui::flag_current) == 0) other = row;
  }
  const auto place = static_cast<std::size_t>(other - screen->tree().nodes.data());
  const Node link = screen->tree().nodes[place + 2];
  screen->ui().set_focus(link.id);
  screen->press(Key::Save);
  ASSERT_EQ(screen->session().state().saved.size(), 1u);
  EXPECT_EQ(link.url, "#work=" + screen->session().state().saved[0]);
  screen->press(Key::Cite);
  std::string copied;
  for (const ui::Effect& effect : screen->effects()) {
    if (const auto* copy = std::get_if<ui::CopyText>(&effect)) copied = copy->text;
  }
  EXPECT_EQ(copied.find("openfold"), std::string::npos) << copied;
  EXPECT_EQ(copied.substr(0, 1), "@");
}

TEST(Focus, StaysInARowThatIsScrolledAway) {
  const auto screen = open_flagship();
  screen->press(Key::Down);
  const Node row = focused(*screen);
  screen->wheel(600, 400, -50);
  EXPECT_EQ(focused(*screen).id, row.id);
  EXPECT_EQ(stops_below(screen->tree(), Role::Grid, "List").size(), 1u);
  expect_sound(*screen, 1440, 900);
  screen->press(Key::Down);
  EXPECT_EQ(focused_row(*screen), 2);
  EXPECT_LT(region(screen->tree(), "Works").scroll_y, 200);
}

TEST(Focus, ARemovedChipGivesTheKeyboardToTheNext) {
  const auto screen = open_flagship();
  screen->session().open_url("year=2020..2023&has=code&family=language");
  screen->settle();
  activate(*screen, *find_begin(screen->tree(), Role::Button, "Remove filter"));
  EXPECT_EQ(focused(*screen).label.substr(0, 13), "Remove filter");
  activate(*screen, *find_begin(screen->tree(), Role::Button, "Clear all filters"));
  EXPECT_NE(focused(*screen).id, 0u);
  EXPECT_EQ(focused(*screen).label, "Order");
}

TEST(Focus, ShowMoreGivesTheKeyboardToTheFirstThatCame) {
  const auto screen = open_flagship();
  const Node more = *find_begin(screen->tree(), Role::Button, "Show ");
  std::string last;
  for (const Node& node : screen->tree().nodes) {
    if (node.id == more.id) break;
    if (node.role == Role::Checkbox) last = node.label;
  }
  activate(*screen, more);
  ASSERT_EQ(focused(*screen).role, Role::Checkbox);
  const auto at = static_cast<std::size_t>(&focused(*screen) - screen->tree().nodes.data());
  std::string before;
  for (std::size_t i = 0; i < at; ++i) {
    if (screen->tree().nodes[i].role == Role::Checkbox) before = screen->tree().nodes[i].label;
  }
  EXPECT_EQ(before, last);
}

TEST(Focus, CloseLeadsBackToTheRow) {
  const auto screen = open_flagship();
  screen->session().open_url("work=openfold");
  screen->settle();
  activate(*screen, *screen->tree().find(Role::Button, "Close details"));
  EXPECT_EQ(detail_of(*screen), nullptr);
  EXPECT_EQ(focused(*screen).url, "#work=openfold");
}

TEST(Focus, ARelatedWorkIsEnteredFromItsHeading) {
  const auto screen = open_flagship();
  screen->session().open_url("work=openfold");
  screen->settle();
  const ui::Tree& tree = screen->tree();
  const Node* related = nullptr;
  for (const Node& node : tree.nodes) {
    const bool is_here = ui::is_within(tree, node.id, detail_of(*screen)->id);
    if (is_here && node.role == Role::Link && node.url.rfind("#work=", 0) == 0) related = &node;
  }
  ASSERT_NE(related, nullptr);
  activate(*screen, *related);
  EXPECT_EQ(focused(*screen).role, Role::Heading);
}

TEST(Focus, ClearingTheSearchLeavesItInTheField) {
  const auto screen = open_flagship();
  screen->type("fold");
  activate(*screen, *screen->tree().find(Role::Button, "Clear search"));
  EXPECT_EQ(focused(*screen).role, Role::SearchBox);
}

TEST(Focus, ComesBackFromWhatLayOverTheRest) {
  const auto screen = open_flagship(390);
  const Node filters = *screen->tree().find(Role::Button, "Filters");
  activate(*screen, filters);
  EXPECT_EQ(focused(*screen).label, "Close");
  activate(*screen, focused(*screen));
  EXPECT_EQ(focused(*screen).id, filters.id);
}

TEST(Focus, TheListOfKeysHasItAndGivesItBack) {
  const auto screen = open_flagship();
  screen->press(Key::Down);
  const std::uint32_t row = screen->ui().focus();
  screen->press(Key::Question);
  ASSERT_NE(screen->tree().find(Role::Dialog, "Keys"), nullptr);
  EXPECT_TRUE(ui::is_within(screen->tree(), screen->ui().focus(),
                            screen->tree().find(Role::Dialog, "Keys")->id));
  screen->press(Key::Escape);
  EXPECT_EQ(screen->ui().focus(), row);
}

TEST(Focus, KeysOfASingleLetterCanBeSwitchedOffForGood) {
  const auto screen = open_flagship();
  screen->press(Key::Question);
  ASSERT_TRUE(screen->click(Role::Checkbox, "Keys with a single letter or sign"));
  screen->press(Key::Escape);
  for (const Key key : {Key::Question, Key::Slash, Key::Save, Key::NextView}) screen->press(key);
  EXPECT_EQ(screen->tree().find(Role::Dialog, "Keys"), nullptr);
  EXPECT_EQ(screen->session().url(), "");
  screen->press(Key::Down);
  EXPECT_EQ(focused_row(*screen), 1) << "the others stay";
  const std::string own = app::print_own(screen->session().state());
  EXPECT_FALSE(app::parse_own(own).has_letter_keys);
  EXPECT_TRUE(app::parse_own("").has_letter_keys);
  ASSERT_TRUE(screen->click(Role::Button, "Keyboard shortcuts"));
  ASSERT_TRUE(screen->click(Role::Checkbox, "Keys with a single letter or sign"));
  screen->press(Key::Escape);
  screen->press(Key::Question);
  EXPECT_NE(screen->tree().find(Role::Dialog, "Keys"), nullptr);
}

TEST(Said, WhatIsDoneIsSaidOnce) {
  const auto screen = open_flagship();
  const auto said = [&] {
    std::vector<std::string> texts;
    for (const ui::Effect& effect : screen->effects()) {
      if (const auto* say = std::get_if<ui::Say>(&effect)) texts.push_back(say->text);
    }
    return texts;
  };
  EXPECT_TRUE(said().empty()) << "nothing was done";
  screen->press(Key::Down);
  EXPECT_TRUE(said().empty()) << "the focus says where it is";
  screen->session().dispatch(app::SelectWork{"openfold"});
  screen->settle();
  screen->press(Key::Save);
  screen->press(Key::Save);
  screen->session().dispatch(app::SetSort{{{"year", false}}});
  screen->settle();
  screen->session().dispatch(app::SetSnapshot{"2023-03-29"});
  screen->settle();
  const std::vector<std::string> expected = {
      "The details of OpenFold are open.", "The work was saved.", "The work is no longer saved.",
      "The order is now: Year.", "The list of Mar 2023 is shown."};
  EXPECT_EQ(said(), expected);
}

TEST(Focus, NothingTakesTheKeyboardThatNobodyHas) {
  const auto screen = open_flagship();
  screen->session().open_url("work=openfold");
  screen->settle();
  screen->session().open_url("q=protein");
  screen->settle();
  EXPECT_EQ(screen->ui().focus(), 0u);
}

TEST(Focus, ASelectedRowOfTheTableOpensAndComesBack) {
  const auto screen = open_flagship();
  screen->session().open_url("view=table");
  screen->settle();
  screen->press(Key::Down);
  ASSERT_EQ(focused(*screen).role, Role::GridCell);
  const std::uint32_t cell = focused(*screen).id;
  screen->press(Key::Enter);
  EXPECT_EQ(focused(*screen).role, Role::Heading);
  screen->press(Key::Escape);
  EXPECT_EQ(focused(*screen).id, cell);
}

}  // namespace
}  // namespace lamplight::test
