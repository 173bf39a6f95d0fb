// The links of an entry: which is its title, which are labels, and which stand in its words.
#include "base/text.h"
#include "catalog/entry_reader.h"
#include "catalog/inline_text.h"
#include "catalog/link_kind.h"
#include "catalog/link_words.h"
#include "catalog/separators.h"

namespace lamplight::catalog {

using markdown::Document;
using markdown::Inline;
using markdown::InlineKind;

void EntryReader::add_link(std::uint32_t begin, std::uint32_t last, std::string_view url,
                           std::uint32_t next, std::uint32_t end) {
  const std::string text = visible_text(document_, begin, last, Images::Leave);
  const std::string_view bracketed = inside_brackets(text);
  const std::uint8_t how = current_style();
  if (text.empty()) {
    add_badge(begin, last, url);
  } else if (!bracketed.empty() && !is_bracketed_title(bracketed)) {
    add_label(bracketed, url);
  } else if (is_autolink(text, url)) {
    add_address(text, url);
  } else if (ends_in_open_bracket(entry_.text)) {
    add_label(text, url);
  } else if (may_be_title(text) && (!kind_by_label(text) || is_title_position(next, end))) {
    entry_.title_link = text;
    entry_.text.append(text);
    add_styled(begin, last, how | style::title_link);
    push_link("", kind_by_url(url), url);
  } else if ((kind_by_label(text) && !ends_in_article(entry_.text)) ||
             (text.size() <= max_entry_label_bytes && follows_sentence() && is_last(next, end))) {
    add_label(text, url);
  } else {
    // A link in the words of a description: its text stays where it is.
    entry_.text.append(text);
    add_styled(begin, last, how | style::link);
    push_link(text, kind_of_link(text, url), url);
    entry_.links.back().is_word = true;
  }
  for (std::uint32_t i = begin; i < last; ++i) {
    const InlineKind kind = document_.inlines[i].kind;
    if (kind == InlineKind::SoftBreak || kind == InlineKind::HardBreak) ++line_;
  }
}

void EntryReader::add_styled(std::uint32_t begin, std::uint32_t last, std::uint8_t how) {
  std::vector<Open> inner;
  for (std::uint32_t i = begin; i < last; ++i) {
    while (!inner.empty() && inner.back().end <= i) inner.pop_back();
    const Inline& each = document_.inlines[i];
    std::uint8_t now = how;
    for (const Open& open : inner) now = static_cast<std::uint8_t>(now | open.how);
    switch (each.kind) {
      case InlineKind::Text:
        entry_.styled.add(document_.text(each.text), now);
        break;
      case InlineKind::Code:
        // In the words of a sentence it is no mark.
        if ((now & style::title_link) != 0) now |= style::code;
        entry_.styled.add(document_.text(each.text), now);
        break;
      case InlineKind::SoftBreak:
      case InlineKind::HardBreak:
        entry_.styled.add(" ", now);
        break;
      case InlineKind::Html:
        if (is_line_break_tag(document_.text(each.text))) entry_.styled.add(" ", now);
        break;
      case InlineKind::Strong:
        inner.push_back({each.end, style::strong});
        break;
      case InlineKind::Emphasis:
        inner.push_back({each.end, style::emphasis});
        break;
      case InlineKind::Image:
        i = each.end - 1;
        break;
      default:
        break;
    }
  }
}

bool EntryReader::follows_sentence() const {
  const std::string_view text = entry_.styled.text;
  std::size_t at = text.size();
  while (at > 0 && text.size() - at < max_gap_bytes &&
         (text[at - 1] == ' ' || text[at - 1] == ',' || text[at - 1] == '|')) {
    --at;
  }
  if (at == 0) return false;
  // "[paper](u) - [web app](u)"
  if (at > 2 && text[at - 1] == '-' && text[at - 2] == ' ' && text[at - 3] == sign::label) {
    return true;
  }
  return text[at - 1] == '.' || text[at - 1] == sign::label || text[at - 1] == ']';
}

bool EntryReader::is_last(std::uint32_t next, std::uint32_t end) const {
  for (int seen = 0; next < end && seen < 8; ++seen) {
    const Inline& each = document_.inlines[next];
    if (each.kind == InlineKind::Text) {
      if (has_word(document_.text(each.text))) return false;
    } else if (each.kind == InlineKind::Code) {
      return false;
    }
    next = each.end;
  }
  return true;
}

bool EntryReader::is_title_position(std::uint32_t next, std::uint32_t end) const {
  if (!entry_.links.empty()) return false;
  if (next >= end) return true;
  const Inline& after = document_.inlines[next];
  return after.kind == InlineKind::Text && leads_description(document_.text(after.text));
}

void EntryReader::add_badge(std::uint32_t begin, std::uint32_t last, std::string_view url) {
  std::string alternative = visible_text(document_, begin, last, Images::Keep);
  // One link over several badges: each of them is a mark.
  for (std::uint32_t i = begin; i < last; ++i) {
    const Inline& each = document_.inlines[i];
    if (each.kind != InlineKind::Image) continue;
    std::string one = visible_text(document_, i + 1, each.end, Images::Keep);
    // "arXiv" and "Code" only say what the link leads to.
    const bool is_kind = one.find_first_of(" -") == std::string::npos && kind_by_label(one);
    if (!one.empty() && one.size() <= max_entry_label_bytes && !is_kind) {
      entry_.badges.push_back(std::move(one));
    }
    i = each.end - 1;
  }
  add_label(alternative, url);
  entry_.links.back().is_badge = true;
  for (std::uint32_t i = begin; i < last; ++i) {
    const Inline& each = document_.inlines[i];
    if (each.kind == InlineKind::Image && is_status_badge(document_.text(each.url))) {
      entry_.links.back().is_status = true;
      entry_.links.back().kind = LinkKind::Other;
    }
  }
}

void EntryReader::add_address(const std::string& text, std::string_view url) {
  // [[pdf]] (https://...): the blank keeps Markdown from linking the label to its address.
  const bool is_after_gap =
      !entry_.removed.empty() && !entry_.links.empty() && !entry_.links.back().url &&
      trim(std::string_view(entry_.text).substr(entry_.removed.back())) == "(";
  if (is_after_gap) {
    entry_.links.back().url = std::string(url);
    entry_.gap_lines.push_back(line_);
    entry_.removed.push_back(entry_.text.size());
    take_gap_from_styled();
  } else if (const std::string label = take_label_before_gap(entry_, is_cut_address_);
             !label.empty()) {
    entry_.gap_lines.push_back(line_);
    if (!text_has_words() && entry_.links.empty() && !kind_by_label(label)) {
      entry_.title_link = label;
      entry_.text.insert(entry_.text.size() - 1, label + " ");
      entry_.styled.add(label, style::title_link);
      entry_.removed.push_back(entry_.text.size());
      push_link("", kind_by_url(url), url);
    } else {
      add_label(label, url);
    }
  } else if (!text_has_words() && entry_.links.empty()) {
    entry_.title_link = text;
    entry_.text.append(text);
    entry_.styled.add(text, style::title_link);
    push_link("", kind_by_url(url), url);
  } else if (ends_in_preposition(entry_.text)) {
    entry_.text.append(text);
    entry_.styled.add(text, style::link);
    push_link(text, kind_of_link(text, url), url);
    entry_.links.back().is_word = true;
  } else {
    add_label(text, kind_of_link(text, url), std::optional(url));
  }
}

std::size_t EntryReader::add_rest_of_address(std::string_view text) {
  is_cut_address_ = false;
  const std::size_t close = text.substr(0, max_gap_bytes).find_first_of("()[]");
  if (close == std::string_view::npos || text[close] != ')') return 0;
  if (entry_.links.empty() || !entry_.links.back().url) return 0;
  entry_.links.back().url->append(text.substr(0, close));
  return close;
}

void EntryReader::add_label(std::string_view label, std::string_view url) {
  add_label(label, kind_of_link(label, url), std::optional(url));
}

void EntryReader::add_label(std::string_view label, LinkKind kind,
                            std::optional<std::string_view> url) {
  entry_.removed.push_back(entry_.text.size());
  entry_.styled.add_sign(sign::label);
  push_link(label, kind, url);
}

void EntryReader::take_gap_from_styled() {
  StyledText& styled = entry_.styled;
  while (!styled.text.empty() && (styled.text.back() == ' ' || styled.text.back() == '(')) {
    styled.text.pop_back();
    styled.styles.pop_back();
  }
}

void EntryReader::push_link(std::string_view label, LinkKind kind,
                            std::optional<std::string_view> url) {
  if (url && url->empty()) url.reset();
  EntryLink& link = entry_.links.emplace_back();
  link.label = label;
  normalize(link.label);
  link.kind = kind;
  if (url) link.url = std::string(*url);
  entry_.link_lines.push_back(line_);
}

void EntryReader::push_link(std::string_view label, LinkKind kind, std::string_view url) {
  push_link(label, kind, std::optional(url));
}

}  // namespace lamplight::catalog
