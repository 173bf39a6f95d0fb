// Browser font: glyphs that the browser measures and draws, instead of a font file in the download.
//
//     ui::Ui::Fonts fonts = browser_font_create_faces(*ImGui::GetIO().Fonts);
//     browser_font_set_density(*ImGui::GetIO().Fonts, 2.0f);   // before every frame
//
// An ImFontLoader asks JavaScript (web/glyphs.js) for one code point at a time, at the device's
// pixel density, in the page's own font stack. Works for any code point of its own; runs that need
// shaping come later. Coverage comes as one byte a pixel, colour glyphs as RGBA.
#pragma once

#include "ui/ui.h"

struct ImFontAtlas;
struct ImDrawData;

namespace lamplight::platform {

// Adds the four faces (ui::FontFace) to an atlas. They live as long as the atlas.
[[nodiscard]] ui::Ui::Fonts browser_font_create_faces(ImFontAtlas& atlas);

// Pixels of the device per CSS px. Glyphs of another density are drawn anew on demand.
void browser_font_set_density(ImFontAtlas& atlas, float density);

// Forgets every glyph: the page's fonts, or the colour they are drawn in, have changed.
void browser_font_forget_glyphs(ImFontAtlas& atlas);

// Moves glyphs to whole pixels of the device, where CSS px are not: text stays crisp at 1.25x.
void browser_font_snap_glyphs(ImDrawData& drawn, float density);

}  // namespace lamplight::platform
