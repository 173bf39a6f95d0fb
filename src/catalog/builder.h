// Builder: blocks to the rows of a catalog without works. For src/catalog only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "catalog/catalog_writer.h"
#include "catalog/entry.h"
#include "catalog/findings.h"
#include "catalog/html_units.h"
#include "catalog/prose_links.h"
#include "catalog/recognise.h"
#include "catalog/sections.h"
#include "catalog/statement.h"
#include "lamplight/catalog.h"
#include "markdown/markdown.h"

namespace lamplight::catalog {

// An entry that is written as paragraphs, as far as it was read.
struct OpenEntry {
  Entry entry;
  int line = 0;
  std::string label;  // the bold line that it began with, where that stood alone
  int label_line = 0;
  bool has_own_links = false;  // in its first paragraph: it is whole
  int last_line = 0;
  int heading_level = 0;       // of an entry that is a heading
  int section = -1;            // of such a one
  bool has_headings = false;   // below it
  bool is_by_content = false;  // its heading is no link: what stands below says that it is one
  bool is_keyed = false;       // "Title: ..."
  bool is_folded = false;      // begun by the summary of what is folded away
};

// Walks the blocks once, in order, run after run.
//
// What depends on the whole of a list or table is decided by its first part: whether it is a table
// of contents, which column holds the titles. Where the other parts say otherwise, everything
// since its beginning is taken back, and it is read once more with the right decision.
class Builder {
 public:
  Builder(CatalogWriter& writer, Findings& findings) : writer_(writer), findings_(findings) {}

  // Takes the next run. A place is where the reader must go back to before the next one.
  [[nodiscard]] std::optional<markdown::Place> add(const markdown::Document& run);

  // Writes what is left, once all runs are taken.
  void finish(const markdown::Reader& reader);

 private:
  // A label over the listings below it, until `end`.
  struct Group {
    std::string text;
    int line = 0;
    std::uint32_t end = 0;
    bool is_used = false;
    KeptText kept;  // the same text, once it is used
    int end_line = 0;
    bool is_plain = false;   // "Tools:" right above a list, which it ends with
    bool is_folded = false;  // the summary of what is folded away, with which it ends
  };
  // How far the catalog was before a list or table in parts.
  struct Mark {
    CatalogWriter::Mark writer;
    std::vector<Findings::Count> counts;
    std::optional<Group> group;
    std::optional<Group> above;
    std::size_t labels = 0;
    bool has_links = false;
    bool has_content = false;
    bool has_bibtex = false;
    int images = 0;
    std::optional<OpenEntry> open;
    std::optional<OpenEntry> heading;
    std::size_t entry_paragraphs = 0;
  };
  struct ProseDraft {
    int line = 0;
    ProseKind kind = ProseKind::Paragraph;
    std::string text;
    std::vector<ProseLink> links;
  };

  struct Parted {
    Mark mark;
    ListLinks links;  // of a list, so far
    bool is_contents = false;
    std::size_t items = 0;
    int last_line = 0;
    TableTitles titles;  // of a table, so far
    std::size_t title_column = 0;
    std::vector<std::string> columns;
    ProseDraft header;  // of a table: what it is without rows
  };
  // What is known of the list or table that is read once more.
  struct Known {
    int line = 0;
    bool is_contents = false;
    std::size_t title_column = 0;
  };

  void add_notices();
  void add_left_out_notices(const markdown::Reader& reader);
  // Each takes the block at `index` and returns the index of the next block to look at.
  std::uint32_t add_block(std::uint32_t index);
  std::uint32_t add_heading(std::uint32_t index);
  void add_heading_links(const markdown::Block& block);
  std::uint32_t add_paragraph(std::uint32_t index);
  std::uint32_t add_list(std::uint32_t index);
  std::uint32_t add_item(std::uint32_t index);
  bool add_apart_item(std::uint32_t index, Entry& entry);
  std::uint32_t add_table(std::uint32_t index);
  std::uint32_t add_code(std::uint32_t index);
  std::uint32_t add_html(std::uint32_t index);

  [[nodiscard]] bool is_entry_heading(std::uint32_t index, std::string_view title) const;
  [[nodiscard]] bool is_entry_paragraph(std::uint32_t index) const;
  [[nodiscard]] bool is_attribute_paragraph(std::uint32_t index) const;
  [[nodiscard]] bool is_keyed_paragraph(std::uint32_t index) const;
  bool add_entry_paragraph(std::uint32_t index);
  bool add_badges_to_item(std::uint32_t index);
  bool add_linked_paragraph(std::uint32_t index);
  void settle_paragraphs(bool is_before_list = false);
  bool add_item_to_entry(std::uint32_t index);
  void open_from_label();
  bool open_from_heading(const Entry& below);
  // From its inline `from` on, or all of it.
  void read_lines(std::uint32_t index, std::uint32_t from = 0);
  bool open_keyed(std::uint32_t index);
  void close_entry(bool is_before_entries = false);
  void add_label_links(Entry& label);

