// Native window: a GLFW window with OpenGL, drawing one Session.
#pragma once

#include "app/session.h"
#include "platform/native_options.h"

namespace lamplight::platform {

// Runs until the window is closed (or the screenshot is written). Returns the exit status.
[[nodiscard]] int run_native_window(app::Session& session, const NativeOptions& options);

}  // namespace lamplight::platform
