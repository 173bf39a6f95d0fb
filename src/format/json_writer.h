// Writes JSON as a person would: two blanks of indent, one key a line, keys in the order given.
//
//     JsonWriter out;
//     out.begin_object();
//     out.key("title");
//     out.text("A “list”");
//     out.end_object();
//     std::string json = out.take();  // ends with a newline
//
// Bytes that are no UTF-8 become U+FFFD.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lamplight::format {

class JsonWriter {
 public:
  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  void key(std::string_view name);
  void text(std::string_view value);
  void number(int value);
  void null();
  void text_or_null(std::optional<std::string_view> value);

  [[nodiscard]] std::string take();

 private:
  void begin(char bracket);
  void end(char bracket);
  void start_value();
  void break_line();
  void append_quoted(std::string_view value);

  std::string out_;
  int depth_ = 0;
  bool is_first_ = true;  // no comma is due
  bool is_after_key_ = false;
};

}  // namespace lamplight::format
