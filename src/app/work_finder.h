// WorkFinder: the same work in another snapshot of the list.
//
// Two works are the same when a title of theirs is the same after folding, or when they share an
// arXiv id or DOI and one's title begins the other's or their names agree, or when their ids are
// equal. Tried in this order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"

namespace lamplight::app {

class WorkFinder {
 public:
  // Refers to the catalog, which must outlive it.
  explicit WorkFinder(const Catalog& catalog);

  // The work of this catalog that `work` of `other` is, if any.
  [[nodiscard]] std::optional<std::uint32_t> find(const Work& work, const Catalog& other) const;
  [[nodiscard]] std::optional<std::uint32_t> find_id(std::string_view id) const;

 private:
  struct Key {
    std::string text;
    std::uint32_t work;
    bool operator<(const Key& other) const {
      return text != other.text ? text < other.text : work < other.work;
    }
  };
  [[nodiscard]] static std::optional<std::uint32_t> find_key(const std::vector<Key>& keys,
                                                             std::string_view text);

  const Catalog& catalog_;
  std::vector<Key> titles_;
  std::vector<Key> identifiers_;
  std::vector<Key> ids_;
};

}  // namespace lamplight::app
