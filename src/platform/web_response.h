// What every function of the web modules' boundaries gives: the address of a lamplight_response,
// which the next call overwrites.
//
//      0        4        8        12
//      +--------+--------+--------+
//      | status | pointer| length |     little endian, 32 bits each
//      +--------+--------+--------+
//
// Status Ok: pointer and length are the answer (both 0 where there is none). Any other status:
// they are a message in UTF-8. The bytes stay valid until the next call.
#pragma once

#include <cstdint>
#include <string_view>

#include "lamplight/result.h"

extern "C" {

struct lamplight_response {
  std::uint32_t status;  // a position in the table of lamplight_status_list
  const void* pointer;
  std::uint32_t length;
};

}  // extern "C"

namespace lamplight::platform {

// Ok, and then ErrorCode.
enum class Status : std::uint32_t {
  Ok,
  InvalidArgument,
  NotText,
  TooLarge,
  Syntax,
  Unreadable,
  OutOfMemory,
};
inline constexpr std::string_view status_names =
    "Ok\nInvalidArgument\nNotText\nTooLarge\nSyntax\nUnreadable\nOutOfMemory";
static_assert(static_cast<int>(ErrorCode::OutOfMemory) + 1 ==
              static_cast<int>(Status::OutOfMemory));

inline constexpr std::string_view out_of_memory_message = "There is not enough memory.";

[[nodiscard]] inline Status status_of(const Error& error) {
  return static_cast<Status>(static_cast<int>(error.code) + 1);
}

}  // namespace lamplight::platform
