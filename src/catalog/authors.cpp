// Authors as lists write them: names between commas, semicolons, "and" and "&".
#include <algorithm>

#include "base/text.h"
#include "lamplight/work_text.h"

namespace lamplight {
namespace {

constexpr std::size_t max_shown_authors = 3;

// "A.", "J.-P.", "B. C.", "AB": what stands behind a family name and its comma.
bool is_initials(std::string_view text) {
  std::size_t letters = 0;
  for (const char c : text) {
    if (c == '.' || c == ' ' || c == '-') continue;
    if (!is_ascii_upper(c)) return false;
    ++letters;
  }
  return letters > 0 && letters <= 3;
}

// Length of what stands between two names at the beginning of `text`; 0 where nothing does.
enum class Between : std::uint8_t { Semicolons, Ands, Any };
std::size_t separator_at(std::string_view text, Between between) {
  if (between == Between::Semicolons) return text.front() == ';' ? 1 : 0;
  if (between == Between::Ands) return text.substr(0, 5) == " and " ? 5 : 0;
  if (text.front() == ',') return 1;
  if (text.substr(0, 3) == "，" || text.substr(0, 3) == "、") return 3;
  if (text.substr(0, 5) == " and ") return 5;
  return text.substr(0, 3) == " & " ? 3 : 0;
}

// "Byron, Ada and Noether, Emmy": one comma in each name.
bool is_bibtex(std::string_view text) {
  constexpr std::string_view word = " and ";
  bool is_last = false;
  for (std::size_t names = 0; !is_last; ++names) {
    const std::size_t end = text.find(word);
    is_last = end == std::string_view::npos;
    if (is_last && names == 0) return false;
    const std::string_view name = text.substr(0, end);
    if (std::count(name.begin(), name.end(), ',') != 1 || name.back() == ',') return false;
    if (!is_last) text.remove_prefix(end + word.size());
  }
  return true;
}

// Takes "et al" with or without a full stop off the end; whether it stood there.
bool drop_others(std::string_view& text) {
  for (const std::string_view words : {"et al.", "et al", "and others"}) {
    if (text.size() <= words.size() || text.substr(text.size() - words.size()) != words) continue;
    if (text[text.size() - words.size() - 1] != ' ') continue;
    text = trim(text.substr(0, text.size() - words.size()));
    if (!text.empty() && text.back() == ',') text.remove_suffix(1);
    return true;
  }
  return false;
}

// "Byron, A., Noether, B.": every second piece is of the name before it.
bool is_family_first(const std::vector<std::string_view>& names) {
  if (names.size() < 2 || names.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (is_initials(names[i]) != (i % 2 == 1)) return false;
  }
  return true;
}

}  // namespace

std::vector<std::string_view> split_authors(std::string_view authors) {
  std::string_view text = trim(authors);
  const bool has_others = drop_others(text);
  const Between between = text.find(';') != std::string_view::npos ? Between::Semicolons
                          : is_bibtex(text)                        ? Between::Ands
                                                                   : Between::Any;
  std::vector<std::string_view> names;
  const auto add = [&names](std::string_view name) {
    name = trim(name);
    if (name.substr(0, 4) == "and " || name.substr(0, 2) == "& ") {
      name = trim(name.substr(name.find(' ')));
    }
    if (!name.empty()) names.push_back(name);
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t width = separator_at(text.substr(at), between);
    if (width > 0) {
      add(text.substr(begin, at - begin));
      begin = at + width;
    }
    at += std::max<std::size_t>(width, 1);
  }
  add(text.substr(begin));
  if (between == Between::Any && is_family_first(names)) {
    for (std::size_t i = 0; i + 1 < names.size(); i += 2) {
      const char* const end = names[i + 1].data() + names[i + 1].size();
      names[i / 2] = {names[i].data(), static_cast<std::size_t>(end - names[i].data())};
    }
    names.resize(names.size() / 2);
  }
  // The full stop of the sentence that they are, but not that of an initial.
  if (!names.empty()) {
    std::string_view& last = names.back();
    const std::size_t blank = last.rfind(' ');
    const std::size_t length = last.size() - (blank == std::string_view::npos ? 0 : blank + 1);
    if (last.back() == '.' && length > 3) last.remove_suffix(1);
  }
  if (has_others) names.push_back(other_authors);
  return names;
}

std::string short_authors(std::string_view authors) {
  const std::vector<std::string_view> names = split_authors(authors);
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i == max_shown_authors || names[i] == other_authors) {
      return (text += ' ') += other_authors;
    }
    if (i > 0) text += ", ";
    text += names[i];
  }
  return text;
}

}  // namespace lamplight
