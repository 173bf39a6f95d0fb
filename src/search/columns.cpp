#include "search/columns.h"

#include <algorithm>
#include <utility>

#include "lamplight/work_kind.h"

namespace lamplight::search {
namespace {

constexpr std::uint32_t none = StringIndex::none;
constexpr int years_known = 10000;

std::string_view bytes_of(const std::vector<std::uint32_t>& numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(std::uint32_t)};
}

template <typename Code>
void count_codes(const std::vector<Code>& codes, const WorkSet& works,
                 std::vector<std::uint32_t>& counts) {
  works.for_each([&](std::uint32_t slot) { ++counts[codes[slot]]; });
}

template <typename Code>
void add_works(const std::vector<Code>& codes, const std::vector<char>& is_chosen, WorkSet& works) {
  for (std::uint32_t slot = 0; slot < codes.size(); ++slot) {
    if (is_chosen[codes[slot]]) works.add(slot);
  }
}

}  // namespace

void Column::set(std::uint32_t slot, std::uint32_t code) {
  if (wide_.empty() && code > 0xFFFF) {
    wide_.assign(narrow_.begin(), narrow_.end());
    narrow_ = {};
  }
  if (wide_.empty()) {
    narrow_[slot] = static_cast<std::uint16_t>(code);
  } else {
    wide_[slot] = code;
  }
  if (code >= all_.size()) all_.resize(code + std::size_t{1}, 0);
  ++all_[code];
}

void Column::finish(std::size_t codes) { all_.resize(codes, 0); }

std::vector<std::uint32_t> Column::count(const WorkSet& works, std::size_t size) const {
  // Whichever are fewer are gone through: these works or all the others.
  const bool has_fewer_others = size > this->size() / 2;
  std::vector<std::uint32_t> counts(all_.size(), 0);
  if (!has_fewer_others || size < this->size()) {
    WorkSet others;
    if (has_fewer_others) {
      others = works;
      others.complement();
    }
    const WorkSet& counted = has_fewer_others ? others : works;
    if (wide_.empty()) {
      count_codes(narrow_, counted, counts);
    } else {
      count_codes(wide_, counted, counts);
    }
  }
  if (has_fewer_others) {
    for (std::size_t code = 0; code < counts.size(); ++code)
      counts[code] = all_[code] - counts[code];
  }
  return counts;
}

void Column::add(const std::vector<char>& is_chosen, WorkSet& works) const {
  if (wide_.empty()) {
    add_works(narrow_, is_chosen, works);
  } else {
    add_works(wide_, is_chosen, works);
  }
}

PairTable count_pairs(const Column& rows, const Column& columns, const WorkSet& works) {
  PairTable table(rows.codes(), columns.codes());
  works.for_each([&](std::uint32_t slot) { table.add(rows.code(slot), columns.code(slot), 1); });
  return table;
}

std::size_t Columns::bytes() const {
  return places.bytes() + kinds.bytes() + years.bytes() + venues.bytes() + flagged.bytes() +
         work_kinds.bytes() + tags.bytes() + tag_codes.bytes() +
         tag_list.capacity() * sizeof(TagValue) + place_codes.bytes() +
         place_list.capacity() * sizeof(Place) + kind_codes.capacity() * sizeof(KindMask) +
         year_codes.capacity() * sizeof(std::optional<int>) +
         venue_codes.capacity() * sizeof(std::string_view);
}

ColumnsBuilder::ColumnsBuilder(const Catalog& catalog, const Profile& profile)
    : catalog_(catalog),
      columns_(catalog.works.size()),
      plain_places_((catalog.sections.size() + 1) * shape_count, none),
      mask_codes_(std::size_t{1} << link_kind_count, none),
      years_(years_known + 1, none) {
  for (const Facet& facet : profile.facets) {
    has_kinds_ = has_kinds_ || facet.source == FacetSource::Kind;
    has_tags_ = has_tags_ || facet.source == FacetSource::Tags;
  }
  if (has_kinds_) columns_.work_kinds = Column(catalog.works.size());
  if (has_tags_) columns_.tags = Column(catalog.works.size());
  for (const Finding& finding : catalog.findings) {
    if (finding.level != Level::Note) {
      flagged_lines_.push_back(static_cast<std::uint32_t>(finding.line));
    }
  }
  std::sort(flagged_lines_.begin(), flagged_lines_.end());
}

