#include "floor_index.h"

#include <algorithm>
#include <numeric>

#include "base/string_index.h"
#include "base/text.h"

namespace lamplight::bench {
namespace {

// Calls visit(word) for each word of folded text.
template <typename Visit>
void for_each_word(std::string_view text, Visit&& visit) {
  std::size_t begin = 0;
  bool is_inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    const bool is_word = is_word_character(point.value);
    if (is_word && !is_inside) begin = at;
    if (!is_word && is_inside) visit(text.substr(begin, at - begin));
    is_inside = is_word;
    at += point.size;
  }
  if (is_inside) visit(text.substr(begin));
}

}  // namespace

FloorIndex::FloorIndex(const Catalog& catalog) {
  constexpr std::uint32_t none = 0xFFFFFFFF;
  // Words by the order of first sight, each once a work.
  StringIndex seen;
  std::vector<std::uint32_t> last_work;
  std::vector<std::uint32_t> counts;
  std::vector<std::uint32_t> stream;  // words of one work after the other
  std::vector<std::uint32_t> stream_begins = {0};
  std::string folded;
  for (std::uint32_t work = 0; work < catalog.works.size(); ++work) {
    for (const int listing : catalog.works[work].listings) {
      folded.clear();
      fold_append(folded, catalog.listings[static_cast<std::size_t>(listing)].text);
      for_each_word(folded, [&](std::string_view text) {
        const std::uint32_t number = seen.add(text);
        if (number == counts.size()) {
          counts.push_back(0);
          last_work.push_back(none);
        }
        if (last_work[number] == work) return;
        last_work[number] = work;
        ++counts[number];
        stream.push_back(number);
      });
    }
    stream_begins.push_back(static_cast<std::uint32_t>(stream.size()));
  }

  std::vector<std::uint32_t> sorted(counts.size());
  std::iota(sorted.begin(), sorted.end(), 0u);
  std::sort(sorted.begin(), sorted.end(),
            [&](std::uint32_t a, std::uint32_t b) { return seen.text(a) < seen.text(b); });
  std::vector<std::uint32_t>& next = last_work;  // where the word's next work goes
  std::uint32_t begin = 0;
  for (const std::uint32_t number : sorted) {
    text_begins_.push_back(static_cast<std::uint32_t>(text_.size()));
    text_ += seen.text(number);
    begins_.push_back(begin);
    next[number] = begin;
    begin += counts[number];
  }
  text_begins_.push_back(static_cast<std::uint32_t>(text_.size()));
  begins_.push_back(begin);
  postings_.resize(begin);
  for (std::uint32_t work = 0; work < catalog.works.size(); ++work) {
    for (std::uint32_t i = stream_begins[work]; i < stream_begins[work + std::size_t{1}]; ++i) {
      postings_[next[stream[i]]++] = work;
    }
  }
  marks_.assign((catalog.works.size() + 63) / 64, 0);
}

std::string_view FloorIndex::word(std::uint32_t number) const {
  const std::uint32_t begin = text_begins_[number];
  return std::string_view(text_).substr(begin, text_begins_[number + std::size_t{1}] - begin);
}

FloorIndex::Range FloorIndex::find_prefix(std::string_view prefix) const {
  Range range{0, static_cast<std::uint32_t>(text_begins_.size()) - 1};
  const auto first_where = [&](std::uint32_t begin, auto is_behind) {
    std::uint32_t end = range.end;
    while (begin < end) {
      const std::uint32_t middle = begin + (end - begin) / 2;
      if (is_behind(word(middle).substr(0, prefix.size()))) {
        end = middle;
      } else {
        begin = middle + 1;
      }
    }
    return begin;
  };
  range.begin = first_where(0, [&](std::string_view text) { return text >= prefix; });
  range.end = first_where(range.begin, [&](std::string_view text) { return text > prefix; });
  return range;
}

FloorIndex::Range FloorIndex::find_word(std::string_view text) const {
  Range range = find_prefix(text);
  // The word itself stands before those that begin with it.
  if (range.begin < range.end && word(range.begin) != text) return {};
  range.end = std::min(range.end, range.begin + 1);
  return range;
}

void FloorIndex::mark(Range words) {
  for (std::uint32_t i = begins_[words.begin]; i < begins_[words.end]; ++i) {
    marks_[postings_[i] / 64] |= std::uint64_t{1} << (postings_[i] % 64);
  }
}

std::uint32_t FloorIndex::count_any(Range words) {
  const std::uint32_t all = begins_[words.end] - begins_[words.begin];
  if (words.end - words.begin <= 1) return all;
  mark(words);
  std::uint32_t count = 0;
  for (std::uint64_t& marks : marks_) {
    count += static_cast<std::uint32_t>(__builtin_popcountll(marks));
    marks = 0;
  }
  return count;
}

std::uint32_t FloorIndex::count_both(Range first, Range last) {
  if (first.begin == first.end || last.begin == last.end) return 0;
  mark(last);
  std::uint32_t count = 0;
  for (std::uint32_t i = begins_[first.begin]; i < begins_[first.end]; ++i) {
    count += static_cast<std::uint32_t>((marks_[postings_[i] / 64] >> (postings_[i] % 64)) & 1);
  }
  for (std::uint32_t i = begins_[last.begin]; i < begins_[last.end]; ++i) {
    marks_[postings_[i] / 64] = 0;
  }
  return count;
}

std::uint32_t FloorIndex::count(std::string_view query) {
  const std::size_t blank = query.rfind(' ');
  if (blank == std::string_view::npos) return count_any(find_prefix(query));
  return count_both(find_word(query.substr(0, blank)), find_prefix(query.substr(blank + 1)));
}

std::size_t FloorIndex::bytes() const {
  return text_.size() + 4 * (text_begins_.size() + postings_.size() + begins_.size()) +
         8 * marks_.size();
}

}  // namespace lamplight::bench
