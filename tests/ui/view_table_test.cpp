// The table: cells, cursor, order, columns, what is copied.
#include <algorithm>

#include "ui/screen.h"

namespace lamplight::test {
namespace {

using ui::Key;
using ui::Modifiers;
using ui::Node;
using ui::Role;

constexpr Modifiers shift{.shift = true};
constexpr Modifiers control{.control = true};
constexpr Modifiers alt{.alt = true};

std::unique_ptr<platform::Headless> open_table(const std::string& url = "", float width = 1440,
                                               float height = 900) {
  auto screen = open_flagship(width, height);
  screen->session().open_url("view=table&" + url);
  screen->settle();
  return screen;
}

// What stands in the column, row by row.
std::vector<std::string> column(const ui::Tree& tree, std::string_view title) {
  const Node* head = tree.find(Role::ColumnHeader, title);
  EXPECT_NE(head, nullptr) << title;
  std::vector<std::string> texts;
  for (const Node* cell : tree.find_all(Role::GridCell)) {
    if (head != nullptr && cell->position_in_set == head->position_in_set) {
      texts.push_back(cell->label);
    }
  }
  return texts;
}

std::vector<std::string> heads(const ui::Tree& tree) {
  std::vector<std::string> titles;
  for (const Node* head : tree.find_all(Role::ColumnHeader)) titles.push_back(head->label);
  return titles;
}

// The cell of a row of the whole result, from 0, and a column; null where it is not drawn.
const Node* find_cell(const ui::Tree& tree, int row, std::string_view title) {
  const Node* head = tree.find(Role::ColumnHeader, title);
  for (const Node& cell : tree.nodes) {
    if (cell.role == Role::GridCell && cell.position_in_set == head->position_in_set &&
        parent_of(tree, cell)->position_in_set == row + 2) {
      return &cell;
    }
  }
  return nullptr;
}

const Node* tab_stop(const ui::Tree& tree) {
  for (const Node& node : tree.nodes) {
    const bool is_cell = node.role == Role::GridCell || node.role == Role::ColumnHeader;
    if (is_cell && (node.flags & ui::flag_tab_stop) != 0) return &node;
  }
  return nullptr;
}

std::vector<int> chosen_rows(const ui::Tree& tree) {
  std::vector<int> rows;
  for (const Node* row : tree.find_all(Role::Row)) {
    if ((row->flags & ui::flag_selected) != 0) rows.push_back(row->position_in_set - 2);
  }
  return rows;
}

void focus(platform::Headless& screen, int row, std::string_view title) {
  const Node* cell = find_cell(screen.tree(), row, title);
  ASSERT_NE(cell, nullptr) << row << title;
  screen.ui().activate(cell->id);
  screen.settle();
  screen.ui().set_focus(find_cell(screen.tree(), row, title)->id);
  screen.settle();
}

std::string copied(const platform::Headless& screen) {
  for (std::size_t i = screen.effects().size(); i-- > 0;) {
    if (const auto* copy = std::get_if<ui::CopyText>(&screen.effects()[i])) return copy->text;
  }
  return {};
}

TEST(Table, HasTheRowsAndColumnsOfTheWholeResult) {
  const auto screen = open_table("has=code");
  const Node* grid = screen->tree().find(Role::Grid, "Works");
  ASSERT_NE(grid, nullptr);
  EXPECT_EQ(grid->set_size, 69);  // 68 works and the header
  EXPECT_EQ(grid->level, 8);
  EXPECT_EQ(heads(screen->tree()),
            (std::vector<std::string>{"Name", "Title", "Model family", "Where", "Year", "Venue",
                                      "Links", "Since"}));
  const std::vector<const Node*> rows = screen->tree().find_all(Role::Row);
  ASSERT_GT(rows.size(), 20u);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i]->position_in_set, static_cast<int>(i) + 1);
    EXPECT_EQ(rows[i]->rect.h, 32);
  }
  expect_sound(*screen, 1440, 900);
}

TEST(Table, FillsTheWidthWithTheTitle) {
  for (const float width : {1440.0f, 1800.0f}) {
    const auto screen = open_table("", width);
    const Node* grid = screen->tree().find(Role::Grid, "Works");
    const Node* since = screen->tree().find(Role::ColumnHeader, "Since");
    EXPECT_EQ(since->rect.x + since->rect.w, grid->rect.x + grid->rect.w);
    EXPECT_EQ(region(screen->tree(), "Works").content_width, 0);
  }
}

