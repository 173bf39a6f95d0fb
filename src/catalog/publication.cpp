#include "catalog/publication.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "catalog/words.h"

namespace lamplight::catalog {
namespace {

// Conferences, journals and servers by the word that names them, folded. Ordered.
constexpr std::string_view venue_names[] = {
    "3dv",      "aaai",        "aacl",   "accv",    "acl",           "acmmm",    "aied",
    "aistats",  "alenex",      "amia",   "arxiv",   "asplos",        "atc",      "bibm",
    "biorxiv",  "bmj",         "bmvc",   "caad",    "cav",           "ccs",      "chemrxiv",
    "chi",      "chil",        "cidr",   "cikm",    "clef",          "colm",     "coling",
    "colt",     "conll",       "corl",   "corr",    "cscw",          "csur",     "cvpr",
    "cvprw",    "dac",         "dlmia",  "eacl",    "eccv",          "eccvw",    "ecir",
    "ecml",     "elife",       "embc",   "emnlp",   "eurosys",       "fse",      "icann",
    "icassp",   "iccad",       "iccl",   "iccv",    "iccvw",         "icdar",    "icde",
    "icdl",     "icdm",        "iclr",   "icme",    "icml",          "icmlw",    "icip",
    "icpr",     "icra",        "icse",   "ieee",    "ijcai",         "ijcnlp",   "ijcnn",
    "ijcv",     "interspeech", "ipmi",   "iros",    "isbi",          "isca",     "isie",
    "iswc",     "iui",         "jama",   "jamia",   "jbhi",          "jmir",     "jmlr",
    "kdd",      "lancet",      "lrec",   "media",   "media journal", "medrxiv",  "miccai",
    "micro",    "midl",        "mlhc",   "mlmi",    "mlsys",         "mobicom",  "naacl",
    "naaclw",   "nature",      "ndss",   "nejm",    "neurips",       "neuripsw", "nips",
    "nsdi",     "openreview",  "osdi",   "pakdd",   "pami",          "pkdd",     "pldi",
    "plos",     "pmlr",        "pnas",   "popl",    "ppopp",         "preprint", "preprints",
    "ral",      "recsys",      "rss",    "science", "sdm",           "semeval",  "sigcomm",
    "siggraph", "sigir",       "sigmod", "soda",    "sosp",          "spie",     "ssrn",
    "stoc",     "tacl",        "taslp",  "tcsvt",   "tgrs",          "tip",      "tist",
    "tkde",     "tmi",         "tmlr",   "tmm",     "tnnls",         "tois",     "tpami",
    "tvcg",     "uai",         "uist",   "usenix",  "vldb",          "wacv",     "wmt",
    "workshop", "wsdm",        "www",
};

constexpr WordTable venue_words(venue_names);
static_assert(venue_words.is_grouped());

// Words that only the name of a venue holds.
constexpr std::string_view venue_parts[] = {
    "bioinformatics", "conference", "findings",  "journal",      "letters",  "magazine",
    "proceedings",    "reports",    "symposium", "transactions", "workshop", "workshops",
};

constexpr std::string_view months[] = {
    "jan",   "feb",  "mar",  "apr",    "may",       "jun",     "jul",      "aug",
    "sep",   "sept", "oct",  "nov",    "dec",       "january", "february", "march",
    "april", "june", "july", "august", "september", "october", "november", "december",
};

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool is_year_number(int year) { return year >= 1950 && year <= 2039; }

// "8", "08", "2/5", "11th": what stands beside a year in a date.
bool is_part_of_date(std::string_view word) {
  word = strip(word, ".,;()'");
  if (word.empty()) return false;
  if (is_one_of(months, to_lower_ascii(word))) return true;
  std::size_t digits = 0;
  while (digits < word.size() && is_ascii_digit(word[digits])) ++digits;
  if (digits == 0 || digits > 2) return false;
  const std::string rest = to_lower_ascii(word.substr(digits));
  return rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
}

struct FoundYear {
  int year = 0;
  std::size_t begin = 0;
  std::size_t end = 0;  // with the month and day glued to it
};

// The first number that may be a year, with what is glued to it: "2023.8", "2023-10-01".
std::optional<FoundYear> find_year_number(std::string_view text) {
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    if (!is_ascii_digit(text[i])) continue;
    std::size_t end = i;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    const int value = end - i == 4 ? number_of(text.substr(i, 4)) : 0;
    const bool is_glued = i > 1 && (text[i - 1] == '.' || text[i - 1] == '/') &&
                          is_ascii_digit(text[i - 2]) && text.find('/') == std::string_view::npos;
    if (!is_year_number(value) || is_glued) {
      i = end;
      continue;
    }
    FoundYear found{value, i, end};
    // Months and days.
    while (found.end + 1 < text.size() &&
           std::string_view("./-").find(text[found.end]) != std::string_view::npos &&
           is_ascii_digit(text[found.end + 1])) {
      ++found.end;
      while (found.end < text.size() && is_ascii_digit(text[found.end])) ++found.end;
    }
    // "10/2023"
    while (found.begin >= 2 && (text[found.begin - 1] == '/' || text[found.begin - 1] == '.') &&
           is_ascii_digit(text[found.begin - 2])) {
      found.begin -= 2;
      while (found.begin > 0 && is_ascii_digit(text[found.begin - 1])) --found.begin;
    }
    return found;
  }
  return std::nullopt;
}

// "ACL'23", "MICCAI17", "EMNLP 18": a known venue and two digits.
std::optional<FoundYear> find_short_year(std::string_view text) {
  if (text.size() < 4 || !is_ascii_digit(text.back()) || !is_ascii_digit(text[text.size() - 2])) {
    return std::nullopt;
  }
  std::size_t begin = text.size() - 2;
  if (is_ascii_digit(text[begin - 1])) return std::nullopt;
  const int two = number_of(text.substr(begin));
  std::string_view before = text.substr(0, begin);
  while (!before.empty() && (before.back() == '\'' || before.back() == ' ' ||
                             before.back() == '-' || is_utf8_continuation(before.back()))) {
    // The last byte of a curly quote, and those before it.
    if (is_utf8_continuation(before.back())) {
      while (!before.empty() && is_utf8_continuation(before.back())) before.remove_suffix(1);
      if (!before.empty()) before.remove_suffix(1);
      continue;
    }
    before.remove_suffix(1);
  }
  // "12(3), 1-10" are pages.
  if (before.empty() || is_ascii_digit(before.back()) || !is_known_venue(before)) {
    return std::nullopt;
  }
  return FoundYear{two <= 39 ? 2000 + two : 1900 + two, before.size(), text.size()};
}

bool is_small_word(std::string_view word) {
  static constexpr std::string_view small[] = {"of",  "on", "in",  "and", "for", "the", "to",
                                               "at",  "de", "des", "der", "&",   "a",   "with",
                                               "und", "et", "la",  "le",  "npj", "d"};
  return is_one_of(small, word);
}

std::size_t count_of_words(std::string_view text) {
  std::size_t words = 0;
  for_each_word(text, [&](std::string_view) { ++words; });
  return words;
}

// A few words, mostly capitalised, that no sentence is made of.
bool may_be_venue(std::string_view text, std::size_t most) {
  std::size_t words = 0;
  std::size_t small = 0;
  bool is_name = true;
  for_each_word(text, [&](std::string_view word) {
    ++words;
    if (is_small_word(word)) return;
    if (!is_capitalised(word)) ++small;
    if (word.size() > 40 || find_any<'!', '?', '"', '('>(word) != std::string_view::npos)
      is_name = false;
  });
  return is_name && words > 0 && words <= most && small * 2 <= words;
}

}  // namespace

