#include "catalog/people.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "catalog/people_words.h"
#include "catalog/words.h"

namespace lamplight::catalog {
namespace {

// "A.", "J.-P.", "J": a given name's beginning.
bool is_initial(std::string_view word) {
  const std::size_t letters =
      static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_ascii_alpha));
  return is_ascii_upper(word.front()) && (letters == 1 || word.back() == '.') && letters <= 3;
}

// One name: a family name with a given one or with initials.
bool is_surely_a_name(std::string_view name) {
  std::size_t words = 0;
  std::size_t initials = 0;
  bool is_last_a_name = false;
  bool is_other = false;
  for_each_word(name, [&](std::string_view word) {
    // "Ann Lee (CMU)"
    if (words > 0 && word.front() == '(' && word.back() == ')') return;
    word = strip(word, "*†‡()'\"");
    if (word.empty()) return;
    ++words;
    is_last_a_name = false;
    if (is_initial(word)) {
      ++initials;
      return;
    }
    word = strip(word, ".");
    const std::string folded = fold(word);
    if (is_one_of(particles, word) && word != "of" && word != "the" && word != "for") return;
    const bool is_plain = std::all_of(word.begin(), word.end(), [](char c) {
      return is_ascii_alpha(c) || c == '-' || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
    });
    // All capitals are an acronym.
    const bool is_acronym =
        word.size() > 1 && std::all_of(word.begin(), word.end(), is_ascii_upper);
    if (!is_plain || is_acronym || !is_capitalised(word) || topic_words.has(folded)) {
      is_other = true;
    }
    is_last_a_name = true;
  });
  return !is_other && words >= 2 && words <= 5 && words > initials &&
         (is_last_a_name || initials > 0);
}

}  // namespace

std::string_view until_et_al(std::string_view text) {
  // Asked of every clause, of which hardly any has one.
  const auto may_begin = [text](std::size_t at) {
    return text[at] == ' ' && text[at + 1] == 'e' && (text[at + 2] == 't' || text[at + 2] == 'l');
  };
  std::size_t first = 0;
  while (first + 2 < text.size() && !may_begin(first)) ++first;
  if (first + 2 >= text.size()) return {};
  for (const std::string_view form : {" et al", " et. al", " el al"}) {
    const std::size_t at = text.find(form);
    if (at == std::string_view::npos) continue;
    std::size_t end = at + form.size();
    if (end < text.size() && is_ascii_alpha(text[end])) continue;
    if (end < text.size() && text[end] == '.') ++end;
    return text.substr(0, end);
  }
  return {};
}

bool are_people(std::string_view text, bool tolerant) {
  if (text.substr(0, 3) == "by ") text.remove_prefix(3);
  text = strip(text, " ,;*");
  if (text.empty() || text.size() > 4000) return false;
  if (const std::string_view known = until_et_al(text); !known.empty()) {
    return known.size() <= 120 && known.size() + 2 >= text.size();
  }
  std::size_t parts = 0;
  std::size_t words = 0;
  std::size_t plain = 0;    // words that no name holds
  std::size_t longest = 0;  // words of one name
  std::size_t of_part = 0;
  bool is_one_word = true;
  const auto end_part = [&] {
    if (of_part > 0) ++parts;
    longest = std::max(longest, of_part);
    of_part = 0;
  };
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = std::min(find_any<' ', ',', ';', '&'>(text, at), text.size());
    // The Arabic comma parts names, too.
    if (const std::size_t arabic = text.find("،", at); arabic < end) end = arabic;
    const std::string_view word = strip(text.substr(at, end - at), ".()'\"*");
    const bool is_and = word == "and" || word == "with" || word == "und" || word == "y";
    if (is_and) {
      end_part();
    } else if (!word.empty()) {
      ++words;
      ++of_part;
      is_one_word = is_one_word && words == 1;
      const bool is_name = is_capitalised(word) || word.front() == '@' ||
                           static_cast<unsigned char>(word.front()) >= 0x80 ||
                           is_one_of(particles, word);
      if (!is_name || find_any<'!', '?', ':', '/', '<', '>', '='>(word) != std::string_view::npos)
        ++plain;
      if (is_ascii_digit(word.front())) ++plain;
    }
    if (end < text.size() && text[end] != ' ') end_part();
    at = end + (text.compare(end, std::min<std::size_t>(2, text.size() - end), "،") == 0 ? 2 : 1);
  }
  end_part();
  if (tolerant && parts > 1) return plain * 6 <= words && longest <= 6;
  return plain == 0 && words > 0 && longest <= 5;
}

namespace {

bool are_capitalised_words(std::string_view text) {
  std::size_t words = 0;
  bool are_names = true;
  for_each_word(text, [&](std::string_view word) {
    ++words;
    are_names = are_names && is_capitalised(word) && !is_ascii_digit(word.front()) &&
                !topic_words.has(fold(word));
  });
  return are_names && words > 0 && words <= 3;
}

// "Lee, Ann and Chi, Bo": family names first, as BibTeX has them.
bool are_reversed_names(std::string_view text) {
  std::size_t names = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(find_and(text), text.size());
    const std::string_view name = text.substr(0, end);
    const std::size_t comma = name.find(", ");
    if (comma == std::string_view::npos || !are_capitalised_words(name.substr(0, comma)) ||
        !are_capitalised_words(name.substr(comma + 2)) ||
        name.find(',', comma + 1) != std::string_view::npos) {
      return false;
    }
    ++names;
    text.remove_prefix(std::min(end + 5, text.size()));
  }
  return names >= 2;
}

}  // namespace

