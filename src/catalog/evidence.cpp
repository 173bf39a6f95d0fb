#include "catalog/evidence.h"

#include "base/url.h"
#include "catalog/venues.h"

namespace lamplight::catalog {

std::string identifier_of(const Address& address, std::string_view url) {
  if (address.arxiv) return "arxiv:" + *address.arxiv;
  if (address.doi) return "doi:" + *address.doi;
  return canonical_url(url);
}

Evidence::Evidence(const CatalogDraft& catalog) {
  begin_.reserve(catalog.listings.size() + 1);
  for (std::uint32_t listing = 0; listing < catalog.listings.size(); ++listing) {
    begin_.push_back(static_cast<std::uint32_t>(claims_.size()));
    const std::vector<LinkDraft>& links = catalog.listings[listing].links;
    for (std::uint32_t link = 0; link < links.size(); ++link) {
      if (links[link].kind != LinkKind::Paper || !links[link].url) continue;
      const std::string& url = *links[link].url;
      Address address = read_address(url);
      const std::uint32_t identifier = identifiers_.add(identifier_of(address, url));
      claims_.push_back({identifier, listing, link});
      if (identifier < facts_.size()) continue;
      const std::optional<IssuedYear> year = find_year(address);
      std::string venue = find_venue(address);
      facts_.push_back({std::move(address.arxiv), std::move(address.doi), year, std::move(venue)});
    }
  }
  begin_.push_back(static_cast<std::uint32_t>(claims_.size()));
}

void Evidence::assign(const CatalogDraft& catalog) {
  shared_.assign(identifiers_.size(), 0);
  first_.assign(identifiers_.size(), -1);
  other_.assign(identifiers_.size(), -1);
  for (const Claim& claim : claims_) {
    int& first = first_[claim.identifier];
    if (first < 0) first = static_cast<int>(claim.listing);
    const int first_work = catalog.listings[static_cast<std::size_t>(first)].work;
    if (first_work == catalog.listings[claim.listing].work) continue;
    shared_[claim.identifier] = 1;
    int& other = other_[claim.identifier];
    if (other < 0) other = static_cast<int>(claim.listing);
  }
}

int Evidence::other_listing(const CatalogDraft& catalog, std::uint32_t identifier, int work) const {
  const int first = first_[identifier];
  return catalog.listings[static_cast<std::size_t>(first)].work == work ? other_[identifier]
                                                                        : first;
}

Evidence::Range Evidence::of_listing(std::size_t listing) const {
  return {begin_[listing], begin_[listing + 1]};
}

const std::string& Evidence::url(const CatalogDraft& catalog, const Claim& claim) const {
  return *catalog.listings[claim.listing].links[claim.link].url;
}

namespace {

// Takes the first value offered, but one that no other work claims before one that is shared.
template <typename Value>
class Choice {
 public:
  void offer(const std::optional<Value>& value, bool is_shared) {
    if (!value || (value_ && (is_shared || !is_shared_))) return;
    value_ = value;
    is_shared_ = is_shared;
  }
  [[nodiscard]] const std::optional<Value>& value() const { return value_; }

 private:
  std::optional<Value> value_;
  bool is_shared_ = false;
};

}  // namespace

void derive_facts(const CatalogDraft& catalog, const Evidence& evidence, WorkDraft& work) {
  Choice<std::string> arxiv;
  Choice<std::string> doi;
  Choice<IssuedYear> year;
  Choice<std::string> venue;
  Choice<std::string> preprint;
  for (const int listing : work.listings) {
    const Evidence::Range range = evidence.of_listing(static_cast<std::size_t>(listing));
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Claim& claim = evidence.claim(i);
      const Fact& fact = evidence.fact(claim.identifier);
      const bool is_shared = evidence.is_shared(claim.identifier);
      arxiv.offer(fact.arxiv, is_shared);
      doi.offer(fact.doi, is_shared);
      year.offer(fact.year, is_shared);
      if (!fact.venue.empty()) {
        (is_preprint_venue(fact.venue) ? preprint : venue).offer(fact.venue, is_shared);
      }
    }
    for (const LinkDraft& link : catalog.listings[static_cast<std::size_t>(listing)].links) {
      if (work.repository || link.kind != LinkKind::Code || !link.url) continue;
      work.repository = find_repository(*link.url);
    }
  }
  work.arxiv = arxiv.value();
  work.doi = doi.value();
  work.venue = venue.value() ? venue.value() : preprint.value();
  if (year.value()) {
    work.year = year.value()->year;
    work.year_from = std::string(year.value()->from);
  }
}

}  // namespace lamplight::catalog
