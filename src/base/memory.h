// Where memory ends, for what takes it by malloc.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

namespace lamplight {

// What malloc, calloc or realloc gave for `size` bytes, never null. Where they gave nothing, it
// ends as operator new does: natively the program, on the web the call (platform/web_memory.cpp).
[[nodiscard]] inline void* must_be_there(void* room, std::size_t size) {
  if (room == nullptr) {
    static_cast<void>(::operator new(size));
    std::abort();
  }
  return room;
}

}  // namespace lamplight
