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

class Preparer {
 public:
  Preparer(std::string_view text, Document& document) : text_(text), document_(document) {}

  PreparedText run() {
    const bool is_ascii_only = is_ascii(text_);
    const bool has_returns = text_.find('\r') != std::string_view::npos;
    std::size_t begin = text_.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    copied_ = begin;
    while (begin < text_.size()) {
      const std::size_t end = find_line_end(text_, begin, has_returns);
      prepared_.line_begin.push_back(static_cast<std::uint32_t>(begin));
      check_line(begin, text_.substr(begin, end - begin), is_ascii_only);
      begin = end + (text_.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    if (copied_ < text_.size()) prepared_.pieces.push_back(text_.substr(copied_));
    document_.line_count = line();
    return std::move(prepared_);
  }

 private:
  int line() const { return static_cast<int>(prepared_.line_begin.size()); }

  void check_line(std::size_t begin, std::string_view line, bool is_ascii_only) {
    if (line.empty()) return;
    if (line.size() > max_line_bytes) {
      const RepairedText start = repair_utf8(line.substr(0, 64));
      add_notice(document_, {NoticeKind::LineTooLong, this->line(), line.size(), 0, start.text});
      replace(begin, line, "");
      return;
    }
    std::string_view now = line;
    std::string repaired;
    if (!is_ascii_only && !is_valid_utf8(line)) {
      RepairedText result = repair_utf8(line);
      add_notice(document_, {NoticeKind::InvalidUtf8, this->line(), result.replaced, 0, {}});
      repaired = std::move(result.text);
      now = repaired;
    }
    if (is_ascii_alpha(now[0])) {
      if (now.data() != line.data()) replace(begin, line, now);
      return;
    }
    const Prefix prefix = read_prefix(now);
    const bool is_deep = prefix.kept_end < prefix.end;
    if (is_deep || prefix.indent > max_indent) {
      if (is_deep) {
        const std::size_t room =
            max_nesting - std::min<std::size_t>(max_nesting, prefix.indent / 2);
        add_notice(document_,
                   {NoticeKind::NestingTooDeep, this->line(), prefix.markers - room, 0, {}});
      }
      std::string cut(std::min(prefix.indent, max_indent), ' ');
      cut.append(now, prefix.indent_bytes, prefix.kept_end - prefix.indent_bytes);
      cut.append(now.substr(prefix.end));
      replace(begin, line, cut);
    } else if (now.data() != line.data()) {
      replace(begin, line, now);
    }
  }

  // Puts `with` where `line` stands, which begins at `begin`.
  void replace(std::size_t begin, std::string_view line, std::string_view with) {
    if (begin > copied_) prepared_.pieces.push_back(text_.substr(copied_, begin - copied_));
    if (!with.empty()) {
      prepared_.changed.emplace_back(with);
      prepared_.pieces.push_back(prepared_.changed.back());
    }
    copied_ = begin + line.size();
  }

  std::string_view text_;
  Document& document_;
  PreparedText prepared_;
  std::size_t copied_ = 0;  // everything before it is in pieces
};

}  // namespace

PreparedText prepare_text(std::string_view text, Document& document) {
  return Preparer(text, document).run();
}

void add_notice(Document& document, Notice notice) {
  std::size_t same = 0;
  const auto kind = static_cast<std::size_t>(notice.kind);
  for (const Notice& other : document.notices) same += other.kind == notice.kind ? 1 : 0;
  if (same >= max_notices) {
    ++document.notices_left_out[kind];
  } else {
    document.notices.push_back(std::move(notice));
  }
}

}  // namespace lamplight::markdown
