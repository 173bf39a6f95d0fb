#include <algorithm>

#include "base/text.h"
#include "catalog/entry_reader.h"
#include "catalog/html_tag.h"
#include "catalog/inline_text.h"
#include "catalog/link_kind.h"
#include "catalog/link_words.h"
#include "catalog/publication.h"
#include "catalog/separators.h"

namespace lamplight::catalog {

using markdown::Document;
using markdown::Inline;
using markdown::InlineKind;

void EntryReader::read(std::uint32_t begin, std::uint32_t end) {
  reserve(begin, end);
  for (std::uint32_t i = begin; i < end; ++i) {
    while (!open_.empty() && open_.back().end <= i) open_.pop_back();
    const Inline& each = document_.inlines[i];
    switch (each.kind) {
      case InlineKind::Text:
        add_text(document_.text(each.text));
        break;
      case InlineKind::Code:
        entry_.text.append(document_.text(each.text));
        entry_.styled.add(document_.text(each.text), current_style() | style::code);
        break;
      case InlineKind::SoftBreak:
      case InlineKind::HardBreak:
        ++line_;
        entry_.text.push_back(' ');
        entry_.styled.add_sign(each.kind == InlineKind::HardBreak ? sign::hard_break
                                                                  : sign::soft_break);
        break;
      case InlineKind::Html:
        i = read_tag(i, end);
        break;
      case InlineKind::Link:
        add_link(i + 1, each.end, document_.text(each.url), each.end, end);
        i = each.end - 1;
        break;
      case InlineKind::Image:
        add_image(visible_text(document_, i + 1, each.end, Images::Keep));
        i = each.end - 1;
        break;
      case InlineKind::Strong:
        open_.push_back({each.end, style::strong});
        break;
      case InlineKind::Emphasis:
        open_.push_back({each.end, style::emphasis});
        break;
      default:
        break;  // what it holds comes next
    }
  }
  open_.clear();
}

void EntryReader::reserve(std::uint32_t begin, std::uint32_t end) {
  if (!entry_.text.empty()) return;  // what is added to it grows by doubling
  std::size_t bytes = 0;
  std::size_t links = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    const Inline& each = document_.inlines[i];
    bytes += each.text.size + 1;
    if (each.kind == InlineKind::Link) ++links;
  }
  entry_.text.reserve(bytes);
  entry_.styled.text.reserve(bytes);
  entry_.styled.styles.reserve(bytes);
  entry_.links.reserve(links);
  entry_.link_lines.reserve(links);
  entry_.removed.reserve(links);
}

bool EntryReader::text_has_words() {
  const std::string_view added = std::string_view(entry_.text).substr(entry_.wordless);
  if (has_word(added)) {
    const std::string_view rest = without_lead(added);
    if (has_word(rest)) {
      entry_.wordless = static_cast<std::size_t>(rest.data() - entry_.text.data());
      return true;
    }
  }
  entry_.wordless = entry_.text.size();
  return false;
}

std::uint8_t EntryReader::current_style() const {
  std::uint8_t how = html_style_;
  for (const Open& each : open_) how |= each.how;
  return how;
}

bool EntryReader::is_bracketed_title(std::string_view words) {
  return std::count(words.begin(), words.end(), ' ') >= 3 && entry_.links.empty() &&
         !text_has_words() && !kind_by_label(words);
}

bool EntryReader::may_be_title(std::string_view link) {
  if (!entry_.title_link.empty()) return false;
  if (!text_has_words()) return true;
  constexpr std::size_t max_publication_bytes = 60;
  if (!entry_.links.empty() || entry_.text.size() > max_publication_bytes) return false;
  if (kind_by_label(link)) return false;
  std::string_view before = trim(entry_.text);
  while (const std::size_t size = trailing_separator(before)) before.remove_suffix(size);
  const auto found = read_publication(before, Asked::Year);
  return found && (found->is_known || found->venue.empty()) &&
         std::count(found->venue.begin(), found->venue.end(), ' ') <= 3;
}

