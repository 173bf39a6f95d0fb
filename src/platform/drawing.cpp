#include "platform/drawing.h"

#include <string_view>

namespace lamplight::platform {

// What is called here is inside Dear ImGui and may be another thing in the next version: read its
// changes to ImDrawListSharedData and ImFontAtlas before this is let through for another.
static_assert(std::string_view(IMGUI_VERSION) == "1.92.2b");

Drawing::Drawing() : list_(&shared_) {
  shared_.FontAtlas = &atlas_;
  shared_.CurveTessellationTol = 1.25f;
  shared_.SetCircleTessellationMaxError(0.1f);
  shared_.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedLinesUseTex |
                         ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AllowVtxOffset;
  ImFontAtlasAddDrawListSharedData(&atlas_, &shared_);
  atlas_.Flags |= ImFontAtlasFlags_NoMouseCursors;
}

Drawing::~Drawing() { ImFontAtlasRemoveDrawListSharedData(&atlas_, &shared_); }

ImDrawList& Drawing::begin(float width, float height, float density) {
  for (ImFont* font : atlas_.Fonts) font->CurrentRasterizerDensity = density;
  ImFontAtlasUpdateNewFrame(&atlas_, ++frames_, true);
  ImFontAtlasUpdateDrawListsSharedData(&atlas_);
  shared_.ClipRectFullscreen = {0, 0, width, height};
  list_._ResetForNewFrame();
  list_.PushTexture(atlas_.TexRef);
  list_.PushClipRectFullScreen();
  return list_;
}

void Drawing::end() { list_._PopUnusedDrawCmd(); }

}  // namespace lamplight::platform
