// Two facets counted at once beside a whole search with one facet, native: the same queries, in
// turns; medians and their ratio.
//
//     pairs_bench [WORKS...]    # 1000000
//
// A search finds the works, counts its facet and gives the first 50 in order; a table finds the
// works and counts every pair of values, rows and columns. What is remembered is dropped before
// each.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "catalog_maker.h"
#include "flagship.h"
#include "lamplight/profile.h"
#include "lamplight/query.h"
#include "lamplight/search.h"
#include "stress_list.h"
#include "stress_queries.h"

namespace {

using lamplight::bench::StressQuery;

constexpr std::uint64_t seed = 1;
constexpr int rounds = 15;
constexpr std::size_t top_works = 50;

template <typename Run>
double milliseconds_of(const lamplight::Index& index, Run&& run) {
  index.forget_searches();
  const auto begun = std::chrono::steady_clock::now();
  run();
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begun;
  return taken.count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// What the compiler cannot know to be unused.
volatile std::uint32_t kept;

void compare(const lamplight::Index& one_facet, const lamplight::Index& all_facets,
             const lamplight::Profile& profile, const StressQuery& query) {
  lamplight::SearchRequest request;
  request.query = lamplight::parse_query(query.text);
  for (std::size_t a = 0; a < profile.facets.size(); ++a) {
    for (std::size_t b = a + 1; b < profile.facets.size(); ++b) {
      const std::string& rows = profile.facets[a].id;
      const std::string& columns = profile.facets[b].id;
      std::vector<double> search;
      std::vector<double> table;
      for (int i = 0; i < rounds; ++i) {
        search.push_back(milliseconds_of(one_facet, [&] {
          const lamplight::SearchResult result = one_facet.search(request);
          std::uint32_t sum = 0;
          const std::size_t shown = std::min(top_works, result.works.size());
          for (std::size_t at = 0; at < shown; ++at) sum += result.works[at];
          kept = sum;
        }));
        table.push_back(milliseconds_of(
            all_facets, [&] { kept = all_facets.count_pairs(request, rows, columns)->works; }));
      }
      std::printf("%-8s %-18s %8u %-12s %10.3f %10.3f %8.2f\n", query.kind.c_str(),
                  query.text.substr(0, 18).c_str(),
                  all_facets.count_pairs(request, rows, columns)->works,
                  (rows + " " + columns).c_str(), median(search), median(table),
                  median(table) / median(search));
    }
  }
}

void measure(std::size_t works) {
  const std::vector<lamplight::bench::Entry> real = lamplight::bench::flagship_entries();
  lamplight::bench::StressList list(real, seed);
  lamplight::bench::CatalogMaker maker;
  std::vector<lamplight::bench::Entry> entries;
  maker.reserve(works);
  entries.reserve(works);
  while (entries.size() < works) {
    entries.push_back(list.next());
    maker.add(entries.back());
  }
  const std::vector<StressQuery> queries = lamplight::bench::make_queries(entries, 10'000, seed);
  entries = {};
  const lamplight::Catalog catalog = maker.take();
  const lamplight::Profile profile = lamplight::default_profile(catalog);
  lamplight::Profile one = profile;
  one.facets.resize(1);
  const lamplight::Index one_facet = lamplight::build_index(catalog, one);
  const lamplight::Index all_facets = lamplight::build_index(catalog, profile);
  std::printf("%zu works\n%-8s %-18s %8s %-12s %10s %10s %8s\n", works, "kind", "query", "found",
              "facets", "search ms", "table ms", "ratio");
  compare(one_facet, all_facets, profile, {"all", "", ""});
  std::string_view known;
  for (const StressQuery& query : queries) {
    if (query.kind == known) continue;
    known = query.kind;
    compare(one_facet, all_facets, profile, query);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::size_t> sizes;
  for (int i = 1; i < argc; ++i) sizes.push_back(std::strtoull(argv[i], nullptr, 10));
  if (sizes.empty()) sizes = {1'000'000};
  for (const std::size_t works : sizes) {
    if (works == 0) {
      std::fputs("usage: pairs_bench [WORKS...]\n", stderr);
      return 2;
    }
    measure(works);
  }
  return 0;
}
