// Native keyboard: what the browser's focus and keys are on the web.
#pragma once

#include "ui/ui.h"

namespace lamplight::platform {

// A key of GLFW while no text field has it: Tab moves the focus through the semantic tree, Enter
// and Space activate what has it, the others are the Ui's.
void press_native_key(ui::Ui& ui, int key, int modifiers);

// A key while the field of text has the keyboard. True: it is not for the field.
[[nodiscard]] bool press_native_field_key(ui::Ui& ui, int key, int modifiers);

}  // namespace lamplight::platform
