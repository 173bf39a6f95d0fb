#include "search/slots.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

#include "base/sort.h"
#include "search/tokens.h"

namespace lamplight::search {
namespace {

// 0: year 9999 or later ... 9999: the year 0 or none.
constexpr std::size_t ages = 10000;

std::size_t age_of(const Work& work) {
  return ages - 1 - static_cast<std::size_t>(std::clamp(work.year.value_or(0), 0, 9999));
}

// Words joined by what sorts before every letter: compared byte by byte, they are compared word by
// word. What has a name of its own comes first.
void append_name_key(std::string& keys, std::string& folded, const Work& work) {
  keys.push_back(work.name ? '\0' : '\1');
  const std::string_view text = work.name ? *work.name : work.title;
  for_each_word_of(text, folded, [&](std::string_view word) {
    keys.append(word);
    keys.push_back('\0');
  });
}

}  // namespace

SlotsBuilder::SlotsBuilder(const Catalog& catalog) : slots_(catalog), next_(ages, 0) {
  slots_.work_of_.resize(catalog.works.size());
  slots_.slot_of_.resize(catalog.works.size());
}

void SlotsBuilder::count(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const Work& work = slots_.catalog_->works[i];
    ++next_[age_of(work)];
    is_in_order_ = is_in_order_ && work.listings.front() > last_listing_;
    last_listing_ = work.listings.front();
  }
}

void SlotsBuilder::begin_placing() {
  std::uint32_t slot = 0;
  for (std::uint32_t& next : next_) slot += std::exchange(next, slot);
  if (is_in_order_) return;
  const std::span<const Work> works = slots_.catalog_->works;
  slots_.list_.resize(works.size());
  std::iota(slots_.list_.begin(), slots_.list_.end(), 0u);
  sort_numbers(slots_.list_, [&](std::uint32_t a, std::uint32_t b) {
    return works[a].listings.front() < works[b].listings.front();
  });
}

void SlotsBuilder::place(std::size_t begin, std::size_t end) {
  if (begin == 0) begin_placing();
  for (std::size_t i = begin; i < end; ++i) {
    const std::uint32_t work = slots_.work_in_list(static_cast<std::uint32_t>(i));
    const std::uint32_t slot = next_[age_of(slots_.catalog_->works[work])]++;
    slots_.work_of_[slot] = work;
    slots_.slot_of_[work] = slot;
  }
}

const std::vector<std::uint32_t>& Slots::by_name() const {
  if (by_name_.size() == size()) return by_name_;
  std::string keys;
  std::string folded;
  std::vector<std::size_t> starts;  // by place in the list
  starts.reserve(size() + 1);
  for (std::uint32_t place = 0; place < size(); ++place) {
    starts.push_back(keys.size());
    append_name_key(keys, folded, catalog_->works[work_in_list(place)]);
  }
  starts.push_back(keys.size());
  const auto key = [&](std::uint32_t place) {
    return std::string_view(keys).substr(starts[place], starts[place + 1] - starts[place]);
  };
  std::vector<std::uint32_t> places(size());
  std::iota(places.begin(), places.end(), 0u);
  sort_numbers(places, [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  for (std::uint32_t& place : places) place = slot_in_list(place);
  by_name_ = std::move(places);
  return by_name_;
}

std::size_t Slots::bytes() const {
  return (list_.capacity() + work_of_.capacity() + slot_of_.capacity() + by_name_.capacity()) *
         sizeof(std::uint32_t);
}

}  // namespace lamplight::search
