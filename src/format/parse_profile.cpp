// The JSON form of a profile (data/README.md), read strictly: a key that is not known is an
// error, so that a misspelt one does not pass unnoticed.
#include <algorithm>

#include "base/string_index.h"
#include "base/text.h"
#include "format/json_names.h"
#include "format/json_value.h"
#include "lamplight/profile.h"

namespace lamplight {
namespace {

using format::JsonPlace;
using format::JsonReader;
using format::Need;
using format::shape_names;

// Keys of the URL state that are no facets.
constexpr std::string_view reserved_ids[] = {"q", "sort", "view", "work", "since", "at", "src"};

// Facets that every catalog can have go by the same key in every URL.
struct SourceName {
  std::string_view name;
  FacetSource source;
  std::string_view facet_id;  // empty: any
};
constexpr SourceName source_names[] = {
    {"values", FacetSource::Values, ""},       {"links", FacetSource::Links, "has"},
    {"year", FacetSource::Year, "year"},       {"venue", FacetSource::Venue, "venue"},
    {"sections", FacetSource::Sections, "in"}, {"groups", FacetSource::Groups, ""},
    {"kind", FacetSource::Kind, ""},           {"tags", FacetSource::Tags, ""},
};

// Ids stand in URLs and as option names: a-z, 0-9 and "-", not first.
bool is_id(std::string_view id) {
  if (id.empty() || id.front() == '-') return false;
  return std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string read_id(JsonReader& reader, const JsonPlace& object) {
  std::string id = reader.text(object, "id", Need::Required);
  if (reader.is_ok() && !is_id(id)) {
    reader.fail({&object, "id", -1, nullptr}, "“" + id + "” is not of the letters a-z, 0-9 and -");
  }
  return id;
}

std::string read_pattern(JsonReader& reader, const JsonPlace& place) {
  std::string pattern = reader.text(place);
  if (reader.is_ok() && (pattern.empty() || pattern.front() == '/' || pattern.back() == '/')) {
    reader.fail(place, "expected a section path like “tools/editors” or “*/editors”");
  }
  return pattern;
}

FacetSource read_source(JsonReader& reader, const JsonPlace& facet, std::string_view id) {
  const std::string name = reader.text_or_null(facet, "source").value_or("values");
  for (const SourceName& known : source_names) {
    if (known.name == name && !known.facet_id.empty() && known.facet_id != id) {
      reader.fail({&facet, "id", -1, nullptr}, "a facet of source “" + name + "” has the id “" +
                                                   std::string(known.facet_id) + "”");
    }
    if (known.name != name && known.facet_id == id && !id.empty()) {
      reader.fail({&facet, "id", -1, nullptr}, "“" + std::string(id) +
                                                   "” is kept for a facet of source “" +
                                                   std::string(known.name) + "”");
    }
  }
  for (const SourceName& known : source_names) {
    if (known.name == name) return known.source;
  }
  reader.fail({&facet, "source", -1, nullptr},
              "“" + name + "” is none of values, links, year, venue, sections, groups, kind, tags");
  return FacetSource::Values;
}

FacetMatch read_match(JsonReader& reader, const JsonPlace& value) {
  FacetMatch match;
  const JsonPlace sections = reader.at(value, "sections", Need::Optional);
  for (const JsonPlace& place : reader.array(sections)) {
    match.sections.push_back(read_pattern(reader, place));
  }
  const JsonPlace shapes = reader.at(value, "shapes", Need::Optional);
  for (const JsonPlace& place : reader.array(shapes)) {
    const std::string shape = reader.text(place);
    const auto found = std::find(shape_names.begin(), shape_names.end(), shape);
    if (found == shape_names.end()) {
      reader.fail(place, "expected “bullet”, “row”, “paragraph” or “heading”");
      continue;
    }
    match.shapes.push_back(static_cast<Shape>(found - shape_names.begin()));
  }
  return match;
}

FacetValue read_value(JsonReader& reader, const JsonPlace& place) {
  FacetValue value;
  if (!reader.expect_object(place, {"id", "title", "color", "sections", "shapes"})) return value;
  value.id = read_id(reader, place);
  value.title = reader.text(place, "title", Need::Required);
  value.color = reader.text_or_null(place, "color").value_or("");
  if (!value.color.empty() && !is_id(value.color)) {
    reader.fail({&place, "color", -1, nullptr}, "expected the name of a category, like “vision”");
  }
  value.match = read_match(reader, place);
  return value;
}

// The places of an array's items; a failure when there are more than `most`.
std::vector<JsonPlace> read_array(JsonReader& reader, const JsonPlace& place, std::size_t most) {
  std::vector<JsonPlace> items = reader.array(place);
  if (items.size() <= most) return items;
  reader.fail(place, "more than " + std::to_string(most));
  return {};
}

void add_id(JsonReader& reader, StringIndex& ids, const JsonPlace& item, const std::string& id) {
  const std::uint32_t known = ids.size();
  if (ids.add(id) != known) {
    reader.fail({&item, "id", -1, nullptr}, "“" + id + "” occurs twice");
  }
}

Facet read_facet(JsonReader& reader, const JsonPlace& place) {
  Facet facet;
  if (!reader.expect_object(place, {"id", "title", "source", "shown", "values"})) return facet;
  facet.id = read_id(reader, place);
  if (std::find(std::begin(reserved_ids), std::end(reserved_ids), facet.id) !=
      std::end(reserved_ids)) {
    reader.fail({&place, "id", -1, nullptr}, "“" + facet.id + "” has another meaning in URLs");
  }
  facet.title = reader.text(place, "title", Need::Required);
  facet.source = read_source(reader, place, facet.id);
  if (reader.at(place, "shown", Need::Optional).value) {
    facet.shown = reader.number(place, "shown");
  }
  const JsonPlace values = reader.at(
      place, "values", facet.source == FacetSource::Values ? Need::Required : Need::Optional);
  if (values.value && facet.source != FacetSource::Values) {
    reader.fail(values, "only a facet of source “values” has its own values");
  }
  StringIndex ids;
  for (const JsonPlace& item : read_array(reader, values, max_facet_values)) {
    FacetValue value = read_value(reader, item);
    add_id(reader, ids, item, value.id);
    facet.values.push_back(std::move(value));
  }
  return facet;
}

SectionTitle read_section_title(JsonReader& reader, const JsonPlace& place) {
  SectionTitle title;
  if (!reader.expect_object(place, {"section", "title", "hidden_in_rows"})) return title;
  const JsonPlace pattern = reader.at(place, "section", Need::Required);
  if (pattern.value) title.pattern = read_pattern(reader, pattern);
  title.title = reader.text(place, "title", Need::Required);
  title.hidden_in_rows = reader.boolean(place, "hidden_in_rows", false);
  return title;
}

LinkKind read_link_kind(JsonReader& reader, const JsonPlace& rule) {
  const std::string name = reader.text(rule, "kind", Need::Required);
  std::string names;
  for (int i = 0; i < link_kind_count; ++i) {
    const LinkKind kind = static_cast<LinkKind>(i);
    if (link_kind_name(kind) == name) return kind;
    if (i > 0) names += ", ";
    names += link_kind_name(kind);
  }
  if (reader.is_ok()) {
    reader.fail({&rule, "kind", -1, nullptr}, "“" + name + "” is none of " + names);
  }
  return LinkKind::Other;
}

bool is_host(std::string_view host) {
  if (host.find('.') == std::string_view::npos || host.back() == '.') return false;
  return is_id(host.substr(0, host.find('.'))) && std::all_of(host.begin(), host.end(), [](char c) {
           return c == '.' || is_id({&c, 1}) || c == '-';
         });
}

LinkRule read_link_rule(JsonReader& reader, const JsonPlace& place) {
  LinkRule rule;
  if (!reader.expect_object(place, {"label", "host", "kind"})) return rule;
  rule.label = trim(reader.text_or_null(place, "label").value_or(""));
  rule.host = reader.text_or_null(place, "host").value_or("");
  if (rule.host.compare(0, 4, "www.") == 0) rule.host.erase(0, 4);
  if (reader.is_ok() && rule.label.empty() == rule.host.empty()) {
    reader.fail(place, "expected a label or a host, and not both");
  }
  if (reader.is_ok() && !rule.host.empty() && !is_host(rule.host)) {
    reader.fail({&place, "host", -1, nullptr}, "expected a host in lower case like “zenodo.org”");
  }
  rule.kind = read_link_kind(reader, place);
  return rule;
}

}  // namespace

Result<Profile> parse_profile(std::string_view json) {
  Result<format::JsonValue> parsed = format::parse_json(json);
  const format::JsonValue* value = parsed.value_if();
  if (!value)
    return Error{parsed.error().code, "Profile: " + parsed.error().message, parsed.error().line};

  Profile profile;
  JsonReader reader;
  const JsonPlace root{nullptr, {}, -1, value};
  if (reader.expect_object(
          root, {"title", "description", "source_url", "facets", "sections", "labels"})) {
    profile.title = reader.text_or_null(root, "title").value_or("");
    profile.description = reader.text_or_null(root, "description").value_or("");
    profile.source_url = reader.text_or_null(root, "source_url").value_or("");
    if (!profile.source_url.empty() && !is_clickable_url(profile.source_url)) {
      reader.fail({&root, "source_url", -1, nullptr}, "expected an http, https or mailto address");
    }
    const JsonPlace facets = reader.at(root, "facets", Need::Optional);
    profile.names_facets = facets.value != nullptr;
    StringIndex ids;
    for (const JsonPlace& place : read_array(reader, facets, max_facets)) {
      Facet facet = read_facet(reader, place);
      add_id(reader, ids, place, facet.id);
      profile.facets.push_back(std::move(facet));
    }
    const JsonPlace sections = reader.at(root, "sections", Need::Optional);
    for (const JsonPlace& place : read_array(reader, sections, max_section_titles)) {
      profile.sections.push_back(read_section_title(reader, place));
    }
    const JsonPlace labels = reader.at(root, "labels", Need::Optional);
    for (const JsonPlace& place : read_array(reader, labels, max_link_rules)) {
      profile.labels.push_back(read_link_rule(reader, place));
    }
  }
  if (!reader.is_ok()) return Error{ErrorCode::Syntax, "Profile: " + reader.error().message, 0};
  return profile;
}

}  // namespace lamplight
