#include "format/sitemap.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace lamplight::format {
namespace {

std::size_t addresses_in(const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = text.find("<loc>"); at != std::string::npos;
       at = text.find("<loc>", at + 1)) {
    ++count;
  }
  return count;
}

// sitemaps.org allows 50,000.
TEST(Sitemap, NamesNoMoreAddressesThanAFileMay) {
  for (const int pages : {49'999, 50'000, 50'001, 60'000}) {
    Sitemap sitemap;
    for (int i = 0; i < pages; ++i) sitemap.add("https://x.org/?a&b=" + std::to_string(i));
    const std::string text = sitemap.finish();
    EXPECT_EQ(addresses_in(text), static_cast<std::size_t>(std::min(pages, 50'000)));
    EXPECT_NE(text.find("<loc>https://x.org/?a&amp;b=49998</loc>"), std::string::npos);
    EXPECT_EQ(text.find("=50000<"), std::string::npos);
    EXPECT_EQ(text.substr(text.size() - 10), "</urlset>\n");
  }
}

}  // namespace
}  // namespace lamplight::format
