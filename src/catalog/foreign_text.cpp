#include "catalog/foreign_text.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace lamplight::catalog {
namespace {

// What a text is shows in its beginning.
constexpr std::size_t seen_bytes = std::size_t{64} << 10;
constexpr std::size_t least_links = 3;

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos;
       at = text.find(what, at + what.size())) {
    ++found;
  }
  return found;
}

std::string_view without_end(std::string_view line) {
  while (!line.empty() && is_ascii_space(line.back())) line.remove_suffix(1);
  return line;
}

// "=====": the sign, where the whole line is made of one; 0 for none.
char underline_sign(std::string_view line) {
  line = without_end(line);
  if (line.size() < 3 || std::string_view("=-~^\"'`*+#.:_").find(line[0]) == std::string_view::npos)
    return 0;
  return line.find_first_not_of(line[0]) == std::string_view::npos ? line[0] : '\0';
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Links and substitutions of one line.
void add_line(std::string& out, std::string_view line) {
  while (!line.empty()) {
    const std::size_t at = line.find_first_of("`|");
    out.append(line.substr(0, at));
    if (at == std::string_view::npos) return;
    line.remove_prefix(at);
    if (line.front() == '|') {
      // |OK_ICON| stands for a picture.
      const std::size_t close = line.find('|', 1);
      const bool is_name = close != std::string_view::npos && close > 1 && close < 40 &&
                           line.substr(1, close - 1).find(' ') == std::string_view::npos;
      if (!is_name) out.push_back('|');
      line.remove_prefix(is_name ? close + 1 : 1);
      continue;
    }
    const std::size_t close = line.find('`', 1);
    if (close == std::string_view::npos || close + 1 >= line.size() || line[close + 1] != '_') {
      out.push_back('`');
      line.remove_prefix(1);
      continue;
    }
    const std::string_view inside = line.substr(1, close - 1);
    const std::size_t open = inside.rfind('<');
    line.remove_prefix(close + 2);
    if (!line.empty() && line.front() == '_') line.remove_prefix(1);
    if (open == std::string_view::npos || inside.empty() || inside.back() != '>') {
      out.append(inside);
      continue;
    }
    const std::string_view title = trim(inside.substr(0, open));
    const std::string_view url = inside.substr(open + 1, inside.size() - open - 2);
    out.append("[");
    for (const char c : title) {
      if (c == '[' || c == ']') out.push_back('\\');
      out.push_back(c);
    }
    out.append("](<").append(url).append(">)");
  }
}

}  // namespace

std::optional<Error> refuse_foreign(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  std::string_view begin = text.substr(0, seen_bytes);
  while (!begin.empty() && is_ascii_space(begin.front())) begin.remove_prefix(1);
  const std::string folded = to_lower_ascii(begin.substr(0, 20));
  if (folded.compare(0, 9, "<!doctype") == 0 || folded.compare(0, 5, "<html") == 0) {
    return Error{ErrorCode::Syntax,
                 "This is a page of HTML and no list in Markdown: the list's own file, often "
                 "README.md, can be read.",
                 1};
  }
  const bool is_ascii_doc = begin.substr(0, 2) == "= " &&
                            (begin.find("\n== ") != std::string_view::npos ||
                             begin.find("\n:") != std::string_view::npos) &&
                            count(begin, "](") == 0;
  if (is_ascii_doc) {
    return Error{ErrorCode::Syntax, "This is AsciiDoc and no list in Markdown: it cannot be read.",
                 1};
  }
  return std::nullopt;
}

bool is_restructured_text(std::string_view text) {
  text = text.substr(0, seen_bytes);
  const std::size_t links = count(text, ">`_");
  return links >= least_links && links > 4 * count(text, "](");
}

std::string markdown_of_restructured_text(std::string_view text) {
  const std::vector<std::string_view> lines = split_lines(text);
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  std::string levels;  // signs of titles, outermost first
  bool is_in_directive = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = without_end(lines[i]);
    const bool is_indented = !line.empty() && is_ascii_space(line.front());
    if (is_in_directive && (line.empty() || is_indented)) {
      if (!line.empty()) {
        out.push_back('\n');
        continue;
      }
    } else {
      is_in_directive = false;
    }
    if (line.substr(0, 3) == ".. " || line == "..") {
      is_in_directive = true;
      out.push_back('\n');
      continue;
    }
    const std::string_view next = i + 1 < lines.size() ? without_end(lines[i + 1]) : "";
    const char sign = underline_sign(next);
    if (sign != 0 && !line.empty() && !is_indented && underline_sign(line) == 0 &&
        next.size() + 2 >= line.size()) {
      std::size_t level = levels.find(sign);
      if (level == std::string::npos) {
        level = levels.size();
        levels.push_back(sign);
      }
      out.append(std::min<std::size_t>(level + 1, 6), '#').push_back(' ');
      add_line(out, line);
      out.append("\n\n");
      ++i;
      continue;
    }
    // A line over a title.
    if (underline_sign(line) != 0) {
      out.push_back('\n');
      continue;
    }
    add_line(out, line);
    out.push_back('\n');
  }
  return out;
}

}  // namespace lamplight::catalog
