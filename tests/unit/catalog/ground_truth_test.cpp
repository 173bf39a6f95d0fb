// What the two snapshots of the flagship contain, counted by hand.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

struct Counts {
  int labels = 0;
  int labels_with_url = 0;
  int rows = 0;
  std::map<std::string, int> by_label;
};

Counts count(const Catalog& catalog) {
  Counts counts;
  for (const Listing& listing : catalog.listings) {
    counts.rows += listing.shape == Shape::Row ? 1 : 0;
    for (const Link& link : listing.links) {
      if (link.label.empty()) continue;
      ++counts.labels;
      counts.labels_with_url += link.url ? 1 : 0;
      ++counts.by_label[link.label.str()];
    }
  }
  return counts;
}

// One row of the table: section, group ("" for none), first line, last line, listings.
struct Place {
  const char* section;
  const char* group;
  int first_line;
  int last_line;
  int listings;
};

void expect_places(const Catalog& catalog, const std::vector<Place>& places) {
  std::map<std::pair<std::string, std::string>, std::tuple<int, int, int>> found;
  for (const Listing& listing : catalog.listings) {
    ASSERT_GE(listing.section, 0);
    const std::string id(catalog.sections[static_cast<std::size_t>(listing.section)].id);
    auto& [first, last, number] = found[{id, std::string(*listing.group)}];
    if (number++ == 0) first = listing.line;
    last = listing.line;
  }
  for (const Place& place : places) {
    EXPECT_EQ((found[{place.section, place.group}]),
              (std::tuple(place.first_line, place.last_line, place.listings)))
        << place.section << " / " << place.group;
  }
  EXPECT_EQ(found.size(), places.size());
}

TEST(GroundTruth, OldHas171Listings) { EXPECT_EQ(old_snapshot().listings.size(), 171u); }
TEST(GroundTruth, NewHas280Listings) { EXPECT_EQ(new_snapshot().listings.size(), 280u); }
TEST(GroundTruth, OldHas230Labels) { EXPECT_EQ(count(old_snapshot()).labels, 230); }
TEST(GroundTruth, NewHas393Labels) { EXPECT_EQ(count(new_snapshot()).labels, 393); }
TEST(GroundTruth, OldHas136Works) { EXPECT_EQ(old_snapshot().works.size(), 136u); }
TEST(GroundTruth, NewHas208Works) { EXPECT_EQ(new_snapshot().works.size(), 208u); }
TEST(GroundTruth, OldHasNoRows) { EXPECT_EQ(count(old_snapshot()).rows, 0); }
TEST(GroundTruth, NewHas13Rows) { EXPECT_EQ(count(new_snapshot()).rows, 13); }

TEST(GroundTruth, OldSpellsItsLabelsSo) {
  EXPECT_EQ(count(old_snapshot()).by_label, (std::map<std::string, int>{{"Paper", 124},
                                                                        {"paper", 46},
                                                                        {"Code", 37},
                                                                        {"Project", 12},
                                                                        {"Blog", 8},
                                                                        {"HuggingFace", 3}}));
}

TEST(GroundTruth, NewSpellsItsLabelsSo) {
  EXPECT_EQ(count(new_snapshot()).by_label, (std::map<std::string, int>{{"Paper", 211},
                                                                        {"paper", 49},
                                                                        {"Code", 100},
                                                                        {"Project", 14},
                                                                        {"Blog", 8},
                                                                        {"HuggingFace", 5},
                                                                        {"Source", 6}}));
}

TEST(GroundTruth, LowerCaseLabelsAreOfTheSameKind) {
  const Listing* listing = find_line(new_snapshot(), 130);
  ASSERT_NE(listing, nullptr);
  EXPECT_EQ(listing->links[0].label, "paper");
  EXPECT_EQ(listing->links[0].kind, LinkKind::Paper);
  EXPECT_EQ(listing->links[1].kind, LinkKind::Model);
}

TEST(GroundTruth, OldListsPerSectionAndGroup) {
  expect_places(
      old_snapshot(),
      {
          {"large-language-models/healthcare-domain", "", 56, 70, 15},
          {"large-language-models/general-domain", "", 76, 96, 21},
          {"large-vision-models/healthcare-domain", "", 108, 118, 11},
          {"large-vision-models/general-domain", "CNNs", 124, 130, 7},
          {"large-vision-models/general-domain", "Vision Transformers", 134, 146, 13},
          {"large-vision-models/general-domain", "CNNs + ViTs", 150, 152, 3},
          {"large-audio-models/general-domain", "", 163, 172, 10},
          {"large-multi-modal-models/healthcare-domain", "", 179, 182, 4},
          {"large-multi-modal-models/general-domain", "Representation learning", 188, 204, 17},
          {"large-multi-modal-models/general-domain", "Text-to-image generation", 208, 213, 6},
          {"applications-of-large-ai-models-in-healthcare/bioinformatics", "", 223, 238, 16},
          {"applications-of-large-ai-models-in-healthcare/medical-diagnosis-and-decision-making",
           "", 244, 247, 4},
          {"applications-of-large-ai-models-in-healthcare/medical-imaging-and-vision", "", 252, 265,
           14},
          {"applications-of-large-ai-models-in-healthcare/medical-informatics", "", 274, 287, 14},
          {"applications-of-large-ai-models-in-healthcare/medical-education", "", 292, 293, 2},
          {"applications-of-large-ai-models-in-healthcare/public-health", "", 298, 300, 3},
          {"applications-of-large-ai-models-in-healthcare/medical-robotics", "", 306, 316, 11},
      });
}

