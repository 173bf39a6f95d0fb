// Order: the hits of one search, put in order as far as they are asked for.
#pragma once

#include <cstdint>
#include <vector>

#include "lamplight/search.h"
#include "search/found.h"
#include "search/slots.h"

namespace lamplight {

// Slots ascend from newer to older, so the first hits of each class are found without sorting.
class Hits::Order {
 public:
  explicit Order(std::vector<std::uint32_t> works) : works_(std::move(works)), is_whole_(true) {}
  // `hits`: those of `found` that the filters leave; `size`: how many.
  Order(const search::Slots& slots, search::Found found, search::WorkSet hits, std::size_t size,
        const SearchRequest& request)
      : slots_(&slots),
        found_(std::move(found)),
        hits_(std::move(hits)),
        size_(size),
        sort_(request.sort),
        given_(request.order) {}

  [[nodiscard]] std::uint32_t work(std::size_t position) {
    if (position >= works_.size() && !is_whole_) go_on(position);
    return works_[position];
  }
  [[nodiscard]] std::size_t known() const { return works_.size(); }

 private:
  void go_on(std::size_t position);
  // Each fills works_ with the first `wanted` hits.
  void take_by_slot(std::size_t wanted);
  void take_by_list(std::size_t wanted);
  void take_by_name(std::size_t wanted);
  void take_as_given(std::size_t wanted);
  void take_by_class(const search::TermMatch& match, std::size_t wanted);
  void take_by_score(std::size_t wanted);
  // False when there are enough.
  bool take(std::uint32_t slot, std::size_t wanted);

  const search::Slots* slots_ = nullptr;
  search::Found found_;
  search::WorkSet hits_;
  std::size_t size_ = 0;
  Sort sort_ = Sort::Match;
  std::shared_ptr<const std::vector<std::uint32_t>> given_;
  std::vector<std::uint32_t> works_;
  std::vector<std::uint16_t> scores_;  // by hit, in the order of slots
  bool is_whole_ = false;
};

}  // namespace lamplight
