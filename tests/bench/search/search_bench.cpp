// Search against a plain scan, native: the same queries, by our index and by memmem over the folded
// titles. In turns, in random order; medians of all queries of a class and their ratio.
//
//     search_bench [WORKS...]    # 10000 100000; then options of Google Benchmark
//
// Ours gives the first 50 in order, the exact total and the counts of all facets; the scan gives
// the first 50 and the total. What is remembered of former searches is dropped before each.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "catalog_maker.h"
#include "flagship.h"
#include "lamplight/profile.h"
#include "lamplight/query.h"
#include "lamplight/search.h"
#include "stress_list.h"
#include "stress_queries.h"

namespace {

using lamplight::bench::Entry;

constexpr std::size_t top_works = 50;
constexpr std::uint64_t seed = 1;

// All folded titles, a line each.
class TitleScan {
 public:
  explicit TitleScan(const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) {
      begins_.push_back(text_.size());
      lamplight::fold_append(text_, entry.title);
      text_ += '\n';
    }
    begins_.push_back(text_.size());
  }

  // How many titles hold all words, as parts of words; the first of them in `top`.
  std::size_t find(std::string_view query, std::vector<std::uint32_t>& top) const {
    top.clear();
    const std::size_t blank = query.find(' ');
    const std::string_view first = query.substr(0, blank);
    const std::string_view second =
        blank == std::string_view::npos ? std::string_view() : query.substr(blank + 1);
    std::size_t found = 0;
    for (std::size_t title = 0; title + 1 < begins_.size();) {
      const std::size_t from = begins_[title];
      const void* hit =
          memmem(text_.data() + from, text_.size() - from, first.data(), first.size());
      if (hit == nullptr) break;
      const auto at = static_cast<std::size_t>(static_cast<const char*>(hit) - text_.data());
      title = static_cast<std::size_t>(
                  std::upper_bound(begins_.begin() + static_cast<std::ptrdiff_t>(title),
                                   begins_.end(), at) -
                  begins_.begin()) -
              1;
      if (second.empty() || holds(title, second)) {
        if (found++ < top_works) top.push_back(static_cast<std::uint32_t>(title));
      }
      ++title;
    }
    return found;
  }

 private:
  [[nodiscard]] bool holds(std::size_t title, std::string_view word) const {
    return memmem(text_.data() + begins_[title], begins_[title + 1] - begins_[title], word.data(),
                  word.size()) != nullptr;
  }

  std::string text_;
  std::vector<std::size_t> begins_;
};

struct Collection {
  explicit Collection(std::size_t works) {
    const std::vector<Entry> real = lamplight::bench::flagship_entries();
    lamplight::bench::StressList list(real, seed);
    lamplight::bench::CatalogMaker maker;
    entries.reserve(works);
    maker.reserve(works);
    while (entries.size() < works) {
      entries.push_back(list.next());
      maker.add(entries.back());
    }
    catalog = maker.take();
    profile = lamplight::default_profile(catalog);
    index = std::make_unique<lamplight::Index>(lamplight::build_index(catalog, profile));
    scan = std::make_unique<TitleScan>(entries);
    queries = lamplight::bench::make_queries(entries, 10'000, seed);
  }

  std::vector<Entry> entries;
  lamplight::Catalog catalog;
  lamplight::Profile profile;
  std::unique_ptr<lamplight::Index> index;
  std::unique_ptr<TitleScan> scan;
  std::vector<lamplight::bench::StressQuery> queries;
};

void search_index(benchmark::State& state, const Collection& collection, const std::string& text) {
  for (auto _ : state) {
    collection.index->forget_searches();
    lamplight::SearchRequest request;
    request.query = lamplight::parse_query(text);
    const lamplight::SearchResult result = collection.index->search(request);
    std::uint32_t sum = 0;
    const std::size_t shown = std::min(top_works, result.works.size());
    for (std::size_t i = 0; i < shown; ++i) sum += result.works[i];
    benchmark::DoNotOptimize(sum);
  }
}

void scan_titles(benchmark::State& state, const Collection& collection, const std::string& text) {
  std::vector<std::uint32_t> top;
  for (auto _ : state) {
    std::size_t found = collection.scan->find(text, top);
    benchmark::DoNotOptimize(found);
  }
}

// Names are "works/class/number/way".
constexpr char index_way[] = "index";
constexpr char scan_way[] = "scan";

// Collects the times and prints a line for each class.
class RatioReporter : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration) continue;
      const std::string& name = run.run_name.function_name;
      const std::size_t end = name.rfind('/');
      const std::size_t number = name.rfind('/', end - 1);
      times_[name.substr(0, number)][name.substr(end + 1)].push_back(run.GetAdjustedCPUTime());
    }
  }

  void Finalize() override {
    std::printf("%-20s %12s %12s %8s %12s %12s %8s\n", "works/class", "scan ms", "index ms",
                "ratio", "scan p95", "index p95", "ratio");
    for (auto& [name, ways] : times_) {
      const double scan = percentile(ways[scan_way], 50);
      const double index = percentile(ways[index_way], 50);
      const double scan_p95 = percentile(ways[scan_way], 95);
      const double index_p95 = percentile(ways[index_way], 95);
      std::printf("%-20s %12.4f %12.4f %8.1f %12.4f %12.4f %8.1f\n", name.c_str(), scan, index,
                  scan / index, scan_p95, index_p95, scan_p95 / index_p95);
    }
  }

 private:
  static double percentile(std::vector<double>& values, std::size_t part) {
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, values.size() * part / 100)];
  }

  std::map<std::string, std::map<std::string, std::vector<double>>> times_;
};

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  std::vector<std::size_t> sizes;
  for (int i = 1; i < argc; ++i) sizes.push_back(std::strtoull(argv[i], nullptr, 10));
  if (sizes.empty()) sizes = {10'000, 100'000};
  std::vector<std::unique_ptr<Collection>> collections;
  for (const std::size_t works : sizes) {
    if (works == 0) {
      std::fputs("usage: search_bench [WORKS...] [--benchmark_...]\n", stderr);
      return 2;
    }
    collections.push_back(std::make_unique<Collection>(works));
    const Collection& collection = *collections.back();
    for (std::size_t i = 0; i < collection.queries.size(); ++i) {
      const lamplight::bench::StressQuery& query = collection.queries[i];
      const std::string name =
          std::to_string(works) + "/" + query.kind + "/" + std::to_string(i) + "/";
      const auto add = [&](const char* way, auto run) {
        benchmark::RegisterBenchmark((name + way).c_str(), [&collection, &query,
                                                            run](benchmark::State& state) {
          run(state, collection, query.text);
        })->Unit(benchmark::kMillisecond);
      };
      add(index_way, search_index);
      add(scan_way, scan_titles);
    }
  }
  RatioReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return 0;
}
