#include "lamplight/diff.h"

#include <algorithm>
#include <array>

#include "catalog/diff_parts.h"
#include "catalog/diff_words.h"

namespace lamplight {
namespace {

constexpr std::array<std::string_view, 6> names = {"added", "also_listed", "removed",
                                                   "moved", "edited",      "renamed"};

}  // namespace

std::string_view change_name(Change change) { return names[static_cast<std::size_t>(change)]; }

bool Diff::empty() const {
  return !title && !bibtex && sections.empty() && listings.empty() && prose.empty();
}

Diff diff_catalogs(const Catalog& old_list, const Catalog& new_list) {
  Diff diff;
  diff.old_list = &old_list;
  diff.new_list = &new_list;
  const catalog::SameWorks works = catalog::find_same_works(old_list, new_list);
  const catalog::SectionPairs sections = catalog::pair_sections(old_list, new_list, works);
  diff.title = catalog::compare_texts(old_list.title, new_list.title);
  diff.bibtex = catalog::compare_texts(old_list.bibtex ? std::string_view(*old_list.bibtex) : "",
                                       new_list.bibtex ? std::string_view(*new_list.bibtex) : "");
  diff.sections = catalog::compare_sections(old_list, new_list, sections);
  diff.counts.sections_renamed = static_cast<int>(
      std::count_if(diff.sections.begin(), diff.sections.end(),
                    [](const SectionChange& each) { return each.change == Change::Renamed; }));
  catalog::compare_listings(diff, works, sections);
  catalog::compare_prose(diff, sections);
  return diff;
}

}  // namespace lamplight
