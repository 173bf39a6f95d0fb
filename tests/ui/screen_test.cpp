// The screen as a whole: search, facets, detail, narrow windows, idle frames, odd input.
#include "ui/screen.h"

#include <algorithm>

#include "base/wording.h"

namespace lamplight::test {
namespace {

using ui::Key;
using ui::Node;
using ui::Role;

std::string count_text(const platform::Headless& screen) {
  for (const Node* status : screen.tree().find_all(Role::Status)) return status->label;
  return {};
}

TEST(Screen, HasTheLandmarksOfAPage) {
  const auto screen = open_flagship();
  screen->session().open_url("work=openfold");
  screen->settle();
  for (const Role role : {Role::Banner, Role::Search, Role::Navigation, Role::Main,
                          Role::Complementary, Role::ContentInfo}) {
    EXPECT_EQ(screen->tree().find_all(role).size(), 1u) << static_cast<int>(role);
  }
  const Node* title = screen->tree().find(Role::Heading, "Healthcare Foundation Models");
  ASSERT_NE(title, nullptr);
  EXPECT_EQ(title->level, 1);
  expect_sound(*screen, 1440, 900);
}

// Headless holds every frame's to what ui.h says of them.
TEST(Screen, TellsWhichVerticesAreGlyphs) {
  const auto screen = open_flagship();
  int glyphs = 0;
  for (const ui::GlyphVertices& range : screen->ui().glyph_vertices()) {
    glyphs += (range.end - range.begin) / 4;
  }
  EXPECT_GT(glyphs, 1000);
}

TEST(Screen, TypingFindsAndTellsHowMany) {
  const auto screen = open_flagship();
  EXPECT_EQ(count_text(*screen), "208 works");
  screen->type("protein struc");
  EXPECT_EQ(screen->session().state().query, "protein struc");
  EXPECT_EQ(count_text(*screen), screen->session().view_model().count_text);
  EXPECT_NE(count_text(*screen), "208 works");
  EXPECT_EQ(screen->tree().find_all(Role::SearchBox)[0]->value, "protein struc");
}

TEST(Screen, TheClearButtonEmptiesTheSearch) {
  const auto screen = open_flagship();
  EXPECT_EQ(screen->tree().find(Role::Button, "Clear search"), nullptr);
  screen->type("protein");
  ASSERT_TRUE(screen->click(Role::Button, "Clear search"));
  EXPECT_EQ(screen->session().state().query, "");
}

TEST(Screen, AFacetIsChosenByNodeAndByPointer) {
  const auto screen = open_flagship();
  ASSERT_TRUE(screen->click(Role::Checkbox, "Vision"));
  const Node* vision = screen->tree().find(Role::Checkbox, "Vision");
  EXPECT_NE(vision->flags & ui::flag_checked, 0u);
  EXPECT_EQ(screen->session().url(), "family=vision");
  ASSERT_TRUE(screen->point_and_click(*screen->tree().find(Role::Checkbox, "Audio")));
  EXPECT_EQ(screen->session().url(), "family=audio,vision");
  ASSERT_TRUE(screen->click(Role::Button, "Remove filter Vision"));
  EXPECT_EQ(screen->session().url(), "family=audio");
  ASSERT_TRUE(screen->click(Role::Button, "Clear all filters"));
  EXPECT_EQ(screen->session().url(), "");
}

TEST(Screen, LongFacetsUnfoldAndFoldAgain) {
  const auto screen = open_flagship();
  const std::size_t before = screen->tree().find_all(Role::Checkbox).size();
  const Node* more = nullptr;
  for (const Node* button : screen->tree().find_all(Role::Button)) {
    if (button->label.find("more of Venue") != std::string::npos) more = button;
  }
  ASSERT_NE(more, nullptr);
  ASSERT_TRUE(screen->ui().activate(more->id));
  screen->settle();
  EXPECT_GT(screen->tree().find_all(Role::Checkbox).size(), before + 5);
  expect_sound(*screen, 1440, 900);
  ASSERT_TRUE(screen->click(Role::Button, "Show fewer of Venue"));
  EXPECT_EQ(screen->tree().find_all(Role::Checkbox).size(), before);
}

TEST(Screen, EscapeStepsBackOneThingAtATime) {
  const auto screen = open_flagship();
  screen->session().open_url("q=protein&family=language&work=openfold");
  screen->settle();
  screen->press(Key::Escape);
  EXPECT_EQ(screen->session().url(), "q=protein&family=language");
  EXPECT_EQ(screen->tree().find(Role::Complementary, "Details"), nullptr);
  screen->press(Key::Escape);
  screen->press(Key::Escape);
  EXPECT_EQ(screen->session().url(), "");
  EXPECT_FALSE(screen->ui().press(Key::Escape));
}

TEST(Screen, SlashAsksForTheFocusOnTheSearchField) {
  const auto screen = open_flagship();
  screen->press(Key::Slash);
  ASSERT_EQ(screen->effects().size(), 1u);
  EXPECT_EQ(std::get<ui::FocusNode>(screen->effects()[0]).id,
            screen->tree().find_all(Role::SearchBox)[0]->id);
}

TEST(Detail, ShowsWhatIsKnownWithItsSource) {
  const auto screen = open_flagship();
  screen->session().open_url("work=openfold");
  screen->settle();
  const Node* detail = screen->tree().find(Role::Complementary, "Details");
  ASSERT_NE(detail, nullptr);
  const std::string text = screen->tree().text_below(*detail);
  for (const char* expected : {"OpenFold", "Retraining AlphaFold2", "Year 2022", "DOI",
                               "Appears in", "Cite", "@misc{", "Source line"}) {
    EXPECT_NE(text.find(expected), std::string::npos) << expected;
  }
  const Node* place = find_begin(screen->tree(), Role::Link, "Applications › ");
  ASSERT_NE(place, nullptr);
  EXPECT_NE(place->url.find("in="), std::string::npos);
  ASSERT_TRUE(screen->ui().activate(place->id));
  screen->settle();
  EXPECT_EQ(screen->session().state().filters.front().facet, "in");
}

TEST(Detail, CopiesTheCitationByKeyAndByButton) {
  const auto screen = open_flagship();
  screen->session().open_url("work=openfold");
  screen->settle();
  screen->press(Key::Cite);
  ASSERT_TRUE(screen->click(Role::Button, "Copy citation"));
  ASSERT_TRUE(screen->click(Role::Button, "Copy link"));
  std::vector<ui::CopyText> copied;
  for (const ui::Effect& effect : screen->effects()) {
    if (const auto* copy = std::get_if<ui::CopyText>(&effect)) copied.push_back(*copy);
  }
  ASSERT_EQ(copied.size(), 3u);
  const std::string bibtex = screen->session().view_model().detail->bibtex;
  EXPECT_EQ(copied[0].text, bibtex);
  EXPECT_EQ(copied[1].text, bibtex);
  EXPECT_EQ(copied[2].text, "#work=openfold");
}

TEST(Detail, OfATableRowShowsItsCells) {
  const auto screen = open_flagship();
  screen->session().open_url("kind=dataset");
  screen->settle();
  screen->press(Key::Down);
  const auto& detail = screen->session().view_model().detail;
  ASSERT_TRUE(detail.has_value());
  ASSERT_FALSE(detail->cells.empty());
  const std::string text =
      screen->tree().text_below(*screen->tree().find(Role::Complementary, "Details"));
  for (const auto& [column, cell] : detail->cells) {
    if (cell.empty()) continue;
    EXPECT_NE(text.find(column), std::string::npos) << column;
  }
  expect_sound(*screen, 1440, 900);
}

const Node& year_end(const platform::Headless& screen, std::string_view label) {
  return *screen.tree().find(Role::Slider, label);
}

TEST(Histogram, ADragOverItChoosesTheYears) {
  const auto screen = open_flagship(1440, 1500);
  const Node first = year_end(*screen, "First year");
  const Node last = year_end(*screen, "Last year");
  const Node& facets = region(screen->tree(), "Filters");
  const float y = first.rect.y + facets.rect.y - facets.scroll_y + 30;
  const float x = first.rect.x + facets.rect.x;
  screen->drag(x + 1, y, x + (first.rect.w + last.rect.w) * 0.45f, y);
  const YearRange years = screen->session().state().years;
  ASSERT_TRUE(years.from && years.to);
  EXPECT_EQ(std::to_string(*years.from), first.options[0]);
  EXPECT_GT(*years.to, *years.from);
  EXPECT_EQ(year_end(*screen, "First year").value, std::to_string(*years.from));
  EXPECT_EQ(year_end(*screen, "Last year").value, std::to_string(*years.to));
}

TEST(Histogram, AClickOnAYearChoosesItAndAnotherClickLetsItGo) {
  const auto screen = open_flagship(1440, 1500);
  const Node slider = year_end(*screen, "Last year");
  ASSERT_TRUE(screen->point_and_click(slider));
  const YearRange years = screen->session().state().years;
  ASSERT_TRUE(years.from.has_value());
  EXPECT_EQ(years.from, years.to);
  ASSERT_TRUE(screen->point_and_click(slider));
  EXPECT_EQ(screen->session().state().years, YearRange{});
}

TEST(Histogram, TakesARangeAsItsValue) {
  const auto screen = open_flagship();
  const std::uint32_t id = year_end(*screen, "First year").id;
  EXPECT_TRUE(screen->ui().set_value(id, "2020..2022"));
  screen->settle();
  EXPECT_EQ(screen->session().url(), "year=2020..2022");
  EXPECT_FALSE(screen->ui().set_value(id, "no years"));
  EXPECT_TRUE(screen->ui().set_value(id, ""));
  screen->settle();
  EXPECT_EQ(screen->session().url(), "");
}

TEST(Histogram, HasTwoEndsForTheKeyboardWithYearAndCount) {
  const auto screen = open_flagship();
  screen->session().open_url("year=2020..2022");
  screen->settle();
  const Node first = year_end(*screen, "First year");
  const Node last = year_end(*screen, "Last year");
  ASSERT_EQ(first.options.size(), 3u);
  EXPECT_EQ(first.options[1], "2022") << "no further than the other end";
  EXPECT_EQ(last.options[0], "2020");
  EXPECT_EQ(first.options[2].substr(0, 6), "2020, ");
  EXPECT_EQ(first.options[2].substr(first.options[2].size() - 6), " works");
  screen->ui().set_focus(last.id);
  screen->press(Key::Left);
  EXPECT_EQ(screen->session().url(), "year=2020..2021");
  screen->ui().set_focus(first.id);
  screen->press(Key::End);
  EXPECT_EQ(screen->session().url(), "year=2021");
  screen->press(Key::Right);
  EXPECT_EQ(screen->session().url(), "year=2021") << "the ends do not pass each other";
  screen->press(Key::Home);
  screen->ui().set_focus(last.id);
  screen->press(Key::End);
  EXPECT_EQ(screen->session().url(), "") << "all years are no filter";
}

TEST(Header, ChoosesSnapshotAndTheme) {
  const auto screen = open_flagship();
  const Node* snapshot = screen->tree().find(Role::Select, "Date of the list");
  ASSERT_NE(snapshot, nullptr);
  EXPECT_EQ(snapshot->value, "2024-03-11");
  EXPECT_TRUE(screen->ui().set_value(snapshot->id, "2023-03-29"));
  screen->settle();
  EXPECT_EQ(count_text(*screen), "136 works");
  const Node* theme = find_begin(screen->tree(), Role::Button, "Theme: ");
  ASSERT_NE(theme, nullptr);
  screen->ui().activate(theme->id);
  screen->settle();
  EXPECT_EQ(screen->session().state().theme, app::Theme::Light);
}

TEST(Header, NativelyASelectOpensAMenu) {
  const auto screen = open_flagship();
  ASSERT_TRUE(screen->point_and_click(*screen->tree().find(Role::Select, "Order")));
  const Node* newest = screen->tree().find(Role::Button, "Newest first");
  ASSERT_NE(newest, nullptr);
  expect_sound(*screen, 1440, 900);
  ASSERT_TRUE(screen->point_and_click(*newest));
  EXPECT_EQ(app::print_sort(screen->session().state().sort), "year");
  EXPECT_EQ(screen->tree().find(Role::Button, "Newest first"), nullptr);
  ASSERT_TRUE(screen->click(Role::Select, "Order"));
  screen->press(Key::Escape);
  EXPECT_EQ(screen->tree().find(Role::Button, "Newest first"), nullptr);
}

TEST(Narrow, FiltersAreInADrawer) {
  const auto screen = open_flagship(390, 844);
  EXPECT_EQ(screen->tree().find(Role::Navigation, "Filters"), nullptr);
  expect_sound(*screen, 390, 844);
  ASSERT_TRUE(screen->click(Role::Button, "Filters"));
  ASSERT_NE(screen->tree().find(Role::Navigation, "Filters"), nullptr);
  EXPECT_EQ(screen->tree().find(Role::Scroller, "Works"), nullptr);
  expect_sound(*screen, 390, 844);
  ASSERT_TRUE(screen->point_and_click(*screen->tree().find(Role::Checkbox, "Vision")));
  EXPECT_EQ(screen->session().url(), "family=vision");
  screen->press(Key::Escape);
  EXPECT_EQ(screen->tree().find(Role::Navigation, "Filters"), nullptr);
  ASSERT_NE(screen->tree().find(Role::Button, "Filters · 1"), nullptr);
  EXPECT_EQ(screen->session().url(), "family=vision");
}

TEST(Narrow, AClickBesideTheDrawerClosesItAndNothingElse) {
  const auto screen = open_flagship(390, 844);
  ASSERT_TRUE(screen->click(Role::Button, "Filters"));
  screen->drag(380, 400, 380, 400);
  EXPECT_EQ(screen->tree().find(Role::Navigation, "Filters"), nullptr);
  EXPECT_EQ(screen->session().url(), "");
}

TEST(Narrow, TheDetailTakesTheListsPlaceAndGivesItBack) {
  for (const float width : {390.0f, 1000.0f}) {
    const auto screen = open_flagship(width, 844);
    screen->wheel(width - 50, 500, -20);
    const float before = region(screen->tree(), "Works").scroll_y;
    const std::string third = row_titles(screen->tree())[4];
    ASSERT_TRUE(screen->click(Role::Link, third));
    EXPECT_NE(screen->tree().find(Role::Main, "Details"), nullptr) << "the page's main part";
    EXPECT_EQ(screen->tree().find(Role::Scroller, "Works"), nullptr);
    expect_sound(*screen, width, 844);
    ASSERT_TRUE(screen->click(Role::Button, "Back to the list"));
    EXPECT_EQ(region(screen->tree(), "Works").scroll_y, before);
  }
}

TEST(Narrow, TargetsAreLargeEnoughForAFinger) {
  const auto screen = open_flagship(390, 844);
  for (const Node& node : screen->tree().nodes) {
    const bool is_target = node.role == Role::Button || node.role == Role::Select ||
                           node.role == Role::Link || node.role == Role::Checkbox;
    if (!is_target) continue;
    EXPECT_GE(node.rect.h, 44) << node.label;
    EXPECT_GE(node.rect.w, 44) << node.label;
  }
}

TEST(Narrow, EveryWidthHoldsTheScreen) {
  const auto screen = open_flagship();
  for (const float width : {1600.0f, 1440.0f, 1101.0f, 1099.0f, 900.0f, 761.0f, 759.0f, 500.0f,
                            390.0f, 320.0f, 280.0f}) {
    for (const char* state : {"", "q=protein&family=language,vision&year=2019..2022",
                              "work=openfold", "q=nothinglikethis"}) {
      screen->session().open_url(state);
      screen->resize(width, 700);
      expect_sound(*screen, width, 700);
    }
  }
}

TEST(Idle, NoFrameIsWantedWhenNothingHappens) {
  const auto screen = open_flagship();
  screen->settle();
  EXPECT_EQ(screen->settle(), 1);
  const std::uint64_t version = screen->tree().version;
  EXPECT_EQ(screen->settle(), 1);
  EXPECT_EQ(screen->tree().version, version);
  for (const char* state : {"work=openfold", "q=zzz", "in=nowhere&year=x"}) {
    screen->session().open_url(state);
    screen->settle();
    EXPECT_EQ(screen->settle(), 1) << state;
  }
}

TEST(Idle, EveryDoneThingComesToRest) {
  const auto screen = open_flagship(390, 844);
  ASSERT_TRUE(screen->click(Role::Button, "Filters"));
  EXPECT_EQ(screen->settle(), 1);
  screen->press(Key::Escape);
  EXPECT_EQ(screen->settle(), 1);
  screen->wheel(200, 500, -3);
  EXPECT_EQ(screen->settle(), 1);
}

TEST(Empty, NothingFoundOffersAWayOut) {
  const auto screen = open_flagship();
  screen->type("zzqqxx");
  ASSERT_NE(screen->tree().find(Role::Heading, "No work matches all of this"), nullptr);
  const app::ViewModel& model = screen->session().view_model();
  ASSERT_FALSE(model.rescues.empty());
  const std::string text = model.rescues.front().text;
  ASSERT_TRUE(screen->click(Role::Button, text));
  EXPECT_FALSE(screen->session().view_model().rows.empty());
}

TEST(Empty, ProposesWhatIsNearWithItsCountInEveryWindow) {
  for (const float width : {1440.0f, 390.0f, 320.0f}) {
    const auto screen = open_flagship(width, 844);
    for (const char* url : {"q=papers+on+medical+imaging+with+code+since+2021",
                            "q=protein+xqzzy+wqkkj+zzqqxx+vvbbnn", "q=protein&family=audio"}) {
      screen->session().open_url(url);
      screen->settle();
      const std::vector<app::RescueView> rescues = screen->session().view_model().rescues;
      ASSERT_GE(rescues.size(), 2u) << url;
      for (const app::RescueView& rescue : rescues) {
        EXPECT_NE(screen->tree().find(Role::Button, rescue.text), nullptr) << rescue.text;
      }
      expect_sound(*screen, width, 844);
      ASSERT_TRUE(screen->click(Role::Button, rescues.front().text)) << url;
      const std::string found = counted(screen->session().view_model().rows.size(), "work");
      EXPECT_EQ(rescues.front().text.substr(rescues.front().text.rfind(':') + 2), found) << url;
    }
  }
}

TEST(Empty, AnEmptyListIsToldAsSuch) {
  const auto screen = open_list("");
  EXPECT_NE(screen->tree().find(Role::Heading, "There is nothing in this list yet"), nullptr);
  expect_sound(*screen, 1440, 900);
}

TEST(Notices, AreShownAndCanBeDismissed) {
  const auto screen = open_flagship();
  screen->session().open_url("sort=sideways");
  screen->settle();
  ASSERT_NE(find_begin(screen->tree(), Role::Status, "There is no order"), nullptr);
  expect_sound(*screen, 1440, 900);
  ASSERT_TRUE(screen->click(Role::Button, "Dismiss"));
  EXPECT_EQ(find_begin(screen->tree(), Role::Status, "There is no order"), nullptr);
}

TEST(Keys, TheirListOpensAndCloses) {
  const auto screen = open_flagship();
  screen->press(Key::Question);
  ASSERT_NE(screen->tree().find(Role::Heading, "Keys"), nullptr);
  expect_sound(*screen, 1440, 900);
  screen->press(Key::Escape);
  EXPECT_EQ(screen->tree().find(Role::Heading, "Keys"), nullptr);
  ASSERT_TRUE(screen->click(Role::Button, "Keyboard shortcuts"));
  ASSERT_TRUE(screen->click(Role::Button, "Close"));
  EXPECT_EQ(screen->tree().find(Role::Heading, "Keys"), nullptr);
}

TEST(Odd, AnyTextIsDrawnWithoutFalling) {
  const std::string cjk = "医疗健康领域的大型人工智能模型综述与展望";
  std::string markdown =
      "# " + cjk + cjk + cjk + cjk + "\n\n## العربية 🧬 Ελληνικά\n";
  markdown += "- " + cjk + cjk + cjk + cjk + cjk + " [[Paper]](https://example.org/a)\n";
  markdown += "- " + std::string(4000, 'x') + " [[Paper]](https://example.org/b)\n";
  markdown += "- e\xcc\x81\xcc\x81\xcc\x81 👩‍👩‍👧 [[" + std::string(300, 'L') +
              "]](https://example.org/c)\n";
  markdown += "- No link here [[Code]] [[Evil]](javascript:alert(1))\n";
  for (const float width : {1440.0f, 390.0f, 200.0f}) {
    const auto screen = open_list(markdown, width, 844);
    expect_sound(*screen, width, 844);
    for (const Node& node : screen->tree().nodes) {
      EXPECT_EQ(node.url.find("javascript"), std::string::npos);
    }
    screen->press(Key::Down);
    screen->settle();
    expect_sound(*screen, width, 844);
  }
}

TEST(Odd, AWindowOfAlmostNoSizeIsDrawn) {
  const auto screen = open_flagship(40, 40);
  screen->tree().check();
  screen->session().open_url("work=openfold");
  screen->resize(1, 1);
  screen->tree().check();
}

}  // namespace
}  // namespace lamplight::test
