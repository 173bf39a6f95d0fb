// Names: short names, title keys and work ids. For src/catalog only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"

namespace lamplight::catalog {

struct NamedTitle {
  std::optional<std::string> name;
  std::string title;  // without the name
};

// Splits "OpenFold: Retraining AlphaFold2 ..." after the coined name that stands before a colon or
// a dash. A name is one word, or two or three of which one is coined or the last one names a kind
// of model; a phrase that a sentence could hold is part of the title, and so is the topic of a
// survey or a guide.
[[nodiscard]] NamedTitle split_name(std::string_view text);

// Whether one of the words can only be a name: inner capital, digit, capitals only, "Med-PaLM".
[[nodiscard]] bool has_coined_word(std::string_view text);

// Key for telling whether two titles are the same: folded, words joined by one blank. '+' and '#'
// count as letters ("C", "C++" and "C#" differ). Empty when the title has no words.
[[nodiscard]] std::string title_key(std::string_view title);

// The same of a listing's short name and title together.
[[nodiscard]] std::string full_title_key(std::optional<std::string_view> name,
                                         std::string_view title);

// The words of a key, the first `most` of them.
[[nodiscard]] std::vector<std::string_view> first_words(std::string_view key, std::size_t most);

// True for a key of at most three words; of Chinese, Japanese and Korean script two characters
// count as a word. So short a title is no reason to take two listings for one work: "Docs", "地址".
[[nodiscard]] bool is_short_title(std::string_view key);

// "Med-PaLM 2" -> "med-palm-2": folded words joined by '-', at most 80 bytes, never empty.
[[nodiscard]] std::string work_slug(std::string_view name);

}  // namespace lamplight::catalog
