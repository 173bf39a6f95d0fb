#include "unit/search/reference.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.h"

namespace lamplight::test {
namespace {

bool is_cjk(char32_t c) {
  return (c >= 0x3041 && c <= 0x30FA && c != 0x30A0) || (c >= 0x30FC && c <= 0x30FF) ||
         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF);
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const std::string folded = fold(text);
  const auto flush = [&] {
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = decode_utf8(folded, at);
    if (is_cjk(point.value)) {
      flush();
      words.emplace_back(folded, at, point.size);
    } else if (is_word_character(point.value)) {
      word.append(folded, at, point.size);
    } else {
      flush();
    }
    at += point.size;
  }
  flush();
  return words;
}

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

// A word boundary before every word of a slug.
bool begins_a_word(std::string_view segment, std::string_view part) {
  return ("-" + std::string(segment)).find("-" + std::string(part)) != std::string::npos;
}

}  // namespace

Reference::Reference(const Catalog& catalog, const Profile& profile)
    : catalog_(catalog), profile_(profile) {
  for (const Work& work : catalog.works) {
    Text text;
    for (const int at : work.listings) {
      const Listing& listing = catalog.listings[static_cast<std::size_t>(at)];
      Run run;
      if (listing.name) run.words = split_words(*listing.name);
      run.names = static_cast<int>(run.words.size());
      run.title = run.names;
      for (std::string& word : split_words(listing.title)) run.words.push_back(std::move(word));
      text.runs.push_back(std::move(run));
      text.runs.push_back({split_words(listing.text), 0, -1});
      for (const Cell& cell : listing.cells) text.runs.push_back({split_words(cell.text), 0, -1});
    }
    texts_.push_back(std::move(text));
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

int Reference::best_class(const Term& term, const Run& run) const {
  int best = -1;
  const std::size_t count = term.words.size();
  for (std::size_t first = 0; first + count <= run.words.size(); ++first) {
    bool matches = true;
    bool is_whole = true;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string& word = run.words[first + i];
      const bool may_be_longer = term.is_prefix && i + 1 == count;
      matches = matches && (may_be_longer ? starts(word, term.words[i]) : word == term.words[i]);
      is_whole = is_whole && word == term.words[i];
    }
    const int end = static_cast<int>(first + count);
    if (!matches || (term.field == TermField::Name && end > run.names)) continue;
    const int at = static_cast<int>(first);
    const int found = at < run.names ? 0 : at == run.title ? 1 : is_whole ? 2 : 3;
    if (best < 0 || found < best) best = found;
  }
  return best;
}

int Reference::best_class(const Term& term, std::uint32_t work) const {
  int best = -1;
  for (const Run& run : texts_[work].runs) {
    const int found = best_class(term, run);
    if (found >= 0 && (best < 0 || found < best)) best = found;
  }
  return best;
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
      const std::string& path = catalog_.sections[static_cast<std::size_t>(listing.section)].id;
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
  const std::optional<std::string>& venue = catalog_.works[work].venue;
  Term term;
  term.words = split_words(value);
  term.is_prefix = true;
  return venue && !term.words.empty() && best_class(term, {split_words(*venue), 0, -1}) >= 0;
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

bool Reference::holds(const Term& term, std::uint32_t work) const {
  switch (term.field) {
    case TermField::Text:
    case TermField::Name:
      return (best_class(term, work) >= 0) != term.is_negated;
    case TermField::In:
      return is_in(place_of(term.value), work) != term.is_negated;
    case TermField::Has:
      return has_kind(term.value, work) != term.is_negated;
    case TermField::Venue:
      return is_at_venue(term.value, work) != term.is_negated;
    case TermField::Year:
      break;
  }
  return is_of(term.years, work) != term.is_negated;
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
              listing.section < 0 ? std::string()
                                  : catalog_.sections[static_cast<std::size_t>(listing.section)].id;
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
      return the_work.venue == value;
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
    for (const Section& section : catalog_.sections) values.push_back(section.id);
  } else {
    std::set<std::string> seen;
    for (const Work& work : catalog_.works) {
      if (facet.source == FacetSource::Year && work.year) seen.insert(std::to_string(*work.year));
      if (facet.source == FacetSource::Venue && work.venue) seen.insert(*work.venue);
    }
    values.assign(seen.begin(), seen.end());
  }
  return values;
}

SearchResult Reference::search(const SearchRequest& request) const {
  const std::uint32_t works = static_cast<std::uint32_t>(catalog_.works.size());
  // What each condition says of each work; `facet` is empty for the query.
  struct Condition {
    std::string facet;
    bool is_years = false;
    std::vector<bool> holds;
  };
  std::vector<Condition> conditions;
  for (const Term& term : request.query.terms) {
    Condition condition;
    const bool is_place = term.field == TermField::In;
    if (is_place) condition.holds = are_in(term.value);
    if (is_place && term.is_negated) condition.holds.flip();
    for (std::uint32_t work = 0; !is_place && work < works; ++work) {
      condition.holds.push_back(holds(term, work));
    }
    conditions.push_back(std::move(condition));
  }
  for (const Filter& filter : request.filters) {
    if (filter.values.empty()) continue;
    Condition condition{filter.facet, false, {}};
    const bool is_place = filter.facet == "in" && filter.values.size() == 1;
    if (is_place) condition.holds = are_in(filter.values.front());
    for (std::uint32_t work = 0; !is_place && work < works; ++work) {
      condition.holds.push_back(holds(filter, work));
    }
    conditions.push_back(std::move(condition));
  }
  if (request.years != YearRange{}) {
    Condition condition{"", true, {}};
    for (std::uint32_t work = 0; work < works; ++work) {
      condition.holds.push_back(is_of(request.years, work));
    }
    conditions.push_back(std::move(condition));
  }
  const auto holds_but_for = [&](std::uint32_t work, const Facet* own) {
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
      if (own != nullptr && !condition.facet.empty() && own->id == condition.facet) return true;
      if (own != nullptr && own->source == FacetSource::Year && condition.is_years) return true;
      return static_cast<bool>(condition.holds[work]);
    });
  };

  SearchResult result;
  std::vector<int> ranks(works, 0);
  bool has_words = false;
  for (const Term& term : request.query.terms) {
    has_words = has_words || (!term.is_negated && !term.words.empty());
  }
  for (std::uint32_t work = 0; work < works; ++work) {
    if (!holds_but_for(work, nullptr)) continue;
    result.works.push_back(work);
    for (const Term& term : request.query.terms) {
      if (!term.is_negated && !term.words.empty()) ranks[work] += best_class(term, work);
    }
  }
  const auto key = [&](std::uint32_t work) {
    const Work& the_work = catalog_.works[work];
    const bool by_match = request.sort == Sort::Match && has_words;
    const bool by_year = by_match || request.sort == Sort::Year;
    return std::tuple(
        by_match ? ranks[work] : 0,
        request.sort == Sort::Name ? fold(the_work.name.value_or(the_work.title)) : std::string(),
        by_year ? -the_work.year.value_or(0) : 0, the_work.listings.front());
  };
  std::sort(result.works.begin(), result.works.end(),
            [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });

  for (std::size_t i = 0; i < profile_.facets.size(); ++i) {
    const Facet& facet = profile_.facets[i];
    std::vector<bool> others(works);
    for (std::uint32_t work = 0; work < works; ++work) others[work] = holds_but_for(work, &facet);
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