  std::uint32_t read_item(std::uint32_t index, Entry& entry) const;
  [[nodiscard]] bool has_entries_below(std::uint32_t index) const;
  void read_attributes(std::uint32_t index, Entry& entry);
  void add_contents(std::uint32_t index, Parted& state);
  bool add_apart_row(std::uint32_t index);
  void add_rows(std::uint32_t index, Parted& state);
  [[nodiscard]] ProseDraft read_header(std::uint32_t index) const;
  void add_header(Parted& state);
  void add_row(std::uint32_t index, const Parted& state);
  struct CellInlines {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  void write_row(const markdown::Document& document, int line,
                 const std::vector<CellInlines>& cells, const Parted& state, KeptText group,
                 std::string_view excess);
  struct HtmlRow {
    int line = 0;
    std::vector<CellInlines> cells;
    bool is_header = true;  // no cell of it is a plain one
  };
  void add_html_row(const markdown::Document& document, const HtmlRow& row, Parted& table,
                    HtmlRow& header);
  void add_html_header(const markdown::Document& document, HtmlRow& header);
  bool take_html_title(const markdown::Document& document, const HtmlUnit& unit);
  void add_html_line(const markdown::Document& document, const HtmlUnit& unit,
                     const markdown::Block& block);
  void add_html_words(const markdown::Document& document, std::uint32_t begin, std::uint32_t end,
                      int line);
  void end_html_prose();
  bool begin_folded(const markdown::Document& document, const HtmlUnit& unit, std::uint32_t index);
  bool add_folded_line(const markdown::Document& document, const HtmlUnit& unit);
  [[nodiscard]] bool may_open_folded(std::uint32_t index) const;
  void end_folded(std::uint32_t index);
  bool add_abstract(const markdown::Document& document, const HtmlUnit& unit, std::uint32_t index,
                    bool& is_abstract);
  static void read_cell(const Entry& cell, ColumnKind kind, Entry& title);
  void fill_listing(CatalogWriter::ListingRow& listing, Entry& entry);
  void fill_listing(CatalogWriter::ListingRow& listing, Entry& entry, int section);
  void fill_statement(CatalogWriter::ListingRow& listing, const Statement& stated,
                      std::string_view text);
  [[nodiscard]] std::optional<int> year_of(int section) const;
  void tell_authors();
  void mark_content();
  void add_prose(int line, ProseKind kind, KeptText text);
  [[nodiscard]] ProseDraft read_prose(const markdown::Block& block) const;
  // To the listing or prose that was added last.
  template <typename Links>
  void add_links(const Links& links) {
    for (const auto& link : links) writer_.add_link(link.label, link.kind, link.url);
  }
  void add_link_findings(const Entry& entry, std::string_view title);
  void begin_group(std::string text, const markdown::Block& block, bool is_plain = false);
  // Whether the bold line above may be the title of an entry.
  [[nodiscard]] bool may_open_label() const {
    return group_ && !group_->is_used && !group_->is_plain;
  }
  void end_group();
  void keep_label_above(const markdown::Block& heading);
  void end_label_above();
  // The innermost label that the block at `index` stands under.
  [[nodiscard]] KeptText group_of(std::uint32_t index);
  void end_section(bool keeps_entry = false);
  void take_out_topics();
  KeptText words_of(const CatalogWriter::ListingRow& listing);
  void add_sections();

  // The state of a list or table in parts: a new one for its first part.
  Parted& begin_part(const markdown::Block& block);
  [[nodiscard]] std::optional<Known> known_of(const markdown::Block& block) const;
  [[nodiscard]] Mark mark() const;
  void go_back(const markdown::Block& block, Known known);

  const markdown::Document* run_ = nullptr;
  CatalogWriter& writer_;
  Findings& findings_;
  SectionTree tree_;
  // A listing that others may stand below.
  struct Above {
    int line = 0;
    std::uint32_t end = 0;
  };
  std::vector<std::uint32_t> parents_;  // block of the run -> the block that holds it
  std::vector<char> is_taken_;          // by block of the run: read with what stands above it
  std::vector<Above> entries_;          // bullets over bullets, the innermost last
  std::uint32_t section_begin_ = 0;     // the section's first listing
  bool has_links_ = false;              // the section has a bullet with links
  std::vector<char> has_content_;       // by section: more than headings
  std::optional<Group> group_;          // from a bold line
  std::optional<Group> above_;          // from a bold line above headings, and their level
  int above_level_ = 0;
  struct Label {
    int line = 0;
    KeptText text;
  };
  std::vector<Label> labels_;  // of the section, over listings
  std::vector<Group> outer_;   // from bullets over bullets, the innermost last
  struct HtmlProse {
    int line = 0;  // 0: none
    std::string text;
    std::vector<EntryLink> links;
    bool has_words = false;  // and no pictures alone
  };
  std::string html_title_;  // of the first heading in HTML, before any section
  HtmlProse html_prose_;    // of the block of HTML that is being read
  std::optional<OpenEntry> open_;
  std::optional<OpenEntry> heading_;  // that nothing stands below yet: perhaps an entry
  // What the paragraphs of the section are.
  struct Paragraphs {
    std::size_t titles = 0;  // that begin with a linked title
    std::size_t labels = 0;  // that end in a label
    std::size_t others = 0;
    bool is_decided = false;
    bool are_entries = false;
  };
  Paragraphs paragraphs_;
  // A paragraph that is an entry, or prose.
  struct WaitingEntry {
    OpenEntry entry;
    std::vector<ProseDraft> prose;
    bool is_title_alone = false;
  };
  std::vector<WaitingEntry> waiting_;
  std::size_t entry_paragraphs_ = 0;  // entries written as paragraphs so far
  bool is_apart_ = false;             // nothing in this section is an entry
  std::optional<Parted> parted_;
  std::optional<Known> known_;
  std::optional<markdown::Place> back_;
  int images_ = 0;  // images in entries
  int first_image_line_ = 0;
};

}  // namespace lamplight::catalog
