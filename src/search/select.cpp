#include "search/select.h"

#include <string>
#include <vector>

#include "search/link_kinds.h"
#include "search/section_match.h"
#include "search/tokens.h"

namespace lamplight::search {

bool has_words_in_a_row(std::string_view text, std::string_view wanted) {
  const std::vector<std::string> words = words_of(text);
  const std::vector<std::string> parts = words_of(wanted);
  if (parts.empty()) return false;
  for (std::size_t first = 0; first + parts.size() <= words.size(); ++first) {
    bool all = true;
    for (std::size_t i = 0; i < parts.size() && all; ++i) {
      const std::string& word = words[first + i];
      all =
          i + 1 < parts.size() ? word == parts[i] : word.compare(0, parts[i].size(), parts[i]) == 0;
    }
    if (all) return true;
  }
  return false;
}

bool add_in(const Catalog& catalog, const Columns& columns, std::string_view value,
            WorkSet& works) {
  const SectionMatch match(catalog, value);
  std::vector<char> has_place(columns.place_list.size());
  bool is_known = match.covers_any_section();
  for (std::size_t place = 0; place < has_place.size(); ++place) {
    has_place[place] = match.covers(columns.place_list[place]);
    is_known = is_known || has_place[place];
  }
  if (!is_known) return false;
  std::vector<char> is_chosen(columns.place_codes.size(), false);
  for (std::size_t code = 0; code < is_chosen.size(); ++code) {
    for (const std::uint32_t place : columns.place_codes[code]) {
      if (has_place[place]) is_chosen[code] = true;
    }
  }
  columns.places.add(is_chosen, works);
  return true;
}

bool add_has(const Columns& columns, std::string_view value, WorkSet& works) {
  const KindMask wanted = find_kinds(value);
  if (wanted == 0) return false;
  std::vector<char> is_chosen(columns.kind_codes.size());
  for (std::size_t code = 0; code < is_chosen.size(); ++code) {
    is_chosen[code] = (columns.kind_codes[code] & wanted) != 0;
  }
  columns.kinds.add(is_chosen, works);
  return true;
}

bool add_venue(const Columns& columns, std::string_view value, WorkSet& works) {
  std::vector<char> is_chosen(columns.venue_codes.size());
  bool is_known = false;
  for (std::size_t code = 0; code < is_chosen.size(); ++code) {
    is_chosen[code] = has_words_in_a_row(columns.venue_codes[code], value);
    is_known = is_known || is_chosen[code];
  }
  if (is_known) columns.venues.add(is_chosen, works);
  return is_known;
}

void add_years(const Columns& columns, const YearRange& years, WorkSet& works) {
  std::vector<char> is_chosen(columns.year_codes.size());
  for (std::size_t code = 0; code < is_chosen.size(); ++code) {
    const std::optional<int> year = columns.year_codes[code];
    is_chosen[code] = year && years.holds(*year);
  }
  columns.years.add(is_chosen, works);
}

}  // namespace lamplight::search
