#include "markdown/pool.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "base/assert.h"
#include "base/memory.h"
#include "markdown/cmark.h"

namespace lamplight::markdown {
namespace {

// Before each piece stands its size, a multiple of the unit.
//
//     | size | the piece |
constexpr std::size_t header = sizeof(std::uint64_t);
constexpr std::size_t chunk_size = std::size_t{64} << 10;

// Without threads there is one pool in use, and not every linker takes storage of a thread then.
#ifdef LAMPLIGHT_WITHOUT_THREADS
Pool* current_pool = nullptr;
#else
thread_local Pool* current_pool = nullptr;
#endif

std::uint64_t& size_of(void* piece) {
  return *reinterpret_cast<std::uint64_t*>(static_cast<char*>(piece) - header);
}

void* make_large(std::size_t size, void* old) {
  char* start = old != nullptr ? static_cast<char*>(old) - header : nullptr;
  void* const room = must_be_there(std::realloc(start, header + size), header + size);
  return static_cast<char*>(room) + header;
}

Pool& pool_in_use() {
  LAMPLIGHT_VERIFY(current_pool != nullptr);
  return *current_pool;
}

void* take(std::size_t count, std::size_t size) {
  LAMPLIGHT_VERIFY(size == 0 || count <= SIZE_MAX / 2 / size);
  void* piece = pool_in_use().allocate(count * size);
  std::memset(piece, 0, count * size);
  return piece;
}

void* take_again(void* old, std::size_t size) { return pool_in_use().reallocate(old, size); }

void give_back(void* piece) {
  if (piece != nullptr) pool_in_use().release(piece);
}

}  // namespace

void Pool::FreeBytes::operator()(void* bytes) const { std::free(bytes); }

Pool::Use::Use(Pool& pool) : outer_(current_pool) { current_pool = &pool; }

Pool::Use::~Use() { current_pool = outer_; }

cmark_mem* Pool::allocator() {
  static cmark_mem functions = {take, take_again, give_back};
  return &functions;
}

void* Pool::allocate(std::size_t size) {
  ++pieces_;
  const std::size_t units = size <= unit ? 1 : (size + unit - 1) / unit;
  void* piece = nullptr;
  if (units * unit > largest_small) {
    piece = make_large(units * unit, nullptr);
  } else if (free_[units] != nullptr) {
    piece = free_[units];
    std::memcpy(&free_[units], piece, sizeof(void*));
  } else {
    const std::size_t wanted = header + units * unit;
    if (wanted > left_) {
      chunks_.emplace_back(static_cast<char*>(must_be_there(std::malloc(chunk_size), chunk_size)));
      next_ = chunks_.back().get();
      left_ = chunk_size;
    }
    piece = next_ + header;
    next_ += wanted;
    left_ -= wanted;
  }
  size_of(piece) = units * unit;
  return piece;
}

void* Pool::reallocate(void* old, std::size_t size) {
  if (old == nullptr) return allocate(size);
  const auto before = static_cast<std::size_t>(size_of(old));
  if (size <= before) return old;
  if (before > largest_small) {
    const std::size_t rounded = (size + unit - 1) / unit * unit;
    void* grown = make_large(rounded, old);
    size_of(grown) = rounded;
    return grown;
  }
  void* grown = allocate(size);
  std::memcpy(grown, old, before);
  release(old);
  return grown;
}

void Pool::release(void* piece) {
  --pieces_;
  const auto size = static_cast<std::size_t>(size_of(piece));
  if (size > largest_small) {
    std::free(static_cast<char*>(piece) - header);
    return;
  }
  void*& first = free_[size / unit];
  std::memcpy(piece, &first, sizeof(void*));
  first = piece;
}

}  // namespace lamplight::markdown
