// Limits of reading one entry, from both sides: what is taken for a label, a mark or people up to
// each, and stays in the text beyond.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "catalog/likeness.h"
#include "catalog/link_kind.h"
#include "catalog/names.h"
#include "catalog/people.h"
#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

// The first entry of a section.
ListingDraft read(const std::string& entry) {
  const Catalog catalog = parse("# L\n## S\n" + entry);
  if (catalog.listings.empty()) return {};
  return make_draft(catalog.listings[0]);
}

std::string sign(char letter, std::size_t times) { return std::string(times, letter); }

// "Ann Lean, Ann Lebn, ... and so on", `bytes` long.
std::string people(std::size_t bytes) {
  std::string names;
  for (std::size_t i = 0; names.size() + 40 < bytes; ++i) {
    names += "Ann Le" + sign(static_cast<char>('a' + i % 26), 1 + i / 26) + "n, ";
  }
  names += "Bo Ch";
  return names + sign('i', bytes - names.size());
}

TEST(EntryLimits, ALabelTellsAKindUpTo64Bytes) {
  const std::string longest = "paper (" + sign('7', 56) + ")";
  const std::string longer = "paper (" + sign('7', 57) + ")";
  EXPECT_EQ(catalog::kind_by_label(longest), LinkKind::Paper);
  EXPECT_EQ(catalog::kind_by_label(longer), std::nullopt);
  EXPECT_EQ(catalog::kind_of_link(longest, "https://x.org"), LinkKind::Paper);
  EXPECT_EQ(catalog::kind_of_link(longer, "https://x.org"), LinkKind::Other);
  EXPECT_TRUE(catalog::is_label_word("paper" + sign(' ', 59)));
  EXPECT_FALSE(catalog::is_label_word("paper" + sign(' ', 60)));
  // Beyond, an address still tells.
  EXPECT_EQ(catalog::kind_of_link(longer, "https://github.com/a/b"), LinkKind::Code);
}

// "[Net]" and an address behind a blank are one link.
TEST(EntryLimits, ALabelBeforeABlankAndItsAddressHas40Bytes) {
  const auto text = [](std::size_t bytes) {
    return read("- A title [" + sign('N', bytes) + "] (https://x.org) more\n");
  };
  EXPECT_EQ(text(40).links.at(0).label, sign('N', 40));
  EXPECT_EQ(text(40).text, "A title more");
  EXPECT_EQ(text(41).links.at(0).label, "https://x.org");
  EXPECT_EQ(text(41).text, "A title [" + sign('N', 41) + "] more");
}

TEST(EntryLimits, ALinkAtTheEndIsALabelUpTo40Bytes) {
  const auto entry = [](std::size_t bytes) {
    return read("- [a](https://x.org) - Words that tell. [" + sign('c', bytes) +
                "](https://x.org/2)\n");
  };
  EXPECT_EQ(entry(40).description, "Words that tell.");
  EXPECT_EQ(entry(41).description, "Words that tell. " + sign('c', 41)) << "words of it";
  EXPECT_EQ(entry(41).links.at(1).label, sign('c', 41));
}

// "CVPR 2021 [A title](u)"
TEST(EntryLimits, WhereItWasPublishedStandsBeforeATitleIn60Bytes) {
  const auto entry = [](std::size_t bytes) {
    return read("- CVPR 2021" + sign(' ', bytes - 9) +
                "[A title of it](https://x.org) - What it is.\n");
  };
  EXPECT_EQ(entry(60).links.at(0).label, "") << "the title's own link";
  EXPECT_EQ(entry(61).links.at(0).label, "A title of it");
  for (const std::size_t bytes : {60u, 61u}) {
    EXPECT_EQ(entry(bytes).title, "A title of it");
    EXPECT_EQ(entry(bytes).venue, "CVPR");
  }
}

TEST(EntryLimits, AKeyHas47Bytes) {
  const auto entry = [](std::size_t bytes) {
    return read("- [Net](https://x.org) - What it is.\n  - " + sign('k', bytes) + ": value\n");
  };
  EXPECT_EQ(entry(47).tags, std::vector<std::string>{sign('k', 47) + ": value"});
  EXPECT_TRUE(entry(48).tags.empty());
  EXPECT_EQ(entry(48).description, "What it is. " + sign('k', 48) + ": value");
}

TEST(EntryLimits, AKeyedValueIsATagUpTo80Bytes) {
  const auto entry = [](const std::string& below) {
    return read("- [Net](https://x.org) - What it is.\n  - " + below + "\n");
  };
  const std::string longest = "Kind of sails: " + sign('v', 65);
  EXPECT_EQ(entry(longest).tags, std::vector<std::string>{longest});
  EXPECT_TRUE(entry(longest + "v").tags.empty());
  EXPECT_EQ(entry(longest + "v").description, "What it is. " + longest + "v");
  // Several tags behind one key have twice as many.
  const std::string tags = sign('v', 157) + ", w";
  EXPECT_EQ(entry("Tags: " + tags).tags, (std::vector<std::string>{sign('v', 157), "w"}));
  EXPECT_TRUE(entry("Tags: v" + tags).tags.empty());
  EXPECT_EQ(entry("Tags: v" + tags).description, "What it is. v" + tags);
}

