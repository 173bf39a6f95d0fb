#include "search/links.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/sort.h"
#include "base/url.h"

namespace lamplight::search {
namespace {

std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ (hash >> 15);
}

bool is_host_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

// Addresses that are the same have the same hash. Most are plain: nothing is to be changed but what
// stands before and behind, which takes no copy. (Names of repositories are folded further.)
std::uint32_t hash_of_url(std::string_view url) {
  std::string_view rest = url;
  if (rest.substr(0, 4) == "http") rest.remove_prefix(4);
  if (!rest.empty() && rest.front() == 's') rest.remove_prefix(1);
  const bool has_scheme = rest.size() < url.size() && rest.substr(0, 3) == "://";
  if (has_scheme) rest.remove_prefix(3);
  if (rest.substr(0, 4) == "www.") rest.remove_prefix(4);
  while (!rest.empty() && rest.back() == '/') rest.remove_suffix(1);
  const std::size_t slash = rest.find('/');
  const std::string_view host = rest.substr(0, slash);
  const bool is_plain = has_scheme && slash != std::string_view::npos && slash > 4 &&
                        std::all_of(host.begin(), host.end(), is_host_letter) &&
                        rest.find_first_of("?# ") == std::string_view::npos && host != "github.com";
  return is_plain ? hash_of(rest) : hash_of(canonical_url(url));
}

template <typename Visit>
void for_each_url(const Catalog& catalog, std::size_t work, Visit&& visit) {
  for (const int listing : catalog.works[work].listings) {
    for (const Link& link : catalog.listings[static_cast<std::size_t>(listing)].links) {
      if (link.url) visit(std::string_view(*link.url));
    }
  }
}

}  // namespace

void SharedLinksBuilder::read(std::size_t begin, std::size_t end) {
  for (std::size_t work = begin; work < end; ++work) {
    for_each_url(catalog_, work, [&](std::string_view url) {
      const std::uint32_t hash = hash_of_url(url);
      buckets_[hash >> 24].push_back(std::uint64_t{hash} << 32 | work);
    });
  }
}

void SharedLinksBuilder::sort(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    std::vector<Key>& keys = buckets_[i];
    std::sort(keys.begin(), keys.end());
    for (std::size_t first = 0; first < keys.size();) {
      std::size_t last = first;
      while (last < keys.size() && keys[last] >> 32 == keys[first] >> 32) ++last;
      if (keys[last - 1] != keys[first]) {
        links_.links_.insert(links_.links_.end(), keys.begin() + static_cast<std::ptrdiff_t>(first),
                             keys.begin() + static_cast<std::ptrdiff_t>(last));
      }
      first = last;
    }
    keys = {};
  }
}

std::vector<std::vector<std::uint32_t>> SharedLinks::of(const Catalog& catalog,
                                                        std::uint32_t work) const {
  std::vector<std::string> urls;
  for_each_url(catalog, work, [&](std::string_view url) { urls.push_back(canonical_url(url)); });
  sort_distinct(urls);
  std::vector<std::vector<std::uint32_t>> sharers;
  for (const std::string& url : urls) {
    // The hash of the canonical form is that of every other, for a plain one is its own canon.
    const std::uint32_t hash = hash_of(url);
    auto key = std::lower_bound(links_.begin(), links_.end(), std::uint64_t{hash} << 32);
    std::vector<std::uint32_t> works;
    for (; key != links_.end() && *key >> 32 == hash; ++key) {
      const std::uint32_t other_work = static_cast<std::uint32_t>(*key);
      if (!works.empty() && works.back() == other_work) continue;
      bool has_it = false;
      for_each_url(catalog, other_work,
                   [&](std::string_view other) { has_it = has_it || canonical_url(other) == url; });
      if (has_it) works.push_back(other_work);
    }
    if (works.size() > 1) sharers.push_back(std::move(works));
  }
  return sharers;
}

}  // namespace lamplight::search
