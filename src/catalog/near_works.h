// NearWorks: works that are alike though no title of theirs is the same. For src/catalog only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"

namespace lamplight::catalog {

// The beginning of a title, or of another text, as words are compared.
[[nodiscard]] std::string short_key(std::string_view title);

// How many in a thousand of the words of two such keys are in both.
[[nodiscard]] std::uint32_t shared_words(std::string_view key, std::string_view other);

class NearWorks {
 public:
  // Only these works are ever found. Refers to the catalog.
  NearWorks(const Catalog& catalog, const std::vector<std::uint32_t>& works);

  // The work that is most like `work` of the other catalog, the first of several; none when nothing
  // is like enough (work_finder.h says what is).
  [[nodiscard]] std::optional<std::uint32_t> find_best(const Catalog& other,
                                                       std::uint32_t work) const;

 private:
  const Catalog& catalog_;
  std::vector<std::uint64_t> keys_;  // hash above, work below: sorted
};

}  // namespace lamplight::catalog
