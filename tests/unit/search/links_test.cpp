// Shared links against every address compared with every other.
#include "search/links.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/url.h"
#include "unit/search/build_catalog.h"

namespace lamplight::search {
namespace {

SharedLinks make_links(const Catalog& catalog) {
  SharedLinksBuilder builder(catalog);
  builder.read(0, catalog.works.size());
  builder.sort(0, SharedLinksBuilder::sorting_steps);
  return builder.take();
}

TEST(SharedLinks, FindsTheSameAddressHoweverItIsWritten) {
  const char* const urls[] = {
      "https://github.com/Owner/Name",
      "http://www.github.com/owner/name.git",
      "https://github.com/owner/name/",
      "https://github.com/owner/name/tree/main",
      "https://github.com/OWNER/name/tree/Main",
      "https://github.com/owner/name.git/tree/main#readme",
      "https://arxiv.org/abs/2301.00001",
      "HTTP://ARXIV.org/abs/2301.00001/",
      "https://www.arxiv.org:443/abs/2301.00001#x",
      "https://example.org/Paper",
      "https://example.org/paper",
      "https://example.org/forum?id=1",
      "https://example.org/forum?id=2",
      "https://example.org/forum?id=1&utm_source=x",
      "https://example.org/forum",
      "https://example.org/?ref=x",
      "https://example.org",
      "ftp://example.org/forum",
      "mailto:a@example.org",
      "no address",
      "",
  };
  test::CatalogBuilder list;
  const int section = list.section("all", "All");
  for (const char* const url : urls) {
    list.work(section, "", "Title", {test::link(LinkKind::Code, url)});
  }
  // One work with several, one of them twice.
  list.work(section, "", "Title",
            {test::link(LinkKind::Code, urls[0]), test::link(LinkKind::Paper, urls[6]),
             test::link(LinkKind::Paper, urls[7])});
  const Catalog& catalog = list.catalog();
  const SharedLinks links = make_links(catalog);
  for (std::uint32_t work = 0; work < catalog.works.size(); ++work) {
    std::vector<std::string> addresses;
    for (const Link& link : catalog.listings[work].links) {
      addresses.push_back(canonical_url(*link.url));
    }
    std::sort(addresses.begin(), addresses.end());
    addresses.erase(std::unique(addresses.begin(), addresses.end()), addresses.end());
    std::vector<std::vector<std::uint32_t>> expected;
    for (const std::string& address : addresses) {
      std::vector<std::uint32_t> sharers;
      for (std::uint32_t other = 0; other < catalog.works.size(); ++other) {
        const Array<Link>& theirs = catalog.listings[other].links;
        if (std::any_of(theirs.begin(), theirs.end(),
                        [&](const Link& link) { return canonical_url(*link.url) == address; })) {
          sharers.push_back(other);
        }
      }
      if (sharers.size() > 1) expected.push_back(sharers);
    }
    EXPECT_EQ(links.of(catalog, work), expected) << *catalog.listings[work].links[0].url;
  }
}

TEST(SharedLinks, KeepsOnlyWhatIsShared) {
  test::CatalogBuilder list;
  const int section = list.section("all", "All");
  for (int i = 0; i < 100; ++i) {
    list.work(section, "", "Title",
              {test::link(LinkKind::Code, "https://example.org/" + std::to_string(i))});
  }
  EXPECT_EQ(make_links(list.catalog()).bytes(), 0u);
}

}  // namespace
}  // namespace lamplight::search
