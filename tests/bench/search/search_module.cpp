// What the WebAssembly module of the benchmark exports: the search layer as it is shipped, behind
// numbers. engine.mjs calls it; texts go through one buffer.
//
//     bench_buffer(bytes)   -> where to write a text
//     bench_add(length)     entries, one a line: title, path, labels, urls, year with tabs between,
//                           the parts of a list with the byte 1F between
//     bench_catalog()       ends the catalog
//     bench_build()         builds the index anew
//     bench_search(length)  -> found, top, top works..., sum of all facet counts (32-bit numbers)
#include <emscripten.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog_maker.h"
#include "floor_index.h"
#include "lamplight/profile.h"
#include "lamplight/query.h"
#include "lamplight/search.h"

namespace {

using lamplight::bench::CatalogMaker;
using lamplight::bench::Entry;
using lamplight::bench::FloorIndex;

constexpr std::size_t top_works = 50;

struct Bench {
  std::string buffer;
  CatalogMaker maker;
  lamplight::Catalog catalog;
  lamplight::Profile profile;
  lamplight::Profile no_facets;
  std::optional<lamplight::Index> index;
  std::optional<lamplight::Index> plain_index;  // without facets
  FloorIndex floor;
  std::vector<std::uint32_t> found;
  std::vector<double> numbers;
};

Bench& bench() {
  static Bench* const one = new Bench;
  return *one;
}

std::string_view take_until(std::string_view& text, char end) {
  const std::size_t at = text.find(end);
  const std::string_view part = text.substr(0, at);
  text = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
  return part;
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) parts.emplace_back(take_until(text, '\x1f'));
  return parts;
}

Entry read_entry(std::string_view line) {
  Entry entry;
  entry.title = take_until(line, '\t');
  entry.path = split_list(take_until(line, '\t'));
  entry.labels = split_list(take_until(line, '\t'));
  entry.urls = split_list(take_until(line, '\t'));
  entry.year = std::atoi(std::string(line).c_str());
  return entry;
}

lamplight::SearchRequest request_of(std::uint32_t length) {
  lamplight::SearchRequest request;
  request.query = lamplight::parse_query(std::string_view(bench().buffer).substr(0, length));
  return request;
}

// All that a page needs of a result: the total, the first works in order, the counts.
const std::uint32_t* read_result(const lamplight::SearchResult& result) {
  std::vector<std::uint32_t>& found = bench().found;
  found.clear();
  const std::size_t top = std::min(top_works, result.works.size());
  found.push_back(static_cast<std::uint32_t>(result.works.size()));
  found.push_back(static_cast<std::uint32_t>(top));
  for (std::size_t i = 0; i < top; ++i) found.push_back(result.works[i]);
  std::uint32_t sum = 0;
  for (const lamplight::FacetCounts& facet : result.facets) {
    for (const lamplight::FacetCount& value : facet.values) sum += value.count;
  }
  found.push_back(sum);
  return found.data();
}

double bytes_in_use() { return static_cast<double>(mallinfo().uordblks); }

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE char* bench_buffer(std::uint32_t bytes) {
  std::string& buffer = bench().buffer;
  if (buffer.size() < bytes) buffer.resize(bytes);
  return buffer.data();
}

EMSCRIPTEN_KEEPALIVE void bench_expect(std::uint32_t entries) { bench().maker.reserve(entries); }

EMSCRIPTEN_KEEPALIVE void bench_add(std::uint32_t length) {
  std::string_view lines = std::string_view(bench().buffer).substr(0, length);
  while (!lines.empty()) bench().maker.add(read_entry(take_until(lines, '\n')));
}

EMSCRIPTEN_KEEPALIVE std::uint32_t bench_catalog() {
  Bench& b = bench();
  b.catalog = b.maker.take();
  b.profile = lamplight::default_profile(b.catalog);
  return static_cast<std::uint32_t>(b.catalog.works.size());
}

EMSCRIPTEN_KEEPALIVE void bench_drop() {
  bench().index.reset();
  bench().plain_index.reset();
}

