#include "markdown/lines.h"

#include <algorithm>

#include "base/text.h"

namespace lamplight::markdown {
namespace {

constexpr std::size_t max_indent = std::size_t{2} * max_nesting;

// What stands before the text of a line: indent and the markers of quotes and list items.
struct Prefix {
  std::size_t indent = 0;  // columns before the first marker
  std::size_t indent_bytes = 0;
  std::size_t markers = 0;
  std::size_t kept_end = 0;  // after the last marker that may stay
  std::size_t end = 0;       // after the last marker
};

bool is_blank_at(std::string_view line, std::size_t i) {
  return i >= line.size() || line[i] == ' ' || line[i] == '\t';
}

// Size of the marker at `i`, 0 when there is none (CommonMark 0.29, 5.1 and 5.2).
std::size_t marker_size(std::string_view line, std::size_t i) {
  const char c = line[i];
  if (c == '>') return 1;
  if (c == '-' || c == '*' || c == '+') return is_blank_at(line, i + 1) ? 1 : 0;
  std::size_t digits = 0;
  while (digits < 10 && i + digits < line.size() && is_ascii_digit(line[i + digits])) ++digits;
  if (digits == 0 || digits > 9 || i + digits >= line.size()) return 0;
  const char after = line[i + digits];
  return (after == '.' || after == ')') && is_blank_at(line, i + digits + 1) ? digits + 1 : 0;
}

Prefix read_prefix(std::string_view line) {
  Prefix prefix;
  std::size_t i = 0;
  for (; i < line.size() && is_blank_at(line, i); ++i) {
    prefix.indent += line[i] == '\t' ? 4 - prefix.indent % 4 : 1;
  }
  prefix.indent_bytes = prefix.kept_end = prefix.end = i;
  while (i < line.size()) {
    const std::size_t size = marker_size(line, i);
    if (size == 0) break;
    i += size;
    ++prefix.markers;
    prefix.end = i;
    if (prefix.indent / 2 + prefix.markers <= max_nesting) prefix.kept_end = i;
    while (i < line.size() && is_blank_at(line, i)) ++i;
  }
  return prefix;
}

// The end of the line that begins at `begin`, without its line end.
std::size_t find_line_end(std::string_view text, std::size_t begin, bool has_returns) {
  const std::size_t end = has_returns ? text.find_first_of("\r\n", begin) : text.find('\n', begin);
  return end == std::string_view::npos ? text.size() : end;
}

}  // namespace

Lines::Lines(std::string_view text)
    : text_(text),
      is_ascii_only_(is_ascii(text)),
      has_returns_(text.find('\r') != std::string_view::npos),
      next_(text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0) {}

std::string_view Lines::next(Notices& notices) {
  if (next_ >= text_.size()) return {};
  const std::size_t begin = next_;
  const std::size_t end = find_line_end(text_, begin, has_returns_);
  next_ = std::min(text_.size(), end + (text_.substr(end, 2) == "\r\n" ? 2 : 1));
  begins_.push_back(static_cast<std::uint32_t>(begin));
  return prepare(text_.substr(begin, end - begin), text_.substr(end, next_ - end), notices);
}

std::uint32_t Lines::begin(int line) const {
  return begins_[static_cast<std::size_t>(line - first_)];
}

std::string_view Lines::source(int line) const {
  if (line < first_ || line > number()) return {};
  const std::size_t end = line < number() ? begin(line + 1) : next_;
  return text_.substr(begin(line), end - begin(line));
}

void Lines::forget_before(int line) {
  const int count = std::min(line, number() + 1) - first_;
  if (count <= 0) return;
  begins_.erase(begins_.begin(), begins_.begin() + count);
  first_ += count;
}

void Lines::go_to(Place place) {
  begins_.clear();
  first_ = place.line;
  next_ = place.offset;
}

// `line` is without its line end, which is `end`; both lie in text_, one after the other.
std::string_view Lines::prepare(std::string_view line, std::string_view end, Notices& notices) {
  const std::string_view whole(line.data(), line.size() + end.size());
  if (line.empty()) return whole;
  if (line.size() > max_line_bytes) {
    RepairedText start = repair_utf8(line.substr(0, 64));
    notices.add({NoticeKind::LineTooLong, number(), line.size(), std::move(start.text)});
    return "\n";
  }
  std::string repaired;
  std::string_view now = line;
  if (!is_ascii_only_ && !is_valid_utf8(line)) {
    RepairedText result = repair_utf8(line);
    notices.add({NoticeKind::InvalidUtf8, number(), result.replaced, {}});
    repaired = std::move(result.text);
    now = repaired;
  }
  const bool is_changed = now.data() != line.data();
  if (is_ascii_alpha(now[0])) return is_changed ? replace(now, end) : whole;
  const Prefix prefix = read_prefix(now);
  const bool is_deep = prefix.kept_end < prefix.end;
  if (!is_deep && prefix.indent <= max_indent) return is_changed ? replace(now, end) : whole;
  if (is_deep) {
    const std::size_t room = max_nesting - std::min<std::size_t>(max_nesting, prefix.indent / 2);
    notices.add({NoticeKind::NestingTooDeep, number(), prefix.markers - room, {}});
  }
  std::string cut(std::min(prefix.indent, max_indent), ' ');
  cut.append(now, prefix.indent_bytes, prefix.kept_end - prefix.indent_bytes);
  cut.append(now.substr(prefix.end));
  return replace(cut, end);
}

std::string_view Lines::replace(std::string_view line, std::string_view end) {
  changed_.assign(line);
  changed_.append(end);
  return changed_;
}

}  // namespace lamplight::markdown
