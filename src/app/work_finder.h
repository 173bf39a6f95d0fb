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
  explicit WorkFinder(const Catalog& catalog) : catalog_(catalog) {}

  // The work of this catalog that `work` of `other` is, if any. The first call reads the ids of all
  // works, and the first for a work that was not left as it is their titles.
  [[nodiscard]] std::optional<std::uint32_t> find(const Work& work, const Catalog& other);
  // Looks through all works unless it is asked for the same id again.
  [[nodiscard]] std::optional<std::uint32_t> find_id(std::string_view id);
  // Where the next find_id(id) need not look: `work` has this id.
  void remember(std::string_view id, std::uint32_t work);

 private:
  // Hash of a text above, the work that has it below: sorted, and a tenth of the texts' memory.
  using Keys = std::vector<std::uint64_t>;
  void make_ids();
  void make_titles();
  // First work with the text's hash for which is_it(const Work&) holds.
  template <typename IsIt>
  [[nodiscard]] std::optional<std::uint32_t> find_key(const Keys& keys, std::string_view text,
                                                      IsIt&& is_it) const;

  const Catalog& catalog_;
  bool has_ids_ = false;
  bool has_titles_ = false;
  Keys titles_;
  Keys identifiers_;
  Keys ids_;
  std::optional<std::string> last_id_;
  std::optional<std::uint32_t> last_found_;
};

}  // namespace lamplight::app
