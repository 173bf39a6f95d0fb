#include "lamplight/work_finder.h"

#include <algorithm>

#include "base/assert.h"
#include "base/sort.h"
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

void add_key(std::vector<std::uint64_t>& keys, std::string_view text, std::uint32_t work) {
  keys.push_back(std::uint64_t{hash_text(text)} << 32 | work);
}

std::vector<std::string> title_keys(const Work& work, const Catalog& catalog) {
  std::vector<std::string> keys;
  for (const int listing : work.listings) {
    const Listing& place = catalog.listings[static_cast<std::size_t>(listing)];
    keys.push_back(catalog::full_title_key(place.name, place.title));
    // A title without words is compared as it is written.
    if (keys.back().empty()) keys.back() = "\n" + std::string(place.text);
  }
  sort_distinct(keys);
  return keys;
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
    for (const std::string& key : title_keys(catalog_.works[i], catalog_)) {
      add_key(titles_, key, i);
    }
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

std::optional<std::uint32_t> WorkFinder::find_title(std::uint32_t index, const WorkFinder& other) {
  const Work& work = other.catalog_.works[index];
  make_ids();
  // Most works stay as they are, and need no folding: one title has one id.
  const auto same_id =
      find_key(ids_, work.id, [&](const Work& candidate) { return candidate.id == work.id; });
  if (same_id) {
    const Work& candidate = catalog_.works[*same_id];
    if (candidate.title == work.title && candidate.name == work.name) return same_id;
  }
  make_titles();
  for (const std::string& title : title_keys(work, other.catalog_)) {
    const auto found = find_key(titles_, title, [&](const Work& candidate) {
      const std::vector<std::string> titles = title_keys(candidate, catalog_);
      return std::binary_search(titles.begin(), titles.end(), title);
    });
    if (found) return found;
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
