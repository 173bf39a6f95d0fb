// Sections: headings to a tree with path ids. For src/catalog only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/unique_ids.h"
#include "lamplight/catalog_draft.h"

namespace lamplight::catalog {

// Headings beyond these are no sections. An id holds those of all sections above.
inline constexpr std::size_t max_sections = 50'000;
inline constexpr std::size_t max_section_id_bytes = std::size_t{8} << 20;  // of all ids

// Whether a section is about the list and no part of it: contributing, licence,
// news, citation, ... Its bullets are prose.
[[nodiscard]] bool is_apart_section(const std::vector<SectionDraft>& sections, int section);

// Whether bullets below this label, in the introduction of a list, are about the list itself.
[[nodiscard]] bool is_apart_label(std::string_view label);

class SectionTree {
 public:
  // Adds a heading and makes it the current section. The first heading of level 1 is the title
  // and starts no section; later ones do. Returns true when the level skips one or more.
  bool add(int level, std::string title, int line);

  // Takes no more headings.
  [[nodiscard]] bool is_full() const {
    return sections_.size() >= max_sections || id_bytes_ >= max_section_id_bytes;
  }

  [[nodiscard]] int current() const { return current_; }
  [[nodiscard]] const std::string& title() const { return title_; }
  [[nodiscard]] std::vector<SectionDraft> take() { return std::move(sections_); }
  [[nodiscard]] const std::vector<SectionDraft>& sections() const { return sections_; }

 private:
  std::vector<SectionDraft> sections_;
  std::vector<int> open_;  // the current section and those above it, outermost first
  UniqueIds ids_{1};
  std::size_t id_bytes_ = 0;
  std::string title_;
  bool has_title_ = false;
  int current_ = -1;
  int last_level_ = 0;
};

}  // namespace lamplight::catalog
