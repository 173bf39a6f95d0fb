// What changed between the two snapshots of the flagship, counted by hand.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "lamplight/diff.h"
#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

const Diff& flagship() {
  static const Diff diff = diff_catalogs(old_snapshot(), new_snapshot());
  return diff;
}

// Lines of the listings with a change, in the new list or, for removed ones, the old one.
std::vector<int> lines_of(Change change) {
  std::vector<int> lines;
  for (const ListingChange& each : flagship().listings) {
    if (each.change != change) continue;
    lines.push_back(each.new_listing < 0
                        ? old_snapshot().listings[static_cast<std::size_t>(each.old_listing)].line
                        : new_snapshot().listings[static_cast<std::size_t>(each.new_listing)].line);
  }
  return lines;
}

std::string title_of(const Catalog& catalog, int section) {
  return section < 0 ? "" : std::string(catalog.sections[static_cast<std::size_t>(section)].title);
}

TEST(FlagshipDiff, CountsAsCountedByHand) {
  const DiffCounts& counts = flagship().counts;
  EXPECT_EQ(counts.added, 110);
  EXPECT_EQ(counts.also_listed, 15);
  EXPECT_EQ(counts.removed, 1);
  EXPECT_EQ(counts.moved, 0);
  EXPECT_EQ(counts.edited, 13);
  EXPECT_EQ(counts.unchanged, 157);
  EXPECT_EQ(counts.new_works, 73);
  EXPECT_EQ(counts.sections_renamed, 2);
  EXPECT_FALSE(flagship().empty());
}

TEST(FlagshipDiff, RemovesOneListing) {
  EXPECT_EQ(lines_of(Change::Removed), (std::vector<int>{235}));
}

TEST(FlagshipDiff, ListsFifteenWorksInASecondSection) {
  EXPECT_EQ(lines_of(Change::AlsoListed), (std::vector<int>{131, 132, 133, 134, 135, 136, 137, 138,
                                                            139, 140, 141, 142, 144, 145, 146}));
}

TEST(FlagshipDiff, AddsThese95) {
  EXPECT_EQ(lines_of(Change::Added),
            (std::vector<int>{
                // Large Language Models > Healthcare Domain
                103, 105, 106, 107, 108, 109, 110, 119, 120, 121, 129, 130, 143, 147, 148, 149, 150,
                151, 152, 153,
                // Large Vision Models > Healthcare Domain
                183, 184, 185, 186, 187, 199, 200,
                // Large Multi-modal Models > Healthcare Domain; General Domain, Multi-modal Chatbot
                257, 258, 259, 260, 265, 266, 267, 273,
                // Bioinformatics
                310, 323, 327, 328, 329, 330, 331, 332, 333, 334, 335, 336, 337, 338, 339, 340, 341,
                342, 343, 344, 345, 346, 347, 348, 349, 350,
                // Medical Diagnosis, Imaging, Informatics; Public Health; Medical Robotics
                354, 355, 356, 360, 362, 363, 364, 368, 369, 384, 388, 396, 404, 413, 420,
                // AI Legislation; Open Source, Private or Upon Approval
                436, 437, 438, 439, 440, 441, 448, 449, 450, 451, 452, 453, 454, 455, 456, 461, 462,
                463, 464}));
}

TEST(FlagshipDiff, EditsThirteenListingsByOneCodeLinkEach) {
  struct Edit {
    int old_line;
    int new_line;
    std::string url;
    bool operator==(const Edit&) const = default;
  };
  std::vector<Edit> edits;
  for (const ListingChange& each : flagship().listings) {
    if (each.change != Change::Edited) continue;
    EXPECT_TRUE(each.links_removed.empty());
    EXPECT_FALSE(each.text.has_value());
    ASSERT_EQ(each.links_added.size(), 1u);
    const Listing& before = old_snapshot().listings[static_cast<std::size_t>(each.old_listing)];
    const Listing& after = new_snapshot().listings[static_cast<std::size_t>(each.new_listing)];
    const Link& link = after.links[static_cast<std::size_t>(each.links_added[0])];
    EXPECT_EQ(link.label, "Code");
    edits.push_back({before.line, after.line, std::string(*link.url)});
  }
  const std::string github = "https://github.com/";
  const std::vector<Edit> expected = {
      {56, 111, github + "zhaozh10/ChatCAD"},       {223, 311, github + "deepmind/alphafold"},
      {226, 314, github + "hpcaitech/fastfold"},    {227, 315, github + "PaddlePaddle/PaddleHelix"},
      {228, 316, github + "dptech-corp/Uni-Fold"},  {229, 317, github + "aqlaboratory/openfold"},
      {230, 318, github + "instadeepai/manyfold"},  {231, 319, github + "sokrypton/ColabFold"},
      {232, 320, github + "facebookresearch/esm"},  {233, 321, github + "lucidrains/progen"},
      {234, 322, github + "agemagician/ProtTrans"}, {236, 324, github + "HeliXonProtein/OmegaFold"},
      {245, 358, github + "zhaozh10/ChatCAD"},
  };
  ASSERT_EQ(edits.size(), expected.size());
  for (std::size_t i = 0; i < edits.size(); ++i) {
    EXPECT_TRUE(edits[i] == expected[i]) << edits[i].old_line << " " << edits[i].url;
  }
}

