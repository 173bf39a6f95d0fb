// SHA-256 (FIPS 180-4): tells files apart by what they hold.
#pragma once

#include <string>
#include <string_view>

namespace lamplight {

// 64 hexadecimal digits in lower case.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace lamplight
