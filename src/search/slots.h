// Slots: works numbered in the order in which equal hits are shown.
//
// A work's slot is its number when works are counted from the newest, equally old ones in the order
// of the list. Everything in the index is kept by slot: slots that ascend are works in the order of
// the ranking, so that the first hits of a class need no sorting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "lamplight/catalog.h"

namespace lamplight::search {

class Slots {
 public:
  explicit Slots(const Catalog& catalog) : catalog_(&catalog) {}

  [[nodiscard]] std::size_t size() const { return work_of_.size(); }
  [[nodiscard]] std::uint32_t work_of(std::uint32_t slot) const { return work_of_[slot]; }
  [[nodiscard]] std::uint32_t slot_of(std::uint32_t work) const { return slot_of_[work]; }
  // The slot of the work that stands at `place` in the list.
  [[nodiscard]] std::uint32_t slot_in_list(std::uint32_t place) const {
    return slot_of_[work_in_list(place)];
  }
  // Grows in the order of the list.
  [[nodiscard]] std::uint32_t list_key(std::uint32_t slot) const {
    const std::uint32_t work = work_of_[slot];
    return list_.empty() ? work
                         : static_cast<std::uint32_t>(catalog_->works[work].listings.front());
  }
  // All slots in the order of names; made when it is first asked for.
  [[nodiscard]] const std::vector<std::uint32_t>& by_name() const;

  [[nodiscard]] std::size_t bytes() const;

 private:
  friend class SlotsBuilder;
  [[nodiscard]] std::uint32_t work_in_list(std::uint32_t place) const {
    return list_.empty() ? place : list_[place];
  }

  const Catalog* catalog_;
  std::vector<std::uint32_t> list_;  // works in list order; empty: as they are numbered
  std::vector<std::uint32_t> work_of_;
  std::vector<std::uint32_t> slot_of_;
  mutable std::vector<std::uint32_t> by_name_;
};

// Makes the slots in pieces: first count() over all works, then place() over all places.
class SlotsBuilder {
 public:
  explicit SlotsBuilder(const Catalog& catalog);
  void count(std::size_t begin, std::size_t end);
  void place(std::size_t begin, std::size_t end);
  [[nodiscard]] const Slots& slots() const { return slots_; }
  [[nodiscard]] Slots take() { return std::move(slots_); }

 private:
  void begin_placing();

  Slots slots_;
  std::vector<std::uint32_t> next_;  // by age: works so far, then the next slot
  bool is_in_order_ = true;
  int last_listing_ = -1;
};

}  // namespace lamplight::search
