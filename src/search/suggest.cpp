// Suggestions: what the word that is being typed may become.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "search/index.h"
#include "search/query_pieces.h"
#include "search/select.h"
#include "search/tokens.h"

namespace lamplight {

using search::FacetColumn;
using search::TermMatch;

namespace {

// Most of a list of suggestions are words; names and fields get their share of it.
constexpr std::size_t most_names = 3;
constexpr std::size_t most_words = 5;
constexpr std::size_t most_spellings = 3;
// Words of at most so many letters say nothing when one work in sixteen has them ("for", "the").
constexpr std::size_t max_filler_letters = 4;
constexpr std::size_t filler_share = 16;

constexpr std::string_view field_names[] = {"has", "in", "is", "name", "venue", "year"};
constexpr std::string_view mark_names[] = {"flagged", "new", "saved"};

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

bool needs_quotes(char c) {
  return is_ascii_space(c) || c == '(' || c == ')' || c == '|' || c == ':' || c == '-';
}

// As it can stand in a query: in quotes where it is more than one word.
std::string quoted(std::string_view text) {
  const bool is_plain =
      search::words_of(text).size() == 1 && std::none_of(text.begin(), text.end(), needs_quotes);
  std::string kept;
  for (const char c : text) {
    if (c != '"') kept.push_back(c);
  }
  return is_plain ? kept : '"' + kept + '"';
}

}  // namespace

// Collects suggestions, none twice.
class Suggester {
 public:
  Suggester(const Index::Impl& index, std::string_view text, std::size_t limit)
      : index_(index),
        typed_(search::find_open_piece(text)),
        before_(text.substr(0, typed_.body.begin)),
        limit_(limit) {}

  std::vector<Suggestion> run() {
    if (typed_.kind == search::PieceKind::End) return {};
    for (const std::string_view name : field_names) {
      if (!typed_.field.empty() && equals_ignoring_ascii_case(typed_.field, name)) {
        add_values(name);
        return std::move(found_);
      }
    }
    const std::vector<std::string> words = search::words_of(typed_.value);
    // Inside quotes every word counts as it is written.
    if (!typed_.field.empty() || typed_.is_quoted || words.size() != 1) return {};
    add_names({});
    add_words(words.front());
    add_fields();
    return std::move(found_);
  }

 private:
  void add(SuggestionKind kind, std::string text, std::uint32_t works) {
    if (found_.size() >= limit_) return;
    const std::string typed =
        (typed_.field.empty() ? "" : std::string(typed_.field) + ':') + std::string(typed_.value);
    if (equals_ignoring_ascii_case(text, typed)) return;
    const std::string key = fold(text);
    for (const Suggestion& each : found_) {
      if (fold(each.text) == key) return;
    }
    Suggestion suggestion{kind, std::move(text), std::string(before_), works};
    suggestion.query += suggestion.text;
    // A field's value is yet to come; what else is put in is complete.
    if (kind != SuggestionKind::Field) suggestion.query += ' ';
    found_.push_back(std::move(suggestion));
  }

  // Short names that begin with what is typed. `prefix`: the field, where it was typed.
  void add_names(std::string_view prefix) {
    Term term;
    term.field = TermField::Name;
    term.is_prefix = true;
    term.words = search::words_of(typed_.value);
    term.is_phrase = term.words.size() > 1;
    if (term.words.empty()) return;
    const std::shared_ptr<const TermMatch> match = index_.match(term);
    if (match->stage != search::Stage::AsAsked || match->classes.empty()) return;
    const std::string beginning = fold(typed_.value);
    std::size_t left = most_names;
    std::size_t tries = most_tries;
    (void)match->classes.front().find_each([&](std::uint32_t slot) {
      const Work& work = index_.catalog.works[index_.slots.work_of(slot)];
      if (work.name && begins_with(fold(*work.name), beginning)) {
        const std::size_t before = found_.size();
        const bool is_name = prefix.empty();
        add(is_name ? SuggestionKind::Name : SuggestionKind::Value,
            is_name ? quoted(*work.name) : std::string(prefix) + quoted(*work.name), 0);
        if (found_.size() > before) --left;
      }
      return left > 0 && --tries > 0;
    });
  }

