#include "catalog/works.h"

#include <optional>
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

using ListingRow = CatalogWriter::ListingRow;
using LinkRow = CatalogWriter::LinkRow;

std::string full_title(const CatalogWriter& writer, const ListingRow& listing) {
  std::string title;
  if (listing.name.has_value()) title.append(writer.text(listing.name)).append(": ");
  return title.append(writer.text(listing.title));
}

std::string key_of(const CatalogWriter& writer, const ListingRow& listing) {
  std::optional<std::string_view> name;
  if (listing.name.has_value()) name = writer.text(listing.name);
  return full_title_key(name, writer.text(listing.title));
}

// Listings gathered by title: two listings of one title are one work.
struct Titles {
  StringIndex keys;
  std::vector<std::uint32_t> of_listing;  // listing -> key
};

Titles gather_titles(CatalogWriter& writer) {
  Titles titles;
  const Chunks<ListingRow>& listings = writer.listings();
  std::size_t bytes = 0;
  for (std::uint32_t i = 0; i < listings.size(); ++i) {
    bytes += listings[i].name.size + listings[i].title.size + 2;
  }
  titles.keys.reserve(listings.size(), bytes);
  titles.of_listing.reserve(listings.size());
  for (std::uint32_t i = 0; i < listings.size(); ++i) {
    std::string key = key_of(writer, listings[i]);
    // A title without words is like no other: it stands for itself.
    if (key.empty()) key = "\n" + std::to_string(i);
    titles.of_listing.push_back(titles.keys.add(key));
  }
  return titles;
}

// "name: title" and "title" are one work when they share an address. Gives for each title the one
// that it is joined to, itself when to none.
std::vector<std::uint32_t> join_named_titles(CatalogWriter& writer, const Titles& titles) {
  const Chunks<ListingRow>& listings = writer.listings();
  const std::uint32_t count = titles.keys.size();
  std::vector<std::uint32_t> short_of(count, none);  // named title -> the same without its name
  std::vector<char> is_short(count, 0);
  for (std::uint32_t i = 0; i < listings.size(); ++i) {
    const ListingRow& listing = listings[i];
    if (!listing.name.has_value()) continue;
    const std::string key = title_key(writer.text(listing.title));
    const std::uint32_t plain = key.empty() ? none : titles.keys.find(key);
    if (plain == none || plain == titles.of_listing[i]) continue;
    short_of[titles.of_listing[i]] = plain;
    is_short[plain] = 1;
  }
  // Addresses of the titles that others may be joined to: "number of the title" + address.
  StringIndex addresses;
  const auto address = [&](std::uint32_t title, const LinkRow& link) {
    const std::string_view url = writer.text(link.url);
    return std::to_string(title) + " " + identifier_of(read_address(url), url);
  };
  for (std::uint32_t i = 0; i < listings.size(); ++i) {
    if (!is_short[titles.of_listing[i]]) continue;
    for (std::uint32_t at = listings[i].first_link; at < listings[i].end_link; ++at) {
      const LinkRow& link = writer.link(at);
      if (link.url.has_value()) addresses.add(address(titles.of_listing[i], link));
    }
  }
  std::vector<std::uint32_t> joined(count);
  for (std::uint32_t i = 0; i < count; ++i) joined[i] = i;
  for (std::uint32_t i = 0; i < listings.size(); ++i) {
    const std::uint32_t title = titles.of_listing[i];
    const std::uint32_t plain = short_of[title];
    if (plain == none || joined[title] != title) continue;
    for (std::uint32_t at = listings[i].first_link; at < listings[i].end_link; ++at) {
      const LinkRow& link = writer.link(at);
      if (!link.url.has_value() || addresses.find(address(plain, link)) == none) continue;
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

void assign_works(CatalogWriter& writer) {
  const Titles titles = gather_titles(writer);
  std::vector<std::uint32_t> joined = join_named_titles(writer, titles);
  std::vector<int> work_of(titles.keys.size(), -1);
  for (std::uint32_t i = 0; i < writer.listings().size(); ++i) {
    int& work = work_of[find_root(joined, titles.of_listing[i])];
    if (work < 0) {
      work = static_cast<int>(writer.works().size());
      (void)writer.add_work();
    }
    writer.listings()[i].work = work;
  }
}

// A work is called as its first listing with a short name calls it, else as its first listing.
void name_works(CatalogWriter& writer) {
  for (std::uint32_t i = 0; i < writer.listings().size(); ++i) {
    const ListingRow& listing = writer.listings()[i];
    CatalogWriter::WorkRow& work = writer.works()[static_cast<std::uint32_t>(listing.work)];
    if (work.title.has_value() && (work.name.has_value() || !listing.name.has_value())) continue;
    work.name = listing.name;
    work.title = listing.title;
  }
  UniqueIds ids(2);
  for (std::uint32_t i = 0; i < writer.works().size(); ++i) {
    CatalogWriter::WorkRow& work = writer.works()[i];
    const KeptText name = work.name.has_value() ? work.name : work.title;
    work.id = writer.keep(ids.make(work_slug(writer.text(name))));
  }
}

void add_shared_urls(CatalogWriter& writer, const Evidence& evidence, Findings& findings) {
  for (const Claim& claim : evidence.claims()) {
    if (!evidence.is_shared(claim.identifier)) continue;
    const ListingRow& listing = writer.listings()[claim.listing];
    const ListingRow& other =
        writer.listings()[evidence.other_listing(writer, claim.identifier, listing.work)];
    findings.add(rule::shared_url, Level::Note, listing.line,
                 "The paper " + quoted(writer.text(writer.link(claim.link).url)) +
                     " is also linked by " + quoted(full_title(writer, other)) + " on line " +
                     std::to_string(other.line) + ".");
  }
}

}  // namespace

void add_works(CatalogWriter& writer, Findings& findings) {
  assign_works(writer);
  name_works(writer);
  const Evidence evidence(writer);
  evidence.derive_facts(writer);
  add_shared_urls(writer, evidence, findings);
}

}  // namespace lamplight::catalog
