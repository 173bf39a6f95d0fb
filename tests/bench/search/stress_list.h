// Stress list: a curated list of any length out of nothing, always the same for the same seed, and
// the beginning of every longer one.
//
//     lamplight::bench::StressList list(lamplight::bench::flagship_entries(markdown), seed);
//     for (int i = 0; i < 1'000'000; ++i) use(list.next());
//
// Words follow Zipf's and Heaps' laws and start with the flagship's (word_urn.h); titles have 6 to
// 14 words; 20 x 20 sections are taken as Zipf says; links, years and arXiv ids as in the flagship.
// Only whole numbers decide, so that every platform gives the same list.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"
#include "random.h"
#include "word_urn.h"

namespace lamplight::bench {

struct Entry {
  std::string title;
  std::vector<std::string> path;  // titles of its sections, the outermost first
  std::vector<std::string> labels;
  std::vector<std::string> urls;  // one for each label
  int year = 0;                   // 0: none
};

// The works of a real list.
[[nodiscard]] std::vector<Entry> list_entries(const Catalog& catalog);

class StressList {
 public:
  // `real`: what words and sections start with; not part of the list.
  StressList(const std::vector<Entry>& real, std::uint64_t seed);

  Entry next();
  [[nodiscard]] const WordUrn& urn() const { return urn_; }

 private:
  using SectionPath = std::vector<std::string>;

  void make_sections(const std::vector<Entry>& real);
  std::string make_title();
  void add_links(Entry& entry);
  [[nodiscard]] const SectionPath& draw_section();
  int draw_year();

  Random random_;
  WordUrn urn_;
  std::vector<SectionPath> sections_;          // in a random order
  std::vector<std::uint32_t> section_shares_;  // sums of the shares up to each
};

}  // namespace lamplight::bench
