// Native text field: the search field where no browser has one.
#pragma once

#include "ui/ui.h"

namespace lamplight::platform {

// A ui::TextField made of ImGui::InputText, looking like the field that is drawn around it.
ui::TextFieldState draw_native_text_field(const ui::Rect& rect, const ui::Theme& theme,
                                          const ui::FontSet& fonts, std::string_view placeholder,
                                          ui::TextFieldWish wish, std::string& text);

}  // namespace lamplight::platform
