#include "catalog/diff_pairs.h"

#include "lamplight/work_finder.h"

namespace lamplight::catalog {
namespace {

std::uint32_t find_root(std::vector<std::uint32_t>& roots, std::uint32_t item) {
  while (roots[item] != item) {
    roots[item] = roots[roots[item]];
    item = roots[item];
  }
  return item;
}

void join(std::vector<std::uint32_t>& roots, std::uint32_t a, std::uint32_t b) {
  a = find_root(roots, a);
  b = find_root(roots, b);
  // The lower one, so that a number does not depend on the order of joining.
  roots[std::max(a, b)] = std::min(a, b);
}

void pair_by(std::uint64_t PairItem::*key, std::vector<PairItem>& olds, std::vector<PairItem>& news,
             Pairs& pairs) {
  const auto by_key = [&](const PairItem& a, const PairItem& b) {
    return a.*key != b.*key ? a.*key < b.*key : a.index < b.index;
  };
  std::sort(olds.begin(), olds.end(), by_key);
  std::sort(news.begin(), news.end(), by_key);
  std::vector<PairItem> left_old;
  std::vector<PairItem> left_new;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < olds.size() || j < news.size()) {
    if (j == news.size() || (i < olds.size() && olds[i].*key < news[j].*key)) {
      left_old.push_back(olds[i++]);
    } else if (i == olds.size() || news[j].*key < olds[i].*key) {
      left_new.push_back(news[j++]);
    } else {
      pairs.emplace_back(olds[i++].index, news[j++].index);
    }
  }
  const auto by_index = [](const PairItem& a, const PairItem& b) { return a.index < b.index; };
  std::sort(left_old.begin(), left_old.end(), by_index);
  std::sort(left_new.begin(), left_new.end(), by_index);
  olds = std::move(left_old);
  news = std::move(left_new);
}

std::uint64_t hash_link(std::uint64_t hash, const Link& link) {
  hash = hash_more(hash, link.label);
  return link.url ? hash_more(hash_more(hash, "u"), *link.url) : hash_more(hash, "-");
}

bool is_same_link(const Link& a, const Link& b) { return a.label == b.label && a.url == b.url; }

template <typename Links>
std::uint64_t hash_all(std::uint64_t hash, const Links& links) {
  for (const Link& link : links) hash = hash_link(hash, link);
  return hash;
}

template <typename Links>
LinkDifference compare_all(const Links& before, const Links& after) {
  bool is_same = before.size() == after.size();
  for (std::size_t i = 0; is_same && i < before.size(); ++i) {
    is_same = is_same_link(before[i], after[i]);
  }
  if (is_same) return {};
  std::vector<PairItem> olds;
  std::vector<PairItem> news;
  const auto add = [](std::vector<PairItem>& items, const Link& link) {
    const std::uint64_t hash = hash_link(hash_start, link);
    items.push_back({static_cast<std::uint32_t>(items.size()), hash, hash});
  };
  for (const Link& link : before) add(olds, link);
  for (const Link& link : after) add(news, link);
  Pairs pairs;
  pair_by(&PairItem::whole, olds, news, pairs);
  LinkDifference difference;
  for (const PairItem& item : news) difference.added.push_back(static_cast<int>(item.index));
  for (const PairItem& item : olds) difference.removed.push_back(static_cast<int>(item.index));
  return difference;
}

}  // namespace

SameWorks find_same_works(const Catalog& old_list, const Catalog& new_list) {
  const auto old_count = static_cast<std::uint32_t>(old_list.works.size());
  const auto new_count = static_cast<std::uint32_t>(new_list.works.size());
  std::vector<std::uint32_t> roots(old_count + new_count);
  for (std::uint32_t i = 0; i < roots.size(); ++i) roots[i] = i;
  WorkFinder older(old_list);
  WorkFinder newer(new_list);
  SameWorks same;
  for (std::uint32_t i = 0; i < new_count; ++i) {
    if (const auto before = older.find(i, newer)) {
      join(roots, *before, old_count + i);
    } else {
      ++same.new_works;
    }
  }
  // What several old works have become is found from their side.
  for (std::uint32_t i = 0; i < old_count; ++i) {
    if (const auto after = newer.find_title(i, older)) join(roots, i, old_count + *after);
  }
  same.is_in_old.resize(roots.size());
  for (std::uint32_t i = 0; i < roots.size(); ++i) {
    const std::uint32_t number = find_root(roots, i);
    (i < old_count ? same.of_old : same.of_new).push_back(number);
    if (i < old_count) same.is_in_old[number] = 1;
  }
  return same;
}

void pair_same(std::vector<PairItem>& olds, std::vector<PairItem>& news, Pairs& pairs) {
  pair_by(&PairItem::whole, olds, news, pairs);
  pair_by(&PairItem::text, olds, news, pairs);
}

std::uint64_t hash_links(std::uint64_t hash, const Listing& listing) {
  return hash_all(hash, listing.links);
}
std::uint64_t hash_links(std::uint64_t hash, const Prose& prose) {
  return hash_all(hash, prose.links);
}

LinkDifference compare_links(const Listing& before, const Listing& after) {
  return compare_all(before.links, after.links);
}
LinkDifference compare_links(const Prose& before, const Prose& after) {
  return compare_all(before.links, after.links);
}

}  // namespace lamplight::catalog
