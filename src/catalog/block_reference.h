// BlockReference: how references and blocks are made and looked into. For src/catalog only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "lamplight/catalog.h"

namespace lamplight {

struct BlockReference {
  // What a reference says, as it stands in the block.
  std::uint32_t forward = 0;
  std::uint32_t size = 0;

  template <typename T>
  [[nodiscard]] static BlockReference of(const T& place) {
    return {place.forward_, place.size_};
  }

  // Makes the reference at `place` refer to `size` bytes or records at `target`, which lies further
  // on in the same block. Nothing becomes all zeros.
  template <typename T>
  static void set(T& place, const char* target, std::uint32_t size) {
    const auto forward = static_cast<std::uint32_t>(target - reinterpret_cast<const char*>(&place));
    place.forward_ = size == 0 ? 0 : forward;
    place.size_ = size;
  }
  // An empty text refers to what follows the reference, to differ from none.
  static void set(OptionalText& place, const char* target, std::uint32_t size) {
    const char* const own = reinterpret_cast<const char*>(&place);
    place.forward_ = size == 0 ? static_cast<std::uint32_t>(sizeof(OptionalText))
                               : static_cast<std::uint32_t>(target - own);
    place.size_ = size;
  }

  // All links of a catalog, to be changed.
  [[nodiscard]] static std::span<Link> links(Catalog& catalog) {
    if (catalog.block_.size() == 0) return {};
    auto& header = *reinterpret_cast<CatalogHeader*>(catalog.block_.data());
    return {reinterpret_cast<Link*>(reinterpret_cast<char*>(&header.links) + header.links.forward_),
            header.links.size()};
  }

  [[nodiscard]] static Catalog open(BlockBytes block) { return Catalog(std::move(block)); }
};

}  // namespace lamplight
