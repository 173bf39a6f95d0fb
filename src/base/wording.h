// Numbers, quotations and the small words, as sentences have them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lamplight {

// "9999", "1,000,000": long numbers are read in threes.
[[nodiscard]] std::string number_text(std::size_t number);

// "1 work", "208 works". A noun that ends in "s" stays as it is.
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);

// “text”, shortened to at most 60 bytes in whole characters.
[[nodiscard]] std::string quoted(std::string_view text);

// Whether a folded word says nothing by itself: "the", "of", "with". English, as most titles are.
[[nodiscard]] bool is_stop_word(std::string_view word);

}  // namespace lamplight
