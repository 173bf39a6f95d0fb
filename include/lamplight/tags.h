// Tags: what a list says of an entry in a word or two, and by what each is told: a licence, a
// language, a platform, a column of the list's table.
//
//     for (const lamplight::WorkTag& tag : lamplight::tags_of(catalog, work)) {
//       const std::string facet = lamplight::tag_facet(tag);   // "licence"
//       const std::string key = lamplight::tag_key(tag.text);  // "apache2" of "Apache-2.0"
//     }
//
// Texts are the catalog's. Nothing here fails.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"

namespace lamplight {

struct WorkTag {
  std::string_view column;  // heading of the table's column that it stands in, or empty
  std::string_view text;    // as the list writes it
};

// Tags of all listings of the work, each once; at most the first 24 of a listing. "Go/Docker" is
// two of them.
[[nodiscard]] std::vector<WorkTag> tags_of(const Catalog& catalog, const Work& work);

// Id of the facet that the tag is a value of (FacetSource::Tags): "licence", "language" or
// "platform", by its column's heading or, outside of a table, because it is known as one; else its
// column's own, made from the heading; else "tag".
[[nodiscard]] std::string tag_facet(const WorkTag& tag);

// What ways of writing one tag share: "apache2" for "Apache-2.0", "Apache2" and "apache 2".
[[nodiscard]] std::string tag_key(std::string_view text);

}  // namespace lamplight
