#include <algorithm>

#include "app/builders.h"
#include "lamplight/work_text.h"

namespace lamplight::app {

std::string build_where(const Scene& scene, std::uint32_t work) {
  const Catalog& catalog = scene.catalog();
  const Profile& profile = scene.shown.profile();
  const Facet* const colored = find_colored_facet(profile);
  std::vector<std::string> places;
  for (const PathTop top : {PathTop::Kept, PathTop::LeftOut}) {
    for (const int at : catalog.works[work].listings) {
      const Listing& listing = catalog.listings[static_cast<std::size_t>(at)];
      const bool is_colored =
          colored != nullptr && colored->source == FacetSource::Values &&
          std::any_of(colored->values.begin(), colored->values.end(), [&](const FacetValue& value) {
            return covers(value.match, catalog, listing);
          });
      if (is_colored != (top == PathTop::LeftOut)) continue;
      std::string place = place_title(catalog, profile, listing.section, top);
      if (place.empty() || std::find(places.begin(), places.end(), place) != places.end()) continue;
      places.push_back(std::move(place));
    }
  }
  std::string text;
  for (const std::string& place : places) {
    if (!text.empty()) text += ", ";
    text += place;
  }
  return text;
}

std::string full_place(const Catalog& catalog, const Profile& profile, const Listing& listing) {
  std::string text(*listing.group);
  for (int at = listing.section; at >= 0;
       at = catalog.sections[static_cast<std::size_t>(at)].parent) {
    const Section& step = catalog.sections[static_cast<std::size_t>(at)];
    std::string title(step.parent < 0 ? section_title(profile, step)
                                      : std::string_view(step.title));
    if (!text.empty()) (title += " › ") += text;
    text = std::move(title);
  }
  return text;
}

}  // namespace lamplight::app
