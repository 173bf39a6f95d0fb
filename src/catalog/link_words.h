// What the words of a link, and those before it, tell of it: whether it is a label, a title or a
// word of a sentence. For src/catalog only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "catalog/entry.h"

namespace lamplight::catalog {

// More separators than this do not belong to the bracket before them. Every link looks for one.
inline constexpr std::size_t max_gap_bytes = 64;

// "[Paper]" -> "Paper"; empty when the text is not one pair of brackets.
[[nodiscard]] std::string_view inside_brackets(std::string_view text);

// A bare address: its text is the address itself, to which the parser may have put a scheme.
[[nodiscard]] bool is_autolink(std::string_view text, std::string_view url);

// The text up to here ends in an open bracket, with nothing but separators after it.
[[nodiscard]] bool ends_in_open_bracket(std::string_view text);

// "Includes a [demo](u)", "See the [paper](u) for more": the link is a word of the sentence.
[[nodiscard]] bool ends_in_article(std::string_view text);

// "Speaks the protocol of https://...": without the address the sentence would not end.
[[nodiscard]] bool ends_in_preposition(std::string_view text);

// Without the boxes and :shortcodes: that it begins with.
[[nodiscard]] std::string_view without_lead(std::string_view text);

// "[Net] (" before an address: what Markdown does not link to it. Takes "[Net] " out of the entry
// and gives "Net"; the bracket stays for finish_entry. Empty where there is none. `is_direct`:
// nothing stands between, "[Net](".
[[nodiscard]] std::string take_label_before_gap(Entry& entry, bool& is_direct);

}  // namespace lamplight::catalog
