// Entries whose words go on and on: cut in whole characters, and nothing is lost.
#include <gtest/gtest.h>

#include "base/text.h"
#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

std::string repeated(const std::string& unit, std::size_t times) {
  std::string made;
  for (std::size_t i = 0; i < times; ++i) made.append(unit);
  return made;
}

// check() holds that every text is UTF-8; the block that the page reads refuses what is not.
TEST(LongText, IsCutBetweenCharacters) {
  for (std::size_t shift = 0; shift < 3; ++shift) {
    const std::string words = std::string(shift, 'x') + repeated("数据集", 900);
    for (const std::string& bullet :
         {"- " + words + "\n- [a](https://x.org)\n",
          "- **Net**\n  " + words + "\n- [a](https://x.org)\n",
          "- [a](https://x.org) - " + words + "\n",
          "- [a](https://x.org) - Words. `" + repeated("数", 20 + shift) + "x`\n",
          "- **A title of its own.** *" + words + "*\n- [a](https://x.org)\n"}) {
      const Catalog catalog = parse("# T\n\n## S\n\n" + bullet);
      catalog.check();
      EXPECT_FALSE(catalog.listings.empty());
    }
  }
}

TEST(LongText, BeyondATitleIsItsDescription) {
  const std::string words = repeated("word ", 1200) + "end";
  const Catalog catalog = parse("# T\n\n## S\n\n- " + words + "\n- [a](https://x.org)\n");
  const Listing& listing = catalog.listings[0];
  EXPECT_LE(listing.title.size(), 4000u);
  ASSERT_TRUE(listing.description);
  EXPECT_EQ(std::string(listing.title) + " " + std::string(*listing.description), words);
}

TEST(LongText, CodeIsAMarkOnlyWhenItIsShort) {
  const std::string command = "npm install --save-dev a-package-with-a-long-name";
  const Catalog catalog = parse("# T\n\n## S\n\n- [a](https://x.org) - Words. `" + command +
                                "`\n- [b](https://y.org) - Words. `Go`\n");
  EXPECT_EQ(catalog.listings[0].tags.size(), 0u);
  EXPECT_EQ(*catalog.listings[0].description, "Words. " + command);
  ASSERT_EQ(catalog.listings[1].tags.size(), 1u);
  EXPECT_EQ(catalog.listings[1].tags[0], "Go");
}

// Each listing tells its label, and each cell its column: both must be short.
TEST(LongText, IsNoLabelAndNoColumn) {
  const std::string words = repeated("word ", 100) + "end";
  const Catalog bold = parse("# T\n\n## S\n\n**" + words + "**\n\n- [a](https://x.org)\n");
  EXPECT_FALSE(bold.listings[0].group);
  ASSERT_EQ(bold.prose.size(), 1u);
  EXPECT_EQ(bold.prose[0].text, words);
  const Catalog bullets = parse("# T\n\n## S\n\n- " + words + "\n  - [a](https://x.org)\n");
  ASSERT_EQ(bullets.listings.size(), 1u);
  EXPECT_FALSE(bullets.listings[0].group);
  EXPECT_EQ(bullets.prose[0].text, words);
  const Catalog table = parse("# T\n\n## S\n\n|a|" + words + "|\n|-|-|\n|[b](https://x.org)|c|\n");
  EXPECT_LE(table.listings[0].cells[1].column.size(), 400u);
}

// What stands under the headings below an entry's heading is of the entry's section and year.
TEST(LongText, UnderAHeadingStaysInItsSection) {
  const Catalog catalog =
      parse("# T\n\n## [Great](https://x.org/t)\n\nWhat.\n\n### 2021\n\nMore.\n");
  ASSERT_EQ(catalog.listings.size(), 1u);
  EXPECT_FALSE(catalog.listings[0].year);
  EXPECT_EQ(catalog.listings[0].section, 0);
  EXPECT_EQ(count_rule(catalog, "empty-section"), 0u);
}

}  // namespace
}  // namespace lamplight::test
