// Builder: blocks to a Catalog without works. For src/catalog only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "catalog/entry.h"
#include "catalog/sections.h"
#include "lamplight/catalog.h"
#include "markdown/markdown.h"

namespace lamplight::catalog {

// Walks the blocks once, in order. Bullets wait until their section ends, because whether they are
// listings depends on the other bullets of the section.
class Builder {
 public:
  explicit Builder(const markdown::Document& document);

  // Everything but the works; findings are not yet in order.
  [[nodiscard]] Catalog build();

 private:
  struct Pending {
    Listing listing;
    bool has_links = false;
  };
  // A label over the listings below it, until `end`.
  struct Group {
    std::string text;
    int line = 0;
    std::uint32_t end = 0;
    bool is_used = false;
  };

  void add_notices();
  // Each takes the block at `index` and returns the index of the next block to look at.
  std::uint32_t add_block(std::uint32_t index);
  std::uint32_t add_heading(std::uint32_t index);
  std::uint32_t add_paragraph(std::uint32_t index);
  std::uint32_t add_list(std::uint32_t index);
  std::uint32_t add_item(std::uint32_t index);
  std::uint32_t add_table(std::uint32_t index);
  std::uint32_t add_code(std::uint32_t index);
  std::uint32_t add_html(std::uint32_t index);

  void add_row(std::uint32_t index, const std::vector<std::string>& columns,
               std::size_t title_column);
  void add_pending(Listing listing, Entry& entry);
  void mark_content();
  void add_prose(int line, ProseKind kind, std::string text, std::vector<Link> links);
  void add_link_findings(const Entry& entry, std::string_view title);
  void begin_group(std::string text, int line);
  void end_group();
  // The innermost label that the block at `index` stands under.
  [[nodiscard]] std::optional<std::string> group_of(std::uint32_t index);
  void end_section();
  void add_empty_sections();

  const markdown::Document& document_;
  Catalog catalog_;
  SectionTree tree_;
  std::vector<std::uint32_t> parents_;  // block -> the block that holds it
  std::vector<Pending> pending_;
  std::vector<char> has_content_;  // by section: more than headings
  std::optional<Group> group_;     // from a bold line
  std::vector<Group> outer_;       // from bullets over bullets, the innermost last
  // Text of cells beyond a table's last column, by the row's block; ordered.
  std::vector<std::pair<std::uint32_t, std::string>> extra_cells_;
  int images_ = 0;  // images in entries
  int first_image_line_ = 0;
};

// True when the links of a list are nearly all to anchors of the same page.
[[nodiscard]] bool is_contents_list(const markdown::Document& document, std::uint32_t list);

// The label of a paragraph that is nothing but bold text, without its colon; or empty.
[[nodiscard]] std::string bold_label(const markdown::Document& document, std::uint32_t paragraph);

// "Label:" -> "Label".
[[nodiscard]] std::string without_colon(std::string_view label);

// Text of an HTML block: without tags and comments, squeezed.
[[nodiscard]] std::string html_text(std::string_view html);

}  // namespace lamplight::catalog
