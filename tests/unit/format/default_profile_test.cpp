// What is offered to choose by in a list without a profile.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lamplight/catalog_draft.h"
#include "lamplight/profile.h"
#include "lamplight/work_text.h"
#include "unit/format/sample.h"

namespace lamplight {
namespace {

TEST(DefaultProfile, OffersOnlyWhatTheListHas) {
  EXPECT_TRUE(default_profile(Catalog()).facets.empty());
  const Profile profile = default_profile(sample::catalog());
  std::vector<std::string> ids;
  for (const Facet& facet : profile.facets) ids.push_back(facet.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"in", "kind", "has", "year", "venue"}));
}

// Facets of a list without a profile, "in Sections", as its text makes them.
std::vector<std::string> default_facets(const std::string& markdown) {
  const Result<Catalog> parsed = parse_catalog(markdown);
  std::vector<std::string> facets;
  for (const Facet& facet : default_profile(*parsed.value_if()).facets) {
    facets.push_back(facet.id + " " + facet.title);
  }
  return facets;
}

using Facets = std::vector<std::string>;

TEST(DefaultProfile, HasAFacetForEachKindOfTag) {
  EXPECT_EQ(default_facets("# L\n## S\n"
                           "- [a](https://a.org/1) - One. `MIT` `Go`\n"
                           "- [b](https://a.org/2) - Two. `MIT` `Python`\n"
                           "- [c](https://a.org/3) - Three. `Apache-2.0` `Go`\n"
                           "- [d](https://a.org/4) - Four. `Apache-2.0` `Python`\n"),
            (Facets{"in Sections", "licence Licence", "language Language", "has Has"}));
}

TEST(DefaultProfile, CallsAColumnOfTagsAsTheListDoes) {
  EXPECT_EQ(default_facets("# L\n## S\n"
                           "| API | Description | Auth | language |\n|---|---|---|---|\n"
                           "| [a](https://a.org/1) | One thing | `apiKey` | En |\n"
                           "| [b](https://a.org/2) | Two things | No | Zh |\n"
                           "| [c](https://a.org/3) | Three things | `apiKey` | En |\n"
                           "| [d](https://a.org/4) | Four things | No | Zh |\n"),
            (Facets{"in Sections", "language Language", "auth Auth", "has Has"}));
}

TEST(DefaultProfile, OffersNothingThatIsDifferentForEachWorkOrTheSameForAll) {
  EXPECT_EQ(default_facets("# L\n## S\n"
                           "- [a](https://a.org/1) - One. `MIT` `alpha`\n"
                           "- [b](https://a.org/2) - Two. `MIT` `beta`\n"
                           "- [c](https://a.org/3) - Three. `MIT` `gamma`\n"),
            (Facets{"in Sections", "has Has"}));
}

TEST(DefaultProfile, OffersSixFacetsOfTags) {
  const auto facets = [](int columns) {
    std::string list = "# L\n## S\n| Name | Description |";
    for (int i = 0; i < columns; ++i) list += " Col" + std::to_string(i) + " |";
    list += "\n|---|---|";
    for (int i = 0; i < columns; ++i) list += "---|";
    for (int row = 0; row < 4; ++row) {
      list += "\n| [e" + std::to_string(row) + "](https://a.org/" + std::to_string(row) +
              ") | Thing of it " + std::to_string(row) + " |";
      for (int i = 0; i < columns; ++i) list += row % 2 == 0 ? " `yes` |" : " `no` |";
    }
    return default_facets(list + "\n");
  };
  EXPECT_EQ(facets(6), (Facets{"in Sections", "col0 Col0", "col1 Col1", "col2 Col2", "col3 Col3",
                               "col4 Col4", "col5 Col5", "has Has"}));
  EXPECT_EQ(facets(7), facets(6));
}

