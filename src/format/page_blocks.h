// Blocks of a page: listings as rows, prose as it stands.
#pragma once

#include "format/html_writer.h"
#include "format/page_outline.h"

namespace lamplight::format {

// What a section itself holds (-1: what stands before the first heading).
void write_blocks(HtmlWriter& out, const PageOutline& outline, int section);

// "h2" to "h6"; levels out of that range are brought into it.
[[nodiscard]] std::string_view heading_tag(int level);

}  // namespace lamplight::format
