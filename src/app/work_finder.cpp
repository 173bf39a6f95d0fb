#include "app/work_finder.h"

#include <algorithm>

#include "base/assert.h"
#include "base/sort.h"
#include "base/text.h"

namespace lamplight::app {
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

// Letters and digits only, folded: "ChatCAD: An A-Z" and "ChatCAD — an A Z" agree.
std::string title_key(std::string_view text) {
  const std::string folded = fold(text);
  std::string key;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = decode_utf8(folded, at);
    if (is_word_character(point.value)) {
      key.append(folded, at, point.size);
    }
    at += point.size;
  }
  return key;
}

std::vector<std::string> title_keys(const Work& work, const Catalog& catalog) {
  std::vector<std::string> keys;
  for (const int listing : work.listings) {
    keys.push_back(title_key(catalog.listings[static_cast<std::size_t>(listing)].text));
  }
  sort_distinct(keys);
  std::erase(keys, std::string());
  return keys;
}

bool begins(std::string_view part, std::string_view text) {
  return !part.empty() && text.substr(0, part.size()) == part;
}

bool titles_agree(const Work& a, const Work& b) {
  if (a.name && b.name && fold(*a.name) == fold(*b.name)) return true;
  const std::string key_a = title_key(a.title);
  const std::string key_b = title_key(b.title);
  return begins(key_a, key_b) || begins(key_b, key_a);
}

}  // namespace

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
    const Work& work = catalog_.works[i];
    if (work.arxiv) add_key(identifiers_, *work.arxiv, i);
    if (work.doi) add_key(identifiers_, *work.doi, i);
    for (const std::string& key : title_keys(work, catalog_)) add_key(titles_, key, i);
  }
  std::sort(identifiers_.begin(), identifiers_.end());
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
  const std::vector<Work>& works = catalog_.works;
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

std::optional<std::uint32_t> WorkFinder::find(const Work& work, const Catalog& other) {
  make_ids();
  // Most works stay as they are, and need no folding: one title has one id.
  const auto same_id =
      find_key(ids_, work.id, [&](const Work& candidate) { return candidate.id == work.id; });
  if (same_id) {
    const Work& candidate = catalog_.works[*same_id];
    if (candidate.title == work.title && candidate.name == work.name) return same_id;
  }
  make_titles();
  for (const std::string& title : title_keys(work, other)) {
    const auto found = find_key(titles_, title, [&](const Work& candidate) {
      const std::vector<std::string> titles = title_keys(candidate, catalog_);
      return std::binary_search(titles.begin(), titles.end(), title);
    });
    if (found) return found;
  }
  for (const std::optional<std::string>* identifier : {&work.arxiv, &work.doi}) {
    if (!*identifier) continue;
    const auto found = find_key(identifiers_, **identifier, [&](const Work& candidate) {
      const bool is_shared = candidate.arxiv == *identifier || candidate.doi == *identifier;
      return is_shared && titles_agree(work, candidate);
    });
    if (found) return found;
  }
  return same_id;
}

}  // namespace lamplight::app
