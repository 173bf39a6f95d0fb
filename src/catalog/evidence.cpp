#include "catalog/evidence.h"

#include <cstdlib>

#include "base/url.h"
#include "catalog/findings.h"
#include "catalog/venues.h"

namespace lamplight::catalog {
namespace {

// Takes the first value offered, but one that no other work claims before one that is shared.
template <typename Value>
class Choice {
 public:
  void offer(const Value& value, bool is_shared) {
    if (!value.has_value() || (value_.has_value() && (is_shared || !is_shared_))) return;
    value_ = value;
    is_shared_ = is_shared;
  }
  [[nodiscard]] const Value& value() const { return value_; }

 private:
  Value value_;
  bool is_shared_ = false;
};

constexpr std::string_view stated = "stated";

Fact read_fact(CatalogWriter& writer, const Address& address) {
  Fact fact;
  if (address.arxiv) fact.arxiv = writer.keep(*address.arxiv);
  if (address.doi) fact.doi = writer.keep(*address.doi);
  if (const std::string venue = find_venue(address); !venue.empty()) {
    fact.venue = writer.keep_common(venue);
    fact.is_preprint = is_preprint_venue(venue);
  }
  fact.year = find_year(address);
  return fact;
}

// The claims of works, one work after the other, each in the order of the list.
class ClaimsByWork {
 public:
  ClaimsByWork(CatalogWriter& writer, const std::vector<Claim>& claims)
      : begin_(writer.works().size() + 1, 0), order_(claims.size()) {
    const auto work_of = [&](const Claim& claim) {
      return static_cast<std::size_t>(writer.listings()[claim.listing].work);
    };
    for (const Claim& claim : claims) ++begin_[work_of(claim) + 1];
    for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
    std::vector<std::uint32_t> next = begin_;
    for (std::uint32_t i = 0; i < claims.size(); ++i) order_[next[work_of(claims[i])]++] = i;
  }
  [[nodiscard]] const std::uint32_t* begin(std::uint32_t work) const {
    return order_.data() + begin_[work];
  }
  [[nodiscard]] const std::uint32_t* end(std::uint32_t work) const {
    return order_.data() + begin_[work + 1];
  }

 private:
  std::vector<std::uint32_t> begin_;
  std::vector<std::uint32_t> order_;
};

}  // namespace

Evidence::Evidence(CatalogWriter& writer, const PaperLinks& papers)
    : facts_(papers.count()), claimants_(papers.count()) {
  StringIndex others;  // addresses that are neither an arXiv id nor a DOI
  for (std::uint32_t i = 0; i < writer.listings().size(); ++i) {
    const CatalogWriter::ListingRow& listing = writer.listings()[i];
    for (std::uint32_t at = listing.first_link; at < listing.end_link; ++at) {
      const CatalogWriter::LinkRow& link = writer.link(at);
      if (link.kind != LinkKind::Paper || !link.url.has_value()) continue;
      const std::string_view url = writer.text(link.url);
      std::uint32_t identifier = papers.of(at);
      if (identifier == PaperLinks::none) {
        identifier = papers.count() + others.add(canonical_url(url));
        if (identifier == facts_.size()) {
          facts_.emplace_back();
          claimants_.emplace_back();
        }
      }
      claims_.push_back({identifier, i, at});
      Claimants& claimants = claimants_[identifier];
      if (claimants.first == none) {
        claimants.first = i;
        facts_[identifier] = read_fact(writer, read_address(url));
      }
      if (claimants.other == none && writer.listings()[claimants.first].work != listing.work) {
        claimants.other = i;
      }
    }
  }
}

std::uint32_t Evidence::other_listing(CatalogWriter& writer, std::uint32_t identifier,
                                      int work) const {
  const Claimants& claimants = claimants_[identifier];
  return writer.listings()[claimants.first].work == work ? claimants.other : claimants.first;
}

void Evidence::derive_facts(CatalogWriter& writer, Findings& findings) const {
  const ClaimsByWork by_work(writer, claims_);
  for (std::uint32_t i = 0; i < writer.works().size(); ++i) {
    Choice<KeptText> arxiv;
    Choice<KeptText> doi;
    Choice<std::optional<IssuedYear>> year;
    Choice<KeptText> venue;
    Choice<KeptText> preprint;
    for (const std::uint32_t* claim = by_work.begin(i); claim != by_work.end(i); ++claim) {
      const std::uint32_t identifier = claims_[*claim].identifier;
      const Fact& fact = facts_[identifier];
      arxiv.offer(fact.arxiv, is_shared(identifier));
      doi.offer(fact.doi, is_shared(identifier));
      year.offer(fact.year, is_shared(identifier));
      (fact.is_preprint ? preprint : venue).offer(fact.venue, is_shared(identifier));
    }
    CatalogWriter::WorkRow& work = writer.works()[i];
    work.arxiv = arxiv.value();
    work.doi = doi.value();
    work.venue = venue.value().has_value() ? venue.value() : preprint.value();
    if (!year.value()) continue;
    work.year = year.value()->year;
    work.year_from = writer.keep_common(year.value()->from);
  }
  // What the list states goes before what an identifier tells.
  for (std::uint32_t i = 0; i < writer.listings().size(); ++i) {
    const CatalogWriter::ListingRow& listing = writer.listings()[i];
    CatalogWriter::WorkRow& work = writer.works()[static_cast<std::uint32_t>(listing.work)];
    const bool has_stated = work.year_from.has_value() && writer.text(work.year_from) == stated;
    if (listing.year && !has_stated) {
      if (work.year && std::abs(*work.year - *listing.year) >= 2) {
        findings.add(rule::year_differs, Level::Note, listing.line,
                     "The list states the year " + std::to_string(*listing.year) +
                         ", and an identifier is of " + std::to_string(*work.year) + ".");
      }
      work.year = listing.year;
      work.year_from = writer.keep_common(stated);
    }
  }
  std::vector<char> has_venue(writer.works().size(), 0);
  for (std::uint32_t i = 0; i < writer.listings().size(); ++i) {
    const CatalogWriter::ListingRow& listing = writer.listings()[i];
    const auto of = static_cast<std::uint32_t>(listing.work);
    if (!listing.venue.has_value() || has_venue[of] != 0) continue;
    has_venue[of] = 1;
    writer.works()[of].venue = listing.venue;
  }
  // The first address of a repository that a work's listings name as its code.
  for (std::uint32_t i = 0; i < writer.listings().size(); ++i) {
    const CatalogWriter::ListingRow& listing = writer.listings()[i];
    CatalogWriter::WorkRow& work = writer.works()[static_cast<std::uint32_t>(listing.work)];
    for (std::uint32_t at = listing.first_link; at < listing.end_link; ++at) {
      const CatalogWriter::LinkRow& link = writer.link(at);
      if (work.repository.has_value() || link.kind != LinkKind::Code || !link.url.has_value()) {
        continue;
      }
      if (const auto found = find_repository(writer.text(link.url))) {
        work.repository = writer.keep_within(link.url, *found);
      }
    }
  }
}

}  // namespace lamplight::catalog
