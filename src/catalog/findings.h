// Findings that parsing itself makes, each with its one level. For src/catalog only.
#pragma once

#include <string>
#include <string_view>

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
inline constexpr std::string_view topic_list = "topic-list";
inline constexpr std::string_view unclickable_link = "unclickable-link";
}  // namespace rule

void add_finding(Catalog& catalog, std::string_view rule, Level level, int line,
                 std::string message);

// “text”, shortened to at most 60 bytes in whole characters.
[[nodiscard]] std::string quoted(std::string_view text);

// "1 bullet", "28 bullets".
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);

}  // namespace lamplight::catalog
