#include "search/text_index.h"

#include <algorithm>
#include <utility>

#include "search/tokens.h"

namespace lamplight::search {
namespace {

// Marks among the words: which field the next word and those behind it are of, and whether a gap
// stands before them.
constexpr std::uint32_t first_mark = 0xFFFFFF00;
constexpr std::uint32_t mark_gap = 16;

std::uint32_t mark_of(WordField first, WordField others, bool has_gap) {
  return first_mark | static_cast<std::uint32_t>(first) | static_cast<std::uint32_t>(others) << 2 |
         (has_gap ? mark_gap : 0);
}

constexpr std::size_t block_tokens = std::size_t{1} << 18;
// A short list needs no more.
constexpr std::size_t tokens_a_work = 64;

std::uint32_t number_size(std::uint32_t number) {
  std::uint32_t size = 1;
  while (number >= 0x80) {
    number >>= 7;
    ++size;
  }
  return size;
}

void write_number(std::uint8_t* bytes, std::uint32_t& at, std::uint32_t number) {
  while (number >= 0x80) {
    bytes[at++] = static_cast<std::uint8_t>(number | 0x80);
    number >>= 7;
  }
  bytes[at++] = static_cast<std::uint8_t>(number);
}

}  // namespace

void TextIndexBuilder::read(std::size_t begin, std::size_t end) {
  if (begin == 0) runs_.reserve(catalog_.works.size());
  for (std::size_t work = begin; work < end; ++work) {
    tokens_.clear();
    for_each_text(catalog_, catalog_.works[work],
                  [&](std::string_view text, WordField first, WordField others, bool has_gap) {
                    tokens_.push_back(mark_of(first, others, has_gap));
                    for_each_word_of(text, folded_, [&](std::string_view word) {
                      tokens_.push_back(words_.add(word));
                    });
                  });
    keep_run();
  }
}

// Blocks, not one long array: growing that would copy all of it at once.
void TextIndexBuilder::keep_run() {
  const std::size_t size = tokens_.size();
  if (block_used_ + size > block_size_) {
    const std::size_t room = std::min(block_tokens, catalog_.works.size() * tokens_a_work);
    blocks_.emplace_back(new std::uint32_t[std::max(size, room)]);
    block_size_ = std::max(size, room);
    block_used_ = 0;
  }
  std::uint32_t* const first = blocks_.back().get() + block_used_;
  std::copy(tokens_.begin(), tokens_.end(), first);
  block_used_ += size;
  runs_.push_back({first, static_cast<std::uint32_t>(size)});
}

void TextIndexBuilder::sort(std::size_t begin, std::size_t end) {
  for (std::size_t step = begin; step < end; ++step) words_.sort_step(step);
}

void TextIndexBuilder::rank(const Run& run) {
  const std::vector<std::uint32_t>& ranks = words_.ranks();
  for (std::uint32_t i = 0; i < run.size; ++i) {
    if (run.first[i] < first_mark) run.first[i] = ranks[run.first[i]];
  }
}

// Calls visit(word, field, position).
template <typename Visit>
void TextIndexBuilder::for_each_word_in(const Run& run, Visit&& visit) const {
  std::uint32_t position = 0;
  std::uint32_t field = 0;
  std::uint32_t others = 0;
  for (std::uint32_t i = 0; i < run.size; ++i) {
    const std::uint32_t token = run.first[i];
    if (token >= first_mark) {
      field = token & 3;
      others = (token >> 2) & 3;
      if ((token & mark_gap) != 0) ++position;
      continue;
    }
    visit(token, field, position++);
    field = others;
  }
}

void TextIndexBuilder::weigh(const Slots& slots, std::size_t begin, std::size_t end) {
  if (begin == 0) {
    last_.assign(words_.size(), 0);
    index_.works_with_.assign(words_.size(), 0);
    index_.starts_.assign(words_.size() + std::size_t{1}, {0, 0});
  }
  for (std::size_t at = begin; at < end; ++at) {
    const std::uint32_t slot = static_cast<std::uint32_t>(at);
    const Run& run = runs_[slots.work_of(slot)];
    rank(run);
    for_each_word_in(run, [&](std::uint32_t word, std::uint32_t, std::uint32_t position) {
      const std::uint32_t distance = slot - last_[word];
      std::uint32_t& works = index_.works_with_[word];
      if (works == 0 || distance > 0) ++works;
      last_[word] = slot;
      TextIndex::Start& size = index_.starts_[word + std::size_t{1}];
      size.posting += number_size(distance << 2);
      size.place += number_size(position);
    });
  }
}

void TextIndexBuilder::begin_writing() {
  std::vector<TextIndex::Start>& starts = index_.starts_;
  for (std::size_t i = 1; i < starts.size(); ++i) {
    starts[i].posting += starts[i - 1].posting;
    starts[i].place += starts[i - 1].place;
  }
  index_.postings_.resize(starts.back().posting);
  index_.places_.resize(starts.back().place);
  std::fill(last_.begin(), last_.end(), 0u);
}

void TextIndexBuilder::write(const Slots& slots, std::size_t begin, std::size_t end) {
  if (begin == 0) begin_writing();
  std::uint8_t* const postings = index_.postings_.data();
  std::uint8_t* const places = index_.places_.data();
  for (std::size_t at = begin; at < end; ++at) {
    const std::uint32_t slot = static_cast<std::uint32_t>(at);
    for_each_word_in(runs_[slots.work_of(slot)],
                     [&](std::uint32_t word, std::uint32_t field, std::uint32_t position) {
                       const std::uint32_t distance = slot - std::exchange(last_[word], slot);
                       // The starts go along while they are written, and end where the next begin.
                       TextIndex::Start& next = index_.starts_[word];
                       write_number(postings, next.posting, distance << 2 | field);
                       write_number(places, next.place, position);
                     });
  }
}

TextIndex TextIndexBuilder::take() {
  if (index_.starts_.empty()) index_.starts_.assign(1, {0, 0});
  // Each start went on to the start of the next word.
  for (std::size_t i = index_.starts_.size() - 1; i > 0; --i) {
    index_.starts_[i] = index_.starts_[i - 1];
  }
  index_.starts_[0] = {0, 0};
  index_.vocabulary_ = words_.take();
  blocks_.clear();
  return std::move(index_);
}

}  // namespace lamplight::search
