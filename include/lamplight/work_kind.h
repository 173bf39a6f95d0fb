// Kinds of works: what an entry leads to first of all.
//
//     const lamplight::WorkKind kind = lamplight::kind_of(catalog, work);  // WorkKind::Article
//     const std::string_view name = lamplight::work_kind_name(kind);       // "article"
//
// A work below a heading that says so is a dataset; else a link of its own title decides, else it
// is a paper when it has one, else what its first link is.
#pragma once

#include <cstdint>
#include <string_view>

#include "lamplight/catalog.h"

namespace lamplight {

enum class WorkKind : std::uint8_t {
  Paper,
  Dataset,
  Model,
  Software,
  Demo,
  Article,
  Video,
  Slides,
  Website,
  Other,
};
inline constexpr int work_kind_count = 10;

[[nodiscard]] WorkKind kind_of(const Catalog& catalog, const Work& work);

// "software", as in addresses, and "Software", as it is shown.
[[nodiscard]] std::string_view work_kind_name(WorkKind kind);
[[nodiscard]] std::string_view work_kind_title(WorkKind kind);

}  // namespace lamplight
