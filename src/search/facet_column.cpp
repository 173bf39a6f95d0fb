#include "search/facet_column.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/sort.h"
#include "base/text.h"
#include "lamplight/tags.h"
#include "lamplight/work_kind.h"

namespace lamplight::search {
namespace {

const Column& column_of(FacetSource source, const Columns& columns) {
  switch (source) {
    case FacetSource::Links:
      return columns.kinds;
    case FacetSource::Year:
      return columns.years;
    case FacetSource::Venue:
      return columns.venues;
    case FacetSource::Kind:
      return columns.work_kinds;
    case FacetSource::Tags:
      return columns.tags;
    case FacetSource::Values:
    case FacetSource::Sections:
    case FacetSource::Groups:
      break;
  }
  return columns.places;
}

}  // namespace

std::string_view link_kind_title(LinkKind kind) {
  constexpr std::string_view titles[link_kind_count] = {
      "Paper", "Code",  "Project page", "Blog",   "Model",     "Dataset",
      "Demo",  "Video", "Slides",       "Source", "Other link"};
  return titles[static_cast<std::size_t>(kind)];
}

FacetColumn::FacetColumn(const Catalog& catalog, const Profile& profile, const Facet& facet,
                         const Columns& columns)
    : facet_(&facet), column_(&column_of(facet.source, columns)) {
  switch (facet.source) {
    case FacetSource::Values:
      store(list_values(catalog, columns));
      break;
    case FacetSource::Links:
      store(list_links(columns));
      break;
    case FacetSource::Year:
      store(list_years(columns));
      break;
    case FacetSource::Venue:
      store(list_venues(columns));
      break;
    case FacetSource::Sections:
      store(list_sections(catalog, profile, columns));
      break;
    case FacetSource::Groups:
      store(list_groups(columns));
      break;
    case FacetSource::Kind:
      store(list_kinds());
      break;
    case FacetSource::Tags:
      store(list_tags(columns));
      break;
  }
}

FacetColumn::Lists FacetColumn::list_values(const Catalog& catalog, const Columns& columns) {
  Lists by_place(columns.place_list.size());
  for (std::uint32_t value = 0; value < facet_->values.size(); ++value) {
    const FacetValue& wanted = facet_->values[value];
    values_.push_back({wanted.id, wanted.title, wanted.color});
    for (std::size_t place = 0; place < by_place.size(); ++place) {
      const Place& at = columns.place_list[place];
      if (covers(wanted.match, catalog, at.section, at.shape)) by_place[place].push_back(value);
    }
  }
  Lists lists(columns.place_codes.size());
  for (std::size_t code = 0; code < lists.size(); ++code) {
    for (const std::uint32_t place : columns.place_codes[code]) {
      lists[code].insert(lists[code].end(), by_place[place].begin(), by_place[place].end());
    }
  }
  return lists;
}

FacetColumn::Lists FacetColumn::list_links(const Columns& columns) {
  for (int i = 0; i < link_kind_count; ++i) {
    const LinkKind kind = static_cast<LinkKind>(i);
    values_.push_back({std::string(link_kind_name(kind)), std::string(link_kind_title(kind)), {}});
  }
  Lists lists(columns.kind_codes.size());
  for (std::size_t code = 0; code < lists.size(); ++code) {
    for (std::uint32_t i = 0; i < link_kind_count; ++i) {
      if ((columns.kind_codes[code] >> i) & 1) lists[code].push_back(i);
    }
  }
  return lists;
}

FacetColumn::Lists FacetColumn::list_years(const Columns& columns) {
  std::vector<std::uint32_t> years;
  for (const std::optional<int>& year : columns.year_codes) {
    if (year) years.push_back(static_cast<std::uint32_t>(*year));
  }
  std::sort(years.begin(), years.end());
  for (const std::uint32_t each : years) {
    const int year = static_cast<int>(each);
    const std::string id = print_year_range({year, year});
    values_.push_back({id, id, {}});
  }
  Lists lists(columns.year_codes.size());
  for (std::size_t code = 0; code < lists.size(); ++code) {
    const std::optional<int> year = columns.year_codes[code];
    if (!year) continue;
    const auto at =
        std::lower_bound(years.begin(), years.end(), static_cast<std::uint32_t>(*year)) -
        years.begin();
    lists[code].push_back(static_cast<std::uint32_t>(at));
  }
  return lists;
}

FacetColumn::Lists FacetColumn::list_venues(const Columns& columns) {
  // Most works first, then by name; works without a venue have none. Venues that differ in case
  // alone are one, written as most works have it.
  const std::vector<std::uint32_t>& works = column_->all();
  std::vector<std::uint32_t> order(columns.venue_codes.size());
  std::iota(order.begin(), order.end(), 0u);
  std::erase_if(order, [&](std::uint32_t code) { return columns.venue_codes[code].empty(); });
  sort_numbers(order, [&](std::uint32_t a, std::uint32_t b) {
    return works[a] != works[b] ? works[a] > works[b]
                                : columns.venue_codes[a] < columns.venue_codes[b];
  });
  Lists lists(columns.venue_codes.size());
  StringIndex names;
  for (const std::uint32_t code : order) {
    const std::string name(columns.venue_codes[code]);
    const std::uint32_t value = names.add(fold(name));
    lists[code].push_back(value);
    if (value == values_.size()) values_.push_back({name, name, {}});
  }
  return lists;
}

FacetColumn::Lists FacetColumn::list_groups(const Columns& columns) {
  Lists lists(columns.place_codes.size());
  StringIndex groups;
  for (std::size_t code = 0; code < lists.size(); ++code) {
    for (const std::uint32_t place : columns.place_codes[code]) {
      const std::string& group = columns.place_list[place].group;
      if (group.empty()) continue;
      std::string key = tag_key(group);
      const std::uint32_t value = groups.add(key);
      lists[code].push_back(value);
      if (value == values_.size()) values_.push_back({std::move(key), group, {}});
    }
  }
  return lists;
}

FacetColumn::Lists FacetColumn::list_kinds() {
  Lists lists(column_->codes());
  for (std::uint32_t i = 0; i < lists.size(); ++i) {
    const WorkKind kind = static_cast<WorkKind>(i);
    values_.push_back({std::string(work_kind_name(kind)), std::string(work_kind_title(kind)), {}});
    lists[i].push_back(i);
  }
  return lists;
}

FacetColumn::Lists FacetColumn::list_tags(const Columns& columns) {
  const std::vector<std::uint32_t>& works = column_->all();
  std::vector<std::uint32_t> with(columns.tag_list.size(), 0);
  for (std::size_t code = 0; code < columns.tag_codes.size(); ++code) {
    for (const std::uint32_t tag : columns.tag_codes[code]) with[tag] += works[code];
  }
  std::vector<std::uint32_t> order(with.size());
  std::iota(order.begin(), order.end(), 0u);
  std::erase_if(order,
                [&](std::uint32_t tag) { return columns.tag_list[tag].facet != facet_->id; });
  // Most works first, then as they come in the list.
  sort_numbers(order, [&](std::uint32_t a, std::uint32_t b) {
    return with[a] != with[b] ? with[a] > with[b] : a < b;
  });
  constexpr std::uint32_t none = 0xFFFFFFFF;
  std::vector<std::uint32_t> value_of(with.size(), none);
  for (const std::uint32_t tag : order) {
    value_of[tag] = static_cast<std::uint32_t>(values_.size());
    values_.push_back({columns.tag_list[tag].key, std::string(columns.tag_list[tag].title), {}});
  }
  Lists lists(columns.tag_codes.size());
  for (std::size_t code = 0; code < lists.size(); ++code) {
    for (const std::uint32_t tag : columns.tag_codes[code]) {
      if (value_of[tag] != none) lists[code].push_back(value_of[tag]);
    }
  }
  return lists;
}

FacetColumn::Lists FacetColumn::list_sections(const Catalog& catalog, const Profile& profile,
                                              const Columns& columns) {
  for (const Section& section : catalog.sections) {
    FacetColumnValue value;
    value.id = section.id;
    value.title = section_title(profile, section);
    for (const FacetValue& colored : facet_->values) {
      if (colored.id == section.id) value.color = colored.color;
    }
    for (int up = section.parent; up >= 0;
         up = catalog.sections[static_cast<std::size_t>(up)].parent) {
      ++value.depth;
    }
    values_.push_back(std::move(value));
  }
  Lists lists(columns.place_codes.size());
  for (std::size_t code = 0; code < lists.size(); ++code) {
    for (const std::uint32_t place : columns.place_codes[code]) {
      for (int at = columns.place_list[place].section; at >= 0;
           at = catalog.sections[static_cast<std::size_t>(at)].parent) {
        lists[code].push_back(static_cast<std::uint32_t>(at));
      }
    }
  }
  return lists;
}

void FacetColumn::store(Lists lists) {
  const std::vector<std::uint32_t>& works = column_->all();
  for (std::size_t code = 0; code < lists.size(); ++code) {
    std::vector<std::uint32_t>& list = lists[code];
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    for (const std::uint32_t value : list) values_[value].all += works[code];
  }
  // A profile's own values are shown even where this catalog has nothing for them.
  std::vector<std::uint32_t> kept(values_.size(), 0);
  std::vector<FacetColumnValue> values;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    kept[i] = static_cast<std::uint32_t>(values.size());
    if (values_[i].all > 0 || facet_->source == FacetSource::Values) {
      values.push_back(std::move(values_[i]));
    }
  }
  values_ = std::move(values);
  for (const std::vector<std::uint32_t>& list : lists) {
    for (const std::uint32_t value : list) value_lists_.push(kept[value]);
    value_lists_.end_list();
  }
}

