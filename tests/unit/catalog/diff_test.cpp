// What counts as the same, as moved, as edited: small lists.
#include "lamplight/diff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lamplight/work_finder.h"
#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

// Both lists of a diff, and the diff.
struct Compared {
  Compared(std::string_view before, std::string_view after)
      : old_list(parse(before)), new_list(parse(after)), diff(diff_catalogs(old_list, new_list)) {}
  Catalog old_list;
  Catalog new_list;
  Diff diff;

  // "added 3, removed 4": each change with its line in the new list, or in the old one.
  [[nodiscard]] std::string listings() const {
    std::string text;
    for (const ListingChange& each : diff.listings) {
      if (!text.empty()) text += ", ";
      text += change_name(each.change);
      const Catalog& list = each.new_listing < 0 ? old_list : new_list;
      const int at = each.new_listing < 0 ? each.old_listing : each.new_listing;
      text += ' ' + std::to_string(list.listings[static_cast<std::size_t>(at)].line);
    }
    return text;
  }
  [[nodiscard]] std::string sections() const {
    std::string text;
    for (const SectionChange& each : diff.sections) {
      if (!text.empty()) text += ", ";
      text += change_name(each.change);
      const Catalog& list = each.new_section < 0 ? old_list : new_list;
      const int at = each.new_section < 0 ? each.old_section : each.new_section;
      text += ' ' + std::string(list.sections[static_cast<std::size_t>(at)].title);
    }
    return text;
  }
};

// "- A [[Paper]](https://x.org/A)"
std::string entry(const std::string& title) {
  return "- " + title + " [[Paper]](https://x.org/" + title.substr(0, title.find(' ')) + ")\n";
}
std::string entries(const std::vector<std::string>& titles) {
  std::string text;
  for (const std::string& title : titles) text += entry(title);
  return text;
}

TEST(Diff, IsEmptyBetweenAListAndItself) {
  for (const std::string& text :
       {std::string(), std::string("# T\n"),
        std::string("no heading\n- !!! [[a]](b)\n- !!! [[a]](b)\n"),
        "# T\n## S\n" + entries({"One", "One", "Two"}) + "## S\n" + entries({"One"})}) {
    const Compared same(text, text);
    EXPECT_TRUE(same.diff.empty()) << text << same.listings() << same.sections();
    EXPECT_EQ(same.diff.counts.unchanged, static_cast<int>(same.new_list.listings.size()));
  }
}

TEST(Diff, AddsAllToAnEmptyListAndRemovesAll) {
  const std::string some = "# T\n## S\n" + entries({"One", "Two"});
  const Compared filled("", some);
  EXPECT_EQ(filled.listings(), "added 3, added 4");
  EXPECT_EQ(filled.sections(), "added S");
  EXPECT_EQ(filled.diff.counts.new_works, 2);
  const Compared emptied(some, "");
  EXPECT_EQ(emptied.listings(), "removed 3, removed 4");
  EXPECT_EQ(emptied.sections(), "removed S");
  EXPECT_EQ(emptied.diff.counts.new_works, 0);
}

TEST(Diff, MovesAListingThatLeftOneSectionForAnother) {
  const Compared moved("# T\n## A\n" + entries({"One", "Two"}) + "## B\n" + entries({"Three"}),
                       "# T\n## A\n" + entries({"Two"}) + "## B\n" + entries({"Three", "One"}));
  EXPECT_EQ(moved.listings(), "moved 6");
  EXPECT_EQ(moved.diff.counts.moved, 1);
  EXPECT_EQ(moved.diff.counts.new_works, 0);
}

TEST(Diff, ListsAWorkAlsoInASecondSection) {
  const Compared also("# T\n## A\n" + entries({"One"}) + "## B\n" + entries({"Two"}),
                      "# T\n## A\n" + entries({"One"}) + "## B\n" + entries({"Two", "One"}));
  EXPECT_EQ(also.listings(), "also_listed 6");
  EXPECT_EQ(also.diff.counts.added, 1);
  EXPECT_EQ(also.diff.counts.also_listed, 1);
}