bool is_known_venue(std::string_view text) {
  if (text.size() > 120) return false;
  const std::string folded = fold(trim(text));
  bool is_known = false;
  bool has_part = false;
  std::size_t words = 0;
  for_each_word(folded, [&](std::string_view word) {
    ++words;
    word = strip(word, ".()[]'");
    const std::string_view before_at = word.substr(0, word.find('@'));
    has_part = has_part || is_one_of(venue_parts, word);
    is_known = is_known || (words <= 3 && venue_words.has(before_at));
  });
  if (!is_known && has_part) {
    // "Answers letters" is no venue: its name has capitals.
    for_each_word(text, [&](std::string_view word) {
      word = strip(word, ".()[]'");
      is_known = is_known || (is_capitalised(word) && is_one_of(venue_parts, fold(word)));
    });
  }
  return is_known && words <= 12;
}

std::optional<int> read_year(std::string_view text) {
  text = strip(text, " .:()[]");
  if (text.size() != 4 || !is_digits(text)) return std::nullopt;
  const int year = number_of(text);
  return is_year_number(year) ? std::optional<int>(year) : std::nullopt;
}

std::optional<Publication> read_publication(std::string_view text, Asked asked) {
  text = strip(text, " .,;:*()[]-|");
  if (text.size() < 2 || text.size() > 160) return std::nullopt;
  if (text.find("•") != std::string_view::npos) return std::nullopt;
  for (const std::string_view in : {"in ", "In "}) {
    if (text.substr(0, in.size()) == in) text.remove_prefix(in.size());
  }
  // Most texts tell no year, and are no venue either.
  if (asked != Asked::Venue && std::none_of(text.begin(), text.end(), is_ascii_digit) &&
      !is_known_venue(text)) {
    return std::nullopt;
  }
  Publication made;
  std::string rest;
  std::optional<FoundYear> found = find_year_number(text);
  if (!found) found = find_short_year(text);
  if (found) {
    made.year = found->year;
    // A second date, "2022.7/2023.12", says no more.
    std::string_view after = text.substr(found->end);
    while (!after.empty() && (after.front() == '/' || after.front() == '-') && after.size() > 1 &&
           is_ascii_digit(after[1])) {
      after.remove_prefix(1);
      while (!after.empty() && (is_ascii_digit(after.front()) || after.front() == '.'))
        after.remove_prefix(1);
    }
    rest.append(text.substr(0, found->begin)).append(" ").append(after);
  } else {
    rest = text;
  }
  std::string venue;
  for_each_word(rest, [&](std::string_view word) {
    if (found && is_part_of_date(word)) return;
    if (!venue.empty()) venue.push_back(' ');
    venue.append(word);
    // Commas are lost with the words; those within a venue's name stay.
    const char* const end = word.data() + word.size();
    if (end < rest.data() + rest.size() && *end == ',') venue.push_back(',');
  });
  const std::string_view name = strip(venue, " .,;:*'-()[]/|");
  // A cut-off year, "NeurIPS 202", is none.
  const std::size_t last_blank = name.rfind(' ');
  std::string_view named = name;
  if (!found && last_blank != std::string_view::npos && is_digits(name.substr(last_blank + 1)) &&
      name.size() - last_blank <= 4) {
    named = strip(name.substr(0, last_blank), " .,");
  }
  if (named.empty()) return made.year ? std::optional(made) : std::nullopt;
  made.venue = named;
  if (made.venue.size() < name.size() && !is_known_venue(named)) return std::nullopt;
  if (is_digits(named)) return std::nullopt;
  made.is_known = is_known_venue(named);
  // "CVPR 2023 (Oral)": what closed the bracket was taken off.
  if (made.venue.rfind('(') != std::string::npos && made.venue.find(')') == std::string::npos) {
    made.venue.push_back(')');
  }
  if (made.is_known && (made.year || count_of_words(named) <= 3 || may_be_venue(named, 12)))
    return made;
  if (asked == Asked::Known) return std::nullopt;
  if (made.year && may_be_venue(named, 12)) return made;
  if (asked == Asked::Year) return std::nullopt;
  return may_be_venue(named, 5) ? std::optional(made) : std::nullopt;
}

}  // namespace lamplight::catalog
