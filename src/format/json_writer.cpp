#include "format/json_writer.h"

#include "base/text.h"

namespace lamplight::format {

void JsonWriter::key(std::string_view name) {
  start_value();
  append_quoted(name);
  out_ += ": ";
  is_after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  start_value();
  append_quoted(value);
}

void JsonWriter::number(int value) {
  start_value();
  out_ += std::to_string(value);
}

void JsonWriter::null() {
  start_value();
  out_ += "null";
}

void JsonWriter::text_or_null(std::optional<std::string_view> value) {
  if (value) {
    text(*value);
  } else {
    null();
  }
}

std::string JsonWriter::take() {
  out_ += '\n';
  return std::move(out_);
}

void JsonWriter::begin(char bracket) {
  start_value();
  out_ += bracket;
  ++depth_;
  is_first_ = true;
}

void JsonWriter::end(char bracket) {
  --depth_;
  if (!is_first_) break_line();
  out_ += bracket;
  is_first_ = false;
}

void JsonWriter::start_value() {
  if (is_after_key_) {
    is_after_key_ = false;
    return;
  }
  if (!is_first_) out_ += ',';
  is_first_ = false;
  if (depth_ > 0) break_line();
}

void JsonWriter::break_line() {
  out_ += '\n';
  out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

void JsonWriter::append_quoted(std::string_view value) {
  if (!is_valid_utf8(value)) {
    append_quoted(repair_utf8(value).text);
    return;
  }
  constexpr std::string_view hex = "0123456789abcdef";
  out_ += '"';
  for (char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"':
        out_ += "\\\"";
        break;
      case '\\':
        out_ += "\\\\";
        break;
      case '\n':
        out_ += "\\n";
        break;
      case '\r':
        out_ += "\\r";
        break;
      case '\t':
        out_ += "\\t";
        break;
      default:
        if (byte >= 0x20) {
          out_ += c;
        } else {
          out_ += "\\u00";
          out_ += hex[byte >> 4];
          out_ += hex[byte & 15];
        }
    }
  }
  out_ += '"';
}

}  // namespace lamplight::format
