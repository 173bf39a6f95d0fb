// Findings that parsing itself makes, each with its one level. For src/catalog only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/wording.h"
#include "catalog/catalog_writer.h"
#include "lamplight/catalog.h"

namespace lamplight::catalog {

namespace rule {
inline constexpr std::string_view contents_list = "contents-list";
inline constexpr std::string_view empty_bullet = "empty-bullet";
inline constexpr std::string_view empty_list = "empty-list";
inline constexpr std::string_view empty_section = "empty-section";
inline constexpr std::string_view entry_without_title = "entry-without-title";
inline constexpr std::string_view group_bullet = "group-bullet";
inline constexpr std::string_view heading_level_skipped = "heading-level-skipped";
inline constexpr std::string_view image_in_entry = "image-in-entry";
inline constexpr std::string_view invalid_utf8 = "invalid-utf8";
inline constexpr std::string_view line_too_long = "line-too-long";
inline constexpr std::string_view link_with_gap = "link-with-gap";
inline constexpr std::string_view link_without_url = "link-without-url";
inline constexpr std::string_view missing_title = "missing-title";
inline constexpr std::string_view nesting_too_deep = "nesting-too-deep";
inline constexpr std::string_view ragged_row = "ragged-row";
inline constexpr std::string_view shared_url = "shared-url";
inline constexpr std::string_view too_many_blocks = "too-many-blocks";
inline constexpr std::string_view too_many_marks = "too-many-marks";
inline constexpr std::string_view too_many_sections = "too-many-sections";
inline constexpr std::string_view topic_list = "topic-list";
inline constexpr std::string_view unclickable_link = "unclickable-link";
inline constexpr std::string_view year_differs = "year-differs";
}  // namespace rule

inline constexpr std::size_t max_of_rule = 10'000;

// The findings of one list, as they come.
class Findings {
 public:
  explicit Findings(CatalogWriter& writer) : writer_(writer) {}

  // Those of one rule beyond max_of_rule are counted only.
  void add(std::string_view rule, Level level, int line, std::string_view message);
  // One that go_back() leaves: reading once more does not find it again.
  void add_notice(std::string_view rule, Level level, int line, std::string_view message);

  struct Count {
    std::string_view rule;
    std::size_t found = 0;
  };
  [[nodiscard]] const std::vector<Count>& counts() const { return counts_; }
  // Takes the writer back, too.
  void go_back(const CatalogWriter::Mark& mark, const std::vector<Count>& counts);

  // Tells at the list's last line what was left out. Call once, at the end.
  void add_left_out(int last_line);

 private:
  void write(std::string_view rule, Level level, int line, std::string_view message);

  CatalogWriter& writer_;
  std::vector<Count> counts_;
  std::vector<std::uint32_t> notices_;  // which of the writer's findings are notices
};

}  // namespace lamplight::catalog
