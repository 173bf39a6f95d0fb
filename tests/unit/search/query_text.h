// Texts that look like queries and texts that do not, the same on every machine.
#pragma once

#include <cstdint>
#include <iterator>
#include <string>

namespace lamplight::test {

class QueryTexts {
 public:
  std::string next() {
    static const char* const pieces[] = {"protein",
                                         "struc",
                                         "GPT-4",
                                         "-",
                                         "-",
                                         "\"",
                                         "“",
                                         "”",
                                         " ",
                                         " ",
                                         " ",
                                         " ",
                                         "|",
                                         "|",
                                         "｜",
                                         "(",
                                         "(",
                                         "-(",
                                         ")",
                                         ")",
                                         "（",
                                         "）",
                                         "in:",
                                         "has:",
                                         "year:",
                                         "2020",
                                         "..",
                                         "2022",
                                         "name:",
                                         "is:",
                                         "new",
                                         "sav",
                                         "code",
                                         ":",
                                         "/",
                                         "foo:",
                                         "venue:",
                                         "Élan",
                                         "语言",
                                         "ßs",
                                         "–not",
                                         "'",
                                         "+",
                                         "\t",
                                         "\xff",
                                         "\xe8\xaf",
                                         "한국어",
                                         "ﬁne",
                                         "é",
                                         "²",
                                         "ı",
                                         "İ",
                                         "à\xcc\x81",
                                         "\xcc\x81",
                                         "https://x.org",
                                         "applications/bio"};
    std::string text;
    const std::uint32_t count = random() % 13;
    for (std::uint32_t i = 0; i < count; ++i) text += pieces[random() % std::size(pieces)];
    return text;
  }

 private:
  std::uint32_t random() {
    state_ = state_ * 1664525u + 1013904223u;
    return state_ >> 8;
  }
  std::uint32_t state_ = 7;
};

}  // namespace lamplight::test