TEST(Table, ScrollsSidewaysWhereItIsWider) {
  const auto screen = open_table("cols=name.300,title.600,where.300,venue.300,repository.300");
  EXPECT_EQ(region(screen->tree(), "Works").content_width, 1800);
  expect_sound(*screen, 1440, 900);
  screen->input().has_dom = true;
  screen->ui().scroll_to(region(screen->tree(), "Works").id, 0, 500);
  screen->settle();
  EXPECT_EQ(region(screen->tree(), "Works").scroll_x, 500);
  // What is out of sight has no head in the tree, and what is partly so no more than is seen.
  EXPECT_EQ(screen->tree().find(Role::ColumnHeader, "Name"), nullptr);
  const Node* grid = screen->tree().find(Role::Grid, "Works");
  EXPECT_EQ(screen->tree().find(Role::ColumnHeader, "Title")->rect.x, grid->rect.x);
}

TEST(Table, TellsTheWholeTextOfWhatIsCut) {
  const auto screen = open_table("cols=title.48,name");
  const std::vector<std::string> titles = column(screen->tree(), "Title");
  const Node* cell = find_cell(screen->tree(), 0, "Title");
  EXPECT_EQ(cell->label, titles.front());
  EXPECT_LT(screen->tree().text_below(*cell).size(), cell->label.size());
}

TEST(Table, ShowsACardOfWhatIsCutAfterAWhile) {
  const auto screen = open_table("cols=title.120,name");
  screen->ui().set_focus(find_cell(screen->tree(), 1, "Title")->id);
  screen->draw_frame();
  EXPECT_GT(screen->ui().wait_s(), 0.3f);
  screen->input().time_s += 0.5;
  screen->draw_frame();
  EXPECT_EQ(screen->ui().wait_s(), 0);
  // What is whole needs none.
  screen->session().open_url("view=table&cols=year");
  screen->settle();
  screen->ui().set_focus(find_cell(screen->tree(), 1, "Year")->id);
  screen->draw_frame();
  EXPECT_EQ(screen->ui().wait_s(), 0);
}

TEST(Table, ALinkOfTheTitleGoesToTheWork) {
  const auto screen = open_table("q=openfold");
  const Node* link = find_begin(screen->tree(), Role::Link, "OpenFold");
  ASSERT_NE(link, nullptr);
  EXPECT_EQ(link->url, "#q=openfold&view=table&work=openfold");
  ASSERT_TRUE(screen->point_and_click(*link));
  EXPECT_EQ(screen->session().state().work, "openfold");
  EXPECT_NE(screen->tree().find(Role::Complementary, "Details"), nullptr);
  expect_sound(*screen, 1440, 900);
}

TEST(Table, LinksOfARowGoWhereTheListSays) {
  const auto screen = open_table("q=openfold");
  const Node* code = screen->tree().find(Role::Link, "Code");
  ASSERT_NE(code, nullptr);
  EXPECT_EQ(code->url, "https://github.com/aqlaboratory/openfold");
  ASSERT_TRUE(screen->point_and_click(Node(*code)));
  EXPECT_EQ(std::get<ui::OpenLink>(screen->effects().back()).url, code->url);
  EXPECT_EQ(screen->session().state().work, "");
}

TEST(Table, AClickOnAHeadSortsAndAnotherTurnsTheOrder) {
  const auto screen = open_table();
  ASSERT_TRUE(screen->point_and_click(*screen->tree().find(Role::ColumnHeader, "Year")));
  EXPECT_EQ(screen->session().url(), "sort=year&view=table");
  EXPECT_EQ(screen->tree().find(Role::ColumnHeader, "Year")->value, "descending");
  EXPECT_EQ(screen->tree().find(Role::ColumnHeader, "Name")->value, "");
  const std::vector<std::string> years = column(screen->tree(), "Year");
  EXPECT_TRUE(std::is_sorted(years.rbegin(), years.rend()));
  ASSERT_TRUE(screen->point_and_click(*screen->tree().find(Role::ColumnHeader, "Year")));
  EXPECT_EQ(screen->session().url(), "sort=-year&view=table");
  EXPECT_EQ(screen->tree().find(Role::ColumnHeader, "Year")->value, "ascending");
}

TEST(Table, ShiftAddsASecondKey) {
  const auto screen = open_table();
  ASSERT_TRUE(screen->click(Role::ColumnHeader, "Year"));
  ASSERT_TRUE(screen->point_and_click(*screen->tree().find(Role::ColumnHeader, "Name"), shift));
  EXPECT_EQ(screen->session().url(), "sort=year,name&view=table");
  EXPECT_EQ(screen->tree().find(Role::ColumnHeader, "Name")->value, "ascending");
  EXPECT_EQ(screen->tree().find(Role::ColumnHeader, "Year")->value, "descending");
  ASSERT_TRUE(screen->click(Role::ColumnHeader, "Venue"));
  EXPECT_EQ(screen->session().url(), "sort=venue&view=table");
}

