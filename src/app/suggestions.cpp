#include <algorithm>

#include "app/builders.h"
#include "base/text.h"
#include "base/wording.h"

namespace lamplight::app {
namespace {

constexpr std::size_t max_suggestions = 8;
// Of those that complete what is typed; the list's own words are the better help.
constexpr std::size_t max_recent_completions = 2;

SuggestionKindView kind_view(SuggestionKind kind) {
  switch (kind) {
    case SuggestionKind::Word:
      return SuggestionKindView::Word;
    case SuggestionKind::Name:
      return SuggestionKindView::Name;
    case SuggestionKind::Field:
      return SuggestionKindView::Field;
    case SuggestionKind::Value:
      return SuggestionKindView::Value;
    case SuggestionKind::Spelling:
      break;
  }
  return SuggestionKindView::Spelling;
}

SuggestionView recent_view(const std::string& query) {
  return {SuggestionKindView::Recent, query, "searched before", SetQuery{query}};
}

std::string detail_of(const Suggestion& suggestion) {
  if (suggestion.works == 0) return {};  // fields are not counted
  const std::string works = counted(suggestion.works, "work");
  return suggestion.kind == SuggestionKind::Spelling ? "did you mean · " + works : works;
}

// The recent queries that begin with what is typed and go on.
std::vector<SuggestionView> complete_from_recent(const State& state) {
  std::vector<SuggestionView> views;
  const std::string typed = fold(trim(state.query));
  for (const std::string& query : state.recent) {
    if (views.size() == max_recent_completions) break;
    const std::string folded = fold(query);
    if (folded.size() > typed.size() && folded.compare(0, typed.size(), typed) == 0) {
      views.push_back(recent_view(query));
    }
  }
  return views;
}

}  // namespace

Action read_so(const State& state, const PlainReading& reading) {
  if (reading.filters.empty()) return SetQuery{reading.query};
  State next = state;
  next.query = reading.query;
  for (const Filter& filter : reading.filters) {
    std::erase_if(next.filters, [&](const Filter& each) { return each.facet == filter.facet; });
    next.filters.push_back(filter);
  }
  return SetState{std::move(next)};
}

std::vector<SuggestionView> build_suggestions(const State& state, const Index* index,
                                              const SearchRequest& request) {
  std::vector<SuggestionView> views;
  if (trim(state.query).empty()) {
    for (const std::string& query : state.recent) views.push_back(recent_view(query));
    return views;
  }
  views = complete_from_recent(state);
  if (index == nullptr) return views;
  const std::size_t recent = views.size();
  if (const std::optional<PlainReading> reading = index->read_plain_words(state.query, request)) {
    views.push_back({SuggestionKindView::Reading, reading->text,
                     "did you mean · " + counted(reading->works, "work"),
                     read_so(state, *reading)});
  }
  for (Suggestion& suggestion : index->suggest(state.query, max_suggestions, request)) {
    if (views.size() == max_suggestions) break;
    const std::string query = fold(trim(suggestion.query));
    const bool is_there =
        std::any_of(views.begin(), views.begin() + static_cast<std::ptrdiff_t>(recent),
                    [&](const SuggestionView& view) { return fold(view.text) == query; });
    if (is_there) continue;
    std::string detail = detail_of(suggestion);
    views.push_back({kind_view(suggestion.kind), std::move(suggestion.text), std::move(detail),
                     SetQuery{std::move(suggestion.query)}});
  }
  return views;
}

}  // namespace lamplight::app
