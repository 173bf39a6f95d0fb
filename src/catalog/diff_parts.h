// The parts of a diff that diff_catalogs puts together. For src/catalog only.
#pragma once

#include "catalog/diff_pairs.h"
#include "catalog/diff_sections.h"
#include "lamplight/diff.h"

namespace lamplight::catalog {

// Fills the listings and their counts.
void compare_listings(Diff& diff, const SameWorks& works, const SectionPairs& sections);

// Fills the prose.
void compare_prose(Diff& diff, const SectionPairs& sections);

}  // namespace lamplight::catalog
