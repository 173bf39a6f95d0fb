#include <string>

#include "lamplight/tags.h"
#include "lamplight/work_kind.h"
#include "lamplight/work_text.h"
#include "search/facet_column.h"
#include "search/link_kinds.h"
#include "search/section_match.h"

namespace lamplight {
namespace {

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
      if (section >= 0) return place_title(catalog, profile, section);
      break;
    }
    case FacetSource::Groups:
      for (const Listing& listing : catalog.listings) {
        if (listing.group && tag_key(*listing.group) == value) return std::string(*listing.group);
      }
      break;
    case FacetSource::Kind:
      for (int i = 0; i < work_kind_count; ++i) {
        const WorkKind kind = static_cast<WorkKind>(i);
        if (work_kind_name(kind) == value) return std::string(work_kind_title(kind));
      }
      break;
    case FacetSource::Tags:
      for (const Work& work : catalog.works) {
        for (const WorkTag& tag : tags_of(catalog, work)) {
          if (tag_key(tag.text) == value && tag_facet(tag) == facet) return std::string(tag.text);
        }
      }
      break;
    case FacetSource::Year:
    case FacetSource::Venue:
      break;
  }
  return std::string(value);
}

}  // namespace lamplight
