#include <algorithm>
#include <string>
#include <string_view>

#include "base/string_index.h"
#include "catalog/diff_parts.h"
#include "catalog/diff_words.h"
#include "catalog/names.h"

namespace lamplight::catalog {
namespace {

constexpr std::uint32_t nowhere = 0xFFFFFFFF;  // a section that the other list does not have

// Where a listing stands, in terms that are the same for both lists.
struct Place {
  std::uint32_t section;  // 0 for none, else the new one's number + 1
  std::uint32_t group;
  std::uint32_t work;
  std::uint32_t index;
};

bool is_before(const Place& a, const Place& b) {
  if (a.section != b.section) return a.section < b.section;
  if (a.group != b.group) return a.group < b.group;
  return a.work != b.work ? a.work < b.work : a.index < b.index;
}

bool is_same(const Place& a, const Place& b) {
  return a.section == b.section && a.group == b.group && a.work == b.work;
}

// Numbers the groups of both lists, folded.
class Groups {
 public:
  std::uint32_t number(const Listing& listing) {
    if (!listing.group) return 0;
    const std::string_view group = *listing.group;
    if (last_number_ == 0 || group != last_) {
      last_ = group;
      last_number_ = numbers_.add(title_key(group)) + 1;
    }
    return last_number_;
  }

 private:
  StringIndex numbers_;
  std::string last_;
  std::uint32_t last_number_ = 0;
};

// A row is all its cells: its text is that of one.
std::string text_of(const Listing& listing) {
  if (listing.cells.empty()) return std::string(listing.text);
  std::string text;
  for (const Cell& cell : listing.cells) {
    if (&cell != &*listing.cells.begin()) text += " | ";
    text += cell.text;
  }
  return text;
}

class ListingPairer {
 public:
  ListingPairer(const Diff& diff, const SameWorks& works, const SectionPairs& sections)
      : old_list_(*diff.old_list), new_list_(*diff.new_list), works_(works), sections_(sections) {
    to_new_.assign(old_list_.listings.size(), -1);
    to_old_.assign(new_list_.listings.size(), -1);
    is_moved_.assign(old_list_.listings.size(), 0);
  }

  void pair() {
    Groups groups;
    std::vector<Place> olds;
    std::vector<Place> news;
    for (std::uint32_t i = 0; i < old_list_.listings.size(); ++i) {
      const Listing& listing = old_list_.listings[i];
      const int after =
          listing.section < 0 ? -1 : sections_.to_new[static_cast<std::size_t>(listing.section)];
      const bool is_gone = listing.section >= 0 && after < 0;
      olds.push_back({is_gone ? nowhere : static_cast<std::uint32_t>(after + 1),
                      groups.number(listing), works_.of_old[static_cast<std::size_t>(listing.work)],
                      i});
    }
    for (std::uint32_t i = 0; i < new_list_.listings.size(); ++i) {
      const Listing& listing = new_list_.listings[i];
      news.push_back({static_cast<std::uint32_t>(listing.section + 1), groups.number(listing),
                      works_.of_new[static_cast<std::size_t>(listing.work)], i});
    }
    pair_places(olds, news, false);
    // What is left of a work in both lists left one place and came in another.
    const auto keep_left = [](std::vector<Place>& places, const std::vector<int>& to_other) {
      std::erase_if(places, [&](const Place& place) { return to_other[place.index] >= 0; });
      for (Place& place : places) place.section = place.group = 0;
    };
    keep_left(olds, to_new_);
    keep_left(news, to_old_);
    pair_places(olds, news, true);
  }

  [[nodiscard]] const std::vector<int>& to_new() const { return to_new_; }
  [[nodiscard]] int to_old(std::size_t listing) const { return to_old_[listing]; }
  [[nodiscard]] bool is_moved(std::size_t old_listing) const { return is_moved_[old_listing] != 0; }

