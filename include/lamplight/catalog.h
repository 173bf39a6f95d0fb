// Catalog: one curated list, parsed. The value everything else in Lamplight reads.
//
//     lamplight::Result<lamplight::Catalog> parsed =
//         lamplight::parse_catalog("# A list\n- Fmt: a formatter [[Code]](https://x.org)\n");
//     if (const lamplight::Catalog* catalog = parsed.value_if()) {
//       for (const lamplight::Listing& listing : catalog->listings) {
//         const std::string_view title = listing.title;
//         std::printf("%d %.*s\n", listing.line, static_cast<int>(title.size()), title.data());
//       }
//     }
//
// A Catalog owns all its text and never refers to the input. It is built once and not changed.
// Indices are positions in the arrays of the same Catalog; -1 means "none". Lines are 1-based.
// All text is as the list writes it, in valid UTF-8 and normal form C of Unicode 15.0, white space
// folded to single blanks. Addresses are not normalised.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "lamplight/block.h"
#include "lamplight/result.h"

namespace lamplight {

enum class LinkKind : std::uint8_t {
  Paper,
  Code,
  Project,
  Blog,
  Model,
  Dataset,
  Demo,
  Video,
  Slides,
  Source,
  Other,
};
inline constexpr int link_kind_count = 11;

// "paper", "code", ... the spelling used in JSON, in URLs and after `has:`.
[[nodiscard]] std::string_view link_kind_name(LinkKind kind);
// The reverse of link_kind_name; folds case and the common synonyms ("pdf", "github", ...).
[[nodiscard]] std::optional<LinkKind> find_link_kind(std::string_view name);
// Whether one of the kind's synonyms begins so ("git": code), as while it is being typed.
[[nodiscard]] bool has_link_kind_synonym(LinkKind kind, std::string_view beginning);

struct Link {
  Text label;        // letters as written; empty for a row's title link
  OptionalText url;  // as written; none for a label without a target
  LinkKind kind;
  std::uint8_t unused[3];  // zeros, as everywhere below
};

struct Cell {
  Text column;
  Text text;
};

enum class Shape : std::uint8_t { Bullet, Row, Paragraph, Heading };
inline constexpr int shape_count = 4;

// One entry of the list, where it stands: a bullet, a table row, a paragraph or a heading.
struct Listing {
  std::int32_t line;
  std::int32_t section;  // or -1
  std::int32_t work;     // always valid
  Shape shape;
  std::uint8_t unused[3];
  OptionalText group;  // bold label without its colon
  Text text;           // visible text without link labels
  OptionalText name;   // short name, when the title starts with one
  Text title;          // text without the short name
  Array<Link> links;
  Array<Cell> cells;  // rows only
  // What the entry itself states, as the list writes it; never derived from an address.
  OptionalText authors;
  OptionalText venue;  // without its year
  OptionalText description;
  Array<Text> tags;    // licence, language, platform, stars, ...: short marks
  OptionalInt year;    // a section that is a bare year counts
  OptionalInt parent;  // line of the listing that it belongs under
};

struct Section {
  Text id;  // slug path, "large-language-models/healthcare-domain"
  Text title;
  std::int32_t parent;  // or -1; stands before its children
  std::int32_t level;   // heading level, 2..6; 1 for a heading of the first level after the title
  std::int32_t line;
};

// What one or more listings denote. Everything below `listings` is derived, never written.
struct Work {
  Text id;  // unique in the catalog, stable under edits elsewhere
  OptionalText name;
  Text title;
  Array<std::int32_t> listings;  // ascending, never empty
  OptionalInt year;              // when the identifier was issued
  OptionalText year_from;        // what the year was taken from: "arxiv", "doi", "acl", ...
  OptionalText venue;            // display name: "arXiv", "Nature", "bioRxiv"
  OptionalText arxiv;            // without version: "2311.06025"
  OptionalText doi;              // lower case: "10.1101/2022.11.20.517210"
  OptionalText repository;       // "owner/name"
};

// Text of the list that is no listing: kept so that nothing is lost and all of it can be found.
enum class ProseKind : std::uint8_t { Paragraph, Contents, Topics, Code, Image };
inline constexpr int prose_kind_count = 5;

struct Prose {
  std::int32_t line;
  std::int32_t section;  // or -1
  Text text;
  Array<Link> links;
  ProseKind kind;
  std::uint8_t unused[3];
};

enum class Level : std::uint8_t { Note, Warning, Error };
inline constexpr int level_count = 3;

// What a rule has to say about one line of the list.
struct Finding {
  Text rule;  // "link-without-url"
  Text message;
  std::int32_t line;
  Level level;
  std::uint8_t unused[3];
};

// What a block begins with.
struct CatalogHeader {
  char magic[8];  // "lamplist"
  std::uint32_t version;
  std::uint32_t size;  // of the whole block, bytes
  Text title;
  OptionalText bibtex;
  Array<Section> sections;
  Array<Listing> listings;
  Array<Work> works;
  Array<Prose> prose;
  Array<Finding> findings;
  Array<Link> links;                  // of all listings, then of all prose, in their order
  Array<Cell> cells;                  // of all listings, in their order
  Array<Text> tags;                   // of all listings, in their order
  Array<std::int32_t> work_listings;  // of all works, in their order
  Array<char> texts;
};
inline constexpr std::string_view catalog_magic = "lamplist";
inline constexpr std::uint32_t catalog_version = 2;

static_assert(sizeof(Link) == 20 && offsetof(Link, kind) == 16);
static_assert(sizeof(Cell) == 16);
static_assert(sizeof(Listing) == 104 && offsetof(Listing, shape) == 12);
static_assert(offsetof(Listing, group) == 16 && offsetof(Listing, cells) == 56);
static_assert(offsetof(Listing, authors) == 64 && offsetof(Listing, parent) == 100);
static_assert(sizeof(Section) == 28 && offsetof(Section, parent) == 16);
static_assert(sizeof(Work) == 76 && offsetof(Work, year) == 32);
static_assert(offsetof(Work, year_from) == 36 && offsetof(Work, repository) == 68);
static_assert(sizeof(Prose) == 28 && offsetof(Prose, kind) == 24);
static_assert(sizeof(Finding) == 24 && offsetof(Finding, level) == 20);
static_assert(sizeof(CatalogHeader) == 112 && offsetof(CatalogHeader, title) == 16);
static_assert(offsetof(CatalogHeader, sections) == 32 && offsetof(CatalogHeader, texts) == 104);

// Whether two records say the same, wherever they lie; indices are compared as numbers.
[[nodiscard]] bool operator==(const Link& a, const Link& b);
[[nodiscard]] bool operator==(const Cell& a, const Cell& b);
[[nodiscard]] bool operator==(const Listing& a, const Listing& b);
[[nodiscard]] bool operator==(const Section& a, const Section& b);
[[nodiscard]] bool operator==(const Work& a, const Work& b);
[[nodiscard]] bool operator==(const Prose& a, const Prose& b);
[[nodiscard]] bool operator==(const Finding& a, const Finding& b);

// One block and what is in it. Moving it leaves every view and reference valid; it is copied only
// when asked. The members below are for reading.
class Catalog {
 public:
  Catalog() = default;  // of an empty list
  Catalog(Catalog&& other) noexcept;
  Catalog& operator=(Catalog&& other) noexcept;
  ~Catalog() = default;

