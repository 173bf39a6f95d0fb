#include "app/sort_order.h"

#include <algorithm>
#include <numeric>

#include "app/columns.h"
#include "base/sort.h"
#include "base/string_index.h"
#include "base/text.h"

namespace lamplight::app {
namespace {

// Of works of which a column tells nothing: behind all others, whichever way it is turned.
constexpr std::uint32_t blank = StringIndex::none;

// Numbers that are ranks as they are.
std::uint32_t number_rank(const Scene& scene, std::string_view by, std::uint32_t index) {
  const Catalog& catalog = scene.catalog();
  const Work& work = catalog.works[index];
  constexpr std::uint32_t newest = 9999;
  constexpr std::uint32_t most_links = 9999;
  if (by == "year") {
    if (!work.year) return blank;
    return newest - static_cast<std::uint32_t>(std::clamp(*work.year, 0, static_cast<int>(newest)));
  }
  if (by == "links") {
    std::uint32_t links = 0;
    for (const LinkView& link : build_links(scene, index)) links += link.url.empty() ? 0 : 1;
    return links == 0 ? blank : most_links - std::min(links, most_links);
  }
  if (by == "since") {
    const Since since = find_since(scene, index);
    return since.snapshot == nullptr ? blank : static_cast<std::uint32_t>(since.position);
  }
  // "line", "list": where it stands first.
  return static_cast<std::uint32_t>(work.listings.front());
}

bool is_number(std::string_view by) { return falls(by) || by == "line" || by == "list"; }

// Texts that are alike but for case and accents share a rank.
std::vector<std::uint32_t> text_ranks(const Scene& scene, std::string_view by) {
  const auto works = static_cast<std::uint32_t>(scene.catalog().works.size());
  StringIndex texts;
  std::vector<std::uint32_t> ranks(works, blank);
  for (std::uint32_t work = 0; work < works; ++work) {
    const std::string text = fold(build_cell(scene, by, work).text);
    if (!text.empty()) ranks[work] = texts.add(text);
  }
  std::vector<std::uint32_t> order(texts.size());
  std::iota(order.begin(), order.end(), 0u);
  sort_numbers(order,
               [&](std::uint32_t a, std::uint32_t b) { return texts.text(a) < texts.text(b); });
  std::vector<std::uint32_t> rank_of(texts.size());
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) rank_of[order[rank]] = rank;
  for (std::uint32_t& rank : ranks) {
    if (rank != blank) rank = rank_of[rank];
  }
  return ranks;
}

// Puts `order` by the ranks and keeps what is equal as it is: one counting pass.
void sort_by_ranks(std::vector<std::uint32_t>& order, const std::vector<std::uint32_t>& ranks,
                   bool is_reversed) {
  std::uint32_t most = 0;
  for (const std::uint32_t rank : ranks) {
    if (rank != blank) most = std::max(most, rank);
  }
  const auto place = [&](std::uint32_t work) -> std::size_t {
    const std::uint32_t rank = ranks[work];
    if (rank == blank) return std::size_t{most} + 1;
    return is_reversed ? most - rank : rank;
  };
  std::vector<std::uint32_t> next(std::size_t{most} + 2, 0);
  for (const std::uint32_t work : order) ++next[place(work)];
  std::uint32_t total = 0;
  for (std::uint32_t& each : next) total += std::exchange(each, total);
  std::vector<std::uint32_t> sorted(order.size());
  for (const std::uint32_t work : order) sorted[next[place(work)]++] = work;
  order = std::move(sorted);
}

}  // namespace

std::string print_sort(const SortKeys& keys) {
  std::string text;
  for (const SortKey& key : keys) {
    if (!text.empty()) text += ',';
    if (key.is_reversed) text += '-';
    text += key.by;
  }
  return text;
}

SortKeys parse_sort(std::string_view text, const std::vector<std::string>& facets,
                    std::vector<std::string>& wrong) {
  SortKeys keys;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (part.empty()) continue;
    const bool is_reversed = part.front() == '-';
    const std::string by(part.substr(is_reversed ? 1 : 0));
    // The best match is an order only by itself, and says nothing turned round.
    const bool is_match = by == "match";
    if (is_match ? is_reversed || !keys.empty() : by != "list" && !is_column(by, facets)) {
      wrong.emplace_back(part);
      continue;
    }
    if (is_match) continue;
    const bool is_there =
        std::any_of(keys.begin(), keys.end(), [&](const SortKey& key) { return key.by == by; });
    if (!is_there && keys.size() < max_sort_keys) keys.push_back({by, is_reversed});
  }
  return keys;
}

std::optional<Sort> native_sort(const SortKeys& keys) {
  if (keys.empty()) return Sort::Match;
  if (keys.size() > 1 || keys.front().is_reversed) return std::nullopt;
  return find_sort(keys.front().by);
}

const SortOrder::Ranks& SortOrder::ranks_of(const Scene& scene, const std::string& by) {
  for (const auto& [known, ranks] : ranks_) {
    if (known == by) return ranks;
  }
  Ranks ranks;
  if (is_number(by)) {
    const auto works = static_cast<std::uint32_t>(scene.catalog().works.size());
    ranks.reserve(works);
    for (std::uint32_t work = 0; work < works; ++work) {
      ranks.push_back(number_rank(scene, by, work));
    }
  } else {
    ranks = text_ranks(scene, by);
  }
  return ranks_.emplace_back(by, std::move(ranks)).second;
}

SortOrder::Order SortOrder::take(const Scene& scene, const SortKeys& keys) {
  if (native_sort(keys)) {
    forget();
    return nullptr;
  }
  if (order_ != nullptr && keys == keys_) return order_;
  std::erase_if(ranks_, [&](const auto& known) {
    return std::none_of(keys.begin(), keys.end(),
                        [&](const SortKey& key) { return key.by == known.first; });
  });
  // From the last key to the first, each pass keeping what the former did; equal works stay in the
  // order of the list.
  std::vector<std::uint32_t> order(scene.catalog().works.size());
  std::iota(order.begin(), order.end(), 0u);
  sort_by_ranks(order, ranks_of(scene, "list"), false);
  for (std::size_t at = keys.size(); at-- > 0;) {
    sort_by_ranks(order, ranks_of(scene, keys[at].by), keys[at].is_reversed);
  }
  std::erase_if(ranks_, [](const auto& known) { return known.first == "list"; });
  keys_ = keys;
  order_ = std::make_shared<const std::vector<std::uint32_t>>(std::move(order));
  return order_;
}

void SortOrder::forget() {
  keys_.clear();
  order_ = nullptr;
  ranks_.clear();
}

}  // namespace lamplight::app
