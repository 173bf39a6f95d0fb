// Texts of a few kinds of lines that meet in every order, always the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace lamplight::test {

inline constexpr std::uint32_t odd_seed = 2463534242u;

// The next one.
inline std::string odd_text(std::uint32_t& seed) {
  static constexpr std::string_view lines[] = {
      "# H",
      "## S",
      "### T",
      "Setext",
      "===",
      "---",
      "***",
      "text",
      "",
      "",
      "  ",
      "lazy",
      "- a [[Paper]](https://x.org)",
      "- b",
      "- N: c [Code](https://github.com/o/n) more",
      "-",
      "* d",
      "+ e [f](#f)",
      "- [g](#g)",
      "- [h](#h)",
      "1. one [i](u)",
      "2. two",
      "3) three",
      "  - j [k](https://k.org)",
      "    - l",
      "  continued [m](u)",
      "    code",
      "\ttab",
      "  # inner",
      "> quote",
      "> - q [z](https://z.org)",
      "> > deep",
      ">",
      "```",
      "~~~ x",
      "  ```",
      "- ```",
      "```bibtex",
      "@a{b}",
      "<div>",
      "</div>",
      "<!--",
      "-->",
      "<script>",
      "</script>",
      "<b>",
      "| a | b |",
      "| a |",
      "|---|---|",
      "|---|",
      "| [t](https://t.org) | x |",
      "| y | [v](u) |",
      "| only",
      "| a | b | c [n](u) |",
      "  | a | b |",
      "  |---|---|",
      "- | a | b |",
      "a | b",
      "[r]: https://r.org 'title'",
      "[R]: /other",
      "[r]",
      "- [r] and [s][r] [[Paper]][r]",
      "[s]:",
      "<https://s.org>",
      "**G**:",
      "- **L**",
      "a@b.org &amp; &#64;",
      "![i](j)",
      "- ![k](l) [m](n)",
      "bad \xFF",
      "  [u]: <#v>",
      "- [u]",
      "- [w][u]",
      "  **M**",
      "> **N**",
      "\\",
      "<tr><li>",
  };
  const auto roll = [&](std::size_t below) {
    seed ^= seed << 13;
    seed ^= seed >> 17;
    seed ^= seed << 5;
    return seed % below;
  };
  std::string text;
  const std::size_t count = 1 + roll(40);
  // Few kinds of lines in one text, so that they meet.
  std::vector<std::string_view> chosen;
  for (std::size_t i = 0; i < 10; ++i) chosen.push_back(lines[roll(std::size(lines))]);
  for (std::size_t i = 0; i < count; ++i) {
    text += chosen[roll(chosen.size())];
    text += roll(12) == 0 ? "\r\n" : "\n";
  }
  if (roll(3) == 0) text.pop_back();
  return text;
}

}  // namespace lamplight::test
