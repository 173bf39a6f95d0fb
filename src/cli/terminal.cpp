#include "cli/terminal.h"

#include "base/text.h"

namespace lamplight::cli {

void TerminalText::text(std::string_view value) {
  for (std::size_t at = 0; at < value.size();) {
    const CodePoint point = decode_utf8(value, at);
    at += point.size;
    const bool is_control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
    if (!is_control) append_utf8(out_, point.value);
  }
}

void TerminalText::styled(std::string_view value, std::string_view style) {
  const bool is_styled = color_ == Color::On && !style.empty();
  if (is_styled) out_ += style;
  text(value);
  if (is_styled) out_ += style::plain;
}

}  // namespace lamplight::cli
