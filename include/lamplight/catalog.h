// Catalog: one curated list, parsed. The value everything else in Lamplight reads.
//
//     lamplight::Result<lamplight::Catalog> parsed =
//         lamplight::parse_catalog("# A list\n- Fmt: a formatter [[Code]](https://x.org)\n");
//     if (const lamplight::Catalog* catalog = parsed.value_if()) {
//       for (const lamplight::Listing& listing : catalog->listings) {
//         std::printf("%d %s\n", listing.line, listing.title.c_str());
//       }
//     }
//
// A Catalog owns all its text and never refers to the input. It is built once and not changed.
// Indices are positions in the arrays of the same Catalog; -1 means "none". Lines are 1-based.
// All text is as the list writes it, in valid UTF-8 and normal form C of Unicode 15.0, white space
// folded to single blanks. Addresses are not normalised.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  std::string label;  // letters as written; empty for a row's title link
  LinkKind kind = LinkKind::Other;
  std::optional<std::string> url;  // as written; none for a label without a target
  bool operator==(const Link&) const = default;
};

struct Cell {
  std::string column;
  std::string text;
  bool operator==(const Cell&) const = default;
};

enum class Shape : std::uint8_t { Bullet, Row };

// One bullet or one table row, where it stands.
struct Listing {
  int line = 0;
  int section = -1;
  std::optional<std::string> group;  // bold label without its colon
  Shape shape = Shape::Bullet;
  std::string text;                 // visible text without link labels
  std::optional<std::string> name;  // short name, when the title starts with one
  std::string title;                // text without the short name
  std::vector<Link> links;
  std::vector<Cell> cells;  // rows only
  int work = -1;            // always valid in a parsed catalog
  bool operator==(const Listing&) const = default;
};

struct Section {
  std::string id;  // slug path, "large-language-models/healthcare-domain"
  std::string title;
  int parent = -1;
  int level = 2;  // heading level, 2..6; 1 for a heading of the first level after the title
  int line = 0;
  bool operator==(const Section&) const = default;
};

// What one or more listings denote. Everything below `listings` is derived, never written.
struct Work {
  std::string id;  // unique in the catalog, stable under edits elsewhere
  std::optional<std::string> name;
  std::string title;
  std::vector<int> listings;             // ascending, never empty
  std::optional<int> year;               // when the identifier was issued
  std::optional<std::string> year_from;  // what the year was taken from: "arxiv", "doi", "acl", ...
  std::optional<std::string> venue;      // display name: "arXiv", "Nature", "bioRxiv"
  std::optional<std::string> arxiv;      // without version: "2311.06025"
  std::optional<std::string> doi;        // lower case: "10.1101/2022.11.20.517210"
  std::optional<std::string> repository;  // "owner/name"
  bool operator==(const Work&) const = default;
};

// Text of the list that is no listing: kept so that nothing is lost and all of it can be found.
enum class ProseKind : std::uint8_t { Paragraph, Contents, Topics, Code, Image };

struct Prose {
  int line = 0;
  int section = -1;
  ProseKind kind = ProseKind::Paragraph;
  std::string text;
  std::vector<Link> links;
  bool operator==(const Prose&) const = default;
};

enum class Level : std::uint8_t { Note, Warning, Error };

// What a rule has to say about one line of the list.
struct Finding {
  std::string rule;  // "link-without-url"
  Level level = Level::Note;
  int line = 0;
  std::string message;
  bool operator==(const Finding&) const = default;
};

struct Catalog {
  std::string title;  // the H1, or empty
  std::vector<Section> sections;
  std::vector<Listing> listings;
  std::vector<Work> works;
  std::vector<Prose> prose;
  std::vector<Finding> findings;
  std::optional<std::string> bibtex;  // the list's own citation
  bool operator==(const Catalog&) const = default;

  // Aborts with a message when an index is out of range or an array is out of order. Debug seams.
  void check() const;
};

// Limits that keep time and memory bounded on hostile input.
inline constexpr std::size_t max_input_bytes = std::size_t{256} << 20;
inline constexpr std::size_t max_line_bytes = std::size_t{1} << 20;
inline constexpr int max_nesting = 64;

// Parses the Markdown of one list.
//   success: a catalog; whatever was odd is in `findings` (an over-long line, too deep nesting,
//            invalid UTF-8, ragged rows, a label without URL, an empty file, ...).
//   failure: NotText (NUL bytes: a binary file), TooLarge (over max_input_bytes).
[[nodiscard]] Result<Catalog> parse_catalog(std::string_view markdown);

// "https", "http" and "mailto" links are the only ones ever made clickable.
[[nodiscard]] bool is_clickable_url(std::string_view url);

}  // namespace lamplight
