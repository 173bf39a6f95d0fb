#include <algorithm>
#include <utility>

#include "app/builders.h"

namespace lamplight::app {
namespace {

constexpr std::size_t max_rescues = 3;

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

}  // namespace

std::vector<RescueView> build_rescues(const Scene& scene) {
  const SearchRequest& request = scene.request;
  const Index& index = scene.shown.index();
  std::vector<Rescue> rescues;
  const auto consider = [&](std::string dropped, Action action, const SearchRequest& without) {
    const std::size_t works = index.search(without).works.size();
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
  for (std::size_t i = 0; i < request.query.terms.size(); ++i) {
    SearchRequest without = request;
    without.query.terms.erase(without.query.terms.begin() + static_cast<std::ptrdiff_t>(i));
    Query dropped;
    dropped.terms.push_back(request.query.terms[i]);
    consider("“" + print_query(dropped) + "”", SetQuery{print_query(without.query)}, without);
  }
  std::stable_sort(rescues.begin(), rescues.end(),
                   [](const Rescue& a, const Rescue& b) { return a.works > b.works; });
  if (rescues.size() > max_rescues) rescues.resize(max_rescues);

  std::vector<RescueView> views;
  for (Rescue& rescue : rescues) {
    views.push_back({"Drop " + rescue.dropped + ": " + count_of(rescue.works, "work"),
                     std::move(rescue.action)});
  }
  const std::size_t all = scene.catalog().works.size();
  if (all > 0) views.push_back({"Clear all: " + count_of(all, "work"), ClearAll{}});
  return views;
}

}  // namespace lamplight::app
