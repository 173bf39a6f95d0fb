// lamplight search: works of a list that match a query, best first.
#include <algorithm>
#include <cstdio>

#include "base/text.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/search_text.h"
#include "lamplight/format.h"
#include "lamplight/search.h"

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

std::string facet_names(const Profile& profile) {
  std::string names;
  for (const Facet& facet : profile.facets) {
    if (facet.source != FacetSource::Values) continue;
    names += names.empty() ? "--" : ", --";
    names += facet.id;
  }
  return names;
}

// Fills in what the options ask for; a message when one makes no sense.
std::string read_request(const Arguments& arguments, const Profile& profile,
                         SearchRequest& request) {
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
  for (const auto& [name, given] : arguments.others) {
    const std::string id = name.substr(2);
    const auto facet = std::find_if(profile.facets.begin(), profile.facets.end(),
                                    [&](const Facet& known) { return known.id == id; });
    if (facet == profile.facets.end() || facet->source != FacetSource::Values) {
      const std::string known = facet_names(profile);
      return "there is no option “" + name + "”" +
             (known.empty() ? "; facets come with --profile"
                            : "; the profile's facets are " + known);
    }
    for (const std::string& value : split_commas(given)) {
      const bool is_known = std::any_of(facet->values.begin(), facet->values.end(),
                                        [&](const FacetValue& one) { return one.id == value; });
      if (!is_known) return "the facet " + id + " has no value “" + value + "”";
    }
    add_filter(request, id, given);
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

  Profile profile;
  const std::optional<std::string> profile_path = arguments.value("--profile");
  if (profile_path) {
    const Result<std::string> json = read_input(*profile_path);
    if (!json.is_ok()) return report_unreadable(json.error().message);
    Result<Profile> parsed = parse_profile(*json.value_if());
    if (!parsed.is_ok()) return report_unreadable(*profile_path + ": " + parsed.error().message);
    profile = std::move(*parsed.value_if());
  }
  SearchRequest request;
  const std::string complaint = read_request(arguments, profile, request);
  if (!complaint.empty()) return report_usage(command, complaint);

  std::string typed;
  for (std::size_t i = 1; i < arguments.operands.size(); ++i) {
    if (i > 1) typed += ' ';
    typed += arguments.operands[i];
  }
  request.query = parse_query(typed);
  for (const QueryNotice& notice : request.query.notices) {
    report_notice(typed, notice);
  }

  const Result<Catalog> read = read_catalog(arguments.operands[0]);
  const Catalog* catalog = read.value_if();
  if (!catalog) return report_unreadable(read.error().message);
  if (!profile_path) profile = default_profile(*catalog);
  const Index index = build_index(*catalog, profile);
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
      "in:section, has:code, year:2020..2022, venue:nature, name:chatcad, is:flagged.",
      {{"--in", "SECTION", "a section, or part of its path; several: A,B"},
       {"--has", "KIND", "works with a link of this kind: paper, code, project, ..."},
       {"--year", "RANGE", "2021, 2020..2022, 2022.. or ..2019"},
       {"--venue", "NAME", "where it appeared"},
       {"--sort", "ORDER", "match (default), year, name or list"},
       {"--limit", "N", "print at most N works"},
       {"--format", "FORMAT", "text (default) or json"},
       {"--profile", "P.json", "the list's profile; each of its facets is an option then"}},
      OtherOptions::Kept,
      run_search};
}

}  // namespace lamplight::cli
