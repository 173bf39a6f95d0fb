#include "catalog/diff_sections.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace lamplight::catalog {
namespace {

// A section that stayed below its parent.
struct Sibling {
  int parent;  // in the new list
  int new_section;
  int old_section;
  std::uint64_t weight;
};

// What is in each section and below, for deciding which of two stayed: many listings rather than
// few. Contents count for nothing, so that a table of contents is what moved.
std::vector<std::uint64_t> weigh(const Catalog& list) {
  std::vector<std::uint64_t> weights(list.sections.size(), 1);
  for (const Listing& listing : list.listings) {
    if (listing.section >= 0) weights[static_cast<std::size_t>(listing.section)] += 16;
  }
  for (const Prose& prose : list.prose) {
    if (prose.section < 0 || prose.kind == ProseKind::Contents) continue;
    weights[static_cast<std::size_t>(prose.section)] += 1;
  }
  for (std::size_t i = list.sections.size(); i-- > 0;) {
    const int parent = list.sections[i].parent;
    if (parent >= 0) weights[static_cast<std::size_t>(parent)] += weights[i];
  }
  return weights;
}

// The heaviest of those siblings that stand in the same order in both lists stay: marks the others.
// A Fenwick tree holds the heaviest row that ends at or before each place of the old order.
void mark_moved(const Sibling* begin, const Sibling* end, std::vector<char>& is_moved) {
  if (std::is_sorted(begin, end, [](const Sibling& a, const Sibling& b) {
        return a.old_section < b.old_section;
      })) {
    return;
  }
  const auto count = static_cast<std::size_t>(end - begin);
  std::vector<int> old_order;
  for (const Sibling* each = begin; each != end; ++each) old_order.push_back(each->old_section);
  std::sort(old_order.begin(), old_order.end());
  constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Row {
    std::uint64_t weight = 0;
    std::uint32_t last = none;
  };
  std::vector<Row> tree(count + 1);
  std::vector<std::uint32_t> before(count, none);
  Row heaviest;
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto rank = static_cast<std::size_t>(
        std::lower_bound(old_order.begin(), old_order.end(), begin[i].old_section) -
        old_order.begin());
    Row row;
    for (std::size_t at = rank; at > 0; at -= at & (~at + 1)) {
      if (tree[at].weight > row.weight) row = tree[at];
    }
    before[i] = row.last;
    row = {row.weight + begin[i].weight, i};
    for (std::size_t at = rank + 1; at <= count; at += at & (~at + 1)) {
      if (row.weight > tree[at].weight) tree[at] = row;
    }
    if (row.weight > heaviest.weight) heaviest = row;
  }
  for (std::size_t i = 0; i < count; ++i) {
    is_moved[static_cast<std::size_t>(begin[i].new_section)] = 1;
  }
  for (std::uint32_t i = heaviest.last; i != none; i = before[i]) {
    is_moved[static_cast<std::size_t>(begin[i].new_section)] = 0;
  }
}

// By new section.
std::vector<char> find_moved(const Catalog& old_list, const Catalog& new_list,
                             const SectionPairs& pairs) {
  std::vector<char> is_moved(new_list.sections.size());
  const std::vector<std::uint64_t> old_weights = weigh(old_list);
  const std::vector<std::uint64_t> new_weights = weigh(new_list);
  std::vector<Sibling> siblings;
  for (std::size_t i = 0; i < new_list.sections.size(); ++i) {
    const int before = pairs.to_old[i];
    if (before < 0) continue;
    const Section& old_section = old_list.sections[static_cast<std::size_t>(before)];
    const Section& new_section = new_list.sections[i];
    const int parent =
        old_section.parent < 0 ? -1 : pairs.to_new[static_cast<std::size_t>(old_section.parent)];
    if (parent != new_section.parent || (parent < 0 && old_section.parent >= 0)) {
      is_moved[i] = 1;
      continue;
    }
    // Equal weights are told apart, so that both directions find the same ones moved.
    const std::uint64_t hash =
        hash_more(hash_start, old_section.title) + hash_more(hash_start, new_section.title);
    const std::uint64_t weight = old_weights[static_cast<std::size_t>(before)] + new_weights[i];
    siblings.push_back({parent, static_cast<int>(i), before, weight << 20 | (hash & 0xFFFF)});
  }
  std::sort(siblings.begin(), siblings.end(), [](const Sibling& a, const Sibling& b) {
    return a.parent != b.parent ? a.parent < b.parent : a.new_section < b.new_section;
  });
  for (std::size_t i = 0, begin = 0; i <= siblings.size(); ++i) {
    if (i < siblings.size() && siblings[i].parent == siblings[begin].parent) continue;
    mark_moved(siblings.data() + begin, siblings.data() + i, is_moved);
    begin = i;
  }
  return is_moved;
}

}  // namespace

std::vector<SectionChange> compare_sections(const Catalog& old_list, const Catalog& new_list,
                                            const SectionPairs& pairs) {
  const std::vector<char> is_moved = find_moved(old_list, new_list, pairs);
  std::vector<SectionChange> changes;
  for_each_in_order(
      pairs.to_new, new_list.sections.size(),
      [&](std::uint32_t before) {
        return is_moved[static_cast<std::size_t>(pairs.to_new[before])] != 0;
      },
      [&](std::uint32_t after) {
        const int before = pairs.to_old[after];
        const int at = static_cast<int>(after);
        if (before < 0) {
          changes.push_back({Change::Added, -1, at});
          return;
        }
        const std::string_view old_title =
            old_list.sections[static_cast<std::size_t>(before)].title;
        const std::string_view new_title = new_list.sections[after].title;
        if (old_title != new_title) changes.push_back({Change::Renamed, before, at});
        if (is_moved[after] != 0) changes.push_back({Change::Moved, before, at});
      },
      [&](std::uint32_t before) {
        changes.push_back({Change::Removed, static_cast<int>(before), -1});
      });
  return changes;
}

}  // namespace lamplight::catalog
