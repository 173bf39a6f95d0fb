// Columns: what the table can tell of a work. Those that are shown, their order and their widths
// are one text, "name.138,title,year", the view's own key "cols" of the address.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/builders.h"

namespace lamplight::app {

inline constexpr int min_column_width = 48;  // CSS px
inline constexpr int max_column_width = 2000;

// Ids are "name", "title", "description", "authors", "where", "year", "venue", "links", "since",
// "identifier", "repository", "line", and those of the profile's facets with values of their own.
struct ColumnView {
  std::string id;
  std::string title;
  int width = 0;  // CSS px; 0: nobody chose one
  bool is_shown = false;
  bool operator==(const ColumnView&) const = default;
};

// What stands in one cell; nothing known is an empty text.
struct CellView {
  std::string text;
  std::string color;            // category of the square before it, or empty
  std::vector<LinkView> links;  // of "links": what is told of them, with its addresses
  std::size_t more_links = 0;
};

// Whether the address may name it, whatever list is shown.
[[nodiscard]] bool is_column(std::string_view id, const std::vector<std::string>& facets);

// The value of "cols" without what is no column, which is told in `wrong`.
[[nodiscard]] std::string read_columns(std::string_view text,
                                       const std::vector<std::string>& facets,
                                       std::vector<std::string>& wrong);

// All columns that the list has something for: the shown ones in their order, then the others.
// `chosen`: the value of "cols".
[[nodiscard]] std::vector<ColumnView> build_columns(const Scene& scene, std::string_view chosen);
// The value of "cols" that shows these; empty for what is shown without it.
[[nodiscard]] std::string print_columns(const Scene& scene, const std::vector<ColumnView>& columns);

[[nodiscard]] CellView build_cell(const Scene& scene, std::string_view column, std::uint32_t work);

// Whether the column's own direction is from the most, or the newest, down.
[[nodiscard]] bool falls(std::string_view column);

// "Year, name": the order in words, for a choice that has no better ones.
[[nodiscard]] std::string sort_title(const Scene& scene, const SortKeys& keys);

// What is copied of a table at once: as many rows as a clipboard takes with ease.
inline constexpr std::size_t most_copied = 100'000;
struct CopiedRows {
  std::vector<std::uint32_t> works;
  std::string said;  // to the reader: "2 rows were copied."
};
// `chosen`: works, sorted; none for all rows.
[[nodiscard]] CopiedRows copied_rows(const Hits& rows, const std::vector<std::uint32_t>& chosen);

// Tab-separated lines, a header first. What a spreadsheet would take for a formula gets an
// apostrophe in front; tabs and line ends become blanks.
[[nodiscard]] std::string to_tsv(const Scene& scene, const std::vector<ColumnView>& columns,
                                 const std::vector<std::uint32_t>& works);

}  // namespace lamplight::app
