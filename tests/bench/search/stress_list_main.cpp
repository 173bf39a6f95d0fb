// Prints a stress list (stress_list.h).
//
//     stress_list 10000                                  # Markdown
//     stress_list 10000 --format jsonl                   # one entry a line
//     stress_list 1000000 --format queries --from 10000  # what is asked of it
//     stress_list 10000 --format statistics
//     stress_list 10000 --seed 2
//     stress_list flagship --format jsonl                # the flagship itself
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "flagship.h"
#include "stress_list.h"
#include "stress_queries.h"

namespace {

using lamplight::bench::Entry;

constexpr std::size_t buffer_bytes = std::size_t{4} << 20;

void write(std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  text.clear();
}

void append_json(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    // No title or URL of a catalog holds control characters.
    out += c;
  }
  out += '"';
}

void append_json(std::string& out, const std::vector<std::string>& texts) {
  out += '[';
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) out += ',';
    append_json(out, texts[i]);
  }
  out += ']';
}

void print_json_lines(const std::vector<Entry>& entries) {
  std::string out;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    out += "{\"id\":" + std::to_string(i) + ",\"title\":";
    append_json(out, entry.title);
    out += ",\"path\":";
    append_json(out, entry.path);
    out += ",\"labels\":";
    append_json(out, entry.labels);
    out += ",\"urls\":";
    append_json(out, entry.urls);
    out += ",\"year\":" + std::to_string(entry.year) + "}\n";
    if (out.size() > buffer_bytes) write(out);
  }
  write(out);
}

// Entries of one section stand together, sections in the order of their titles.
void print_markdown(const std::vector<Entry>& entries) {
  std::vector<std::size_t> order(entries.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return entries[a].path < entries[b].path; });
  std::string out = "# Stress list\n\nA generated list.\n";
  const std::vector<std::string> root;
  const std::vector<std::string>* path = &root;
  for (const std::size_t i : order) {
    const Entry& entry = entries[i];
    if (entry.path != *path) {
      std::size_t same = 0;
      while (same < path->size() && same < entry.path.size() && (*path)[same] == entry.path[same]) {
        ++same;
      }
      for (; same < entry.path.size(); ++same) {
        out += '\n';
        out.append(std::min<std::size_t>(same + 2, 6), '#');
        out += ' ';
        out += entry.path[same];
        out += '\n';
      }
      out += '\n';
      path = &entry.path;
    }
    out += "- " + entry.title;
    for (std::size_t k = 0; k < entry.labels.size(); ++k) {
      out += " [[" + entry.labels[k] + "]](" + entry.urls[k] + ")";
    }
    out += '\n';
    if (out.size() > buffer_bytes) write(out);
  }
  write(out);
}

void print_queries(const std::vector<Entry>& entries, std::size_t from, std::uint64_t seed) {
  std::string out = "[";
  for (const auto& query : lamplight::bench::make_queries(entries, from, seed + 11)) {
    if (out.size() > 1) out += ",\n ";
    out += "{\"c\":";
    append_json(out, query.kind);
    out += ",\"q\":";
    append_json(out, query.text);
    if (!query.wanted.empty()) {
      out += ",\"want\":";
      append_json(out, query.wanted);
    }
    out += '}';
  }
  out += "]\n";
  write(out);
}

struct Options {
  std::string size;
  std::string format = "markdown";
  std::uint64_t seed = 1;
  std::size_t from = 10'000;
};

bool read_options(int argc, char** argv, Options& options) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument.substr(0, 2) != "--") {
      if (!options.size.empty()) return false;
      options.size = argument;
      continue;
    }
    if (++i == argc) return false;
    if (argument == "--format") {
      options.format = argv[i];
    } else if (argument == "--seed") {
      options.seed = std::strtoull(argv[i], nullptr, 10);
    } else if (argument == "--from") {
      options.from = std::strtoull(argv[i], nullptr, 10);
    } else {
      return false;
    }
  }
  return options.size == "flagship" ||
         (!options.size.empty() &&
          options.size.find_first_not_of("0123456789") == std::string::npos);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (!read_options(argc, argv, options)) {
    std::fputs(
        "usage: stress_list N|flagship [--format markdown|jsonl|queries|statistics] [--seed S] "
        "[--from ENTRIES]\n",
        stderr);
    return 2;
  }
  std::vector<Entry> entries = lamplight::bench::flagship_entries();
  lamplight::bench::StressList list(entries, options.seed);
  if (options.size != "flagship") {
    entries.clear();
    const std::size_t count = std::strtoull(options.size.c_str(), nullptr, 10);
    entries.reserve(count);
    while (entries.size() < count) entries.push_back(list.next());
  }
  if (options.format == "markdown") {
    print_markdown(entries);
  } else if (options.format == "jsonl") {
    print_json_lines(entries);
  } else if (options.format == "queries") {
    print_queries(entries, options.from, options.seed);
  } else if (options.format == "statistics") {
    std::printf("entries %zu, words %zu, vocabulary %zu\n", entries.size(), list.urn().drawn(),
                list.urn().vocabulary());
  } else {
    std::fprintf(stderr, "stress_list: there is no format '%s'\n", options.format.c_str());
    return 2;
  }
  return 0;
}
