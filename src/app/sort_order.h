// SortOrder: all works of a list in the order of several keys, made once for them. A search walks
// through it as far as rows are asked for.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/builders.h"

namespace lamplight::app {

class SortOrder {
 public:
  using Order = std::shared_ptr<const std::vector<std::uint32_t>>;
  // Null for what the search sorts by itself (native_sort). The very same while the keys are.
  [[nodiscard]] Order take(const Scene& scene, const SortKeys& keys);
  // Lists or profile changed.
  void forget();

 private:
  using Ranks = std::vector<std::uint32_t>;  // by work: what comes first has the least
  [[nodiscard]] const Ranks& ranks_of(const Scene& scene, const std::string& by);

  SortKeys keys_;
  Order order_;
  std::vector<std::pair<std::string, Ranks>> ranks_;  // of the keys in use
};

// What the search sorts by for these keys, where it can.
[[nodiscard]] std::optional<Sort> native_sort(const SortKeys& keys);

}  // namespace lamplight::app
