// Which sections a reader means by a part of a path.
//
//     "bioinformatics", "applications/bioinformatics", "robotics", "language-models/healthcare"
//
// A value that is a section's whole id means that section and all below it. Any other value is
// taken apart at '/': each part must begin a segment, or a word within a segment, of consecutive
// segments of the path. A listing's group counts as one more segment.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"
#include "search/columns.h"

namespace lamplight::search {

class SectionMatch {
 public:
  SectionMatch(const Catalog& catalog, std::string_view value);

  [[nodiscard]] bool covers(const Place& place) const;
  [[nodiscard]] bool covers_any_section() const;
  // Index of the one section that is covered while its parent is not; -1 for none or several.
  [[nodiscard]] int only_section() const;
  // False for the sections that only a group in them matches.
  [[nodiscard]] bool is_section_covered(int section) const {
    return section >= 0 && covered_[static_cast<std::size_t>(section)];
  }

 private:
  [[nodiscard]] bool matches_group(const Place& place) const;

  const Catalog& catalog_;
  std::vector<std::string> parts_;  // empty for a whole id
  std::vector<char> covered_;       // by section
};

// Index of the section with exactly this id, or -1.
[[nodiscard]] int find_section(const Catalog& catalog, std::string_view id);

}  // namespace lamplight::search
