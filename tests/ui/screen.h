// A screen for tests: Headless with a list, and what every frame must hold.
#pragma once

#include <cmath>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "platform/headless.h"

namespace lamplight::test {

inline std::string read_source(const std::string& name) {
  std::ifstream file(std::string(LAMPLIGHT_SOURCE_DIR) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline std::unique_ptr<platform::Headless> open_flagship(float width = 1440, float height = 900) {
  auto screen = std::make_unique<platform::Headless>(width, height);
  const Result<bool> loaded = screen->load(
      read_source("data/profile.json"), {{"2024-03-11", read_source("data/lists/2024-03-11.md")},
                                         {"2023-03-29", read_source("data/lists/2023-03-29.md")}});
  EXPECT_TRUE(loaded.is_ok()) << loaded.error().message;
  return screen;
}

inline std::unique_ptr<platform::Headless> open_list(const std::string& markdown,
                                                     float width = 1440, float height = 900) {
  auto screen = std::make_unique<platform::Headless>(width, height);
  const Result<bool> loaded = screen->load("", {{"2024-01-01", markdown}});
  EXPECT_TRUE(loaded.is_ok()) << loaded.error().message;
  return screen;
}

inline const ui::Node* parent_of(const ui::Tree& tree, const ui::Node& node) {
  return node.parent < 0 ? nullptr : &tree.nodes[static_cast<std::size_t>(node.parent)];
}

inline const ui::Node* scroller_of(const ui::Tree& tree, const ui::Node& node) {
  for (const ui::Node* at = parent_of(tree, node); at != nullptr; at = parent_of(tree, *at)) {
    if (at->role == ui::Role::Scroller) return at;
  }
  return nullptr;
}

// The first node of a role whose label begins so.
inline const ui::Node* find_begin(const ui::Tree& tree, ui::Role role, std::string_view begin) {
  for (const ui::Node& node : tree.nodes) {
    if (node.role == role && node.label.compare(0, begin.size(), begin) == 0) return &node;
  }
  return nullptr;
}

// The Scroller labelled "Works", "Filters" or "Details".
inline const ui::Node& region(const ui::Tree& tree, std::string_view label) {
  const ui::Node* node = tree.find(ui::Role::Scroller, label);
  EXPECT_NE(node, nullptr) << label;
  static const ui::Node none;
  return node != nullptr ? *node : none;
}

inline std::vector<std::string> row_titles(const ui::Tree& tree) {
  std::vector<std::string> titles;
  for (const ui::Node& node : tree.nodes) {
    const ui::Node* parent = parent_of(tree, node);
    if (node.role == ui::Role::Link && parent != nullptr &&
        (parent->role == ui::Role::GridCell || parent->role == ui::Role::ListItem) &&
        (node.flags & ui::flag_in_page) != 0) {
      titles.push_back(node.label);
    }
  }
  return titles;
}

// What holds on every screen.
inline void expect_sound(const platform::Headless& screen, float width, float height) {
  const ui::Tree& tree = screen.tree();
  tree.check();
  ASSERT_FALSE(tree.nodes.empty());
  constexpr float slack = 1;
  for (const ui::Node& node : tree.nodes) {
    const std::string what =
        "role " + std::to_string(static_cast<int>(node.role)) + " \"" + node.label + "\"";
    const ui::Node* scroller = scroller_of(tree, node);
    const ui::Rect& rect = node.rect;
    // Within the window, or within the content of its region.
    const float wide = scroller == nullptr           ? width
                       : scroller->content_width > 0 ? scroller->content_width
                                                     : scroller->rect.w;
    const float high = scroller != nullptr ? scroller->content_height : height;
    EXPECT_GE(rect.x, -slack) << what;
    EXPECT_GE(rect.y, -slack) << what;
    EXPECT_LE(rect.x + rect.w, wide + slack) << what;
    EXPECT_LE(rect.y + rect.h, high + slack) << what;
    if (node.role == ui::Role::Link) {
      EXPECT_FALSE(node.url.empty()) << what;
      EXPECT_EQ(node.url[0] == '#', (node.flags & ui::flag_in_page) != 0) << what;
    }
    const bool is_control = node.role == ui::Role::Button || node.role == ui::Role::Checkbox;
    if (is_control) {
      EXPECT_NE(node.flags & ui::flag_activates, 0u) << what;
    }
    if (node.role != ui::Role::List && node.role != ui::Role::ListItem &&
        node.role != ui::Role::Text && node.role != ui::Role::Banner &&
        node.role != ui::Role::ContentInfo && node.role != ui::Role::Group &&
        node.role != ui::Role::Row && node.role != ui::Role::GridCell &&
        node.role != ui::Role::Separator) {
      EXPECT_FALSE(node.label.empty()) << what;
    }
    if (node.role == ui::Role::Text) {
      EXPECT_FALSE(node.label.empty()) << what;
      EXPECT_GT(node.font_size, 0) << what;
    }
  }
}

}  // namespace lamplight::test
