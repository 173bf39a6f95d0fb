#include "platform/native_picture.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string_view>

namespace lamplight::platform {
namespace {

void append_number(std::string& out, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(number >> shift);
}

// CRC-32 of the PNG specification (ISO 3309).
std::uint32_t checksum(std::string_view bytes) {
  std::uint32_t crc = 0xffffffffu;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (0xedb88320u & (0u - (crc & 1u)));
  }
  return ~crc;
}

void append_chunk(std::string& out, std::string_view kind, std::string_view content) {
  append_number(out, static_cast<std::uint32_t>(content.size()));
  std::string chunk(kind);
  chunk += content;
  out += chunk;
  append_number(out, checksum(chunk));
}

// The zlib format (RFC 1950) with stored blocks (RFC 1951, 3.2.4): no compression.
std::string store(std::string_view bytes) {
  std::string out = "\x78\x01";
  std::uint32_t a = 1;
  std::uint32_t b = 0;
  for (const char byte : bytes) {
    a = (a + static_cast<unsigned char>(byte)) % 65521;
    b = (b + a) % 65521;
  }
  constexpr std::size_t block = 65535;
  for (std::size_t at = 0; at < bytes.size(); at += block) {
    const std::string_view part = bytes.substr(at, block);
    out += static_cast<char>(at + block >= bytes.size() ? 1 : 0);
    out += static_cast<char>(part.size() & 0xff);
    out += static_cast<char>(part.size() >> 8);
    out += static_cast<char>(~part.size() & 0xff);
    out += static_cast<char>((~part.size() >> 8) & 0xff);
    out += part;
  }
  append_number(out, (b << 16) | a);
  return out;
}

std::string make_png(int width, int height, std::string_view rows, std::size_t row_bytes) {
  std::string filtered;
  for (int y = 0; y < height; ++y) {
    filtered += '\0';  // no filter
    filtered += rows.substr(static_cast<std::size_t>(y) * row_bytes, row_bytes);
  }
  std::string header;
  append_number(header, static_cast<std::uint32_t>(width));
  append_number(header, static_cast<std::uint32_t>(height));
  header += std::string_view("\x08\x02\0\0\0", 5);  // 8 bits, RGB
  std::string out = "\x89PNG\r\n\x1a\n";
  append_chunk(out, "IHDR", header);
  append_chunk(out, "IDAT", store(filtered));
  append_chunk(out, "IEND", "");
  return out;
}

}  // namespace

bool write_picture(const std::string& file, int width, int height,
                   const std::vector<unsigned char>& pixels) {
  const std::size_t row_bytes = static_cast<std::size_t>(width) * 3;
  std::string rows;
  for (int y = height - 1; y >= 0; --y) {
    const auto* row =
        reinterpret_cast<const char*>(pixels.data()) + static_cast<std::size_t>(y) * row_bytes;
    rows.append(row, row_bytes);
  }
  const bool is_ppm = file.size() > 4 && file.compare(file.size() - 4, 4, ".ppm") == 0;
  const std::string bytes =
      is_ppm ? "P6\n" + std::to_string(width) + " " + std::to_string(height) + "\n255\n" + rows
             : make_png(width, height, rows, row_bytes);
  std::FILE* out = std::fopen(file.c_str(), "wb");
  if (out == nullptr) return false;
  const bool is_written = std::fwrite(bytes.data(), 1, bytes.size(), out) == bytes.size();
  return std::fclose(out) == 0 && is_written;
}

}  // namespace lamplight::platform
