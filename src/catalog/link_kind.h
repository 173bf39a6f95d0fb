// Link kinds: what a label or a host says about a link. For src/catalog only; the names and
// their folding are public (lamplight/catalog.h).
#pragma once

#include <optional>
#include <string_view>

#include "lamplight/catalog.h"

namespace lamplight::catalog {

// Kind by label; labels with something added ("HF (7B)", "paper-2018", "Github 2") go by their
// first word. None when the label is not known.
[[nodiscard]] std::optional<LinkKind> kind_by_label(std::string_view label);

// Kind by where the link leads; Other when that says nothing.
[[nodiscard]] LinkKind kind_by_url(std::string_view url);

}  // namespace lamplight::catalog
