// Evidence: what the paper links of listings say about their works. For src/catalog only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_index.h"
#include "catalog/years.h"
#include "lamplight/catalog_draft.h"

namespace lamplight::catalog {

// One identifier (an arXiv id, a DOI, or else the address itself) claimed by one listing.
struct Claim {
  std::uint32_t identifier = 0;  // in Evidence::identifiers
  std::uint32_t listing = 0;
  std::uint32_t link = 0;  // in the listing
};

// What one identifier tells.
struct Fact {
  std::optional<std::string> arxiv;
  std::optional<std::string> doi;
  std::optional<IssuedYear> year;
  std::string venue;  // empty: unknown
};

// The paper links of all listings, and by which works each identifier is claimed.
class Evidence {
 public:
  explicit Evidence(const CatalogDraft& catalog);

  // Call once the listings have their works.
  void assign(const CatalogDraft& catalog);

  // The claims of one listing.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  [[nodiscard]] Range of_listing(std::size_t listing) const;
  [[nodiscard]] const Claim& claim(std::uint32_t index) const { return claims_[index]; }
  [[nodiscard]] const std::string& url(const CatalogDraft& catalog, const Claim& claim) const;
  [[nodiscard]] const Fact& fact(std::uint32_t identifier) const { return facts_[identifier]; }
  // True when listings of different works claim the identifier.
  [[nodiscard]] bool is_shared(std::uint32_t identifier) const { return shared_[identifier] != 0; }
  // A listing of another work than `work` that claims the shared identifier.
  [[nodiscard]] int other_listing(const CatalogDraft& catalog, std::uint32_t identifier,
                                  int work) const;

 private:
  StringIndex identifiers_;
  std::vector<Claim> claims_;         // by listing, in order
  std::vector<std::uint32_t> begin_;  // by listing, in claims_; one more at the end
  std::vector<Fact> facts_;           // by identifier
  std::vector<char> shared_;          // these are by identifier
  std::vector<int> first_;            // the first listing that claims it
  std::vector<int> other_;            // the first one of another work than the first's
};

// "arxiv:2303.11032", "doi:10.1038/...", or the address in its form for comparing.
[[nodiscard]] std::string identifier_of(const Address& address, std::string_view url);

// Sets year, venue, arxiv, doi and repository of a work from the links of its listings.
void derive_facts(const CatalogDraft& catalog, const Evidence& evidence, WorkDraft& work);

}  // namespace lamplight::catalog
