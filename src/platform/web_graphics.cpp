#include "platform/web_graphics.h"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <cmath>

#include "platform/browser_font.h"

namespace lamplight::platform {
namespace {

bool is_ready = false;
double last_time_s = 0.0;

}  // namespace

ui::Ui::Fonts web_imgui_create() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendPlatformName = "lamplight_web";
  // The page draws the pointer and owns keys and clipboard.
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
  return browser_font_create_faces(*io.Fonts);
}

bool web_graphics_create() {
  if (is_ready) web_graphics_lose();
  is_ready = ImGui_ImplOpenGL3_Init("#version 300 es");
  return is_ready;
}

void web_graphics_lose() {
  if (!is_ready) return;
  ImGui_ImplOpenGL3_Shutdown();
  is_ready = false;
}

bool web_graphics_is_ready() { return is_ready; }

void web_frame_begin(float width, float height, float density, double time_s) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(width, height);
  io.DisplayFramebufferScale = ImVec2(density, density);
  // Frames come on demand: after a pause, an animation starts as if no time had passed.
  io.DeltaTime = static_cast<float>(std::clamp(time_s - last_time_s, 0.001, 0.05));
  last_time_s = time_s;
  browser_font_set_density(*io.Fonts, density);
  ImGui_ImplOpenGL3_NewFrame();
}

void web_frame_end(float density) {
  ImGui::Render();
  ImDrawData* drawn = ImGui::GetDrawData();
  browser_font_snap_glyphs(*drawn, density);
  const ImGuiIO& io = ImGui::GetIO();
  glViewport(0, 0, static_cast<int>(std::lround(io.DisplaySize.x * density)),
             static_cast<int>(std::lround(io.DisplaySize.y * density)));
  glClearColor(0.0f, 0.0f, 0.0f, 1.0f);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(drawn);
}

}  // namespace lamplight::platform
