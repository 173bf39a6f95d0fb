#include "search/order.h"

#include <algorithm>
#include <limits>

#include "base/sort.h"

namespace lamplight {

using search::Found;
using search::TermMatch;

namespace {

// Some screens of rows; whoever scrolls further gets many more hits at once.
constexpr std::size_t first_hits = 128;
constexpr std::size_t times_further = 8;

constexpr std::size_t few_hits = 2048;

}  // namespace

void Hits::Order::go_on(std::size_t position) {
  const std::size_t wanted =
      std::min(size_, position < first_hits ? first_hits : position * times_further);
  works_.clear();
  works_.reserve(wanted);
  is_whole_ = wanted == size_;
  if (given_ != nullptr) {
    take_as_given(wanted);
  } else if (sort_ == Sort::Year) {
    take_by_slot(wanted);
  } else if (sort_ == Sort::Name) {
    take_by_name(wanted);
  } else if (sort_ == Sort::List || !found_.has_words) {
    take_by_list(wanted);
  } else if (const TermMatch* match = found_.only_match()) {
    take_by_class(*match, wanted);
  } else {
    take_by_score(wanted);
  }
  if (!is_whole_) return;
  // Nothing more is to be looked up.
  found_ = Found();
  hits_ = search::WorkSet();
  scores_ = {};
  given_ = nullptr;
}

bool Hits::Order::take(std::uint32_t slot, std::size_t wanted) {
  works_.push_back(slots_->work_of(slot));
  return works_.size() < wanted;
}

void Hits::Order::take_by_slot(std::size_t wanted) {
  (void)hits_.find_each([&](std::uint32_t slot) { return take(slot, wanted); });
}

void Hits::Order::take_by_list(std::size_t wanted) {
  const std::size_t all = hits_.universe();
  // Few hits are put in order, many are met soon on the way through the list.
  if (size_ < few_hits) {
    std::vector<std::uint32_t> slots;
    slots.reserve(size_);
    hits_.for_each([&](std::uint32_t slot) { slots.push_back(slot); });
    sort_numbers(slots, [&](std::uint32_t a, std::uint32_t b) {
      return slots_->list_key(a) < slots_->list_key(b);
    });
    for (std::size_t i = 0; i < wanted; ++i) works_.push_back(slots_->work_of(slots[i]));
    return;
  }
  for (std::uint32_t place = 0; place < all; ++place) {
    const std::uint32_t slot = slots_->slot_in_list(place);
    if (hits_.has(slot) && !take(slot, wanted)) return;
  }
}

void Hits::Order::take_by_name(std::size_t wanted) {
  for (const std::uint32_t slot : slots_->by_name()) {
    if (hits_.has(slot) && !take(slot, wanted)) return;
  }
}

void Hits::Order::take_as_given(std::size_t wanted) {
  for (const std::uint32_t work : *given_) {
    const std::uint32_t slot = slots_->slot_of(work);
    if (hits_.has(slot) && !take(slot, wanted)) return;
  }
}

void Hits::Order::take_by_class(const TermMatch& match, std::size_t wanted) {
  for (const search::WorkSet& each : match.classes) {
    const bool wants_more =
        each.find_each([&](std::uint32_t slot) { return !hits_.has(slot) || take(slot, wanted); });
    if (!wants_more) return;
  }
}

void Hits::Order::take_by_score(std::size_t wanted) {
  if (scores_.empty()) {
    scores_.reserve(size_);
    // A query that was typed has at most some hundred words; one made otherwise may have more.
    constexpr std::uint32_t top = std::numeric_limits<std::uint16_t>::max();
    hits_.for_each([&](std::uint32_t slot) {
      scores_.push_back(static_cast<std::uint16_t>(std::min(found_.score(slot), top)));
    });
  }
  // A counting sort that stops at the first class with enough hits.
  std::vector<std::uint32_t> next;
  for (const std::uint16_t score : scores_) {
    if (score >= next.size()) next.resize(score + std::size_t{1}, 0);
    ++next[score];
  }
  std::uint32_t total = 0;
  for (std::uint32_t& each : next) total += std::exchange(each, total);
  works_.resize(wanted);
  std::size_t hit = 0;
  hits_.for_each([&](std::uint32_t slot) {
    const std::uint32_t position = next[scores_[hit++]]++;
    if (position < wanted) works_[position] = slots_->work_of(slot);
  });
}

Hits::Hits(std::shared_ptr<Order> order, std::size_t size)
    : size_(size), order_(std::move(order)) {}

Hits::Hits(std::vector<std::uint32_t> works)
    : size_(works.size()), order_(std::make_shared<Order>(std::move(works))) {}

std::uint32_t Hits::operator[](std::size_t position) const { return order_->work(position); }

std::vector<std::uint32_t> Hits::to_vector() const {
  std::vector<std::uint32_t> works;
  works.reserve(size_);
  if (size_ > 0) (void)(*this)[size_ - 1];  // all at once
  for (const std::uint32_t work : *this) works.push_back(work);
  return works;
}

}  // namespace lamplight