void EntryReader::add_words(std::string_view text) {
  entry_.text.append(text);
  entry_.styled.add(text, current_style());
}

void EntryReader::add_image(std::string alternative) {
  ++entry_.images;
  entry_.styled.add(" ", 0);
  if (!alternative.empty() && alternative.size() <= max_entry_label_bytes) {
    entry_.badges.push_back(std::move(alternative));
  }
}

std::uint32_t EntryReader::read_tag(std::uint32_t index, std::uint32_t end) {
  const std::string_view html = document_.text(document_.inlines[index].text);
  const HtmlTag tag = read_html_tag(html);
  if (tag.name == "br") {
    entry_.text.push_back(' ');
    entry_.styled.add_sign(sign::hard_break);
  } else if (tag.name == "b" || tag.name == "strong" || tag.name == "u") {
    set_html_style(style::strong, !tag.is_end);
  } else if (tag.name == "i" || tag.name == "em") {
    set_html_style(style::emphasis, !tag.is_end);
  } else if (tag.name == "img") {
    add_image(tag.attribute("alt"));
  } else if (tag.name == "a" && !tag.is_end) {
    const std::string url = tag.attribute("href");
    if (url.empty() || index >= no_anchor_end_) return index;
    for (std::uint32_t i = index + 1; i < end; ++i) {
      const Inline& each = document_.inlines[i];
      if (each.kind != InlineKind::Html) continue;
      const HtmlTag other = read_html_tag(document_.text(each.text));
      if (other.name != "a") continue;
      // One that begins ends the one before it.
      add_link(index + 1, i, url, other.is_end ? i + 1 : i, end);
      return other.is_end ? i : i - 1;
    }
    // None closes from here on: the next one need not look.
    no_anchor_end_ = index;
  }
  return index;
}

void EntryReader::set_html_style(std::uint8_t how, bool is_on) {
  if (is_on) {
    html_style_ = static_cast<std::uint8_t>(html_style_ | how);
  } else {
    html_style_ = static_cast<std::uint8_t>(html_style_ & ~how);
  }
}

void EntryReader::add_text(std::string_view text) {
  if (is_cut_address_) text.remove_prefix(add_rest_of_address(text));
  if (text.find('[') == std::string_view::npos) return add_words(text);
  std::size_t at = text.find("://");
  for (std::size_t from = 0; at != std::string_view::npos; at = text.find("://", from)) {
    std::size_t begin = at;
    while (begin > 0 && is_ascii_alpha(text[begin - 1])) --begin;
    const std::string_view scheme = text.substr(begin, at - begin);
    const std::size_t end = std::min(text.find_first_of(" ()[]<>\"", at), text.size());
    from = end;
    if ((scheme != "http" && scheme != "https") || end <= at + 3) continue;
    add_bracketed(text.substr(0, begin));
    const std::string url(text.substr(begin, end - begin));
    add_address(url, url);
    text.remove_prefix(end);
    from = 0;
  }
  add_bracketed(text);
}

void EntryReader::add_bracketed(std::string_view text) {
  while (true) {
    const std::size_t open = text.find("[[");
    if (open == std::string_view::npos) break;
    // The next bracket must be the first of the two that close it.
    const std::size_t close = find_any<'[', ']'>(text, open + 2);
    if (close == std::string_view::npos) break;
    const std::string_view label = trim(text.substr(open + 2, close - open - 2));
    if (text.substr(close, 2) != "]]" || label.empty() || label.size() > max_entry_label_bytes) {
      add_words(text.substr(0, open + 1));
      text.remove_prefix(open + 1);
      continue;
    }
    add_words(text.substr(0, open));
    const std::optional<LinkKind> kind = kind_by_label(label);
    add_label(label, kind.value_or(LinkKind::Other), std::nullopt);
    text.remove_prefix(close + 2);
  }
  add_words(text);
}

void read_entry(const Document& document, std::uint32_t begin, std::uint32_t end, int line,
                Entry& entry) {
  EntryReader(document, line, entry).read(begin, end);
}

}  // namespace lamplight::catalog
