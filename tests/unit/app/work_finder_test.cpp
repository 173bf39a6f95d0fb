#include "app/work_finder.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "unit/search/exact_text.h"

namespace lamplight::app {
namespace {

Catalog parse(std::string_view markdown) {
  Result<Catalog> parsed = parse_catalog(test::ExactText(markdown).view());
  EXPECT_TRUE(parsed.is_ok());
  return std::move(*parsed.value_if());
}

// Position in `here` of the work that stands at `work` of `there`; -1 for none.
int find(const Catalog& here, const Catalog& there, std::size_t work) {
  WorkFinder finder(here);
  const auto found = finder.find(there.works[work], there);
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
    EXPECT_EQ(finder.find(catalog.works[i], catalog), i);
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
}  // namespace lamplight::app
