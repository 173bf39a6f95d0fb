// Result<T>: a value, or the reason why there is none.
//
//     lamplight::Result<Catalog> parsed = lamplight::parse_catalog(text);
//     if (const lamplight::Catalog* catalog = parsed.value_if()) {
//       use(*catalog);
//     } else {
//       report(parsed.error().message);
//     }
//
// The value can only be reached through a pointer that is null when there is none, so it cannot
// be read unchecked. No exceptions are thrown. Odd content is no Error but a Finding (catalog.h).
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace lamplight {

enum class ErrorCode {
  InvalidArgument,  // the caller asked for something that does not exist
  NotText,          // the bytes are not a text file
  TooLarge,         // over a stated limit
  Syntax,           // not well-formed in the format that was asked for
  Unreadable,       // a file or address could not be read
  OutOfMemory,      // the machine has not as much memory as this takes
};

// What went wrong (message: what, where, what to do; one sentence, no trailing newline).
struct Error {
  ErrorCode code = ErrorCode::InvalidArgument;
  std::string message;
  int line = 0;  // 1-based line of the input, 0 where there is none
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  // Null exactly when this holds an error. Valid as long as the Result is.
  [[nodiscard]] T* value_if() { return std::get_if<0>(&state_); }
  [[nodiscard]] const T* value_if() const { return std::get_if<0>(&state_); }

  [[nodiscard]] bool is_ok() const { return state_.index() == 0; }

  // The error; an empty InvalidArgument error when there is a value.
  [[nodiscard]] const Error& error() const {
    static const Error none;
    const Error* held = std::get_if<1>(&state_);
    return held ? *held : none;
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace lamplight
