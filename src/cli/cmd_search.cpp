// lamplight search: works of a list that match a query, best first.
#include <algorithm>
#include <cstdio>

#include "base/text.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/search_text.h"
#include "lamplight/format.h"
#include "lamplight/search.h"
#include "lamplight/tags.h"

namespace lamplight::cli {
namespace {

std::vector<std::string> split_commas(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = text.find(',', begin);
    const std::string part = text.substr(begin, end == std::string::npos ? end : end - begin);
    if (!part.empty()) parts.push_back(part);
    if (end == std::string::npos) return parts;
    begin = end + 1;
  }
}

// "--has code,model" and "--has code --has model" are the same.
void add_filter(SearchRequest& request, const std::string& facet, const std::string& given) {
  const auto found = std::find_if(request.filters.begin(), request.filters.end(),
                                  [&](const Filter& filter) { return filter.facet == facet; });
  Filter& filter =
      found == request.filters.end() ? request.filters.emplace_back(Filter{facet, {}}) : *found;
  for (std::string& value : split_commas(given)) filter.values.push_back(std::move(value));
}

// A whole number of one or more; 0 when it is none.
std::size_t parse_count(const std::string& text) {
  if (text.empty() || text.size() > 9) return 0;
  std::size_t value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + static_cast<std::size_t>(c - '0');
  }
  return value;
}

// Facets with an option of their own; the others are options that every list has.
bool has_own_option(const Facet& facet) {
  return facet.source == FacetSource::Values || facet.source == FacetSource::Groups ||
         facet.source == FacetSource::Kind || facet.source == FacetSource::Tags;
}

std::string facet_names(const Profile& profile) {
  std::string names;
  for (const Facet& facet : profile.facets) {
    if (!has_own_option(facet)) continue;
    names += names.empty() ? "--" : ", --";
    names += facet.id;
  }
  return names;
}

// "MIT" as well as "mit", where the values come from the list.
std::string value_id(const Facet& facet, const Index& index, const std::string& given) {
  if (facet.source == FacetSource::Values || index.has_value(facet.id, given)) return given;
  return tag_key(given);
}

// Fills in what the options ask for; a message when one makes no sense.
std::string read_request(const Arguments& arguments, SearchRequest& request) {
  for (const auto& [name, given] : arguments.options) {
    if (name == "--in" || name == "--has" || name == "--venue") {
      add_filter(request, name.substr(2), given);
    } else if (name == "--year") {
      const std::optional<YearRange> years = parse_year_range(given);
      if (!years) return "“" + given + "” is no year and no range like 2020..2022";
      request.years = *years;
    } else if (name == "--sort") {
      const std::optional<Sort> sort = find_sort(given);
      if (!sort) return "“" + given + "” is no order, only match, year, name, list";
      request.sort = *sort;
    }
  }
  return {};
}

// As read_request, for the options that the list and its profile bring.
std::string read_facets(const Arguments& arguments, const Profile& profile, const Index& index,
                        SearchRequest& request) {
  for (const auto& [name, given] : arguments.others) {
    const std::string id = name.substr(2);
    const auto facet =
        std::find_if(profile.facets.begin(), profile.facets.end(),
                     [&](const Facet& known) { return known.id == id && has_own_option(known); });
    if (facet == profile.facets.end()) {
      const std::string known = facet_names(profile);
      return "there is no option “" + name + "”" +
             (known.empty() ? "; this list has no facets of its own"
                            : "; this list's facets are " + known);
    }
    for (const std::string& value : split_commas(given)) {
      const std::string found = value_id(*facet, index, value);
      if (!index.has_value(id, found)) {
        return "the facet " + id + " has no value “" + value + "”";
      }
      add_filter(request, id, found);
    }
  }
  return {};
}

// "lamplight: There is no field “foo”: searched as words.", and under it where:
//
//     protein foo:bar
//             ^~~~~~~
void report_notice(const std::string& typed, const QueryNotice& notice) {
  std::fprintf(stderr, "lamplight: %s\n", notice.message.c_str());
  const bool is_one_line = typed.find_first_of("\n\r\t") == std::string::npos;
  if (!is_one_line || notice.place.end > typed.size()) return;
  std::string marks;
  for (std::size_t at = 0; at < typed.size(); at += decode_utf8(typed, at).size) {
    if (at >= notice.place.end && at > notice.place.begin) break;
    marks += at < notice.place.begin ? ' ' : at == notice.place.begin ? '^' : '~';
  }
  std::fprintf(stderr, "    %s\n    %s\n", typed.c_str(), marks.c_str());
}