EMSCRIPTEN_KEEPALIVE void bench_build() {
  bench().index.emplace(lamplight::build_index(bench().catalog, bench().profile));
}

// -> steps, milliseconds of the longest, of all, how far the longest began (0 to 1)
EMSCRIPTEN_KEEPALIVE const double* bench_build_in_steps() {
  Bench& b = bench();
  lamplight::IndexBuilder builder(b.catalog, b.profile);
  double longest = 0;
  double longest_at = 0;
  double steps = 0;
  const double begun = emscripten_get_now();
  double before = begun;
  bool has_more = true;
  while (has_more) {
    const double at = builder.progress();
    has_more = builder.step();
    const double now = emscripten_get_now();
    if (now - before > longest) {
      longest = now - before;
      longest_at = at;
    }
    before = now;
    ++steps;
  }
  b.index.emplace(builder.take());
  const double end = emscripten_get_now();
  if (end - before > longest) {
    longest = end - before;
    longest_at = 1;
  }
  b.numbers = {steps, longest, end - begun, longest_at};
  return b.numbers.data();
}

// The same index for a profile without facets: what counting them costs is the difference.
EMSCRIPTEN_KEEPALIVE void bench_build_plain() {
  bench().plain_index.emplace(lamplight::build_index(bench().catalog, bench().no_facets));
}

EMSCRIPTEN_KEEPALIVE const std::uint32_t* bench_search(std::uint32_t length) {
  return read_result(bench().index->search(request_of(length)));
}

// Without facets; `has_order`: with the first works in order.
EMSCRIPTEN_KEEPALIVE std::uint32_t bench_search_plain(std::uint32_t length,
                                                      std::uint32_t has_order) {
  const lamplight::SearchResult result = bench().plain_index->search(request_of(length));
  if (has_order == 0) return static_cast<std::uint32_t>(result.works.size());
  return read_result(result)[0];
}

// Facets alone: works with a link to code, of one year.
EMSCRIPTEN_KEEPALIVE const std::uint32_t* bench_filter(std::int32_t year) {
  lamplight::SearchRequest request;
  request.filters = {{"has", {"code"}}};
  request.years = {year, year};
  return read_result(bench().index->search(request));
}

EMSCRIPTEN_KEEPALIVE std::uint32_t bench_suggest(std::uint32_t length) {
  constexpr std::size_t shown = 8;
  const std::string_view text = std::string_view(bench().buffer).substr(0, length);
  return static_cast<std::uint32_t>(bench().index->suggest(text, shown).size());
}

EMSCRIPTEN_KEEPALIVE std::uint32_t bench_related(std::uint32_t work) {
  constexpr std::size_t shown = 5;
  return static_cast<std::uint32_t>(bench().index->find_related(work, shown).size());
}

EMSCRIPTEN_KEEPALIVE void bench_forget() {
  bench().index->forget_searches();
  if (bench().plain_index) bench().plain_index->forget_searches();
}

// -> vocabulary, postings, places, facets, order, links (what the index says of itself), and bytes
// in use of the whole heap, bytes the heap ever had
EMSCRIPTEN_KEEPALIVE const double* bench_memory() {
  Bench& b = bench();
  const lamplight::IndexMemory memory = b.index ? b.index->memory() : lamplight::IndexMemory{};
  b.numbers.clear();
  for (const std::size_t bytes : {memory.vocabulary, memory.postings, memory.places, memory.facets,
                                  memory.order, memory.links}) {
    b.numbers.push_back(static_cast<double>(bytes));
  }
  b.numbers.push_back(bytes_in_use());
  b.numbers.push_back(static_cast<double>(reinterpret_cast<std::uintptr_t>(sbrk(0))));
  return b.numbers.data();
}

EMSCRIPTEN_KEEPALIVE double bench_floor_build() {
  bench().floor = FloorIndex(bench().catalog);
  return static_cast<double>(bench().floor.bytes());
}

EMSCRIPTEN_KEEPALIVE std::uint32_t bench_floor_count(std::uint32_t length) {
  return bench().floor.count(std::string_view(bench().buffer).substr(0, length));
}

}  // extern "C"
