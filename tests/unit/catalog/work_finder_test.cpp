#include "lamplight/work_finder.h"

#include <string>

#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

// Position in `here` of the work that stands at `work` of `there`; -1 for none.
int find(const Catalog& here, const Catalog& there, std::size_t work) {
  WorkFinder finder(here);
  WorkFinder other(there);
  const auto found = finder.find(static_cast<std::uint32_t>(work), other);
  return found ? static_cast<int>(*found) : -1;
}

TEST(WorkFinder, FindsATitleHoweverItIsPunctuated) {
  const Catalog here = parse(
      "# L\n## S\n- Other [[Paper]](https://a.org/1)\n"
      "- ChatCAD: An A-Z of Scans [[Paper]](https://a.org/2)\n");
  const Catalog there =
      parse("# L\n## S\n- ChatCAD — an A Z of scans [[Paper]](https://b.org/9)\n");
  EXPECT_EQ(find(here, there, 0), 1);
}

TEST(WorkFinder, FindsAnIdentifierOnlyWithATitleThatAgrees) {
  const Catalog here = parse(
      "# L\n## S\n"
      "- Wrong Link [[Paper]](https://arxiv.org/abs/2101.00001)\n"
      "- Long Title [[Paper]](https://arxiv.org/abs/2101.00002)\n");
  const Catalog longer =
      parse("# L\n## S\n- Long Title of a Paper [[Paper]](https://arxiv.org/abs/2101.00002)\n");
  EXPECT_EQ(find(here, longer, 0), 1);
  const Catalog other =
      parse("# L\n## S\n- Something Else [[Paper]](https://arxiv.org/abs/2101.00001)\n");
  EXPECT_EQ(find(here, other, 0), -1);
}

TEST(WorkFinder, FindsATitleThatWasMended) {
  const Catalog here = parse(
      "# L\n## S\n- Lerning to Segment Scans Quickly [[Paper]](https://a.org/1)\n"
      "- A Survey of Surveys [[Paper]](https://a.org/2)\n");
  const Catalog mended =
      parse("# L\n## S\n- Learning to Segment Scans Quickly [[Paper]](https://b.org/9)\n");
  EXPECT_EQ(find(here, mended, 0), 0);
}

TEST(WorkFinder, TakesNoOtherNumberForAMisspeltOne) {
  const Catalog here =
      parse("# L\n## S\n- Few-shot Answers of Model12345 Compared [[Paper]](https://a.org/1)\n");
  const Catalog there =
      parse("# L\n## S\n- Few-shot Answers of Model12346 Compared [[Paper]](https://b.org/9)\n");
  EXPECT_EQ(find(here, there, 0), -1);
}

TEST(WorkFinder, FindsARewordedTitleByItsAddress) {
  const Catalog here =
      parse("# L\n## S\n- Scans and Reports Read Together [[Paper]](https://a.org/1)\n");
  const Catalog reworded =
      parse("# L\n## S\n- Scans and Reports, Understood Together [[Paper]](http://www.a.org/1/)\n");
  EXPECT_EQ(find(here, reworded, 0), 0);
}

TEST(WorkFinder, FindsAWorkThatKeptItsNameAndAddress) {
  const Catalog here =
      parse("# L\n## S\n- ChatCAD: Old Words [[Paper]](https://arxiv.org/abs/2101.00001)\n");
  const Catalog there =
      parse("# L\n## S\n- ChatCAD: A Title Anew [[Paper]](https://arxiv.org/abs/2101.00001)\n");
  EXPECT_EQ(find(here, there, 0), 0);
}

TEST(WorkFinder, TakesNoOtherWorkForANameAlone) {
  const Catalog here = parse("# L\n## S\n- Survey: Scans [[Paper]](https://a.org/1)\n");
  const Catalog there = parse("# L\n## S\n- Survey: Proteins [[Paper]](https://a.org/2)\n");
  EXPECT_EQ(find(here, there, 0), -1);
}

TEST(WorkFinder, LeavesWhoseTitleIsKeptToItsOwn) {
  // The new "ChatCAD+" shares an address with ChatCAD, which is still there.
  const Catalog here = parse("# L\n## S\n- ChatCAD: Scans Read [[Code]](https://a.org/code)\n");
  const Catalog there = parse(
      "# L\n## S\n- ChatCAD+: Scans Read Reliably [[Code]](https://a.org/code)\n"
      "- ChatCAD: Scans Read [[Code]](https://a.org/code)\n");
  EXPECT_EQ(find(here, there, 0), -1);
  EXPECT_EQ(find(here, there, 1), 0);
}

TEST(WorkFinder, FindsBackWhomItFinds) {
  WorkFinder older(old_snapshot());
  WorkFinder newer(new_snapshot());
  std::size_t found = 0;
  for (std::uint32_t i = 0; i < new_snapshot().works.size(); ++i) {
    const auto before = older.find(i, newer);
    if (!before) continue;
    EXPECT_EQ(newer.find(*before, older), i);
    ++found;
  }
  EXPECT_EQ(found, 135u);  // of 136, one is gone
}

TEST(WorkFinder, FindsEveryWorkOfItsOwnList) {
  std::string text = "# L\n## S\n";
  for (int i = 0; i < 500; ++i) {
    text += "- Work number " + std::to_string(i) + " [[Paper]](https://a.org/" + std::to_string(i) +
            ")\n";
  }
  const Catalog catalog = parse(text);
  WorkFinder finder(catalog);
  ASSERT_EQ(catalog.works.size(), 500u);
  for (std::uint32_t i = 0; i < catalog.works.size(); ++i) {
    EXPECT_EQ(finder.find(i, finder), i);
    EXPECT_EQ(finder.find_id(catalog.works[i].id), i);
  }
}

TEST(WorkFinder, RemembersWhatIsNotThere) {
  const Catalog catalog = parse("# L\n## S\n- One [[Paper]](https://a.org/1)\n");
  WorkFinder finder(catalog);
  EXPECT_FALSE(finder.find_id(""));
  EXPECT_FALSE(finder.find_id("two"));
  EXPECT_FALSE(finder.find_id("two"));
  EXPECT_EQ(finder.find_id("one"), 0u);
  EXPECT_EQ(finder.find_id("one"), 0u);
}

TEST(WorkFinder, TakesAWorkThatIsAtHand) {
  const Catalog catalog =
      parse("# L\n## S\n- One [[Paper]](https://a.org/1)\n- Two [[Paper]](https://a.org/2)\n");
  WorkFinder finder(catalog);
  finder.remember("two", 1);
  EXPECT_EQ(finder.find_id("two"), 1u);
  EXPECT_EQ(finder.find_id("one"), 0u);
}

}  // namespace
}  // namespace lamplight::test
