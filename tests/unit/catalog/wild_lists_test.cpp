// Every list of many dialects that stands beside the checkout.
#include <gtest/gtest.h>

#include "unit/catalog/test_lists.h"

namespace lamplight::test {
namespace {

int count_lines(std::string_view text) {
  int lines = 1;
  for (const char c : text) lines += c == '\n' ? 1 : 0;
  return lines;
}

// Reading every list takes long under sanitizers: whatever holds of all of them is asked at once.
TEST(WildLists, EachReadsTheSameTwiceWithTitlesAndWithLinesInRange) {
  for (const std::filesystem::path& path : wild_lists()) {
    const std::string text = read_file(path);
    const Catalog catalog = parse(text);
    EXPECT_EQ(parse(text), catalog) << path;
    const int lines = count_lines(text);
    for (const Listing& listing : catalog.listings) {
      EXPECT_LE(listing.line, lines) << path;
      EXPECT_TRUE(!listing.title.empty() || listing.shape == Shape::Row) << path << listing.line;
    }
    for (const Finding& finding : catalog.findings) EXPECT_LE(finding.line, lines) << path;
    for (const Prose& prose : catalog.prose) EXPECT_LE(prose.line, lines) << path;
    std::printf("%5zu listings %5zu works %4zu sections %4zu findings  %s\n",
                catalog.listings.size(), catalog.works.size(), catalog.sections.size(),
                catalog.findings.size(), path.filename().string().c_str());
  }
}

}  // namespace
}  // namespace lamplight::test
