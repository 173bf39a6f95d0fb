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
  if (begin == 0) tallies_.resize(words_.size());
  for (std::size_t at = begin; at < end; ++at) {
    const std::uint32_t slot = static_cast<std::uint32_t>(at);
    const Run& run = runs_[slots.work_of(slot)];
    rank(run);
    for_each_word_in(run, [&](std::uint32_t word, std::uint32_t, std::uint32_t position) {
      Tally& tally = tallies_[word];
      const std::uint32_t distance = slot - std::exchange(tally.last_slot, slot);
      if (tally.works == 0 || distance > 0) ++tally.works;
      tally.posting += number_size(distance << 2);
      tally.place += number_size(position);
    });
  }
}

void TextIndexBuilder::begin_writing() {
  std::uint32_t posting = 0;
  std::uint32_t place = 0;
  index_.works_with_.reserve(tallies_.size());
  index_.starts_.reserve(tallies_.size() + 1);
  for (Tally& tally : tallies_) {
    index_.works_with_.push_back(tally.works);
    index_.starts_.push_back({posting, place});
    tally.last_slot = 0;
    posting += std::exchange(tally.posting, posting);
    place += std::exchange(tally.place, place);
  }
  index_.starts_.push_back({posting, place});
  // As they are: zeros first would touch all of that memory at once.
  index_.postings_.reset(new std::uint8_t[posting]);
  index_.places_.reset(new std::uint8_t[place]);
}

void TextIndexBuilder::write(const Slots& slots, std::size_t begin, std::size_t end) {
  if (begin == 0) begin_writing();
  std::uint8_t* const postings = index_.postings_.get();
  std::uint8_t* const places = index_.places_.get();
  for (std::size_t at = begin; at < end; ++at) {
    const std::uint32_t slot = static_cast<std::uint32_t>(at);
    for_each_word_in(runs_[slots.work_of(slot)],
                     [&](std::uint32_t word, std::uint32_t field, std::uint32_t position) {
                       Tally& tally = tallies_[word];
                       const std::uint32_t distance = slot - std::exchange(tally.last_slot, slot);
                       write_number(postings, tally.posting, distance << 2 | field);
                       write_number(places, tally.place, position);
                     });
  }
}

TextIndex TextIndexBuilder::take() {
  if (index_.starts_.empty()) index_.starts_.push_back({0, 0});
  index_.vocabulary_ = words_.take();
  blocks_.clear();
  tallies_.clear();
  return std::move(index_);
}

}  // namespace lamplight::search
