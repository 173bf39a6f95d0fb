#include <algorithm>
#include <string>
#include <string_view>

#include "catalog/diff_parts.h"
#include "catalog/diff_words.h"
#include "catalog/names.h"
#include "catalog/near_works.h"

namespace lamplight::catalog {
namespace {

constexpr std::size_t max_compared = 1024;  // pairs of texts in one section

// Prose of one section and kind.
struct Place {
  std::uint32_t section;  // 0 for none, else the new one's number + 1
  ProseKind kind;
  std::uint32_t index;
};

bool is_before(const Place& a, const Place& b) {
  if (a.section != b.section) return a.section < b.section;
  return a.kind != b.kind ? a.kind < b.kind : a.index < b.index;
}

bool is_same(const Place& a, const Place& b) { return a.section == b.section && a.kind == b.kind; }

class ProsePairer {
 public:
  ProsePairer(const Diff& diff, const SectionPairs& sections)
      : old_list_(*diff.old_list), new_list_(*diff.new_list), sections_(sections) {
    to_new.assign(old_list_.prose.size(), -1);
    to_old.assign(new_list_.prose.size(), -1);
  }

  void pair() {
    std::vector<Place> olds;
    std::vector<Place> news;
    for (std::uint32_t i = 0; i < old_list_.prose.size(); ++i) {
      const Prose& prose = old_list_.prose[i];
      const int after =
          prose.section < 0 ? -1 : sections_.to_new[static_cast<std::size_t>(prose.section)];
      if (prose.section >= 0 && after < 0) continue;
      olds.push_back({static_cast<std::uint32_t>(after + 1), prose.kind, i});
    }
    for (std::uint32_t i = 0; i < new_list_.prose.size(); ++i) {
      const Prose& prose = new_list_.prose[i];
      news.push_back({static_cast<std::uint32_t>(prose.section + 1), prose.kind, i});
    }
    std::sort(olds.begin(), olds.end(), is_before);
    std::sort(news.begin(), news.end(), is_before);
    for (std::size_t i = 0, j = 0; i < olds.size() && j < news.size();) {
      if (!is_same(olds[i], news[j])) {
        ++(is_before(olds[i], {news[j].section, news[j].kind, 0}) ? i : j);
        continue;
      }
      std::vector<PairItem> some_old;
      std::vector<PairItem> some_new;
      const Place place = olds[i];
      for (; i < olds.size() && is_same(olds[i], place); ++i) {
        some_old.push_back(item_of(old_list_, olds[i].index));
      }
      for (; j < news.size() && is_same(news[j], place); ++j) {
        some_new.push_back(item_of(new_list_, news[j].index));
      }
      pair_some(some_old, some_new);
    }
  }

  std::vector<int> to_new;
  std::vector<int> to_old;

 private:
  void pair_some(std::vector<PairItem>& olds, std::vector<PairItem>& news) {
    Pairs pairs;
    pair_same(olds, news, pairs);
    if (!olds.empty() && !news.empty()) pair_near(olds, news, pairs);
    for (const auto& [before, after] : pairs) {
      to_new[before] = static_cast<int>(after);
      to_old[after] = static_cast<int>(before);
    }
  }

  // Those that have most words in common, of each other's, and at least half.
  void pair_near(const std::vector<PairItem>& olds, const std::vector<PairItem>& news,
                 Pairs& pairs) {
    const auto keys_of = [](const Catalog& list, const std::vector<PairItem>& items) {
      std::vector<std::string> keys;
      for (const PairItem& item : items) {
        const std::string_view text = list.prose[item.index].text;
        keys.push_back(short_key(text));
      }
      return keys;
    };
    const std::vector<std::string> old_keys = keys_of(old_list_, olds);
    const std::vector<std::string> new_keys = keys_of(new_list_, news);
    struct Best {
      std::size_t other = 0;
      std::uint32_t shared = 0;
    };
    std::vector<Best> best_old(olds.size());
    std::vector<Best> best_new(news.size());
    const auto look_at = [&](std::size_t i, std::size_t j) {
      const std::uint32_t shared = shared_words(old_keys[i], new_keys[j]);
      if (shared < 500) return;
      if (shared > best_old[i].shared) best_old[i] = {j, shared};
      if (shared > best_new[j].shared) best_new[j] = {i, shared};
    };
    if (news.size() <= max_compared / olds.size()) {
      for (std::size_t i = 0; i < olds.size(); ++i) {
        for (std::size_t j = 0; j < news.size(); ++j) look_at(i, j);
      }
    } else {
      for (std::size_t i = 0; i < olds.size() && i < news.size(); ++i) look_at(i, i);
    }
    for (std::size_t i = 0; i < olds.size(); ++i) {
      const Best& best = best_old[i];
      if (best.shared == 0 || best_new[best.other].other != i) continue;
      pairs.emplace_back(olds[i].index, news[best.other].index);
    }
  }

  static PairItem item_of(const Catalog& list, std::uint32_t index) {
    const Prose& prose = list.prose[index];
    const std::uint64_t text = hash_more(hash_start, prose.text);
    return {index, hash_links(text, prose), text};
  }

  const Catalog& old_list_;
  const Catalog& new_list_;
  const SectionPairs& sections_;
};

}  // namespace

void compare_prose(Diff& diff, const SectionPairs& sections) {
  ProsePairer pairer(diff, sections);
  pairer.pair();
  const Catalog& old_list = *diff.old_list;
  const Catalog& new_list = *diff.new_list;
  const auto on_new = [&](std::uint32_t index) {
    const Prose& prose = new_list.prose[index];
    if (prose.kind == ProseKind::Contents) return;
    ProseChange change;
    change.new_prose = static_cast<int>(index);
    change.old_prose = pairer.to_old[index];
    if (change.old_prose >= 0) {
      const Prose& before = old_list.prose[static_cast<std::size_t>(change.old_prose)];
      LinkDifference links = compare_links(before, prose);
      change.links_added = std::move(links.added);
      change.links_removed = std::move(links.removed);
      change.text = compare_texts(before.text, prose.text);
      change.change = Change::Edited;
      if (!change.text && change.links_added.empty() && change.links_removed.empty()) return;
    }
    diff.prose.push_back(std::move(change));
  };
  for_each_in_order(
      pairer.to_new, new_list.prose.size(), [](std::uint32_t) { return false; }, on_new,
      [&](std::uint32_t before) {
        if (old_list.prose[before].kind == ProseKind::Contents) return;
        ProseChange change;
        change.change = Change::Removed;
        change.old_prose = static_cast<int>(before);
        diff.prose.push_back(std::move(change));
      });
}

}  // namespace lamplight::catalog
