// A string that HTML is appended to: markup as it is, text escaped.
#pragma once

#include <string>
#include <string_view>

#include "base/text.h"
#include "format/escape.h"

namespace lamplight::format {

class HtmlWriter {
 public:
  explicit HtmlWriter(std::string& out) : out_(out) {}

  // Markup of our own, never anything from the list.
  void raw(std::string_view html) { out_ += html; }
  void text(std::string_view value) { append_html(out_, value); }
  void attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    append_html(out_, value);
    out_ += '"';
  }
  // dir="auto" for text with right-to-left letters; most lists need none.
  void direction(std::string_view value) {
    if (has_right_to_left(value)) raw(" dir=\"auto\"");
  }

 private:
  // Hebrew, Arabic and their neighbours.
  static bool has_right_to_left(std::string_view text) {
    if (is_ascii(text)) return false;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = decode_utf8(text, at);
      if ((point.value >= 0x590 && point.value <= 0x8FF) ||
          (point.value >= 0xFB1D && point.value <= 0xFEFC)) {
        return true;
      }
      at += point.size;
    }
    return false;
  }

  std::string& out_;
};

}  // namespace lamplight::format
