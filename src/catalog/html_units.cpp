#include "catalog/html_units.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "catalog/html_tag.h"

namespace lamplight::catalog {
namespace {

using markdown::Inline;
using markdown::InlineKind;

bool is_table_tag(std::string_view name) {
  for (const std::string_view each : {"table", "thead", "tbody", "tfoot", "tr", "td", "th"}) {
    if (name == each) return true;
  }
  return false;
}

bool is_block_tag(std::string_view name) {
  for (const std::string_view each :
       {"p",          "div", "ul", "ol", "li",     "h1",      "h2",
        "h3",         "h4",  "h5", "h6", "pre",    "details", "summary",
        "blockquote", "hr",  "dl", "dt", "center", "section", "dd"}) {
    if (name == each) return true;
  }
  return is_table_tag(name);
}

class UnitReader {
 public:
  UnitReader(std::string_view html, int line) : html_(html), line_(line) {}

  HtmlUnits read() {
    begin_unit();
    while (!html_.empty()) {
      const std::size_t open = std::min(html_.find('<'), html_.size());
      add_text(html_.substr(0, open));
      advance(open);
      if (html_.empty()) break;
      if (html_.substr(0, 4) == "<!--") {
        const std::size_t close = html_.find("-->", 4);
        advance(close == std::string_view::npos ? html_.size() : close + 3);
        continue;
      }
      const std::size_t close = end_of_tag();
      if (close == std::string_view::npos) {
        add_text(html_.substr(0, 1));
        advance(1);
        continue;
      }
      const HtmlTag tag = read_html_tag(html_.substr(0, close + 1));
      read_tag(tag);
      advance(close + 1);
      const bool is_code = tag.name == "script" || tag.name == "style";
      if (is_code && !tag.is_end) skip_code(tag.name);
    }
    end_unit();
    return std::move(made_);
  }

 private:
  // The '>' of the tag that the rest begins with; npos when it begins with none.
  std::size_t end_of_tag() {
    const bool may_be_tag = html_.size() > 1 && (is_ascii_alpha(html_[1]) || html_[1] == '/');
    if (!may_be_tag || is_without_ends_) return std::string_view::npos;
    const std::size_t close = html_.find('>');
    // None from here on: what comes need not look again.
    is_without_ends_ = close == std::string_view::npos;
    return close;
  }
  // What a script or a style holds is no text of the list.
  void skip_code(std::string_view name) {
    std::size_t at = html_.find("</");
    while (at != std::string_view::npos &&
           to_lower_ascii(html_.substr(at + 2, name.size())) != name) {
      at = html_.find("</", at + 2);
    }
    advance(std::min(at, html_.size()));
  }
  void advance(std::size_t bytes) {
    line_ += static_cast<int>(
        std::count(html_.begin(), html_.begin() + static_cast<std::ptrdiff_t>(bytes), '\n'));
    html_.remove_prefix(bytes);
  }

  Inline& add(InlineKind kind) {
    Inline& each = made_.document.inlines.emplace_back();
    each.kind = kind;
    each.end = static_cast<std::uint32_t>(made_.document.inlines.size());
    return each;
  }
  markdown::Slice store(std::string_view text) {
    std::string& arena = made_.document.arena;
    const auto begin = static_cast<std::uint32_t>(arena.size());
    arena.append(text);
    return {begin, static_cast<std::uint32_t>(text.size())};
  }
  void add_words(std::string_view text) {
    const std::string decoded = decode_html(text);
    if (decoded.empty()) return;
    const markdown::Slice kept = store(decoded);
    add(InlineKind::Text).text = kept;
  }
  void add_link(std::string_view words, std::string_view url) {
    const markdown::Slice kept = store(url);
    const std::size_t at = made_.document.inlines.size();
    add(InlineKind::Link).url = kept;
    add_words(words);
    made_.document.inlines[at].end = static_cast<std::uint32_t>(made_.document.inlines.size());
  }

  // Text between tags, with the links that Markdown and bare addresses make.
  void add_text(std::string_view text) {
    const bool has_open_link = link_ != none;
    while (!text.empty() && !has_open_link) {
      const std::size_t at = text.find("http");
      if (at == std::string_view::npos) break;
      const std::string_view rest = text.substr(at);
      if (rest.substr(0, 7) != "http://" && rest.substr(0, 8) != "https://") {
        add_words(text.substr(0, at + 4));
        text.remove_prefix(at + 4);
        continue;
      }
      std::size_t size = 0;
      int depth = 0;
      while (size < rest.size() && !is_ascii_space(rest[size]) && rest[size] != '"' &&
             rest[size] != '|') {
        if (rest[size] == '(') ++depth;
        if (rest[size] == ')' && --depth < 0) break;
        ++size;
      }
      std::string_view before = text.substr(0, at);
      std::string_view url = rest.substr(0, size);
      const std::size_t label = before.size() >= 2 && before.substr(before.size() - 2) == "]("
                                    ? before.rfind('[', before.size() - 2)
                                    : std::string_view::npos;
      if (label != std::string_view::npos) {
        add_words(before.substr(0, label));
        add_link(before.substr(label + 1, before.size() - 2 - label - 1), url);
        if (size < rest.size() && rest[size] == ')') ++size;
      } else {
        add_words(before);
        while (!url.empty() && std::string_view(".,;").find(url.back()) != std::string_view::npos)
          url.remove_suffix(1);
        size = url.size();
        add_link(url, url);
      }
      text = rest.substr(std::max<std::size_t>(size, 1));
    }
    add_words(text);
  }