TEST(Table, ArrowsMoveByCellAndOneCellIsATabStop) {
  const auto screen = open_table();
  ASSERT_NE(tab_stop(screen->tree()), nullptr);
  EXPECT_EQ(tab_stop(screen->tree())->id, find_cell(screen->tree(), 0, "Name")->id);
  screen->press(Key::Down);
  EXPECT_EQ(screen->ui().focus(), find_cell(screen->tree(), 0, "Name")->id);
  screen->press(Key::Down);
  screen->press(Key::Right);
  screen->press(Key::Right);
  EXPECT_EQ(screen->ui().focus(), find_cell(screen->tree(), 1, "Model family")->id);
  EXPECT_EQ(tab_stop(screen->tree())->id, screen->ui().focus());
  screen->press(Key::End);
  EXPECT_EQ(screen->ui().focus(), find_cell(screen->tree(), 1, "Since")->id);
  screen->press(Key::Home);
  EXPECT_EQ(screen->ui().focus(), find_cell(screen->tree(), 1, "Name")->id);
  screen->press(Key::Up);
  screen->press(Key::Up);
  EXPECT_EQ(screen->ui().focus(), screen->tree().find(Role::ColumnHeader, "Name")->id);
  screen->press(Key::Down);
  EXPECT_EQ(screen->ui().focus(), find_cell(screen->tree(), 0, "Name")->id);
}

TEST(Table, KeepsTheCursorInView) {
  const auto screen = open_table();
  screen->press(Key::Down);
  screen->press(Key::End, control);
  const Node* cell = find_cell(screen->tree(), 207, "Since");
  ASSERT_NE(cell, nullptr);
  EXPECT_EQ(screen->ui().focus(), cell->id);
  const Node& works = region(screen->tree(), "Works");
  EXPECT_LE(cell->rect.y + cell->rect.h, works.scroll_y + works.rect.h);
  screen->press(Key::PageUp);
  EXPECT_EQ(find_cell(screen->tree(), 207 - static_cast<int>(works.rect.h / 32), "Since")->id,
            screen->ui().focus());
  screen->press(Key::Home, control);
  EXPECT_EQ(screen->ui().focus(), find_cell(screen->tree(), 0, "Name")->id);
  EXPECT_EQ(region(screen->tree(), "Works").scroll_y, 0);
}

TEST(Table, EnterOpensTheWorkAndSortsOnAHead) {
  const auto screen = open_table();
  focus(*screen, 2, "Title");
  screen->press(Key::Enter);
  EXPECT_EQ(screen->session().state().work, screen->session().row(2).id);
  screen->session().dispatch(app::SelectWork{});
  screen->settle();
  screen->ui().set_focus(screen->tree().find(Role::ColumnHeader, "Year")->id);
  ASSERT_TRUE(screen->click(Role::ColumnHeader, "Year"));
  screen->ui().set_focus(screen->tree().find(Role::ColumnHeader, "Year")->id);
  screen->settle();
  screen->press(Key::Enter);
  EXPECT_EQ(app::print_sort(screen->session().state().sort), "-year");
}

TEST(Table, ShiftChoosesRowsAndEscapeLetsThemGo) {
  const auto screen = open_table();
  focus(*screen, 2, "Title");
  screen->press(Key::Down, shift);
  screen->press(Key::Down, shift);
  EXPECT_EQ(chosen_rows(screen->tree()), (std::vector<int>{2, 3, 4}));
  EXPECT_NE(screen->tree().find(Role::Status, "3 rows selected"), nullptr);
  screen->press(Key::Up, shift);
  EXPECT_EQ(chosen_rows(screen->tree()), (std::vector<int>{2, 3}));
  screen->press(Key::Escape);
  EXPECT_TRUE(chosen_rows(screen->tree()).empty());
  EXPECT_EQ(screen->tree().find(Role::Status, "3 rows selected"), nullptr);
}

TEST(Table, ClicksWithShiftAndControlChooseRows) {
  const auto screen = open_table();
  ASSERT_TRUE(screen->point_and_click(*find_cell(screen->tree(), 1, "Year")));
  EXPECT_TRUE(chosen_rows(screen->tree()).empty());
  EXPECT_EQ(screen->session().state().work, "");
  ASSERT_TRUE(screen->point_and_click(*find_cell(screen->tree(), 3, "Year"), shift));
  EXPECT_EQ(chosen_rows(screen->tree()), (std::vector<int>{1, 2, 3}));
  ASSERT_TRUE(screen->point_and_click(*find_cell(screen->tree(), 2, "Year"), control));
  ASSERT_TRUE(screen->point_and_click(*find_cell(screen->tree(), 6, "Year"), control));
  EXPECT_EQ(chosen_rows(screen->tree()), (std::vector<int>{1, 3, 6}));
}