 private:
  // Of several listings of a work in one place those are paired first that did not change.
  void pair_places(std::vector<Place>& olds, std::vector<Place>& news, bool is_move) {
    std::sort(olds.begin(), olds.end(), is_before);
    std::sort(news.begin(), news.end(), is_before);
    std::vector<PairItem> some_old;
    std::vector<PairItem> some_new;
    Pairs pairs;
    for (std::size_t i = 0, j = 0; i < olds.size() && j < news.size();) {
      if (!is_same(olds[i], news[j])) {
        ++(is_before(olds[i], {news[j].section, news[j].group, news[j].work, 0}) ? i : j);
        continue;
      }
      const std::size_t old_begin = i;
      const std::size_t new_begin = j;
      while (i < olds.size() && is_same(olds[i], olds[old_begin])) ++i;
      while (j < news.size() && is_same(news[j], news[new_begin])) ++j;
      if (i - old_begin == 1 && j - new_begin == 1) {
        pairs.emplace_back(olds[old_begin].index, news[new_begin].index);
        continue;
      }
      some_old.clear();
      some_new.clear();
      for (std::size_t at = old_begin; at < i; ++at) {
        some_old.push_back(item_of(old_list_, olds[at].index));
      }
      for (std::size_t at = new_begin; at < j; ++at) {
        some_new.push_back(item_of(new_list_, news[at].index));
      }
      pair_same(some_old, some_new, pairs);
      for (std::size_t at = 0; at < some_old.size() && at < some_new.size(); ++at) {
        pairs.emplace_back(some_old[at].index, some_new[at].index);
      }
    }
    for (const auto& [before, after] : pairs) {
      to_new_[before] = static_cast<int>(after);
      to_old_[after] = static_cast<int>(before);
      is_moved_[before] = is_move ? 1 : 0;
    }
  }

  static PairItem item_of(const Catalog& list, std::uint32_t index) {
    const Listing& listing = list.listings[index];
    const std::uint64_t text = hash_more(hash_start, text_of(listing));
    return {index, hash_links(text, listing), text};
  }

  const Catalog& old_list_;
  const Catalog& new_list_;
  const SameWorks& works_;
  const SectionPairs& sections_;
  std::vector<int> to_new_;
  std::vector<int> to_old_;
  std::vector<char> is_moved_;  // by old listing
};

std::optional<TextChange> compare_listing_texts(const Listing& before, const Listing& after) {
  if (before.cells.empty() && after.cells.empty()) return compare_texts(before.text, after.text);
  return compare_texts(text_of(before), text_of(after));
}

}  // namespace

void compare_listings(Diff& diff, const SameWorks& works, const SectionPairs& sections) {
  ListingPairer pairer(diff, works, sections);
  pairer.pair();
  const Catalog& old_list = *diff.old_list;
  const Catalog& new_list = *diff.new_list;
  DiffCounts& counts = diff.counts;
  counts.new_works = static_cast<int>(works.new_works);
  const auto on_new = [&](std::uint32_t index) {
    const Listing& listing = new_list.listings[index];
    ListingChange change;
    change.new_listing = static_cast<int>(index);
    change.old_listing = pairer.to_old(index);
    if (change.old_listing < 0) {
      const std::uint32_t work = works.of_new[static_cast<std::size_t>(listing.work)];
      const bool is_known = works.is_in_old[work] != 0;
      change.change = is_known ? Change::AlsoListed : Change::Added;
      ++counts.added;
      counts.also_listed += is_known ? 1 : 0;
    } else {
      const auto at = static_cast<std::size_t>(change.old_listing);
      const Listing& before = old_list.listings[at];
      LinkDifference links = compare_links(before, listing);
      change.links_added = std::move(links.added);
      change.links_removed = std::move(links.removed);
      change.text = compare_listing_texts(before, listing);
      if (pairer.is_moved(at)) {
        change.change = Change::Moved;
        ++counts.moved;
      } else if (change.text || !change.links_added.empty() || !change.links_removed.empty()) {
        change.change = Change::Edited;
        ++counts.edited;
      } else {
        ++counts.unchanged;
        return;
      }
    }
    diff.listings.push_back(std::move(change));
  };
  for_each_in_order(
      pairer.to_new(), new_list.listings.size(),
      [&](std::uint32_t before) { return pairer.is_moved(before); }, on_new,
      [&](std::uint32_t before) {
        ListingChange change;
        change.change = Change::Removed;
        change.old_listing = static_cast<int>(before);
        ++counts.removed;
        diff.listings.push_back(std::move(change));
      });
}

}  // namespace lamplight::catalog
