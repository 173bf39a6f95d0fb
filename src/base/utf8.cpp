#include <cstring>

#include "base/text.h"

namespace lamplight {
namespace {

// How many bytes a lead byte asks for; 0 for a byte that cannot lead (Unicode 15, table 3-7).
std::uint32_t sequence_size(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

// The second byte is narrower after some leads: no overlong forms, surrogates or > U+10FFFF.
bool is_second_byte(unsigned char lead, unsigned char second) {
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  return second >= low && second <= high;
}

}  // namespace

std::size_t ascii_run(std::string_view text) {
  std::size_t i = 0;
  // Eight at a time while there are that many.
  for (std::uint64_t eight = 0; i + sizeof eight <= text.size(); i += sizeof eight) {
    std::memcpy(&eight, text.data() + i, sizeof eight);
    if ((eight & 0x8080808080808080u) != 0) break;
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  return i;
}

CodePoint decode_beyond_ascii(std::string_view text, std::size_t position) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[position + i]); };
  const unsigned char lead = byte(0);
  const std::uint32_t size = sequence_size(lead);
  if (size == 0) return {replacement_character, 1, false};
  const std::size_t left = text.size() - position;
  char32_t value = lead & (0xFFu >> (size + 1));
  for (std::uint32_t i = 1; i < size; ++i) {
    const bool fits =
        i < left && (i == 1 ? is_second_byte(lead, byte(1)) : (byte(i) & 0xC0) == 0x80);
    if (!fits) return {replacement_character, i, false};
    value = value << 6 | (byte(i) & 0x3Fu);
  }
  return {value, size, true};
}

void append_utf8(std::string& out, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) value = replacement_character;
  const auto push = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    push(value);
  } else if (value < 0x800) {
    push(0xC0 | value >> 6);
    push(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    push(0xE0 | value >> 12);
    push(0x80 | (value >> 6 & 0x3F));
    push(0x80 | (value & 0x3F));
  } else {
    push(0xF0 | value >> 18);
    push(0x80 | (value >> 12 & 0x3F));
    push(0x80 | (value >> 6 & 0x3F));
    push(0x80 | (value & 0x3F));
  }
}

bool is_ascii(std::string_view text) { return ascii_run(text) == text.size(); }

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      i += ascii_run(text.substr(i));
      continue;
    }
    const CodePoint point = decode_utf8(text, i);
    if (!point.is_valid) return false;
    i += point.size;
  }
  return true;
}

std::size_t character_begin(std::string_view text, std::size_t position) {
  if (position >= text.size()) return text.size();
  while (position > 0 && is_utf8_continuation(text[position])) --position;
  return position;
}

RepairedText repair_utf8(std::string_view text) {
  RepairedText repaired;
  repaired.text.reserve(text.size());
  std::size_t copied = 0;  // everything before it is in repaired.text
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const CodePoint point = decode_utf8(text, i);
    if (!point.is_valid) {
      if (repaired.replaced++ == 0) repaired.first_replaced = i;
      repaired.text.append(text, copied, i - copied);
      append_utf8(repaired.text, replacement_character);
      copied = i + point.size;
    }
    i += point.size;
  }
  repaired.text.append(text, copied, text.size() - copied);
  return repaired;
}

}  // namespace lamplight
