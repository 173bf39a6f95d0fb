// Works: which listings denote the same thing, and what their identifiers tell about it. For
// src/catalog only.
#pragma once

#include "catalog/catalog_writer.h"
#include "catalog/findings.h"

namespace lamplight::catalog {

// Adds the works of the writer's listings and says in each listing whose it is; adds the findings
// on shared addresses. Takes time in proportion to the links, whatever they are.
void add_works(CatalogWriter& writer, Findings& findings);

}  // namespace lamplight::catalog
