#include "platform/word_boxes.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>

#include "base/text.h"

namespace lamplight::platform {
namespace {

constexpr float letter_width = 0.6f;   // of the size
constexpr float letter_height = 0.7f;  // above the baseline

ui::ShapedWords& words_of(const ImFontConfig* source) {
  return **static_cast<ui::ShapedWords**>(source->FontData);
}

float width_of(std::string_view word, float size) {
  int letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_utf8(word, at);
    if (text_kind(point.value) != TextKind::Mark) ++letters;
    at += point.size;
  }
  return size * letter_width * static_cast<float>(std::max(1, letters));
}

bool contains(ImFontAtlas*, ImFontConfig* source, ImWchar c) {
  return !words_of(source).text(c).empty();
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar c,
                ImFontGlyph* glyph, float* only_advance) {
  const std::string_view word = words_of(source).text(c);
  if (word.empty()) return false;
  const float advance = width_of(word, baked->Size);
  if (only_advance != nullptr) {
    *only_advance = advance;
    return true;
  }
  glyph->Codepoint = c & 0x1FFFFF;
  glyph->AdvanceX = advance;
  const float density = baked->RasterizerDensity;
  const int width = std::max(3, static_cast<int>((advance - 2) * density));
  const int height = std::max(3, static_cast<int>(baked->Size * letter_height * density));
  const ImFontAtlasRectId packed = ImFontAtlasPackAddRect(atlas, width, height);
  if (packed == ImFontAtlasRectId_Invalid) return true;  // atlas full: keeps its room, unseen
  words_of(source).add_pixels(static_cast<float>(width * height));
  ImVector<unsigned char>& bitmap = atlas->Builder->TempBuffer;
  bitmap.resize(width * height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool is_edge = x == 0 || y == 0 || x == width - 1 || y == height - 1;
      bitmap[y * width + x] = is_edge ? 255 : 0;
    }
  }
  glyph->X0 = 1;
  glyph->X1 = 1 + static_cast<float>(width) / density;
  glyph->Y1 = std::round(baked->Ascent);
  glyph->Y0 = glyph->Y1 - static_cast<float>(height) / density;
  glyph->Visible = true;
  glyph->PackId = packed;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph,
                                     ImFontAtlasPackGetRect(atlas, packed), bitmap.Data,
                                     ImTextureFormat_Alpha8, width);
  return true;
}

const ImFontLoader& box_loader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "word boxes";
    made.FontSrcContainsGlyph = contains;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return loader;
}

}  // namespace

void word_boxes_add(ImFontAtlas& atlas, ui::ShapedWords& words) {
  ui::ShapedWords* address = &words;
  ImFontConfig config;
  config.MergeMode = true;
  config.FontLoader = &box_loader();
  // The atlas keeps a copy of these bytes: the address.
  config.FontData = static_cast<void*>(&address);
  config.FontDataSize = sizeof(address);
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = 14;
  atlas.AddFont(&config);
}

void word_boxes_limit(ImFontAtlas& atlas, ui::ShapedWords& words, float frame_pixels) {
  if (!words.is_nearly_full(frame_pixels)) return;
  words.clear();
  for (ImFont* font : atlas.Fonts) ImFontAtlasFontDiscardBakes(&atlas, font, 0);
}

}  // namespace lamplight::platform