FacetCounts FacetColumn::count(const std::vector<std::uint32_t>& by_code) const {
  FacetCounts counts{facet_->id, facet_->title, facet_->source, facet_->shown, {}};
  counts.values.reserve(values_.size());
  for (const FacetColumnValue& value : values_) {
    counts.values.push_back({value.id, value.title, value.color, value.depth, 0, value.all});
  }
  for (std::size_t code = 0; code < by_code.size(); ++code) {
    if (by_code[code] == 0) continue;
    for (const std::uint32_t value : value_lists_[code])
      counts.values[value].count += by_code[code];
  }
  return counts;
}

bool FacetColumn::add_works_of(std::string_view id, WorkSet& works) const {
  const auto found = std::find_if(values_.begin(), values_.end(),
                                  [&](const FacetColumnValue& value) { return value.id == id; });
  if (found == values_.end()) return false;
  const std::uint32_t wanted = static_cast<std::uint32_t>(found - values_.begin());
  std::vector<char> is_chosen(codes(), false);
  for (std::size_t code = 0; code < codes(); ++code) {
    for (const std::uint32_t value : value_lists_[code]) {
      if (value == wanted) is_chosen[code] = true;
    }
  }
  column_->add(is_chosen, works);
  return true;
}

int FacetColumn::first_value(std::uint32_t slot) const {
  const CodeLists::Range values = value_lists_[column_->code(slot)];
  return values.begin() == values.end() ? -1 : static_cast<int>(*values.begin());
}

}  // namespace lamplight::search
