// Block: texts and arrays that are read in place, wherever their bytes lie.
//
//     for (const lamplight::Link& link : catalog.listings[0].links) {
//       const std::string_view label = link.label;
//       if (link.url) std::printf("%.*s\n", static_cast<int>(label.size()), label.data());
//     }
//
// What a record refers to stands further on in the same block of bytes, and is found by its
// distance from the reference itself:
//
//  reference             what it refers to
//  +---------+---------+        +-------------- ... --+
//  | forward | size    |        | bytes or records    |     32 bits each, little endian
//  +---------+---------+        +-------------- ... --+
//  ^------- forward ------------^
//
// So a block can be written to a file, sent and read back as it is: it holds no addresses, and is
// the same on 32 and 64 bit. The price: a reference copied out of its block would refer to
// something else. References and the records made of them can be neither copied nor moved; bind
// texts as std::string_view and records by reference. Both are valid as long as the block is.
// All bytes zero is a valid reference: to an empty text, to none, to an empty array.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lamplight {

static_assert(std::endian::native == std::endian::little, "blocks are read in place");

struct BlockReference;  // sets and checks what references refer to

// A text; UTF-8 without a zero at its end.
class Text {
 public:
  Text() = default;
  Text(const Text&) = delete;
  Text& operator=(const Text&) = delete;

  [[nodiscard]] std::string_view view() const {
    return {reinterpret_cast<const char*>(this) + forward_, size_};
  }
  operator std::string_view() const { return view(); }
  [[nodiscard]] std::string str() const { return std::string(view()); }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }

  friend bool operator==(const Text& a, const Text& b) { return a.view() == b.view(); }
  friend bool operator==(const Text& a, std::string_view b) { return a.view() == b; }

 private:
  friend struct BlockReference;
  std::uint32_t forward_;
  std::uint32_t size_;
};

// A text or none; an empty text is not none (its `forward` is not 0). Reads as a
// std::optional<std::string_view>, to which it converts.
class OptionalText {
 public:
  OptionalText() = default;
  OptionalText(const OptionalText&) = delete;
  OptionalText& operator=(const OptionalText&) = delete;

  [[nodiscard]] bool has_value() const { return forward_ != 0; }
  explicit operator bool() const { return has_value(); }
  // The text; an empty one where there is none.
  [[nodiscard]] std::string_view operator*() const {
    return {reinterpret_cast<const char*>(this) + forward_, size_};
  }
  [[nodiscard]] std::string_view value_or(std::string_view other) const {
    return has_value() ? **this : other;
  }
  operator std::optional<std::string_view>() const {
    return has_value() ? std::optional<std::string_view>(**this) : std::nullopt;
  }

  friend bool operator==(const OptionalText& a, const OptionalText& b) {
    return a.has_value() == b.has_value() && *a == *b;
  }
  friend bool operator==(const OptionalText& a, std::string_view b) {
    return a.has_value() && *a == b;
  }
  friend bool operator==(const OptionalText& a, std::nullopt_t) { return !a.has_value(); }

 private:
  friend struct BlockReference;
  std::uint32_t forward_;  // 0: none
  std::uint32_t size_;
};

// A number or none, in 32 bits: the number with its highest bit turned, and 0 for none. The lowest
// number, -2^31, cannot be held. Unlike the others it may be copied.
class OptionalInt {
 public:
  OptionalInt() = default;
  OptionalInt(int value) : bits_(static_cast<std::uint32_t>(value) ^ turned) {}
  OptionalInt(std::optional<int> value) : OptionalInt(value ? OptionalInt(*value) : none()) {}

  [[nodiscard]] bool has_value() const { return bits_ != 0; }
  explicit operator bool() const { return has_value(); }
  // The number; only where there is one.
  [[nodiscard]] int operator*() const { return static_cast<int>(bits_ ^ turned); }
  [[nodiscard]] int value_or(int other) const { return has_value() ? **this : other; }
  operator std::optional<int>() const {
    return has_value() ? std::optional<int>(**this) : std::nullopt;
  }

  friend bool operator==(OptionalInt a, OptionalInt b) { return a.bits_ == b.bits_; }
  friend bool operator==(OptionalInt a, int b) { return a.has_value() && *a == b; }
  friend bool operator==(OptionalInt a, std::nullopt_t) { return !a.has_value(); }

 private:
  static constexpr std::uint32_t turned = 0x80000000;
  [[nodiscard]] static OptionalInt none() {
    OptionalInt made;
    made.bits_ = 0;
    return made;
  }
  std::uint32_t bits_;
};

// Records or numbers, one after the other.
template <typename T>
class Array {
 public:
  Array() = default;
  Array(const Array&) = delete;
  Array& operator=(const Array&) = delete;

  [[nodiscard]] const T* data() const {
    return reinterpret_cast<const T*>(reinterpret_cast<const char*>(this) + forward_);
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] const T* begin() const { return data(); }
  [[nodiscard]] const T* end() const { return data() + size_; }
  // `index` < size(); front and back: not empty.
  [[nodiscard]] const T& operator[](std::size_t index) const { return data()[index]; }
  [[nodiscard]] const T& front() const { return data()[0]; }
  [[nodiscard]] const T& back() const { return data()[size_ - 1]; }
  [[nodiscard]] std::span<const T> view() const { return {data(), size_}; }
  operator std::span<const T>() const { return view(); }

  friend bool operator==(const Array& a, const Array& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  friend struct BlockReference;
  std::uint32_t forward_;
  std::uint32_t size_;  // how many
};

// The bytes of a block and their one owner. Memory is malloc's, so that what was allocated on the
// other side of a boundary can be taken over without a copy; it does not move when this does.
class BlockBytes {
 public:
  BlockBytes() = default;
  // Zeros; without memory for them, size() is 0.
  [[nodiscard]] static BlockBytes allocate(std::size_t size);
  [[nodiscard]] static BlockBytes copy_of(std::string_view bytes);
  // Takes over `size` bytes at `pointer`, which malloc gave, and frees them in the end.
  [[nodiscard]] static BlockBytes adopt(void* pointer, std::size_t size);

  BlockBytes(BlockBytes&& other) noexcept : data_(other.data_), size_(other.size_) {
    other.data_ = nullptr;
    other.size_ = 0;
  }
  BlockBytes& operator=(BlockBytes&& other) noexcept;
  ~BlockBytes();

  [[nodiscard]] char* data() { return data_; }
  [[nodiscard]] const char* data() const { return data_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view view() const { return {data_, size_}; }

 private:
  BlockBytes(char* data, std::size_t size) : data_(data), size_(size) {}
  char* data_ = nullptr;
  std::size_t size_ = 0;
};

static_assert(sizeof(Text) == 8 && alignof(Text) == 4);
static_assert(sizeof(OptionalText) == 8 && alignof(OptionalText) == 4);
static_assert(sizeof(OptionalInt) == 4 && alignof(OptionalInt) == 4);
static_assert(sizeof(Array<int>) == 8 && alignof(Array<int>) == 4);

}  // namespace lamplight
