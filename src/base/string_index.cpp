#include "base/string_index.h"

namespace lamplight {
namespace {

// FNV-1a, 64 bits, folded. Seeded with nothing: the same on every platform.
std::uint32_t hash_text(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return static_cast<std::uint32_t>(hash ^ hash >> 32);
}

}  // namespace

std::uint32_t StringIndex::add(std::string_view text) {
  if ((begins_.size() + 1) * 2 > slots_.size()) grow(slots_.empty() ? 64 : slots_.size() * 2);
  const std::uint32_t hash = hash_text(text);
  const std::size_t slot = find_slot(text, hash);
  if (slots_[slot] == none) {
    slots_[slot] = size();
    begins_.push_back(bytes_.size());
    hashes_.push_back(hash);
    bytes_.append(text);
  }
  return slots_[slot];
}

std::uint32_t StringIndex::find(std::string_view text) const {
  return slots_.empty() ? none : slots_[find_slot(text, hash_text(text))];
}

std::string_view StringIndex::text(std::uint32_t number) const {
  const std::size_t end = number + 1 < size() ? begins_[number + 1] : bytes_.size();
  return std::string_view(bytes_).substr(begins_[number], end - begins_[number]);
}

void StringIndex::reserve(std::size_t texts, std::size_t bytes) {
  bytes_.reserve(bytes);
  begins_.reserve(texts);
  hashes_.reserve(texts);
  std::size_t slots = 64;
  while (slots < texts * 2) slots *= 2;
  if (slots > slots_.size()) grow(slots);
}

std::size_t StringIndex::find_slot(std::string_view text, std::uint32_t hash) const {
  std::size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot] != none) {
    const std::uint32_t number = slots_[slot];
    if (hashes_[number] == hash && this->text(number) == text) break;
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slot;
}

void StringIndex::grow(std::size_t slots) {
  slots_.assign(slots, none);
  for (std::uint32_t number = 0; number < size(); ++number) {
    std::size_t slot = hashes_[number] & (slots - 1);
    while (slots_[slot] != none) slot = (slot + 1) & (slots - 1);
    slots_[slot] = number;
  }
}

}  // namespace lamplight
