// Percent encoding for the fragment: readable where it can be, unambiguous everywhere.
#pragma once

#include <string>
#include <string_view>

namespace lamplight::app {

// Blank is '+'. Letters, digits and -._~/:;@!$'()*? stay; everything else is %XX. A comma stays
// in `Comma::Plain` text and is encoded where commas separate values.
enum class Comma { Plain, Encoded };
void append_encoded(std::string& out, std::string_view text, Comma comma);

// '+' is a blank; '%' without two hexadecimal digits stands for itself; bytes that are no UTF-8
// become U+FFFD.
[[nodiscard]] std::string decode(std::string_view text);

}  // namespace lamplight::app
