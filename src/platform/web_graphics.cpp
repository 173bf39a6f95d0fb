#include "platform/web_graphics.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <new>
#include <utility>

#include "platform/browser_font.h"

namespace lamplight::platform {
namespace {

static_assert(sizeof(lamplight_frame) == 60 && sizeof(lamplight_draw_command) == 32 &&
              sizeof(lamplight_texture_task) == 32);
static_assert(sizeof(ImDrawVert) == 20 && sizeof(ImDrawIdx) == 2);

enum TextureTask : std::uint32_t { create, update, destroy };

template <typename T>
void append(std::vector<unsigned char>& out, const T* values, std::size_t count) {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(values);
  out.insert(out.end(), bytes, bytes + count * sizeof(T));
}

}  // namespace

WebGraphics::WebGraphics() : fonts_(browser_font_create_faces(drawing_.atlas())) {
  // Dear ImGui does not look whether it is given memory: this never gives none.
  ImGui::SetAllocatorFunctions([](std::size_t size, void*) { return ::operator new(size); },
                               [](void* pointer, void*) { ::operator delete(pointer); });
}

ImDrawList& WebGraphics::begin(float width, float height, float density) {
  width_ = width;
  height_ = height;
  density_ = density;
  browser_font_limit_words(drawing_.atlas(), width * height * density * density);
  return drawing_.begin(width, height, density);
}

lamplight_frame WebGraphics::end(std::uint32_t background,
                                 const std::vector<ui::GlyphVertices>& glyphs) {
  drawing_.end();
  ImDrawList& list = drawing_.list();
  browser_font_snap_glyphs(list, glyphs, density_);
  lamplight_frame frame{};
  frame.background = background;
  frame.width = width_;
  frame.height = height_;
  frame.pixel_width = static_cast<std::uint32_t>(std::lround(width_ * density_));
  frame.pixel_height = static_cast<std::uint32_t>(std::lround(height_ * density_));
  list_texture_tasks();
  list_commands(frame);
  frame.vertices = list.VtxBuffer.Data;
  frame.vertex_count = static_cast<std::uint32_t>(list.VtxBuffer.Size);
  frame.indices = list.IdxBuffer.Data;
  frame.index_count = static_cast<std::uint32_t>(list.IdxBuffer.Size);
  frame.commands = commands_.data();
  frame.command_count = static_cast<std::uint32_t>(commands_.size());
  frame.textures = tasks_.data();
  frame.texture_count = static_cast<std::uint32_t>(tasks_.size());
  if (!is_shown(frame)) frame.flags = lamplight_frame_has_picture;
  return frame;
}

void WebGraphics::forget_glyphs() { browser_font_forget_glyphs(drawing_.atlas()); }

void WebGraphics::forget_textures() {
  shown_.clear();
  for (ImTextureData* texture : drawing_.atlas().TexList) {
    if (texture->TexID == ImTextureID_Invalid) continue;
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
}

// What Dear ImGui asks of whoever renders; the page will have done it before the next frame.
void WebGraphics::list_texture_tasks() {
  tasks_.clear();
  const auto add = [this](ImTextureData& texture, TextureTask task, const ImTextureRect& part) {
    tasks_.push_back({.texture = static_cast<std::uint32_t>(texture.TexID),
                      .task = task,
                      .row_pixels = static_cast<std::uint32_t>(texture.Width),
                      .x = part.x,
                      .y = part.y,
                      .width = part.w,
                      .height = part.h,
                      .pixels = texture.GetPixelsAt(part.x, part.y)});
  };
  for (ImTextureData* texture : drawing_.atlas().TexList) {
    const ImTextureRect whole = {0, 0, static_cast<unsigned short>(texture->Width),
                                 static_cast<unsigned short>(texture->Height)};
    if (texture->Status == ImTextureStatus_WantCreate) {
      texture->SetTexID(++last_texture_);
      texture->SetStatus(ImTextureStatus_OK);
      add(*texture, create, whole);
    } else if (texture->Status == ImTextureStatus_WantUpdates) {
      for (const ImTextureRect& part : texture->Updates) add(*texture, update, part);
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
      add(*texture, destroy, whole);
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

void WebGraphics::list_commands(const lamplight_frame& frame) {
  commands_.clear();
  const auto rows = static_cast<float>(frame.pixel_height);
  for (const ImDrawCmd& command : drawing_.list().CmdBuffer) {
    const ImVec4& clip = command.ClipRect;
    const float left = clip.x * density_;
    const float top = clip.y * density_;
    const float right = clip.z * density_;
    const float bottom = clip.w * density_;
    if (command.ElemCount == 0 || right <= left || bottom <= top) continue;
    commands_.push_back({.texture = static_cast<std::uint32_t>(command.GetTexID()),
                         .first_index = command.IdxOffset,
                         .index_count = command.ElemCount,
                         .first_vertex = command.VtxOffset,
                         .left = static_cast<std::int32_t>(left),
                         .bottom = static_cast<std::int32_t>(rows - bottom),
                         .width = static_cast<std::int32_t>(right - left),
                         .height = static_cast<std::int32_t>(bottom - top)});
  }
}

// Not rendering it again saves the graphics processor, and the browser's compositor after it: most
// input changes no pixel, or not twice.
bool WebGraphics::is_shown(const lamplight_frame& frame) {
  const ImDrawList& list = drawing_.list();
  wanted_.clear();
  append(wanted_, &frame.background, 1);
  append(wanted_, &density_, 1);
  append(wanted_, &frame.width, 1);
  append(wanted_, &frame.height, 1);
  append(wanted_, list.VtxBuffer.Data, frame.vertex_count);
  append(wanted_, list.IdxBuffer.Data, frame.index_count);
  append(wanted_, commands_.data(), commands_.size());
  const bool is_same = wanted_ == shown_;
  std::swap(shown_, wanted_);
  return is_same && tasks_.empty();
}

}  // namespace lamplight::platform
