// Evidence: what the paper links of listings say about their works. For src/catalog only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog_writer.h"
#include "catalog/paper_links.h"
#include "catalog/years.h"

namespace lamplight::catalog {

class Findings;

// One identifier (an arXiv id, a DOI, or else the address in its form for comparing) claimed by one
// listing.
struct Claim {
  std::uint32_t identifier = 0;  // that of PaperLinks; addresses come after all of these
  std::uint32_t listing = 0;
  std::uint32_t link = 0;  // in the writer
};

// What one identifier tells.
struct Fact {
  KeptText arxiv;
  KeptText doi;
  KeptText venue;
  bool is_preprint = false;  // the venue
  std::optional<IssuedYear> year;
};

// The paper links of all listings, and by which works each identifier is claimed.
class Evidence {
 public:
  // The listings must have their works.
  Evidence(CatalogWriter& writer, const PaperLinks& papers);

  // Sets year, venue, arxiv, doi and repository of each work from what its listings state, and from
  // their links. A stated year that differs by two or more is a finding.
  void derive_facts(CatalogWriter& writer, Findings& findings) const;

  // In the order of the listings.
  [[nodiscard]] const std::vector<Claim>& claims() const { return claims_; }
  // True when listings of different works claim the identifier.
  [[nodiscard]] bool is_shared(std::uint32_t identifier) const {
    return claimants_[identifier].other != none;
  }
  // A listing of another work than `work` that claims the shared identifier.
  [[nodiscard]] std::uint32_t other_listing(CatalogWriter& writer, std::uint32_t identifier,
                                            int work) const;

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  // The first listing that claims an identifier, and the first one of another work than its.
  struct Claimants {
    std::uint32_t first = none;
    std::uint32_t other = none;
  };

  std::vector<Claim> claims_;
  std::vector<Fact> facts_;           // by identifier
  std::vector<Claimants> claimants_;  // by identifier
};

}  // namespace lamplight::catalog
