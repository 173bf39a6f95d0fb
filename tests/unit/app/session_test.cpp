#include "app/session.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lamplight/catalog_draft.h"
#include "unit/app/flagship.h"

namespace lamplight::app {
namespace {

using Session_ = test::FlagshipTest;

TEST_F(Session_, ShowsTheWholeListAtFirst) {
  load_newest();
  EXPECT_EQ(view().title, "Healthcare Foundation Models");
  EXPECT_EQ(view().rows.size(), 208u);
  EXPECT_EQ(view().count_text, "208 works");
  EXPECT_EQ(view().footer, "208 works · 280 listings · 13 datasets · 6 laws");
  EXPECT_EQ(session_.row(0).id, "chimed-gpt");
  EXPECT_TRUE(view().notices.empty());
  EXPECT_FALSE(view().detail);
}

TEST_F(Session_, FindsInTheWholeListWithoutChangingWhatIsShown) {
  EXPECT_TRUE(session_.find("protein").empty()) << "no list has come";
  load_newest();
  session_.open_url("q=image&family=vision&work=chatcad");
  const std::string url = session_.url();
  const std::size_t shown = view().rows.size();
  const std::uint64_t version = session_.version();
  EXPECT_EQ(session_.find("name:chimed-gpt").size(), 1u);
  EXPECT_EQ(session_.find("").size(), 208u);
  EXPECT_TRUE(session_.find("is:saved").empty());
  EXPECT_EQ(session_.url(), url);
  EXPECT_EQ(session_.version(), version);
  EXPECT_EQ(view().rows.size(), shown);
  session_.dispatch(ToggleSaved{"chatcad"});
  EXPECT_EQ(session_.find("is:saved").size(), 1u);
}

TEST_F(Session_, ShowsNothingBeforeAListHasCome) {
  EXPECT_TRUE(view().rows.empty());
  EXPECT_EQ(session_.row(0).id, "");
  session_.dispatch(SetQuery{"protein"});
  EXPECT_EQ(view().query, "protein");
  load_profile();
  load("2024-03-11");
  EXPECT_LT(view().rows.size(), 208u);
}

TEST_F(Session_, MakesTheSectionTreeAFacetWithoutAProfile) {
  load("2024-03-11");
  ASSERT_FALSE(view().facets.empty());
  EXPECT_EQ(view().facets[0].source, FacetSource::Sections);
  session_.dispatch(ToggleFilter{"in", "large-audio-models"});
  EXPECT_EQ(view().rows.size(), 10u);
}

TEST_F(Session_, FiltersByTagsOfAnAddressThatCameBeforeTheList) {
  session_.open_url("licence=apache2&work=b");
  ASSERT_TRUE(session_
                  .add_snapshot("2024-01-01",
                                test::ExactText("# L\n## S\n"
                                                "- [a](https://a.org/1) - One. `MIT`\n"
                                                "- [b](https://a.org/2) - Two. `Apache 2`\n"
                                                "- [c](https://a.org/3) - Three. `Apache-2.0`\n"
                                                "- [d](https://a.org/4) - Four. `Apache-2.0`\n")
                                    .view())
                  .is_ok());
  EXPECT_EQ(ids(), (std::vector<std::string>{"b", "c", "d"}));
  EXPECT_EQ(session_.url(), "licence=apache2&work=b");
  ASSERT_EQ(view().chips.size(), 1u);
  EXPECT_EQ(view().chips[0].text, "Apache-2.0") << "as most have it";
  EXPECT_EQ(count("licence", "mit"), 1);
  session_.dispatch(ToggleFilter{"licence", "apache2"});
  session_.dispatch(ToggleFilter{"licence", "mit"});
  EXPECT_EQ(ids(), (std::vector<std::string>{"a"}));
  EXPECT_EQ(session_.url(), "licence=mit&work=b");
}

TEST_F(Session_, TakesTheListsOwnLabelsFromItsProfileBeforeTheListOrAfterIt) {
  constexpr std::string_view profile = R"({
      "source_url": "https://github.com/ann/list/blob/main/README.md",
      "labels": [ { "label": "Vorabdruck", "kind": "paper" } ] })";
  constexpr std::string_view list =
      "# L\n## S\n- Ant one [[Vorabdruck]](a.pdf)\n- Bee two [[Code]](https://b.org)\n";
  for (const bool is_first : {true, false}) {
    Session session;
    if (is_first) ASSERT_TRUE(session.set_profile(profile).is_ok());
    ASSERT_TRUE(session.add_snapshot("2024-01-01", list).is_ok());
    if (!is_first) ASSERT_TRUE(session.set_profile(profile).is_ok());
    session.dispatch(SetQuery{"has:paper"});
    ASSERT_EQ(session.view_model().rows.size(), 1u) << is_first;
    ASSERT_EQ(session.row(0).links.size(), 1u) << is_first;
    EXPECT_EQ(session.row(0).links[0].kind, LinkKind::Paper);
    // Where links lead is settled when the list is read.
    EXPECT_EQ(session.row(0).links[0].url,
              is_first ? "https://github.com/ann/list/blob/main/a.pdf" : "");
  }
}

