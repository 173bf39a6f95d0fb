#include "base/text_kind.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "base/unicode_tables.h"

namespace lamplight {
namespace {

// Sixteen times the last character of each run, plus the kind of the run.
std::vector<std::uint32_t> read_runs() {
  std::vector<std::uint32_t> runs;
  runs.reserve(unicode::text_kind_runs);
  std::uint32_t end = 0;
  for (unicode::PackedNumbers numbers(unicode::packed_text_kinds); !numbers.is_at_end();) {
    const std::uint32_t number = numbers.next();
    end += number / 16;
    runs.push_back((end - 1) * 16 + number % 16);
  }
  return runs;
}

bool is_plain_kind(TextKind kind) {
  return kind < TextKind::Right && kind != TextKind::ArabicNumber;
}

}  // namespace

TextKind text_kind(char32_t c) {
  static const std::vector<std::uint32_t> runs = read_runs();
  const auto found = std::lower_bound(runs.begin(), runs.end(), c * 16);
  return found == runs.end() ? TextKind::Hidden : static_cast<TextKind>(*found % 16);
}

bool is_plain(std::string_view text) {
  // The first byte of U+0300, before which all is plain.
  constexpr unsigned char first_lead = 0xCC;
  for (std::size_t at = ascii_run(text); at < text.size(); ++at) {
    if (static_cast<unsigned char>(text[at]) < first_lead) continue;
    const CodePoint point = decode_utf8(text, at);
    // Dashes and quotes, and most of Chinese and Japanese, without looking them up.
    const char32_t c = point.value;
    const bool is_known = (c >= 0x2010 && c <= 0x2027) || (c >= 0x30A0 && c <= 0xA015);
    if (!is_known && !is_plain_kind(text_kind(c))) return false;
    at += point.size - 1;
  }
  return true;
}

}  // namespace lamplight
