#include "catalog/unique_ids.h"

namespace lamplight::catalog {

std::string UniqueIds::make(std::string_view wanted) {
  std::string id(wanted);
  const std::uint32_t before = ids_.size();
  const std::uint32_t base = ids_.add(wanted);
  next_.resize(ids_.size(), first_number_);
  if (base == before) return id;
  while (true) {
    id = std::string(wanted) + "-" + std::to_string(next_[base]++);
    const std::uint32_t count = ids_.size();
    if (ids_.add(id) == count) break;
  }
  next_.resize(ids_.size(), first_number_);
  return id;
}

}  // namespace lamplight::catalog
