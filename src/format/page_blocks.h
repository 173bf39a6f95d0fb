// Blocks of a page: listings as rows, prose as it stands.
#pragma once

#include <cstdint>
#include <string_view>

#include "format/html_writer.h"
#include "format/page_outline.h"

namespace lamplight::format {

enum class Part : std::uint8_t { All, Listings, Prose };

// What a section itself holds (-1: what stands before the first heading).
void write_blocks(HtmlWriter& out, const PageOutline& outline, int section, Part part);

// "h2" to "h6"; levels out of that range are brought into it.
[[nodiscard]] std::string_view heading_tag(int level);

}  // namespace lamplight::format
