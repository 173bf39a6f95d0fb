#include "search/facet_column.h"

#include <algorithm>
#include <numeric>

#include "search/link_kinds.h"

namespace lamplight::search {
namespace {

// Up to here one bitset a value is smaller and faster than rows of values.
constexpr std::size_t max_sets = 32;

bool has_shape(const FacetMatch& match, Shape shape) {
  return match.shapes.empty() ||
         std::find(match.shapes.begin(), match.shapes.end(), shape) != match.shapes.end();
}

// By section: whether the match's patterns cover it.
std::vector<bool> covered_sections(const Catalog& catalog, const FacetMatch& match) {
  std::vector<bool> covered(catalog.sections.size(), match.sections.empty());
  for (std::size_t i = 0; i < covered.size(); ++i) {
    for (const std::string& pattern : match.sections) {
      covered[i] = covered[i] || matches_section(pattern, catalog.sections[i].id);
    }
  }
  return covered;
}

}  // namespace

std::string_view link_kind_title(LinkKind kind) {
  switch (kind) {
    case LinkKind::Paper:
      return "Paper";
    case LinkKind::Code:
      return "Code";
    case LinkKind::Project:
      return "Project page";
    case LinkKind::Blog:
      return "Blog";
    case LinkKind::Model:
      return "Model";
    case LinkKind::Dataset:
      return "Dataset";
    case LinkKind::Demo:
      return "Demo";
    case LinkKind::Video:
      return "Video";
    case LinkKind::Slides:
      return "Slides";
    case LinkKind::Source:
      return "Source";
    case LinkKind::Other:
      break;
  }
  return "Other link";
}

std::uint32_t kinds_of(const Catalog& catalog, const Work& work) {
  KindMask kinds = 0;
  for (const int listing : work.listings) {
    for (const Link& link : catalog.listings[static_cast<std::size_t>(listing)].links) {
      kinds |= kind_bit(link.kind);
    }
  }
  return kinds;
}

FacetColumn::FacetColumn(const Catalog& catalog, const Profile& profile, const Facet& facet)
    : facet_(&facet) {
  std::vector<Pair> pairs;
  switch (facet.source) {
    case FacetSource::Values:
      collect_values(catalog, pairs);
      break;
    case FacetSource::Links:
      collect_links(catalog, pairs);
      break;
    case FacetSource::Year:
      collect_years(catalog, pairs);
      break;
    case FacetSource::Venue:
      collect_venues(catalog, pairs);
      break;
    case FacetSource::Sections:
      collect_sections(catalog, profile, pairs);
      break;
  }
  store(pairs, catalog.works.size());
}

void FacetColumn::collect_values(const Catalog& catalog, std::vector<Pair>& pairs) {
  for (std::uint32_t value = 0; value < facet_->values.size(); ++value) {
    const FacetValue& wanted = facet_->values[value];
    values_.push_back({wanted.id, wanted.title, wanted.color});
    const std::vector<bool> covered = covered_sections(catalog, wanted.match);
    for (const Listing& listing : catalog.listings) {
      if (listing.work < 0 || !has_shape(wanted.match, listing.shape)) continue;
      const bool is_covered = listing.section < 0
                                  ? wanted.match.sections.empty()
                                  : covered[static_cast<std::size_t>(listing.section)];
      if (is_covered) pairs.push_back({static_cast<std::uint32_t>(listing.work), value});
    }
  }
}

void FacetColumn::collect_links(const Catalog& catalog, std::vector<Pair>& pairs) {
  for (int i = 0; i < link_kind_count; ++i) {
    const LinkKind kind = static_cast<LinkKind>(i);
    values_.push_back({std::string(link_kind_name(kind)), std::string(link_kind_title(kind)), {}});
  }
  for (std::uint32_t work = 0; work < catalog.works.size(); ++work) {
    const KindMask kinds = kinds_of(catalog, catalog.works[work]);
    for (std::uint32_t i = 0; i < link_kind_count; ++i) {
      if ((kinds >> i) & 1) pairs.push_back({work, i});
    }
  }
}

void FacetColumn::collect_years(const Catalog& catalog, std::vector<Pair>& pairs) {
  std::vector<int> years;
  for (const Work& work : catalog.works) {
    if (work.year) years.push_back(*work.year);
  }
  std::sort(years.begin(), years.end());
  years.erase(std::unique(years.begin(), years.end()), years.end());
  for (const int year : years) {
    const std::string id = print_year_range({year, year});
    values_.push_back({id, id, {}});
  }
  for (std::uint32_t work = 0; work < catalog.works.size(); ++work) {
    if (const std::optional<int> year = catalog.works[work].year) {
      const auto at = std::lower_bound(years.begin(), years.end(), *year) - years.begin();
      pairs.push_back({work, static_cast<std::uint32_t>(at)});
    }
  }
}

void FacetColumn::collect_venues(const Catalog& catalog, std::vector<Pair>& pairs) {
  struct Named {
    std::string_view name;
    std::uint32_t works;
  };
  std::vector<std::string_view> names;
  for (const Work& work : catalog.works) {
    if (work.venue) names.push_back(*work.venue);
  }
  std::sort(names.begin(), names.end());
  std::vector<Named> venues;
  for (const std::string_view name : names) {
    if (venues.empty() || venues.back().name != name) venues.push_back({name, 0});
    ++venues.back().works;
  }
  std::stable_sort(venues.begin(), venues.end(),
                   [](const Named& a, const Named& b) { return a.works > b.works; });
  // Position of each name in `venues`, by name.
  std::vector<std::uint32_t> by_name(venues.size());
  std::iota(by_name.begin(), by_name.end(), 0u);
  std::sort(by_name.begin(), by_name.end(),
            [&](std::uint32_t a, std::uint32_t b) { return venues[a].name < venues[b].name; });
  for (const Named& venue : venues) {
    values_.push_back({std::string(venue.name), std::string(venue.name), {}});
  }
  for (std::uint32_t work = 0; work < catalog.works.size(); ++work) {
    if (const std::optional<std::string>& name = catalog.works[work].venue) {
      const auto at =
          std::lower_bound(by_name.begin(), by_name.end(), std::string_view(*name),
                           [&](std::uint32_t a, std::string_view b) { return venues[a].name < b; });
      pairs.push_back({work, *at});
    }
  }
}

void FacetColumn::collect_sections(const Catalog& catalog, const Profile& profile,
                                   std::vector<Pair>& pairs) {
  for (const Section& section : catalog.sections) {
    const SectionTitle* short_title = find_section_title(profile, section.id);
    FacetCount value;
    value.id = section.id;
    value.title = short_title != nullptr ? short_title->title : section.title;
    for (int up = section.parent; up >= 0;
         up = catalog.sections[static_cast<std::size_t>(up)].parent) {
      ++value.depth;
    }
    values_.push_back(std::move(value));
  }
  for (const Listing& listing : catalog.listings) {
    for (int at = listing.section; at >= 0 && listing.work >= 0;
         at = catalog.sections[static_cast<std::size_t>(at)].parent) {
      pairs.push_back({static_cast<std::uint32_t>(listing.work), static_cast<std::uint32_t>(at)});
    }
  }
}

void FacetColumn::store(std::vector<Pair>& pairs, std::size_t works) {
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return a.work != b.work ? a.work < b.work : a.value < b.value;
  });
  pairs.erase(std::unique(pairs.begin(), pairs.end(),
                          [](const Pair& a, const Pair& b) {
                            return a.work == b.work && a.value == b.value;
                          }),
              pairs.end());
  for (const Pair& pair : pairs) ++values_[pair.value].all;

  // A profile's own values are shown even where this catalog has nothing for them.
  std::vector<std::uint32_t> kept(values_.size(), 0);
  std::vector<FacetCount> values;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    kept[i] = static_cast<std::uint32_t>(values.size());
    if (values_[i].all > 0 || facet_->source == FacetSource::Values) {
      values.push_back(std::move(values_[i]));
    }
  }
  values_ = std::move(values);

  if (values_.size() <= max_sets) {
    sets_.assign(values_.size(), WorkSet(works));
    for (const Pair& pair : pairs) sets_[kept[pair.value]].add(pair.work);
    return;
  }
  starts_.assign(works + 1, 0);
  entries_.reserve(pairs.size());
  for (const Pair& pair : pairs) {
    ++starts_[pair.work + std::size_t{1}];
    entries_.push_back(kept[pair.value]);
  }
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
}