TEST(Diff, KeepsListingsOfARenamedSectionAndMovesOneIntoIt) {
  const Compared both(
      "# T\n## Scans\n" + entries({"One", "Two", "Three"}) + "## B\n" + entries({"Four", "Five"}),
      "# T\n## Images\n" + entries({"One", "Two", "Three", "Four"}) + "## B\n" + entries({"Five"}));
  EXPECT_EQ(both.sections(), "renamed Images");
  EXPECT_EQ(both.listings(), "moved 6");
  EXPECT_EQ(both.diff.counts.unchanged, 4);
  EXPECT_EQ(both.diff.counts.sections_renamed, 1);
}

TEST(Diff, KeepsTheSectionsBelowARenamedOne) {
  const std::string below = "### X\n" + entries({"One"}) + "### Y\n" + entries({"Two"});
  const Compared renamed("# T\n## Uses\n" + below, "# T\n## Applications\n" + below);
  EXPECT_EQ(renamed.sections(), "renamed Applications");
  EXPECT_EQ(renamed.listings(), "");
}

TEST(Diff, SplitsASectionIntoOneKeptAndOneAdded) {
  const Compared split(
      "# T\n## A\n" + entries({"One", "Two", "Three", "Four"}),
      "# T\n## A\n" + entries({"One", "Two"}) + "## B\n" + entries({"Three", "Four"}));
  EXPECT_EQ(split.sections(), "added B");
  EXPECT_EQ(split.listings(), "moved 6, moved 7");
}

TEST(Diff, MovesASectionBelowAnother) {
  const std::string a = "A\n" + entries({"One", "Two"});
  const Compared moved(
      "# T\n## X\n" + entries({"Three"}) + "### " + a + "## Y\n" + entries({"Four"}),
      "# T\n## X\n" + entries({"Three"}) + "## Y\n" + entries({"Four"}) + "### " + a);
  EXPECT_EQ(moved.sections(), "moved A");
  EXPECT_EQ(moved.listings(), "");
}

TEST(Diff, MovesTheLighterOfTwoSectionsThatChangedPlaces) {
  const std::string light = "## Light\n" + entries({"One"});
  const std::string heavy = "## Heavy\n" + entries({"Two", "Three"});
  EXPECT_EQ(Compared("# T\n" + light + heavy, "# T\n" + heavy + light).sections(), "moved Light");
  EXPECT_EQ(Compared("# T\n" + heavy + light, "# T\n" + light + heavy).sections(), "moved Light");
}

TEST(Diff, MovesTheListingsOfARenamedGroup) {
  const Compared renamed("# T\n## A\n\n**CNNs**:\n\n" + entries({"One"}),
                         "# T\n## A\n\n**Networks**:\n\n" + entries({"One"}));
  EXPECT_EQ(renamed.listings(), "moved 6");
  const Compared restyled("# T\n## A\n\n**CNNs**:\n\n" + entries({"One"}),
                          "# T\n## A\n\n**cnns**\n\n" + entries({"One"}));
  EXPECT_EQ(restyled.listings(), "");
}

TEST(Diff, NamesTheExactLinksAndWordsThatChanged) {
  const Compared edited(
      "# T\n## A\n- Scans Red Well [[Paper]](https://x.org/1) [[Code]](https://x.org/2)\n",
      "# T\n## A\n- Scans red very well [[Paper]](https://x.org/2) [[Code]](https://x.org/2)\n");
  // Titles that differ by a word share an address.
  ASSERT_EQ(edited.listings(), "edited 3");
  const ListingChange& change = edited.diff.listings[0];
  EXPECT_EQ(change.links_added, (std::vector<int>{0}));
  EXPECT_EQ(change.links_removed, (std::vector<int>{0}));
  ASSERT_TRUE(change.text.has_value());
  const std::vector<TextPiece> expected = {{PieceKind::Kept, "Scans "},
                                           {PieceKind::Removed, "Red Well"},
                                           {PieceKind::Added, "red very well"}};
  EXPECT_EQ(change.text->pieces, expected);
}

