#include "app/found_works.h"

#include <algorithm>
#include <utility>

#include "base/snapshot_date.h"
#include "base/text.h"

namespace lamplight::app {
namespace {

// "the sections", "the values of “Model family”": for messages.
std::string facet_words(Snapshot& shown, std::string_view id) {
  if (id == "in") return "the sections";
  for (const Facet& facet : shown.profile().facets) {
    if (facet.id == id) return "the values of “" + facet.title + "”";
  }
  return "the values of “" + std::string(id) + "”";
}

// What means something in another snapshot is a filter here too: one that finds nothing.
bool is_known(const FoundWorks::Lists& lists, std::string_view facet, std::string_view value) {
  if (lists.index.has_value(facet, value)) return true;
  return std::any_of(lists.snapshots.begin(), lists.snapshots.end(),
                     [&](const std::unique_ptr<Snapshot>& other) {
                       if (other.get() == &lists.shown) return false;
                       const Index* index = other->find_index();
                       return index != nullptr && index->has_value(facet, value);
                     });
}

// Why "is:new" finds nothing without an older list, and what to do about it.
std::string no_older_text(const FoundWorks::Lists& lists) {
  // It is the last one that has come: behind it are those that have not.
  const auto shown = std::find(lists.dates.begin(), lists.dates.end(), lists.shown.date());
  if (shown != lists.dates.end() && shown + 1 != lists.dates.end()) {
    return "The list of " + month_label(shown[1]) +
           " has not come yet: “is:new” finds what it lacks as soon as it is here.";
  }
  if (lists.snapshots.size() > 1) {
    return "This is the oldest list: choose a newer one, and “is:new” finds what it added.";
  }
  return "There is no older list to compare with: add one, and “is:new” finds what it lacks.";
}

}  // namespace

void FoundWorks::keep_known_filters(const Lists& lists, const std::vector<Filter>& filters) {
  if (is_found_ && filters == filters_) return;
  filters_ = filters;
  filter_notices_.clear();
  request_.filters.clear();
  for (const Filter& filter : filters) {
    Filter known{filter.facet, {}};
    for (const std::string& value : filter.values) {
      if (is_known(lists, filter.facet, value)) {
        known.values.push_back(value);
      } else {
        filter_notices_.push_back("There is nothing called “" + value + "” among " +
                                  facet_words(lists.shown, filter.facet) + ": left out.");
      }
    }
    if (!known.values.empty()) request_.filters.push_back(std::move(known));
  }
}

void FoundWorks::add_mark_notices(const Lists& lists, const State& state) {
  const bool has_older = find_older(lists.snapshots, lists.shown) != nullptr;
  if (!has_older && asks_for(request_.query, "new")) notices_.push_back(no_older_text(lists));
  if (state.saved.empty() && asks_for(request_.query, "saved")) {
    notices_.push_back("No work is saved yet: save some, and “is:saved” finds them.");
  }
}

void FoundWorks::search(const Lists& lists, const State& state, SortOrder::Order order) {
  const Sort sort = native_sort(state.sort).value_or(Sort::List);
  const bool has_same_query = is_found_ && query_ == state.query;
  if (!has_same_query) {
    query_ = state.query;
    request_.query = parse_query(state.query);
  }
  // Behind "is:" any of them may come: those that would find nothing are not suggested.
  constexpr std::string_view any_mark = "is:";
  const std::string_view typed = trim(query_);
  const bool may_be_any =
      typed.size() >= any_mark.size() && typed.substr(typed.size() - any_mark.size()) == any_mark;
  const Query marked = may_be_any ? parse_query(std::string(typed) + "new is:saved") : Query();
  const Marks::List& marks = marks_.take(may_be_any ? marked : request_.query, lists.shown,
                                         find_older(lists.snapshots, lists.shown), state.saved);
  const bool is_same = has_same_query && filters_ == state.filters &&
                       request_.years == state.years && request_.sort == sort &&
                       request_.order == order && request_.marks == marks;
  if (!is_same) {
    keep_known_filters(lists, state.filters);
    request_.years = state.years;
    request_.sort = sort;
    request_.order = std::move(order);
    request_.marks = marks;
    result_ = lists.index.search(request_);
    ++revision_;
    is_found_ = true;
  }
  notices_.clear();
  for (const QueryNotice& notice : request_.query.notices) notices_.push_back(notice.message);
  notices_.insert(notices_.end(), filter_notices_.begin(), filter_notices_.end());
  add_mark_notices(lists, state);
}

void FoundWorks::forget() {
  is_found_ = false;
  request_ = {};
  result_ = {};
  marks_.forget();
  filter_notices_.clear();
  notices_.clear();
}

}  // namespace lamplight::app
