#include <algorithm>
#include <string>
#include <string_view>

#include "base/string_index.h"
#include "catalog/diff_sections.h"
#include "catalog/names.h"
#include "catalog/near_works.h"

namespace lamplight::catalog {
namespace {

constexpr int root = -1;
constexpr int unknown = -2;
constexpr int max_rounds = 8;           // each may go one level down
constexpr std::size_t max_sharing = 8;  // sections that a work or paragraph can tell alike

// A work or a paragraph below a section.
struct Content {
  std::uint64_t key;
  int section;
  bool operator==(const Content&) const = default;
  bool operator<(const Content& other) const {
    return key != other.key ? key < other.key : section < other.section;
  }
};

struct Side {
  const Catalog& list;
  const std::vector<std::uint32_t>& works;
  std::vector<int>& to_other;
  std::vector<std::uint32_t> titles;  // numbers of the folded titles, the same in both lists
  std::vector<Content> contents;
  std::vector<std::uint32_t> sizes;  // of the contents, by section

  [[nodiscard]] std::size_t size() const { return list.sections.size(); }
  [[nodiscard]] int parent(std::size_t section) const { return list.sections[section].parent; }
};

// Two sections that may be the same, and what they have in common.
struct Candidate {
  int old_section;
  int new_section;
  std::uint32_t shared;
};

class SectionPairer {
 public:
  SectionPairer(const Catalog& old_list, const Catalog& new_list, const SameWorks& works)
      : old_{old_list, works.of_old, pairs_.to_new, {}, {}, {}},
        new_{new_list, works.of_new, pairs_.to_old, {}, {}, {}} {
    StringIndex titles;
    for (Side* side : {&old_, &new_}) {
      side->to_other.assign(side->size(), -1);
      for (const Section& section : side->list.sections) {
        side->titles.push_back(titles.add(title_key(section.title)));
      }
    }
  }

  SectionPairs pair() {
    pair_titles();
    for (int round = 0; round < max_rounds && pair_renamed(); ++round) pair_titles();
    if (pair_moved()) pair_titles();
    return std::move(pairs_);
  }

 private:
  void join(int old_section, int new_section) {
    pairs_.to_new[static_cast<std::size_t>(old_section)] = new_section;
    pairs_.to_old[static_cast<std::size_t>(new_section)] = old_section;
  }

  // The section's parent as the new list numbers it.
  [[nodiscard]] int parent_in_new(const Side& side, std::size_t section) const {
    const int parent = side.parent(section);
    if (parent < 0) return root;
    const int other = side.to_other[static_cast<std::size_t>(parent)];
    if (other < 0) return unknown;
    return &side == &new_ ? parent : other;
  }

  // The same title below the same section, as far down as that goes.
  void pair_titles() {
    struct Entry {
      int parent;
      std::uint32_t title;
      int section;
    };
    const auto gather = [&](const Side& side) {
      std::vector<Entry> entries;
      for (std::size_t i = 0; i < side.size(); ++i) {
        if (side.to_other[i] >= 0) continue;
        const int parent = parent_in_new(side, i);
        if (parent != unknown) entries.push_back({parent, side.titles[i], static_cast<int>(i)});
      }
      std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        if (a.parent != b.parent) return a.parent < b.parent;
        return a.title != b.title ? a.title < b.title : a.section < b.section;
      });
      return entries;
    };
    bool is_found = true;
    while (is_found) {
      is_found = false;
      const std::vector<Entry> olds = gather(old_);
      const std::vector<Entry> news = gather(new_);
      for (std::size_t i = 0, j = 0; i < olds.size() && j < news.size();) {
        const Entry& a = olds[i];
        const Entry& b = news[j];
        if (a.parent == b.parent && a.title == b.title) {
          join(a.section, b.section);
          is_found = true;
          ++i;
          ++j;
        } else if (a.parent != b.parent ? a.parent < b.parent : a.title < b.title) {
          ++i;
        } else {
          ++j;
        }
      }
    }
  }

  // Fills the contents of the sections that are not paired: of those alone whose parent is, with
  // all below them, or of every one.
  void gather_contents(Side& side, bool only_highest) {
    side.contents.clear();
    side.sizes.assign(side.size(), 0);
    const auto add = [&](std::uint64_t key, int section) {
      for (; section >= 0; section = side.parent(static_cast<std::size_t>(section))) {
        const auto at = static_cast<std::size_t>(section);
        if (side.to_other[at] >= 0) break;
        if (only_highest && parent_in_new(side, at) == unknown) continue;
        side.contents.push_back({key, section});
      }
    };
    for (std::size_t i = 0; i < side.list.listings.size(); ++i) {
      const Listing& listing = side.list.listings[i];
      add(side.works[static_cast<std::size_t>(listing.work)], listing.section);
    }
    for (const Prose& prose : side.list.prose) {
      if (prose.kind == ProseKind::Contents || prose.section < 0) continue;
      add(hash_more(hash_start, prose.text) | std::uint64_t{1} << 63, prose.section);
    }
    std::sort(side.contents.begin(), side.contents.end());
    side.contents.erase(std::unique(side.contents.begin(), side.contents.end()),
                        side.contents.end());
    for (const Content& content : side.contents) {
      ++side.sizes[static_cast<std::size_t>(content.section)];
    }
  }

