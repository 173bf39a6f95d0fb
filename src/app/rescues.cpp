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
// Each is a search of its own, which takes milliseconds in a list of a million works.
constexpr std::size_t max_trials = 8;

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
    return index_.search(request).works.size();
  }

 private:
  const Index& index_;
  std::size_t tried_ = 0;
};

// The nearest spelling of the word that is being typed.
std::optional<RescueView> respell(const Scene& scene, Trials& trials) {
  if (scene.request.query.is_empty()) return std::nullopt;
  constexpr std::size_t looked_at = 8;
  for (const Suggestion& suggestion : scene.index->suggest(scene.state.query, looked_at)) {
    if (suggestion.kind != SuggestionKind::Spelling) continue;
    SearchRequest request = scene.request;
    request.query = parse_query(suggestion.query);
    const std::size_t works = trials.count(request);
    if (works == 0) return std::nullopt;
    return RescueView{"Search for “" + suggestion.text + "”: " + counted(works, "work"),
                      SetQuery{suggestion.query}};
  }
  return std::nullopt;
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
    Query dropped;
    dropped.clauses.push_back(request.query.clauses[i]);
    // A blank behind a word says that it is whole, which is nothing to read.
    const std::string text = print_query(dropped);
    consider("“" + std::string(trim(text)) + "”", SetQuery{print_query(without.query)}, without);
  }
  sort_stably(rescues, [](const Rescue& a, const Rescue& b) { return a.works > b.works; });
  return rescues;
}

}  // namespace

std::vector<RescueView> build_rescues(const Scene& scene) {
  Trials trials(*scene.index);
  std::vector<RescueView> views;
  if (std::optional<RescueView> spelling = respell(scene, trials)) {
    views.push_back(std::move(*spelling));
  }
  for (Rescue& rescue : drop_each(scene, trials)) {
    if (views.size() == max_rescues) break;
    views.push_back({"Drop " + rescue.dropped + ": " + counted(rescue.works, "work"),
                     std::move(rescue.action)});
  }
  const std::size_t all = scene.catalog().works.size();
  if (all > 0) views.push_back({"Clear all: " + counted(all, "work"), ClearAll{}});
  return views;
}

}  // namespace lamplight::app
