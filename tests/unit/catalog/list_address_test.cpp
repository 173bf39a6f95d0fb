#include "catalog/list_address.h"

#include <gtest/gtest.h>

namespace lamplight::catalog {
namespace {

std::string resolved(std::string_view address, std::string_view url) {
  return ListAddress(address).resolve(url).value_or("none");
}

TEST(ListAddress, ResolvesWhatStandsBesideTheList) {
  constexpr std::string_view list =
      "https://github.com/ann/list/blob/main/docs/README.md?plain=1#L{line}";
  EXPECT_EQ(resolved(list, "a.md"), "https://github.com/ann/list/blob/main/docs/a.md");
  EXPECT_EQ(resolved(list, "./x/a.md#top"),
            "https://github.com/ann/list/blob/main/docs/x/a.md#top");
  EXPECT_EQ(resolved(list, "../b.pdf"), "https://github.com/ann/list/blob/main/b.pdf");
  EXPECT_EQ(resolved(list, "/papers/y.pdf"), "https://github.com/ann/list/blob/main/papers/y.pdf");
  EXPECT_EQ(resolved(list, "x/"), "https://github.com/ann/list/blob/main/docs/x/");
  EXPECT_EQ(resolved("http://x.org:81/lists/a.html", "b?c=1"), "http://x.org:81/lists/b?c=1");
  EXPECT_EQ(resolved("https://x.org", "/b"), "https://x.org/b");
  EXPECT_EQ(resolved("https://x.org/a/", "b"), "https://x.org/a/b");
}

TEST(ListAddress, KnowsTheAddressesThatOneListHas) {
  const std::string page = "https://github.com/ann/list/blob/main/a.md";
  EXPECT_EQ(resolved("https://github.com/ann/list/edit/main/README.md", "a.md"), page);
  EXPECT_EQ(resolved("https://raw.githubusercontent.com/ann/list/main/README.md", "a.md"), page);
  EXPECT_EQ(resolved("https://github.com/ann/list", "a.md"),
            "https://github.com/ann/list/blob/HEAD/a.md");
  EXPECT_EQ(resolved("https://github.com/ann/list/", "/a.md"),
            "https://github.com/ann/list/blob/HEAD/a.md");
  EXPECT_EQ(resolved("https://gitlab.com/ann/list/-/blob/main/x/README.md", "/a.md"),
            "https://gitlab.com/ann/list/-/blob/main/a.md");
}

TEST(ListAddress, LeavesAloneWhatIsNoRelativeLink) {
  constexpr std::string_view list = "https://github.com/ann/list/blob/main/README.md";
  for (const char* url : {"", "#top", "?q", "https://x.org", "mailto:a@b.c", "javascript:x",
                          "//x.org/a", "www.x.org", "C:\\a", "two words"}) {
    EXPECT_EQ(resolved(list, url), "none") << url;
  }
  EXPECT_EQ(resolved(list, "../a.md"), "none");  // outside of the repository
  for (const char* address :
       {"", "README.md", "javascript:alert(1)", "file:///etc/list.md", "https://",
        "https://github.com/ann", "https://raw.githubusercontent.com/x"}) {
    EXPECT_EQ(resolved(address, "a.md"), "none") << address;
  }
}

}  // namespace
}  // namespace lamplight::catalog
