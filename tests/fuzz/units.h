// Units: what is repeated many times to find what takes the square of its length. A line
// `before|unit|after` each, where ^ stands for the number of the repetition and \n, \t, \p for a
// line's end, a tab, a bar.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace lamplight::test {

struct Unit {
  std::string before;
  std::string unit;
  std::string after;
};

inline std::string unescape(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char c = text[++i];
    out += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'p' ? '|' : c;
  }
  return out;
}

// The units of a file's text; lines without two bars are none.
inline std::vector<Unit> read_units(const std::string& text) {
  std::vector<Unit> units;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t first = line.find('|');
    const std::size_t second = line.find('|', first + 1);
    if (first == std::string::npos || second == std::string::npos) continue;
    units.push_back({unescape(line.substr(0, first)),
                     unescape(line.substr(first + 1, second - first - 1)),
                     unescape(line.substr(second + 1))});
  }
  return units;
}

// The unit so many times, or until there are `most` bytes.
inline std::string repeated(const Unit& each, std::size_t count, std::size_t most) {
  std::string text = each.before;
  for (std::size_t i = 0; i < count && text.size() < most; ++i) {
    for (const char c : each.unit) {
      if (c == '^') {
        text += std::to_string(i);
      } else {
        text += c;
      }
    }
  }
  return text + each.after;
}

}  // namespace lamplight::test
