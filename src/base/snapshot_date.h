// The names that tell the snapshots of a list apart: dates, or what stands for one.
//
//     std::string_view names[] = {"2023-03-29", "draft", "2024-03-11"};
//     std::stable_sort(begin(names), end(names), is_newer);  // draft, 2024-03-11, 2023-03-29
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lamplight {

// "2024", "2024-03", "2024-03-11". Whether there is such a day is not asked.
[[nodiscard]] bool is_date(std::string_view name);

// The one order of snapshots, newest first: what has no date is as of now; then by date. Of two
// without a date neither is newer: they keep the order in which they are given.
[[nodiscard]] bool is_newer(std::string_view name, std::string_view other);

// "Mar 2024" for "2024-03-11"; the name itself when it is no date with a month.
[[nodiscard]] std::string month_label(std::string_view name);
// The same, or "11 Mar 2024" where one month has several of the names.
[[nodiscard]] std::string snapshot_label(std::string_view name,
                                         const std::vector<std::string>& names);

}  // namespace lamplight
