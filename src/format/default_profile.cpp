#include <algorithm>

#include "lamplight/profile.h"

namespace lamplight {
namespace {

Facet make_facet(std::string_view id, std::string_view title, FacetSource source) {
  Facet facet;
  facet.id = id;
  facet.title = title;
  facet.source = source;
  return facet;
}

bool has_links(const Catalog& catalog) {
  return std::any_of(catalog.listings.begin(), catalog.listings.end(),
                     [](const Listing& listing) { return !listing.links.empty(); });
}

template <typename Member>
bool any_work_has(const Catalog& catalog, Member member) {
  return std::any_of(catalog.works.begin(), catalog.works.end(),
                     [member](const Work& work) { return (work.*member).has_value(); });
}

}  // namespace

Profile default_profile(const Catalog& catalog) {
  Profile profile;
  const bool has_sections =
      std::any_of(catalog.listings.begin(), catalog.listings.end(),
                  [](const Listing& listing) { return listing.section >= 0; });
  if (has_sections) {
    // The tree is the only way into most lists: more of it is shown than of other facets.
    profile.facets.push_back(make_facet("in", "Sections", FacetSource::Sections));
    profile.facets.back().shown = 16;
  }
  if (has_links(catalog)) profile.facets.push_back(make_facet("has", "Has", FacetSource::Links));
  if (any_work_has(catalog, &Work::year)) {
    profile.facets.push_back(make_facet("year", "Year", FacetSource::Year));
  }
  if (any_work_has(catalog, &Work::venue)) {
    profile.facets.push_back(make_facet("venue", "Venue", FacetSource::Venue));
  }
  return profile;
}

}  // namespace lamplight
