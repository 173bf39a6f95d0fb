#include "lamplight/work_text.h"

#include <algorithm>

#include "base/string_index.h"
#include "base/text.h"
#include "base/url.h"

namespace lamplight {
namespace {

struct SourceWords {
  std::string_view year_from;
  std::string_view words;
};
// What is not here is the pattern of a host's addresses.
constexpr SourceWords source_words[] = {
    {"arxiv", "the arXiv id"},
    {"doi", "the DOI"},
    {"acl", "the ACL Anthology id"},
    {"biorxiv", "the bioRxiv id"},
    {"nature", "the Nature article number"},
    {"pmlr", "the PMLR volume"},
    {"stated", ""},
};

// The categories of colours that canvas and style sheet have.
constexpr std::string_view other_color = "other";
constexpr std::string_view color_names[] = {"language", "vision", "audio", "multimodal"};

std::string_view known_color(std::string_view color) {
  const auto* const found = std::find(std::begin(color_names), std::end(color_names), color);
  return found == std::end(color_names) ? other_color : *found;
}

constexpr std::string_view link_address_source = "the link’s address";

std::string_view year_source(const Work& work) {
  for (const SourceWords& known : source_words) {
    if (work.year_from == known.year_from) return known.words;
  }
  return link_address_source;
}

// "Yes" and "120" are answers: they need the question.
bool is_answer(std::string_view tag) {
  if (is_ascii_digit(tag.front())) return true;
  const std::string folded = to_lower_ascii(tag);
  return folded == "yes" || folded == "no" || folded == "unknown";
}

void add_tags(std::vector<std::string>& tags, const Listing& listing) {
  for (const Text& each : listing.tags) {
    if (tags.size() == max_work_tags) return;
    std::string tag(each);
    if (tag.empty()) continue;
    if (is_answer(tag)) {
      const auto* const cell =
          std::find_if(listing.cells.begin(), listing.cells.end(),
                       [&](const Cell& candidate) { return candidate.text == each; });
      if (cell != listing.cells.end() && !cell->column.empty()) {
        tag = std::string(cell->column) + ": " + tag;
      }
    }
    if (std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(std::move(tag));
  }
}

template <typename Covered>
std::string_view color_of(const Catalog& catalog, const Profile& profile, const Covered& covered) {
  const Facet* facet = find_colored_facet(profile);
  if (facet == nullptr) return {};
  for (const FacetValue& value : facet->values) {
    if (covers(value.match, catalog, covered)) return known_color(value.color);
  }
  return other_color;
}

}  // namespace

const Facet* find_colored_facet(const Profile& profile) {
  for (const Facet& facet : profile.facets) {
    for (const FacetValue& value : facet.values) {
      if (!value.color.empty()) return &facet;
    }
  }
  return nullptr;
}

std::string full_title(const Work& work) {
  std::string text(*work.name);
  if (!text.empty() && !work.title.empty()) text += ": ";
  return text += std::string_view(work.title);
}

WorkFacts facts_of(const Catalog& catalog, const Work& work) {
  WorkFacts facts;
  const auto take = [](std::string_view& into, const OptionalText& text) {
    if (into.empty() && text) into = *text;
  };
  for (const int at : work.listings) {
    const Listing& listing = catalog.listings[static_cast<std::size_t>(at)];
    take(facts.authors, listing.authors);
    take(facts.venue, listing.venue);
    take(facts.description, listing.description);
    if (!facts.year && listing.year) facts.year = *listing.year;
    add_tags(facts.tags, listing);
  }
  if (!facts.year && work.year) {
    facts.year = *work.year;
    facts.year_source = year_source(work);
  }
  if (facts.venue.empty() && work.venue) {
    facts.venue = *work.venue;
    facts.venue_source = link_address_source;
  }
  return facts;
}

std::string section_path_title(const Catalog& catalog, int section) {
  std::string text;
  for (int at = section; at >= 0; at = catalog.sections[static_cast<std::size_t>(at)].parent) {
    std::string title(catalog.sections[static_cast<std::size_t>(at)].title);
    if (!text.empty()) (title += " › ") += text;
    text = std::move(title);
  }
  return text;
}

std::string place_title(const Catalog& catalog, const Profile& profile, int section, PathTop top) {
  std::string text;
  for (int at = section; at >= 0; at = catalog.sections[static_cast<std::size_t>(at)].parent) {
    const Section& step = catalog.sections[static_cast<std::size_t>(at)];
    if (top == PathTop::LeftOut && step.parent < 0) break;
    const SectionTitle* known = find_section_title(profile, step.id);
    if (known != nullptr && known->hidden_in_rows && at != section) continue;
    std::string title(section_title(profile, step));
    if (!text.empty()) (title += " › ") += text;
    text = std::move(title);
  }
  return text;
}

std::vector<WorkPlace> places_of(const Catalog& catalog, const Profile& profile, const Work& work) {
  std::vector<WorkPlace> places;
  int last = -2;
  for (const int at : work.listings) {
    const int section = catalog.listings[static_cast<std::size_t>(at)].section;
    if (section == last) continue;
    if (places.size() == max_work_places) break;
    last = section;
    std::string title = place_title(catalog, profile, section);
    const bool is_known = std::any_of(places.begin(), places.end(),
                                      [&](const WorkPlace& place) { return place.title == title; });
    if (!is_known) places.push_back({section, std::move(title)});
  }
  return places;
}

std::string_view work_color(const Catalog& catalog, const Profile& profile, const Work& work) {
  return color_of(catalog, profile, work);
}

std::string_view listing_color(const Catalog& catalog, const Profile& profile,
                               const Listing& listing) {
  return color_of(catalog, profile, listing);
}

std::string_view section_color(const Profile& profile, std::string_view path) {
  const Facet* facet = find_colored_facet(profile);
  if (facet == nullptr) return {};
  for (const FacetValue& value : facet->values) {
    for (const std::string& pattern : value.match.sections) {
      if (is_section(pattern, path)) return known_color(value.color);
    }
  }
  return {};
}

std::string link_label(const Link& link) {
  std::string_view name = link.label;
  if (name.empty()) name = link.kind == LinkKind::Other ? "link" : link_kind_name(link.kind);
  std::string label(name);
  if (is_ascii_lower(label.front())) label.front() = static_cast<char>(label.front() - 'a' + 'A');
  return label;
}

std::vector<const Link*> links_of(const Catalog& catalog, const Work& work) {
  std::vector<const Link*> links;
  StringIndex keys;
  for (const int at : work.listings) {
    for (const Link& link : catalog.listings[static_cast<std::size_t>(at)].links) {
      std::string key(link_kind_name(link.kind));
      if (link.url) (key += ' ') += canonical_url(*link.url);
      const std::uint32_t known = keys.size();
      if (keys.add(key) == known) links.push_back(&link);
    }
  }
  return links;
}

}  // namespace lamplight
