// What a block is, as far as that can be told from the block alone. For src/catalog only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/markdown.h"

namespace lamplight::catalog {

// What the links of a list tell of it.
struct ListLinks {
  std::size_t anchors = 0;       // to places of the same page
  std::size_t page_anchors = 0;  // to places of one page of a repository
  std::size_t others = 0;
  std::string page;
  bool has_headings = false;

  void add(const markdown::Document& document, std::uint32_t list);
  // A table of contents: its links are nearly all to anchors.
  [[nodiscard]] bool are_contents() const {
    // Few links to places of one page may be entries.
    const bool has_page = page_anchors >= 4;
    const std::size_t to_places = anchors + (has_page ? page_anchors : 0);
    const std::size_t elsewhere = others + (has_page ? 0 : page_anchors);
    return to_places > 0 && to_places >= 4 * elsewhere && !has_headings;
  }
};

// What a column of a table holds, as its header says.
enum class ColumnKind {
  Unknown,
  Title,  // the full name: "Paper", "Title"
  Name,   // a name, perhaps besides the title: "Model", "Dataset"
  Description,
  Authors,
  Venue,
  Date,
  Links,   // labels and no titles: "Code", "Links"
  Number,  // of the row
};
[[nodiscard]] ColumnKind column_kind(std::string_view header);

// A header as cells tell it: of a very long one, which each row would repeat, its beginning.
[[nodiscard]] std::string header_text(std::string_view header);

// "Lee et al.": tells who wrote a thing, and is no title of it.
[[nodiscard]] bool is_who_wrote_it(std::string_view text);

// How many cells of each column of a table hold a link that is no mere label, or several words.
struct TableTitles {
  std::vector<std::size_t> links;    // by column
  std::vector<std::size_t> phrases;  // by column
  std::size_t rows = 0;

  void add(const markdown::Document& document, std::uint32_t table);
  std::vector<ColumnKind> kinds;  // by column, of the header
  // The one under a header for titles where most cells hold words or a link; else the first where
  // most hold a link, but for columns of labels; else the one whose header names titles or names;
  // else the first that says anything.
  [[nodiscard]] std::size_t column() const;
};

// Longer words are no label over what stands below: each listing tells its label.
inline constexpr std::size_t max_label_bytes = 400;

// The label of a paragraph that is nothing but bold text, without its colon; or empty.
[[nodiscard]] std::string bold_label(const markdown::Document& document, std::uint32_t paragraph);

// The label of a paragraph that is nothing but a few words and a colon, without it; or empty.
[[nodiscard]] std::string plain_label(const markdown::Document& document, std::uint32_t paragraph);

// "Label:" -> "Label".
[[nodiscard]] std::string without_colon(std::string_view label);

// "@article{key," and the like: an entry type and a brace.
[[nodiscard]] bool is_bibtex(std::string_view text);

}  // namespace lamplight::catalog
