#include "search/rank.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "base/text.h"

namespace lamplight::search {
namespace {

// Place of each work when they are put in the order of `is_before`, ties as they stand.
template <typename IsBefore>
std::vector<std::uint32_t> places(std::size_t works, IsBefore is_before) {
  std::vector<std::uint32_t> order(works);
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), is_before);
  std::vector<std::uint32_t> place(works);
  for (std::uint32_t i = 0; i < works; ++i) place[order[i]] = i;
  return place;
}

}  // namespace

Ranking::Ranking(const Catalog& catalog) {
  const std::vector<Work>& works = catalog.works;
  by_list_ = places(works.size(), [&](std::uint32_t a, std::uint32_t b) {
    return works[a].listings.front() < works[b].listings.front();
  });
  std::vector<std::string> names(works.size());
  for (std::size_t i = 0; i < works.size(); ++i) {
    names[i] = fold(works[i].name ? *works[i].name : works[i].title);
  }
  by_name_ = places(works.size(), [&](std::uint32_t a, std::uint32_t b) {
    if (const int order = names[a].compare(names[b])) return order < 0;
    return by_list_[a] < by_list_[b];
  });
  years_.reserve(works.size());
  for (const Work& work : works) {
    years_.push_back(static_cast<std::uint16_t>(std::clamp(work.year.value_or(0), 0, 9999)));
  }
}

void Ranking::sort(Sort sort, const std::vector<std::uint16_t>& classes,
                   std::vector<std::uint32_t>& works) const {
  const auto by_list = [&](std::uint32_t a, std::uint32_t b) { return by_list_[a] < by_list_[b]; };
  const auto newer_first = [&](std::uint32_t a, std::uint32_t b) {
    return years_[a] != years_[b] ? years_[a] > years_[b] : by_list(a, b);
  };
  if (sort == Sort::Name) {
    std::sort(works.begin(), works.end(),
              [&](std::uint32_t a, std::uint32_t b) { return by_name_[a] < by_name_[b]; });
  } else if (sort == Sort::Year) {
    std::sort(works.begin(), works.end(), newer_first);
  } else if (sort == Sort::List || classes.empty()) {
    std::sort(works.begin(), works.end(), by_list);
  } else {
    std::sort(works.begin(), works.end(), [&](std::uint32_t a, std::uint32_t b) {
      return classes[a] != classes[b] ? classes[a] < classes[b] : newer_first(a, b);
    });
  }
}

}  // namespace lamplight::search
