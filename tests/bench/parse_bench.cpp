// Parse to catalog against cmark-gfm's own parse of the same bytes: what
// Lamplight adds to the parser it stands on. Both in one run, in turns, in
// random order; medians and their ratio.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "cmark_gfm.h"
#include "lamplight/catalog.h"
#include "list_maker.h"

namespace {

using lamplight::bench::CmarkDocument;

void parse_with_cmark(benchmark::State& state, const std::string& markdown) {
  for (auto _ : state) {
    const CmarkDocument document(markdown);
    benchmark::DoNotOptimize(document.root());
  }
}

void parse_to_catalog(benchmark::State& state, const std::string& markdown) {
  for (auto _ : state) {
    auto parsed = lamplight::parse_catalog(markdown);
    if (!parsed.value_if()) std::abort();
    benchmark::DoNotOptimize(parsed);
  }
}

// "flagship 2024/cmark-gfm", "flagship 2024/catalog"
constexpr char cmark_name[] = "cmark-gfm";
constexpr char catalog_name[] = "catalog";

struct Way {
  const char* name;
  void (*run)(benchmark::State& state, const std::string& markdown);
};
constexpr Way ways[] = {{cmark_name, parse_with_cmark}, {catalog_name, parse_to_catalog}};

// Collects the repetitions and prints the table at the end.
class RatioReporter : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration) continue;
      const std::string& name = run.run_name.function_name;
      const std::size_t slash = name.find('/');
      milliseconds_[name.substr(0, slash)][name.substr(slash + 1)].push_back(
          run.GetAdjustedCPUTime());
    }
  }

  void Finalize() override {
    std::printf("%-22s %14s %14s %8s\n", "list", "cmark-gfm ms", "catalog ms", "ratio");
    for (auto& [list, times] : milliseconds_) {
      const double cmark = median(times[cmark_name]);
      const double catalog = median(times[catalog_name]);
      std::printf("%-22s %14.3f %14.3f %8.2f\n", list.c_str(), cmark, catalog, catalog / cmark);
    }
  }

 private:
  static double median(std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  std::map<std::string, std::map<std::string, std::vector<double>>> milliseconds_;
};

std::string read_list(const std::string& date) {
  std::ifstream file(LAMPLIGHT_SOURCE_DIR "/data/lists/" + date + ".md", std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (text.empty()) {
    std::fprintf(stderr, "data/lists/%s.md is missing\n", date.c_str());
    std::exit(1);
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const std::vector<std::pair<std::string, std::string>> lists = {
      {"flagship 2023-03-29", read_list("2023-03-29")},
      {"flagship 2024-03-11", read_list("2024-03-11")},
      {"made, 16 MB", lamplight::bench::make_list(std::size_t{16} << 20)},
  };
  for (const auto& [name, markdown] : lists) {
    for (const Way& way : ways) {
      benchmark::RegisterBenchmark(
          (name + "/" + way.name).c_str(),
          [&way, &markdown = markdown](benchmark::State& state) { way.run(state, markdown); })
          ->Unit(benchmark::kMillisecond)
          ->Repetitions(11);
    }
    std::printf("%s: %zu bytes\n", name.c_str(), markdown.size());
  }
  std::printf(
      "CPU time from Markdown to a catalog, and of cmark-gfm's own parse; "
      "median of 11 rounds.\n");
  RatioReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return 0;
}
