#include "app/work_finder.h"

#include <algorithm>

#include "base/text.h"

namespace lamplight::app {
namespace {

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
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
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

WorkFinder::WorkFinder(const Catalog& catalog) : catalog_(catalog) {
  for (std::uint32_t i = 0; i < catalog.works.size(); ++i) {
    const Work& work = catalog.works[i];
    ids_.push_back({work.id, i});
    if (work.arxiv) identifiers_.push_back({*work.arxiv, i});
    if (work.doi) identifiers_.push_back({*work.doi, i});
    for (std::string& key : title_keys(work, catalog)) titles_.push_back({std::move(key), i});
  }
  std::sort(ids_.begin(), ids_.end());
  std::sort(identifiers_.begin(), identifiers_.end());
  std::sort(titles_.begin(), titles_.end());
}

std::optional<std::uint32_t> WorkFinder::find_key(const std::vector<Key>& keys,
                                                  std::string_view text) {
  const auto found =
      std::lower_bound(keys.begin(), keys.end(), text,
                       [](const Key& key, std::string_view wanted) { return key.text < wanted; });
  if (found == keys.end() || found->text != text) return std::nullopt;
  return found->work;
}

std::optional<std::uint32_t> WorkFinder::find_id(std::string_view id) const {
  return find_key(ids_, id);
}

std::optional<std::uint32_t> WorkFinder::find(const Work& work, const Catalog& other) const {
  for (const std::string& key : title_keys(work, other)) {
    if (const std::optional<std::uint32_t> found = find_key(titles_, key)) return found;
  }
  for (const std::optional<std::string>* identifier : {&work.arxiv, &work.doi}) {
    if (!*identifier) continue;
    const auto from = std::lower_bound(
        identifiers_.begin(), identifiers_.end(), **identifier,
        [](const Key& key, const std::string& wanted) { return key.text < wanted; });
    for (auto key = from; key != identifiers_.end() && key->text == **identifier; ++key) {
      if (titles_agree(work, catalog_.works[key->work])) return key->work;
    }
  }
  return find_id(work.id);
}

}  // namespace lamplight::app
