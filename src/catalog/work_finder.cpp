#include "lamplight/work_finder.h"

#include <algorithm>

#include "base/assert.h"
#include "base/sort.h"
#include "base/url.h"
#include "catalog/names.h"
#include "catalog/near_works.h"

namespace lamplight {
namespace {

// FNV-1a.
std::uint32_t hash_text(std::string_view text) {
  std::uint32_t hash = 2166136261u;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 16777619u;
  }
  return hash;
}

constexpr std::size_t max_links = 16;  // of a work that are looked at

void add_key(std::vector<std::uint64_t>& keys, std::string_view text, std::uint32_t work) {
  keys.push_back(std::uint64_t{hash_text(text)} << 32 | work);
}

// What of a work's titles tells it from others: a long title itself; of a short one, "Docs", the
// title with each address. Sorted.
struct TitleKeys {
  std::vector<std::string> telling;
  std::vector<std::string> shorts;  // that tell only where no other work has them
};

TitleKeys title_keys(const Work& work, const Catalog& catalog) {
  TitleKeys keys;
  std::size_t links = 0;
  for (const int listing : work.listings) {
    const Listing& place = catalog.listings[static_cast<std::size_t>(listing)];
    std::string key = catalog::full_title_key(place.name, place.title);
    if (key.empty()) {
      // A title without words is compared as it is written.
      keys.telling.push_back("\n" + std::string(place.text));
      continue;
    }
    if (!catalog::is_short_title(key)) {
      keys.telling.push_back(std::move(key));
      continue;
    }
    for (const Link& link : place.links) {
      if (!link.url || ++links > max_links) continue;
      keys.telling.push_back(key + "\n" + canonical_url(*link.url));
    }
    keys.shorts.push_back(std::move(key));
  }
  sort_distinct(keys.telling);
  sort_distinct(keys.shorts);
  return keys;
}

bool holds(const std::vector<std::string>& keys, const std::string& key) {
  return std::binary_search(keys.begin(), keys.end(), key);
}

// Few titles need folding to tell.
bool is_short(const Work& work) {
  constexpr std::size_t max_bytes = 64;
  return work.title.size() <= max_bytes &&
         catalog::is_short_title(catalog::full_title_key(work.name, work.title));
}

std::uint64_t next_serial() {
  static std::uint64_t last = 0;
  return ++last;
}

}  // namespace

struct WorkFinder::Unmatched {
  std::uint64_t other_serial;
  catalog::NearWorks near;
};

WorkFinder::WorkFinder(const Catalog& catalog) : catalog_(catalog), serial_(next_serial()) {}
WorkFinder::~WorkFinder() = default;

void WorkFinder::make_ids() {
  if (has_ids_) return;
  has_ids_ = true;
  ids_.reserve(catalog_.works.size());
  for (std::uint32_t i = 0; i < catalog_.works.size(); ++i) {
    add_key(ids_, catalog_.works[i].id, i);
  }
  std::sort(ids_.begin(), ids_.end());
}

void WorkFinder::make_titles() {
  if (has_titles_) return;
  has_titles_ = true;
  titles_.reserve(catalog_.works.size());
  for (std::uint32_t i = 0; i < catalog_.works.size(); ++i) {
    const TitleKeys keys = title_keys(catalog_.works[i], catalog_);
    for (const std::string& key : keys.telling) add_key(titles_, key, i);
    for (const std::string& key : keys.shorts) add_key(titles_, key, i);
  }
  std::sort(titles_.begin(), titles_.end());
}

