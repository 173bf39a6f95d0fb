#include "lint/source_links.h"

#include "base/text.h"

namespace lamplight::lint {
namespace {

// How far back the beginning of a tag or of a link's text is looked for.
constexpr std::size_t max_back = 2000;

bool begins(std::string_view text, std::string_view part) {
  return text.substr(0, part.size()) == part;
}

std::size_t scheme_size(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (text.size() > scheme.size() &&
        equals_ignoring_ascii_case(text.substr(0, scheme.size()), scheme)) {
      return scheme.size();
    }
  }
  return 0;
}

// Where the address that begins the text ends.
std::size_t address_size(std::string_view text) {
  int open = 0;
  std::size_t i = 0;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '"' || c == '`' ||
        c == '|' || c == ']') {
      break;
    }
    if (c == '\\' && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) > ' ') {
      ++i;
      continue;
    }
    if (c == '(') ++open;
    if (c == ')' && --open < 0) break;
  }
  return i;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<SourceLink> run() {
    for (std::size_t at = 0; at < text_.size();) {
      const char c = text_[at];
      if (c == '\n') {
        ++line_;
        line_begin_ = ++at;
      } else if (comment_end_ <= at && begins(text_.substr(at), "<!--")) {
        const std::size_t end = is_unclosed_ ? std::string_view::npos : text_.find("-->", at + 4);
        is_unclosed_ = end == std::string_view::npos;
        // What is never closed goes on to the end where it begins a line, and is no comment else.
        const bool begins_line = trim(text_.substr(line_begin_, at - line_begin_)).empty();
        comment_end_ = !is_unclosed_ ? end : begins_line ? text_.size() : at + 1;
        ++at;
      } else if (at == line_begin_ && comment_end_ <= at && c == '<') {
        // What a script or a style holds is no text, as in a comment.
        for (const std::string_view tag : {"<script", "<style"}) {
          if (!begins(text_.substr(at), tag)) continue;
          const std::string close = "</" + std::string(tag.substr(1));
          comment_end_ = std::min(text_.find(close, at), text_.size());
        }
        ++at;
      } else if (const std::size_t scheme =
                     c == 'h' || c == 'H' ? scheme_size(text_.substr(at)) : 0;
                 scheme > 0) {
        const std::size_t size = address_size(text_.substr(at));
        if (size > scheme) add(at, size);
        at += size;
      } else {
        ++at;
      }
    }
    return std::move(links_);
  }

 private:
  void add(std::size_t at, std::size_t size) {
    SourceLink link;
    link.url = text_.substr(at, size);
    link.line = line_;
    const std::string_view after = text_.substr(at + size);
    if (at < comment_end_) {
      link.use = SourceUse::Comment;
    } else if (begins(after, "](") || begins(after, "</a>")) {
      return;
    } else if (is_definition(at)) {
      link.use = SourceUse::Definition;
      const std::size_t open = text_.find('[', line_begin_);
      link.id = text_.substr(open + 1, text_.find("]:", open) - open - 1);
    } else if (is_image(at)) {
      link.use = SourceUse::Image;
    }
    links_.push_back(link);
  }

  // "[id]: " stands before it on its line.
  [[nodiscard]] bool is_definition(std::size_t at) const {
    std::string_view before = trim(text_.substr(line_begin_, at - line_begin_));
    if (!before.empty() && before.back() == '<') before.remove_suffix(1);
    before = trim(before);
    return before.size() > 3 && before.front() == '[' && before.substr(before.size() - 2) == "]:" &&
           before.find(']') == before.size() - 2;
  }

  [[nodiscard]] bool is_image(std::size_t at) const {
    const std::size_t begin = at > max_back ? at - max_back : 0;
    std::string_view before = text_.substr(begin, at - begin);
    if (!before.empty() && before.back() == '<') before.remove_suffix(1);
    if (before.size() > 1 && before.substr(before.size() - 2) == "](") {
      // Back to the bracket that opens the link's text.
      int open = 1;
      std::size_t i = before.size() - 2;
      while (i > 0 && open > 0) {
        --i;
        if (before[i] == ']') ++open;
        if (before[i] == '[') --open;
      }
      return open == 0 && i > 0 && before[i - 1] == '!';
    }
    const std::size_t tag = before.rfind('<');
    if (tag == std::string_view::npos || before.find('>', tag) != std::string_view::npos) {
      return false;
    }
    const std::string name = to_lower_ascii(before.substr(tag + 1, 8));
    for (const std::string_view image : {"img", "source", "image", "video", "picture"}) {
      if (begins(name, image)) return true;
    }
    return false;
  }

  std::string_view text_;
  std::vector<SourceLink> links_;
  int line_ = 1;
  std::size_t line_begin_ = 0;
  std::size_t comment_end_ = 0;
  bool is_unclosed_ = false;  // no comment ends from here on
};

}  // namespace

std::vector<SourceLink> find_source_links(std::string_view text) { return Scanner(text).run(); }

std::vector<std::string_view> find_image_ids(std::string_view text) {
  std::vector<std::string_view> ids;
  for (std::size_t at = text.find("!["); at != std::string_view::npos;
       at = text.find("![", at + 2)) {
    const std::string_view alternative = text.substr(at + 2, max_back);
    const std::size_t end = alternative.find(']');
    if (end == std::string_view::npos) continue;
    const std::string_view after = alternative.substr(end + 1);
    const std::size_t close = begins(after, "[") ? after.find(']') : std::string_view::npos;
    // "![alt][id]", "![id][]" and "![id]"
    const bool has_id = close != std::string_view::npos && close > 1;
    ids.push_back(has_id ? after.substr(1, close - 1) : alternative.substr(0, end));
  }
  return ids;
}

std::string address_key(std::string_view url) {
  std::string key;
  key.reserve(url.size());
  for (std::size_t i = 0; i < url.size(); ++i) {
    if (begins(url.substr(i), "&amp;")) {
      key.push_back('&');
      i += 4;
    } else if (url[i] == '\\') {
      continue;
    } else {
      key.push_back(url[i]);
    }
  }
  while (!key.empty() && std::string_view(".,:;!?*_~'/)}").find(key.back()) != std::string::npos) {
    key.pop_back();
  }
  return to_nfc(key);
}

}  // namespace lamplight::lint
