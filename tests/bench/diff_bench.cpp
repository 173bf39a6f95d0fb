// What comparing two long lists takes, against parsing both: a list, and the same list a year
// later, with entries and links added, removed, moved and renamed throughout. CPU time, medians of
// rounds that take turns. Lists of one, two and four times the length, so that a time that grows
// faster than the list is seen.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/diff.h"
#include "list_maker.h"

namespace {

using lamplight::Catalog;

double cpu_milliseconds() {
  return 1000.0 * static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

// Every tenth entry changes, in one of five ways.
std::string make_later(const std::string& list) {
  std::string later;
  later.reserve(list.size() + list.size() / 16);
  std::size_t count = 0;
  std::string carried;  // an entry that moves to the next section
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find('\n', begin), list.size() - 1) + 1;
    const std::string_view line = std::string_view(list).substr(begin, end - begin);
    begin = end;
    const bool is_entry = line.substr(0, 2) == "- " || line.substr(0, 2) == "* ";
    if (!is_entry || ++count % 10 != 0) {
      later += line;
      continue;
    }
    const std::string number = std::to_string(count);
    switch (count / 10 % 5) {
      case 0:  // removed
        break;
      case 1:  // edited: a link more
        later += line.substr(0, line.size() - 1);
        later += " [[Code]](https://github.com/later/" + number + ")\n";
        break;
      case 2:  // one more behind it
        later += line;
        later += "- Later" + number +
                 ": a work that came in the year [[Paper]](https://later.org/" + number + ")\n";
        break;
      case 3:  // moved
        later += carried;
        carried = line;
        break;
      default:  // another word in its title
        later += line.substr(0, 2);
        later += "Newly ";
        later += line.substr(2);
    }
  }
  return later;
}

Catalog parse(const std::string& markdown) {
  auto parsed = lamplight::parse_catalog(markdown);
  if (!parsed.is_ok()) std::abort();
  return std::move(*parsed.value_if());
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main() {
  constexpr int rounds = 5;
  std::printf("%10s %10s %12s %12s %8s  %s\n", "entries", "MB, both", "parse both", "diff", "ratio",
              "added, removed, moved, edited");
  for (const std::size_t megabytes : {5, 10, 20}) {
    const std::string before = lamplight::bench::make_list(megabytes << 20);
    const std::string after = make_later(before);
    std::vector<double> parsing;
    std::vector<double> comparing;
    std::size_t entries = 0;
    lamplight::DiffCounts counts;
    for (int round = 0; round < rounds; ++round) {
      const double start = cpu_milliseconds();
      const Catalog old_list = parse(before);
      const Catalog new_list = parse(after);
      const double parsed = cpu_milliseconds();
      const lamplight::Diff diff = lamplight::diff_catalogs(old_list, new_list);
      const double compared = cpu_milliseconds();
      parsing.push_back(parsed - start);
      comparing.push_back(compared - parsed);
      entries = new_list.listings.size();
      counts = diff.counts;
    }
    const double parse_time = median(parsing);
    const double diff_time = median(comparing);
    std::printf("%10zu %10.1f %9.0f ms %9.0f ms %8.2f  %d, %d, %d, %d\n", entries,
                static_cast<double>(before.size() + after.size()) / (1 << 20), parse_time,
                diff_time, diff_time / parse_time, counts.added, counts.removed, counts.moved,
                counts.edited);
    std::fflush(stdout);
  }
  return 0;
}
