// Drawing: frames of Dear ImGui's draw list and font atlas alone, without its windows, navigation,
// input and settings, so that a program that uses nothing else links nothing else.
//
//     Drawing drawing;
//     drawing.atlas().AddFont(...);
//     ImDrawList& list = drawing.begin(1440, 900, 2);  // CSS px, and pixels of the device for one
//     ui.frame(session, input, list);
//     drawing.end();                                   // the list may be rendered until begin()
//
// There is no ImGuiContext: functions of the namespace ImGui that need one must not be called.
// Textures: whoever renders does what ImTextureData::Status asks for, after every end().
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

namespace lamplight::platform {

class Drawing {
 public:
  Drawing();
  ~Drawing();
  Drawing(const Drawing&) = delete;
  Drawing& operator=(const Drawing&) = delete;

  [[nodiscard]] ImFontAtlas& atlas() { return atlas_; }
  // Glyphs of another density are drawn anew on demand.
  ImDrawList& begin(float width, float height, float density);
  void end();
  [[nodiscard]] ImDrawList& list() { return list_; }

 private:
  ImFontAtlas atlas_;
  ImDrawListSharedData shared_;
  ImDrawList list_;
  int frames_ = 0;
};

}  // namespace lamplight::platform
