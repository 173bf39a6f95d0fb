// The list: rows, scrolling, selection by pointer and keys.
#include <algorithm>

#include "ui/screen.h"

namespace lamplight::test {
namespace {

using ui::Key;
using ui::Node;
using ui::Role;

TEST(List, ShowsTheFirstWorksWithTheirPlaceInTheSet) {
  const auto screen = open_flagship();
  const std::vector<const Node*> items = screen->tree().find_all(Role::Row);
  ASSERT_GT(items.size(), 8u);
  EXPECT_LT(items.size(), 40u);
  const Node* const grid = screen->tree().find(Role::Grid, "List");
  ASSERT_NE(grid, nullptr);
  EXPECT_EQ(grid->set_size, 208);
  EXPECT_EQ(grid->level, 2);
  for (std::size_t i = 0; i < items.size(); ++i) {
    EXPECT_EQ(items[i]->position_in_set, static_cast<int>(i) + 1);
  }
  expect_sound(*screen, 1440, 900);
}

TEST(List, RowsFollowEachOtherWithoutGap) {
  const auto screen = open_flagship();
  const std::vector<const Node*> items = screen->tree().find_all(Role::Row);
  for (std::size_t i = 1; i < items.size(); ++i) {
    EXPECT_EQ(items[i]->rect.y, items[i - 1]->rect.y + items[i - 1]->rect.h);
  }
}

TEST(List, LinksOfARowGoWhereTheListSays) {
  const auto screen = open_flagship();
  screen->type("openfold");
  const Node* row = find_begin(screen->tree(), Role::Link, "OpenFold: ");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->url, "#q=openfold&work=openfold");
  EXPECT_NE(row->flags & ui::flag_in_page, 0u);
  const Node* code = screen->tree().find(Role::Link, "Code");
  ASSERT_NE(code, nullptr);
  EXPECT_EQ(code->url, "https://github.com/aqlaboratory/openfold");
}

TEST(List, TheWholeTitleIsThereAsText) {
  for (const float width : {1440.0f, 1000.0f, 390.0f, 320.0f}) {
    const auto screen = open_flagship(width, 900);
    for (const Node* item : screen->tree().find_all(Role::Row)) {
      const auto place = static_cast<std::size_t>(item - screen->tree().nodes.data());
      const Node& link = screen->tree().nodes[place + 2];
      ASSERT_EQ(link.role, Role::Link);
      std::string text = screen->tree().text_below(link);
      std::string label = link.label;
      for (std::string* each : {&text, &label}) {
        each->erase(std::remove(each->begin(), each->end(), ' '), each->end());
      }
      EXPECT_EQ(text, label) << width;
    }
  }
}

// What stands as text within the first row.
std::string first_row_text(const platform::Headless& screen) {
  const std::vector<const Node*> items = screen.tree().find_all(Role::Row);
  EXPECT_FALSE(items.empty());
  return items.empty() ? std::string() : screen.tree().text_below(*items.front());
}

TEST(List, CutsADescriptionAfterItsSecondLine) {
  std::string words;
  for (int i = 0; i < 120; ++i) words += "word" + std::to_string(i) + " ";
  const auto height_of = [](const std::string& description, float width) {
    const auto screen =
        open_list("# L\n## S\n- [fmt](https://x.org) - " + description + "\n", width);
    expect_sound(*screen, width, 900);
    return screen->tree().find_all(Role::Row).front()->rect.h;
  };
  for (const float width : {1440.0f, 390.0f}) {
    EXPECT_EQ(height_of(words + "end.", width), height_of("A word.", width) + 18) << width;
  }
  const auto screen = open_list("# L\n## S\n- [fmt](https://x.org) - " + words + "end.\n");
  const std::string text = first_row_text(*screen);
  EXPECT_NE(text.find("word0 "), std::string::npos) << text;
  EXPECT_NE(text.find("…"), std::string::npos) << text;
  EXPECT_EQ(text.find("end."), std::string::npos) << text;
  ASSERT_TRUE(screen->point_and_click(*screen->tree().find(Role::Link, "fmt")));
  EXPECT_NE(
      screen->tree().text_below(*screen->tree().find(Role::Complementary, "Details")).find("end."),
      std::string::npos)
      << "the detail has all of it";
}

TEST(List, ShowsStatedTagsAsFarAsTheyFitWithoutMoreHeight) {
  const std::string list =
      "# L\n## S\n| Name | Description | License | Language |\n|---|---|---|---|\n"
      "| [fmt](https://x.org) | A formatter | MIT | Python |\n";
  const auto screen = open_list(list);
  const std::string text = first_row_text(*screen);
  EXPECT_NE(text.find("MIT"), std::string::npos) << text;
  EXPECT_NE(text.find("Python"), std::string::npos) << text;
  const auto narrow = open_list(list, 390);
  expect_sound(*narrow, 390, 900);
}

TEST(List, ScrollsByTheWheel) {
  const auto screen = open_flagship();
  const float before = region(screen->tree(), "Works").scroll_y;
  screen->wheel(600, 400, -5);
  const Node& works = region(screen->tree(), "Works");
  EXPECT_GT(works.scroll_y, before + 200);
  EXPECT_GT(screen->tree().find_all(Role::Row).front()->position_in_set, 1);
  EXPECT_EQ(region(screen->tree(), "Filters").scroll_y, 0);
  expect_sound(*screen, 1440, 900);
}

TEST(List, EndsWithTheLastWork) {
  const auto screen = open_flagship();
  screen->wheel(600, 400, -10000);
  const Node& works = region(screen->tree(), "Works");
  const Node& last = *screen->tree().find_all(Role::Row).back();
  EXPECT_EQ(last.position_in_set, 208);
  EXPECT_EQ(last.rect.y + last.rect.h, works.content_height);
  EXPECT_EQ(works.scroll_y, works.content_height - works.rect.h);
}

TEST(List, ScrollsWhereTheBrowserSays) {
  const auto screen = open_flagship();
  screen->input().has_dom = true;
  screen->ui().scroll_to(region(screen->tree(), "Works").id, 3000);
  screen->settle();
  EXPECT_EQ(region(screen->tree(), "Works").scroll_y, 3000);
  const Node& first = *screen->tree().find_all(Role::Row).front();
  EXPECT_LE(first.rect.y, 3000);
}

TEST(List, StartsFromTheFirstRowWhenTheQueryChanges) {
  const auto screen = open_flagship();
  screen->wheel(600, 400, -30);
  screen->type("model");
  EXPECT_EQ(region(screen->tree(), "Works").scroll_y, 0);
}

TEST(List, KeepsTheRowAtTheTopWhenTheWindowIsMadeNarrower) {
  const auto screen = open_flagship();
  screen->wheel(600, 400, -30);
  const auto row_at_top = [&] {
    const float top = region(screen->tree(), "Works").scroll_y;
    for (const Node* item : screen->tree().find_all(Role::Row)) {
      if (item->rect.y + item->rect.h > top) return item->position_in_set;
    }
    return 0;
  };
  const int before = row_at_top();
  screen->resize(1150, 900);
  EXPECT_NEAR(row_at_top(), before, 1);
  expect_sound(*screen, 1150, 900);
}

TEST(List, AClickOnARowOpensItsDetail) {
  const auto screen = open_flagship();
  const std::string third = row_titles(screen->tree())[2];
  ASSERT_TRUE(screen->point_and_click(*screen->tree().find(Role::Link, third)));
  EXPECT_NE(screen->session().state().work, "");
  ASSERT_NE(screen->tree().find(Role::Complementary, "Details"), nullptr);
  const Node* cell = parent_of(screen->tree(), *screen->tree().find(Role::Link, third));
  const Node* item = parent_of(screen->tree(), *cell);
  EXPECT_NE(item->flags & ui::flag_current, 0u);
  expect_sound(*screen, 1440, 900);
}

TEST(List, AClickOnALinkOfARowOpensTheLinkAndNotTheDetail) {
  const auto screen = open_flagship();
  const Node link = *screen->tree().find(Role::Link, "Paper");
  ASSERT_TRUE(screen->point_and_click(link));
  EXPECT_EQ(screen->session().state().work, "");
  ASSERT_EQ(screen->effects().size(), 1u);
  EXPECT_EQ(std::get<ui::OpenLink>(screen->effects()[0]).url, link.url);
}

TEST(List, ArrowsMoveTheSelectionAndKeepItInView) {
  const auto screen = open_flagship();
  screen->press(Key::Down);
  const std::string first = screen->session().state().work;
  EXPECT_NE(first, "");
  for (int i = 0; i < 30; ++i) screen->press(Key::Down);
  const Node& works = region(screen->tree(), "Works");
  const Node* current = nullptr;
  for (const Node* item : screen->tree().find_all(Role::Row)) {
    if ((item->flags & ui::flag_current) != 0) current = item;
  }
  ASSERT_NE(current, nullptr);
  EXPECT_EQ(current->position_in_set, 31);
  EXPECT_GE(current->rect.y, works.scroll_y - 1);
  EXPECT_LE(current->rect.y + current->rect.h, works.scroll_y + works.rect.h + 1);
  for (int i = 0; i < 40; ++i) screen->press(Key::Up);
  EXPECT_EQ(screen->session().state().work, first);
  EXPECT_EQ(region(screen->tree(), "Works").scroll_y, 0);
}

TEST(List, EndAndHomeGoToTheLastAndFirstWork) {
  const auto screen = open_flagship();
  screen->press(Key::End);
  EXPECT_EQ(screen->tree().find_all(Role::Row).back()->position_in_set, 208);
  EXPECT_NE(screen->tree().find_all(Role::Row).back()->flags & ui::flag_current, 0u);
  screen->press(Key::Home);
  EXPECT_EQ(screen->tree().find_all(Role::Row).front()->position_in_set, 1);
}

TEST(List, BringsAWorkOfTheAddressIntoView) {
  const auto screen = open_flagship();
  screen->session().open_url("work=openfold");
  screen->settle();
  const Node* row = find_begin(screen->tree(), Role::Link, "OpenFold: ");
  ASSERT_NE(row, nullptr);
  const Node& works = region(screen->tree(), "Works");
  EXPECT_GE(row->rect.y, works.scroll_y - 1);
}

TEST(List, BringsAWorkIntoViewThatIsFarDown) {
  std::string markdown = "# Many\n\n## All\n";
  for (int i = 0; i < 3000; ++i) {
    markdown += "- Work number " + std::to_string(i) + " [[Paper]](https://a.b/" +
                std::to_string(i) + ")\n";
  }
  const auto screen = open_list(markdown);
  screen->session().open_url("work=work-number-2900");
  screen->settle();
  const Node* row = find_begin(screen->tree(), Role::Link, "Work number 2900");
  ASSERT_NE(row, nullptr);
  const Node& works = region(screen->tree(), "Works");
  EXPECT_GE(row->rect.y, works.scroll_y - 1);
  EXPECT_LE(row->rect.y + row->rect.h, works.scroll_y + works.rect.h + 1);
}

TEST(List, RevealsAWorkAtTheTop) {
  const auto screen = open_flagship();
  screen->ui().reveal("openfold");
  screen->settle();
  const Node* row = find_begin(screen->tree(), Role::Link, "OpenFold: ");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->rect.y, region(screen->tree(), "Works").scroll_y);
  screen->ui().reveal("there-is-no-such-work");
  screen->settle();
  EXPECT_EQ(row->rect.y, region(screen->tree(), "Works").scroll_y);
}

