// CatalogWriter: makes a catalog's block from what comes along, in the order in which it comes,
// with little memory: no allocation a record, and each byte of text kept once. For src/catalog
// only; by hand, a CatalogDraft is easier.
//
//     CatalogWriter writer;
//     CatalogWriter::ListingRow& listing = writer.add_listing();
//     listing.line = 5;
//     listing.text = writer.keep("Fmt: a formatter");
//     listing.name = writer.keep_within(listing.text, "Fmt");
//     listing.title = writer.keep_within(listing.text, "a formatter");
//     writer.add_link("Code", LinkKind::Code, "https://x.org");
//     listing.work = static_cast<int>(writer.works().size());
//     CatalogWriter::WorkRow& work = writer.add_work();
//     work.id = writer.keep("fmt");
//     work.title = listing.title;
//     Result<Catalog> catalog = writer.finish();
//
// Rows may be read and changed, in any order, until finish(), and stay where they are: a reference
// to one is valid until then. Links go to the listing or prose that was added last, cells and
// tags to the listing that was. A row says which are its own (first_link to end_link); of those
// that are passed over none is written. finish() gives each work its listings (those that name it,
// in the list's order) and puts prose and findings in the order of their lines.
//
// Texts must be UTF-8. keep() copies; a text that is kept already costs nothing more as a part of
// the other (keep_within), as the same KeptText in several rows, or where many rows say the same
// (keep_common: labels, columns, venues).
//
// Memory: the rows below, the texts, and the block itself once finish() makes it, by when rows go
// as they are written. Limits: the block stays below 4 GiB, else finish() gives TooLarge.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "catalog/chunks.h"
#include "catalog/list_address.h"
#include "lamplight/catalog.h"

namespace lamplight::catalog {

class CatalogWriter {
 public:
  // A block takes at most so many bytes. Fewer than its offsets can tell are for tests: what
  // happens beyond depends on the sum of sizes alone. Relative links are written as where they lead
  // from the list's own address.
  explicit CatalogWriter(std::uint64_t most_bytes = max_block_bytes, std::string_view address = {})
      : most_bytes_(most_bytes), address_(address), texts_(most_bytes) {}

  // The fields are those of the records in lamplight/catalog.h. A KeptText without a value is none
  // where a text is optional, and empty elsewhere.
  struct LinkRow {
    KeptText label;
    KeptText url;
    LinkKind kind = LinkKind::Other;
  };
  struct CellRow {
    KeptText column;
    KeptText text;
  };
  struct SectionRow {
    KeptText id;
    KeptText title;
    int parent = -1;
    int level = 2;
    int line = 0;
  };
  // What the description may be besides; not written.
  enum class Tail : std::uint8_t { None, Words, People };
  struct ListingRow {
    int line = 0;
    int section = -1;
    int work = -1;
    Shape shape = Shape::Bullet;
    KeptText group;
    KeptText text;
    KeptText name;
    KeptText title;
    std::uint32_t first_link = 0;
    std::uint32_t end_link = 0;
    std::uint32_t first_cell = 0;
    std::uint32_t end_cell = 0;
    KeptText authors;
    KeptText venue;
    KeptText description;
    std::uint32_t first_tag = 0;
    std::uint32_t end_tag = 0;
    OptionalInt year{std::nullopt};
    OptionalInt parent{std::nullopt};
    Tail tail = Tail::None;
  };
  struct WorkRow {
    KeptText id;
    KeptText name;
    KeptText title;
    OptionalInt year{std::nullopt};
    KeptText year_from;
    KeptText venue;
    KeptText arxiv;
    KeptText doi;
    KeptText repository;
  };
  struct ProseRow {
    int line = 0;
    int section = -1;
    ProseKind kind = ProseKind::Paragraph;
    KeptText text;
    std::uint32_t first_link = 0;
    std::uint32_t end_link = 0;
  };
  struct FindingRow {
    KeptText rule;
    KeptText message;
    int line = 0;
    Level level = Level::Note;
  };