TEST_F(Session_, OffersNoSectionThatHoldsEverything) {
  const auto sections = [](const std::string& list) {
    Session session;
    EXPECT_TRUE(session.add_snapshot("2024-01-01", test::ExactText(list).view()).is_ok());
    std::string text;
    for (const FacetView& facet : session.view_model().facets) {
      if (facet.source != FacetSource::Sections) continue;
      for (const FacetValueView& value : facet.values) {
        text += std::string(static_cast<std::size_t>(value.depth), '>') + value.title + " ";
      }
    }
    return text;
  };
  const std::string entries = "- [a](https://a.org/1) - One.\n- [b](https://a.org/2) - Two.\n";
  EXPECT_EQ(sections("# L\n## S\n" + entries), "");
  EXPECT_EQ(sections("# L\n## All\n### One\n- [a](https://a.org/1) - One.\n"
                     "### Two\n- [b](https://a.org/2) - Two.\n"),
            "One Two ");
  EXPECT_EQ(sections("# L\n## S\n" + entries + "## T\n- [c](https://a.org/3) - Three.\n"), "S T ");
}

TEST_F(Session_, FillsTheYearsBetweenUpToAMeasure) {
  const auto years = [](int last) {
    CatalogDraft draft;
    for (const int year : {1960, last}) {
      const int work = static_cast<int>(draft.works.size());
      WorkDraft made;
      made.id = made.title = std::to_string(year);
      made.listings = {work};
      made.year = year;
      made.year_from = "title";
      draft.works.push_back(std::move(made));
      ListingDraft listing;
      listing.line = work + 1;
      listing.text = listing.title = std::to_string(year);
      listing.work = work;
      draft.listings.push_back(std::move(listing));
    }
    Session session;
    session.add_catalog("2024", make_catalog(draft));
    std::size_t shown = 0;
    for (const FacetView& facet : session.view_model().facets) {
      if (facet.source == FacetSource::Year) shown = facet.values.size();
    }
    return shown;
  };
  EXPECT_EQ(years(2020), 61u);
  EXPECT_EQ(years(2021), 2u) << "one odd year makes no hundred empty bars";
}

TEST_F(Session_, CountsWhatAClickWouldGive) {
  load_newest();
  EXPECT_EQ(count("kind", "dataset"), 13);
  EXPECT_EQ(count("kind", "law"), 6);
  EXPECT_EQ(count("family", "language"), 71);
  EXPECT_EQ(count("family", "audio"), 10);
  EXPECT_EQ(count("application", "bioinformatics"), 41);
  session_.dispatch(ToggleFilter{"family", "audio"});
  EXPECT_EQ(view().rows.size(), 10u);
  EXPECT_EQ(count("family", "language"), 71);
  EXPECT_EQ(count("kind", "law"), 0);
  session_.dispatch(ToggleFilter{"family", "vision"});
  EXPECT_EQ(view().rows.size(), 51u);
  EXPECT_EQ(view().chips.size(), 2u);
  session_.dispatch(view().chips[0].remove);
  EXPECT_EQ(view().chips.size(), 1u);
}

