// The catalog as semantic HTML: what stands inside <lamplight-catalog> before the canvas does.
#pragma once

#include <string>
#include <string_view>

#include "format/page_context.h"
#include "lamplight/format.h"

namespace lamplight::format {

[[nodiscard]] std::string page_title(const SitePage& page);

// One sentence for search engines: the profile's, else made from the counts.
[[nodiscard]] std::string page_description(const SitePage& page);

// Header, navigation, main, footer.
void append_page_body(std::string& out, const PageContext& page);

}  // namespace lamplight::format
