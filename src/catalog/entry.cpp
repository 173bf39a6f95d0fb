#include "catalog/entry.h"

#include <algorithm>

#include "base/text.h"
#include "catalog/html_tag.h"
#include "catalog/inline_text.h"
#include "catalog/link_kind.h"
#include "catalog/link_words.h"
#include "catalog/publication.h"
#include "catalog/separators.h"

namespace lamplight::catalog {
namespace {

using markdown::Document;
using markdown::Inline;
using markdown::InlineKind;

// A label longer than this is a sentence in brackets.
constexpr std::size_t max_label_bytes = 40;

class EntryReader {
 public:
  EntryReader(const Document& document, int line, Entry& entry)
      : document_(document), line_(line), entry_(entry) {}

  void read(std::uint32_t begin, std::uint32_t end) {
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

 private:
  // Memory for what the inlines hold, at once: entries are many, and short.
  void reserve(std::uint32_t begin, std::uint32_t end) {
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

  // Asked at every link: looks only at what was added since it said no.
  bool text_has_words() {
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

  // What Markdown and HTML say of the style here.
  [[nodiscard]] std::uint8_t current_style() const {
    std::uint8_t how = html_style_;
    for (const Open& each : open_) how |= each.how;
    return how;
  }

  // [[A title of some words]](u) before anything else.
  bool is_bracketed_title(std::string_view words) {
    return std::count(words.begin(), words.end(), ' ') >= 3 && entry_.links.empty() &&
           !text_has_words() && !kind_by_label(words);
  }

  // Nothing was said yet, or only where and when: "[2024/05] [A title](u)".
  bool may_be_title(std::string_view link) {
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

  void add_words(std::string_view text) {
    entry_.text.append(text);
    entry_.styled.add(text, current_style());
  }

  void add_image(std::string alternative) {
    ++entry_.images;
    entry_.styled.add(" ", 0);
    if (!alternative.empty() && alternative.size() <= max_label_bytes) {
      entry_.badges.push_back(std::move(alternative));
    }
  }

  // A tag that people write in Markdown. Returns the last inline that it took.
  std::uint32_t read_tag(std::uint32_t index, std::uint32_t end) {
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

  void set_html_style(std::uint8_t how, bool is_on) {
    if (is_on) {
      html_style_ = static_cast<std::uint8_t>(html_style_ | how);
    } else {
      html_style_ = static_cast<std::uint8_t>(html_style_ & ~how);
    }
  }

  // In brackets the parser sees no bare addresses: "[[Code] \\ (https://...)]",
  // "[Net][https://...]".
  void add_text(std::string_view text) {
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

  // Takes [[Label]] without a target out of the text.
  void add_bracketed(std::string_view text) {
    while (true) {
      const std::size_t open = text.find("[[");
      if (open == std::string_view::npos) break;
      // The next bracket must be the first of the two that close it.
      const std::size_t close = find_any<'[', ']'>(text, open + 2);
      if (close == std::string_view::npos) break;
      const std::string_view label = trim(text.substr(open + 2, close - open - 2));
      if (text.substr(close, 2) != "]]" || label.empty() || label.size() > max_label_bytes) {
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

  // A link over the inlines [begin, last); what follows it begins at `next`.
  void add_link(std::uint32_t begin, std::uint32_t last, std::string_view url, std::uint32_t next,
                std::uint32_t end) {
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
               (text.size() <= max_label_bytes && follows_sentence() && is_last(next, end))) {
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

  // The words of a link with the styles within it.
  void add_styled(std::uint32_t begin, std::uint32_t last, std::uint8_t how) {
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

  // Whether a sentence, or another label, ends before here: what is linked then is no word of it.
  [[nodiscard]] bool follows_sentence() const {
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
  // Whether nothing but separators and other links follows, as far as the next few tell.
  [[nodiscard]] bool is_last(std::uint32_t next, std::uint32_t end) const {
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

  // A link whose text is a word like "Code" is a title when it stands alone or leads a description.
  bool is_title_position(std::uint32_t next, std::uint32_t end) const {
    if (!entry_.links.empty()) return false;
    if (next >= end) return true;
    const Inline& after = document_.inlines[next];
    return after.kind == InlineKind::Text && leads_description(document_.text(after.text));
  }

  void add_badge(std::uint32_t begin, std::uint32_t last, std::string_view url) {
    std::string alternative = visible_text(document_, begin, last, Images::Keep);
    // One link over several badges: each of them is a mark.
    for (std::uint32_t i = begin; i < last; ++i) {
      const Inline& each = document_.inlines[i];
      if (each.kind != InlineKind::Image) continue;
      std::string one = visible_text(document_, i + 1, each.end, Images::Keep);
      // "arXiv" and "Code" only say what the link leads to.
      const bool is_kind = one.find_first_of(" -") == std::string::npos && kind_by_label(one);
      if (!one.empty() && one.size() <= max_label_bytes && !is_kind) {
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

  void add_address(const std::string& text, std::string_view url) {
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

  // "[Paper](https://x.org/a b)": what stands behind the blank is of the address. Gives its bytes.
  std::size_t add_rest_of_address(std::string_view text) {
    is_cut_address_ = false;
    const std::size_t close = text.substr(0, max_gap_bytes).find_first_of("()[]");
    if (close == std::string_view::npos || text[close] != ')') return 0;
    if (entry_.links.empty() || !entry_.links.back().url) return 0;
    entry_.links.back().url->append(text.substr(0, close));
    return close;
  }

  void add_label(std::string_view label, std::string_view url) {
    add_label(label, kind_of_link(label, url), std::optional(url));
  }

  void add_label(std::string_view label, LinkKind kind, std::optional<std::string_view> url) {
    entry_.removed.push_back(entry_.text.size());
    entry_.styled.add_sign(sign::label);
    push_link(label, kind, url);
  }

  // "[[pdf]] (" before the address that is taken: the bracket is no text.
  void take_gap_from_styled() {
    StyledText& styled = entry_.styled;
    while (!styled.text.empty() && (styled.text.back() == ' ' || styled.text.back() == '(')) {
      styled.text.pop_back();
      styled.styles.pop_back();
    }
  }

  void push_link(std::string_view label, LinkKind kind, std::optional<std::string_view> url) {
    if (url && url->empty()) url.reset();
    EntryLink& link = entry_.links.emplace_back();
    link.label = label;
    normalize(link.label);
    link.kind = kind;
    if (url) link.url = std::string(*url);
    entry_.link_lines.push_back(line_);
  }

  void push_link(std::string_view label, LinkKind kind, std::string_view url) {
    push_link(label, kind, std::optional(url));
  }

  struct Open {
    std::uint32_t end = 0;
    std::uint8_t how = 0;
  };

  const Document& document_;
  int line_;
  Entry& entry_;
  std::vector<Open> open_;  // styles around the inline, the innermost last
  std::uint8_t html_style_ = 0;
  bool is_cut_address_ = false;               // an address stands right behind "[Label]("
  std::uint32_t no_anchor_end_ = 0xFFFFFFFF;  // from here on no <a> is closed
};

}  // namespace

void read_entry(const Document& document, std::uint32_t begin, std::uint32_t end, int line,
                Entry& entry) {
  EntryReader(document, line, entry).read(begin, end);
}

}  // namespace lamplight::catalog
