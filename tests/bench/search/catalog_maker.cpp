#include "catalog_maker.h"

#include <optional>
#include <utility>

#include "base/slug.h"
#include "catalog/identifiers.h"
#include "catalog/link_kind.h"
#include "catalog/names.h"
#include "catalog/venues.h"

namespace lamplight::bench {
namespace {

void read_identifiers(const std::string& url, WorkDraft& work) {
  const catalog::Address address = catalog::read_address(url);
  if (!work.arxiv) work.arxiv = address.arxiv;
  if (!work.doi) work.doi = address.doi;
  if (!work.repository) work.repository = catalog::find_repository(url);
  if (work.venue) return;
  std::string venue = catalog::find_venue(address);
  if (!venue.empty()) work.venue = std::move(venue);
}

}  // namespace

void CatalogMaker::reserve(std::size_t entries) {
  draft_.listings.reserve(entries);
  draft_.works.reserve(entries);
}

int CatalogMaker::section_of(const std::vector<std::string>& path) {
  std::string id;
  int section = -1;
  int level = 1;
  for (const std::string& title : path) {
    ++level;
    if (!id.empty()) id += '/';
    id += github_slug(title);
    const std::uint32_t number = section_ids_.add(id);
    if (number == draft_.sections.size()) {
      draft_.sections.push_back({id, title, section, level > 6 ? 6 : level, 1});
    }
    section = static_cast<int>(number);
  }
  return section;
}

void CatalogMaker::add(const Entry& entry) {
  const int number = static_cast<int>(draft_.works.size());
  catalog::NamedTitle title = catalog::split_name(entry.title);

  WorkDraft& work = draft_.works.emplace_back();
  work.id = work_ids_.make(catalog::work_slug(title.name ? *title.name : title.title));
  work.name = title.name;
  work.title = title.title;
  work.listings = {number};
  if (entry.year != 0) {
    work.year = entry.year;
    work.year_from = "arxiv";
  }

  ListingDraft& listing = draft_.listings.emplace_back();
  listing.line = number + 2;
  listing.section = section_of(entry.path);
  listing.text = entry.title;
  listing.name = std::move(title.name);
  listing.title = std::move(title.title);
  listing.work = number;
  listing.links.reserve(entry.labels.size());
  for (std::size_t i = 0; i < entry.labels.size(); ++i) {
    const std::optional<LinkKind> kind = catalog::kind_by_label(entry.labels[i]);
    listing.links.push_back(
        {entry.labels[i], kind ? *kind : catalog::kind_by_url(entry.urls[i]), entry.urls[i]});
    read_identifiers(entry.urls[i], work);
  }
}

Catalog CatalogMaker::take() {
  draft_.title = "Stress list";
  return make_catalog(std::exchange(draft_, {}));
}

}  // namespace lamplight::bench