TEST_F(Session_, TellsARowsPlaceYearAndVenueInOneLine) {
  load_newest();
  session_.dispatch(SetQuery{"openfold"});
  ASSERT_EQ(view().rows.size(), 1u);
  const RowView& row = session_.row(0);
  EXPECT_EQ(row.name, "OpenFold");
  EXPECT_EQ(row.meta, "2022 · bioRxiv · Language › Healthcare · Bioinformatics");
  EXPECT_EQ(row.color, "language");
  ASSERT_EQ(row.links.size(), 2u);
  EXPECT_EQ(row.links[0].label, "Paper");
  EXPECT_EQ(row.links[1].label, "Code");
  EXPECT_EQ(row.name_highlights, (std::vector<Span>{{0, 8}}));
}

TEST_F(Session_, JoinsHighlightsThatOnlyABlankDivides) {
  load_newest();
  session_.dispatch(SetQuery{"protein struc"});
  for (std::size_t i = 0; i < view().rows.size(); ++i) {
    const RowView& row = session_.row(i);
    if (row.id.rfind("highly-accurate", 0) != 0) continue;
    EXPECT_EQ(row.title_highlights, (std::vector<Span>{{16, 29}}));
    return;
  }
  FAIL() << "AlphaFold was not found";
}

TEST_F(Session_, MakesALinkWithoutAddressUnclickable) {
  load_newest();
  session_.dispatch(SetQuery{"bootstrapping radiology"});
  ASSERT_EQ(view().rows.size(), 1u);
  const RowView& row = session_.row(0);
  ASSERT_EQ(row.links.size(), 2u);
  EXPECT_EQ(row.links[0].label, "Paper");
  EXPECT_EQ(row.links[0].url, "");
  EXPECT_NE(row.links[1].url, "");
}

TEST_F(Session_, DescribesATableRow) {
  load_newest();
  session_.dispatch(SetQuery{"zinc20"});
  ASSERT_EQ(view().rows.size(), 1u);
  EXPECT_NE(session_.row(0).description, "");
  ASSERT_EQ(session_.row(0).links.size(), 1u);
  EXPECT_NE(session_.row(0).links[0].label, "");
  session_.dispatch(SelectWork{session_.row(0).id});
  ASSERT_TRUE(view().detail);
  EXPECT_EQ(view().detail->cells.size(), 2u);
}

TEST_F(Session_, TellsNothingTwiceOfATableRow) {
  ASSERT_TRUE(
      session_
          .add_snapshot("2024-01-01",
                        test::ExactText("# L\n## S\n"
                                        "| Title | Authors | Venue | Auth | License | Links |\n"
                                        "|---|---|---|---|---|---|\n"
                                        "| Of graphs | Emmy Noether | ICML | No | MIT | "
                                        "[paper](https://x.org/1) [code](https://x.org/2) |\n")
                            .view())
          .is_ok());
  session_.dispatch(SelectWork{session_.row(0).id});
  ASSERT_TRUE(view().detail);
  EXPECT_EQ(session_.row(0).stated_tags, (std::vector<std::string>{"Auth: No", "MIT"}));
  using Cells = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(view().detail->cells, (Cells{{"Title", "Of graphs"}}));
}

TEST_F(Session_, ShowsWhatTheListStatesWithoutASource) {
  ASSERT_TRUE(
      session_
          .add_snapshot("2024-01-01",
                        test::ExactText("# Papers\n## Graphs\n"
                                        "- **One of many graphs.** *Ada Byron, Emmy Noether.* "
                                        "ICML 2019. [paper](https://arxiv.org/abs/2001.00001)\n")
                            .view())
          .is_ok());
  session_.dispatch(SelectWork{session_.row(0).id});
  ASSERT_TRUE(view().detail);
  ASSERT_NE(fact("Authors"), nullptr);
  EXPECT_EQ(fact("Authors")->value, "Ada Byron, Emmy Noether");
  for (const auto& [name, value] : {std::pair{"Year", "2019"}, std::pair{"Venue", "ICML"}}) {
    ASSERT_NE(fact(name), nullptr) << name;
    EXPECT_EQ(fact(name)->value, value);
    EXPECT_EQ(fact(name)->source, "") << name;
  }
  EXPECT_EQ(session_.row(0).meta, "Ada Byron, Emmy Noether · 2019 · ICML · Graphs");
}

