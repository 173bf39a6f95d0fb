// SHAPES.tsv: every shape that lists are written in has a golden, and can be found in it.
#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

#include "unit/catalog/test_lists.h"

namespace lamplight {
namespace {

namespace fs = std::filesystem;

using test::read_file;

fs::path dialects() { return test::source_dir() / "tests/golden/dialects"; }

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == at) {
      parts.emplace_back();
    } else {
      parts.back().push_back(c);
    }
  }
  return parts;
}

struct ListedShape {
  std::string number;
  std::string name;
  std::string folder;
  std::string text;
};

std::vector<ListedShape> listed_shapes() {
  std::vector<ListedShape> shapes;
  for (const std::string& line : split(read_file(dialects() / "SHAPES.tsv"), '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> parts = split(line, '\t');
    EXPECT_EQ(parts.size(), 4u) << line;
    if (parts.size() == 4) shapes.push_back({parts[0], parts[1], parts[2], parts[3]});
  }
  return shapes;
}

// How many shapes the survey has of each of its ten subjects.
constexpr int shapes_of_subject[] = {11, 18, 23, 6, 6, 12, 6, 19, 20, 8};

TEST(Shapes, AreListedWithoutAGap) {
  std::vector<std::string> expected;
  int subject = 0;
  for (const int count : shapes_of_subject) {
    ++subject;
    for (int i = 1; i <= count; ++i) {
      expected.push_back(std::to_string(subject) + "." + std::to_string(i));
    }
  }
  EXPECT_EQ(expected.size(), 129u);
  std::vector<std::string> listed;
  for (const ListedShape& shape : listed_shapes()) listed.push_back(shape.number);
  EXPECT_EQ(listed, expected);
}

TEST(Shapes, StandInTheirGoldens) {
  for (const ListedShape& shape : listed_shapes()) {
    const fs::path folder = dialects() / shape.folder;
    ASSERT_TRUE(fs::is_regular_file(folder / "catalog.json")) << shape.number << " " << folder;
    std::string wanted = shape.text;
    if (wanted.size() > 2 && wanted.substr(wanted.size() - 2) == "\\r") {
      wanted.replace(wanted.size() - 2, 2, "\r\n");
    }
    EXPECT_NE(read_file(folder / "input.md").find(wanted), std::string::npos)
        << shape.number << " " << shape.name << ": " << wanted;
  }
}

// Beside a checkout of ours stands the survey itself.
TEST(Shapes, AreAllThatTheSurveyNames) {
  const fs::path survey = test::source_dir() / "../shared/lists/DIALECTS.md";
  if (!fs::is_regular_file(survey)) {
    std::printf(
        "no survey of lists beside the checkout: the counts in this file are all there is\n");
    return;
  }
  std::vector<int> counts;
  for (const std::string& line : split(read_file(survey), '\n')) {
    if (line.compare(0, 3, "## ") == 0 && line[3] >= '0' && line[3] <= '9') counts.push_back(0);
    if (line.compare(0, 4, "### ") == 0 && !counts.empty()) ++counts.back();
  }
  EXPECT_EQ(counts, std::vector<int>(std::begin(shapes_of_subject), std::end(shapes_of_subject)));
}

}  // namespace
}  // namespace lamplight
