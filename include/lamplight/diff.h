// Diff: what changed between two catalogs, as between a list now and the same list a year ago.
//
//     const lamplight::Diff diff = lamplight::diff_catalogs(old_list, new_list);
//     std::printf("%d added, %d removed\n", diff.counts.added, diff.counts.removed);
//     for (const lamplight::ListingChange& each : diff.listings) {
//       if (each.change == lamplight::Change::Removed) {
//         std::printf("line %d\n", old_list.listings[each.old_listing].line);
//       }
//     }
//
// A Diff names things by their positions in the two catalogs and refers to both: they must outlive
// it and stay where they are. What it says of texts that were edited is its own.
//
// A listing is kept when its section, its group and its work agree. Sections that were renamed or
// moved count as the same, groups agree after folding, and which works are the same is said in
// work_finder.h. A kept listing is unchanged or edited; the order of listings is not compared, nor
// that of a listing's links. Tables of contents are not compared: they repeat the headings.
//
// diff_catalogs(c, c) is empty. diff_catalogs(a, b) and diff_catalogs(b, a) are mirrors as sets:
// what one calls added or also listed the other calls removed, and the other way round.
//
// Time is that of sorting the listings, memory a few numbers for each. Of the words of two texts,
// what they have in common is found exactly while the middle, where they differ, has at most
// 65,536 pairs of words; of longer ones the middle is taken as replaced.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"

namespace lamplight {

enum class Change : std::uint8_t {
  Added,       // what it is about stands only in the new list
  AlsoListed,  // a listing of a work that the old list had elsewhere, and that stays there
  Removed,     // it stands only in the old list
  Moved,       // it left one place and came in another
  Edited,      // its links or words changed
  Renamed,     // sections only
};
// "added", "also_listed", ... as in JSON.
[[nodiscard]] std::string_view change_name(Change change);

// A run of words of two texts, in order. Kept and added ones together are the new text.
enum class PieceKind : std::uint8_t { Kept, Removed, Added };
struct TextPiece {
  PieceKind kind = PieceKind::Kept;
  std::string text;  // with the blank behind it
  bool operator==(const TextPiece&) const = default;
};

struct TextChange {
  std::string old_text;  // empty: there was none
  std::string new_text;  // empty: there is none
  std::vector<TextPiece> pieces;
};

// For moved and edited ones all fields may be set, for added and removed ones only the position.
struct ListingChange {
  Change change = Change::Added;   // all but Renamed
  int old_listing = -1;            // -1: added, also listed
  int new_listing = -1;            // -1: removed
  std::vector<int> links_added;    // positions in the new listing's links
  std::vector<int> links_removed;  // positions in the old listing's links
  std::optional<TextChange> text;  // a row's cells are joined by " | "
};

// Of a kept section there is one change for its name and one for its place, if both changed. It
// moved when it stands below another one, or when it left the order of those beside it.
struct SectionChange {
  Change change = Change::Added;  // Added, Removed, Renamed, Moved
  int old_section = -1;
  int new_section = -1;
};

// A paragraph, an image, a block of code or a bullet that is no listing.
struct ProseChange {
  Change change = Change::Added;  // Added, Removed, Edited
  int old_prose = -1;
  int new_prose = -1;
  std::vector<int> links_added;    // positions in the new prose's links
  std::vector<int> links_removed;  // positions in the old prose's links
  std::optional<TextChange> text;
};

struct DiffCounts {
  int added = 0;        // listings that came, those also listed among them
  int also_listed = 0;  // of them: the work stood elsewhere, and still does
  int removed = 0;
  int moved = 0;
  int edited = 0;
  int unchanged = 0;
  int new_works = 0;  // works of the new list that the old one has not
  int sections_renamed = 0;
  bool operator==(const DiffCounts&) const = default;
};

struct Diff {
  const Catalog* old_list = nullptr;
  const Catalog* new_list = nullptr;
  DiffCounts counts;
  std::optional<TextChange> title;   // of the list
  std::optional<TextChange> bibtex;  // the list's own citation
  // Each in the order of the new list, what was removed after what preceded it.
  std::vector<SectionChange> sections;
  std::vector<ListingChange> listings;
  std::vector<ProseChange> prose;

  // Nothing changed.
  [[nodiscard]] bool empty() const;
};

// Never fails; two lists that have nothing in common are all removed and all added.
[[nodiscard]] Diff diff_catalogs(const Catalog& old_list, const Catalog& new_list);

}  // namespace lamplight
