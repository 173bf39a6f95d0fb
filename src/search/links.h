// Shared links: which works link to the same address.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "lamplight/catalog.h"

namespace lamplight::search {

class SharedLinks {
 public:
  // For each address that `work` shares with others the works that have it, ascending, `work` among
  // them. Addresses are the same when canonical_url writes them so.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> of(const Catalog& catalog,
                                                           std::uint32_t work) const;
  [[nodiscard]] std::size_t bytes() const { return links_.capacity() * sizeof(Key); }

 private:
  friend class SharedLinksBuilder;
  using Key = std::uint64_t;  // the address's hash, then the work
  std::vector<Key> links_;    // ascending; only hashes that several works have
};

// Makes them in pieces: read() over all works, then sort() over `sorting_steps`.
class SharedLinksBuilder {
 public:
  static constexpr std::size_t sorting_steps = 256;
  explicit SharedLinksBuilder(const Catalog& catalog) : catalog_(catalog) {}
  void read(std::size_t begin, std::size_t end);
  void sort(std::size_t begin, std::size_t end);
  [[nodiscard]] SharedLinks take() { return std::move(links_); }

 private:
  using Key = SharedLinks::Key;
  const Catalog& catalog_;
  std::vector<Key> buckets_[sorting_steps];  // by the hash's first byte
  SharedLinks links_;
};

}  // namespace lamplight::search