TEST(Diff, SeesLinksThatChangedPlacesWithinTheirLabels) {
  const Compared swapped("# T\n## A\n- One [[Paper]](https://x.org/1) [[Code]](https://x.org/2)\n",
                         "# T\n## A\n- One [[Paper]](https://x.org/2) [[Code]](https://x.org/1)\n");
  EXPECT_EQ(swapped.listings(), "edited 3");
  EXPECT_EQ(swapped.diff.listings[0].links_added.size(), 2u);
  const Compared reordered(
      "# T\n## A\n- One [[Paper]](https://x.org/1) [[Code]](https://x.org/2)\n",
      "# T\n## A\n- One [[Code]](https://x.org/2) [[Paper]](https://x.org/1)\n");
  EXPECT_TRUE(reordered.diff.empty());
}

TEST(Diff, SeesTheCellsOfARow) {
  const std::string head = "# T\n## A\n| Name | Size |\n|-|-|\n";
  const Compared edited(head + "| [One](https://x.org) | 1 GB |\n",
                        head + "| [One](https://x.org) | 2 GB |\n");
  ASSERT_EQ(edited.listings(), "edited 5");
  EXPECT_EQ(edited.diff.listings[0].text->old_text, "One | 1 GB");
  EXPECT_EQ(edited.diff.listings[0].text->new_text, "One | 2 GB");
}

TEST(Diff, PairsListingsOfOneWorkInOnePlaceByWhatDidNotChange) {
  const std::string one = "- One title listed often [[Paper]](https://x.org/1)\n";
  const std::string two = "- One title listed often [[Paper]](https://x.org/2)\n";
  const std::string three = "- One title listed often [[Paper]](https://x.org/3)\n";
  const Compared fewer("# T\n## A\n" + one + two + three, "# T\n## A\n" + one + three);
  EXPECT_EQ(fewer.listings(), "removed 4");
  const Compared more("# T\n## A\n" + one + three, "# T\n## A\n" + one + two + three);
  EXPECT_EQ(more.listings(), "also_listed 4");
}

TEST(Diff, TellsWorksOfOneGenericTitleApartByTheirAddresses) {
  const std::string one = "- Docs [[Paper]](https://x.org/1)\n";
  const std::string two = "- Docs [[Paper]](https://x.org/2)\n";
  const std::string three = "- Docs [[Paper]](https://x.org/3)\n";
  const Compared more("# T\n## A\n" + one + three, "# T\n## A\n" + one + two + three);
  EXPECT_EQ(more.listings(), "added 4");
  const Compared fewer("# T\n## A\n" + one + two + three, "# T\n## A\n" + two + three);
  EXPECT_EQ(fewer.listings(), "removed 3");
  const Compared mended("# T\n## A\n" + one + two, "# T\n## A\n" + one + three);
  EXPECT_EQ(mended.listings(), "edited 4");
}

TEST(Diff, TakesAReusedShortNameForANewWork) {
  const Compared reused("# T\n## A\n- Foo: Scans read [[Paper]](https://x.org/1)\n",
                        "# T\n## A\n- Foo: Folding proteins [[Paper]](https://x.org/2)\n"
                        "- Foo: Scans read [[Paper]](https://x.org/1)\n");
  EXPECT_EQ(reused.listings(), "added 3");
  EXPECT_EQ(reused.diff.counts.new_works, 1);
}

TEST(Diff, KeepsWorksThatBecameOne) {
  // With an address in common "Foo: Scans of the chest" and "Scans of the chest" are one work.
  const std::string before =
      "# T\n## A\n- Foo: Scans of the chest [[Paper]](https://x.org/1)\n## B\n";
  const Compared joined(before + "- Scans of the chest [[Paper]](https://x.org/2)\n",
                        before + "- Scans of the chest [[Paper]](https://x.org/1)\n");
  EXPECT_EQ(joined.new_list.works.size(), 1u);
  EXPECT_EQ(joined.listings(), "edited 5");
  EXPECT_EQ(joined.diff.counts.unchanged, 1);
}

