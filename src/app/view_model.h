// View model: what is to be seen, derived from catalog, index and state. No pixels, no ImGui.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"
#include "lamplight/catalog.h"
#include "lamplight/search.h"

namespace lamplight::app {

struct LinkView {
  std::string label;  // "Paper"; a row's title link is labelled by its kind
  LinkKind kind = LinkKind::Other;
  std::string url;  // empty: a label without a link, or one that must not be clickable
};

enum class TagKind { Good, Warning };
struct TagView {
  std::string text;  // "new", "shared URL"
  TagKind kind = TagKind::Good;
  std::string explanation;
};

// One work in the list.
struct RowView {
  std::string id;
  std::string url;   // fragment of the address with the work selected, "#work=openfold"
  std::string name;  // "OpenFold" or empty; drawn bold with a colon
  std::string title;
  std::vector<Span> name_highlights;
  std::vector<Span> title_highlights;
  std::string description;               // stated, or the second cell of a row that states nothing
  std::string meta;                      // "A. Byron · 2022 · bioRxiv · Language › Healthcare"
  std::string color;                     // category of the bar, or empty
  std::vector<LinkView> links;           // of all listings, without repeats
  std::vector<TagView> tags;             // what we say of it
  std::vector<std::string> stated_tags;  // what the list says: "MIT", "Python"
  bool is_selected = false;
  bool is_saved = false;
};

// Joins what is told in one line: "2022 · bioRxiv". Empty parts are left out.
void add_part(std::string& line, std::string_view part);

struct FactView {
  std::string name;    // "Year"
  std::string value;   // "2022"
  std::string source;  // "from the arXiv id": set on everything derived
  std::string url;     // clickable, or empty
};

struct PlaceView {
  std::string text;     // "Language › Healthcare domain"
  std::string section;  // section id, value of the filter "in"
  std::string color;
  int line = 0;
};

struct RelatedView {
  std::string id;
  std::string url;  // as that of a row
  std::string title;
};

struct DetailView {
  RowView row;
  std::string heading;      // name, or the title where there is none
  std::string subtitle;     // the title where there is a name
  std::string description;  // stated, unless one of the cells says it
  std::vector<FactView> facts;
  std::vector<PlaceView> places;
  std::string bibtex;
  std::vector<RelatedView> related;                        // empty until related works are computed
  std::vector<std::pair<std::string, std::string>> cells;  // columns of a table row
  int line = 0;                                            // source line of the first listing
  std::string correction_url;                              // "suggest a correction", or empty
};

struct ChipView {
  std::string text;  // "Bioinformatics", "2020–2022"
  Action remove;
};

struct FacetValueView {
  std::string id;
  std::string title;
  std::string color;  // category or empty
  int depth = 0;      // in a section tree
  std::uint32_t count = 0;
  std::uint32_t all = 0;
  bool is_selected = false;
};

struct FacetView {
  std::string id;
  std::string title;
  FacetSource source = FacetSource::Values;
  int shown = 8;
  std::vector<FacetValueView> values;
};

struct SnapshotView {
  std::string date;   // "2024-03-11"
  std::string label;  // "Mar 2024"
  bool is_shown = false;
};

// What to offer when nothing is found.
struct RescueView {
  std::string text;  // "Drop “Bioinformatics”: 12 works"
  Action action;
};

// A word that stands nowhere in the list: "No work has “protien”: “protein” is searched instead."
struct CorrectionView {
  std::string text;
  std::string label;  // "Search for “protein”"
  Action accept;      // the query with the likeliest word in its place
};

// Completes what is typed, reads it as fields and filters, or brings back what was searched before.
enum class SuggestionKindView : std::uint8_t {
  Word,
  Name,
  Field,
  Value,
  Spelling,
  Recent,
  Reading
};
struct SuggestionView {
  SuggestionKindView kind = SuggestionKindView::Word;
  std::string text;    // "protein"
  std::string detail;  // "12 works", "did you mean", "searched before"; or empty
  Action accept;       // SetQuery; of a reading with filters, SetState
};

// The index is being built: rows are those of the whole list, in its order.
struct PreparingView {
  float part = 0;  // 0 to 1
  bool is_cancelled = false;
};

struct ViewModel {
  std::string title;
  std::string query;
  std::vector<std::string> notices;  // about the query and the URL
  std::vector<SnapshotView> snapshots;
  std::vector<FacetView> facets;
  std::vector<ChipView> chips;
  Hits rows;  // works in order; Session::row() makes each on demand
  std::size_t all_works = 0;
  std::string count_text;  // "18 of 208 works"
  std::string footer;      // "208 works · 280 listings · 13 datasets · 6 laws"
  SortKeys sort;
  std::string sort_title;  // "Year, name"
  View view = View::List;
  std::optional<DetailView> detail;
  std::vector<RescueView> rescues;
  std::vector<CorrectionView> corrections;
  std::optional<PreparingView> preparing;
  Theme theme = Theme::System;
  YearRange years;
};

// What the title of a window says, for a history and a row of tabs: "ChiMed-GPT · Healthcare
// Foundation Models", "“protein” · Bioinformatics · …", "Table · …".
[[nodiscard]] std::string window_title(const ViewModel& model);

}  // namespace lamplight::app
