// StyledText: the visible text of an entry with the style of every byte, and with signs where
// something stood that is no text. What an entry states is read from it. For src/catalog only.
//
//     **[Net]** A title *(2020)* [[Paper](u)]     text:   [Net] A title (2020) [#]
//                                                 styles: SSSSS          EEEEEE     # is `label`
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace lamplight::catalog {

// Signs in the text; an input's own control characters become blanks.
namespace sign {
inline constexpr char label = '\x01';      // a link's label was taken out here
inline constexpr char hard_break = '\n';   // a break that the list asks for
inline constexpr char soft_break = '\r';   // the end of a line within a paragraph
inline constexpr char paragraph = '\x02';  // another paragraph of the same entry
}  // namespace sign

// Bits of one byte's style.
namespace style {
inline constexpr std::uint8_t strong = 1;
inline constexpr std::uint8_t emphasis = 2;
inline constexpr std::uint8_t title_link = 4;  // the entry's own link
inline constexpr std::uint8_t link = 8;        // a link in the words
inline constexpr std::uint8_t code = 16;
}  // namespace style

struct StyledText {
  std::string text;
  std::string styles;  // as long as the text

  void add(std::string_view words, std::uint8_t how) {
    const std::size_t begin = text.size();
    text.append(words);
    for (std::size_t i = begin; i < text.size(); ++i) {
      if (static_cast<unsigned char>(text[i]) < 0x20) text[i] = ' ';
    }
    styles.append(words.size(), static_cast<char>(how));
  }
  void add_sign(char which) {
    text.push_back(which);
    styles.push_back(0);
  }
  // What can be read of [begin, end): no signs, blanks squeezed, NFC.
  [[nodiscard]] std::string words(std::size_t begin, std::size_t end) const {
    std::string made(text, begin, end - begin);
    return is_readable(made) ? made : readable(std::move(made));
  }
  // Whether it is ASCII, and has no more than one blank between two words.
  [[nodiscard]] static bool is_readable(std::string_view words) {
    bool is_after_blank = true;
    for (const char c : words) {
      if (!is_ascii_graph(c) && (c != ' ' || is_after_blank)) return false;
      is_after_blank = c == ' ';
    }
    return !is_after_blank;
  }
  [[nodiscard]] static std::string readable(std::string made) {
    made.erase(std::remove(made.begin(), made.end(), sign::label), made.end());
    for (char& c : made) {
      if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    squeeze(made);
    normalize(made);
    return made;
  }
  [[nodiscard]] std::string words() const { return words(0, size()); }
  [[nodiscard]] std::size_t size() const { return text.size(); }
  [[nodiscard]] bool has(std::size_t at, std::uint8_t how) const {
    return (static_cast<std::uint8_t>(styles[at]) & how) != 0;
  }
};

}  // namespace lamplight::catalog
