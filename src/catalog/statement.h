// Statement: what the words of one entry say: short name, title, authors, venue, year, description
// and tags, whatever the order and the signs with which lists part them. For src/catalog only.
//
//     **[Net]** Net: A title (CVPR 2020) [[Paper](u)]
//     [Tool](u) - What it does. [MIT]
//     1. **"A title"**. *Ann Author et al.* ACL 2020.
//     [**Nature, 2022**] **Net**: A title. 2022.
//
// How it is read: marks in front are taken off, as are brackets that tell a venue, a date, a short
// name or a tag. The title is the entry's own link, or what is bold, quoted or in brackets, or the
// words up to the first label; what follows is taken clause by clause. A clause that is nothing
// known is the description, and all that comes after it.
//
// Time is linear in the text: every look ahead is bounded.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/entry.h"

namespace lamplight::catalog {

struct Statement {
  std::string name;
  std::string title;
  std::string authors;
  std::string venue;
  std::optional<int> year;
  std::string description;
  // The description may as well be the authors; the whole list decides (Builder::finish).
  bool may_be_authors = false;
  // It could not be names of people: it tells that this list describes.
  bool is_described = false;
  std::vector<std::string> tags;
};

[[nodiscard]] Statement read_statement(const Entry& entry);

// Without emoji, :shortcodes:, quotes and brackets around it, and the punctuation at its end.
[[nodiscard]] std::string clean_title(std::string_view text);

}  // namespace lamplight::catalog