TEST_F(Session_, ShowsTheDetailOfTheSelectedWork) {
  load_both();
  session_.open_url("work=openfold");
  ASSERT_TRUE(view().detail);
  const DetailView& detail = *view().detail;
  EXPECT_EQ(detail.heading, "OpenFold");
  EXPECT_EQ(detail.subtitle.rfind("Retraining AlphaFold2", 0), 0u);
  EXPECT_EQ(detail.line, 137);
  EXPECT_NE(detail.correction_url.find("#L137"), std::string::npos);
  ASSERT_NE(fact("Year"), nullptr);
  EXPECT_EQ(fact("Year")->value, "2022");
  EXPECT_EQ(fact("Year")->source.rfind("from the ", 0), 0u);
  ASSERT_NE(fact("DOI"), nullptr);
  EXPECT_EQ(fact("DOI")->url, "https://doi.org/10.1101/2022.11.20.517210");
  ASSERT_NE(fact("Repository"), nullptr);
  EXPECT_EQ(fact("Repository")->value, "aqlaboratory/openfold");
  EXPECT_EQ(fact("Repository")->url, "https://github.com/aqlaboratory/openfold");
  ASSERT_NE(fact("Listed since"), nullptr);
  EXPECT_EQ(fact("Listed since")->value, "Mar 2023 or earlier");
  EXPECT_EQ(fact("Listed since")->source,
            "code added Mar 2024, also under Language › Healthcare since Mar 2024");
  ASSERT_EQ(detail.places.size(), 2u);
  EXPECT_EQ(detail.places[0].text, "Language › Healthcare Domain");
  EXPECT_EQ(detail.places[1].text, "Applications › Bioinformatics");
  EXPECT_EQ(detail.places[0].color, "language");
  EXPECT_EQ(detail.places[1].section,
            "applications-of-large-ai-models-in-healthcare/bioinformatics");
  EXPECT_NE(detail.bibtex.find("OpenFold"), std::string::npos);
  EXPECT_EQ(detail.related.size(), 5u);
  EXPECT_TRUE(session_.row(view().rows.size() - 1).id != "openfold");
}

TEST_F(Session_, SaysNothingAboutSinceWithOneSnapshot) {
  load_newest();
  session_.dispatch(SelectWork{"openfold"});
  EXPECT_EQ(fact("Listed since"), nullptr);
}

TEST_F(Session_, TagsWhatTheOlderListDoesNotHave) {
  load_both();
  std::size_t tagged = 0;
  for (std::size_t i = 0; i < view().rows.size(); ++i) {
    for (const TagView& tag : session_.row(i).tags) tagged += tag.text == "new" ? 1 : 0;
  }
  // 208 works, of which 135 were in the older list (its 136 without the one that was removed).
  EXPECT_EQ(tagged, 73u);
  session_.dispatch(SetSnapshot{"2023-03-29"});
  EXPECT_TRUE(session_.row(0).tags.empty());
}

TEST_F(Session_, TagsSharedUrls) {
  load_newest();
  for (const char* name : {"name:scbert", "name:xtrimoabfold", "convirt"}) {
    session_.dispatch(SetQuery{name});
    if (view().rows.empty()) continue;
    bool is_tagged = false;
    for (const TagView& tag : session_.row(0).tags) {
      is_tagged = is_tagged || (tag.text == "shared URL" && tag.kind == TagKind::Warning);
    }
    EXPECT_TRUE(is_tagged) << name;
  }
}

