// Account: where every web link of a list went.
//
//     Result<Catalog> list = parse_catalog(text);
//     if (const Catalog* catalog = list.value_if()) {
//       const Account account = account_of(text, *catalog);
//       std::printf("%zu of %zu links are lost\n", account.unplaced, account.links);
//     }
//
// The list's bytes are searched for "http://" and "https://" without the parser, so that a link
// that the parser lost is seen, too; then each is looked for in what the catalog keeps of the
// section that it stands in: the links of listings, of prose, and every text. An address that a
// section says twice counts as found when the catalog has it once, at that line or above.
// Relative links, and addresses without a scheme, are not counted.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"

namespace lamplight {

struct UnplacedLink {
  int line = 0;
  std::string url;  // as the list writes it
  bool operator==(const UnplacedLink&) const = default;
};

struct Account {
  std::size_t links = 0;  // the sum of what follows
  std::size_t in_listings = 0;
  std::array<std::size_t, prose_kind_count> in_prose{};  // by ProseKind
  std::size_t in_citation = 0;
  std::size_t in_findings = 0;  // only named by a finding
  std::size_t images = 0;       // addresses of images, badges among them, which are not kept
  std::size_t in_comments = 0;  // of HTML
  std::size_t unused = 0;       // definitions of reference links that no link uses
  std::size_t unplaced = 0;     // none of these: lost
  std::vector<UnplacedLink> first_unplaced;
};

// How many unplaced links are named.
inline constexpr std::size_t max_unplaced_links = 20;

// `catalog` must be what `markdown` was parsed to. Takes time in proportion to both.
[[nodiscard]] Account account_of(std::string_view markdown, const Catalog& catalog);

}  // namespace lamplight
