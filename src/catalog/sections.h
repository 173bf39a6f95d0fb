// Sections: headings to a tree with path ids. For src/catalog only.
#pragma once

#include <string>
#include <vector>

#include "catalog/unique_ids.h"
#include "lamplight/catalog.h"

namespace lamplight::catalog {

class SectionTree {
 public:
  // Adds a heading and makes it the current section. The first heading of level 1 is the title
  // and starts no section; later ones do. Returns true when the level skips one or more.
  bool add(int level, std::string title, int line);

  [[nodiscard]] int current() const { return current_; }
  [[nodiscard]] const std::string& title() const { return title_; }
  [[nodiscard]] std::vector<Section> take() { return std::move(sections_); }
  [[nodiscard]] const std::vector<Section>& sections() const { return sections_; }

 private:
  std::vector<Section> sections_;
  std::vector<int> open_;  // the current section and those above it, outermost first
  UniqueIds ids_{1};
  std::string title_;
  bool has_title_ = false;
  int current_ = -1;
  int last_level_ = 0;
};

}  // namespace lamplight::catalog
