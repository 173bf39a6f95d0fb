// Goldens: each folder beside this file holds an input.md and the catalog.json it must become,
// byte for byte. The snapshots' folders hold only the JSON; their input is in data/lists.
//
//     LAMPLIGHT_REWRITE_GOLDENS=1 ctest -R golden    # then read the difference
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "lamplight/format.h"

namespace lamplight {
namespace {

namespace fs = std::filesystem;

fs::path golden_dir() { return fs::path(LAMPLIGHT_SOURCE_DIR) / "tests/golden"; }

bool read_file(const fs::path& path, std::string& text) {
  std::FILE* file = std::fopen(path.string().c_str(), "rb");
  if (file == nullptr) return false;
  char buffer[1 << 16];
  text.clear();
  for (std::size_t size = 1; size > 0;) {
    size = std::fread(buffer, 1, sizeof buffer, file);
    text.append(buffer, size);
  }
  std::fclose(file);
  return true;
}

void write_file(const fs::path& path, const std::string& text) {
  std::FILE* file = std::fopen(path.string().c_str(), "wb");
  ASSERT_NE(file, nullptr) << path;
  EXPECT_EQ(std::fwrite(text.data(), 1, text.size(), file), text.size());
  std::fclose(file);
}

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(golden_dir())) {
    if (entry.is_directory() && entry.path().filename() != "dialects") {
      names.push_back(entry.path().filename().string());
    }
  }
  for (const auto& entry : fs::directory_iterator(golden_dir() / "dialects")) {
    if (entry.is_directory()) names.push_back("dialects/" + entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// "snapshot-2024-03-11" is data/lists/2024-03-11.md.
fs::path input_of(const std::string& name) {
  static constexpr std::string_view snapshot = "snapshot-";
  if (name.compare(0, snapshot.size(), snapshot) == 0) {
    return fs::path(LAMPLIGHT_SOURCE_DIR) / "data/lists" / (name.substr(snapshot.size()) + ".md");
  }
  return golden_dir() / name / "input.md";
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, BecomesItsJson) {
  std::string input;
  ASSERT_TRUE(read_file(input_of(GetParam()), input)) << input_of(GetParam());
  // A copy of exactly its size: the sanitizers see one byte too far.
  const std::unique_ptr<char[]> exact(new char[input.size()]);
  if (!input.empty()) std::memcpy(exact.get(), input.data(), input.size());
  const Result<Catalog> parsed = parse_catalog({exact.get(), input.size()});
  const Catalog* catalog = parsed.value_if();
  ASSERT_NE(catalog, nullptr) << parsed.error().message;
  catalog->check();
  const std::string json = to_json(*catalog);
  const fs::path expected_path = golden_dir() / GetParam() / "catalog.json";
  if (std::getenv("LAMPLIGHT_REWRITE_GOLDENS") != nullptr) write_file(expected_path, json);
  std::string expected;
  ASSERT_TRUE(read_file(expected_path, expected)) << expected_path;
  EXPECT_EQ(json, expected);
  const Result<Catalog> again = catalog_from_json(json);
  ASSERT_TRUE(again.is_ok()) << again.error().message;
  EXPECT_TRUE(*again.value_if() == *catalog) << "JSON out and in is another catalog";
}

INSTANTIATE_TEST_SUITE_P(Lists, Golden, testing::ValuesIn(cases()), [](const auto& parameter) {
  std::string name = parameter.param;
  std::replace(name.begin(), name.end(), '-', '_');
  std::replace(name.begin(), name.end(), '/', '_');
  return name;
});

}  // namespace
}  // namespace lamplight
