// Findings that parsing itself makes, each with its one level. For src/catalog only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog_draft.h"

namespace lamplight::catalog {

namespace rule {
inline constexpr std::string_view contents_list = "contents-list";
inline constexpr std::string_view empty_bullet = "empty-bullet";
inline constexpr std::string_view empty_list = "empty-list";
inline constexpr std::string_view empty_section = "empty-section";
inline constexpr std::string_view entry_without_title = "entry-without-title";
inline constexpr std::string_view group_bullet = "group-bullet";
inline constexpr std::string_view heading_level_skipped = "heading-level-skipped";
inline constexpr std::string_view html_entries = "html-entries";
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
}  // namespace rule

inline constexpr std::size_t max_of_rule = 10'000;

// The findings of one list, as they come.
class Findings {
 public:
  // Those of one rule beyond max_of_rule are counted only.
  void add(std::string_view rule, Level level, int line, std::string message);
  // One that go_back() leaves: reading once more does not find it again.
  void add_notice(std::string_view rule, Level level, int line, std::string message);

  struct Count {
    std::string_view rule;
    std::size_t found = 0;
  };
  struct Mark {
    std::size_t size = 0;
    std::vector<Count> counts;
  };
  [[nodiscard]] Mark mark() const { return {findings_.size(), counts_}; }
  void go_back(const Mark& mark);

  // All, not in order; what was left out is told at the list's last line. Call once.
  [[nodiscard]] std::vector<FindingDraft> take(int last_line);

 private:
  std::vector<FindingDraft> notices_;
  std::vector<FindingDraft> findings_;
  std::vector<Count> counts_;
};

// “text”, shortened to at most 60 bytes in whole characters.
[[nodiscard]] std::string quoted(std::string_view text);

// "1 bullet", "28 bullets".
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);

}  // namespace lamplight::catalog
