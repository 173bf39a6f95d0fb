#include "base/assert.h"
#include "base/string_index.h"
#include "base/text.h"
#include "lamplight/catalog.h"

namespace lamplight {
namespace {

bool is_index(int value, std::size_t size) {
  return value >= 0 && static_cast<std::size_t>(value) < size;
}

bool is_index_or_none(int value, std::size_t size) { return value == -1 || is_index(value, size); }

void check_sections(const Catalog& catalog) {
  StringIndex ids;
  int line = 0;
  for (std::size_t i = 0; i < catalog.sections.size(); ++i) {
    const Section& section = catalog.sections[i];
    LAMPLIGHT_VERIFY(is_index_or_none(section.parent, i));  // parents stand before their children
    LAMPLIGHT_VERIFY(section.level >= 1 && section.level <= 6);
    LAMPLIGHT_VERIFY(section.line >= line && section.line >= 1);
    LAMPLIGHT_VERIFY(ids.add(section.id) == i);
    LAMPLIGHT_VERIFY(is_valid_utf8(section.title));
    line = section.line;
  }
}

void check_listings(const Catalog& catalog) {
  int line = 0;
  for (const Listing& listing : catalog.listings) {
    LAMPLIGHT_VERIFY(listing.line >= line && listing.line >= 1);
    LAMPLIGHT_VERIFY(is_index_or_none(listing.section, catalog.sections.size()));
    LAMPLIGHT_VERIFY(is_index(listing.work, catalog.works.size()));
    LAMPLIGHT_VERIFY(listing.shape == Shape::Row || listing.cells.empty());
    LAMPLIGHT_VERIFY(is_valid_utf8(listing.text) && is_valid_utf8(listing.title));
    for (const OptionalText* each :
         {&listing.name, &listing.authors, &listing.venue, &listing.description}) {
      LAMPLIGHT_VERIFY(!*each || is_valid_utf8(**each));
    }
    for (const std::string_view tag : listing.tags) LAMPLIGHT_VERIFY(is_valid_utf8(tag));
    for (const Link& link : listing.links) {
      LAMPLIGHT_VERIFY(is_valid_utf8(link.label) && link.url != "");
    }
    LAMPLIGHT_VERIFY(!listing.parent || (*listing.parent >= 1 && *listing.parent <= listing.line));
    line = listing.line;
  }
}

void check_works(const Catalog& catalog) {
  StringIndex ids;
  std::size_t listings = 0;
  for (std::size_t i = 0; i < catalog.works.size(); ++i) {
    const Work& work = catalog.works[i];
    LAMPLIGHT_VERIFY(!work.id.empty() && ids.add(work.id) == i);
    LAMPLIGHT_VERIFY(!work.listings.empty());
    LAMPLIGHT_VERIFY(work.year.has_value() == work.year_from.has_value());
    int before = -1;
    for (const int listing : work.listings) {
      LAMPLIGHT_VERIFY(listing > before && is_index(listing, catalog.listings.size()));
      LAMPLIGHT_VERIFY(catalog.listings[static_cast<std::size_t>(listing)].work ==
                       static_cast<int>(i));
      before = listing;
    }
    listings += work.listings.size();
  }
  LAMPLIGHT_VERIFY(listings == catalog.listings.size());
}

}  // namespace

void Catalog::check() const {
  check_sections(*this);
  check_listings(*this);
  check_works(*this);
  int line = 0;
  for (const Prose& each : prose) {
    LAMPLIGHT_VERIFY(each.line >= line && each.line >= 1);
    LAMPLIGHT_VERIFY(is_index_or_none(each.section, sections.size()));
    line = each.line;
  }
  line = 0;
  for (const Finding& finding : findings) {
    LAMPLIGHT_VERIFY(finding.line >= line && finding.line >= 1);
    LAMPLIGHT_VERIFY(!finding.rule.empty() && !finding.message.empty());
    line = finding.line;
  }
}

}  // namespace lamplight
