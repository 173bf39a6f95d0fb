// What a reader sees of inlines. For src/catalog only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "markdown/markdown.h"

namespace lamplight::catalog {

// Whether the alternative texts of images count as text. In a heading a badge is no word.
enum class Images { Keep, Leave };

// Text and code of the inlines [begin, end), line ends as blanks, squeezed, in NFC.
[[nodiscard]] std::string visible_text(const markdown::Document& document, std::uint32_t begin,
                                       std::uint32_t end, Images images);

// The same as written, added to `out`.
void append_visible(const markdown::Document& document, std::uint32_t begin, std::uint32_t end,
                    Images images, std::string& out);

// "<br>", "<br />": the one tag that stands for text, a blank.
[[nodiscard]] bool is_line_break_tag(std::string_view html);

}  // namespace lamplight::catalog
