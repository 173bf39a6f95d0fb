#include "lamplight/tags.h"

#include <algorithm>
#include <cstdint>

#include "base/text.h"

namespace lamplight {
namespace {

// More than any entry says; they keep time bounded on hostile input.
constexpr std::size_t max_tags = 24;
constexpr std::size_t max_cells = 64;

// Headings of columns whose tags are of one kind in any list.
struct Heading {
  std::string_view facet;
  std::string_view words[7];
};
constexpr Heading headings[] = {
    {"licence", {"license", "licence", "licenses", "licences", "许可证", "许可", "协议"}},
    {"language", {"language", "languages", "lang", "programming language", "语言"}},
    {"platform", {"platform", "platforms", "os", "operating system", "平台"}},
};

// Keys of licences; more may follow: "gpl3", "ccbysa".
constexpr std::string_view licence_beginnings[] = {
    "agpl",        "apache",       "artistic",    "boost", "bsd",  "bsl1", "cc0",
    "ccby",        "epl",          "eupl",        "gfdl",  "gnu",  "gpl",  "isc",
    "lgpl",        "mit",          "modifiedbsd", "mpl",   "mspl", "ofl",  "openfont",
    "proprietary", "publicdomain", "unlicense",   "wtfpl", "zlib",
};
constexpr std::string_view languages[] = {
    "arabic",  "bash",    "c",          "c#",         "c++",     "chinese", "clojure",
    "crystal", "cuda",    "d",          "dart",       "elixir",  "english", "erlang",
    "f#",      "fortran", "french",     "german",     "go",      "golang",  "haskell",
    "italian", "java",    "javascript", "japanese",   "js",      "julia",   "korean",
    "kotlin",  "lua",     "matlab",     "nim",        "node",    "nodejs",  "objectivec",
    "ocaml",   "perl",    "php",        "portuguese", "python",  "r",       "ruby",
    "russian", "rust",    "scala",      "shell",      "spanish", "swift",   "typescript",
    "zig",     "中文",    "英文",
};
constexpr std::string_view platforms[] = {
    "android", "chromeos", "crossplatform", "docker", "freebsd", "ios", "ipados",  "kubernetes",
    "linux",   "mac",      "macos",         "osx",    "unix",    "web", "windows",
};

// Ids that mean something else in addresses, or that other facets of a list go by.
constexpr std::string_view taken_ids[] = {
    "access", "at",           "change", "cols",     "columns", "group", "has",
    "in",     "jurisdiction", "kind",   "modality", "q",       "rows",  "rule",
    "scale",  "severity",     "since",  "sort",     "src",     "stack", "tag",
    "venue",  "view",         "work",   "year",
};

template <std::size_t N>
bool is_one_of(std::string_view text, const std::string_view (&known)[N]) {
  return std::find(std::begin(known), std::end(known), text) != std::end(known);
}

bool is_licence(std::string_view key) {
  return std::any_of(std::begin(licence_beginnings), std::end(licence_beginnings),
                     [&](std::string_view known) {
                       if (key.substr(0, known.size()) != known) return false;
                       const std::string_view rest = key.substr(known.size());
                       // "mit" and "isc" begin other words.
                       return known.size() > 3 || rest.empty() || !is_ascii_alpha(rest.front()) ||
                              rest.substr(0, 6) == "licens" || rest.substr(0, 6) == "licenc" ||
                              known == "bsd" || known == "gpl" || known == "gnu";
                     });
}

// "licence", "language", "platform", or empty.
std::string_view known_facet(std::string_view text) {
  const std::string key = tag_key(text);
  if (is_licence(key)) return "licence";
  if (is_one_of(key, languages)) return "language";
  return is_one_of(key, platforms) ? "platform" : std::string_view();
}

// "Go/Docker" is two tags where each part is known.
template <typename Take>
void split_tag(std::string_view text, Take&& take) {
  const std::size_t at = text.find('/');
  if (at != std::string_view::npos) {
    std::string_view rest = text;
    bool all = true;
    while (all && !rest.empty()) {
      const std::size_t end = std::min(rest.find('/'), rest.size());
      all = !known_facet(rest.substr(0, end)).empty();
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (all) {
      for (rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('/'), rest.size());
        take(trim(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
      return;
    }
  }
  take(text);
}

// Whether the text has the tag among other words.
bool names(std::string_view text, std::string_view tag) {
  const std::size_t at = text.find(tag);
  if (at == std::string_view::npos) return false;
  const std::size_t end = at + tag.size();
  return (at == 0 || !is_ascii_alnum(text[at - 1])) &&
         (end == text.size() || !is_ascii_alnum(text[end]));
}

void add_tag(std::vector<WorkTag>& tags, std::string_view column, std::string_view text) {
  split_tag(text, [&](std::string_view part) {
    if (part.empty()) return;
    const bool is_there = std::any_of(tags.begin(), tags.end(), [&](const WorkTag& tag) {
      return tag.column == column && tag.text == part;
    });
    if (!is_there) tags.push_back({column, part});
  });
}

void add_tags(std::vector<WorkTag>& tags, const Listing& listing) {
  const std::size_t count = std::min<std::size_t>(listing.tags.size(), max_tags);
  const std::size_t cells = std::min<std::size_t>(listing.cells.size(), max_cells);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view tag = listing.tags[i];
    bool is_placed = false;
    // The same word may stand in several columns: "No".
    for (std::size_t at = 0; at < cells; ++at) {
      const Cell& cell = listing.cells[at];
      if (cell.text != tag) continue;
      add_tag(tags, cell.column, tag);
      is_placed = true;
    }
    for (std::size_t at = 1; at < cells && !is_placed; ++at) {
      const Cell& cell = listing.cells[at];
      if (cell.text == *listing.description || !names(cell.text, tag)) continue;
      add_tag(tags, cell.column, tag);
      is_placed = true;
    }
    if (!is_placed) add_tag(tags, {}, tag);
  }
}

// "Call this API" -> "call-this-api"; headings without such letters by a number of their own.
std::string column_id(std::string_view heading) {
  std::string id;
  for (const char c : fold(heading)) {
    if (is_ascii_alnum(c)) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  if (id.empty()) {
    std::uint32_t hash = 2166136261u;
    for (const char c : heading) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    id = "column-";
    for (int shift = 12; shift >= 0; shift -= 4) id += "0123456789abcdef"[(hash >> shift) & 15];
    return id;
  }
  return is_one_of(id, taken_ids) ? id + "-column" : id;
}

}  // namespace

std::vector<WorkTag> tags_of(const Catalog& catalog, const Work& work) {
  std::vector<WorkTag> tags;
  for (const int at : work.listings) {
    const Listing& listing = catalog.listings[static_cast<std::size_t>(at)];
    if (tags.size() < max_tags && !listing.tags.empty()) add_tags(tags, listing);
  }
  return tags;
}

std::string tag_facet(const WorkTag& tag) {
  if (tag.column.empty()) {
    const std::string_view known = known_facet(tag.text);
    return std::string(known.empty() ? "tag" : known);
  }
  const std::string heading = fold(tag.column);
  for (const Heading& known : headings) {
    if (!heading.empty() && is_one_of(heading, known.words)) return std::string(known.facet);
  }
  return column_id(tag.column);
}

std::string tag_key(std::string_view text) {
  const std::string folded = fold(text);
  std::string key;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    const bool has_next = i + 1 < folded.size();
    const char next = has_next ? folded[i + 1] : ' ';
    // ".0" of a version, and the "v" before one.
    if (c == '.' && next == '0' && (i + 2 == folded.size() || !is_ascii_digit(folded[i + 2]))) {
      ++i;
    } else if (c == 'v' && is_ascii_digit(next) && !key.empty()) {
      continue;
    } else if (is_ascii_alnum(c) || c == '+' || c == '#' || static_cast<unsigned char>(c) >= 0x80) {
      key += c;
    }
  }
  return key.empty() ? folded : key;
}

}  // namespace lamplight
