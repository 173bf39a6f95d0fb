#include "search/section_match.h"

#include <algorithm>

#include "base/text.h"
#include "search/tokens.h"

namespace lamplight::search {
namespace {

// "Medical  Imaging" -> "medical-imaging": letters as slugs have them, words joined by one dash.
std::string slug_of(std::string_view text) {
  std::string slug;
  for (const std::string& word : words_of(text)) {
    if (!slug.empty()) slug += '-';
    slug += word;
  }
  return slug;
}

std::vector<std::string> slugs_of(std::string_view path) {
  std::vector<std::string> slugs;
  std::size_t begin = 0;
  while (begin <= path.size()) {
    std::size_t end = path.find('/', begin);
    if (end == std::string_view::npos) end = path.size();
    std::string slug = slug_of(path.substr(begin, end - begin));
    if (!slug.empty()) slugs.push_back(std::move(slug));
    begin = end + 1;
  }
  return slugs;
}

// True when `part` begins `segment` or one of its words.
bool begins_word(std::string_view part, std::string_view segment) {
  std::size_t at = 0;
  while (at + part.size() <= segment.size()) {
    if (segment.substr(at, part.size()) == part) return true;
    at = segment.find('-', at);
    if (at == std::string_view::npos) return false;
    ++at;
  }
  return false;
}

// True when the parts stand in a row in `segments`.
bool stands_in(const std::vector<std::string>& parts, const std::vector<std::string>& segments) {
  if (parts.empty() || segments.size() < parts.size()) return false;
  for (std::size_t first = 0; first + parts.size() <= segments.size(); ++first) {
    bool all = true;
    for (std::size_t i = 0; i < parts.size() && all; ++i) {
      all = begins_word(parts[i], segments[first + i]);
    }
    if (all) return true;
  }
  return false;
}

}  // namespace

int find_section(const Catalog& catalog, std::string_view id) {
  for (std::size_t i = 0; i < catalog.sections.size(); ++i) {
    if (catalog.sections[i].id == id) return static_cast<int>(i);
  }
  return -1;
}

SectionMatch::SectionMatch(const Catalog& catalog, std::string_view value)
    : catalog_(catalog), covered_(catalog.sections.size(), false) {
  const int exact = find_section(catalog, value);
  if (exact < 0) parts_ = slugs_of(value);
  for (std::size_t i = 0; i < catalog.sections.size(); ++i) {
    const Section& section = catalog.sections[i];
    // Parents stand before their children, so that theirs is known already.
    covered_[i] = static_cast<int>(i) == exact ||
                  (section.parent >= 0 && covered_[static_cast<std::size_t>(section.parent)]) ||
                  (exact < 0 && stands_in(parts_, slugs_of(section.id)));
  }
}

bool SectionMatch::covers(const Place& place) const {
  return is_section_covered(place.section) || matches_group(place);
}

bool SectionMatch::covers_any_section() const {
  return std::find(covered_.begin(), covered_.end(), true) != covered_.end();
}

int SectionMatch::only_section() const {
  int only = -1;
  for (std::size_t i = 0; i < covered_.size(); ++i) {
    if (!covered_[i] || is_section_covered(catalog_.sections[i].parent)) continue;
    if (only >= 0) return -1;
    only = static_cast<int>(i);
  }
  return only;
}

bool SectionMatch::matches_group(const Place& place) const {
  if (place.group.empty() || parts_.empty()) return false;
  std::string group = slug_of(place.group);
  if (group.empty()) return false;
  std::vector<std::string> segments;
  if (place.section >= 0) {
    segments = slugs_of(catalog_.sections[static_cast<std::size_t>(place.section)].id);
  }
  segments.push_back(std::move(group));
  return stands_in(parts_, segments);
}

}  // namespace lamplight::search
