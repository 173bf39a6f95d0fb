#include <string>

#include "search/facet_column.h"
#include "search/link_kinds.h"
#include "search/section_match.h"

namespace lamplight {
namespace {

// "Language › Healthcare": short titles down the path, without those that rows leave out.
std::string path_title(const Catalog& catalog, const Profile& profile, int section) {
  std::string title;
  for (int at = section; at >= 0; at = catalog.sections[static_cast<std::size_t>(at)].parent) {
    const Section& step = catalog.sections[static_cast<std::size_t>(at)];
    const SectionTitle* known = find_section_title(profile, step.id);
    if (known != nullptr && known->hidden_in_rows && at != section) continue;
    const std::string name = known != nullptr ? known->title : step.title.str();
    title = title.empty() ? name : name + " › " + title;
  }
  return title;
}

FacetSource source_of(const Profile& profile, std::string_view facet) {
  for (const Facet& known : profile.facets) {
    if (known.id == facet) return known.source;
  }
  if (facet == "in") return FacetSource::Sections;
  if (facet == "has") return FacetSource::Links;
  return facet == "venue" ? FacetSource::Venue : FacetSource::Values;
}

}  // namespace

std::string filter_title(const Catalog& catalog, const Profile& profile, std::string_view facet,
                         std::string_view value) {
  switch (source_of(profile, facet)) {
    case FacetSource::Values:
      for (const Facet& known : profile.facets) {
        if (known.id != facet) continue;
        for (const FacetValue& choice : known.values) {
          if (choice.id == value) return choice.title;
        }
      }
      break;
    case FacetSource::Links:
      if (const std::optional<LinkKind> kind = find_link_kind(value)) {
        return std::string(search::link_kind_title(*kind));
      }
      break;
    case FacetSource::Sections: {
      const int section = search::SectionMatch(catalog, value).only_section();
      if (section >= 0) return path_title(catalog, profile, section);
      break;
    }
    case FacetSource::Year:
    case FacetSource::Venue:
      break;
  }
  return std::string(value);
}

}  // namespace lamplight
