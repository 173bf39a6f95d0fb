// Selecting works by what is not text: sections, link kinds, venues, years. One meaning for the
// fields of a query ("in:bioinformatics") and for the filters of a URL ("in=bioinformatics").
#pragma once

#include <string_view>

#include "lamplight/catalog.h"
#include "lamplight/query.h"
#include "search/columns.h"
#include "search/work_set.h"

namespace lamplight::search {

// Each adds to `works` what `value` means; false when it means nothing in this catalog (a section
// without works and a kind of link that no work has do mean something).
bool add_in(const Catalog& catalog, const Columns& columns, std::string_view value, WorkSet& works);
bool add_has(const Columns& columns, std::string_view value, WorkSet& works);
// Any venue with these words in a row, the last of which may be shortened: "nature" is also
// "Nature Methods".
bool add_venue(const Columns& columns, std::string_view value, WorkSet& works);
// Works without a year are in no range.
void add_years(const Columns& columns, const YearRange& years, WorkSet& works);

// Whether `text` has the words of `wanted` in a row, the last of which may be shortened.
[[nodiscard]] bool has_words_in_a_row(std::string_view text, std::string_view wanted);

}  // namespace lamplight::search
