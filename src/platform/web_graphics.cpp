#include "platform/web_graphics.h"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "platform/browser_font.h"

namespace lamplight::platform {
namespace {

bool is_ready = false;
double last_time_s = 0.0;
std::vector<unsigned char> shown;  // all that the canvas was last rendered from
std::vector<unsigned char> wanted;

template <typename T>
void append(const T* values, std::size_t count) {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(values);
  wanted.insert(wanted.end(), bytes, bytes + count * sizeof(T));
}

// Whether the canvas shows this already. Not rendering it again saves the graphics processor, and
// the browser's compositor after it: most input changes no pixel, or not twice.
bool is_shown(const ImDrawData& drawn, std::uint32_t background, float density) {
  wanted.clear();
  append(&background, 1);
  append(&density, 1);
  append(&drawn.DisplaySize, 1);
  for (const ImDrawList* list : drawn.CmdLists) {
    append(list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.Size));
    append(list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.Size));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      append(&command.ClipRect, 1);
      append(&command.ElemCount, 1);
    }
  }
  bool has_same_textures = true;
  if (drawn.Textures != nullptr) {
    for (const ImTextureData* texture : *drawn.Textures) {
      if (texture->Status != ImTextureStatus_OK) has_same_textures = false;
    }
  }
  const bool is_same = wanted == shown;
  std::swap(shown, wanted);
  return is_same && has_same_textures;
}

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
  shown.clear();
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

void web_frame_end(std::uint32_t background, float density) {
  ImGui::Render();
  ImDrawData* drawn = ImGui::GetDrawData();
  browser_font_snap_glyphs(*drawn, density);
  if (is_shown(*drawn, background, density)) return;
  const ImGuiIO& io = ImGui::GetIO();
  glViewport(0, 0, static_cast<int>(std::lround(io.DisplaySize.x * density)),
             static_cast<int>(std::lround(io.DisplaySize.y * density)));
  const ImVec4 color = ImGui::ColorConvertU32ToFloat4(background);
  glClearColor(color.x, color.y, color.z, 1.0f);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(drawn);
}

}  // namespace lamplight::platform
