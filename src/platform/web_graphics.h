// The drawing context of the canvas: Dear ImGui's OpenGL renderer on WebGL 2.
// JavaScript creates the context, makes it current and sizes the canvas.
#pragma once

#include <cstdint>

#include "ui/ui.h"

namespace lamplight::platform {

// Dear ImGui's context with the browser's fonts; once for the life of the module.
[[nodiscard]] ui::Ui::Fonts web_imgui_create();

// Renderer on the current context. False: it lacks what is needed.
[[nodiscard]] bool web_graphics_create();
// Forgets textures and buffers of a context that may be lost. The state stays.
void web_graphics_lose();
[[nodiscard]] bool web_graphics_is_ready();

// Before Dear ImGui's NewFrame: sizes, density (pixels of the device per CSS px) and time.
void web_frame_begin(float width, float height, float density, double time_s);
// Renders what was drawn since, over the background (IM_COL32), unless the canvas shows it already.
void web_frame_end(std::uint32_t background, float density);

}  // namespace lamplight::platform
