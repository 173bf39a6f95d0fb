#include "format/escape.h"

#include "base/text.h"

namespace lamplight::format {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
  for (std::string_view beginning : beginnings) {
    if (text.substr(0, beginning.size()) == beginning) return true;
  }
  return false;
}

}  // namespace

void append_html(std::string& out, std::string_view text) {
  if (!is_valid_utf8(text)) return append_html(out, repair_utf8(text).text);
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        if (!is_control(c) || c == '\n' || c == '\t') out += c;
    }
  }
}

void append_tex(std::string& out, std::string_view text) {
  for (char c : text) {
    switch (c) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '{':
        out += "\\textbraceleft{}";
        break;
      case '}':
        out += "\\textbraceright{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '<':
        out += "\\textless{}";
        break;
      case '>':
        out += "\\textgreater{}";
        break;
      case '|':
        out += "\\textbar{}";
        break;
      case '$':
      case '&':
      case '#':
      case '%':
      case '_':
        out += '\\';
        out += c;
        break;
      default:
        out += is_control(c) ? ' ' : c;
    }
  }
}

void append_tex_verbatim(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  for (char c : text) {
    if (c == '{' || c == '}' || c == '\\' || c == ' ' || is_control(c)) {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += hex[byte >> 4];
      out += hex[byte & 15];
    } else {
      out += c;
    }
  }
}

void append_markdown(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const std::string_view rest = text.substr(i);
    const bool starts_word = i == 0 || !is_ascii_alnum(text[i - 1]);
    switch (c) {
      case '\\':
      case '`':
      case '*':
      case '_':
      case '[':
      case ']':
      case '<':
      case '>':
      case '|':
      case '~':
      case '@':
        out += '\\';
        out += c;
        break;
      case '&':  // only an entity needs it
        if (rest.size() > 1 && (is_ascii_alpha(rest[1]) || rest[1] == '#')) out += '\\';
        out += c;
        break;
      case ':':  // "https://" becomes a link by itself
        out += starts_with_any(rest, {"://"}) ? "\\:" : ":";
        break;
      case 'w':
      case 'W':
        out += c;
        if (starts_word && equals_ignoring_ascii_case(rest.substr(0, 4), "www.")) {
          out += rest.substr(1, 2);
          out += "\\.";
          i += 3;
        }
        break;
      case '\n':
      case '\r':
        out += ' ';
        break;
      default:
        out += c;
    }
  }
}

void append_markdown_target(std::string& out, std::string_view url) {
  bool needs_brackets = url.empty();
  for (char c : url) {
    if (c == ' ' || c == '(' || c == ')' || c == '<' || is_control(c)) needs_brackets = true;
  }
  if (!needs_brackets) {
    out += url;
    return;
  }
  out += '<';
  for (char c : url) {
    if (c == '<' || c == '>' || c == '\\') out += '\\';
    if (c != '\n' && c != '\r') out += c;
  }
  out += '>';
}

void append_csv(std::string& out, std::string_view text) {
  // The full-width forms count too: some spreadsheets fold them.
  const bool is_formula =
      starts_with_any(text, {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"});
  const bool needs_quotes = text.find_first_of(",\"\r\n") != std::string_view::npos;
  if (needs_quotes) out += '"';
  if (is_formula) out += '\'';
  for (char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  if (needs_quotes) out += '"';
}

}  // namespace lamplight::format
