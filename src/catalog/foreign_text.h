// Foreign texts: lists that are not written in Markdown. For src/catalog only.
//
//     reStructuredText  its bullets are read: `Title <https://...>`_ becomes a link, underlined
//                       titles become headings, directives are left out. Lines stay where they are.
//     HTML, AsciiDoc    refused with one sentence.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lamplight/result.h"

namespace lamplight::catalog {

// What to say of a text that is no list in Markdown; none when it may be one.
[[nodiscard]] std::optional<Error> refuse_foreign(std::string_view text);

// True for a text with docutils' links and none of Markdown's.
[[nodiscard]] bool is_restructured_text(std::string_view text);

// The same list in Markdown, line for line.
[[nodiscard]] std::string markdown_of_restructured_text(std::string_view text);

}  // namespace lamplight::catalog
