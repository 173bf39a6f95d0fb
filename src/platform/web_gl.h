// What Dear ImGui's OpenGL backend sees of OpenGL on the web; included before its own headers.
//
// The backend asks for all state before it draws, to put it back afterwards. Each such question
// stops the page until the browser's graphics process has done all that it was told before: where
// graphics are slow, most of a frame. Nothing else draws into this context, so that what was there
// before is always the state of a new one, and need not be asked for.
#pragma once

#include <GLES3/gl3.h>

#include <algorithm>

namespace lamplight::platform {

// Is asked in each frame: answered here. Is asked once, about the context itself: passed on.
inline void web_get_integer(GLenum what, GLint* values) {
  switch (what) {
    case GL_MAJOR_VERSION:
    case GL_MINOR_VERSION:
    case GL_MAX_TEXTURE_SIZE:
      glGetIntegerv(what, values);
      break;
    case GL_ACTIVE_TEXTURE:
      *values = GL_TEXTURE0;
      break;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
      *values = GL_ONE;
      break;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      *values = GL_FUNC_ADD;
      break;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
      std::fill_n(values, 4, 0);
      break;
    default:
      *values = 0;  // nothing is bound; GL_ZERO
  }
}

inline GLboolean web_is_enabled(GLenum) { return GL_FALSE; }

}  // namespace lamplight::platform

#define glGetIntegerv lamplight::platform::web_get_integer
#define glIsEnabled lamplight::platform::web_is_enabled