  void read_tag(const HtmlTag& tag) {
    if (tag.name == "a") return read_anchor(tag);
    if (tag.name == "br") {
      if (link_ == none && kind_ == HtmlUnit::Kind::Line) {
        end_unit();
        begin_unit();
      } else {
        add_words(" ");
      }
      return;
    }
    if (tag.name == "img") {
      const std::size_t at = made_.document.inlines.size();
      const std::string alternative = tag.attribute("alt");
      const markdown::Slice url = store(tag.attribute("src"));
      add(InlineKind::Image).url = url;
      if (!alternative.empty()) add_words(alternative);
      made_.document.inlines[at].end = static_cast<std::uint32_t>(made_.document.inlines.size());
      return;
    }
    if (tag.name == "b" || tag.name == "strong") return toggle(strong_, InlineKind::Strong, tag);
    if (tag.name == "i" || tag.name == "em") return toggle(slant_, InlineKind::Emphasis, tag);
    if (!is_block_tag(tag.name)) return;
    // Lists and paragraphs within a cell are the cell's words.
    if (is_in_cell() && !is_table_tag(tag.name)) return add_words(" ");
    end_unit();
    if (tag.name == "tr" && tag.is_end) mark(HtmlUnit::Kind::RowEnd);
    if (tag.name == "tr" || tag.name == "table") row_line_ = tag.is_end ? 0 : line_;
    if (tag.name == "table" && tag.is_end) mark(HtmlUnit::Kind::TableEnd);
    if (tag.name == "details" && tag.is_end) mark(HtmlUnit::Kind::FoldEnd);
    if (tag.name == "summary") is_in_summary_ = !tag.is_end;
    kind_ = is_in_summary_ ? HtmlUnit::Kind::Summary : HtmlUnit::Kind::Line;
    if (!tag.is_end && tag.name == "td") kind_ = HtmlUnit::Kind::Cell;
    if (!tag.is_end && tag.name == "th") kind_ = HtmlUnit::Kind::HeaderCell;
    if (!tag.is_end && tag.name == "li") kind_ = HtmlUnit::Kind::Item;
    if (!tag.is_end && !is_in_summary_ && (tag.name == "h1" || tag.name == "h2"))
      kind_ = HtmlUnit::Kind::Heading;
    begin_unit();
    if (is_in_cell()) {
      unit_line_ = row_line_ > 0 ? row_line_ : line_;
    }
  }

  void read_anchor(const HtmlTag& tag) {
    close(link_);
    if (tag.is_end) return;
    const std::string url = tag.attribute("href");
    if (url.empty()) return;
    const markdown::Slice kept = store(url);
    link_ = made_.document.inlines.size();
    add(InlineKind::Link).url = kept;
  }

  void toggle(std::size_t& open, InlineKind kind, const HtmlTag& tag) {
    // Inlines must nest: what was opened outside of the link ends with it.
    if (tag.is_end) {
      if (open != none && (link_ == none || open > link_)) close(open);
      return;
    }
    if (open != none) return;
    open = made_.document.inlines.size();
    add(kind);
  }

  void close(std::size_t& open) {
    if (open == none) return;
    const auto end = static_cast<std::uint32_t>(made_.document.inlines.size());
    made_.document.inlines[open].end = end;
    // What began within it ends with it.
    for (std::size_t* inner : {&strong_, &slant_, &link_}) {
      if (inner == &open || *inner == none || *inner < open) continue;
      made_.document.inlines[*inner].end = end;
      *inner = none;
    }
    open = none;
  }

  [[nodiscard]] bool is_in_cell() const {
    return kind_ == HtmlUnit::Kind::Cell || kind_ == HtmlUnit::Kind::HeaderCell;
  }
  void begin_unit() {
    unit_line_ = line_;
    unit_ = made_.document.inlines.size();
  }
  void end_unit() {
    for (std::size_t* open : {&link_, &strong_, &slant_}) close(*open);
    const auto begin = static_cast<std::uint32_t>(unit_);
    const auto end = static_cast<std::uint32_t>(made_.document.inlines.size());
    const bool is_cell = is_in_cell();
    if (end > begin || is_cell) made_.units.push_back({kind_, unit_line_, begin, end});
    if (is_cell) kind_ = HtmlUnit::Kind::Line;
  }
  void mark(HtmlUnit::Kind kind) {
    const auto at = static_cast<std::uint32_t>(made_.document.inlines.size());
    made_.units.push_back({kind, line_, at, at});
    unit_ = at;
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::string_view html_;
  int line_;
  int unit_line_ = 0;
  int row_line_ = 0;
  HtmlUnit::Kind kind_ = HtmlUnit::Kind::Line;
  std::size_t unit_ = 0;
  std::size_t link_ = none;
  std::size_t strong_ = none;
  std::size_t slant_ = none;
  bool is_in_summary_ = false;
  bool is_without_ends_ = false;  // no '>' stands in the rest
  HtmlUnits made_;
};

}  // namespace

HtmlUnits read_html_units(std::string_view html, int line) { return UnitReader(html, line).read(); }

}  // namespace lamplight::catalog