TEST(Table, CopiesTheChosenRowsOrElseAll) {
  const auto screen = open_table("cols=name,year");
  ASSERT_TRUE(screen->click(Role::Button, "Copy as TSV"));
  const std::string all = copied(*screen);
  EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 209);
  EXPECT_EQ(all.substr(0, 10), "Name\tYear\n");
  focus(*screen, 0, "Year");
  screen->press(Key::Down, shift);
  screen->press(Key::Cite, control);
  const std::string two = copied(*screen);
  EXPECT_EQ(std::count(two.begin(), two.end(), '\n'), 3);
  EXPECT_EQ(all.substr(0, two.size()), two);
}

TEST(Table, AnEdgeIsDraggedAndTheAddressKeepsTheWidth) {
  const auto screen = open_table();
  const Node name = *screen->tree().find(Role::ColumnHeader, "Name");
  EXPECT_EQ(name.rect.w, 138);
  const float edge = name.rect.x + name.rect.w - 3;
  const float y = name.rect.y + 10;
  screen->drag(edge, y, edge + 62, y);
  EXPECT_EQ(screen->tree().find(Role::ColumnHeader, "Name")->rect.w, 200);
  EXPECT_EQ(screen->session().state().setting("cols"),
            "name.200,title,family,where,year,venue,links,since");
  // Not narrower than a finger's width.
  screen->drag(edge + 62, y, edge - 400, y);
  EXPECT_EQ(screen->tree().find(Role::ColumnHeader, "Name")->rect.w, 48);
  EXPECT_EQ(app::print_sort(screen->session().state().sort), "");
}

TEST(Table, ADoubleClickOnAnEdgeFitsTheColumn) {
  const auto screen = open_table("cols=title.48,name");
  const Node title = *screen->tree().find(Role::ColumnHeader, "Title");
  const float edge = title.rect.x + title.rect.w - 3;
  const float y = title.rect.y + 10;
  screen->drag(edge, y, edge, y);
  screen->drag(edge, y, edge, y);
  const Node* fitted = screen->tree().find(Role::ColumnHeader, "Title");
  EXPECT_GT(fitted->rect.w, 200);
  // Nothing in sight is cut.
  for (int row = 0; row < 10; ++row) {
    const Node* cell = find_cell(screen->tree(), row, "Title");
    EXPECT_EQ(screen->tree().text_below(*cell), cell->label);
  }
}

TEST(Table, AltAndArrowsMoveTheEdgeOfTheHead) {
  const auto screen = open_table();
  ASSERT_TRUE(screen->click(Role::ColumnHeader, "Venue"));
  screen->ui().set_focus(screen->tree().find(Role::ColumnHeader, "Venue")->id);
  screen->settle();
  const float before = screen->tree().find(Role::ColumnHeader, "Venue")->rect.w;
  screen->press(Key::Right, alt);
  EXPECT_EQ(screen->tree().find(Role::ColumnHeader, "Venue")->rect.w, before + 16);
  screen->press(Key::Left, alt);
  screen->press(Key::Left, alt);
  EXPECT_EQ(screen->tree().find(Role::ColumnHeader, "Venue")->rect.w, before - 16);
}

TEST(Table, TheMenuShowsHidesAndMovesColumns) {
  const auto screen = open_table();
  ASSERT_TRUE(screen->click(Role::Button, "Columns"));
  ASSERT_NE(screen->tree().find(Role::Menu, "Columns"), nullptr);
  const Node* venue = screen->tree().find(Role::MenuItem, "Venue");
  ASSERT_NE(venue, nullptr);
  EXPECT_NE(venue->flags & ui::flag_checked, 0u);
  EXPECT_NE(screen->tree().find(Role::MenuItem, "Repository")->flags & ui::flag_unchecked, 0u);
  expect_sound(*screen, 1440, 900);
  ASSERT_TRUE(screen->click(Role::MenuItem, "Venue"));
  ASSERT_TRUE(screen->click(Role::MenuItem, "Repository"));
  EXPECT_EQ(screen->session().state().setting("cols"),
            "name,title,family,where,year,links,since,repository");
  // The keys: the first one down, then back.
  screen->press(Key::Home);
  EXPECT_EQ(screen->ui().focus(), screen->tree().find(Role::MenuItem, "Name")->id);
  screen->press(Key::Down, alt);
  EXPECT_EQ(heads(screen->tree())[1], "Name");
  EXPECT_EQ(screen->ui().focus(), screen->tree().find(Role::MenuItem, "Name")->id);
  ASSERT_TRUE(screen->click(Role::MenuItem, "Reset"));
  EXPECT_EQ(screen->session().url(), "view=table");
  screen->press(Key::Escape);
  EXPECT_EQ(screen->tree().find(Role::Menu, "Columns"), nullptr);
  EXPECT_EQ(screen->ui().focus(), screen->tree().find(Role::Button, "Columns")->id);
}

