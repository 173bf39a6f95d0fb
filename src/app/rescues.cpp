#include <algorithm>
#include <optional>
#include <utility>

#include "app/builders.h"
#include "base/sort.h"
#include "base/text.h"
#include "base/wording.h"

namespace lamplight::app {
namespace {

constexpr std::size_t max_rescues = 3;
// Each is a search of its own, which takes a millisecond or so in a list of a million works.
constexpr std::size_t max_trials = 16;

struct Rescue {
  std::string dropped;
  Action action;
  std::size_t works;
};

// "“Bioinformatics” or “Medical imaging”": all values of one facet, which go together.
std::string filter_text(const Scene& scene, const Filter& filter) {
  std::string text;
  for (const std::string& value : filter.values) {
    if (!text.empty()) text += " or ";
    text += "“" + filter_title(scene.catalog(), scene.shown.profile(), filter.facet, value) + "”";
  }
  return text;
}

// Finds out what a request that is a little wider would give.
class Trials {
 public:
  explicit Trials(const Index& index) : index_(index) {}

  // 0 when nothing is found, or when enough has been tried.
  std::size_t count(const SearchRequest& request) {
    if (tried_ == max_trials) return 0;
    ++tried_;
    return index_.count(request);
  }

 private:
  const Index& index_;
  std::size_t tried_ = 0;
};

// A text that ends in a word as it is being typed, with neither brackets nor quotes around it.
std::string typed_text(Query& query) {
  std::vector<Clause>* clauses = &query.clauses;
  if (clauses->size() == 1 && !clauses->front().is_negated &&
      clauses->front().kind == Clause::Kind::Any) {
    clauses = &clauses->front().clauses;
  }
  if (!clauses->empty()) {
    Term& last = clauses->back().term;
    last.is_prefix = last.is_prefix || (!last.words.empty() && !last.is_quoted);
  }
  return print_query(query);
}

std::string text_of(Clause clause) {
  Query query;
  query.clauses.push_back(std::move(clause));
  return "“" + typed_text(query) + "”";
}

// The same query as something else; none when that finds nothing either.
void search_instead(const Scene& scene, Trials& trials, std::string text,
                    std::vector<RescueView>& views) {
  SearchRequest request = scene.request;
  request.query = parse_query(text);
  if (request.query.clauses == scene.request.query.clauses) return;
  const std::size_t works = trials.count(request);
  if (works == 0) return;
  std::string said = "Search for “" + std::string(trim(text)) + "”: " + counted(works, "work");
  views.push_back({std::move(said), SetQuery{std::move(text)}});
}

// What was meant, in other words.
void reword(const Scene& scene, Trials& trials, std::vector<RescueView>& views) {
  const std::string& query = scene.state.query;
  if (const std::optional<PlainReading> reading =
          scene.index->read_plain_words(query, scene.request)) {
    views.push_back({"Search for “" + reading->text + "”: " + counted(reading->works, "work"),
                     read_so(scene.state, *reading)});
  }
  constexpr std::size_t looked_at = 8;
  for (Suggestion& suggestion : scene.index->suggest(query, looked_at, scene.request)) {
    if (suggestion.kind != SuggestionKind::Spelling) continue;
    search_instead(scene, trials, std::move(suggestion.query), views);
    break;
  }
  // A phrase as its words, which may stand apart.
  std::string words = query;
  std::erase_if(words, [](char c) { return c == '"'; });
  if (words != query) search_instead(scene, trials, std::move(words), views);
}

// What each thing that can be dropped gives, most first.
std::vector<Rescue> drop_each(const Scene& scene, Trials& trials) {
  const SearchRequest& request = scene.request;
  std::vector<Rescue> rescues;
  const auto consider = [&](std::string dropped, Action action, const SearchRequest& without) {
    const std::size_t works = trials.count(without);
    if (works > 0) rescues.push_back({std::move(dropped), std::move(action), works});
  };
  for (std::size_t i = 0; i < request.filters.size(); ++i) {
    SearchRequest without = request;
    without.filters.erase(without.filters.begin() + static_cast<std::ptrdiff_t>(i));
    consider(filter_text(scene, request.filters[i]), ClearFacet{request.filters[i].facet}, without);
  }
  if (request.years != YearRange{}) {
    SearchRequest without = request;
    without.years = {};
    consider("“" + year_text(request.years) + "”", SetYears{}, without);
  }
  for (std::size_t i = 0; i < request.query.clauses.size(); ++i) {
    SearchRequest without = request;
    std::vector<Clause>& clauses = without.query.clauses;
    clauses.erase(clauses.begin() + static_cast<std::ptrdiff_t>(i));
    std::string query = typed_text(without.query);
    consider(text_of(request.query.clauses[i]), SetQuery{std::move(query)}, without);
  }
  sort_stably(rescues, [](const Rescue& a, const Rescue& b) { return a.works > b.works; });
  return rescues;
}

// Where no one thing is to blame: all that finds something together, in the order of the query and
// then of the filters, and without the rest. None where only all of it can go.
std::optional<Rescue> drop_several(const Scene& scene, Trials& trials) {
  SearchRequest kept = scene.request;
  kept.query.clauses.clear();
  kept.filters.clear();
  kept.years = {};
  State state = scene.state;
  Rescue rescue{{}, ClearAll{}, 0};
  // True where it finds something; else what `kept` was before must come back.
  const auto keep = [&](const std::string& text) {
    if (const std::size_t works = trials.count(kept)) {
      rescue.works = works;
      return true;
    }
    (rescue.dropped += rescue.dropped.empty() ? "" : ", ") += text;
    return false;
  };
  for (const Clause& clause : scene.request.query.clauses) {
    kept.query.clauses.push_back(clause);
    if (!keep(text_of(clause))) kept.query.clauses.pop_back();
  }
  for (const Filter& filter : scene.request.filters) {
    kept.filters.push_back(filter);
    if (keep(filter_text(scene, filter))) continue;
    kept.filters.pop_back();
    std::erase_if(state.filters, [&](const Filter& each) { return each.facet == filter.facet; });
  }
  kept.years = scene.request.years;
  if (kept.years != YearRange{} && !keep("“" + year_text(kept.years) + "”")) state.years = {};
  if (rescue.works == 0) return std::nullopt;
  state.query = typed_text(kept.query);
  rescue.action = SetState{std::move(state)};
  return rescue;
}

}  // namespace

std::vector<RescueView> build_rescues(const Scene& scene) {
  Trials trials(*scene.index);
  std::vector<RescueView> views;
  reword(scene, trials, views);
  std::vector<Rescue> drops = drop_each(scene, trials);
  if (drops.empty() && views.empty()) {
    if (std::optional<Rescue> several = drop_several(scene, trials)) {
      drops.push_back(std::move(*several));
    }
  }
  for (Rescue& rescue : drops) {
    if (views.size() >= max_rescues) break;
    views.push_back({"Drop " + rescue.dropped + ": " + counted(rescue.works, "work"),
                     std::move(rescue.action)});
  }
  const std::size_t all = scene.catalog().works.size();
  if (all > 0) views.push_back({"Clear all: " + counted(all, "work"), ClearAll{}});
  return views;
}

}  // namespace lamplight::app
