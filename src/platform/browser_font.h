// Browser font: glyphs that the browser measures and draws, instead of a font file in the download.
//
//     ui::Ui::Fonts fonts = browser_font_create_faces(drawing.atlas());
//
// An ImFontLoader asks JavaScript (web/glyphs.js) for one code point at a time, at the device's
// pixel density, in the page's own font stack. Works for any code point of its own; runs that need
// shaping come later. Coverage comes as one byte a pixel, colour glyphs as RGBA.
#pragma once

#include <vector>

#include "ui/ui.h"

struct ImFontAtlas;
struct ImDrawList;

namespace lamplight::platform {

// Adds the four faces (ui::FontFace) to an atlas. They live as long as the atlas.
[[nodiscard]] ui::Ui::Fonts browser_font_create_faces(ImFontAtlas& atlas);

// Forgets every glyph: the page's fonts, or the colour they are drawn in, have changed.
void browser_font_forget_glyphs(ImFontAtlas& atlas);

// Moves glyphs to whole pixels of the device, where CSS px are not: text stays crisp at 1.25x.
void browser_font_snap_glyphs(ImDrawList& list, const std::vector<ui::GlyphVertices>& glyphs,
                              float density);

}  // namespace lamplight::platform
