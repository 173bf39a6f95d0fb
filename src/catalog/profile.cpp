// What a profile says of a catalog.
#include "lamplight/profile.h"

#include <algorithm>

#include "base/section_path.h"

namespace lamplight {

std::string_view list_title(const Catalog& catalog, const Profile& profile) {
  if (!profile.title.empty()) return profile.title;
  if (!catalog.title.empty()) return catalog.title;
  return "Untitled list";
}

bool covers(const FacetMatch& match, const Catalog& catalog, int section, Shape shape) {
  const bool has_shape = match.shapes.empty() || std::find(match.shapes.begin(), match.shapes.end(),
                                                           shape) != match.shapes.end();
  if (!has_shape || match.sections.empty()) return has_shape;
  if (section < 0) return false;
  const std::string_view path = catalog.sections[static_cast<std::size_t>(section)].id;
  return std::any_of(match.sections.begin(), match.sections.end(),
                     [&](const std::string& pattern) { return matches_section(pattern, path); });
}

bool covers(const FacetMatch& match, const Catalog& catalog, const Listing& listing) {
  return covers(match, catalog, listing.section, listing.shape);
}

bool covers(const FacetMatch& match, const Catalog& catalog, const Work& work) {
  return std::any_of(work.listings.begin(), work.listings.end(), [&](int listing) {
    return covers(match, catalog, catalog.listings[static_cast<std::size_t>(listing)]);
  });
}

}  // namespace lamplight
