#include "search/links.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/sort.h"
#include "base/text.h"
#include "base/url.h"

namespace lamplight::search {
namespace {

// A hash of what canonical_url writes, without regard to case and to ".git" behind a part of the
// path. Different addresses may have one hash, so that they are compared in full afterwards.
class AddressHash {
 public:
  void add(char c) {
    const unsigned char folded = static_cast<unsigned char>(is_ascii_upper(c) ? c + 32 : c);
    hash_ = (hash_ ^ folded) * 16777619u;
  }
  void add_all(std::string_view address) {
    while (!address.empty() && address.back() == '/') address.remove_suffix(1);
    for (std::size_t i = 0; i < address.size(); ++i) {
      if (address[i] == '.' && is_git_ending(address, i)) {
        i += 3;
      } else {
        add(address[i]);
      }
    }
  }
  [[nodiscard]] std::uint32_t value() const { return hash_ ^ (hash_ >> 15); }

 private:
  static bool is_git_ending(std::string_view address, std::size_t at) {
    return address.substr(at, 4) == ".git" && (at + 4 == address.size() || address[at + 4] == '/');
  }
  std::uint32_t hash_ = 2166136261u;
};

std::uint32_t hash_of(std::string_view address) {
  AddressHash hash;
  hash.add_all(address);
  return hash.value();
}

// Whether canonical_url takes more than the ends off.
bool is_plain(std::string_view rest) {
  for (const char c : rest) {
    if (c == '?' || c == '#' || c == '@' || c == ':' || c <= ' ') return false;
  }
  return rest.size() > 8;
}

// The hash of canonical_url(url). Most addresses are plain: canonical_url would only cut something
// off their ends, so that the hash is taken of the middle and no copy is made.
std::uint32_t hash_of_url(std::string_view url) {
  const std::size_t scheme = url.substr(0, 8) == "https://"  ? 8
                             : url.substr(0, 7) == "http://" ? 7
                                                             : 0;
  std::string_view rest = url.substr(scheme);
  if (scheme == 0 || !is_plain(rest)) return hash_of(canonical_url(url));
  if (rest.substr(0, 4) == "www.") rest.remove_prefix(4);
  return hash_of(rest);
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
