// Works: which listings denote the same thing, and what their identifiers tell about it. For
// src/catalog only.
#pragma once

#include "catalog/findings.h"
#include "lamplight/catalog_draft.h"

namespace lamplight::catalog {

// Fills catalog.works and each listing's work, and adds the findings on shared addresses.
// Takes time in proportion to the links, whatever they are.
void add_works(CatalogDraft& catalog, Findings& findings);

}  // namespace lamplight::catalog
