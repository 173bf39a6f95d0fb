// JSON values, and a reader that names the key or item where the first thing is wrong.
//
//     Result<JsonValue> parsed = parse_json(text);
//     JsonReader reader;
//     JsonPlace root{nullptr, {}, -1, parsed.value_if()};
//     std::string title = reader.text(root, "title", Need::Optional);
//     if (!reader.is_ok()) return reader.error();  // "facets[2].id: expected text"
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/result.h"

namespace lamplight::format {

struct JsonValue {
  enum class Kind : std::uint8_t { Null, Bool, Integer, Real, Text, Array, Object };
  Kind kind = Kind::Null;
  bool boolean = false;
  std::int64_t integer = 0;
  std::string text;
  std::vector<std::string> keys;  // objects: one for each item
  std::vector<JsonValue> items;   // arrays and objects

  // The value of a key, or null.
  [[nodiscard]] const JsonValue* find(std::string_view key) const;
};

// Deeper nesting than any of our formats has; keeps hostile input from using up the stack.
inline constexpr int max_json_depth = 32;

// Failure: Syntax, with the line; also for a repeated key and for nesting over the limit.
[[nodiscard]] Result<JsonValue> parse_json(std::string_view text);

// A value and how it was reached; the way is only spelt out when something is wrong with it.
struct JsonPlace {
  const JsonPlace* parent = nullptr;
  std::string_view key;
  int index = -1;  // in an array, or -1
  const JsonValue* value = nullptr;
};

enum class Need : std::uint8_t { Required, Optional };

// Typed access. After the first failure every call gives an empty value, so that callers check
// once, at the end.
class JsonReader {
 public:
  [[nodiscard]] bool is_ok() const { return message_.empty(); }
  [[nodiscard]] Error error() const;
  void fail(const JsonPlace& place, std::string_view message);

  // False, and a failure, when the place is no object.
  bool expect_object(const JsonPlace& place);
  // The same, and a failure for every key that is not among `keys`.
  bool expect_object(const JsonPlace& place, std::initializer_list<std::string_view> keys);

  // The place of a key; its value is null when an optional key is not there.
  [[nodiscard]] JsonPlace at(const JsonPlace& object, std::string_view key, Need need);
  // The places of an array's items; empty for an optional key that is not there or null.
  // They refer to `place`, which therefore must not be a temporary.
  [[nodiscard]] std::vector<JsonPlace> array(const JsonPlace& place);
  std::vector<JsonPlace> array(const JsonPlace&&) = delete;

  [[nodiscard]] std::string text(const JsonPlace& object, std::string_view key, Need need);
  [[nodiscard]] std::string text(const JsonPlace& place);
  // None for null.
  [[nodiscard]] std::optional<std::string> text_or_null(const JsonPlace& object,
                                                        std::string_view key);
  // A whole number from 0 to 2^31 - 1.
  [[nodiscard]] int number(const JsonPlace& object, std::string_view key);
  [[nodiscard]] int number(const JsonPlace& place);
  [[nodiscard]] bool boolean(const JsonPlace& object, std::string_view key, bool otherwise);

 private:
  std::string message_;
};

}  // namespace lamplight::format
