// Publication: where and when something came out, as lists write it. For src/catalog only.
//
//     "NeurIPS 2023"          NeurIPS, 2023        "EMNLP 2023 Findings"   EMNLP Findings, 2023
//     "npj Digital Medicine, 2022"                 "24th Jul., 2025"       2025
//     "ACL'23"  "MICCAI17"    ACL, 2023            "2024-05-01"            2024
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lamplight::catalog {

struct Publication {
  std::string venue;  // without the year; empty for none
  std::optional<int> year;
  bool is_known = false;  // the venue is one that publications name
};

// How much must be said for a text to count as a publication.
enum class Asked {
  Known,  // a known venue, or nothing but a date
  Year,   // that, or a year with words that may be a venue
  Venue,  // that, or a few capitalised words: where nothing else can stand
};

// The publication that the whole of `text` tells; none when it tells something else.
[[nodiscard]] std::optional<Publication> read_publication(std::string_view text, Asked asked);

// A conference, journal or server that publications name: "CVPR", "Nature Medicine", "arXiv".
[[nodiscard]] bool is_known_venue(std::string_view text);

// 1950 to 2039, where the whole of `text` is such a number, "### 2021"; else none.
[[nodiscard]] std::optional<int> read_year(std::string_view text);

}  // namespace lamplight::catalog
