#include "base/text.h"

namespace lamplight {

namespace {

// U+0085 and U+00A0 are led by 0xC2, the others beyond ASCII by 0xE1 to 0xE3.
bool may_lead_space(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3);
}

// Surely a byte of what is no white space.
bool is_sign(char c) {
  return is_ascii_graph(c) || (static_cast<unsigned char>(c) >= 0x80 && !may_lead_space(c));
}

}  // namespace

void squeeze(std::string& text) {
  // Up to the first white space that is not one blank between two signs, nothing moves.
  std::size_t written = 0;
  const std::size_t end = text.size();
  while (written < end) {
    const char c = text[written];
    if (is_ascii_graph(c) ||
        (c == ' ' && written > 0 && written + 1 < end && is_sign(text[written + 1]))) {
      ++written;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      const CodePoint point = decode_utf8(text, written);
      if (is_space(point.value)) break;
      written += point.size;
    } else {
      break;
    }
  }
  bool is_pending = false;  // white space was seen and something stands before it
  for (std::size_t i = written; i < end;) {
    const char c = text[i];
    std::size_t size = 1;
    bool is_blank = is_ascii_space(c);
    if (may_lead_space(c)) {
      const CodePoint point = decode_utf8(text, i);
      size = point.size;
      is_blank = is_space(point.value);
    }
    if (is_blank) {
      is_pending = written > 0;
    } else {
      // Never overtakes: a pending blank was read before it is written.
      if (is_pending) text[written++] = ' ';
      is_pending = false;
      for (std::size_t k = 0; k < size; ++k) text[written++] = text[i + k];
    }
    i += size;
  }
  text.resize(written);
}

std::string squeeze_space(std::string_view text) {
  std::string out(text);
  squeeze(out);
  return out;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace lamplight
