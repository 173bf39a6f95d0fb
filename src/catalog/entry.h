// Entry: what one bullet or one cell says: its text without link labels, and its links. This is
// where the dialects of link lists are told apart. For src/catalog only.
//
//     [[Paper]](url)    a label in brackets of its own
//     [[Paper](url)]    a label with the brackets around the link
//     [Paper](url)      a label when it is a word for a kind of link and stands after the title
//     [[Paper]]         a label without a target
//     [Title](url)      the title itself, when nothing stands before it: an empty label
//     ![badge](image)   inside a link: its alternative text is the label
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/styled_text.h"
#include "lamplight/catalog.h"
#include "markdown/markdown.h"

namespace lamplight::catalog {

struct EntryLink {
  std::string label;
  LinkKind kind = LinkKind::Other;
  std::optional<std::string> url;
  bool is_status = false;  // under a badge that tells a state
  bool is_badge = false;   // the label is an image's alternative text
  bool is_word = false;    // the label is part of a sentence
};

// What bullets and lines below an entry say of it.
struct EntryMore {
  std::string name;
  std::string authors;
  std::string venue;
  std::optional<int> year;
  std::string description;
  std::vector<std::string> tags;

  [[nodiscard]] bool empty() const {
    return name.empty() && authors.empty() && venue.empty() && !year && description.empty() &&
           tags.empty();
  }
};

struct Entry {
  std::string text;        // visible text without labels, squeezed, NFC
  std::string title_link;  // text of the title's own link; empty when it has none
  std::vector<EntryLink> links;
  std::vector<int> link_lines;       // the line of each link
  std::vector<int> gap_lines;        // lines of labels that a blank parts from their address
  int images = 0;                    // images that are neither a link nor in one
  std::vector<std::size_t> removed;  // where labels stood in `text`; used until finish_entry
  std::size_t wordless = 0;          // bytes that `text` begins with and that hold no word
  StyledText styled;                 // all of it, for reading what it states
  std::vector<std::string> badges;   // alternative texts of images
  bool is_cell = false;
  EntryMore more;
};

// Reads the inlines [begin, end), which start on `line`, and adds to `entry`.
void read_entry(const markdown::Document& document, std::uint32_t begin, std::uint32_t end,
                int line, Entry& entry);

// Whether it has neither a word nor an address: what is left of a template, "- ** [[paper]()]".
[[nodiscard]] bool is_without_content(const Entry& entry);

// Puts the text in its final form. Call once, after the last read_entry.
void finish_entry(Entry& entry);

}  // namespace lamplight::catalog