  std::string_view title;  // the H1, or empty
  std::span<const Section> sections;
  std::span<const Listing> listings;
  std::span<const Work> works;
  std::span<const Prose> prose;
  std::span<const Finding> findings;
  std::optional<std::string_view> bibtex;  // the list's own citation

  // The block, for read_catalog_block; valid as long as the catalog is.
  [[nodiscard]] std::string_view bytes() const;
  [[nodiscard]] Catalog copy() const;

  // As for records.
  friend bool operator==(const Catalog& a, const Catalog& b);

  // Aborts with a message when an index is out of range or an array is out of order. Debug seams.
  void check() const;

 private:
  friend struct BlockReference;
  // The block must be known to be a good one.
  explicit Catalog(BlockBytes block);
  BlockBytes block_;
};

// A block as a catalog, in place and without a copy. Nothing in it is trusted: header, size, every
// reference, index, enumerator, that arrays of records do not overlap, that text is UTF-8 and that
// lines, parents and works' listings are in order; so what it gives can be read without a further
// check, in time linear in its size. Not checked: that ids are unique and texts in NFC.
//   failure: Syntax (no block, or a damaged one; the message says what is wrong), InvalidArgument
//            (a block of another version).
[[nodiscard]] Result<Catalog> read_catalog_block(BlockBytes block);

// Limits that keep time and memory bounded on hostile input.
inline constexpr std::size_t max_input_bytes = std::size_t{256} << 20;
inline constexpr std::size_t max_line_bytes = std::size_t{1} << 20;
inline constexpr int max_nesting = 64;

// Parses the Markdown of one list.
//   success: a catalog; whatever was odd is in `findings` (an over-long line, too deep nesting,
//            invalid UTF-8, ragged rows, a label without URL, an empty file, ...).
//            Lists in reStructuredText are read, too.
//   failure: NotText (NUL bytes: a binary file), Syntax (a page of HTML, AsciiDoc), TooLarge (over
//            max_input_bytes, or millions of entries of a few bytes each, which would take memory
//            out of proportion), OutOfMemory (for the catalog itself, beside the text).
// `address` is where the list itself stands ("https://github.com/ann/list/blob/main/README.md"):
// its relative links ("docs/a.md") are then written as where they lead. Without it, or where they
// leave its host or repository, they stay as written, with a finding.
[[nodiscard]] Result<Catalog> parse_catalog(std::string_view markdown,
                                            std::string_view address = {});

// "https", "http" and "mailto" links are the only ones ever made clickable.
[[nodiscard]] bool is_clickable_url(std::string_view url);

}  // namespace lamplight
