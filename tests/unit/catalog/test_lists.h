// Lists for the tests of the catalog: read into buffers of exactly their size, so that the
// sanitizers see one byte too far.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog_draft.h"

namespace lamplight::test {

// A copy of a text on the heap with nothing behind its last byte.
class ExactText {
 public:
  explicit ExactText(std::string_view text) : bytes_(new char[text.size()]), size_(text.size()) {
    if (!text.empty()) std::memcpy(bytes_.get(), text.data(), text.size());
  }
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

inline std::filesystem::path source_dir() { return LAMPLIGHT_SOURCE_DIR; }

inline std::string read_file(const std::filesystem::path& path) {
  std::string text;
  std::FILE* file = std::fopen(path.string().c_str(), "rb");
  EXPECT_NE(file, nullptr) << path;
  if (file == nullptr) return text;
  char buffer[1 << 16];
  for (std::size_t size = 1; size > 0;) {
    size = std::fread(buffer, 1, sizeof buffer, file);
    text.append(buffer, size);
  }
  std::fclose(file);
  return text;
}

// Parses and checks; fails the test when there is no catalog.
inline Catalog parse(std::string_view text) {
  const ExactText exact(text);
  Result<Catalog> parsed = parse_catalog(exact.view());
  Catalog* catalog = parsed.value_if();
  EXPECT_NE(catalog, nullptr) << parsed.error().message;
  if (catalog == nullptr) return {};
  catalog->check();
  return std::move(*catalog);
}

// A list of one section, which holds this.
inline Catalog parse_section(const std::string& markdown) {
  return parse("# T\n\n## S\n\n" + markdown + "\n");
}

inline const Catalog& old_snapshot() {
  static const Catalog catalog = parse(read_file(source_dir() / "data/lists/2023-03-29.md"));
  return catalog;
}

inline const Catalog& new_snapshot() {
  static const Catalog catalog = parse(read_file(source_dir() / "data/lists/2024-03-11.md"));
  return catalog;
}

// Lists of many dialects, where the checkout has them beside itself; their names, in order.
inline std::vector<std::filesystem::path> wild_lists() {
  std::vector<std::filesystem::path> lists;
  const std::filesystem::path folder = source_dir() / "../shared/lists";
  if (!std::filesystem::is_directory(folder)) {
    std::printf("no folder of wild lists beside the checkout: only the snapshots are read\n");
    return lists;
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".md") lists.push_back(entry.path());
  }
  std::sort(lists.begin(), lists.end());
  return lists;
}

inline const Listing* find_line(const Catalog& catalog, int line) {
  for (const Listing& listing : catalog.listings) {
    if (listing.line == line) return &listing;
  }
  return nullptr;
}

inline std::size_t count_rule(const Catalog& catalog, std::string_view rule) {
  std::size_t count = 0;
  for (const Finding& finding : catalog.findings) count += finding.rule == rule ? 1 : 0;
  return count;
}

inline const Work* find_work(const Catalog& catalog, std::string_view id) {
  for (const Work& work : catalog.works) {
    if (work.id == id) return &work;
  }
  return nullptr;
}

}  // namespace lamplight::test
