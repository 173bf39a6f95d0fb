// Native picture: writes what was drawn to a file, for tests and for looking at it.
#pragma once

#include <string>
#include <vector>

namespace lamplight::platform {

// `pixels`: rows from the bottom up, three bytes a pixel, as OpenGL gives them. A name that ends
// in ".ppm" gets a PPM, any other a PNG (not compressed). False: the file could not be written.
[[nodiscard]] bool write_picture(const std::string& file, int width, int height,
                                 const std::vector<unsigned char>& pixels);

}  // namespace lamplight::platform
