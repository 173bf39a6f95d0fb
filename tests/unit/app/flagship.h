// A session with the flagship's lists and profile loaded, as a reader has it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "unit/search/exact_text.h"

namespace lamplight::test {

inline std::string read_file(const std::string& path) {
  std::ifstream file(std::string(LAMPLIGHT_SOURCE_DIR) + path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

class FlagshipTest : public testing::Test {
 protected:
  void load_profile() {
    ASSERT_TRUE(session_.set_profile(read_file("/data/profile.json")).is_ok());
  }
  void load(const std::string& date) {
    const std::string text = read_file("/data/lists/" + date + ".md");
    ASSERT_TRUE(session_.add_snapshot(date, ExactText(text).view()).is_ok());
  }
  void load_newest() {
    load_profile();
    load("2024-03-11");
  }
  void load_both() {
    load_newest();
    load("2023-03-29");
  }

  const app::ViewModel& view() { return session_.view_model(); }

  // Ids of the rows, in order.
  std::vector<std::string> ids() {
    std::vector<std::string> found;
    for (std::size_t i = 0; i < view().rows.size(); ++i) found.push_back(session_.row(i).id);
    return found;
  }
  bool shows(std::string_view id) {
    const std::vector<std::string> all = ids();
    return std::find(all.begin(), all.end(), id) != all.end();
  }
  // Count of a facet's value; -1 when it is not there.
  int count(std::string_view facet, std::string_view value) {
    for (const app::FacetView& each : view().facets) {
      for (const app::FacetValueView& candidate : each.values) {
        if (each.id == facet && candidate.id == value) return static_cast<int>(candidate.count);
      }
    }
    return -1;
  }
  // How many notices hold this text.
  std::size_t notices_with(std::string_view text) {
    std::size_t found = 0;
    for (const std::string& notice : view().notices) {
      found += notice.find(text) != std::string::npos ? 1 : 0;
    }
    return found;
  }
  const app::FactView* fact(std::string_view name) {
    if (!view().detail) return nullptr;
    for (const app::FactView& each : view().detail->facts) {
      if (each.name == name) return &each;
    }
    return nullptr;
  }

  app::Session session_;
};

}  // namespace lamplight::test
