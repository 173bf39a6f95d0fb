// Packs the semantic tree and the effects into the bytes that web_exports.h draws.
#pragma once

#include <string>
#include <vector>

#include "ui/semantic.h"
#include "ui/ui.h"

namespace lamplight::platform {

// Replaces the contents of `packed`.
void pack_tree(const ui::Tree& tree, std::vector<unsigned char>& packed);

[[nodiscard]] std::string pack_effects(const std::vector<ui::Effect>& effects);

}  // namespace lamplight::platform
