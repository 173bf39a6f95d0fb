// Profile: how one list wants to be looked at: which facets, short names of sections, a title.
// A list without one, or whose profile names no facets, gets those of default_profile().
//
//     lamplight::Result<lamplight::Profile> profile = lamplight::parse_profile(json_text);
//
// The JSON form is documented in data/README.md; data/profile.json is the flagship's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"
#include "lamplight/result.h"

namespace lamplight {

// Where the values of a facet come from.
enum class FacetSource : std::uint8_t {
  Values,    // the profile's own values, each with a match
  Links,     // one value per link kind that occurs ("has")
  Year,      // the stated or derived year; drawn as a histogram, chosen as a range
  Venue,     // the stated or derived venue
  Sections,  // the section tree
  Groups,    // the bold labels over entries, wherever they stand
  Kind,      // what a work leads to (lamplight/work_kind.h)
  Tags,      // the stated tags of which the facet's id tells (lamplight/tags.h)
};

// A listing matches when every given condition holds; a work, when one of its listings does.
struct FacetMatch {
  // Section paths; a pattern covers the section and all below it; "*" stands for one segment:
  // "large-vision-models", "*/healthcare-domain". Empty: any section.
  std::vector<std::string> sections;
  std::vector<Shape> shapes;  // empty: any
  bool operator==(const FacetMatch&) const = default;
};

struct FacetValue {
  std::string id;  // as in the URL: "language"
  std::string title;
  std::string color;  // a category of tokens.json ("language", "vision", ...) or empty
  FacetMatch match;
  bool operator==(const FacetValue&) const = default;
};

struct Facet {
  std::string id;  // also the key in the URL: "family"
  std::string title;
  FacetSource source = FacetSource::Values;
  // FacetSource::Values; those of a default profile's section tree say the colours of sections.
  std::vector<FacetValue> values;
  int shown = 8;  // values shown before "Show N more"
  bool operator==(const Facet&) const = default;
};

// A shorter title for sections whose path matches.
struct SectionTitle {
  std::string pattern;
  std::string title;
  bool hidden_in_rows = false;  // left out of the one-line place of a row, kept in the detail
  bool operator==(const SectionTitle&) const = default;
};

// What the list's own word for a kind of link means, or a host that leads to one kind. One of
// `label` and `host` is empty.
struct LinkRule {
  std::string label;  // as the list writes it; letter case and accents do not matter
  std::string host;   // "zenodo.org": it and what is below it
  LinkKind kind = LinkKind::Other;
  bool operator==(const LinkRule&) const = default;
};

struct Profile {
  std::string title;        // instead of the H1; empty: the H1
  std::string description;  // one sentence for the page's head; empty: none
  // Where a correction can be suggested ("{line}" is replaced), and from where the list's relative
  // links lead (parse_catalog); empty: none.
  std::string source_url;
  std::vector<Facet> facets;
  // Whether it says what the facets are, be it none at all; else they are the list's own.
  bool names_facets = false;
  std::vector<SectionTitle> sections;
  std::vector<LinkRule> labels;
  bool operator==(const Profile&) const = default;
};

// Limits that keep time and memory bounded on hostile input.
inline constexpr std::size_t max_facets = 64;
inline constexpr std::size_t max_facet_values = 10'000;
inline constexpr std::size_t max_section_titles = 10'000;
inline constexpr std::size_t max_link_rules = 1'000;

// Reads a profile. Failure: Syntax, with a message naming the key that is wrong, or that has more
// than its limit.
[[nodiscard]] Result<Profile> parse_profile(std::string_view json);

// The catalog with the kinds that the profile's labels give to its links, in place: a label says
// more than a host, a host more than nothing, and no host anything of a link whose label is a
// common word for a kind ("Paper"). The first rule that fits is taken. Titles, works and all else
// stay; a second time changes nothing. Nothing is allocated for the catalog.
[[nodiscard]] Catalog with_labels(Catalog catalog, const Profile& profile);

// The profile, with the list's own facets where it names none: section tree, bold labels, kinds of
// works, licences, languages, platforms and columns that are told by tags, kinds of links, years,
// venues; each only where it tells enough works apart. The largest sections have colours.
[[nodiscard]] Profile default_profile(const Catalog& catalog, Profile profile = {});

// True when `pattern` ("*/healthcare-domain") covers the section path or one of its parents.
[[nodiscard]] bool matches_section(std::string_view pattern, std::string_view path);

// True when `pattern` names the section itself, not one below it.
[[nodiscard]] bool is_section(std::string_view pattern, std::string_view path);

// The profile's short title of one section (the first pattern that names it wins), or null: the
// heading's own text. Section titles are not handed down to the sections below.
[[nodiscard]] inline const SectionTitle* find_section_title(const Profile& profile,
                                                            std::string_view path) {
  for (const SectionTitle& title : profile.sections) {
    if (is_section(title.pattern, path)) return &title;
  }
  return nullptr;
}

// The list's title as it is shown: the profile's, else its own, else "Untitled list".
[[nodiscard]] std::string_view list_title(const Catalog& catalog, const Profile& profile);

// A section's short title, or the heading's own text. Valid as long as both.
[[nodiscard]] inline std::string_view section_title(const Profile& profile,
                                                    const Section& section) {
  const SectionTitle* short_title = find_section_title(profile, section.id);
  if (short_title != nullptr) return short_title->title;
  return section.title;
}

// Whether the match covers a listing of this shape in this section (-1: in none), or any listing
// of a work.
[[nodiscard]] bool covers(const FacetMatch& match, const Catalog& catalog, int section,
                          Shape shape);
[[nodiscard]] bool covers(const FacetMatch& match, const Catalog& catalog, const Listing& listing);
[[nodiscard]] bool covers(const FacetMatch& match, const Catalog& catalog, const Work& work);

}  // namespace lamplight
