// Where the memory of a web module ends. Built without exceptions, the library's operator new stops
// the module there without a word, or, depending on its version, gives null, which WebAssembly lets
// be written to. This one throws an error through the module to JavaScript. Nothing is undone: the
// instance is of no more use.
#include <emscripten.h>

#include <cstdlib>
#include <new>

EM_JS(void, lamplight_throw_out_of_memory, (), { throw new Error("OutOfMemory"); });

// (The library's handler for this, std::new_handler, comes with thread-local storage.)
void* operator new(std::size_t size) {
  void* const pointer = std::malloc(size == 0 ? 1 : size);
  if (pointer == nullptr) lamplight_throw_out_of_memory();
  return pointer;
}
void operator delete(void* pointer) noexcept { std::free(pointer); }
void operator delete(void* pointer, std::size_t) noexcept { std::free(pointer); }
