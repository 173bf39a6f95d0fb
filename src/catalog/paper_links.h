// PaperLinks: which links of listings lead to one paper. For src/catalog only.
#pragma once

#include <cstdint>
#include <vector>

#include "base/string_index.h"
#include "catalog/catalog_writer.h"

namespace lamplight::catalog {

class PaperLinks {
 public:
  static constexpr std::uint32_t none = StringIndex::none;

  // Reads the address of each link of a listing once.
  explicit PaperLinks(const CatalogWriter& writer);

  // The number of the arXiv id or the DOI that a link of the writer leads to, in the order in which
  // listings name them; none for links elsewhere.
  [[nodiscard]] std::uint32_t of(std::uint32_t link) const { return numbers_[link]; }
  // How many different ones there are.
  [[nodiscard]] std::uint32_t count() const { return count_; }

 private:
  std::vector<std::uint32_t> numbers_;  // by link
  std::uint32_t count_ = 0;
};

}  // namespace lamplight::catalog
