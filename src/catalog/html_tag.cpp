#include "catalog/html_tag.h"

#include <algorithm>

#include "base/text.h"

namespace lamplight::catalog {
namespace {

struct Entity {
  std::string_view name;
  std::string_view text;
};

constexpr Entity entities[] = {
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},    {"quot", "\""}, {"apos", "'"},
    {"nbsp", " "},   {"ensp", " "},   {"emsp", " "},  {"ndash", "–"}, {"mdash", "—"},
    {"hellip", "…"}, {"middot", "·"}, {"bull", "•"},  {"copy", "©"},  {"reg", "®"},
    {"rsquo", "’"},  {"lsquo", "‘"},  {"rdquo", "”"}, {"ldquo", "“"}, {"eacute", "é"},
    {"uuml", "ü"},   {"ouml", "ö"},   {"auml", "ä"},  {"szlig", "ß"}, {"rlm", ""},
    {"lrm", ""},     {"shy", ""},     {"zwj", ""},    {"times", "×"},
};

}  // namespace

std::string HtmlTag::attribute(std::string_view wanted) const {
  std::string_view rest = attributes;
  while (!rest.empty()) {
    const std::size_t begin = rest.find_first_not_of(" \t\r\n/");
    if (begin == std::string_view::npos) break;
    rest.remove_prefix(begin);
    const std::size_t end = std::min(rest.find_first_of(" \t\r\n="), rest.size());
    const std::string key = to_lower_ascii(rest.substr(0, end));
    rest.remove_prefix(std::max<std::size_t>(end, 1));
    if (end == 0) continue;
    while (!rest.empty() && is_ascii_space(rest.front())) rest.remove_prefix(1);
    std::string_view value;
    if (!rest.empty() && rest.front() == '=') {
      rest.remove_prefix(1);
      while (!rest.empty() && is_ascii_space(rest.front())) rest.remove_prefix(1);
      if (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) {
        const std::size_t close = std::min(rest.find(rest.front(), 1), rest.size());
        value = rest.substr(1, close - 1);
        rest.remove_prefix(std::min(close + 1, rest.size()));
      } else {
        const std::size_t close = std::min(rest.find_first_of(" \t\r\n>"), rest.size());
        value = rest.substr(0, close);
        rest.remove_prefix(close);
      }
    }
    if (key == wanted) return to_nfc(squeeze_space(decode_html(value)));
  }
  return {};
}

HtmlTag read_html_tag(std::string_view html) {
  HtmlTag tag;
  std::size_t at = 1;
  if (at < html.size() && html[at] == '/') {
    tag.is_end = true;
    ++at;
  }
  std::size_t end = at;
  while (end < html.size() && is_ascii_alnum(html[end])) ++end;
  tag.name = to_lower_ascii(html.substr(std::min(at, html.size()), end - at));
  std::string_view rest = html.substr(std::min(end, html.size()));
  if (!rest.empty() && rest.back() == '>') rest.remove_suffix(1);
  tag.attributes = rest;
  return tag;
}

std::string decode_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t at = std::min(text.find('&'), text.size());
    out.append(text.substr(0, at));
    text.remove_prefix(at);
    if (text.empty()) break;
    const std::size_t end = text.substr(0, 12).find(';');
    if (end == std::string_view::npos) {
      out.push_back('&');
      text.remove_prefix(1);
      continue;
    }
    const std::string_view name = text.substr(1, end - 1);
    bool is_known = false;
    for (const Entity& each : entities) {
      if (each.name != name) continue;
      out.append(each.text);
      is_known = true;
    }
    if (!is_known && name.size() > 1 && name.front() == '#') {
      const bool is_hex = name[1] == 'x' || name[1] == 'X';
      char32_t value = 0;
      for (const char c : name.substr(is_hex ? 2 : 1)) {
        const char lower = is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
        const int digit = is_ascii_digit(lower)                    ? lower - '0'
                          : is_hex && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10
                                                                   : -1;
        if (digit < 0 || value > 0x10FFFF) {
          value = 0;
          break;
        }
        value = value * (is_hex ? 16 : 10) + static_cast<char32_t>(digit);
      }
      if (value >= 0x20) {
        append_utf8(out, value);
        is_known = true;
      }
    }
    if (!is_known) out.append(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace lamplight::catalog
