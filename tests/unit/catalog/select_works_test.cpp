// Some works of a list as a list of their own.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lamplight/catalog_draft.h"
#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

constexpr std::string_view tools =
    "# Tools\n\nAbout them.\n\n## A\n\n### B\n\n- [Ant](https://ant.example/) digs\n\n"
    "## C\n\n- [Bee](https://bee.example/) flies\n- [Ant](https://ant.example/) digs\n";

TEST(SelectWorks, KeepsAllListingsOfAWorkAndTheirSectionsAlone) {
  const Catalog all = parse(tools);
  const Catalog ant = select_works(all, {"ant", "nobody"});
  const CatalogDraft draft = make_draft(ant);
  EXPECT_EQ(draft.title, "Tools");
  ASSERT_EQ(draft.works.size(), 1u);
  EXPECT_EQ(draft.works[0].listings, (std::vector<int>{0, 1}));
  ASSERT_EQ(draft.sections.size(), 3u);
  EXPECT_EQ(draft.sections[static_cast<std::size_t>(draft.listings[0].section)].id, "a/b");
  EXPECT_EQ(draft.sections[static_cast<std::size_t>(draft.listings[1].section)].id, "c");
  EXPECT_TRUE(draft.prose.empty());

  const CatalogDraft bee = make_draft(select_works(all, {"bee"}));
  ASSERT_EQ(bee.sections.size(), 1u);
  EXPECT_EQ(bee.sections[0].id, "c");
  EXPECT_EQ(bee.listings[0].work, 0);
}

TEST(SelectWorks, OfNoneIsAListWithoutEntries) {
  const Catalog none = select_works(parse(tools), {});
  EXPECT_TRUE(none.works.empty());
  EXPECT_TRUE(none.listings.empty());
  EXPECT_TRUE(none.sections.empty());
}

// Every work of the flagship alone, and every second one: as it was, and a block that can be read.
TEST(SelectWorks, LeavesWhatItKeepsAsItWas) {
  const Catalog all = parse(read_file(source_dir() / "data/lists/2024-03-11.md"));
  const CatalogDraft before = make_draft(all);
  std::vector<std::string_view> some;
  for (std::size_t i = 0; i < before.works.size(); i += 2) some.push_back(before.works[i].id);
  const Catalog kept = select_works(all, some);
  ASSERT_TRUE(read_catalog_block(BlockBytes::copy_of(kept.bytes())).is_ok());
  const CatalogDraft after = make_draft(kept);
  ASSERT_EQ(after.works.size(), some.size());
  for (std::size_t i = 0; i < after.works.size(); ++i) {
    WorkDraft work = after.works[i];
    const WorkDraft& original = before.works[i * 2];
    ASSERT_EQ(work.listings.size(), original.listings.size());
    for (std::size_t j = 0; j < work.listings.size(); ++j) {
      ListingDraft listing = after.listings[static_cast<std::size_t>(work.listings[j])];
      const ListingDraft& former = before.listings[static_cast<std::size_t>(original.listings[j])];
      EXPECT_EQ(listing.line, former.line);
      EXPECT_EQ(listing.text, former.text);
      EXPECT_EQ(listing.links, former.links);
      ASSERT_EQ(listing.section >= 0, former.section >= 0);
      if (listing.section >= 0) {
        EXPECT_EQ(after.sections[static_cast<std::size_t>(listing.section)].id,
                  before.sections[static_cast<std::size_t>(former.section)].id);
      }
    }
    work.listings = original.listings;
    EXPECT_EQ(work, original);
  }
}

}  // namespace
}  // namespace lamplight::test
