#include "search/select.h"

#include <string>
#include <vector>

#include "search/facet_column.h"
#include "search/link_kinds.h"
#include "search/section_match.h"
#include "search/tokens.h"

namespace lamplight::search {
namespace {

bool has_words_in_a_row(const std::vector<std::string>& text,
                        const std::vector<std::string>& wanted) {
  if (wanted.empty()) return false;
  for (std::size_t first = 0; first + wanted.size() <= text.size(); ++first) {
    bool all = true;
    for (std::size_t i = 0; i < wanted.size() && all; ++i) {
      const std::string& word = text[first + i];
      all = i + 1 < wanted.size() ? word == wanted[i]
                                  : word.compare(0, wanted[i].size(), wanted[i]) == 0;
    }
    if (all) return true;
  }
  return false;
}

}  // namespace

bool add_in(const Catalog& catalog, std::string_view value, WorkSet& works) {
  const SectionMatch match(catalog, value);
  bool found = match.covers_any_section();
  for (const Listing& listing : catalog.listings) {
    if (listing.work < 0 || !match.covers(listing)) continue;
    works.add(static_cast<std::uint32_t>(listing.work));
    found = true;
  }
  return found;
}

bool add_has(const Catalog& catalog, std::string_view value, WorkSet& works) {
  const KindMask wanted = find_kinds(value);
  for (std::uint32_t work = 0; wanted != 0 && work < catalog.works.size(); ++work) {
    if ((kinds_of(catalog, catalog.works[work]) & wanted) != 0) works.add(work);
  }
  return wanted != 0;
}

bool add_venue(const Catalog& catalog, std::string_view value, WorkSet& works) {
  const std::vector<std::string> wanted = words_of(value);
  bool found = false;
  // Neighbours in a list often share the venue: its words are looked at once for each run.
  std::string_view former;
  bool former_matches = false;
  for (std::uint32_t work = 0; work < catalog.works.size(); ++work) {
    if (!catalog.works[work].venue) continue;
    if (*catalog.works[work].venue != former) {
      former = *catalog.works[work].venue;
      former_matches = has_words_in_a_row(words_of(former), wanted);
    }
    if (!former_matches) continue;
    works.add(work);
    found = true;
  }
  return found;
}

void add_years(const Catalog& catalog, const YearRange& years, WorkSet& works) {
  for (std::uint32_t work = 0; work < catalog.works.size(); ++work) {
    const std::optional<int> year = catalog.works[work].year;
    if (!year || (years.from && *year < *years.from) || (years.to && *year > *years.to)) continue;
    works.add(work);
  }
}

}  // namespace lamplight::search
