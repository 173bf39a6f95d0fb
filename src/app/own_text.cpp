#include "app/own_text.h"

#include <algorithm>

namespace lamplight::app {
namespace {

void append_lines(std::string& out, std::string_view kind, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    out.append(kind).push_back('\t');
    for (const char c : text) out.push_back(c == '\n' || c == '\t' ? ' ' : c);
    out.push_back('\n');
  }
}

}  // namespace

std::string print_own(const State& state) {
  std::string lines;
  append_lines(lines, "saved", state.saved);
  append_lines(lines, "recent", state.recent);
  if (!state.has_letter_keys) lines += "keys\toff\n";
  return lines;
}

SetOwn parse_own(std::string_view lines) {
  SetOwn own;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab + 1 == line.size()) continue;
    const std::string_view kind = line.substr(0, tab);
    if (kind == "saved") own.saved.emplace_back(line.substr(tab + 1));
    if (kind == "keys") own.has_letter_keys = line != "keys\toff";
    if (kind == "recent") own.recent.emplace_back(line.substr(tab + 1));
  }
  return own;
}

}  // namespace lamplight::app
