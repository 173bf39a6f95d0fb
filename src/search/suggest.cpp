// Suggestions: what the word that is being typed may become.
//
// What the whole query finds depends on what that word finds, P, in one of two ways: it is base and
// what P has of the open works, or base without that. Base and the open works are those of the
// query with a word in its place that finds nothing, and one that finds everything; so the rest of
// the query is searched twice, whatever is suggested, and a suggestion is one set beside another.
#include <algorithm>
#include <utility>

#include "base/sort.h"
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

}  // namespace

// Collects suggestions, none twice.
class Suggester {
 public:
  Suggester(const Index::Impl& index, std::string_view text, std::size_t limit,
            const SearchRequest& under)
      : index_(index),
        typed_(search::find_open_piece(text)),
        before_(text.substr(0, typed_.body.begin)),
        limit_(limit),
        under_(under) {}

  std::vector<Suggestion> run() {
    if (typed_.kind == search::PieceKind::End || !search_around()) return {};
    for (const std::string_view name : field_names) {
      if (!typed_.field.empty() && equals_ignoring_ascii_case(typed_.field, name)) {
        add_values(name, fold(typed_.value));
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
  // False where the typed word would be left out, behind too many others.
  bool search_around() {
    Query query = parse_query(std::string(before_) + 'x');
    std::vector<Clause>* beside = &query.clauses;
    Clause* typed = nullptr;
    while (!beside->empty()) {
      typed = &beside->back();
      is_negated_ = is_negated_ != typed->is_negated;
      if (typed->kind == Clause::Kind::Term) break;
      beside = &typed->clauses;
    }
    if (typed == nullptr || typed->term.place.begin != before_.size()) return false;
    const auto find_with = [&](Clause::Kind kind) {
      typed->kind = kind;
      search::WorkSet works = index_.find_all(query.clauses, under_).works;
      index_.keep_chosen(under_, works);
      return works;
    };
    open_ = find_with(is_negated_ ? Clause::Kind::Any : Clause::Kind::All);  // the most
    const search::WorkSet least = find_with(is_negated_ ? Clause::Kind::All : Clause::Kind::Any);
    base_ = is_negated_ ? open_.count() : least.count();
    open_.subtract(least);
    is_all_open_ = open_.count() == index_.slots.size();
    return true;
  }

  // The works that a suggestion's text finds and that depend on it.
  [[nodiscard]] search::WorkSet find_open(std::string_view text) const {
    const Query query = parse_query(text);
    if (query.is_empty()) return search::WorkSet(index_.slots.size());
    const Term& term = query.clauses.front().term;
    // Not remembered: that is for the words of the query itself.
    search::WorkSet works = term.words.empty()
                                ? index_.find_field(term, under_)
                                : search::match_term(index_.text, index_.slots.size(), term).works;
    works.intersect(open_);
    return works;
  }

  [[nodiscard]] std::uint32_t count_open(std::uint32_t word) const {
    if (is_all_open_) return index_.text.works_with(word);
    std::uint32_t works = 0;
    std::uint32_t last = static_cast<std::uint32_t>(index_.slots.size());
    index_.text.for_each_posting(word, [&](std::uint32_t slot, search::WordField) {
      if (slot != last && open_.has(slot)) ++works;
      last = slot;
    });
    return works;
  }

  void add(SuggestionKind kind, std::string text) {
    if (found_.size() >= limit_) return;
    const std::string typed =
        (typed_.field.empty() ? "" : std::string(typed_.field) + ':') + std::string(typed_.value);
    if (equals_ignoring_ascii_case(text, typed)) return;
    const std::string key = fold(text);
    for (const Suggestion& each : found_) {
      if (fold(each.text) == key) return;
    }
    Suggestion suggestion{kind, std::move(text), std::string(before_), 0};
    suggestion.query += suggestion.text;
    // A field's value is yet to come; what else is put in is complete.
    if (kind != SuggestionKind::Field) {
      const std::uint32_t works = find_open(suggestion.text).count();
      suggestion.works = is_negated_ ? base_ - works : base_ + works;
      if (works == 0 || suggestion.works == 0) return;
      suggestion.query += ' ';
    }
    found_.push_back(std::move(suggestion));
  }

  // Those from `first` on, by what the word does: most works first, negated fewest.
  void rank(std::size_t first) {
    for (std::size_t i = first + 1; i < found_.size(); ++i) {
      for (std::size_t at = i; at > first; --at) {
        const std::uint32_t before = found_[at - 1].works;
        const std::uint32_t works = found_[at].works;
        if (is_negated_ ? works >= before : works <= before) break;
        std::swap(found_[at - 1], found_[at]);
      }
    }
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
    search::WorkSet named = match->classes.front();
    named.intersect(open_);
    (void)named.find_each([&](std::uint32_t slot) {
      const Work& work = index_.catalog.works[index_.slots.work_of(slot)];
      if (work.name && begins_with(fold(*work.name), beginning)) {
        const std::size_t before = found_.size();
        add(prefix.empty() ? SuggestionKind::Name : SuggestionKind::Value,
            std::string(prefix) + search::as_value(*work.name));
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
    struct Counted {
      std::uint32_t word;
      std::uint32_t works;
    };
    std::vector<Counted> best;  // most works first
    for (std::uint32_t each = range.begin; each < range.end; ++each) {
      const std::string_view found = text.vocabulary().word(each);
      const std::uint32_t all = text.works_with(each);
      const bool is_filler =
          found.size() <= max_filler_letters && all > index_.slots.size() / filler_share;
      if (is_filler || found.size() == word.size()) continue;
      const bool is_full = best.size() == most_words;
      if (is_full && all <= best.back().works) continue;
      const std::uint32_t works = count_open(each);
      if (works == 0 || (is_full && works <= best.back().works)) continue;
      std::size_t at = best.size();
      while (at > 0 && best[at - 1].works < works) --at;
      best.insert(best.begin() + static_cast<std::ptrdiff_t>(at), {each, works});
      if (best.size() > most_words) best.pop_back();
    }
    const std::size_t first = found_.size();
    for (const Counted& each : best) {
      add(SuggestionKind::Word, std::string(text.vocabulary().word(each.word)));
    }
    rank(first);
  }

  void add_spellings(const std::string& word) {
    const search::TextIndex& text = index_.text;
    std::vector<search::NearWord> near = search::find_nearest_words(text.vocabulary(), word, true);
    std::erase_if(near, [&](const search::NearWord& each) { return count_open(each.word) == 0; });
    for (const search::NearWord& each : search::likeliest(text, near, most_spellings)) {
      add(SuggestionKind::Spelling, std::string(text.vocabulary().word(each.word)));
    }
  }

  void add_fields() {
    const std::string beginning = fold(typed_.value);
    for (const std::string_view name : field_names) {
      if (begins_with(name, beginning) && has_values(name)) {
        add(SuggestionKind::Field, std::string(name) + ':');
      }
    }
  }

  // Whether one of the field's values would find a work: of the first that has one.
  [[nodiscard]] bool has_values(std::string_view field) const {
    if (field == "is") {
      return std::any_of(std::begin(mark_names), std::end(mark_names), [&](std::string_view mark) {
        return !find_open("is:" + std::string(mark)).is_empty();
      });
    }
    const search::Columns& columns = index_.columns;
    return !open_.find_each([&](std::uint32_t slot) {
      const Work& work = index_.catalog.works[index_.slots.work_of(slot)];
      switch (field.front()) {
        case 'n':
          return !work.name;
        case 'v':
          return columns.venue_codes[columns.venues.code(slot)].empty();
        case 'y':
          return !columns.year_codes[columns.years.code(slot)];
        case 'h':
          return columns.kind_codes[columns.kinds.code(slot)] == 0;
        default:
          return index_.catalog.listings[static_cast<std::size_t>(work.listings[0])].section < 0;
      }
    });
  }

  void add_values(std::string_view field, const std::string& beginning) {
    const std::string prefix = std::string(field) + ':';
    if (field == "name") {
      add_names(prefix);
    } else if (field == "is") {
      for (const std::string_view mark : mark_names) {
        if (begins_with(mark, beginning)) {
          add(SuggestionKind::Value, prefix + std::string(mark));
        }
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
    const FacetCounts counts = column.count(column.column().count(open_, open_.count()));
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < counts.values.size(); ++i) {
      if (counts.values[i].count > 0) order.push_back(i);
    }
    // The newest years are those that are asked for.
    const bool is_year = facet.source == FacetSource::Year;
    sort_numbers(order, [&](std::uint32_t a, std::uint32_t b) {
      const std::uint32_t of_a = counts.values[a].count;
      const std::uint32_t of_b = counts.values[b].count;
      return is_year || of_a == of_b ? (a < b) != is_year : of_a > of_b;
    });
    for (const std::uint32_t each : order) {
      const std::string_view id = counts.values[each].id;
      const bool is_meant = is_year || facet.source == FacetSource::Links
                                ? begins_with(id, beginning)
                                : beginning.empty() || has_word_beginning(id, beginning);
      if (is_meant) {
        add(SuggestionKind::Value,
            prefix + (facet.source == FacetSource::Venue ? search::as_value(id) : std::string(id)));
      }
      if (found_.size() >= limit_) break;
    }
    if (!is_year) rank(0);
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
  const SearchRequest& under_;
  bool is_negated_ = false;
  std::uint32_t base_ = 0;  // works that are found whatever is typed; negated: at the most
  search::WorkSet open_;    // works that depend on it
  bool is_all_open_ = false;
  std::vector<Suggestion> found_;
};

std::vector<Suggestion> Index::suggest(std::string_view text, std::size_t limit,
                                       const SearchRequest& under) const {
  return Suggester(*impl_, text, limit, under).run();
}

}  // namespace lamplight
