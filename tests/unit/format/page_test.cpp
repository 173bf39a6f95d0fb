#include <gtest/gtest.h>

#include <set>

#include "lamplight/format.h"
#include "unit/format/html.h"
#include "unit/format/sample.h"
#include "unit/format/test_lists.h"

namespace lamplight {
namespace {

using test::count;
using test::escaped;
using test::expect_balanced;

std::string file(const char* path) { return test::read_file(test::source_dir() / path); }

std::string page_of(const Catalog& catalog, const Profile& profile) {
  SitePage page;
  page.catalog = &catalog;
  page.profile = &profile;
  page.snapshots = {{"2024-03-11", "lists/2024-03-11.md"}, {"old", "lists/old.md"}};
  page.profile_file = "profile.json";
  page.base_url = "https://example.org/atlas/";
  page.style = file("web/page.css");
  const Result<std::string> filled = SitePages(page).fill(file("web/index.html"), 0);
  EXPECT_TRUE(filled.is_ok()) << filled.error().message;
  return filled.is_ok() ? *filled.value_if() : std::string();
}

std::string page_of(const Catalog& catalog) { return page_of(catalog, default_profile(catalog)); }

TEST(Page, HoldsEveryListingOfEveryList) {
  for (const test::List& list : test::all_lists()) {
    const Result<Catalog> parsed = parse_catalog(list.text);
    ASSERT_TRUE(parsed.is_ok());
    const Catalog& catalog = *parsed.value_if();
    const std::string page = page_of(catalog);
    expect_balanced(page);
    EXPECT_EQ(count(page, "<li class=\"row"), catalog.listings.size()) << list.name;
    for (const Listing& listing : catalog.listings) {
      EXPECT_NE(page.find(escaped(listing.title)), std::string::npos) << list.name << listing.line;
      for (const Link& link : listing.links) {
        if (!link.url || !is_clickable_url(*link.url)) continue;
        EXPECT_NE(page.find("href=\"" + escaped(*link.url) + "\""), std::string::npos)
            << list.name << listing.line;
      }
      for (const Cell& cell : listing.cells) {
        if (cell.text == listing.text) continue;  // the title, its short name set apart
        EXPECT_NE(page.find(escaped(cell.text)), std::string::npos) << list.name << listing.line;
      }
    }
  }
}

TEST(Page, GivesEverySectionAnAnchorThatItsLinksLeadTo) {
  for (const test::List& list : test::all_lists()) {
    const Result<Catalog> parsed = parse_catalog(list.text);
    ASSERT_TRUE(parsed.is_ok());
    const std::string page = page_of(*parsed.value_if());
    std::set<std::string> ids;
    for (std::size_t at = page.find(" id=\""); at != std::string::npos;
         at = page.find(" id=\"", at + 1)) {
      const std::string id = page.substr(at + 5, page.find('"', at + 5) - at - 5);
      EXPECT_TRUE(ids.insert(id).second) << list.name << " repeats " << id;
    }
    for (std::size_t at = page.find("href=\"#"); at != std::string::npos;
         at = page.find("href=\"#", at + 1)) {
      const std::string id = page.substr(at + 7, page.find('"', at + 7) - at - 7);
      EXPECT_TRUE(ids.count(id)) << list.name << " lacks " << id;
    }
  }
}

TEST(Page, RunsNothingOfTheList) {
  const Catalog catalog = sample::hostile();
  for (const std::string& page : {page_of(catalog), to_html(catalog)}) {
    expect_balanced(page);
    EXPECT_EQ(page.find("<script>"), std::string::npos);
    EXPECT_EQ(page.find("<img"), std::string::npos);
    EXPECT_EQ(page.find("onclick=\"x\""), std::string::npos);
    for (const char* scheme : {"javascript:", "data:text", "vbscript:", " JaVaScRiPt:"}) {
      EXPECT_EQ(page.find("href=\"" + std::string(scheme)), std::string::npos) << scheme;
    }
    EXPECT_NE(page.find("&lt;script&gt;alert(1)&lt;/script&gt;"), std::string::npos)
        << "the text itself is kept";
    EXPECT_NE(page.find("{{catalog}} {{style}}"), std::string::npos);
  }
  EXPECT_EQ(count(page_of(catalog), "<script"), 1u) << "the module alone";
}

TEST(Page, IsSmallAndItsStyleSmaller) {
  const Result<Catalog> parsed = parse_catalog(file("data/lists/2024-03-11.md"));
  ASSERT_TRUE(parsed.is_ok());
  const Result<Profile> profile = parse_profile(file("data/profile.json"));
  ASSERT_TRUE(profile.is_ok());
  const std::string page = page_of(*parsed.value_if(), *profile.value_if());
  EXPECT_LT(page.size(), 150000u);
  const std::size_t style = page.find("<style>") + 7;
  EXPECT_LT(page.find("</style>") - style, 7300u);
}

TEST(Page, TellsSourceDatesAndCounts) {
  Profile profile;
  profile.title = "Short title";
  profile.sections = {{"models/language", "Words", false}, {"models", "M", true}};
  profile.facets.resize(1);
  profile.facets[0].id = "kind";
  profile.facets[0].values.resize(2);
  profile.facets[0].values[1].title = "Dataset";
  profile.facets[0].values[1].match.sections = {"data"};
  const std::string page = page_of(sample::catalog(), profile);
  for (const char* part : {
           "<title>Short title</title>",
           "<lamplight-catalog src=\"lists/2024-03-11.md\" "
           "snapshots=\"2024-03-11=lists/2024-03-11.md old=lists/old.md\" "
           "profile=\"profile.json\">",
           "<link rel=\"canonical\" href=\"https://example.org/atlas/\">",
           ">Mar 2024</a>",
           ">old</a>",
           "<li class=\"row\" data-work=\"openfold\"><p><b>OpenFold:</b> Retraining",
           "<abbr title=\"Derived from the bioRxiv id\">2022 · bioRxiv</abbr> · also in <a "
           "href=\"#models/vision\">Vision</a>",
           "<h4>Proteins</h4>",
           "<s title=\"The list gives no address\">Paper</s>",
           "<p class=\"d\">1.4B compounds, 310 catalogs</p>",
           "See the <a rel=\"noopener\" href=\"https://example.org/survey\">survey</a> first.",
           "<pre tabindex=\"0\" role=\"group\" aria-label=\"Citation in BibTeX\">@article{x,\n  "
           "title={A &amp; B}\n}</pre>",
           "3 works · 4 listings · 1 dataset</p>",
       }) {
    EXPECT_NE(page.find(part), std::string::npos) << part;
  }
}

TEST(Page, OfAnEmptyListSaysSo) {
  const std::string page = page_of(Catalog());
  EXPECT_NE(page.find("<h1>Untitled list</h1>"), std::string::npos);
  EXPECT_NE(page.find("This list has no entries."), std::string::npos);
  expect_balanced(page);
}

TEST(Page, KeepsWhatStandsBehindATitle) {
  const Result<Catalog> parsed = parse_catalog(
      "## Tools\n- [fmt](https://x.org) - A formatter & more.\n- [b](https://y.org) - C\n");
  ASSERT_TRUE(parsed.is_ok());
  EXPECT_NE(page_of(*parsed.value_if()).find("A formatter &amp; more."), std::string::npos);
  EXPECT_NE(to_csv(*parsed.value_if()).find("A formatter & more."), std::string::npos);
  EXPECT_NE(to_markdown(*parsed.value_if()).find("A formatter & more."), std::string::npos);
}

TEST(Page, TellsWhatTheListStatesWithoutASource) {
  CatalogDraft draft = sample::draft();
  draft.listings[0].authors = "Ada Byron, B. Noether, C. Gauss, D. Hilbert";
  draft.listings[0].description = "Folds <proteins>.";
  draft.listings[0].year = 2024;
  draft.listings[0].tags = {"MIT & more"};
  std::string page = page_of(make_catalog(draft));
  EXPECT_NE(page.find("<p class=\"d\">Folds &lt;proteins&gt;.</p><small>Ada Byron, B. Noether, "
                      "C. Gauss et al. · 2024 · <abbr title=\"Derived from the link’s address\">"
                      "bioRxiv</abbr> · also in <a href=\"#models/vision\">Models › Vision</a> · "
                      "MIT &amp; more</small>"),
            std::string::npos);
  draft.listings[0].venue = "Nature";
  page = page_of(make_catalog(draft));
  EXPECT_NE(page.find(" · 2024 · Nature · also in"), std::string::npos);
}

TEST(Page, SaysADescriptionThatIsACellOnce) {
  CatalogDraft draft = sample::draft();
  draft.listings[3].description = "1.4B compounds, 310 catalogs";
  const std::string page = page_of(make_catalog(draft));
  EXPECT_EQ(count(page, "1.4B compounds, 310 catalogs"), 1u);
}

TEST(Page, KeepsWordsThatAreInNoStatement) {
  CatalogDraft draft = sample::draft();
  ListingDraft& report = draft.listings[1];
  report.venue = "ICCV";
  report.year = 2021;
  report.text = "Report Generation, ICCV 2021";
  EXPECT_EQ(page_of(make_catalog(draft)).find("<p class=\"d\">, ICCV 2021"), std::string::npos);
  report.text = "Report Generation, ICCV 2021, with a talk";
  EXPECT_NE(page_of(make_catalog(draft)).find("ICCV 2021, with a talk</p>"), std::string::npos);
}

TEST(Page, LetsRightToLeftTextRunItsWay) {
  CatalogDraft draft = sample::draft();
  draft.listings[1].text = draft.listings[1].title = "كتب البرمجة";
  EXPECT_NE(page_of(make_catalog(draft)).find("<p dir=\"auto\">كتب البرمجة</p>"),
            std::string::npos);
}

TEST(PageTemplate, NeedsEachPlaceholder) {
  const Catalog catalog = sample::catalog();
  const Profile profile;
  SitePage page;
  page.catalog = &catalog;
  page.profile = &profile;
  const std::string all = "{{title}}{{description}}{{links}}{{style}}{{attributes}}{{catalog}}";
  const auto fill = [&page](const std::string& page_template) {
    return SitePages(page).fill(page_template, 0);
  };
  EXPECT_TRUE(fill(all).is_ok());
  EXPECT_EQ(fill(all.substr(9)).error().message,
            "Page template: the placeholder {{title}} is missing");
  EXPECT_EQ(fill(all + "{{more}}").error().message,
            "Page template: there is no placeholder {{more}}");
  EXPECT_FALSE(fill(all + "{{catalog").is_ok());
  EXPECT_FALSE(fill("").is_ok());
  EXPECT_EQ(*fill(all + "{{#atlas}}x{{/atlas}}").value_if(), *fill(all + "x").value_if());
  page.style = "a{b:c}</style><script>";
  EXPECT_EQ(fill(all).value_if()->find("</style>"), std::string::npos);
}

}  // namespace
}  // namespace lamplight