std::uint32_t ColumnsBuilder::place_of(const Listing& listing) {
  std::uint32_t* number = nullptr;
  if (!listing.group) {
    number = &plain_places_[static_cast<std::size_t>(listing.section + 1) * shape_count +
                            static_cast<std::size_t>(listing.shape)];
  } else {
    std::string key = std::to_string(listing.section) + ' ' +
                      std::to_string(static_cast<int>(listing.shape)) + ' ' +
                      std::string(*listing.group);
    const std::uint32_t grouped = grouped_places_.add(key);
    if (grouped == grouped_numbers_.size()) grouped_numbers_.push_back(none);
    number = &grouped_numbers_[grouped];
  }
  if (*number == none) {
    *number = static_cast<std::uint32_t>(columns_.place_list.size());
    columns_.place_list.push_back({listing.section, listing.shape, std::string(*listing.group)});
    single_codes_.push_back(none);
  }
  return *number;
}

std::uint32_t ColumnsBuilder::place_code_of(const Work& work) {
  places_.clear();
  for (const int listing : work.listings) {
    places_.push_back(place_of(catalog_.listings[static_cast<std::size_t>(listing)]));
  }
  std::uint32_t* code = nullptr;
  if (places_.size() > 1) {
    std::sort(places_.begin(), places_.end());
    places_.erase(std::unique(places_.begin(), places_.end()), places_.end());
  }
  if (places_.size() == 1) {
    code = &single_codes_[places_.front()];
  } else {
    const std::uint32_t set = place_sets_.add(bytes_of(places_));
    if (set == set_codes_.size()) set_codes_.push_back(none);
    code = &set_codes_[set];
  }
  if (*code == none) {
    *code = static_cast<std::uint32_t>(columns_.place_codes.size());
    for (const std::uint32_t place : places_) columns_.place_codes.push(place);
    columns_.place_codes.end_list();
  }
  return *code;
}

std::uint32_t ColumnsBuilder::kind_code_of(const Work& work) {
  KindMask kinds = 0;
  for (const int listing : work.listings) {
    for (const Link& link : catalog_.listings[static_cast<std::size_t>(listing)].links) {
      kinds |= kind_bit(link.kind);
    }
  }
  std::uint32_t& code = mask_codes_[kinds];
  if (code == none) {
    code = static_cast<std::uint32_t>(columns_.kind_codes.size());
    columns_.kind_codes.push_back(kinds);
  }
  return code;
}

std::uint32_t ColumnsBuilder::year_code_of(const Work& work) {
  // Years of more than four digits, which no catalog derives, count as no year.
  const bool is_known = work.year && *work.year >= 0 && *work.year < years_known;
  const std::size_t year = is_known ? static_cast<std::size_t>(*work.year) : years_known;
  std::uint32_t& code = years_[year];
  if (code == none) {
    code = static_cast<std::uint32_t>(columns_.year_codes.size());
    columns_.year_codes.push_back(is_known ? std::optional<int>(*work.year) : std::nullopt);
  }
  return code;
}

std::uint32_t ColumnsBuilder::venue_code_of(const Work& work) {
  const std::string_view venue = *work.venue;
  const std::uint32_t code = venues_.add(venue);
  if (code == columns_.venue_codes.size()) columns_.venue_codes.push_back(venue);
  return code;
}

bool ColumnsBuilder::is_flagged(const Work& work) const {
  for (const int listing : work.listings) {
    const int line = catalog_.listings[static_cast<std::size_t>(listing)].line;
    if (std::binary_search(flagged_lines_.begin(), flagged_lines_.end(),
                           static_cast<std::uint32_t>(line))) {
      return true;
    }
  }
  return false;
}

Columns ColumnsBuilder::take() {
  columns_.places.finish(columns_.place_codes.size());
  columns_.kinds.finish(columns_.kind_codes.size());
  columns_.years.finish(columns_.year_codes.size());
  columns_.venues.finish(columns_.venue_codes.size());
  columns_.work_kinds.finish(has_kinds_ ? work_kind_count : 0);
  columns_.tag_list = tags_.take_values();
  columns_.tag_codes = tags_.take_lists();
  columns_.tags.finish(columns_.tag_codes.size());
  return std::move(columns_);
}

void ColumnsBuilder::read(const Slots& slots, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const Work& work = catalog_.works[i];
    const std::uint32_t slot = slots.slot_of(static_cast<std::uint32_t>(i));
    columns_.places.set(slot, place_code_of(work));
    columns_.kinds.set(slot, kind_code_of(work));
    columns_.years.set(slot, year_code_of(work));
    columns_.venues.set(slot, venue_code_of(work));
    if (has_kinds_)
      columns_.work_kinds.set(slot, static_cast<std::uint32_t>(kind_of(catalog_, work)));
    if (has_tags_) columns_.tags.set(slot, tags_.code_of(catalog_, work));
    if (!flagged_lines_.empty() && is_flagged(work)) columns_.flagged.add(slot);
  }
}

}  // namespace lamplight::search
