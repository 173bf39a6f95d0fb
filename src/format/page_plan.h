// Which part of the list stands on which page: all of it on one, or a long list split by section,
// then by count. Everything stands on exactly one page, in the order of reading.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "format/page_outline.h"

namespace lamplight::format {

// What stands under one heading of the page, or some of it: items `first` to `last`, which is the
// item behind the last one. An item is a listing or a piece of prose.
struct Piece {
  enum class Kind : std::uint8_t { Top, Section, NoEntries, About, Cite };
  Kind kind = Kind::Top;
  int section = -1;
  int depth = 0;          // how many headings it stands below
  bool is_about = false;  // stands in the part about the list
  std::size_t first = 0;
  std::size_t last = 0;

  [[nodiscard]] bool is_continued() const { return first > 0; }
};

class PagePlan {
 public:
  // A list with at most `most_whole` items and headings is one page, a longer one has pages of at
  // most `most` items. `outline` must outlive this.
  PagePlan(const PageOutline& outline, std::size_t most_whole, std::size_t most);

  [[nodiscard]] std::size_t size() const { return pages_.size(); }
  [[nodiscard]] const std::vector<Piece>& pieces(std::size_t page) const {
    return pages_[page].pieces;
  }
  // "index.html", then names made of the section that a page begins with: "pages/vision-2.html".
  [[nodiscard]] const std::string& file(std::size_t page) const { return pages_[page].file; }
  // Where the section's heading stands.
  [[nodiscard]] std::size_t page_of(int section) const {
    return section_pages_[static_cast<std::size_t>(section)];
  }
  [[nodiscard]] std::size_t about_page() const { return about_page_; }
  [[nodiscard]] std::size_t cite_page() const { return cite_page_; }

 private:
  struct Page {
    std::string file;
    std::vector<Piece> pieces;
    std::size_t used = 0;
    bool has_items = false;
  };

  void add_sections(int parent, PageOutline::Which which, int depth);
  void add(const Piece& piece, std::size_t items);
  void make_room(std::size_t weight);
  void name_pages();

  const PageOutline& outline_;
  std::size_t most_ = 0;
  std::vector<std::size_t> weights_;  // by section, with all below it
  std::vector<Page> pages_;
  std::vector<std::size_t> section_pages_;
  std::size_t about_page_ = 0;
  std::size_t cite_page_ = 0;
};

}  // namespace lamplight::format