template <typename IsIt>
std::optional<std::uint32_t> WorkFinder::find_key(const Keys& keys, std::string_view text,
                                                  IsIt&& is_it) const {
  const std::uint64_t hash = hash_text(text);
  auto key = std::lower_bound(keys.begin(), keys.end(), hash << 32);
  for (; key != keys.end() && *key >> 32 == hash; ++key) {
    const std::uint32_t work = static_cast<std::uint32_t>(*key);
    if (is_it(catalog_.works[work])) return work;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> WorkFinder::find_id(std::string_view id) {
  if (last_id_ && *last_id_ == id) return last_found_;
  last_id_ = id;
  last_found_.reset();
  const auto& works = catalog_.works;
  for (std::uint32_t i = 0; i < works.size(); ++i) {
    if (works[i].id.size() != id.size() || works[i].id != id) continue;
    last_found_ = i;
    break;
  }
  return last_found_;
}

void WorkFinder::remember(std::string_view id, std::uint32_t work) {
  LAMPLIGHT_ASSERT(catalog_.works[work].id == id);
  last_id_ = id;
  last_found_ = work;
}

std::optional<std::uint32_t> WorkFinder::find_telling(const std::vector<std::string>& keys) const {
  for (const std::string& title : keys) {
    const auto found = find_key(titles_, title, [&](const Work& candidate) {
      return holds(title_keys(candidate, catalog_).telling, title);
    });
    if (found) return found;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> WorkFinder::find_short(const std::string& title, std::uint32_t index,
                                                    const WorkFinder& other) const {
  const std::uint64_t hash = hash_text(title);
  const auto range_in = [&](const Keys& keys) {
    return std::equal_range(keys.begin(), keys.end(), hash << 32,
                            [](std::uint64_t a, std::uint64_t b) { return a >> 32 < b >> 32; });
  };
  const auto ours = range_in(titles_);
  const auto theirs = range_in(other.titles_);
  if (ours.second - ours.first != theirs.second - theirs.first) return std::nullopt;
  const auto place = std::lower_bound(theirs.first, theirs.second, hash << 32 | index);
  const auto found = static_cast<std::uint32_t>(ours.first[place - theirs.first]);
  const TitleKeys keys = title_keys(catalog_.works[found], catalog_);
  // What an address finds is that, and nothing else.
  if (!holds(keys.shorts, title) || other.find_telling(keys.telling)) return std::nullopt;
  return found;
}

std::optional<std::uint32_t> WorkFinder::find_title(std::uint32_t index, WorkFinder& other) {
  const Work& work = other.catalog_.works[index];
  make_ids();
  // Most works stay as they are, and need no folding: one title has one id.
  const auto same_id =
      find_key(ids_, work.id, [&](const Work& candidate) { return candidate.id == work.id; });
  if (same_id) {
    const Work& candidate = catalog_.works[*same_id];
    if (candidate.title == work.title && candidate.name == work.name && !is_short(work)) {
      return same_id;
    }
  }
  make_titles();
  const TitleKeys keys = title_keys(work, other.catalog_);
  if (const auto found = find_telling(keys.telling)) return found;
  if (!keys.shorts.empty()) other.make_titles();
  for (const std::string& title : keys.shorts) {
    if (const auto found = find_short(title, index, other)) return found;
  }
  return std::nullopt;
}

const WorkFinder::Unmatched& WorkFinder::unmatched_in(WorkFinder& other) {
  for (const std::unique_ptr<Unmatched>& each : unmatched_) {
    if (each->other_serial == other.serial_) return *each;
  }
  std::vector<std::uint32_t> works;
  for (std::uint32_t i = 0; i < catalog_.works.size(); ++i) {
    if (!other.find_title(i, *this)) works.push_back(i);
  }
  unmatched_.push_back(std::unique_ptr<Unmatched>(
      new Unmatched{other.serial_, catalog::NearWorks(catalog_, works)}));
  return *unmatched_.back();
}

std::optional<std::uint32_t> WorkFinder::find(std::uint32_t work, WorkFinder& other) {
  if (const auto same_title = find_title(work, other)) return same_title;
  const auto best = unmatched_in(other).near.find_best(other.catalog_, work);
  if (!best) return std::nullopt;
  const auto back = other.unmatched_in(*this).near.find_best(catalog_, *best);
  return back == work ? best : std::nullopt;
}

}  // namespace lamplight
