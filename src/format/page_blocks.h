// Blocks of a page: listings as rows, prose as it stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "format/html_writer.h"
#include "format/page_context.h"
#include "format/page_outline.h"

namespace lamplight::format {

enum class Part : std::uint8_t { All, Listings, Prose };

// Listings and written prose of what a section itself holds (-1: what stands before the first
// heading).
[[nodiscard]] std::size_t count_items(const PageOutline& outline, int section, Part part);

// The same, written: items `first` up to `last` of them.
void write_blocks(HtmlWriter& out, const PageContext& page, int section, Part part,
                  std::size_t first, std::size_t last);

// "h2" to "h6"; levels out of that range are brought into it.
[[nodiscard]] std::string_view heading_tag(int level);

}  // namespace lamplight::format