TEST(List, RevealsAWorkWhereThePageHadIt) {
  const auto screen = open_flagship();
  const auto top_of = [&](std::string_view title) {
    const Node* row = find_begin(screen->tree(), Role::Link, title);
    const Node& works = region(screen->tree(), "Works");
    return row == nullptr ? -1 : row->rect.y - works.scroll_y + works.rect.y;
  };
  screen->ui().reveal("openfold", 333);
  screen->settle();
  EXPECT_EQ(top_of("OpenFold: "), 333);
  // The first row has the room above it that it had there, until other works are shown.
  screen->ui().reveal("chimed-gpt", 200);
  screen->settle();
  EXPECT_EQ(top_of("ChiMed-GPT: "), 200);
  screen->session().open_url("q=chimed");
  screen->settle();
  EXPECT_EQ(top_of("ChiMed-GPT: "), region(screen->tree(), "Works").rect.y);
}

TEST(List, SeemsNeverEmptyForRoomAboveItsFirstRow) {
  const auto screen = open_flagship();
  screen->ui().reveal("chimed-gpt", 800);
  screen->settle();
  const Node* row = find_begin(screen->tree(), Role::Link, "ChiMed-GPT: ");
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->rect.y, 240);
}

TEST(List, KeepsTheRoomAboveItsFirstRowWhenAnOlderListComes) {
  const auto screen = open_list("# One\n\n## All\n- Alpha [[Paper]](https://a.b/1)\n");
  screen->ui().reveal("alpha", 200);
  screen->settle();
  const auto top = [&] { return find_begin(screen->tree(), Role::Link, "Alpha")->rect.y; };
  const float before = top();
  EXPECT_GT(before, 0);
  ASSERT_TRUE(screen->session()
                  .add_snapshot("2023-01-01", "# One\n\n## All\n- Beta [[Paper]](https://a.b/2)\n")
                  .is_ok());
  screen->settle();
  EXPECT_EQ(top(), before);
}

