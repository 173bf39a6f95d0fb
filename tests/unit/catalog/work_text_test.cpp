// What is said of a work stays short, however often a list names it.
#include "lamplight/work_text.h"

#include <gtest/gtest.h>

#include <string>

#include "lamplight/catalog.h"

namespace lamplight {
namespace {

Catalog parsed(const std::string& text) {
  Result<Catalog> result = parse_catalog(text);
  return std::move(*result.value_if());
}

TEST(WorkText, AWorkOfManySectionsIsToldWithTheFirstOfThem) {
  std::string text = "# List\n";
  for (int i = 0; i < 100; ++i) {
    text += "## Part " + std::to_string(i) + "\n\n";
    text += "- [One work of many places](https://example.org/one)\n\n";
  }
  const Catalog catalog = parsed(text);
  ASSERT_EQ(catalog.works.size(), 1u);
  const std::vector<WorkPlace> places = places_of(catalog, Profile{}, catalog.works[0]);
  ASSERT_EQ(places.size(), max_work_places);
  EXPECT_NE(places.front().title.find("Part 0"), std::string::npos);
  EXPECT_NE(places.back().title.find("Part 23"), std::string::npos);
}

TEST(WorkText, ALinkThatManyListingsShareIsThereOnce) {
  std::string text = "# List\n";
  for (int i = 0; i < 1000; ++i) {
    text += "- [One work of many links](https://example.org/one) [code](https://example.org/" +
            std::to_string(i % 3) + ")\n";
  }
  const Catalog catalog = parsed(text);
  ASSERT_EQ(catalog.works.size(), 1u);
  EXPECT_EQ(links_of(catalog, catalog.works[0]).size(), 4u);
}

}  // namespace
}  // namespace lamplight
