// Word boxes: where no browser shapes words, a box stands for each word that would come out wrong
// letter by letter (ui/shaped_words.h): as wide as its letters are about, hollow, in its place.
//
//     ImFont* face = atlas.AddFontFromFileTTF(...);
//     word_boxes_add(atlas, words);    // right after the face that gets them
//     word_boxes_limit(atlas, words, pixels);  // before each frame
#pragma once

#include "ui/shaped_words.h"

struct ImFontAtlas;

namespace lamplight::platform {

// `words` must live as long as the atlas.
void word_boxes_add(ImFontAtlas& atlas, ui::ShapedWords& words);
// Forgets all words, and all glyphs with them, when there is little room for more.
void word_boxes_limit(ImFontAtlas& atlas, ui::ShapedWords& words, float frame_pixels);

}  // namespace lamplight::platform
