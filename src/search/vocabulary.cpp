#include "search/vocabulary.h"

#include <algorithm>
#include <numeric>

namespace lamplight::search {
namespace {

// FNV-1a: words are short, and the table is asked once for each word of the text.
std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ (hash >> 15);
}

// First word in [begin, size) for which `is_before` is false.
template <typename IsBefore>
std::uint32_t partition(const Vocabulary& words, std::uint32_t begin, IsBefore is_before) {
  std::uint32_t end = words.size();
  while (begin < end) {
    const std::uint32_t middle = begin + (end - begin) / 2;
    if (is_before(words.word(middle))) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin;
}

}  // namespace

WordRange Vocabulary::find(std::string_view wanted) const {
  const std::uint32_t at =
      partition(*this, 0, [&](std::string_view other) { return other < wanted; });
  return {at, at < size() && word(at) == wanted ? at + 1 : at};
}

WordRange Vocabulary::find_prefix(std::string_view prefix) const {
  const std::uint32_t begin =
      partition(*this, 0, [&](std::string_view other) { return other < prefix; });
  const std::uint32_t end = partition(*this, begin, [&](std::string_view other) {
    return other.substr(0, prefix.size()) == prefix;
  });
  return {begin, end};
}

VocabularyBuilder::VocabularyBuilder() : starts_{0}, slots_(1024, 0) {}

std::uint32_t VocabularyBuilder::add(std::string_view text) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash_of(text) & mask;
  while (slots_[slot] != 0) {
    if (word(slots_[slot] - 1) == text) return slots_[slot] - 1;
    slot = (slot + 1) & mask;
  }
  const std::uint32_t id = static_cast<std::uint32_t>(starts_.size()) - 1;
  letters_ += text;
  starts_.push_back(static_cast<std::uint32_t>(letters_.size()));
  slots_[slot] = id + 1;
  if ((id + 1) * std::size_t{2} > slots_.size()) grow();
  return id;
}

void VocabularyBuilder::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t id = 0; id + 1 < starts_.size(); ++id) {
    std::size_t slot = hash_of(word(id)) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = id + 1;
  }
}

VocabularyBuilder::Built VocabularyBuilder::build() {
  const std::size_t count = starts_.size() - 1;
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return word(a) < word(b); });
  Built built;
  built.rank.resize(count);
  built.vocabulary.letters_.reserve(letters_.size());
  built.vocabulary.starts_.reserve(count + 1);
  for (std::uint32_t i = 0; i < count; ++i) {
    built.rank[order[i]] = i;
    built.vocabulary.letters_ += word(order[i]);
    built.vocabulary.starts_.push_back(
        static_cast<std::uint32_t>(built.vocabulary.letters_.size()));
  }
  *this = VocabularyBuilder();
  return built;
}

}  // namespace lamplight::search