TEST_F(Session_, OffersWhatDroppingAFilterWouldGive) {
  load_newest();
  session_.open_url("q=protein&family=audio&year=2019..2020");
  EXPECT_TRUE(view().rows.empty());
  ASSERT_GE(view().rescues.size(), 2u);
  EXPECT_LE(view().rescues.size(), 4u);
  for (const RescueView& rescue : std::vector<RescueView>(view().rescues)) {
    session_.open_url("q=protein&family=audio&year=2019..2020");
    session_.dispatch(rescue.action);
    const std::string promised = std::to_string(view().rows.size()) + " work";
    EXPECT_NE(rescue.text.find(": " + promised), std::string::npos) << rescue.text;
    EXPECT_FALSE(view().rows.empty());
  }
  session_.open_url("q=protein&family=audio");
  EXPECT_EQ(view().rescues.back().text, "Clear all: 208 works");
}

TEST_F(Session_, KeepsQueryAndFiltersAcrossSnapshots) {
  load_both();
  session_.open_url("q=protein&has=code&work=openfold");
  session_.dispatch(SetSnapshot{"2023-03-29"});
  EXPECT_EQ(session_.url(), "q=protein&has=code&work=openfold&at=2023-03-29");
  ASSERT_TRUE(view().detail);
  EXPECT_EQ(view().detail->line, 229);
  EXPECT_TRUE(view().snapshots[1].is_shown);
  session_.dispatch(SetSnapshot{"2024-03-11"});
  EXPECT_EQ(session_.url(), "q=protein&has=code&work=openfold");
}

TEST_F(Session_, ClosesTheDetailOfAWorkThatAnotherSnapshotLacks) {
  load_both();
  session_.dispatch(SelectWork{"chimed-gpt"});
  ASSERT_TRUE(view().detail);
  session_.dispatch(SetSnapshot{"2023-03-29"});
  EXPECT_FALSE(view().detail);
  EXPECT_EQ(session_.state().work, "");
  EXPECT_TRUE(view().notices.empty());
}

TEST_F(Session_, NamesTheSnapshotThatIsMissing) {
  load_newest();
  session_.expect_snapshots({"2023-03-29", "2024-03-11"});
  ASSERT_EQ(view().snapshots.size(), 2u);
  EXPECT_EQ(view().snapshots[0].label, "Mar 2024");
  EXPECT_EQ(view().snapshots[1].label, "Mar 2023");
  EXPECT_EQ(session_.missing_snapshot(), "");
  session_.dispatch(SetSnapshot{"2023-03-29"});
  EXPECT_EQ(session_.missing_snapshot(), "2023-03-29");
  EXPECT_EQ(view().rows.size(), 208u);
  EXPECT_TRUE(view().snapshots[0].is_shown);
  load("2023-03-29");
  EXPECT_EQ(session_.missing_snapshot(), "");
  EXPECT_EQ(view().rows.size(), 136u);
}

TEST_F(Session_, ShowsTheNewestWhicheverCameFirst) {
  load_profile();
  load("2023-03-29");
  EXPECT_EQ(view().rows.size(), 136u);
  load("2024-03-11");
  EXPECT_EQ(view().rows.size(), 208u);
}

TEST_F(Session_, PutsListsWithoutADateFirstAsTheyAreGiven) {
  session_.expect_snapshots({"old name", "a name", "2024-03-11"});
  for (const char* name : {"2024-03-11", "a name", "old name", "unexpected"}) {
    ASSERT_TRUE(session_.add_snapshot(name, "# A\n- B [[Code]](https://x.org)\n").is_ok());
  }
  std::vector<std::string> names;
  for (const SnapshotView& snapshot : view().snapshots) names.push_back(snapshot.date);
  EXPECT_EQ(names, (std::vector<std::string>{"old name", "a name", "unexpected", "2024-03-11"}));
  EXPECT_TRUE(view().snapshots[0].is_shown);
  session_.open_url("at=a+name");
  session_.dispatch(SetSnapshot{"old name"});
  EXPECT_EQ(session_.url(), "") << "the newest needs no mention";
}

