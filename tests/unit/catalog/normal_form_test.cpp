// All text of a catalog is in normal form C, wherever the list holds it.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/text.h"
#include "lamplight/catalog.h"

namespace lamplight {
namespace {

// "が" as two characters.
constexpr std::string_view list =
    "# Gか\u3099\n\n## Sか\u3099\n\nProse か\u3099.\n\n"
    "- Nか\u3099: Tか\u3099 [[か\u3099]](https://x.org/か\u3099)\n\n"
    "**Bか\u3099:**\n\n- Mか\u3099: T [[Paper]](https://x.org/2)\n\n"
    "## Table\n\n| Tool | Cか\u3099 |\n|---|---|\n| [Rか\u3099](https://x.org/3) | か\u3099 |\n";

TEST(NormalForm, HoldsInAllTextOfACatalog) {
  const Result<Catalog> parsed = parse_catalog(list);
  const Catalog* catalog = parsed.value_if();
  ASSERT_NE(catalog, nullptr);
  EXPECT_EQ(catalog->title, "Gが");
  int seen = 0;
  const auto expect_normal = [&](std::string_view text) {
    EXPECT_EQ(text, to_nfc(text));
    if (text.find("が") != std::string_view::npos) ++seen;
  };
  for (const Section& section : catalog->sections) {
    expect_normal(section.id);
    expect_normal(section.title);
  }
  for (const Listing& listing : catalog->listings) {
    expect_normal(listing.text);
    expect_normal(listing.title);
    for (const Link& link : listing.links) expect_normal(link.label);
  }
  for (const Prose& prose : catalog->prose) expect_normal(prose.text);
  // Two of the section, three of the first listing, one of the second, two of the row, one of
  // prose.
  EXPECT_EQ(seen, 9);
}

}  // namespace
}  // namespace lamplight
