#include "catalog/paper_links.h"

#include "catalog/identifiers.h"

namespace lamplight::catalog {

PaperLinks::PaperLinks(const CatalogWriter& writer) : numbers_(writer.links().size(), none) {
  StringIndex identifiers;
  for (std::uint32_t i = 0; i < writer.listings().size(); ++i) {
    const CatalogWriter::ListingRow& listing = writer.listings()[i];
    for (std::uint32_t at = listing.first_link; at < listing.end_link; ++at) {
      const CatalogWriter::LinkRow& link = writer.link(at);
      if (!link.url.has_value()) continue;
      const Address address = read_address(writer.text(link.url));
      if (address.arxiv) {
        numbers_[at] = identifiers.add("arxiv:" + *address.arxiv);
      } else if (address.doi) {
        numbers_[at] = identifiers.add("doi:" + *address.doi);
      }
    }
  }
  count_ = identifiers.size();
}

}  // namespace lamplight::catalog