FacetCounts FacetColumn::count(const WorkSet& works) const {
  FacetCounts counts{facet_->id, facet_->title, facet_->source, facet_->shown, values_};
  for (std::size_t i = 0; i < sets_.size(); ++i) {
    counts.values[i].count = sets_[i].count_common(works);
  }
  if (!starts_.empty()) {
    works.for_each([&](std::uint32_t work) {
      for (std::uint32_t i = starts_[work]; i < starts_[work + std::size_t{1}]; ++i) {
        ++counts.values[entries_[i]].count;
      }
    });
  }
  return counts;
}

bool FacetColumn::add_works_of(std::string_view id, WorkSet& works) const {
  const auto found = std::find_if(values_.begin(), values_.end(),
                                  [&](const FacetCount& value) { return value.id == id; });
  if (found == values_.end()) return false;
  const std::uint32_t value = static_cast<std::uint32_t>(found - values_.begin());
  if (!sets_.empty()) {
    works.unite(sets_[value]);
    return true;
  }
  for (std::uint32_t work = 0; work + std::size_t{1} < starts_.size(); ++work) {
    const auto begin = entries_.begin() + starts_[work];
    const auto end = entries_.begin() + starts_[work + std::size_t{1}];
    if (std::find(begin, end, value) != end) works.add(work);
  }
  return true;
}

int FacetColumn::first_value(std::uint32_t work) const {
  for (std::size_t i = 0; i < sets_.size(); ++i) {
    if (sets_[i].has(work)) return static_cast<int>(i);
  }
  if (starts_.empty() || starts_[work] == starts_[work + std::size_t{1}]) return -1;
  return static_cast<int>(entries_[starts_[work]]);
}

}  // namespace lamplight::search
