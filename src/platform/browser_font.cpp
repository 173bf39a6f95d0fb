#include "platform/browser_font.h"

#include <emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

#include <cmath>
#include <cstdint>
#include <string_view>

#include "ui/shaped_words.h"

namespace lamplight::platform {
namespace {

// What web/glyphs.js writes for one face at one size, in pixels of the device.
struct FaceMetrics {
  float ascent;    // above the baseline
  float descent;   // below it, positive
  float is_whole;  // 1: every advance is a whole number of pixels (hinted fonts)
};

// What web/glyphs.js writes for one glyph, in pixels of the device from the pen on the baseline.
struct GlyphMetrics {
  float advance;
  std::int32_t left;
  std::int32_t top;    // negative above the baseline
  std::int32_t width;  // of the bitmap; 0: nothing to be seen
  std::int32_t height;
  std::int32_t oversample;  // bitmap pixels per device pixel, horizontally
  std::int32_t is_colored;
};

// clang-format off
EM_JS(void, lamplight_glyphs_measure_face, (int face, double pixels, void* metrics), {
  Module['glyphs']['measureFace'](face, pixels, metrics >>> 0);
});

// `word`: null for the code point alone. Only the advance is asked for: nothing is drawn.
EM_JS(void, lamplight_glyphs_measure, (int face, double pixels, int code_point, void* metrics,
                                       const char* word, int length, int only_advance), {
  Module['glyphs']['measure'](face, pixels, code_point, metrics >>> 0, word >>> 0, length,
                              only_advance);
});

// Bitmap of the glyph measured last: width * height bytes of coverage, or of RGBA.
EM_JS(void, lamplight_glyphs_copy, (void* pixels), {
  Module['glyphs']['copy'](pixels >>> 0);
});

EM_JS(void, lamplight_glyphs_find_words, (const char* text, int length, void* begins), {
  Module['glyphs']['findWords'](text >>> 0, length, begins >>> 0);
});
// clang-format on

struct BakedFace {
  float ascent;
};

bool glyphs_have_whole_advances = true;

void find_words(std::string_view text, std::uint8_t* begins) {
  lamplight_glyphs_find_words(text.data(), static_cast<int>(text.size()), begins);
}

// Of the one atlas.
ui::ShapedWords& shaped_words() {
  static ui::ShapedWords words(find_words);
  return words;
}

int face_of(const ImFontConfig* source) {
  return static_cast<int>(reinterpret_cast<std::intptr_t>(source->FontLoaderData)) - 1;
}

bool source_init(ImFontAtlas*, ImFontConfig* source) {
  // The face's number, plus one so that it is no null pointer.
  source->FontLoaderData = reinterpret_cast<void*>(static_cast<std::intptr_t>(source->FontNo + 1));
  return true;
}

void source_destroy(ImFontAtlas*, ImFontConfig* source) { source->FontLoaderData = nullptr; }

// The browser always draws something: its own fallback fonts, at last a box.
bool source_contains(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

bool baked_init(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void* kept) {
  FaceMetrics metrics{};
  const float density = baked->RasterizerDensity;
  lamplight_glyphs_measure_face(face_of(source), static_cast<double>(baked->Size * density),
                                &metrics);
  if (metrics.is_whole == 0.0f) glyphs_have_whole_advances = false;
  static_cast<BakedFace*>(kept)->ascent = metrics.ascent;
  baked->Ascent = metrics.ascent / density;
  baked->Descent = -metrics.descent / density;
  return true;
}

bool baked_load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* kept,
                      ImWchar code_point, ImFontGlyph* glyph, float* only_advance) {
  const float density = baked->RasterizerDensity;
  GlyphMetrics metrics{};
  const std::string_view word = shaped_words().text(code_point);
  lamplight_glyphs_measure(face_of(source), static_cast<double>(baked->Size * density),
                           static_cast<int>(code_point), &metrics, word.data(),
                           static_cast<int>(word.size()), only_advance != nullptr ? 1 : 0);
  if (only_advance != nullptr) {
    *only_advance = metrics.advance / density;
    return true;
  }
  glyph->Codepoint = code_point;
  glyph->AdvanceX = metrics.advance / density;
  if (metrics.width <= 0 || metrics.height <= 0) return true;

  const ImFontAtlasRectId packed = ImFontAtlasPackAddRect(atlas, metrics.width, metrics.height);
  if (packed == ImFontAtlasRectId_Invalid) return true;  // atlas full: keeps its room, unseen
  if (!word.empty()) {
    shaped_words().add_pixels(static_cast<float>(metrics.width * metrics.height));
  }
  const int pixel_bytes = metrics.is_colored != 0 ? 4 : 1;
  ImVector<unsigned char>& bitmap = atlas->Builder->TempBuffer;
  bitmap.resize(metrics.width * metrics.height * pixel_bytes);
  lamplight_glyphs_copy(bitmap.Data);

  const float ascent = static_cast<BakedFace*>(kept)->ascent;
  const float width = static_cast<float>(metrics.width) / static_cast<float>(metrics.oversample);
  glyph->X0 = static_cast<float>(metrics.left) / density;
  glyph->Y0 = (ascent + static_cast<float>(metrics.top)) / density;
  glyph->X1 = glyph->X0 + width / density;
  glyph->Y1 = glyph->Y0 + static_cast<float>(metrics.height) / density;
  glyph->Visible = true;
  glyph->Colored = metrics.is_colored != 0;
  glyph->PackId = packed;
  ImFontAtlasBakedSetFontGlyphBitmap(
      atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, packed), bitmap.Data,
      metrics.is_colored != 0 ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8,
      metrics.width * pixel_bytes);
  return true;
}

const ImFontLoader& browser_loader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "browser";
    made.FontSrcInit = source_init;
    made.FontSrcDestroy = source_destroy;
    made.FontSrcContainsGlyph = source_contains;
    made.FontBakedInit = baked_init;
    made.FontBakedLoadGlyph = baked_load_glyph;
    made.FontBakedSrcLoaderDataSize = sizeof(BakedFace);
    return made;
  }();
  return loader;
}

