// Where memory ends. Without exceptions the library's operator new gives null, and who called it
// writes there, which WebAssembly does not stop; here, an error is thrown through the module to the
// page. What the module was doing is left as it stood: an answer of another call may be wrong, and
// nothing that was taken for this one is given back.
#include <emscripten.h>

#include <cstdlib>
#include <new>

// clang-format off
EM_JS(void, lamplight_memory_end, (), {
  throw Object.assign(new Error("There is not enough memory."), {name : "OutOfMemory"});
});
// clang-format on

void* operator new(std::size_t size) {
  void* const room = std::malloc(size == 0 ? 1 : size);
  if (room == nullptr) lamplight_memory_end();
  return room;
}
void* operator new[](std::size_t size) { return operator new(size); }
void operator delete(void* room) noexcept { std::free(room); }
void operator delete[](void* room) noexcept { std::free(room); }
void operator delete(void* room, std::size_t) noexcept { std::free(room); }
void operator delete[](void* room, std::size_t) noexcept { std::free(room); }