// Of a longer list, every second work or fewer: what only the others have is not seen.
TEST(DefaultProfile, LooksAtLessThan20000Works) {
  const auto offers_groups = [](std::size_t works) {
    CatalogDraft draft;
    draft.works.resize(works);
    draft.listings.resize(works);
    for (std::size_t i = 0; i < works; ++i) {
      WorkDraft& work = draft.works[i];
      work.id = work.title = "w" + std::to_string(i);
      work.listings = {static_cast<int>(i)};
      ListingDraft& listing = draft.listings[i];
      listing.line = static_cast<int>(i) + 1;
      listing.work = static_cast<int>(i);
      listing.title = listing.text = work.title;
      if (i % 2 == 1) listing.group = i % 4 == 1 ? "One" : "Two";
    }
    const Profile profile = default_profile(make_catalog(draft));
    return std::any_of(profile.facets.begin(), profile.facets.end(),
                       [](const Facet& facet) { return facet.id == "group"; });
  };
  EXPECT_TRUE(offers_groups(19'999));
  EXPECT_FALSE(offers_groups(20'000));
}

TEST(DefaultProfile, OffersKindsWhereLinksSayMoreThanOneThing) {
  EXPECT_EQ(default_facets("# L\n## S\n"
                           "- **Of graphs.** [paper](https://arxiv.org/abs/2001.00001) "
                           "[code](https://github.com/a/b)\n"
                           "- [c](https://github.com/a/c) - Code alone.\n"),
            (Facets{"in Sections", "kind Kind", "has Has", "year Year", "venue Venue"}));
  EXPECT_EQ(default_facets("# L\n## S\n"
                           "- **Of graphs.** [paper](https://x.org/1)\n"
                           "- [c](https://github.com/a/c) - Code alone.\n"),
            (Facets{"in Sections", "has Has"}));
}

TEST(DefaultProfile, OffersLabelsWhereTheyGatherEnough) {
  std::string list = "# L\n## S\n";
  int link = 0;
  for (const char* const label : {"One", "Two"}) {
    list += std::string("\n**") + label + "**\n\n";
    for (int i = 0; i < 4; ++i) {
      const std::string number = std::to_string(++link);
      list += "- [e" + number + "](https://a.org/" + number + ") - Text.\n";
    }
  }
  EXPECT_EQ(default_facets(list), (Facets{"in Sections", "group Group", "has Has"}));
}

TEST(DefaultProfile, LeavesOutYearsAndVenuesOfAFewStrays) {
  std::string list = "# L\n## S\n- [x](https://arxiv.org/abs/2001.00001) - Text.\n";
  for (int i = 0; i < 99; ++i) {
    list += "- [e" + std::to_string(i) + "](https://a.org/" + std::to_string(i) + ") - Text.\n";
  }
  EXPECT_EQ(default_facets(list), (Facets{"in Sections", "has Has"}));
}

TEST(DefaultProfile, ColoursTheLargestSectionsThatStandSideBySide) {
  std::string list = "# L\n## All\n";
  int link = 0;
  for (int section = 1; section <= 6; ++section) {
    list += "### S" + std::to_string(section) + "\n";
    for (int i = 0; i < (section % 2 == 0 ? 5 : section); ++i) {
      const std::string number = std::to_string(++link);
      list += "- [e" + number + "](https://a.org/" + number + ") - Text.\n";
    }
  }
  const Result<Catalog> parsed = parse_catalog(list);
  const Catalog& catalog = *parsed.value_if();
  const Profile profile = default_profile(catalog);
  std::string colored;
  for (const FacetValue& value : profile.facets[0].values) {
    colored += value.title + "=" + value.color + " ";
  }
  EXPECT_EQ(colored, "S2=language S4=vision S5=audio S6=multimodal ");
  EXPECT_EQ(work_color(catalog, profile, catalog.works.front()), "other");
  EXPECT_EQ(work_color(catalog, profile, catalog.works.back()), "multimodal");
}

}  // namespace
}  // namespace lamplight
