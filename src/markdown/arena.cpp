#include "markdown/arena.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "base/assert.h"
#include "markdown/cmark.h"

namespace lamplight::markdown {
namespace {

// Before each piece stands its size, so that it can be grown.
//
//     | size (padded to `header`) | the piece, a multiple of `header` |
constexpr std::size_t header = alignof(std::max_align_t);
constexpr std::size_t chunk_size = std::size_t{64} << 10;

thread_local Arena* current_arena = nullptr;

std::size_t rounded(std::size_t size) { return (size + header - 1) / header * header; }

std::size_t& size_of(void* piece) {
  return *reinterpret_cast<std::size_t*>(static_cast<char*>(piece) - header);
}

void* take(std::size_t count, std::size_t size) {
  LAMPLIGHT_VERIFY(size == 0 || count <= SIZE_MAX / 2 / size);
  void* piece = Arena::current().allocate(count * size);
  std::memset(piece, 0, count * size);
  return piece;
}

void* take_again(void* old, std::size_t size) { return Arena::current().reallocate(old, size); }

void give_back(void*) {}

}  // namespace

void Arena::FreeBytes::operator()(void* bytes) const { std::free(bytes); }

Arena::Arena() : outer_(current_arena) { current_arena = this; }

Arena::~Arena() { current_arena = outer_; }

Arena& Arena::current() {
  LAMPLIGHT_VERIFY(current_arena != nullptr);
  return *current_arena;
}

cmark_mem* Arena::allocator() {
  static cmark_mem functions = {take, take_again, give_back};
  return &functions;
}

void* Arena::allocate(std::size_t size) {
  const std::size_t wanted = header + rounded(size);
  if (wanted > left_) {
    const std::size_t chunk = std::max(wanted, chunk_size);
    chunks_.emplace_back(static_cast<char*>(std::malloc(chunk)));
    LAMPLIGHT_VERIFY(chunks_.back() != nullptr);
    next_ = chunks_.back().get();
    left_ = chunk;
  }
  void* piece = next_ + header;
  size_of(piece) = size;
  next_ += wanted;
  left_ -= wanted;
  return piece;
}

void* Arena::reallocate(void* old, std::size_t size) {
  if (old == nullptr) return allocate(size);
  const std::size_t before = size_of(old);
  if (size <= before) return old;
  const bool is_last = static_cast<char*>(old) + rounded(before) == next_;
  const std::size_t more = rounded(size) - rounded(before);
  if (is_last && more <= left_) {
    next_ += more;
    left_ -= more;
    size_of(old) = size;
    return old;
  }
  void* grown = allocate(size);
  std::memcpy(grown, old, before);
  return grown;
}

}  // namespace lamplight::markdown
