#include "base/string_index.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace lamplight {
namespace {

// Two for each new text would do before the table is full again.
constexpr std::size_t moves_an_add = 16;

std::uint64_t read_bytes(const char* at, std::size_t count) {
  std::uint64_t number = 0;
  std::memcpy(&number, at, count);
  return number;
}

// Eight bytes a step; the same on every platform that stores the low byte first, and nothing but
// speed depends on it.
std::uint32_t hash_text(std::string_view text) {
  std::uint64_t hash = text.size();
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left > 8; left -= 8, at += 8) {
    hash = (hash ^ read_bytes(at, 8)) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 32;
  }
  std::uint64_t last = 0;
  if (left >= 4) {
    last = read_bytes(at, 4) | read_bytes(at + left - 4, 4) << 32;
  } else {
    for (; left > 0; --left) last = last << 8 | static_cast<unsigned char>(at[left - 1]);
  }
  hash = (hash ^ last) * 0x9E3779B97F4A7C15u;
  hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15u;
  return static_cast<std::uint32_t>(hash >> 32);
}

// As ==, without a call for the few bytes of a word.
bool is_same(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  std::size_t at = 0;
  for (; at + 8 <= a.size(); at += 8) {
    if (read_bytes(a.data() + at, 8) != read_bytes(b.data() + at, 8)) return false;
  }
  for (; at < a.size(); ++at) {
    if (a[at] != b[at]) return false;
  }
  return true;
}

}  // namespace

std::uint32_t StringIndex::add(std::string_view text) {
  if ((begins_.size() + 1) * 2 > slots_.size()) grow(slots_.empty() ? 64 : slots_.size() * 2);
  if (!former_.empty()) move_some(moves_an_add);
  const std::uint32_t hash = hash_text(text);
  Slot& slot = slots_[find_slot(slots_, text, hash)];
  if (slot.number == none) {
    if (!former_.empty()) {
      const std::uint32_t number = former_[find_slot(former_, text, hash)].number;
      if (number != none) return number;
    }
    slot = {size(), hash};
    begins_.push_back(bytes_.size());
    bytes_.append(text);
  }
  return slot.number;
}

std::uint32_t StringIndex::find(std::string_view text) const {
  if (slots_.empty()) return none;
  const std::uint32_t hash = hash_text(text);
  const std::uint32_t number = slots_[find_slot(slots_, text, hash)].number;
  if (number != none || former_.empty()) return number;
  return former_[find_slot(former_, text, hash)].number;
}

std::string_view StringIndex::text(std::uint32_t number) const {
  const std::size_t end = number + 1 < size() ? begins_[number + 1] : bytes_.size();
  return std::string_view(bytes_).substr(begins_[number], end - begins_[number]);
}

void StringIndex::reserve(std::size_t texts, std::size_t bytes) {
  bytes_.reserve(bytes);
  begins_.reserve(texts);
  std::size_t slots = 64;
  while (slots < texts * 2) slots *= 2;
  if (slots > slots_.size()) grow(slots);
}

std::size_t StringIndex::find_slot(const Slots& slots, std::string_view text,
                                   std::uint32_t hash) const {
  std::size_t slot = hash & (slots.size() - 1);
  while (slots[slot].number != none) {
    if (slots[slot].hash == hash && is_same(this->text(slots[slot].number), text)) break;
    slot = (slot + 1) & (slots.size() - 1);
  }
  return slot;
}

void StringIndex::grow(std::size_t slots) {
  move_some(former_.size());  // what is left of the table before
  const bool is_empty = begins_.empty();
  former_ = std::exchange(slots_, Slots(slots));
  moved_ = 0;
  if (is_empty) former_ = Slots();
}

// From one end of the table to the other: where a text goes to follows from where it stood, so that
// both tables are read and written in order.
void StringIndex::move_some(std::size_t slots) {
  if (former_.empty()) return;
  const std::size_t end = moved_ + std::min(slots, former_.size() - moved_);
  for (; moved_ < end; ++moved_) {
    const Slot& from = former_[moved_];
    if (from.number == none) continue;
    std::size_t slot = from.hash & (slots_.size() - 1);
    while (slots_[slot].number != none) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = from;
  }
  if (moved_ == former_.size()) former_ = Slots();
}

}  // namespace lamplight
