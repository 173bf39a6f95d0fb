// Every list at hand: the snapshots of data/lists, and the wider sample where the checkout has it
// beside itself.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace lamplight::test {

struct List {
  std::string name;
  std::string text;
};

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.is_open()) << path;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline std::filesystem::path source_dir() { return LAMPLIGHT_SOURCE_DIR; }

inline std::vector<List> snapshots() {
  std::vector<List> lists;
  for (const char* name : {"2023-03-29.md", "2024-03-11.md"}) {
    lists.push_back({name, read_file(source_dir() / "data" / "lists" / name)});
  }
  return lists;
}

inline std::vector<List> all_lists() {
  std::vector<List> lists = snapshots();
  const std::filesystem::path wider = source_dir() / ".." / "shared" / "lists";
  if (!std::filesystem::is_directory(wider)) {
    std::printf("No lists beside the checkout: only those of data/lists are tried.\n");
    return lists;
  }
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(wider)) {
    if (entry.path().extension() == ".md") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const std::filesystem::path& path : paths) {
    lists.push_back({path.filename().string(), read_file(path)});
  }
  return lists;
}

}  // namespace lamplight::test
