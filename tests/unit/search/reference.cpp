#include "unit/search/reference.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "lamplight/tags.h"
#include "lamplight/work_kind.h"
#include "unit/search/reference_words.h"

namespace lamplight::test {
namespace {

std::string slug(std::string_view text) {
  std::string joined;
  for (const std::string& word : split_words(text)) joined += (joined.empty() ? "" : "-") + word;
  return joined;
}

std::vector<std::string> split_path(std::string_view path) {
  std::vector<std::string> parts(1);
  for (const char c : path) {
    if (c == '/') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  for (std::string& part : parts) part = slug(part);
  std::erase(parts, std::string());
  return parts;
}

bool starts(std::string_view text, std::string_view part) {
  return text.substr(0, part.size()) == part;
}

bool ends(std::string_view text, std::string_view part) {
  return text.size() >= part.size() && text.substr(text.size() - part.size()) == part;
}

// A word boundary before every word of a slug.
bool begins_a_word(std::string_view segment, std::string_view part) {
  return ("-" + std::string(segment)).find("-" + std::string(part)) != std::string::npos;
}

// Whether there is anything to order matches by: a word that is asked for, not excluded.
bool has_words(const std::vector<Clause>& clauses) {
  return std::any_of(clauses.begin(), clauses.end(), [](const Clause& clause) {
    if (clause.is_negated) return false;
    return clause.kind == Clause::Kind::Term ? !clause.term.words.empty()
                                             : has_words(clause.clauses);
  });
}

}  // namespace

Reference::Reference(const Catalog& catalog, const Profile& profile)
    : catalog_(catalog), profile_(profile) {
  std::map<std::string, int> numbers;
  const auto number_words = [&](std::string_view text, Run& run) {
    for (std::string& word : split_words(text)) {
      const auto [known, is_new] = numbers.emplace(word, static_cast<int>(vocabulary_.size()));
      if (is_new) vocabulary_.push_back(std::move(word));
      run.words.push_back(known->second);
    }
  };
  for (const Work& work : catalog.works) {
    std::vector<Run>& runs = texts_.emplace_back();
    for (const int at : work.listings) {
      const Listing& listing = catalog.listings[static_cast<std::size_t>(at)];
      Run run;
      if (listing.name) number_words(*listing.name, run);
      run.names = run.title = run.words.size();
      number_words(listing.title, run);
      runs.push_back(std::move(run));
      if (!ends(listing.text, listing.title)) number_words(listing.text, runs.emplace_back());
      for (const Cell& cell : listing.cells) number_words(cell.text, runs.emplace_back());
    }
  }
  works_with_.assign(vocabulary_.size(), 0);
  for (const std::vector<Run>& runs : texts_) {
    std::set<int> words;
    for (const Run& run : runs) words.insert(run.words.begin(), run.words.end());
    for (const int word : words) ++works_with_[static_cast<std::size_t>(word)];
  }
  for (const Finding& finding : catalog.findings) {
    if (finding.level != Level::Note) flagged_lines_.insert(finding.line);
  }
  for (const Listing& listing : catalog.listings) segments_.push_back(segments_of(listing));
  for (const Facet& facet : profile.facets) {
    values_.emplace_back();
    for (std::string& id : values_of(facet)) {
      Value value{std::move(id), {}};
      if (facet.source == FacetSource::Sections) value.has = are_in(value.id);
      for (std::uint32_t work = 0; value.has.size() < catalog.works.size(); ++work) {
        value.has.push_back(has_value(facet, value.id, work));
      }
      values_.back().push_back(std::move(value));
    }
  }
}

std::vector<std::string> Reference::segments_of(const Listing& listing) const {
  std::vector<std::string> segments;
  if (listing.section >= 0) {
    segments = split_path(catalog_.sections[static_cast<std::size_t>(listing.section)].id);
  }
  if (listing.group) segments.push_back(slug(*listing.group));
  return segments;
}

Reference::Place Reference::place_of(std::string_view value) const {
  const bool is_exact = std::any_of(catalog_.sections.begin(), catalog_.sections.end(),
                                    [&](const Section& section) { return section.id == value; });
  return {std::string(value), is_exact, split_path(value)};
}

bool Reference::is_in(const Place& place, std::uint32_t work) const {
  for (const int at : catalog_.works[work].listings) {
    const Listing& listing = catalog_.listings[static_cast<std::size_t>(at)];
    if (place.is_exact) {
      if (listing.section < 0) continue;
      const std::string_view path = catalog_.sections[static_cast<std::size_t>(listing.section)].id;
      if (path == place.value || starts(path, place.value + "/")) return true;
      continue;
    }
    const std::vector<std::string>& segments = segments_[static_cast<std::size_t>(at)];
    const std::vector<std::string>& parts = place.parts;
    for (std::size_t first = 0; !parts.empty() && first + parts.size() <= segments.size();
         ++first) {
      bool all = true;
      for (std::size_t i = 0; i < parts.size(); ++i) {
        all = all && begins_a_word(segments[first + i], parts[i]);
      }
      if (all) return true;
    }
  }
  return false;
}

std::vector<bool> Reference::are_in(std::string_view value) const {
  const Place place = place_of(value);
  std::vector<bool> in;
  for (std::uint32_t work = 0; work < catalog_.works.size(); ++work) {
    in.push_back(is_in(place, work));
  }
  return in;
}

bool Reference::is_at_venue(std::string_view value, std::uint32_t work) const {
  const std::optional<std::string_view> venue = catalog_.works[work].venue;
  const std::vector<std::string> wanted = split_words(value);
  if (!venue || wanted.empty()) return false;
  const std::vector<std::string> words = split_words(*venue);
  for (std::size_t first = 0; first + wanted.size() <= words.size(); ++first) {
    bool all = starts(words[first + wanted.size() - 1], wanted.back());
    for (std::size_t i = 0; i + 1 < wanted.size(); ++i) all = all && words[first + i] == wanted[i];
    if (all) return true;
  }
  return false;
}

bool Reference::has_kind(std::string_view value, std::uint32_t work) const {
  const std::optional<LinkKind> exact = find_link_kind(value);
  for (const int at : catalog_.works[work].listings) {
    for (const Link& link : catalog_.listings[static_cast<std::size_t>(at)].links) {
      if (exact ? link.kind == *exact : starts(link_kind_name(link.kind), fold(value))) return true;
    }
  }
  return false;
}

bool Reference::is_of(const YearRange& years, std::uint32_t work) const {
  const std::optional<int> year = catalog_.works[work].year;
  return year && (!years.from || *years.from <= *year) && (!years.to || *year <= *years.to);
}

bool Reference::has_value(const Facet& facet, const std::string& value, std::uint32_t work) const {
  const Work& the_work = catalog_.works[work];
  switch (facet.source) {
    case FacetSource::Values:
      for (const FacetValue& each : facet.values) {
        if (each.id != value) continue;
        for (const int at : the_work.listings) {
          const Listing& listing = catalog_.listings[static_cast<std::size_t>(at)];
          const std::string path =
              listing.section < 0
                  ? std::string()
                  : catalog_.sections[static_cast<std::size_t>(listing.section)].id.str();
          bool covered = each.match.sections.empty();
          for (const std::string& pattern : each.match.sections) {
            covered = covered || (!path.empty() && matches_section(pattern, path));
          }
          bool shaped = each.match.shapes.empty();
          for (const Shape shape : each.match.shapes) shaped = shaped || shape == listing.shape;
          if (covered && shaped) return true;
        }
      }
      return false;
    case FacetSource::Links:
      return has_kind(value, work);
    case FacetSource::Year:
      return is_of(parse_year_range(value).value_or(YearRange{}), work);
    case FacetSource::Venue:
      return the_work.venue && fold(*the_work.venue) == fold(value);
    case FacetSource::Groups:
      return std::any_of(the_work.listings.begin(), the_work.listings.end(), [&](int at) {
        const Listing& listing = catalog_.listings[static_cast<std::size_t>(at)];
        return listing.group && tag_key(*listing.group) == value;
      });
    case FacetSource::Kind:
      return work_kind_name(kind_of(catalog_, the_work)) == value;
    case FacetSource::Tags:
      for (const WorkTag& tag : tags_of(catalog_, the_work)) {
        if (tag_facet(tag) == facet.id && tag_key(tag.text) == value) return true;
      }
      return false;
    case FacetSource::Sections:
      break;
  }
  return is_in(place_of(value), work);
}

bool Reference::holds(const Filter& filter, std::uint32_t work) const {
  return std::any_of(filter.values.begin(), filter.values.end(), [&](const std::string& value) {
    for (std::size_t i = 0; i < profile_.facets.size(); ++i) {
      if (profile_.facets[i].id != filter.facet) continue;
      for (const Value& each : values_[i]) {
        if (each.id == value) return static_cast<bool>(each.has[work]);
      }
      if (profile_.facets[i].source == FacetSource::Venue) return is_at_venue(value, work);
      if (profile_.facets[i].source == FacetSource::Tags) {
        return has_value(profile_.facets[i], tag_key(value), work);
      }
      return has_value(profile_.facets[i], value, work);
    }
    if (filter.facet == "in") return is_in(place_of(value), work);
    if (filter.facet == "has") return has_kind(value, work);
    return filter.facet == "venue" && is_at_venue(value, work);
  });
}

std::vector<std::string> Reference::values_of(const Facet& facet) const {
  std::vector<std::string> values;
  if (facet.source == FacetSource::Values) {
    for (const FacetValue& value : facet.values) values.push_back(value.id);
  } else if (facet.source == FacetSource::Links) {
    for (int i = 0; i < link_kind_count; ++i) {
      values.emplace_back(link_kind_name(static_cast<LinkKind>(i)));
    }
  } else if (facet.source == FacetSource::Sections) {
    for (const Section& section : catalog_.sections) values.emplace_back(section.id);
  } else if (facet.source == FacetSource::Kind) {
    for (int i = 0; i < work_kind_count; ++i) {
      values.emplace_back(work_kind_name(static_cast<WorkKind>(i)));
    }
  } else if (facet.source == FacetSource::Groups || facet.source == FacetSource::Tags) {
    std::set<std::string> seen;
    for (const Work& work : catalog_.works) {
      for (const int at : work.listings) {
        const Listing& listing = catalog_.listings[static_cast<std::size_t>(at)];
        if (facet.source == FacetSource::Groups && listing.group) {
          seen.insert(tag_key(*listing.group));
        }
      }
      for (const WorkTag& tag : tags_of(catalog_, work)) {
        if (tag_facet(tag) == facet.id) seen.insert(tag_key(tag.text));
      }
    }
    values.assign(seen.begin(), seen.end());
  } else {
    std::set<std::string> seen;
    std::map<std::string, std::map<std::string, int>> venues;
    for (const Work& work : catalog_.works) {
      if (facet.source == FacetSource::Year && work.year) seen.insert(std::to_string(*work.year));
      if (facet.source == FacetSource::Venue && work.venue) {
        ++venues[fold(*work.venue)][std::string(*work.venue)];
      }
    }
    // Of venues that differ in case alone, that which most works have.
    for (const auto& [folded, written] : venues) {
      seen.insert(
          std::max_element(written.begin(), written.end(), [](const auto& a, const auto& b) {
            return a.second < b.second;
          })->first);
    }
    values.assign(seen.begin(), seen.end());
  }
  return values;
}

std::vector<std::uint32_t> Reference::sorted(std::vector<std::uint32_t> works, Sort sort,
                                             const Scores* scores) const {
  const bool by_match = sort == Sort::Match && scores != nullptr;
  const auto key = [&](std::uint32_t at) {
    const Work& work = catalog_.works[at];
    return std::tuple(by_match ? (*scores)[at] : 0, sort == Sort::Name && !work.name,
                      sort == Sort::Name ? split_words(work.name.value_or(work.title))
                                         : std::vector<std::string>(),
                      by_match || sort == Sort::Year ? -work.year.value_or(0) : 0,
                      work.listings.front());
  };
  using Keyed = std::pair<decltype(key(0)), std::uint32_t>;
  std::vector<Keyed> keyed;
  for (const std::uint32_t work : works) keyed.emplace_back(key(work), work);
  std::sort(keyed.begin(), keyed.end());
  for (std::size_t i = 0; i < works.size(); ++i) works[i] = keyed[i].second;
  return works;
}

Reference::IsFound Reference::finder_of(const SearchRequest& request, const Scores& scores) const {
  const std::uint32_t works = static_cast<std::uint32_t>(catalog_.works.size());
  // What each choice says of each work; `facet` is empty for the years.
  struct Choice {
    std::string facet;
    std::vector<bool> holds;
  };
  std::vector<Choice> choices;
  for (const Filter& filter : request.filters) {
    if (filter.values.empty()) continue;
    Choice choice{filter.facet, {}};
    const bool is_place = filter.facet == "in" && filter.values.size() == 1;
    if (is_place) choice.holds = are_in(filter.values.front());
    for (std::uint32_t work = 0; !is_place && work < works; ++work) {
      choice.holds.push_back(holds(filter, work));
    }
    choices.push_back(std::move(choice));
  }
  if (request.years != YearRange{}) {
    Choice choice;
    for (std::uint32_t work = 0; work < works; ++work) {
      choice.holds.push_back(is_of(request.years, work));
    }
    choices.push_back(std::move(choice));
  }
  return [scores, choices](std::uint32_t work, const std::vector<const Facet*>& left_out) {
    return scores[work] != no_match &&
           std::all_of(choices.begin(), choices.end(), [&](const Choice& choice) {
             const bool is_own =
                 std::any_of(left_out.begin(), left_out.end(), [&](const Facet* own) {
                   return choice.facet.empty() ? own->source == FacetSource::Year
                                               : own->id == choice.facet;
                 });
             return is_own || choice.holds[work];
           });
  };
}

Reference::Cells Reference::count_pairs(const SearchRequest& request, std::size_t row_facet,
                                        std::size_t column_facet) const {
  const IsFound is_found = finder_of(request, scores_of(request.query.clauses, request));
  Cells cells;
  for (std::uint32_t work = 0; work < catalog_.works.size(); ++work) {
    if (!is_found(work, {&profile_.facets[row_facet], &profile_.facets[column_facet]})) continue;
    ++cells[{"", ""}];
    for (const Value& row : values_[row_facet]) {
      if (row.has[work]) ++cells[{row.id, ""}];
    }
    for (const Value& column : values_[column_facet]) {
      if (column.has[work]) ++cells[{"", column.id}];
    }
    for (const Value& row : values_[row_facet]) {
      if (!row.has[work]) continue;
      for (const Value& column : values_[column_facet]) {
        if (column.has[work]) ++cells[{row.id, column.id}];
      }
    }
  }
  return cells;
}

SearchResult Reference::search(const SearchRequest& request) const {
  const std::uint32_t works = static_cast<std::uint32_t>(catalog_.works.size());
  const Scores scores = scores_of(request.query.clauses, request);
  const IsFound is_found = finder_of(request, scores);
  SearchResult result;
  std::vector<std::uint32_t> found;
  for (std::uint32_t work = 0; work < works; ++work) {
    if (is_found(work, {})) found.push_back(work);
  }
  const Scores* const counted = has_words(request.query.clauses) ? &scores : nullptr;
  result.works = Hits(sorted(std::move(found), request.sort, counted));
  add_corrections(request.query.clauses, false, result.corrections);

  for (std::size_t i = 0; i < profile_.facets.size(); ++i) {
    const Facet& facet = profile_.facets[i];
    std::vector<bool> others(works);
    for (std::uint32_t work = 0; work < works; ++work) others[work] = is_found(work, {&facet});
    FacetCounts counts;
    counts.id = facet.id;
    for (const Value& value : values_[i]) {
      FacetCount count;
      count.id = value.id;
      for (std::uint32_t work = 0; work < works; ++work) {
        if (value.has[work]) ++count.all;
        if (value.has[work] && others[work]) ++count.count;
      }
      if (count.all > 0 || facet.source == FacetSource::Values) counts.values.push_back(count);
    }
    result.facets.push_back(std::move(counts));
  }
  return result;
}

}  // namespace lamplight::test
