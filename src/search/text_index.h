// TextIndex: which words stand where in which works.
//
// The text of a work is the text of all its listings: short name, title and cells, each distinct
// one once. Words are numbered through; a gap stands wherever a phrase must not reach across.
//
//     vocabulary   accurate | alphafold | highly | ...      sorted: a prefix is a range
//     postings     +17 Text | +17 Name, +23 Text | ...      by word, then slot, then position:
//                                                           one for every time the word stands
//                                                           there
//     places       12       | 0, 4                          the same times, their positions
//
// A posting is the distance to the slot before (0: the same work again) and the field, a place the
// position in the work's text; both as numbers of seven bits a byte, the low ones first. They lie
// apart because only phrases ask for places.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"
#include "search/slots.h"
#include "search/vocabulary.h"

namespace lamplight::search {

enum class WordField : std::uint32_t { Name = 0, TitleStart = 1, Text = 2 };

// A number of seven bits a byte; the top bit says that more follow.
[[nodiscard]] inline std::uint32_t read_number(const std::uint8_t*& at) {
  std::uint32_t number = *at++;
  if (number < 0x80) return number;
  number &= 0x7F;
  for (unsigned shift = 7;; shift += 7) {
    const std::uint32_t byte = *at++;
    number |= (byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
}

class TextIndex {
 public:
  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  // How many works have the word.
  [[nodiscard]] std::uint32_t works_with(std::uint32_t word) const { return works_with_[word]; }

  // Calls visit(slot, field) for each time the word stands somewhere; slots ascend.
  template <typename Visit>
  void for_each_posting(std::uint32_t word, Visit&& visit) const {
    const std::uint8_t* at = postings_.get() + starts_[word].posting;
    const std::uint8_t* const end = postings_.get() + starts_[word + std::size_t{1}].posting;
    std::uint32_t slot = 0;
    while (at != end) {
      const std::uint32_t number = read_number(at);
      slot += number >> 2;
      visit(slot, static_cast<WordField>(number & 3));
    }
  }
  // Calls visit(slot, field, position).
  template <typename Visit>
  void for_each_place(std::uint32_t word, Visit&& visit) const {
    const std::uint8_t* place = places_.get() + starts_[word].place;
    for_each_posting(
        word, [&](std::uint32_t slot, WordField field) { visit(slot, field, read_number(place)); });
  }

  [[nodiscard]] std::size_t vocabulary_bytes() const {
    return vocabulary_.bytes() + works_with_.capacity() * sizeof(std::uint32_t) +
           starts_.capacity() * sizeof(Start);
  }
  [[nodiscard]] std::size_t posting_bytes() const { return starts_.back().posting; }
  [[nodiscard]] std::size_t place_bytes() const { return starts_.back().place; }

 private:
  friend class TextIndexBuilder;
  struct Start {
    std::uint32_t posting;
    std::uint32_t place;
  };

  Vocabulary vocabulary_;
  std::vector<std::uint32_t> works_with_;  // by word
  std::vector<Start> starts_;              // by word, one more than words
  std::unique_ptr<std::uint8_t[]> postings_;
  std::unique_ptr<std::uint8_t[]> places_;
};

// Makes a TextIndex in pieces, in this order: read() over all works, sort() over
// VocabularyBuilder::sorting_steps, weigh() over all slots, write() over all slots.
class TextIndexBuilder {
 public:
  explicit TextIndexBuilder(const Catalog& catalog) : catalog_(catalog) {}
  void read(std::size_t begin, std::size_t end);
  void sort(std::size_t begin, std::size_t end);
  void weigh(const Slots& slots, std::size_t begin, std::size_t end);
  void write(const Slots& slots, std::size_t begin, std::size_t end);
  [[nodiscard]] TextIndex take();

 private:
  // A work's words as numbers, with marks between its texts.
  struct Run {
    std::uint32_t* first;
    std::uint32_t size;
  };
  void keep_run();
  // Replaces the numbers that words were read with by their sorted ones.
  void rank(const Run& run);
  void begin_writing();
  template <typename Visit>
  void for_each_word_in(const Run& run, Visit&& visit) const;

  const Catalog& catalog_;
  VocabularyBuilder words_;
  std::string folded_;
  std::vector<std::uint32_t> tokens_;                     // of the work that is being read
  std::vector<std::unique_ptr<std::uint32_t[]>> blocks_;  // all tokens
  std::size_t block_used_ = 0;
  std::size_t block_size_ = 0;
  std::vector<Run> runs_;  // by work
  // What is kept of each word while its postings are weighed and written; together, because every
  // word of the list asks for all of it.
  struct Tally {
    std::uint32_t last_slot = 0;
    std::uint32_t works = 0;
    std::uint32_t posting = 0;  // bytes, then where the next one goes
    std::uint32_t place = 0;
  };
  std::vector<Tally> tallies_;  // by word
  TextIndex index_;
};

// Calls visit(text, WordField of its first word, WordField of the others, whether a gap stands
// before it) for every distinct text of a work, in order.
template <typename Visit>
void for_each_text(const Catalog& catalog, const Work& work, Visit&& visit) {
  for (std::size_t i = 0; i < work.listings.size(); ++i) {
    const Listing& listing = catalog.listings[static_cast<std::size_t>(work.listings[i])];
    bool is_repeat = false;
    for (std::size_t k = 0; k < i && k < 32 && !is_repeat; ++k) {  // 32 bounds the work
      const Listing& other = catalog.listings[static_cast<std::size_t>(work.listings[k])];
      is_repeat = other.text == listing.text && other.name == listing.name &&
                  other.title == listing.title && other.cells == listing.cells;
    }
    if (is_repeat) continue;
    if (listing.name) visit(*listing.name, WordField::Name, WordField::Name, true);
    // A phrase may reach from the name into the title: the list writes them in one line.
    visit(listing.title, WordField::TitleStart, WordField::Text, !listing.name);
    const std::string_view text = listing.text;
    const bool title_ends_text = text.size() >= listing.title.size() &&
                                 text.substr(text.size() - listing.title.size()) == listing.title;
    if (!title_ends_text) visit(text, WordField::Text, WordField::Text, true);
    for (const Cell& cell : listing.cells) {
      if (cell.text != listing.text) visit(cell.text, WordField::Text, WordField::Text, true);
    }
  }
}

}  // namespace lamplight::search
