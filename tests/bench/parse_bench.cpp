// Parse to catalog against cmark-gfm's own parse of the same bytes: what Lamplight adds to the
// parser it stands on, in time and in memory. Each figure is that of a process of its own, as
// neither can give memory back to the other; both take turns.
//
//     parse_bench             # lists of 50 kB, 16 MB and 161 MB, made for it
//     parse_bench FILE...     # these lists instead, and all of them as one
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "cmark_gfm.h"
#include "lamplight/catalog.h"
#include "list_maker.h"

namespace {

namespace fs = std::filesystem;

constexpr char cmark_way[] = "cmark-gfm";
constexpr char catalog_way[] = "catalog";

struct Figures {
  double milliseconds = 0;  // CPU time of one parse
  double peak_bytes = 0;    // resident, of the whole process with its input
};

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "parse_bench: %s\n", message.c_str());
  std::exit(1);
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text(static_cast<std::size_t>(fs::file_size(path)), '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file) fail("cannot read " + path.string());
  return text;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// Of this program since it began; ru_maxrss would count what its parent had.
double peak_bytes() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    double kilobytes = 0;
    if (word == "VmHWM:" && status >> kilobytes) return kilobytes * 1024;
  }
  fail("no VmHWM in /proc/self/status");
}

void parse(const std::string& way, const std::string& markdown) {
  if (way == cmark_way) {
    const lamplight::bench::CmarkDocument document(markdown);
    if (document.root() == nullptr) fail("cmark-gfm gave nothing");
  } else {
    const auto parsed = lamplight::parse_catalog(markdown);
    if (parsed.value_if() == nullptr) fail(parsed.error().message);
  }
}

// The child: parses the file so often and prints its figures.
int measure(const std::string& way, const fs::path& path, int rounds) {
  const std::string markdown = read_file(path);
  std::vector<double> milliseconds;
  for (int i = 0; i < rounds; ++i) {
    const double begin = cpu_milliseconds();
    parse(way, markdown);
    milliseconds.push_back(cpu_milliseconds() - begin);
  }
  std::printf("%.6f %.0f\n", median(milliseconds), peak_bytes());
  return 0;
}

Figures run_child(const std::string& program, const std::string& way, const fs::path& path,
                  int rounds) {
  const std::string command =
      program + " --measure " + way + " '" + path.string() + "' " + std::to_string(rounds);
  std::FILE* child = popen(command.c_str(), "r");
  if (child == nullptr) fail("cannot start itself");
  Figures figures;
  const int read = std::fscanf(child, "%lf %lf", &figures.milliseconds, &figures.peak_bytes);
  if (pclose(child) != 0 || read != 2) fail(way + " failed on " + path.string());
  return figures;
}

void compare(const std::string& program, const std::string& name, const fs::path& path) {
  const auto bytes = static_cast<double>(fs::file_size(path));
  // So much work that a clock can tell it, and turns for a median.
  const int rounds = std::clamp(static_cast<int>(20e6 / bytes), 1, 400);
  const int turns = bytes > 100e6 ? 3 : 7;
  std::vector<double> times[2];
  std::vector<double> peaks[2];
  for (int turn = 0; turn < turns; ++turn) {
    for (const int way : {turn % 2, 1 - turn % 2}) {
      const Figures figures = run_child(program, way == 0 ? cmark_way : catalog_way, path, rounds);
      times[way].push_back(figures.milliseconds);
      peaks[way].push_back(figures.peak_bytes);
    }
  }
  std::printf("%-36.36s %11.0f %10.2f %10.2f %6.2f %11.1f %11.1f %8.2f %8.2f\n", name.c_str(),
              bytes, median(times[0]), median(times[1]), median(times[1]) / median(times[0]),
              median(peaks[0]) / 1e6, median(peaks[1]) / 1e6, median(peaks[0]) / bytes,
              median(peaks[1]) / bytes);
  std::fflush(stdout);
}

}  // namespace

int main(int count, char** arguments) {
  if (count == 5 && std::strcmp(arguments[1], "--measure") == 0) {
    return measure(arguments[2], arguments[3], std::atoi(arguments[4]));
  }
  std::printf(
      "CPU time from Markdown to a catalog and of cmark-gfm's own parse, and peak memory of the\n"
      "process with its input; medians of turns.\n"
      "%-36s %11s %10s %10s %6s %11s %11s %8s %8s\n",
      "list", "bytes", "cmark ms", "ours ms", "ratio", "cmark MB", "ours MB", "cmark/B", "ours/B");
  const std::string program = fs::read_symlink("/proc/self/exe").string();
  const fs::path made = fs::temp_directory_path() / "lamplight_parse_bench.md";
  std::string together;
  for (int i = 1; i < count; ++i) {
    compare(program, fs::path(arguments[i]).filename().string(), arguments[i]);
    together.append(read_file(arguments[i])).append("\n\n");
  }
  if (count > 2) {
    std::ofstream(made, std::ios::binary) << together;
    compare(program, "all of them as one", made);
    fs::remove(made);
  }
  if (count > 1) return 0;
  compare(program, "flagship", LAMPLIGHT_SOURCE_DIR "/data/lists/2024-03-11.md");
  for (const auto& [name, bytes] : {std::pair<const char*, std::size_t>{"made, 50 kB", 50'000},
                                    {"made, 16 MB", 16'000'000},
                                    {"made, 161 MB", 161'000'000}}) {
    std::ofstream(made, std::ios::binary) << lamplight::bench::make_list(bytes);
    compare(program, name, made);
  }
  fs::remove(made);
  return 0;
}
