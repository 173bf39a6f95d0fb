// Joining: which listings are one work. For src/catalog only.
//
// Listings are joined when
//   1. their titles, short names included, are the same and longer than three words;
//   2. their titles are the same and short, and they share an address; or the title is a coined
//      name, they stand in different places, and no repository, arXiv id or DOI of theirs differs
//      (a list that has one name twice in one place means two things);
//   3. their titles without the short names are the same, they share an address, and one of them
//      has no short name or both have the same; with two short names the address must be an arXiv
//      id or a DOI, and the title longer than three words (one paper, cited for two things);
//   4. they share an arXiv id or a DOI, and their titles agree (likeness.h), or the title of one
//      is the short name of the other.
// An address alone never joins: lists paste wrong links.
#pragma once

#include <cstdint>
#include <vector>

#include "catalog/catalog_writer.h"
#include "catalog/paper_links.h"

namespace lamplight::catalog {

// For each listing the first one of its work; itself for that one. Takes time in proportion to the
// links, whatever they are.
[[nodiscard]] std::vector<std::uint32_t> join_listings(const CatalogWriter& writer,
                                                       const PaperLinks& papers);

}  // namespace lamplight::catalog
