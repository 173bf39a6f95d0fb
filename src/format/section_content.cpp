#include "format/section_content.h"

namespace lamplight::format {
namespace {

bool has_same_columns(const Listing& a, const Listing& b) {
  if (a.cells.size() != b.cells.size()) return false;
  for (std::size_t i = 0; i < a.cells.size(); ++i) {
    if (a.cells[i].column != b.cells[i].column) return false;
  }
  return true;
}

bool belong_together(const Listing& a, const Listing& b) {
  return a.group == b.group && a.shape == b.shape && has_same_columns(a, b);
}

}  // namespace

std::vector<std::vector<Block>> blocks_by_section(const Catalog& catalog) {
  std::vector<std::vector<Block>> sections(catalog.sections.size() + 1);
  std::size_t next_prose = 0;
  const auto add_prose_up_to = [&](int line) {
    while (next_prose < catalog.prose.size() && catalog.prose[next_prose].line <= line) {
      const Prose& prose = catalog.prose[next_prose++];
      sections[static_cast<std::size_t>(prose.section + 1)].push_back({&prose, {}});
    }
  };
  for (std::size_t i = 0; i < catalog.listings.size(); ++i) {
    const Listing& listing = catalog.listings[i];
    add_prose_up_to(listing.line);
    std::vector<Block>& blocks = sections[static_cast<std::size_t>(listing.section + 1)];
    const bool continues =
        !blocks.empty() && !blocks.back().prose &&
        belong_together(catalog.listings[static_cast<std::size_t>(blocks.back().listings.back())],
                        listing);
    if (!continues) blocks.emplace_back();
    blocks.back().listings.push_back(static_cast<int>(i));
  }
  add_prose_up_to(INT32_MAX);
  return sections;
}

std::vector<int> listing_counts(const Catalog& catalog) {
  std::vector<int> counts(catalog.sections.size(), 0);
  for (const Listing& listing : catalog.listings) {
    if (listing.section >= 0) ++counts[static_cast<std::size_t>(listing.section)];
  }
  // A parent comes before its children.
  for (std::size_t i = counts.size(); i-- > 0;) {
    const int parent = catalog.sections[i].parent;
    if (parent >= 0) counts[static_cast<std::size_t>(parent)] += counts[i];
  }
  return counts;
}

}  // namespace lamplight::format
