// Arena: memory for one parse, given back all at once. The parser makes many small nodes; taking
// and giving back each alone costs more than parsing. For src/markdown only.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

struct cmark_mem;

namespace lamplight::markdown {

// While it lives, allocator() hands out its memory on this thread. Arenas on one thread nest.
class Arena {
 public:
  Arena();
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // For cmark_parser_new_with_mem. Its memory is gone with the arena; freeing does nothing.
  [[nodiscard]] static cmark_mem* allocator();

  // Aligned for any type, not zeroed. Aborts when there is no memory, as the parser itself does.
  [[nodiscard]] void* allocate(std::size_t size);
  // Grows in place where `old` was the last that was handed out.
  [[nodiscard]] void* reallocate(void* old, std::size_t size);

  [[nodiscard]] static Arena& current();

 private:
  struct FreeBytes {
    void operator()(void* bytes) const;
  };

  std::vector<std::unique_ptr<char, FreeBytes>> chunks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  Arena* outer_ = nullptr;
};

}  // namespace lamplight::markdown
