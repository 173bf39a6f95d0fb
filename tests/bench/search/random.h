// Random: whole numbers that are the same on every platform; the standard's distributions differ
// from library to library.
#pragma once

#include <cstdint>
#include <vector>

namespace lamplight::bench {

// PCG32 (O'Neill 2014), XSH-RR.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 1) { next(); }

  std::uint32_t next() {
    const std::uint64_t before = state_;
    state_ = before * 6364136223846793005u + 1442695040888963407u;
    const auto mixed = static_cast<std::uint32_t>(((before >> 18) ^ before) >> 27);
    const auto turn = static_cast<std::uint32_t>(before >> 59);
    return (mixed >> turn) | (mixed << ((32 - turn) & 31));
  }
  // 0 <= value < end; end > 0.
  std::uint32_t below(std::uint32_t end) {
    return static_cast<std::uint32_t>((std::uint64_t{next()} * end) >> 32);
  }
  // True `percent` times of a hundred.
  bool is_chosen(std::uint32_t percent) { return below(100) < percent; }

  template <typename Item>
  const Item& pick(const std::vector<Item>& items) {
    return items[below(static_cast<std::uint32_t>(items.size()))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace lamplight::bench