TEST(Diff, KnowsNewWorksAsTheFinderDoes) {
  WorkFinder older(old_snapshot());
  WorkFinder newer(new_snapshot());
  int missing = 0;
  for (std::uint32_t i = 0; i < new_snapshot().works.size(); ++i) {
    if (!older.find(i, newer)) ++missing;
  }
  EXPECT_EQ(diff_catalogs(old_snapshot(), new_snapshot()).counts.new_works, missing);
}

TEST(Diff, TellsTheListsOwnWords) {
  const Compared edited(
      "# Old name\n\nA list of all things.\n\n```bibtex\n@misc{a, year=2020}\n```\n",
      "# New name\n\nA list of most things.\n\n```bibtex\n@misc{a, year=2021}\n```\n");
  ASSERT_TRUE(edited.diff.title.has_value());
  EXPECT_EQ(edited.diff.title->new_text, "New name");
  ASSERT_TRUE(edited.diff.bibtex.has_value());
  ASSERT_EQ(edited.diff.prose.size(), 1u);
  EXPECT_EQ(edited.diff.prose[0].change, Change::Edited);
  const std::vector<TextPiece> expected = {{PieceKind::Kept, "A list of "},
                                           {PieceKind::Removed, "all "},
                                           {PieceKind::Added, "most "},
                                           {PieceKind::Kept, "things."}};
  EXPECT_EQ(edited.diff.prose[0].text->pieces, expected);
}

// `count` words of their own, as "a0 a1 a2 ".
std::string words(const std::string& letter, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += letter + std::to_string(i) + ' ';
  return text;
}

// 65,536 pairs of words are compared: beyond, the changed part is one.
TEST(Diff, TellsAVeryLongChangeAsAWhole) {
  const auto pieces = [](int count) {
    const auto text = [&](const std::string& letter) {
      return "# T\n\n" + words("same", 900) + words(letter, count / 2) + "kept " +
             words(letter, count / 2) + "end.\n";
    };
    const Compared edited(text("a"), text("b"));
    EXPECT_EQ(edited.diff.prose.size(), 1u);
    std::string kinds;
    for (const TextPiece& piece : edited.diff.prose.at(0).text.value().pieces) {
      kinds += piece.kind == PieceKind::Kept ? '=' : piece.kind == PieceKind::Added ? '+' : '-';
    }
    return kinds;
  };
  EXPECT_EQ(pieces(200), "=-+=-+=");
  EXPECT_EQ(pieces(300), "=-+=");
}

// 1,024 pairs of texts of a section are compared: beyond, each with the one in its place.
TEST(Diff, ComparesManyTextsOfASectionByTheirPlace) {
  const auto edited = [](int count) {
    std::string before = "# T\n\n";
    std::string after = "# T\n\n";
    for (int i = 0; i < count; ++i) {
      const std::string text = words("w" + std::to_string(i) + "x", 9);
      before += text + "old.\n\n";
      if (i > 0) after += text + "new.\n\n";  // the first is gone: all stand one place higher
    }
    const Compared compared(before, after);
    return std::count_if(compared.diff.prose.begin(), compared.diff.prose.end(),
                         [](const ProseChange& each) { return each.change == Change::Edited; });
  };
  EXPECT_EQ(edited(30), 29);
  EXPECT_EQ(edited(40), 0);
}

TEST(Diff, PutsRemovedOnesBehindWhatPrecededThem) {
  const Compared removed("# T\n## A\n" + entries({"Zero", "One", "Two", "Three"}),
                         "# T\n## A\n" + entries({"One", "New", "Three", "More"}));
  EXPECT_EQ(removed.listings(), "removed 3, removed 5, added 4, added 6");
}

}  // namespace
}  // namespace lamplight::test
