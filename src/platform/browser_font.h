// Browser font: glyphs that the browser measures and draws, instead of a font file in the download.
//
//     ui::Ui::Fonts fonts = browser_font_create_faces(drawing.atlas());
//
// An ImFontLoader asks JavaScript (web/glyphs.js) for one code point at a time, or one word that is
// shaped whole (ui/shaped_words.h), at the device's pixel density, in the page's own font stack.
// Coverage comes as one byte a pixel, colour glyphs as RGBA.
#pragma once

#include <vector>

#include "ui/ui.h"

struct ImFontAtlas;
struct ImDrawList;

namespace lamplight::platform {

// Adds the four faces (ui::FontFace) to an atlas, for which there is one. They live as long as it.
[[nodiscard]] ui::Ui::Fonts browser_font_create_faces(ImFontAtlas& atlas);

// Forgets every glyph: the page's fonts, or the colour they are drawn in, have changed.
void browser_font_forget_glyphs(ImFontAtlas& atlas);

// Forgets the words, and all glyphs with them, where they have become too many for the atlas or for
// their code points. Before a frame; `pixels`: of the device, that the frame has.
void browser_font_limit_words(ImFontAtlas& atlas, float pixels);

// Moves glyphs to whole pixels of the device, where CSS px are not: text stays crisp at 1.25x.
void browser_font_snap_glyphs(ImDrawList& list, const std::vector<ui::GlyphVertices>& glyphs,
                              float density);

}  // namespace lamplight::platform
