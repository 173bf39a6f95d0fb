#include "format/json_value.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/string_index.h"

namespace lamplight::format {
namespace {

// Of an object with more keys than any of our formats has, repeated ones are looked for at its end,
// all at once: key by key would take the square of their number.
constexpr std::size_t many_keys = 32;

// Collects the parser's events into one JsonValue. Gives false to stop the parser.
class Builder {
 public:
  bool null() { return add({}); }
  bool boolean(bool value) {
    JsonValue made;
    made.kind = JsonValue::Kind::Bool;
    made.boolean = value;
    return add(std::move(made));
  }
  bool number_integer(std::int64_t value) {
    JsonValue made;
    made.kind = JsonValue::Kind::Integer;
    made.integer = value;
    return add(std::move(made));
  }
  bool number_unsigned(std::uint64_t value) {
    if (value > static_cast<std::uint64_t>(INT64_MAX)) return number_float(0, {});
    return number_integer(static_cast<std::int64_t>(value));
  }
  bool number_float(double, const std::string&) {
    JsonValue made;
    made.kind = JsonValue::Kind::Real;
    return add(std::move(made));
  }
  bool string(std::string& value) {
    JsonValue made;
    made.kind = JsonValue::Kind::Text;
    made.text = std::move(value);
    return add(std::move(made));
  }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(JsonValue::Kind::Object); }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(JsonValue::Kind::Array); }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    JsonValue& object = *stack_.back();
    if (object.keys.size() < many_keys && object.find(name)) return fail_for_repeated(name);
    object.keys.push_back(std::move(name));
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    error_at = position;
    return false;
  }

  JsonValue root;
  std::string message;
  std::size_t error_at = 0;

 private:
  bool add(JsonValue value) {
    if (stack_.empty()) {
      root = std::move(value);
    } else {
      stack_.back()->items.push_back(std::move(value));
    }
    return true;
  }
  // Only the innermost array or object grows, so the pointers to the outer ones stay good.
  bool open(JsonValue::Kind kind) {
    if (stack_.size() == static_cast<std::size_t>(max_json_depth)) {
      message = "nested too deeply";
      return false;
    }
    JsonValue made;
    made.kind = kind;
    add(std::move(made));
    stack_.push_back(stack_.empty() ? &root : &stack_.back()->items.back());
    return true;
  }
  bool close() {
    const std::vector<std::string>& keys = stack_.back()->keys;
    stack_.pop_back();
    if (keys.size() <= many_keys) return true;
    StringIndex seen;
    for (const std::string& key : keys) {
      const std::uint32_t known = seen.size();
      if (seen.add(key) != known) return fail_for_repeated(key);
    }
    return true;
  }
  bool fail_for_repeated(const std::string& key) {
    message = "the key “" + key + "” occurs twice";
    return false;
  }

  std::vector<JsonValue*> stack_;
};

void append_place(std::string& out, const JsonPlace& place) {
  if (place.parent) append_place(out, *place.parent);
  if (place.index >= 0) {
    out += '[';
    out += std::to_string(place.index);
    out += ']';
  } else if (!place.key.empty()) {
    if (!out.empty()) out += '.';
    out += place.key;
  }
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
  const auto found = std::find(keys.begin(), keys.end(), key);
  return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

Result<JsonValue> parse_json(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  Builder builder;
  if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) {
    return std::move(builder.root);
  }
  if (!builder.message.empty()) return Error{ErrorCode::Syntax, "JSON: " + builder.message, 0};
  // The parser counts one byte past the end as the place of a missing bracket.
  const std::size_t end = std::min(builder.error_at, text.size());
  const int line = 1 + static_cast<int>(std::count(text.begin(), text.begin() + end, '\n'));
  return Error{ErrorCode::Syntax, "Not well-formed JSON near line " + std::to_string(line), line};
}

Error JsonReader::error() const { return {ErrorCode::Syntax, message_, 0}; }

void JsonReader::fail(const JsonPlace& place, std::string_view message) {
  if (!message_.empty()) return;
  append_place(message_, place);
  if (message_.empty()) message_ = "top level";
  message_ += ": ";
  message_ += message;
}

bool JsonReader::expect_object(const JsonPlace& place) {
  if (!is_ok()) return false;
  if (place.value && place.value->kind == JsonValue::Kind::Object) return true;
  fail(place, "expected an object");
  return false;
}

bool JsonReader::expect_object(const JsonPlace& place,
                               std::initializer_list<std::string_view> keys) {
  if (!expect_object(place)) return false;
  for (const std::string& key : place.value->keys) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      std::string known;
      for (std::string_view allowed : keys) {
        if (!known.empty()) known += ", ";
        known += allowed;
      }
      fail({&place, key, -1, nullptr}, "no such key here; known are " + known);
      return false;
    }
  }
  return true;
}

JsonPlace JsonReader::at(const JsonPlace& object, std::string_view key, Need need) {
  JsonPlace place{&object, key, -1, object.value ? object.value->find(key) : nullptr};
  if (!place.value && need == Need::Required) fail(place, "missing");
  return place;
}

std::vector<JsonPlace> JsonReader::array(const JsonPlace& place) {
  std::vector<JsonPlace> places;
  if (!is_ok() || !place.value || place.value->kind == JsonValue::Kind::Null) return places;
  if (place.value->kind != JsonValue::Kind::Array) {
    fail(place, "expected an array");
    return places;
  }
  places.reserve(place.value->items.size());
  for (const JsonValue& item : place.value->items) {
    places.push_back({&place, {}, static_cast<int>(places.size()), &item});
  }
  return places;
}

std::string JsonReader::text(const JsonPlace& object, std::string_view key, Need need) {
  const JsonPlace place = at(object, key, need);
  return place.value ? text(place) : std::string();
}

std::string JsonReader::text(const JsonPlace& place) {
  if (place.value && place.value->kind == JsonValue::Kind::Text) return place.value->text;
  fail(place, "expected text");
  return {};
}

std::optional<std::string> JsonReader::text_or_null(const JsonPlace& object, std::string_view key) {
  const JsonPlace place = at(object, key, Need::Optional);
  if (!place.value || place.value->kind == JsonValue::Kind::Null) return std::nullopt;
  return text(place);
}

int JsonReader::number(const JsonPlace& object, std::string_view key) {
  const JsonPlace place = at(object, key, Need::Required);
  return place.value ? number(place) : 0;
}

int JsonReader::number(const JsonPlace& place) {
  if (place.value && place.value->kind == JsonValue::Kind::Integer && place.value->integer >= 0 &&
      place.value->integer <= INT32_MAX) {
    return static_cast<int>(place.value->integer);
  }
  fail(place, "expected a whole number, 0 or more");
  return 0;
}

bool JsonReader::boolean(const JsonPlace& object, std::string_view key, bool otherwise) {
  const JsonPlace place = at(object, key, Need::Optional);
  if (!place.value) return otherwise;
  if (place.value->kind == JsonValue::Kind::Bool) return place.value->boolean;
  fail(place, "expected true or false");
  return otherwise;
}

}  // namespace lamplight::format
