// Links to the page without the canvas: one to all of it wherever one is, and those to its
// headings.
#include "ui/screen.h"

namespace lamplight::test {
namespace {

using ui::Node;
using ui::Role;

const std::vector<ui::PageLink> links = {
    {"Plain page", "?plain"}, {"News", "?plain#news"}, {"Survey", "?plain#survey"}};

TEST(PageLinks, LeadToThePageWithWhatWasFound) {
  for (const float width : {1440.0f, 900.0f, 390.0f}) {
    const auto screen = open_flagship(width, 844);
    screen->ui().set_page_links(links);
    screen->session().open_url("q=protein&view=table");
    screen->settle();
    const Node* link = screen->tree().find(Role::Link, "Plain page");
    ASSERT_NE(link, nullptr) << width;
    EXPECT_EQ(link->url, "?plain#q=protein&view=table");
    EXPECT_TRUE(link->rect.x >= 0 && link->rect.x + link->rect.w <= width) << width;
    expect_sound(*screen, width, 844);
  }
}

TEST(PageLinks, LeadToItsHeadings) {
  const auto screen = open_flagship();
  screen->ui().set_page_links(links);
  screen->settle();
  const Node* news = screen->tree().find(Role::Link, "News");
  ASSERT_NE(news, nullptr);
  EXPECT_EQ(news->url, "?plain#news");
  EXPECT_EQ(parent_of(screen->tree(), *news)->label, "On the plain page");
  EXPECT_NE(screen->tree().find(Role::Link, "Survey"), nullptr);
}

TEST(PageLinks, AreNotThereWhereThereIsNoSuchPage) {
  const auto screen = open_flagship();
  screen->settle();
  EXPECT_EQ(screen->tree().find(Role::Link, "Plain page"), nullptr);
  EXPECT_EQ(screen->tree().find(Role::Group, "On the plain page"), nullptr);
}

}  // namespace
}  // namespace lamplight::test
