// Pool: memory for the parser's many small nodes. What is given back is handed out again at once,
// so that a parse in runs works in the same few pages from beginning to end. For src/markdown only.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

struct cmark_mem;

namespace lamplight::markdown {

// Small pieces are gone with the pool; large ones must be given back before.
class Pool {
 public:
  Pool() = default;
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  // While one lives, allocator() hands out the pool's memory on this thread. They nest.
  class Use {
   public:
    explicit Use(Pool& pool);
    ~Use();
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

   private:
    Pool* outer_;
  };

  // For cmark_parser_new_with_mem.
  [[nodiscard]] static cmark_mem* allocator();

  // Aligned for pointers and 64-bit numbers, not zeroed. Ends where memory ends
  // (base/memory.h): the parser cannot go on without.
  [[nodiscard]] void* allocate(std::size_t size);
  [[nodiscard]] void* reallocate(void* old, std::size_t size);
  void release(void* piece);

  // Pieces handed out and not given back.
  [[nodiscard]] std::size_t pieces() const { return pieces_; }

 private:
  static constexpr std::size_t unit = 8;
  static constexpr std::size_t largest_small = 1024;
  struct FreeBytes {
    void operator()(void* bytes) const;
  };

  std::vector<std::unique_ptr<char, FreeBytes>> chunks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  void* free_[largest_small / unit + 1] = {};  // by size in units: the first of a chain
  std::size_t pieces_ = 0;
};

}  // namespace lamplight::markdown