TEST(EntryLimits, CodeIsAMarkUpTo40Bytes) {
  const auto entry = [](std::size_t bytes) {
    return read("- [a](https://x.org) - Words that tell. `" + sign('C', bytes) + "`\n");
  };
  EXPECT_EQ(entry(40).tags, std::vector<std::string>{sign('C', 40)});
  EXPECT_TRUE(entry(41).tags.empty());
  EXPECT_EQ(entry(41).description, "Words that tell. " + sign('C', 41));
}

// "Mail. ([Demo](u) | [Code](u)). Free."
TEST(EntryLimits, SignsPartLabelsOverNoMoreThan80Bytes) {
  const auto entry = [](std::size_t bytes) {
    return read("- [a](https://x.org) - Mail us now. ([Demo](https://x.org/d)" + sign('|', bytes) +
                "[Code](https://x.org/c)). Free now.\n");
  };
  EXPECT_EQ(entry(76).description, "Mail us now. Free now.");  // with brackets and labels 80
  EXPECT_EQ(entry(80).description, "Mail us now. (" + sign('|', 80) + "). Free now.");
  EXPECT_EQ(entry(80).links.size(), 3u);
}

TEST(EntryLimits, PeopleInAStyleOfTheirOwnHave600Bytes) {
  const auto entry = [](const std::string& names) {
    return read("- A title of it *" + names + "* [[Paper]](https://x.org)\n");
  };
  EXPECT_EQ(entry(people(600)).authors, people(600));
  EXPECT_EQ(entry(people(600)).title, "A title of it");
  EXPECT_EQ(entry(people(601)).authors, std::nullopt);
  EXPECT_EQ(entry(people(601)).title, "A title of it " + people(601));
}

TEST(EntryLimits, PeopleStandBehindATitleOf12Clauses) {
  const auto entry = [](int clauses) {
    std::string title = "word";
    for (int i = 1; i < clauses; ++i) title += ", word" + std::to_string(i);
    return read("- " + title + ". Ann Lee, Bo Chi. CVPR 2021. [[Paper]](https://x.org)\n");
  };
  EXPECT_EQ(entry(12).authors, "Ann Lee, Bo Chi");
  EXPECT_EQ(entry(13).authors, std::nullopt);
  EXPECT_TRUE(entry(13).title.ends_with(", word12. Ann Lee, Bo Chi"));
}

TEST(EntryLimits, WhereAndWhenBeginInOneOfTheLast6Clauses) {
  const auto authors = [](int clauses) {
    std::string text = "Ann Lee, Bo Chi. CVPR 2021";
    for (int i = 1; i < clauses; ++i) text += ", x" + std::to_string(i);
    const auto credits = catalog::read_credits(text);
    return credits ? std::string(credits->authors) : std::string();
  };
  EXPECT_EQ(authors(6), "Ann Lee, Bo Chi");
  EXPECT_EQ(authors(7), "");
}

TEST(EntryLimits, AVenueBehindPeopleBeginsInTheLast4Words) {
  const auto entry = [](const std::string& venue) {
    return read("- [A title of it](https://x.org)\n  - Ann Lee and Bo Chi " + venue + "\n");
  };
  EXPECT_EQ(entry("CVPR Best Workshop 2021").authors, "Ann Lee and Bo Chi");
  EXPECT_EQ(entry("CVPR Best Workshop 2021").venue, "CVPR Best Workshop");
  EXPECT_EQ(entry("CVPR Very Best Workshop 2021").authors, std::nullopt);
  EXPECT_EQ(entry("CVPR Very Best Workshop 2021").venue,
            "Ann Lee and Bo Chi CVPR Very Best Workshop");
}

TEST(EntryLimits, ASlugHas80Bytes) {
  EXPECT_EQ(catalog::work_slug(sign('x', 80)), sign('x', 80));
  EXPECT_EQ(catalog::work_slug(sign('x', 81)), sign('x', 80));
  EXPECT_EQ(catalog::work_slug(sign('x', 78) + " y"), sign('x', 78) + "-y");
  EXPECT_EQ(catalog::work_slug(sign('x', 79) + " y"), sign('x', 79)) << "whole words only";
}

// The word "own7" and so on `own` times, then words that other titles have as well.
std::string title_with(const std::string& letter, int own) {
  std::string title;
  for (int i = 0; i < own; ++i) title += letter + std::to_string(i) + ' ';
  for (int i = 0; i < 24; ++i) title += "s" + std::to_string(i) + ' ';
  title.pop_back();
  return title;
}

TEST(EntryLimits, TitlesAgreeByTheirFirst32Words) {
  // 16 of 32 words in a row are in both; then 15, whatever follows.
  EXPECT_TRUE(catalog::titles_agree(title_with("a", 16), title_with("b", 16)));
  EXPECT_FALSE(catalog::titles_agree(title_with("a", 17), title_with("b", 17)));
}

TEST(EntryLimits, TitlesAgreeByNoLessThan4WordsInARow) {
  EXPECT_TRUE(catalog::titles_agree("one two three four", "zero one two three four"));
  EXPECT_FALSE(catalog::titles_agree("one two three", "zero one two three"));
}

}  // namespace
}  // namespace lamplight::test