TEST(FlagshipDiff, PutsWhatWasRemovedBehindWhatPrecededIt) {
  const std::vector<ListingChange>& changes = flagship().listings;
  for (std::size_t i = 1; i + 1 < changes.size(); ++i) {
    if (changes[i].change != Change::Removed) continue;
    const auto line_of = [](const ListingChange& change) {
      return new_snapshot().listings[static_cast<std::size_t>(change.new_listing)].line;
    };
    EXPECT_EQ(line_of(changes[i - 1]), 322);
    EXPECT_EQ(line_of(changes[i + 1]), 323);
  }
}

TEST(FlagshipDiff, NamesTheSectionsThatChanged) {
  using Row = std::tuple<std::string, std::string, std::string>;
  std::vector<Row> rows;
  for (const SectionChange& each : flagship().sections) {
    rows.emplace_back(change_name(each.change), title_of(old_snapshot(), each.old_section),
                      title_of(new_snapshot(), each.new_section));
  }
  EXPECT_EQ(rows, (std::vector<Row>{
                      {"added", "", "News"},
                      {"moved", "Table of Contents", "Table of Contents"},  // before Survey
                      {"renamed", "Medical Diagnosis and Decision-making", "Medical Diagnosis"},
                      {"renamed", "Medical Imaging and Vision", "Medical Imaging"},
                      {"added", "", "AI Legislation"},
                      {"added", "", "Large-scale Datasets in Biomedical and Health Informatics"},
                      {"added", "", "Open Source"},
                      {"added", "", "Private or Upon Approval"},
                  }));
}

// All words of some kind in the changes of prose.
std::string words_of(PieceKind kind) {
  std::string words;
  for (const ProseChange& each : flagship().prose) {
    if (!each.text) continue;
    for (const TextPiece& piece : each.text->pieces) {
      if (piece.kind == kind) words += piece.text;
    }
  }
  return words;
}

TEST(FlagshipDiff, TellsWhatChangedInTheProse) {
  EXPECT_FALSE(flagship().title.has_value());
  ASSERT_TRUE(flagship().bibtex.has_value());
  EXPECT_NE(flagship().bibtex->new_text.find("publisher"), std::string::npos);
  EXPECT_EQ(flagship().bibtex->old_text.find("publisher"), std::string::npos);
  EXPECT_NE(words_of(PieceKind::Added).find("Ningli Wang"), std::string::npos);
  EXPECT_NE(words_of(PieceKind::Removed).find("(LAudiMs)"), std::string::npos);
  // The figure and the survey's address.
  bool has_figure = false;
  std::set<std::string> added;
  std::set<std::string> removed;
  for (const ProseChange& each : flagship().prose) {
    if (each.new_prose >= 0) {
      const Prose& prose = new_snapshot().prose[static_cast<std::size_t>(each.new_prose)];
      has_figure = has_figure || (each.change == Change::Added && prose.kind == ProseKind::Image);
      for (const int link : each.links_added) {
        added.emplace(*prose.links[static_cast<std::size_t>(link)].url);
      }
    }
    if (each.old_prose >= 0) {
      const Prose& prose = old_snapshot().prose[static_cast<std::size_t>(each.old_prose)];
      for (const int link : each.links_removed) {
        removed.emplace(*prose.links[static_cast<std::size_t>(link)].url);
      }
    }
  }
  EXPECT_TRUE(has_figure);
  EXPECT_EQ(added, (std::set<std::string>{"https://ieeexplore.ieee.org/document/10261199"}));
  EXPECT_EQ(removed.size(), 1u);
}

}  // namespace
}  // namespace lamplight::test
