#include <algorithm>

#include "app/builders.h"

namespace lamplight::app {
namespace {

const Section& section_at(const Catalog& catalog, int section) {
  return catalog.sections[static_cast<std::size_t>(section)];
}

std::string joined(std::string_view before, const std::string& after) {
  const std::string first(before);
  return after.empty() ? first : first + " › " + after;
}

bool covers(const FacetMatch& match, const Catalog& catalog, const Listing& listing) {
  const auto has_shape = std::find(match.shapes.begin(), match.shapes.end(), listing.shape);
  if (!match.shapes.empty() && has_shape == match.shapes.end()) return false;
  if (match.sections.empty()) return true;
  if (listing.section < 0) return false;
  const std::string_view path = section_at(catalog, listing.section).id;
  return std::any_of(match.sections.begin(), match.sections.end(),
                     [&](const std::string& pattern) { return matches_section(pattern, path); });
}

// The facet that colours stand for: the first with one.
const Facet* find_colored_facet(const Profile& profile) {
  for (const Facet& facet : profile.facets) {
    for (const FacetValue& value : facet.values) {
      if (!value.color.empty()) return &facet;
    }
  }
  return nullptr;
}

}  // namespace

std::string short_place(const Catalog& catalog, const Profile& profile, int section) {
  std::string text;
  for (int at = section; at >= 0; at = section_at(catalog, at).parent) {
    const Section& step = section_at(catalog, at);
    const SectionTitle* known = find_section_title(profile, step.id);
    // What a row leaves out it leaves out only beside something else.
    if (known != nullptr && known->hidden_in_rows && !text.empty()) continue;
    text = joined(known != nullptr ? std::string_view(known->title) : step.title, text);
  }
  return text;
}

std::string full_place(const Catalog& catalog, const Profile& profile, const Listing& listing) {
  std::string text(*listing.group);
  for (int at = listing.section; at >= 0; at = section_at(catalog, at).parent) {
    const Section& step = section_at(catalog, at);
    const SectionTitle* known = step.parent < 0 ? find_section_title(profile, step.id) : nullptr;
    text = joined(known != nullptr ? std::string_view(known->title) : step.title, text);
  }
  return text;
}

std::string place_color(const Scene& scene, const Listing& listing) {
  const Facet* facet = find_colored_facet(scene.shown.profile());
  if (facet == nullptr) return {};
  for (const FacetValue& value : facet->values) {
    if (covers(value.match, scene.catalog(), listing)) return value.color;
  }
  return "other";
}

std::string work_color(const Scene& scene, std::uint32_t index) {
  const Facet* facet = find_colored_facet(scene.shown.profile());
  if (facet == nullptr) return {};
  const Catalog& catalog = scene.catalog();
  const Array<int>& listings = catalog.works[index].listings;
  for (const FacetValue& value : facet->values) {
    const bool is_one = std::any_of(listings.begin(), listings.end(), [&](int listing) {
      return covers(value.match, catalog, catalog.listings[static_cast<std::size_t>(listing)]);
    });
    if (is_one) return value.color;
  }
  return "other";
}

}  // namespace lamplight::app
