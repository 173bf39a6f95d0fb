// Chunks: arrays that grow without moving, so that growing costs neither a copy nor twice the
// memory, and that give their memory back piece by piece while they are read for the last time.
// For src/catalog only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace lamplight::catalog {

template <typename T>
class Chunks {
 public:
  [[nodiscard]] std::uint32_t size() const { return size_; }
  [[nodiscard]] T& operator[](std::uint32_t index) {
    return chunks_[index / per_chunk][index % per_chunk];
  }
  [[nodiscard]] const T& operator[](std::uint32_t index) const {
    return chunks_[index / per_chunk][index % per_chunk];
  }
  [[nodiscard]] T& back() { return (*this)[size_ - 1]; }

  T& add() {
    if (size_ == chunks_.size() * per_chunk) chunks_.push_back(std::make_unique<T[]>(per_chunk));
    return (*this)[size_++];
  }
  // Takes back what was added last.
  void shrink(std::uint32_t size) {
    while (size_ > size) (*this)[--size_] = T();
  }

  // Items below `index` will not be asked for again.
  void release_below(std::uint32_t index) {
    for (; (released_ + 1) * per_chunk <= index; ++released_) chunks_[released_].reset();
  }
  void clear() {
    chunks_.clear();
    size_ = released_ = 0;
  }

 private:
  static constexpr std::uint32_t per_chunk = 256;
  std::vector<std::unique_ptr<T[]>> chunks_;
  std::uint32_t size_ = 0;
  std::uint32_t released_ = 0;  // chunks
};

// A text in TextChunks, or none.
struct KeptText {
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  std::uint32_t begin = none;
  std::uint32_t size = 0;
  [[nodiscard]] bool has_value() const { return begin != none; }
};

// Bytes of a block, and of all its texts: what its offsets can tell.
inline constexpr std::uint64_t max_block_bytes = 0xFFFFFFFF;

// Texts, each in one piece, as if they stood one after the other.
class TextChunks {
 public:
  explicit TextChunks(std::uint64_t most_bytes = max_block_bytes) : most_bytes_(most_bytes) {}

  // All together. Beyond the most bytes texts are counted, but come out as empty ones.
  [[nodiscard]] std::uint64_t size() const { return size_; }

  KeptText add(std::string_view text);
  // Empty for none. Valid until release.
  [[nodiscard]] std::string_view view(KeptText text) const;

  // Takes back what was added last: `size` is what size() was.
  void shrink(std::uint64_t size);

  // Copies all to `out`, where size() bytes are free, and forgets them.
  void move_to(char* out);

 private:
  struct Chunk {
    std::unique_ptr<char[]> bytes;
    std::uint64_t begin = 0;  // position of its first byte
    std::uint32_t used = 0;
    std::uint32_t room = 0;
  };
  std::uint64_t most_bytes_;
  std::vector<Chunk> chunks_;
  std::uint64_t size_ = 0;
  mutable std::size_t last_viewed_ = 0;  // chunk: texts are mostly read in their order
};

}  // namespace lamplight::catalog
