#include <algorithm>
#include <utility>

#include "lamplight/catalog_draft.h"

namespace lamplight {
namespace {

constexpr int gone = -1;

int new_place(const std::vector<int>& places, int place) {
  return place < 0 ? place : places[static_cast<std::size_t>(place)];
}

// Takes out those whose place is `gone`, and numbers the others in their order.
template <typename Records>
void keep(Records& records, std::vector<int>& places) {
  int next = 0;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (places[i] == gone) continue;
    places[i] = next;
    if (static_cast<std::size_t>(next) != i) {
      records[static_cast<std::size_t>(next)] = std::move(records[i]);
    }
    ++next;
  }
  records.resize(static_cast<std::size_t>(next));
}

// The sections of the listings that stay, and those that these are in.
std::vector<int> used_sections(const CatalogDraft& draft) {
  std::vector<int> places(draft.sections.size(), gone);
  for (const ListingDraft& listing : draft.listings) {
    for (int at = listing.section; at >= 0 && places[static_cast<std::size_t>(at)] == gone;
         at = draft.sections[static_cast<std::size_t>(at)].parent) {
      places[static_cast<std::size_t>(at)] = 0;
    }
  }
  return places;
}

}  // namespace

Catalog select_works(const Catalog& catalog, const std::vector<std::string_view>& ids) {
  CatalogDraft draft = make_draft(catalog);
  std::vector<std::string_view> wanted = ids;
  std::sort(wanted.begin(), wanted.end());
  std::vector<int> works(draft.works.size(), gone);
  std::vector<int> listings(draft.listings.size(), gone);
  std::vector<int> lines;
  for (std::size_t i = 0; i < draft.works.size(); ++i) {
    if (!std::binary_search(wanted.begin(), wanted.end(), std::string_view(draft.works[i].id))) {
      continue;
    }
    works[i] = 0;
    for (const int listing : draft.works[i].listings) {
      listings[static_cast<std::size_t>(listing)] = 0;
      lines.push_back(draft.listings[static_cast<std::size_t>(listing)].line);
    }
  }
  std::sort(lines.begin(), lines.end());
  const auto is_line_kept = [&](int line) {
    return std::binary_search(lines.begin(), lines.end(), line);
  };
  keep(draft.works, works);
  keep(draft.listings, listings);
  std::vector<int> sections = used_sections(draft);
  keep(draft.sections, sections);
  for (WorkDraft& work : draft.works) {
    for (int& listing : work.listings) listing = new_place(listings, listing);
  }
  for (ListingDraft& listing : draft.listings) {
    listing.work = new_place(works, listing.work);
    listing.section = new_place(sections, listing.section);
    if (listing.parent && !is_line_kept(*listing.parent)) listing.parent.reset();
  }
  for (SectionDraft& section : draft.sections) section.parent = new_place(sections, section.parent);
  draft.prose.clear();
  std::erase_if(draft.findings,
                [&](const FindingDraft& finding) { return !is_line_kept(finding.line); });
  return make_catalog(draft);
}

}  // namespace lamplight
