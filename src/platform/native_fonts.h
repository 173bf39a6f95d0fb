// Native fonts: the faces of the design from the system's fonts.
#pragma once

#include "ui/ui.h"

namespace lamplight::platform {

// Loads the four faces into the atlas of the current Dear ImGui context: the first family of
// Inter, Noto Sans, DejaVu Sans and Liberation Sans that is installed, and CJK signs from Noto or
// WenQuanYi where there is one. Without any, Dear ImGui's own font stands in. For words that would
// have to be shaped, which must live as long as the context, boxes stand (word_boxes.h).
[[nodiscard]] ui::Ui::Fonts load_system_fonts(ui::ShapedWords& words);

}  // namespace lamplight::platform