TEST(GroundTruth, NewListsPerSectionAndGroup) {
  expect_places(
      new_snapshot(),
      {
          {"large-language-models/healthcare-domain", "", 103, 153, 50},
          {"large-language-models/general-domain", "", 157, 177, 21},
          {"large-vision-models/healthcare-domain", "", 183, 200, 18},
          {"large-vision-models/general-domain", "CNNs", 206, 212, 7},
          {"large-vision-models/general-domain", "Vision Transformers", 216, 228, 13},
          {"large-vision-models/general-domain", "CNNs + ViTs", 232, 234, 3},
          {"large-audio-models/general-domain", "", 242, 251, 10},
          {"large-multi-modal-models/healthcare-domain", "", 257, 267, 11},
          {"large-multi-modal-models/general-domain", "Multi-modal Chatbot", 273, 273, 1},
          {"large-multi-modal-models/general-domain", "Representation learning", 277, 293, 17},
          {"large-multi-modal-models/general-domain", "Text-to-image generation", 297, 302, 6},
          {"applications-of-large-ai-models-in-healthcare/bioinformatics", "", 310, 350, 41},
          {"applications-of-large-ai-models-in-healthcare/medical-diagnosis", "", 354, 364, 11},
          {"applications-of-large-ai-models-in-healthcare/medical-imaging", "", 368, 384, 17},
          {"applications-of-large-ai-models-in-healthcare/medical-informatics", "", 388, 404, 17},
          {"applications-of-large-ai-models-in-healthcare/medical-education", "", 408, 409, 2},
          {"applications-of-large-ai-models-in-healthcare/public-health", "", 413, 416, 4},
          {"applications-of-large-ai-models-in-healthcare/medical-robotics", "", 420, 431, 12},
          {"ai-legislation", "", 436, 441, 6},
          {"large-scale-datasets-in-biomedical-and-health-informatics/open-source", "", 448, 456,
           9},
          {"large-scale-datasets-in-biomedical-and-health-informatics/private-or-upon-approval", "",
           461, 464, 4},
      });
}

TEST(GroundTruth, OneLabelOfNewHasNoUrl) {
  const Counts counts = count(new_snapshot());
  EXPECT_EQ(counts.labels - counts.labels_with_url, 1);
  EXPECT_EQ(count_rule(new_snapshot(), "link-without-url"), 1u);
  for (const Finding& finding : new_snapshot().findings) {
    if (finding.rule != "link-without-url") continue;
    EXPECT_EQ(finding.line, 257);
    EXPECT_EQ(finding.level, Level::Error);
  }
  EXPECT_EQ(count_rule(old_snapshot(), "link-without-url"), 0u);
}

TEST(GroundTruth, LabelWithoutUrlIsKept) {
  const Listing* listing = find_line(new_snapshot(), 257);
  ASSERT_NE(listing, nullptr);
  ASSERT_EQ(listing->links.size(), 2u);
  EXPECT_EQ(make_draft(listing->links[0]), (LinkDraft{"Paper", LinkKind::Paper, std::nullopt}));
  EXPECT_EQ(listing->text, "Bootstrapping Large Language Models for Radiology Report Generation");
}

TEST(GroundTruth, EachSnapshotHasOneEmptySection) {
  for (const auto& [catalog, line] :
       {std::pair(&old_snapshot(), 158), std::pair(&new_snapshot(), 238)}) {
    ASSERT_EQ(count_rule(*catalog, "empty-section"), 1u);
    for (const Finding& finding : catalog->findings) {
      if (finding.rule != "empty-section") continue;
      EXPECT_EQ(finding.line, line);
    }
  }
}

TEST(GroundTruth, LawsComeFromTheirSection) {
  std::vector<std::string> laws;
  for (const Listing& listing : new_snapshot().listings) {
    const Section& section = new_snapshot().sections[static_cast<std::size_t>(listing.section)];
    if (section.id != "ai-legislation") continue;
    laws.emplace_back(listing.text);
    ASSERT_EQ(listing.links.size(), 1u);
    EXPECT_EQ(listing.links[0].kind, LinkKind::Source);
  }
  ASSERT_EQ(laws.size(), 6u);
  EXPECT_EQ(laws[0], "AI Act (EU)");
}