TEST_F(Session_, LeavesAllAsItWasWhenAListCannotBeRead) {
  load_newest();
  const std::uint64_t version = session_.version();
  EXPECT_FALSE(session_.add_snapshot("2025-01-01", std::string_view("\0\x01\0", 3)).is_ok());
  EXPECT_FALSE(session_.set_profile("{").is_ok());
  EXPECT_EQ(session_.version(), version);
  EXPECT_EQ(view().rows.size(), 208u);
}

TEST_F(Session_, LeavesWrongUrlValuesOutWithANotice) {
  load_newest();
  session_.open_url("in=cake&view=map&year=abc&family=cake&work=cake&at=1999-01-01&odd=1");
  EXPECT_EQ(view().rows.size(), 208u);
  EXPECT_EQ(view().notices.size(), 6u);
  EXPECT_TRUE(view().chips.empty());
  EXPECT_NE(session_.url().find("odd=1"), std::string::npos);
}

TEST_F(Session_, ReadsFacetsOfAProfileThatComesLater) {
  session_.open_url("family=audio&odd=1");
  load_newest();
  EXPECT_EQ(view().rows.size(), 10u);
  EXPECT_EQ(session_.url(), "family=audio&odd=1");
}

TEST_F(Session_, ShowsWhatThePageWantsWhereTheUrlSaysNothing) {
  session_.set_key("family", "language,vision");  // before the profile, which knows the key
  session_.set_key("q", "protein");
  load_newest();
  session_.open_url("family=audio");
  EXPECT_EQ(session_.url(), "q=protein&family=audio");
  session_.open_url("q=&has=code");
  EXPECT_EQ(session_.url(), "has=code&family=language,vision");
  session_.set_key("family", "");
  EXPECT_EQ(session_.url(), "has=code");
  session_.open_url("");
  EXPECT_EQ(session_.url(), "q=protein");
  session_.set_key("sort", "cake");
  session_.open_url("work=openfold");
  EXPECT_EQ(session_.url(), "q=protein&work=openfold");
  ASSERT_EQ(view().notices.size(), 1u);
  EXPECT_EQ(view().notices[0], "There is no order “cake”: left out.");
}

TEST_F(Session_, GoesBackAndForthAsABrowserDoes) {
  load_both();
  std::vector<std::string> history{session_.url()};
  std::vector<std::vector<std::string>> seen{ids()};
  const Action steps[] = {SetQuery{"protein"},    ToggleFilter{"has", "code"},
                          SetYears{{2020, 2022}}, SelectWork{"openfold"},
                          SetSort{{{"name"}}},    SetSnapshot{"2023-03-29"}};
  for (const Action& step : steps) {
    session_.dispatch(step);
    history.push_back(session_.url());
    seen.push_back(ids());
  }
  for (std::size_t at = history.size(); at-- > 0;) {
    session_.open_url(history[at]);
    EXPECT_EQ(session_.url(), history[at]);
    EXPECT_EQ(ids(), seen[at]) << history[at];
    EXPECT_TRUE(view().notices.empty()) << view().notices.front();
  }
  for (std::size_t at = 0; at < history.size(); ++at) {
    session_.open_url(history[at]);
    EXPECT_EQ(ids(), seen[at]) << history[at];
  }
}

TEST_F(Session_, GrowsItsVersionOnlyWhenSomethingChanged) {
  load_newest();
  const std::uint64_t version = session_.version();
  (void)view();
  (void)session_.row(0);
  session_.dispatch(SetQuery{""});
  session_.dispatch(SelectWork{""});
  EXPECT_EQ(session_.version(), version);
  session_.dispatch(SetQuery{"p"});
  EXPECT_GT(session_.version(), version);
}

TEST_F(Session_, SurvivesHostileUrls) {
  load_newest();
  for (const char* url : {"q=%00%ff\"-\"&in=////&venue=%2C,,&year=0000..9999&work=%F0", "&=&=#%",
                          "in=-&in=/&in=%20", "family=&family=,", "at=&since=zzz&q=name:"}) {
    session_.open_url(url);
    (void)view();
    (void)session_.row(0);
    const std::string once = session_.url();
    session_.open_url(once);
    EXPECT_EQ(session_.url(), once) << url;
  }
}

}  // namespace
}  // namespace lamplight::app
