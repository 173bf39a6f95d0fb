// TextIndex: which words stand where in which works.
//
// The text of a work is the text of all its listings: short name, title and cells, each distinct
// one once. Words are numbered through; a gap stands wherever a phrase must not reach across.
//
//     vocabulary   accurate   alphafold   highly   ...    sorted: a prefix is a range
//     starts       0          2           5        ...    one more than words
//     postings     (work 17, place) (work 40, place) | ...
//                  by word, then work, then place
//
//     place:  bits 31..2  position of the word in the work's text
//             bits  1..0  WordField
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"
#include "lamplight/query.h"
#include "search/vocabulary.h"
#include "search/work_set.h"

namespace lamplight::search {

enum class WordField : std::uint32_t { Name = 0, TitleStart = 1, Text = 2 };

// How well a term matches a work; lower is better. Name, start of the title, whole word, prefix.
enum MatchClass : std::uint8_t {
  name_hit = 0,
  title_prefix = 1,
  whole_word = 2,
  word_prefix = 3,
};

struct Posting {
  std::uint32_t work = 0;
  std::uint32_t place = 0;
  [[nodiscard]] WordField field() const { return static_cast<WordField>(place & 3); }
  [[nodiscard]] std::uint32_t position() const { return place >> 2; }
};

// What one term found: the works, and the best class of each (valid for those works only).
struct TermHits {
  WorkSet works;
  std::vector<std::uint8_t> classes;
};

class TextIndex {
 public:
  explicit TextIndex(const Catalog& catalog);

  // `term` is of field Text or Name.
  [[nodiscard]] TermHits match(const Term& term) const;

  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  // Postings of the words in `range`, word by word.
  struct Slice {
    const Posting* first;
    const Posting* last;
    [[nodiscard]] const Posting* begin() const { return first; }
    [[nodiscard]] const Posting* end() const { return last; }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(last - first); }
  };
  [[nodiscard]] Slice postings(WordRange range) const {
    return {postings_.data() + starts_[range.begin], postings_.data() + starts_[range.end]};
  }

 private:
  void match_word(const Term& term, TermHits& hits) const;
  void match_phrase(const Term& term, TermHits& hits) const;

  std::size_t works_ = 0;
  Vocabulary vocabulary_;
  std::vector<std::uint32_t> starts_;
  std::vector<Posting> postings_;
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