TEST(GroundTruth, RowsHaveBothCells) {
  const Listing* row = find_line(new_snapshot(), 451);
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->shape, Shape::Row);
  EXPECT_EQ(row->text, "ZINC20");
  EXPECT_EQ(make_draft(*row).cells,
            (std::vector<CellDraft>{
                {"Dataset", "ZINC20"},
                {"Description", "1.4B compounds from 310 catalogs from 150 companies"}}));
  EXPECT_EQ(make_draft(*row).links,
            (std::vector<LinkDraft>{{"", LinkKind::Project, "https://zinc20.docking.org/"}}));
}

TEST(GroundTruth, EveryRowHasTwoCellsAndALinkWithoutLabel) {
  for (const Listing& listing : new_snapshot().listings) {
    if (listing.shape != Shape::Row) continue;
    EXPECT_EQ(listing.cells.size(), 2u) << listing.line;
    ASSERT_EQ(listing.links.size(), 1u) << listing.line;
    EXPECT_TRUE(listing.links[0].label.empty()) << listing.line;
  }
}

TEST(GroundTruth, WrappedBulletIsOneListing) {
  const Listing* listing = find_line(new_snapshot(), 103);
  ASSERT_NE(listing, nullptr);
  EXPECT_EQ(listing->name, "ChiMed-GPT");
  EXPECT_EQ(listing->title,
            "A Chinese Medical Large Language Model with Full Training Regime and Better Alignment "
            "to Human Preferences");
  EXPECT_EQ(listing->links.size(), 2u);
  EXPECT_EQ(find_line(new_snapshot(), 104), nullptr);
}

TEST(GroundTruth, LabelMayFollowWithoutABlank) {
  const Listing* listing = find_line(new_snapshot(), 200);
  ASSERT_NE(listing, nullptr);
  EXPECT_EQ(listing->text,
            "Learning Multi-modal Representations by Watching Hundreds of Surgical Video Lectures");
}

TEST(GroundTruth, HeadingsBecomeSections) {
  EXPECT_EQ(old_snapshot().sections.size(), 22u);
  EXPECT_EQ(new_snapshot().sections.size(), 27u);
  EXPECT_EQ(new_snapshot().title, "Awesome-Healthcare-Foundation-Models");
  std::set<std::string> ids;
  for (const Section& section : new_snapshot().sections) ids.emplace(section.id);
  EXPECT_EQ(ids.size(), 27u);
}

TEST(GroundTruth, RenamedDuplicatesAreOneWork) {
  EXPECT_EQ(find_line(old_snapshot(), 181)->work, find_line(old_snapshot(), 257)->work);
  EXPECT_EQ(find_line(new_snapshot(), 263)->work, find_line(new_snapshot(), 375)->work);
  EXPECT_EQ(find_line(new_snapshot(), 200)->work, find_line(new_snapshot(), 267)->work);
}

TEST(GroundTruth, WrongLinksDoNotMerge) {
  EXPECT_NE(find_line(new_snapshot(), 112)->work, find_line(new_snapshot(), 375)->work);
  EXPECT_NE(find_line(new_snapshot(), 149)->work, find_line(new_snapshot(), 150)->work);
  EXPECT_NE(find_line(new_snapshot(), 151)->work, find_line(new_snapshot(), 152)->work);
  EXPECT_NE(find_line(new_snapshot(), 111)->work, find_line(new_snapshot(), 364)->work);
}

TEST(GroundTruth, SharedPapersAreFound) {
  std::vector<int> lines;
  for (const Finding& finding : new_snapshot().findings) {
    if (finding.rule == "shared-url") lines.push_back(finding.line);
  }
  EXPECT_EQ(lines, (std::vector<int>{112, 126, 149, 150, 151, 152, 329, 330, 331, 332, 375, 389,
                                     401, 463}));
}

TEST(GroundTruth, ContentsAndTopicsAreProse) {
  std::map<ProseKind, int> prose;
  for (const Prose& each : new_snapshot().prose) ++prose[each.kind];
  EXPECT_EQ(prose[ProseKind::Contents], 28);
  EXPECT_EQ(prose[ProseKind::Topics], 13);
  EXPECT_EQ(prose[ProseKind::Image], 2);
  prose.clear();
  for (const Prose& each : old_snapshot().prose) ++prose[each.kind];
  EXPECT_EQ(prose[ProseKind::Contents], 4);
}

TEST(GroundTruth, CitationOfTheListIsKeptAsWritten) {
  ASSERT_TRUE(new_snapshot().bibtex.has_value());
  EXPECT_EQ(new_snapshot().bibtex->substr(0, 20), "@article{qiu2023larg");
  EXPECT_EQ(new_snapshot().bibtex->back(), '}');
  EXPECT_TRUE(old_snapshot().bibtex.has_value());
}

}  // namespace
}  // namespace lamplight::test