  KeptText title;
  KeptText bibtex;  // or none

  SectionRow& add_section() { return sections_.add(); }
  ListingRow& add_listing();
  WorkRow& add_work() { return works_.add(); }
  ProseRow& add_prose();
  FindingRow& add_finding() { return findings_.add(); }
  // Whether a link that is no web address as it is written becomes one.
  [[nodiscard]] bool leads_somewhere(std::string_view url) const {
    return address_.resolve(url).has_value();
  }
  void add_link(std::string_view label, LinkKind kind, std::optional<std::string_view> url);
  void add_cell(std::string_view column, std::string_view text);
  void add_tag(std::string_view text);

  // How far it is, to take back what came since: all but sections and works.
  struct Mark {
    std::uint32_t listings = 0;
    std::uint32_t prose = 0;
    std::uint32_t findings = 0;
    std::uint32_t links = 0;
    std::uint32_t cells = 0;
    std::uint32_t tags = 0;
    std::uint64_t texts = 0;
  };
  [[nodiscard]] Mark mark() const;
  void go_back(const Mark& mark);

  [[nodiscard]] KeptText keep(std::string_view text) { return texts_.add(text); }
  // The part of `whole` that `text` is, where `whole` begins or ends with it; else a copy.
  [[nodiscard]] KeptText keep_within(KeptText whole, std::string_view text);
  // The same KeptText for the same text, mostly: long or seldom ones are copied again.
  [[nodiscard]] KeptText keep_common(std::string_view text);
  // Empty for none. Valid until finish().
  [[nodiscard]] std::string_view text(KeptText kept) const { return texts_.view(kept); }

  [[nodiscard]] const LinkRow& link(std::uint32_t index) const { return links_[index]; }
  [[nodiscard]] KeptText tag(std::uint32_t index) const { return tags_[index]; }
  [[nodiscard]] Chunks<SectionRow>& sections() { return sections_; }
  // Whether links that are added now belong to a listing and not to prose.
  [[nodiscard]] bool is_listing_last() const { return !last_is_prose_; }
  [[nodiscard]] Chunks<ListingRow>& listings() { return listings_; }
  [[nodiscard]] const Chunks<ListingRow>& listings() const { return listings_; }
  [[nodiscard]] Chunks<WorkRow>& works() { return works_; }
  [[nodiscard]] Chunks<ProseRow>& prose() { return prose_; }
  [[nodiscard]] Chunks<FindingRow>& findings() { return findings_; }
  [[nodiscard]] Chunks<LinkRow>& links() { return links_; }  // of listings and prose
  [[nodiscard]] const Chunks<LinkRow>& links() const { return links_; }
  [[nodiscard]] Chunks<CellRow>& cells() { return cells_; }

  // What rows, texts and the block made of them take together, works aside.
  [[nodiscard]] std::uint64_t expected_bytes() const;

  // The catalog. The writer is to be thrown away after it.
  //   failure: TooLarge (4 GiB and more), OutOfMemory.
  [[nodiscard]] Result<Catalog> finish();

 private:
  friend class BlockLayout;
  static constexpr std::size_t max_common_bytes = 64;
  static constexpr std::size_t common_slots = 1024;

  std::uint64_t most_bytes_;
  ListAddress address_;
  Chunks<SectionRow> sections_;
  Chunks<ListingRow> listings_;
  Chunks<WorkRow> works_;
  Chunks<ProseRow> prose_;
  Chunks<FindingRow> findings_;
  Chunks<LinkRow> links_;
  Chunks<CellRow> cells_;
  Chunks<KeptText> tags_;
  TextChunks texts_;
  std::array<KeptText, common_slots> common_;  // by hash, the last one of each
  bool last_is_prose_ = false;                 // of listings and prose
};

}  // namespace lamplight::catalog