float snap_by(float position, float density) {
  return std::round(position * density) / density - position;
}

}  // namespace

ui::Ui::Fonts browser_font_create_faces(ImFontAtlas& atlas) {
  ui::Ui::Fonts fonts;
  for (unsigned int face = 0; face < 4; ++face) {
    ImFontConfig config;
    config.FontLoader = &browser_loader();
    config.FontNo = face;
    config.SizePixels = 14.0f;
    fonts.faces[face] = atlas.AddFont(&config);
  }
  fonts.words = &shaped_words();
  return fonts;
}

void browser_font_limit_words(ImFontAtlas& atlas, float pixels) {
  if (!shaped_words().is_nearly_full(pixels)) return;
  shaped_words().clear();
  browser_font_forget_glyphs(atlas);
}

void browser_font_forget_glyphs(ImFontAtlas& atlas) {
  glyphs_have_whole_advances = true;
  if (atlas.Builder == nullptr) return;
  for (ImFont* font : atlas.Fonts) ImFontAtlasFontDiscardBakes(&atlas, font, 0);
}

void browser_font_snap_glyphs(ImDrawList& list, const std::vector<ui::GlyphVertices>& glyphs,
                              float density) {
  const bool on_grid = density == std::floor(density);
  if (on_grid && (glyphs_have_whole_advances || density < 2.0f)) return;
  // Below 2x, fractional advances are drawn from bitmaps of twice the width: no need to move.
  const bool moves_x = glyphs_have_whole_advances || density >= 2.0f;
  for (const ui::GlyphVertices& range : glyphs) {
    for (int glyph = range.begin; glyph < range.end; glyph += 4) {
      ImDrawVert* const corners = list.VtxBuffer.Data + glyph;
      const float dx = moves_x ? snap_by(corners[0].pos.x, density) : 0.0f;
      const float dy = snap_by(corners[0].pos.y, density);
      for (int corner = 0; corner < 4; ++corner) {
        corners[corner].pos.x += dx;
        corners[corner].pos.y += dy;
      }
    }
  }
}

}  // namespace lamplight::platform

// Dear ImGui's seam for another rasteriser, see cmake/web.cmake.
namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader() { return &lamplight::platform::browser_loader(); }
}  // namespace ImGuiFreeType
