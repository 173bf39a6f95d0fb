// StringIndex: gives each distinct text a number, 0, 1, 2, ... in the order of first sight.
//
//     StringIndex index;
//     index.add("a");   // 0
//     index.add("b");   // 1
//     index.add("a");   // 0
//     index.find("c");  // StringIndex::none
//
// Keeps copies of the texts. An open-addressing table: one allocation grows, none per text. What
// stood in a table that has become too small moves into the next one a few at a time, so that no
// single add takes long.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lamplight {

class StringIndex {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  // The text's number; a new one when it was not there.
  std::uint32_t add(std::string_view text);
  [[nodiscard]] std::uint32_t find(std::string_view text) const;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(begins_.size()); }
  // Valid until the next add.
  [[nodiscard]] std::string_view text(std::uint32_t number) const;
  void reserve(std::size_t texts, std::size_t bytes);

 private:
  // The hash stands beside the number, so that nothing else of a text is read which is another.
  struct Slot {
    std::uint32_t number = none;
    std::uint32_t hash = 0;
  };
  using Slots = std::vector<Slot>;  // a power of two
  [[nodiscard]] std::size_t find_slot(const Slots& slots, std::string_view text,
                                      std::uint32_t hash) const;
  void grow(std::size_t slots);
  void move_some(std::size_t slots);

  std::string bytes_;                // the texts, one after the other
  std::vector<std::size_t> begins_;  // of each text in bytes_
  Slots slots_;
  Slots former_;           // until all of it has moved
  std::size_t moved_ = 0;  // so many of former_ are in slots_ already
};

}  // namespace lamplight