TEST(List, DrawsNoMoreForManyWorksThanForFew) {
  std::string markdown = "# Many\n\n## All\n";
  constexpr int count = 4000;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    markdown += "- Work" + number + ": a title";
    for (int word = 0; word < i % 12; ++word) markdown += " that wraps";
    markdown += " [[Paper]](https://example.org/" + number + ")\n";
  }
  const auto screen = open_list(markdown);
  EXPECT_LT(screen->tree().nodes.size(), 700u);
  screen->wheel(600, 400, -60);
  expect_sound(*screen, 1440, 900);
  EXPECT_LT(screen->tree().nodes.size(), 700u);
  screen->press(Key::End);
  EXPECT_EQ(screen->tree().find_all(Role::Row).back()->position_in_set, count);
  EXPECT_LT(screen->tree().nodes.size(), 700u);
  expect_sound(*screen, 1440, 900);
}

TEST(List, WhatIsSeenStaysWhenRowsAboveAreMeasured) {
  std::string markdown = "# Many\n\n## All\n";
  for (int i = 0; i < 1500; ++i) {
    markdown += "- Work" + std::to_string(i) + ":";
    for (int word = 0; word < (i * 7) % 90; ++word) markdown += " long title";
    markdown += " [[Paper]](https://example.org/" + std::to_string(i) + ")\n";
  }
  const auto screen = open_list(markdown);
  screen->input().has_dom = true;
  screen->ui().scroll_to(region(screen->tree(), "Works").id, 60000);
  screen->settle();
  // Upwards, over rows that were never measured.
  for (int step = 0; step < 30; ++step) {
    const Node before = *screen->tree().find_all(Role::Row)[2];
    const float at = before.rect.y - region(screen->tree(), "Works").scroll_y;
    screen->ui().scroll_to(region(screen->tree(), "Works").id,
                           region(screen->tree(), "Works").scroll_y - 50);
    screen->settle();
    const Node* after = screen->tree().find_id(before.id);
    ASSERT_NE(after, nullptr);
    EXPECT_NEAR(after->rect.y - region(screen->tree(), "Works").scroll_y, at + 50, 1.5f);
  }
}

}  // namespace
}  // namespace lamplight::test
