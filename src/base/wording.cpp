#include "base/wording.h"

#include <algorithm>

#include "base/text.h"

namespace lamplight {

std::string number_text(std::size_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() <= 4) return digits;
  for (std::size_t at = digits.size() - 3; at > 0 && at < digits.size(); at -= 3) {
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string counted(std::size_t count, std::string_view noun) {
  std::string text = number_text(count);
  (text += ' ') += noun;
  if (count != 1 && text.back() != 's') text += 's';
  return text;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t most_bytes = 60;
  std::size_t size = std::min(text.size(), most_bytes);
  while (size > 0 && size < text.size() && is_utf8_continuation(text[size])) --size;
  std::string out = "“";
  out.append(text.substr(0, size));
  if (size < text.size()) out.append("…");
  return out.append("”");
}

bool is_stop_word(std::string_view word) {
  constexpr std::string_view words =
      " a about all an and any are as at be by can for from has have how in into is it its of on "
      "or "
      "our some that the their these this those to towards via we what when where which with ";
  const std::string whole = ' ' + std::string(word) + ' ';
  return words.find(whole) != std::string_view::npos;
}

}  // namespace lamplight
