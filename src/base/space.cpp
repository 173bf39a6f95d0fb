#include "base/text.h"

namespace lamplight {

std::string squeeze_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool is_pending = false;  // white space was seen and something stands before it
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    std::size_t size = 1;
    bool is_blank = is_ascii_space(c);
    if (static_cast<unsigned char>(c) >= 0x80) {
      const CodePoint point = decode_utf8(text, i);
      size = point.size;
      is_blank = is_space(point.value);
    }
    if (is_blank) {
      is_pending = !out.empty();
    } else {
      if (is_pending) out.push_back(' ');
      is_pending = false;
      out.append(text, i, size);
    }
    i += size;
  }
  return out;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace lamplight