TEST(Table, TheLastColumnStays) {
  const auto screen = open_table("cols=title");
  ASSERT_TRUE(screen->click(Role::Button, "Columns"));
  ASSERT_TRUE(screen->click(Role::MenuItem, "Title"));
  EXPECT_EQ(heads(screen->tree()), std::vector<std::string>{"Title"});
}

TEST(Table, SaysWhatToDropWhenNothingIsFound) {
  const auto screen = open_table("q=zzzzzz");
  EXPECT_NE(screen->tree().find(Role::Heading, "No work matches all of this"), nullptr);
  EXPECT_TRUE(screen->tree().find_all(Role::Grid).empty());
  screen->press(Key::Down);
  expect_sound(*screen, 1440, 900);
}

TEST(Table, BringsAWorkOfTheAddressIntoView) {
  const auto screen = open_table("sort=title&work=openfold");
  const auto row = screen->session().find_row("openfold");
  const Node* cell = find_cell(screen->tree(), static_cast<int>(*row), "Name");
  ASSERT_NE(cell, nullptr);
  const Node& works = region(screen->tree(), "Works");
  EXPECT_GE(cell->rect.y, works.scroll_y);
  EXPECT_LE(cell->rect.y + 32, works.scroll_y + works.rect.h);
}

TEST(Table, DrawsNoMoreForManyWorksThanForFew) {
  std::string markdown = "# Many\n\n## All\n";
  constexpr int count = 3000;
  for (int i = 0; i < count; ++i) {
    markdown += "- Work" + std::to_string(i) + ": a title [[Paper]](https://example.org/" +
                std::to_string(i) + ")\n";
  }
  const auto screen = open_list(markdown);
  screen->session().open_url("view=table");
  screen->settle();
  const std::size_t few = screen->tree().nodes.size();
  EXPECT_LT(few, 1200u);
  screen->press(Key::Down);
  screen->press(Key::End, control);
  EXPECT_NE(find_cell(screen->tree(), count - 1, "Title"), nullptr);
  EXPECT_LT(screen->tree().nodes.size(), few + 200);
  expect_sound(*screen, 1440, 900);
}

TEST(Table, OnAPhoneShowsTitleAndTheValueThatATabPicks) {
  const auto screen = open_table("", 390, 844);
  expect_sound(*screen, 390, 844);
  ASSERT_TRUE(screen->click(Role::Tab, "Year"));
  EXPECT_EQ(screen->session().url(), "sort=year&view=table");
  const Node* picked = find_begin(screen->tree(), Role::Tab, "Year, descending");
  ASSERT_NE(picked, nullptr);
  EXPECT_NE(picked->flags & ui::flag_selected, 0u);
  const Node* row = screen->tree().find_all(Role::ListItem).front();
  EXPECT_NE(screen->tree().text_below(*row).find("2023"), std::string::npos);
  ASSERT_TRUE(screen->click(Role::Tab, "Venue"));
  EXPECT_EQ(screen->session().url(), "sort=venue&view=table");
  expect_sound(*screen, 390, 844);
}

TEST(Table, OnAPhoneCutsNoDescriptionWhereAnythingElseIsToBeShown) {
  const auto picked = [](const char* columns) {
    const auto screen = open_table(columns, 390, 844);
    for (const Node* tab : screen->tree().find_all(Role::Tab)) {
      const bool is_value = tab->label == "Description" || tab->label == "Where";
      if (is_value && (tab->flags & ui::flag_selected) != 0) return tab->label;
    }
    return std::string();
  };
  EXPECT_EQ(picked("cols=title,description,where"), "Where");
  EXPECT_EQ(picked("cols=title,description"), "Description");
}

TEST(Table, SurvivesWindowsOfEveryWidth) {
  for (const float width : {1.0f, 200.0f, 320.0f, 761.0f, 1000.0f, 2400.0f}) {
    const auto screen = open_table("", width, 500);
    screen->press(Key::Down);
    screen->press(Key::Down, shift);
    screen->tree().check();
  }
}

}  // namespace
}  // namespace lamplight::test