  void add_words(const std::string& word) {
    const search::TextIndex& text = index_.text;
    const search::WordRange range = text.vocabulary().find_prefix(word);
    if (range.is_empty()) {
      add_spellings(word);
      return;
    }
    std::vector<std::uint32_t> best;  // most works first
    const auto has_more = [&](std::uint32_t a, std::uint32_t b) {
      return text.works_with(a) != text.works_with(b) ? text.works_with(a) > text.works_with(b)
                                                      : a < b;
    };
    for (std::uint32_t each = range.begin; each < range.end; ++each) {
      const std::string_view found = text.vocabulary().word(each);
      const bool is_filler = found.size() <= max_filler_letters &&
                             text.works_with(each) > index_.slots.size() / filler_share;
      if (is_filler || found.size() == word.size()) continue;
      if (best.size() == most_words && !has_more(each, best.back())) continue;
      best.insert(std::lower_bound(best.begin(), best.end(), each, has_more), each);
      if (best.size() > most_words) best.pop_back();
    }
    for (const std::uint32_t each : best) {
      add(SuggestionKind::Word, std::string(text.vocabulary().word(each)), text.works_with(each));
    }
  }

  void add_spellings(const std::string& word) {
    const search::TextIndex& text = index_.text;
    const std::vector<search::NearWord> near =
        search::find_nearest_words(text.vocabulary(), word, true);
    for (const search::NearWord& each : search::likeliest(text, near, most_spellings)) {
      add(SuggestionKind::Spelling, std::string(text.vocabulary().word(each.word)),
          text.works_with(each.word));
    }
  }

  void add_fields() {
    const std::string beginning = fold(typed_.value);
    for (const std::string_view name : field_names) {
      if (begins_with(name, beginning)) {
        add(SuggestionKind::Field, std::string(name) + ':', 0);
      }
    }
  }

  void add_values(std::string_view field) {
    const std::string prefix = std::string(field) + ':';
    const std::string beginning = fold(typed_.value);
    if (field == "name") {
      add_names(prefix);
    } else if (field == "is") {
      for (const std::string_view mark : mark_names) {
        if (!begins_with(mark, beginning)) continue;
        add(SuggestionKind::Value, prefix + std::string(mark),
            mark == "flagged" ? index_.columns.flagged.count() : 0);
      }
    } else {
      add_facet_values(field, prefix, beginning);
    }
  }

  void add_facet_values(std::string_view field, const std::string& prefix,
                        const std::string& beginning) {
    Facet facet;
    facet.source = field == "has"     ? FacetSource::Links
                   : field == "year"  ? FacetSource::Year
                   : field == "venue" ? FacetSource::Venue
                                      : FacetSource::Sections;
    const FacetColumn column(index_.catalog, index_.profile, facet, index_.columns);
    std::vector<search::FacetColumnValue> values = column.values();
    // The newest years are those that are asked for.
    if (facet.source == FacetSource::Year) std::reverse(values.begin(), values.end());
    for (const search::FacetColumnValue& value : values) {
      if (value.all == 0) continue;
      const bool is_meant = facet.source == FacetSource::Links || facet.source == FacetSource::Year
                                ? begins_with(value.id, beginning)
                                : beginning.empty() || has_word_beginning(value.id, beginning);
      if (is_meant) {
        const std::string shown = facet.source == FacetSource::Venue ? quoted(value.id) : value.id;
        add(SuggestionKind::Value, prefix + shown, value.all);
      }
    }
  }

  static bool has_word_beginning(std::string_view text, const std::string& beginning) {
    const std::string folded = fold(text);
    for (std::size_t at = folded.find(beginning); at != std::string::npos;
         at = folded.find(beginning, at + 1)) {
      if (at == 0 || !is_ascii_alnum(folded[at - 1])) return true;
    }
    return false;
  }

  // So many hits are looked at for names; in a list of a million, many only hold the word.
  static constexpr std::size_t most_tries = 500;

  const Index::Impl& index_;
  const search::Piece typed_;
  const std::string_view before_;  // with a dash of its own
  const std::size_t limit_;
  std::vector<Suggestion> found_;
};

std::vector<Suggestion> Index::suggest(std::string_view text, std::size_t limit) const {
  return Suggester(*impl_, text, limit).run();
}

}  // namespace lamplight