bool are_surely_people(std::string_view text, std::size_t least) {
  if (text.substr(0, 3) == "by ") text.remove_prefix(3);
  text = strip(text, " ,;*");
  // Most texts end here: a name has two words and begins with a capital.
  if (text.size() > 4000 || !is_capitalised(text)) return false;
  if (text.find(' ') == std::string_view::npos) return false;
  if (are_reversed_names(text)) return true;
  bool has_et_al = false;
  if (const std::string_view known = until_et_al(text); !known.empty()) {
    if (known.size() + 2 < text.size()) return false;
    text = strip(known.substr(0, known.rfind(" e")), " ,;*");
    has_et_al = true;
  }
  std::size_t names = 0;
  std::size_t alone = 0;     // words that stand alone, as in "Lee, A., Chi, B."
  std::size_t initials = 0;  // parts that are nothing but initials
  while (!text.empty()) {
    std::size_t end = std::min(find_any<',', ';', '&'>(text), text.size());
    std::size_t next = std::min(end + 1, text.size());
    if (const std::size_t at = find_and(text); at < end) {
      end = at;
      next = at + 5;
    }
    std::string_view name = trim(text.substr(0, end));
    text.remove_prefix(next);
    if (name.substr(0, 4) == "and ") name = trim(name.substr(4));
    if (name.empty()) continue;
    if (is_surely_a_name(name)) {
      ++names;
      continue;
    }
    bool are_initials = true;
    std::size_t words = 0;
    for_each_word(name, [&](std::string_view word) {
      ++words;
      are_initials = are_initials && is_initial(word);
    });
    const bool is_word = words == 1 && is_capitalised(name) && !topic_words.has(fold(name)) &&
                         std::all_of(name.begin(), name.end(), [](char c) {
                           return is_ascii_alpha(c) || c == '-' || c == '\'' ||
                                  static_cast<unsigned char>(c) >= 0x80;
                         });
    const bool is_acronym =
        name.size() > 1 && std::count_if(name.begin(), name.end(), is_ascii_upper) > 1;
    if (are_initials) {
      ++initials;
    } else if (is_word && !is_acronym) {
      ++alone;
    } else {
      return false;
    }
  }
  if (has_et_al) return names + alone > 0 && names + alone <= 6;
  // Family names and initials by turns.
  if (initials > 0 && alone == initials) return names + initials >= least;
  return initials == 0 && names >= least && alone * 4 <= names;
}

namespace {

// "Ann Lee and Bo Chi CVPR 2021": where the word that names the venue begins.
std::optional<Credits> split_at_venue(std::string_view text) {
  constexpr int most_words = 4;
  std::size_t at = text.size();
  for (int words = 0; words < most_words && at > 0; ++words) {
    at = text.rfind(' ', at - 1);
    if (at == std::string_view::npos || at == 0) return std::nullopt;
    const std::string_view rest = text.substr(at + 1);
    if (!is_known_venue(rest.substr(0, find_any<' ', ',', '\''>(rest)))) continue;
    const auto publication = read_publication(rest, Asked::Year);
    const std::string_view people = strip(text.substr(0, at), " ,;-|");
    if (publication && are_surely_people(people, 1)) return Credits{people, publication};
  }
  return std::nullopt;
}

// Where the last of ". ", ", ", " - " and " | " begins before `end`; 0 for none.
std::size_t last_gap(std::string_view text, std::size_t end) {
  for (std::size_t at = end; at-- > 1;) {
    if (text[at] != '.' && text[at] != ',' && text[at] != ' ') continue;
    for (const std::string_view sign : {". ", ", ", " - ", " | "}) {
      if (text.substr(at, sign.size()) == sign) return at;
    }
  }
  return 0;
}

}  // namespace

std::optional<Credits> read_credits(std::string_view text) {
  // Further than this from the end nothing is where or when.
  constexpr int most_gaps = 6;
  text = strip(text, " ,;|-");
  if (text.size() < 5 || text.size() > 4000) return std::nullopt;
  if (are_surely_people(text)) return Credits{strip(text, " ,;"), std::nullopt};
  if (const auto credits = split_at_venue(text)) return credits;
  std::size_t end = text.size();
  for (int gap = 0; gap < most_gaps && end > 0; ++gap) {
    const std::size_t at = last_gap(text, end);
    if (at == 0) break;
    const bool is_stop = text[at] == '.';
    const std::size_t size = text[at] == ' ' ? 3 : 2;
    end = at;
    const auto publication = read_publication(text.substr(at + size), Asked::Year);
    if (!publication || !(publication->year || publication->is_known)) continue;
    // ", Cy Dee - 1988" names one more.
    if (!publication->is_known && are_surely_people(publication->venue, 1)) continue;
    // A sentence of its own, or what stands before a venue, may be one person.
    const std::size_t least = is_stop || publication->is_known ? 1 : 2;
    const std::string_view people = text.substr(0, is_stop ? at + 1 : at);
    if (!are_surely_people(people, least)) continue;
    // The full stop of "et al." and of initials is theirs. What stands behind an initial may be a
    // family name.
    const std::string_view bare = text.substr(0, at);
    const bool is_initial_last = is_stop && bare.size() > 1 && bare[bare.size() - 2] == ' ';
    if (is_initial_last && !publication->is_known) continue;
    const bool keeps_stop = is_initial_last || (is_stop && !until_et_al(people).empty());
    return Credits{strip(keeps_stop ? people : bare, " ,;"), publication};
  }
  return std::nullopt;
}

bool ends_sentence(std::string_view authors) {
  if (authors.size() < 4 || authors.back() != '.') return false;
  const std::string last = fold(authors.substr(authors.rfind(' ') + 1));
  return last.size() > 3 && last != "al." && last.find('.') == last.size() - 1;
}

}  // namespace lamplight::catalog
