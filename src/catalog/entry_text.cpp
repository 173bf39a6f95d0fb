// The text of an entry in its final form.
#include <algorithm>

#include "base/text.h"
#include "catalog/entry.h"
#include "catalog/separators.h"

namespace lamplight::catalog {
namespace {

// Takes out the brackets that only held labels: "Title [ | ]" -> "Title ". `removed` tells where
// labels stood. What the list wrote itself, "main()", stays.
std::string without_empty_brackets(std::string_view text, const std::vector<std::size_t>& removed,
                                   std::size_t& last_removed) {
  std::string out;
  out.reserve(text.size());
  auto next = removed.begin();
  bool has_removed = false;
  for (std::size_t i = 0;;) {
    for (; next != removed.end() && *next == i; ++next) {
      last_removed = out.size();
      has_removed = true;
    }
    if (i == text.size()) break;
    // What nothing happens to, at once.
    const std::size_t begin = i;
    const std::size_t end = next == removed.end() ? text.size() : std::min(*next, text.size());
    while (i < end && text[i] != ']' && text[i] != ')') ++i;
    out.append(text.substr(begin, i - begin));
    if (i == end) continue;
    const char c = text[i++];
    std::string_view before = out;
    while (const std::size_t size = trailing_separator(before)) before.remove_suffix(size);
    const char opener = c == ']' ? '[' : '(';
    if (has_removed && !before.empty() && before.back() == opener &&
        last_removed >= before.size()) {
      out.resize(before.size() - 1);
      last_removed = out.size();
    } else {
      out.push_back(c);
    }
  }
  return out;
}

}  // namespace

bool is_without_content(const Entry& entry) {
  return !has_word(entry.text) && std::none_of(entry.links.begin(), entry.links.end(),
                                               [](const EntryLink& each) { return each.url; });
}

void finish_entry(Entry& entry) {
  if (!entry.removed.empty()) {
    std::string_view text = entry.text;
    std::size_t last_removed = 0;
    const bool is_removed_first = !has_word(text.substr(0, entry.removed.front()));
    const std::string cleaned = without_empty_brackets(text, entry.removed, last_removed);
    text = cleaned;
    // What parted the title from its labels goes with them.
    if (!has_word(text.substr(std::min(last_removed, text.size())))) {
      while (const std::size_t size = trailing_separator(text)) text.remove_suffix(size);
    }
    if (is_removed_first) {
      while (const std::size_t size = leading_separator(text)) text.remove_prefix(size);
    }
    entry.text.assign(text);
  }
  squeeze(entry.text);
  normalize(entry.text);
}

}  // namespace lamplight::catalog
