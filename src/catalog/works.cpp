#include "catalog/works.h"

#include <string>
#include <vector>

#include "catalog/evidence.h"
#include "catalog/findings.h"
#include "catalog/join_listings.h"
#include "catalog/names.h"
#include "catalog/paper_links.h"
#include "catalog/unique_ids.h"

namespace lamplight::catalog {
namespace {

using ListingRow = CatalogWriter::ListingRow;

std::string full_title(const CatalogWriter& writer, const ListingRow& listing) {
  std::string title;
  if (listing.name.has_value()) title.append(writer.text(listing.name)).append(": ");
  return title.append(writer.text(listing.title));
}

void assign_works(CatalogWriter& writer, const PaperLinks& papers) {
  const std::vector<std::uint32_t> first = join_listings(writer, papers);
  for (std::uint32_t i = 0; i < writer.listings().size(); ++i) {
    if (first[i] == i) {
      writer.listings()[i].work = static_cast<int>(writer.works().size());
      (void)writer.add_work();
    } else {
      writer.listings()[i].work = writer.listings()[first[i]].work;
    }
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
  ids.reserve(writer.works().size());
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
  const PaperLinks papers(writer);
  assign_works(writer, papers);
  name_works(writer);
  const Evidence evidence(writer, papers);
  evidence.derive_facts(writer, findings);
  add_shared_urls(writer, evidence, findings);
}

}  // namespace lamplight::catalog
