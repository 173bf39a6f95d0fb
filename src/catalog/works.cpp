#include "catalog/works.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/string_index.h"
#include "catalog/evidence.h"
#include "catalog/findings.h"
#include "catalog/names.h"
#include "catalog/unique_ids.h"

namespace lamplight::catalog {
namespace {

constexpr std::uint32_t none = StringIndex::none;

std::string full_title(const ListingDraft& listing) {
  return listing.name ? *listing.name + ": " + listing.title : listing.title;
}

// Listings gathered by title: two listings of one title are one work.
struct Titles {
  StringIndex keys;
  std::vector<std::uint32_t> of_listing;  // listing -> key
};

Titles gather_titles(const CatalogDraft& catalog) {
  Titles titles;
  titles.keys.reserve(catalog.listings.size(), catalog.listings.size() * 64);
  titles.of_listing.reserve(catalog.listings.size());
  for (std::size_t i = 0; i < catalog.listings.size(); ++i) {
    std::string key = full_title_key(catalog.listings[i].name, catalog.listings[i].title);
    // A title without words is like no other: it stands for itself.
    if (key.empty()) key = "\n" + std::to_string(i);
    titles.of_listing.push_back(titles.keys.add(key));
  }
  return titles;
}

// "name: title" and "title" are one work when they share an address. Gives for each title the one
// that it is joined to, itself when to none.
std::vector<std::uint32_t> join_named_titles(const CatalogDraft& catalog, const Titles& titles) {
  const std::uint32_t count = titles.keys.size();
  std::vector<std::uint32_t> short_of(count, none);  // named title -> the same without its name
  std::vector<char> is_short(count, 0);
  for (std::size_t i = 0; i < catalog.listings.size(); ++i) {
    const ListingDraft& listing = catalog.listings[i];
    if (!listing.name) continue;
    const std::string key = title_key(listing.title);
    const std::uint32_t plain = key.empty() ? none : titles.keys.find(key);
    if (plain == none || plain == titles.of_listing[i]) continue;
    short_of[titles.of_listing[i]] = plain;
    is_short[plain] = 1;
  }
  // Addresses of the titles that others may be joined to: "number of the title" + address.
  StringIndex addresses;
  const auto address = [](std::uint32_t title, const LinkDraft& link) {
    return std::to_string(title) + " " + identifier_of(read_address(*link.url), *link.url);
  };
  for (std::size_t i = 0; i < catalog.listings.size(); ++i) {
    if (!is_short[titles.of_listing[i]]) continue;
    for (const LinkDraft& link : catalog.listings[i].links) {
      if (link.url) addresses.add(address(titles.of_listing[i], link));
    }
  }
  std::vector<std::uint32_t> joined(count);
  for (std::uint32_t i = 0; i < count; ++i) joined[i] = i;
  for (std::size_t i = 0; i < catalog.listings.size(); ++i) {
    const std::uint32_t title = titles.of_listing[i];
    const std::uint32_t plain = short_of[title];
    if (plain == none || joined[title] != title) continue;
    for (const LinkDraft& link : catalog.listings[i].links) {
      if (!link.url || addresses.find(address(plain, link)) == none) continue;
      joined[title] = plain;
      break;
    }
  }
  return joined;
}

// "a: b: c" may be joined to "b: c" and that to "c": follows to the last, which joins to itself.
std::uint32_t find_root(std::vector<std::uint32_t>& joined, std::uint32_t title) {
  while (joined[title] != title) {
    joined[title] = joined[joined[title]];
    title = joined[title];
  }
  return title;
}

void assign_works(CatalogDraft& catalog) {
  const Titles titles = gather_titles(catalog);
  std::vector<std::uint32_t> joined = join_named_titles(catalog, titles);
  std::vector<int> work_of(titles.keys.size(), -1);
  for (std::size_t i = 0; i < catalog.listings.size(); ++i) {
    int& work = work_of[find_root(joined, titles.of_listing[i])];
    if (work < 0) {
      work = static_cast<int>(catalog.works.size());
      catalog.works.emplace_back();
    }
    catalog.listings[i].work = work;
    catalog.works[static_cast<std::size_t>(work)].listings.push_back(static_cast<int>(i));
  }
}

// A work is called as its first listing with a short name calls it, else as its first listing.
void name_works(CatalogDraft& catalog) {
  UniqueIds ids(2);
  for (WorkDraft& work : catalog.works) {
    const ListingDraft* source = &catalog.listings[static_cast<std::size_t>(work.listings.front())];
    for (const int listing : work.listings) {
      const ListingDraft& each = catalog.listings[static_cast<std::size_t>(listing)];
      if (!each.name) continue;
      source = &each;
      break;
    }
    work.name = source->name;
    work.title = source->title;
    work.id = ids.make(work_slug(work.name ? *work.name : work.title));
  }
}

void add_shared_urls(const CatalogDraft& catalog, const Evidence& evidence, Findings& findings) {
  for (std::size_t i = 0; i < catalog.listings.size(); ++i) {
    const Evidence::Range range = evidence.of_listing(i);
    for (std::uint32_t index = range.begin; index < range.end; ++index) {
      const Claim& claim = evidence.claim(index);
      if (!evidence.is_shared(claim.identifier)) continue;
      const int other = evidence.other_listing(catalog, claim.identifier, catalog.listings[i].work);
      const ListingDraft& place = catalog.listings[static_cast<std::size_t>(other)];
      findings.add(rule::shared_url, Level::Note, catalog.listings[i].line,
                   "The paper " + quoted(evidence.url(catalog, claim)) + " is also linked by " +
                       quoted(full_title(place)) + " on line " + std::to_string(place.line) + ".");
    }
  }
}

}  // namespace

void add_works(CatalogDraft& catalog, Findings& findings) {
  assign_works(catalog);
  name_works(catalog);
  Evidence evidence(catalog);
  evidence.assign(catalog);
  for (WorkDraft& work : catalog.works) derive_facts(catalog, evidence, work);
  add_shared_urls(catalog, evidence, findings);
}

}  // namespace lamplight::catalog
