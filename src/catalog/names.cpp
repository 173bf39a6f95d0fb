#include "catalog/names.h"

#include <algorithm>
#include <cstring>

#include "base/text.h"

namespace lamplight::catalog {
namespace {

constexpr std::size_t max_slug_bytes = 80;
constexpr std::size_t short_words = 3;

bool is_upper(char32_t value) { return to_lower(value) != value; }

bool is_short_name(std::string_view text) {
  int words = 0;
  bool is_in_word = false;
  bool is_special = false;  // has a digit or an inner capital
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    i += point.size;
    if (is_space(point.value)) {
      is_in_word = false;
      continue;
    }
    if (!is_in_word) ++words;
    const bool is_digit = point.value >= '0' && point.value <= '9';
    is_special = is_special || is_digit || (is_in_word && is_upper(point.value));
    is_in_word = true;
  }
  return words > 0 && (words <= 4 || is_special);
}

// Calls `use(word)` for each run of word characters of the folded text.
template <typename Use>
void for_each_word(std::string_view folded, bool keeps_signs, Use use) {
  std::size_t begin = std::string_view::npos;
  std::size_t i = 0;
  for (; i < folded.size();) {
    std::size_t size = 1;
    bool is_word =
        is_ascii_alnum(folded[i]) || (keeps_signs && (folded[i] == '+' || folded[i] == '#'));
    if (static_cast<unsigned char>(folded[i]) >= 0x80) {
      const CodePoint point = decode_utf8(folded, i);
      size = point.size;
      is_word = is_word_character(point.value);
    }
    if (is_word && begin == std::string_view::npos) begin = i;
    if (!is_word && begin != std::string_view::npos) {
      use(folded.substr(begin, i - begin));
      begin = std::string_view::npos;
    }
    i += size;
  }
  if (begin != std::string_view::npos) use(folded.substr(begin));
}

// Chinese characters, kana and Korean syllables: scripts without blanks, or with few.
bool is_dense_script(char32_t value) { return value >= 0x2E80 && value < 0xFB00; }

// At most `size` bytes of the text, in whole characters.
std::string_view cut(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && is_utf8_continuation(text[size])) --size;
  return text.substr(0, size);
}

}  // namespace

NamedTitle split_name(std::string_view text) {
  const std::size_t colon = text.find(": ");
  if (colon != std::string_view::npos && colon + 2 < text.size()) {
    const std::string_view name = trim(text.substr(0, colon));
    if (is_short_name(name)) {
      return {std::string(name), std::string(trim(text.substr(colon + 2)))};
    }
  }
  return {std::nullopt, std::string(text)};
}

std::string title_key(std::string_view title) {
  std::string key = fold(title);
  std::size_t written = 0;  // never overtakes the words that are read
  for_each_word(key, true, [&](std::string_view word) {
    if (written > 0) key[written++] = ' ';
    std::memmove(key.data() + written, word.data(), word.size());
    written += word.size();
  });
  key.resize(written);
  return key;
}

std::string full_title_key(std::optional<std::string_view> name, std::string_view title) {
  if (!name) return title_key(title);
  return title_key(std::string(*name).append(": ").append(title));
}

bool is_short_title(std::string_view key) {
  // In halves of a word.
  std::size_t halves = 0;
  bool is_in_word = false;
  for (std::size_t i = 0; i < key.size() && halves <= 2 * short_words;) {
    const CodePoint point = decode_utf8(key, i);
    i += point.size;
    if (is_dense_script(point.value)) {
      ++halves;
      is_in_word = false;
    } else if (point.value == ' ') {
      is_in_word = false;
    } else if (!is_in_word) {
      halves += 2;
      is_in_word = true;
    }
  }
  return halves <= 2 * short_words;
}

std::string work_slug(std::string_view name) {
  std::string folded = fold(cut(name, max_slug_bytes * 4));
  // "Don't" is one word.
  folded.erase(std::remove(folded.begin(), folded.end(), '\''), folded.end());
  std::string slug;
  bool is_full = false;
  for_each_word(folded, false, [&](std::string_view word) {
    if (is_full) return;
    // One very long word is cut on a character's boundary; of several, only whole ones are taken.
    if (slug.empty()) word = cut(word, max_slug_bytes);
    is_full = slug.size() + word.size() + 1 > max_slug_bytes;
    if (is_full && !slug.empty()) return;
    if (!slug.empty()) slug.push_back('-');
    slug.append(word);
  });
  return slug.empty() ? "work" : slug;
}

}  // namespace lamplight::catalog
