#include "search/vocabulary.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"

namespace lamplight::search {
namespace {

// First word in [begin, end) for which `is_before` is false.
template <typename IsBefore>
std::uint32_t partition(const Vocabulary& words, std::uint32_t begin, std::uint32_t end,
                        IsBefore is_before) {
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

bool begins_with(std::string_view word, std::string_view prefix) {
  return word.substr(0, prefix.size()) == prefix;
}

std::uint64_t first_letters(std::string_view word) {
  std::uint64_t letters = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    letters = letters << 8 | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0u);
  }
  return letters;
}

}  // namespace

WordRange Vocabulary::find(std::string_view wanted) const {
  const std::uint32_t at =
      partition(*this, 0, size(), [&](std::string_view other) { return other < wanted; });
  return {at, at < size() && word(at) == wanted ? at + 1 : at};
}

WordRange Vocabulary::find_prefix(std::string_view prefix) const {
  const std::uint32_t begin =
      partition(*this, 0, size(), [&](std::string_view other) { return other < prefix; });
  return {begin, skip_prefix(begin, prefix)};
}

std::uint32_t Vocabulary::skip_prefix(std::uint32_t from, std::string_view prefix) const {
  std::uint32_t begin = from;
  std::uint32_t step = 1;
  while (begin + step <= size() && begins_with(word(begin + step - 1), prefix)) {
    begin += step;
    step *= 2;
  }
  return partition(*this, begin, std::min(begin + step, size()),
                   [&](std::string_view other) { return begins_with(other, prefix); });
}

void VocabularyBuilder::gather() {
  const std::uint32_t count = words_.size();
  buckets_.assign(sorting_steps + 1, 0);
  std::size_t letters = 0;
  for (std::uint32_t id = 0; id < count; ++id) {
    const std::string_view word = words_.text(id);
    letters += word.size();
    ++buckets_[static_cast<unsigned char>(word.front()) + std::size_t{1}];
  }
  for (std::size_t i = 1; i < buckets_.size(); ++i) buckets_[i] += buckets_[i - 1];
  std::vector<std::uint32_t> next(buckets_.begin(), buckets_.end() - 1);
  keys_.resize(count);
  for (std::uint32_t id = 0; id < count; ++id) {
    const std::string_view word = words_.text(id);
    keys_[next[static_cast<unsigned char>(word.front())]++] = {first_letters(word), id};
  }
  ranks_.resize(count);
  vocabulary_.letters_.reserve(letters);
  vocabulary_.starts_.reserve(count + std::size_t{1});
}

void VocabularyBuilder::sort_step(std::size_t first_byte) {
  if (first_byte == 0) gather();
  std::vector<std::uint32_t> order;
  for (std::uint32_t at = buckets_[first_byte]; at < buckets_[first_byte + 1]; ++at) {
    order.push_back(at);
  }
  sort_numbers(order, [&](std::uint32_t a, std::uint32_t b) {
    const Key& left = keys_[a];
    const Key& right = keys_[b];
    return left.letters != right.letters ? left.letters < right.letters
                                         : words_.text(left.id) < words_.text(right.id);
  });
  for (const std::uint32_t at : order) {
    const std::uint32_t id = keys_[at].id;
    ranks_[id] = vocabulary_.size();
    vocabulary_.letters_ += words_.text(id);
    vocabulary_.starts_.push_back(static_cast<std::uint32_t>(vocabulary_.letters_.size()));
  }
}

Vocabulary VocabularyBuilder::take() {
  Vocabulary built = std::move(vocabulary_);
  *this = VocabularyBuilder();
  return built;
}

}  // namespace lamplight::search