// What only the atlas knows, and what was searched instead of what was typed.
void report_meaning(const Query& query, const SearchResult& result) {
  for_each_term(query.clauses, [](const Term& term, bool) {
    if (term.field != TermField::Is || term.value == "flagged") return;
    std::fprintf(stderr,
                 "lamplight: One list alone does not tell what is %s: is:%s finds nothing.\n",
                 term.value.c_str(), term.value.c_str());
  });
  for (const Correction& correction : result.corrections) {
    std::string words;
    for (const std::string& word : correction.words)
      words += (words.empty() ? "“" : ", “") + word + "”";
    std::fprintf(stderr, "lamplight: No work has “%s”; searched: %s.\n", correction.typed.c_str(),
                 words.c_str());
  }
}

int run_search(const Command& command, const Arguments& arguments) {
  if (arguments.operands.empty()) return report_usage(command, "give a FILE and a QUERY");
  const std::string format = arguments.value("--format").value_or("text");
  if (format != "text" && format != "json") {
    return report_usage(command, "there is no format “" + format + "”, only text, json");
  }
  std::size_t limit = static_cast<std::size_t>(-1);
  if (const std::optional<std::string> given = arguments.value("--limit")) {
    limit = parse_count(*given);
    if (limit == 0) return report_usage(command, "--limit takes a number from 1");
  }

  const std::optional<std::string> profile_path = arguments.value("--profile");
  Result<Profile> chosen = read_profile(profile_path);
  if (!chosen.is_ok()) return report_unreadable(chosen.error().message);
  Profile& profile = *chosen.value_if();
  SearchRequest request;
  std::string complaint = read_request(arguments, request);
  if (!complaint.empty()) return report_usage(command, complaint);

  std::string typed;
  for (std::size_t i = 1; i < arguments.operands.size(); ++i) {
    if (i > 1) typed += ' ';
    typed += arguments.operands[i];
  }
  request.query = parse_query(typed);

  const Result<Catalog> read = read_catalog(arguments.operands[0], profile);
  const Catalog* catalog = read.value_if();
  if (!catalog) return report_unreadable(read.error().message);
  profile = default_profile(*catalog, std::move(profile));
  const Index index = build_index(*catalog, profile);
  complaint = read_facets(arguments, profile, index, request);
  if (!complaint.empty()) return report_usage(command, complaint);
  for (const QueryNotice& notice : request.query.notices) report_notice(typed, notice);
  const SearchResult result = index.search(request);
  report_meaning(request.query, result);
  const std::size_t shown = std::min(limit, result.works.size());

  const std::string text = format == "json"
                               ? to_json(result, *catalog, shown)
                               : search_text({*catalog, profile, index, request.query}, result,
                                             shown, output_has_color() ? Color::On : Color::Off);
  if (!write_output(text)) return exit_unreadable;
  if (format == "text") {
    std::fprintf(stderr, "%zu of %zu works", result.works.size(), catalog->works.size());
    if (shown < result.works.size()) std::fprintf(stderr, ", %zu shown", shown);
    std::fputc('\n', stderr);
  }
  return exit_fine;
}

}  // namespace

Command search_command() {
  return {
      "search",
      "FILE QUERY... [OPTIONS]",
      "Find works in a list",
      "Prints the works that match, best first. Words are joined by and; the last one matches\n"
      "as a prefix; small typos are forgiven. Also: \"exact phrase\", -not, a | b, (brackets),\n"
      "in:section, has:code, year:2020..2022, venue:nature, name:chatcad, is:flagged.\n"
      "Facets of the list are options, too: --licence=MIT, --language=Go, --kind=dataset, ...;\n"
      "a wrong one is answered with those there are.",
      {{"--in", "SECTION", "a section, or part of its path; several: A,B"},
       {"--has", "KIND", "works with a link of this kind: paper, code, project, ..."},
       {"--year", "RANGE", "2021, 2020..2022, 2022.. or ..2019"},
       {"--venue", "NAME", "where it appeared"},
       {"--sort", "ORDER", "match (default), year, name or list"},
       {"--limit", "N", "print at most N works"},
       {"--format", "FORMAT", "text (default) or json"},
       {"--profile", "P.json", "the list's profile, with facets of its own"}},
      OtherOptions::Kept,
      run_search};
}

}  // namespace lamplight::cli