  // Every two sections with contents in common for which may_be(old, new) holds.
  template <typename MayBe>
  std::vector<Candidate> find_candidates(MayBe may_be) {
    std::vector<std::pair<int, int>> shared;
    const std::vector<Content>& olds = old_.contents;
    const std::vector<Content>& news = new_.contents;
    for (std::size_t i = 0, j = 0; i < olds.size() && j < news.size();) {
      if (olds[i].key != news[j].key) {
        ++(olds[i].key < news[j].key ? i : j);
        continue;
      }
      const std::size_t old_begin = i;
      const std::size_t new_begin = j;
      while (i < olds.size() && olds[i].key == olds[old_begin].key) ++i;
      while (j < news.size() && news[j].key == news[new_begin].key) ++j;
      if (i - old_begin > max_sharing || j - new_begin > max_sharing) continue;
      for (std::size_t a = old_begin; a < i; ++a) {
        for (std::size_t b = new_begin; b < j; ++b) {
          if (may_be(olds[a].section, news[b].section)) {
            shared.emplace_back(olds[a].section, news[b].section);
          }
        }
      }
    }
    std::sort(shared.begin(), shared.end());
    std::vector<Candidate> candidates;
    for (const auto& [before, after] : shared) {
      if (candidates.empty() || candidates.back().old_section != before ||
          candidates.back().new_section != after) {
        candidates.push_back({before, after, 0});
      }
      ++candidates.back().shared;
    }
    return candidates;
  }

  // Joins those that have more in common with each other than with any other.
  bool join_best(const std::vector<Candidate>& candidates) {
    const Candidate none{-1, -1, 0};
    std::vector<Candidate> best_old(old_.size(), none);
    std::vector<Candidate> best_new(new_.size(), none);
    for (const Candidate& each : candidates) {
      // Of equals the first, which has the lower numbers on both sides.
      Candidate& of_old = best_old[static_cast<std::size_t>(each.old_section)];
      if (each.shared > of_old.shared) of_old = each;
      Candidate& of_new = best_new[static_cast<std::size_t>(each.new_section)];
      if (each.shared > of_new.shared) of_new = each;
    }
    bool is_found = false;
    for (const Candidate& each : best_old) {
      if (each.old_section < 0) continue;
      if (best_new[static_cast<std::size_t>(each.new_section)].old_section != each.old_section) {
        continue;
      }
      join(each.old_section, each.new_section);
      is_found = true;
    }
    return is_found;
  }

  [[nodiscard]] std::uint32_t size_of(const Side& side, int section) const {
    return side.sizes[static_cast<std::size_t>(section)];
  }

  [[nodiscard]] bool have_word_in_common(int old_section, int new_section) const {
    const std::string before =
        ' ' + short_key(old_.list.sections[static_cast<std::size_t>(old_section)].title) + ' ';
    const std::string after =
        ' ' + short_key(new_.list.sections[static_cast<std::size_t>(new_section)].title) + ' ';
    for (std::size_t begin = 0, end = before.find(' ', 1); end != std::string::npos;
         begin = end, end = before.find(' ', end + 1)) {
      const std::string_view word = std::string_view(before).substr(begin, end - begin + 1);
      if (word.size() > 2 && after.find(word) != std::string::npos) return true;
    }
    return false;
  }

  bool pair_renamed() {
    gather_contents(old_, true);
    gather_contents(new_, true);
    std::vector<Candidate> candidates = find_candidates([&](int before, int after) {
      return parent_in_new(old_, static_cast<std::size_t>(before)) ==
             parent_in_new(new_, static_cast<std::size_t>(after));
    });
    std::erase_if(candidates, [&](const Candidate& each) {
      const auto [least, most] =
          std::minmax({size_of(old_, each.old_section), size_of(new_, each.new_section)});
      if (2 * each.shared >= most) return false;
      return 2 * each.shared < least || !have_word_in_common(each.old_section, each.new_section);
    });
    return join_best(candidates);
  }

  bool pair_moved() {
    gather_contents(old_, false);
    gather_contents(new_, false);
    const auto have_same_title = [&](int before, int after) {
      return old_.titles[static_cast<std::size_t>(before)] ==
             new_.titles[static_cast<std::size_t>(after)];
    };
    std::vector<Candidate> candidates = find_candidates(have_same_title);
    std::erase_if(candidates, [&](const Candidate& each) {
      return 2 * each.shared <
             std::min(size_of(old_, each.old_section), size_of(new_, each.new_section));
    });
    return join_best(candidates) | join_empty();
  }

  // Empty ones with a title that no other of them has.
  bool join_empty() {
    const auto gather = [](const Side& side) {
      std::vector<std::pair<std::uint32_t, int>> found;
      for (std::size_t i = 0; i < side.size(); ++i) {
        if (side.to_other[i] < 0 && side.sizes[i] == 0) {
          found.emplace_back(side.titles[i], static_cast<int>(i));
        }
      }
      std::sort(found.begin(), found.end());
      return found;
    };
    const auto olds = gather(old_);
    const auto news = gather(new_);
    bool is_found = false;
    for (std::size_t i = 0, j = 0; i < olds.size() && j < news.size();) {
      if (olds[i].first != news[j].first) {
        ++(olds[i].first < news[j].first ? i : j);
        continue;
      }
      const std::size_t old_begin = i;
      const std::size_t new_begin = j;
      while (i < olds.size() && olds[i].first == olds[old_begin].first) ++i;
      while (j < news.size() && news[j].first == news[new_begin].first) ++j;
      if (i - old_begin > 1 || j - new_begin > 1) continue;
      join(olds[old_begin].second, news[new_begin].second);
      is_found = true;
    }
    return is_found;
  }

  SectionPairs pairs_;
  Side old_;
  Side new_;
};

}  // namespace

SectionPairs pair_sections(const Catalog& old_list, const Catalog& new_list,
                           const SameWorks& works) {
  return SectionPairer(old_list, new_list, works).pair();
}

}  // namespace lamplight::catalog
