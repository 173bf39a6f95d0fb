// Paragraphs as entries: a bold or linked title on a line of its own, then authors, date and venue,
// labels; or a bold title alone, and what is said of it in the paragraphs below:
//
//     **A title** \                        __A data set__
//     *Ann Author, Bob Author* \
//     [1st Jan., 2023] [CVPR, 2023] \      What it is.
//     [[Paper](u)] [[Code](u)]             Access: https://...
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "catalog/attributes.h"
#include "catalog/builder.h"
#include "catalog/inline_text.h"
#include "catalog/link_kind.h"

namespace lamplight::catalog {

using markdown::Block;
using markdown::BlockKind;
using markdown::Inline;
using markdown::InlineKind;

namespace {

// Badges further below a bullet's beginning belong to something else.
constexpr int max_badge_lines = 4;

bool is_break(const markdown::Document& run, std::uint32_t at) {
  const Inline& each = run.inlines[at];
  return each.kind == InlineKind::SoftBreak || each.kind == InlineKind::HardBreak ||
         (each.kind == InlineKind::Html && is_line_break_tag(run.text(each.text)));
}

// Where the line that begins at `begin` ends: at a break outside of other inlines.
std::uint32_t end_of_line(const markdown::Document& run, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = begin;
  while (at < end && !is_break(run, at)) at = run.inlines[at].end;
  return at;
}

// A link to elsewhere whose words are neither a label nor an address.
bool may_be_title(const markdown::Document& run, std::uint32_t link) {
  if (run.text(run.inlines[link].url).substr(0, 1) == "#") return false;
  const std::string text = visible_text(run, link + 1, run.inlines[link].end, Images::Leave);
  return !kind_by_label(text) && text.find("://") == std::string::npos;
}

// Whether all words of the line are bold, or are one link.
bool is_title_line(const markdown::Document& run, std::uint32_t begin, std::uint32_t end) {
  bool has_title = false;
  for (std::uint32_t at = begin; at < end; at = run.inlines[at].end) {
    const Inline& each = run.inlines[at];
    if (each.kind == InlineKind::Text) {
      const std::string_view text = trim(run.text(each.text));
      // A :shortcode: is no word.
      const bool is_code = text.size() > 2 && text.front() == ':' && text.back() == ':' &&
                           text.find(' ') == std::string_view::npos;
      if (!is_code && std::any_of(text.begin(), text.end(), is_ascii_alnum)) return false;
    } else if (each.kind == InlineKind::Strong ||
               (each.kind == InlineKind::Link && may_be_title(run, at))) {
      has_title = has_title || !visible_text(run, at + 1, each.end, Images::Leave).empty();
    } else if (each.kind != InlineKind::Html && each.kind != InlineKind::Image) {
      return false;
    }
  }
  return has_title;
}

bool begins_bold(const markdown::Document& run, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t at = begin; at < end; at = run.inlines[at].end) {
    const Inline& each = run.inlines[at];
    if (each.kind == InlineKind::Strong) return true;
    if (each.kind != InlineKind::Text) return false;
    for (const char c : run.text(each.text)) {
      if (is_ascii_alnum(c)) return false;
    }
  }
  return false;
}

// "Title: ..." Asked of every paragraph: the first letter tells of nearly all that it is none.
bool begins_with_title_key(std::string_view text) {
  if (text.size() < 5) return false;
  const char c = text.front();
  if (c != 'T' && c != 't' && c != 'P' && c != 'N' && c != '\xE6' && c != '\xE9') return false;
  for (const std::string_view key :
       {"Title", "title", "TITLE", "Paper title", "Paper Title", "Name", "标题", "题目"}) {
    if (text.substr(0, key.size()) != key) continue;
    const std::string_view rest = trim(text.substr(key.size()));
    return rest.empty() || rest.front() == ':' || rest.substr(0, 3) == "：";
  }
  return false;
}

}  // namespace

// A paragraph is an entry when its first line is a title and a link or an author line follows, or
// when a bold title is followed by labels on its own line.
bool Builder::is_entry_paragraph(std::uint32_t index) const {
  const Block& block = run_->blocks[index];
  const std::uint32_t line_end = end_of_line(*run_, block.first_inline, block.end_inline);
  bool has_link = false;
  bool has_slant = false;
  for (std::uint32_t at = line_end; at < block.end_inline; ++at) {
    const InlineKind kind = run_->inlines[at].kind;
    has_link = has_link || kind == InlineKind::Link;
    has_slant = has_slant || kind == InlineKind::Emphasis;
  }
  std::uint32_t next = line_end;
  while (next < block.end_inline && is_break(*run_, next)) ++next;
  if (is_title_line(*run_, block.first_inline, line_end)) {
    const std::string title = visible_text(*run_, block.first_inline, line_end, Images::Leave);
    const bool is_label = title.size() < 30 && !title.empty() && title.back() == ':';
    return next < block.end_inline && !is_label && (has_link || has_slant || entry_paragraphs_ > 0);
  }
  if (next < block.end_inline || !begins_bold(*run_, block.first_inline, line_end)) return false;
  Entry entry;
  read_entry(*run_, block.first_inline, block.end_inline, block.line, entry);
  if (entry.removed.empty() || entry.links.empty()) return false;
  std::size_t bold = 0;
  std::size_t others = 0;
  for (std::size_t i = 0; i < entry.styled.size(); ++i) {
    if (entry.styled.text[i] == ' ') continue;
    ++(entry.styled.has(i, style::strong) ? bold : others);
  }
  return bold >= 15 && bold * 2 >= others;
}

// Opens an entry for a paragraph that begins with the key of a title, "**Title:** ...".
bool Builder::open_keyed(std::uint32_t index) {
  const Block& block = run_->blocks[index];
  std::uint32_t at = block.first_inline;
  while (at < block.end_inline && run_->inlines[at].kind == InlineKind::Strong) ++at;
  if (at == block.end_inline || run_->inlines[at].kind != InlineKind::Text) return false;
  if (!begins_with_title_key(run_->text(run_->inlines[at].text))) return false;
  const std::uint32_t line_end = end_of_line(*run_, block.first_inline, block.end_inline);
  Entry first;
  read_entry(*run_, block.first_inline, line_end, block.line, first);
  KeyedText keyed = split_key(first);
  if (keyed.key.empty() || !has_word(keyed.value)) return false;
  // Keys parted by bars are no lines.
  if (keyed.value.find(" | ") != std::string::npos) return false;
  heading_.reset();
  settle_paragraphs();
  close_entry();
  open_.emplace();
  open_->line = block.line;
  open_->is_keyed = true;
  Entry& entry = open_->entry;
  entry.links = std::move(first.links);
  entry.link_lines = std::move(first.link_lines);
  entry.title_link = std::move(first.title_link);
  entry.text = to_nfc(keyed.key + ": " + keyed.value);
  entry.styled.add(keyed.value, style::strong);
  entry.styled.add_sign(sign::hard_break);
  read_lines(index, line_end);
  return true;
}

// Reads a paragraph into the open entry, line by line: a line that only keys a link is no words.
void Builder::read_lines(std::uint32_t index, std::uint32_t from) {
  Entry& entry = open_->entry;
  const Block& block = run_->blocks[index];
  mark_content();
  open_->last_line = block.end_line;
  int line = block.line;
  bool is_first = from == 0;
  std::uint32_t begin = std::max(from, block.first_inline);
  while (from > 0 && begin < block.end_inline && is_break(*run_, begin)) ++begin;
  if (!is_first) ++line;
  while (begin < block.end_inline) {
    const std::uint32_t end = end_of_line(*run_, begin, block.end_inline);
    Entry part;
    read_entry(*run_, begin, end, line, part);
    const KeyedText keyed = entry.styled.size() > 0 ? split_key(part) : KeyedText();
    const bool is_keyed = !keyed.key.empty() && role_of(part) == Role::Attribute;
    const bool is_address = entry.styled.size() > 0 && !part.title_link.empty() &&
                            part.title_link.find("://") != std::string::npos &&
                            role_of(part) == Role::Attribute;
    if (is_keyed || is_address) {
      if (is_address) part.title_link.clear();
      add_attribute(part, entry);
    } else {
      if (!entry.text.empty()) entry.text.push_back(' ');
      if (entry.styled.size() > 0) {
        entry.styled.add_sign(is_first ? sign::paragraph
                              : run_->inlines[begin - 1].kind == InlineKind::SoftBreak
                                  ? sign::soft_break
                                  : sign::hard_break);
      }
      read_entry(*run_, begin, end, line, entry);
    }
    is_first = false;
    begin = end;
    while (begin < block.end_inline && is_break(*run_, begin)) {
      if (run_->inlines[begin].kind != InlineKind::Html) ++line;
      ++begin;
    }
  }
}

// Takes the paragraph as an entry, or as more of the one that is open. False when it is neither.
bool Builder::add_entry_paragraph(std::uint32_t index) {
  if (is_apart_) return false;
  if (parents_[index] != index) {
    // A quote below a heading that is an entry tells what it is.
    const std::uint32_t quote = parents_[index];
    const bool is_quoted = run_->blocks[quote].kind == BlockKind::Quote && parents_[quote] == quote;
    if (!is_quoted || !open_ || open_->heading_level == 0) return false;
    read_lines(index);
    return true;
  }
  const Block& block = run_->blocks[index];
  if (open_keyed(index)) return true;
  if (open_ && open_->is_keyed && (open_->entry.links.empty() || is_keyed_paragraph(index))) {
    read_lines(index);
    return true;
  }
  if (is_entry_paragraph(index)) {
    heading_.reset();
    ++paragraphs_.titles;
    settle_paragraphs();
    close_entry();
    open_.emplace();
    open_->line = block.line;
    read_lines(index);
    open_->has_own_links = !open_->entry.links.empty();
    return true;
  }
  if (open_ && open_->is_by_content) {
    read_lines(index);
    return true;
  }
  if (heading_ && !open_) {
    Entry part;
    read_entry(*run_, block.first_inline, block.end_inline, block.line, part);
    if (open_from_heading(part)) {
      read_lines(index);
      return true;
    }
  }
  if (may_open_folded(index)) {
    open_from_label();
    open_->is_folded = true;
    read_lines(index);
    return true;
  }
  if (add_linked_paragraph(index)) return true;
  if (open_) {
    if (open_->is_keyed || (open_->has_own_links && !is_attribute_paragraph(index))) {
      close_entry();
      return false;
    }
    read_lines(index);
    return true;
  }
  if (may_open_label() && waiting_.empty() && group_->end_line + 4 >= block.line) {
    open_from_label();
    read_lines(index);
    return true;
  }
  return false;
}

// Badges below a bullet that stand too far left to be part of it:
//
//     1. [A title](u) *Authors.* 2023.
//
//     [![Stars](image)](https://github.com/a/b)
bool Builder::add_badges_to_item(std::uint32_t index) {
  const Block& block = run_->blocks[index];
  const bool is_waiting = open_ || !waiting_.empty() || writer_.listings().size() == 0;
  if (is_apart_ || parents_[index] != index || is_waiting) return false;
  const CatalogWriter::ListingRow& last = writer_.listings().back();
  const bool is_near = last.shape == Shape::Bullet && last.section == tree_.current() &&
                       block.line - last.line <= max_badge_lines && writer_.is_listing_last();
  if (!is_near || (group_ && group_->line > last.line)) return false;
  Entry badges;
  read_entry(*run_, block.first_inline, block.end_inline, block.line, badges);
  const bool are_badges =
      !badges.links.empty() && !has_word(badges.text) &&
      std::all_of(badges.links.begin(), badges.links.end(), [](const EntryLink& link) {
        return link.is_status && link.url && link.url->substr(0, 4) == "http";
      });
  if (!are_badges) return false;
  add_links(badges.links);
  has_links_ = true;
  return true;
}

// Below an entry that begins with the key of its title, whatever has a key is said of it.
bool Builder::is_keyed_paragraph(std::uint32_t index) const {
  const Block& block = run_->blocks[index];
  Entry part;
  read_entry(*run_, block.first_inline, block.end_inline, block.line, part);
  return !split_key(part).key.empty() || role_of(part) == Role::Attribute;
}

bool Builder::is_attribute_paragraph(std::uint32_t index) const {
  const Block& block = run_->blocks[index];
  Entry part;
  read_entry(*run_, block.first_inline, block.end_inline, block.line, part);
  return role_of(part) == Role::Attribute;
}

// A bullet of an outermost list below an open entry, or below a bold line, that says something of
// it. From the first one on that is an entry itself, the line above was a label.
bool Builder::add_item_to_entry(std::uint32_t index) {
  if (!open_ && !heading_ && !may_open_label()) return false;
  const std::uint32_t list = parents_[index];
  if (parents_[list] != list) return false;
  Entry each;
  read_item(index, each);
  if (is_without_content(each)) return false;
  Role role = role_of(each);
  const Block& item = run_->blocks[index];
  // Under the headings below an entry's heading all is said of the entry.
  if (open_ && open_->has_headings) {
    mark_content();
    for (std::uint32_t i = index; i < item.end; ++i) {
      if (run_->blocks[i].kind != BlockKind::Item) continue;
      Entry part;
      read_item(i, part);
      add_attribute(part, open_->entry);
    }
    return true;
  }
  for (std::uint32_t i = index + 1; i < item.end; ++i) {
    if (run_->blocks[i].kind == BlockKind::List) role = Role::Entry;
  }
  if (role == Role::Words && each.text.find(" - ") != std::string::npos) role = Role::Entry;
  if (role == Role::Entry || ((role == Role::Words || role == Role::Keyed) && !open_)) {
    close_entry(true);
    return false;
  }
  if (!open_ && heading_ && !open_from_heading(each)) heading_.reset();
  if (!open_ && !may_open_label()) return false;
  if (!open_) open_from_label();
  mark_content();
  add_attribute(each, open_->entry);
  return true;
}

// A heading without a link is an entry when what first stands below it is keyed as what is said of
// one ("Authors: ...", "Paper: ...", "主页：..."), or is a row of labels.
bool Builder::open_from_heading(const Entry& below) {
  const bool is_row = below.links.size() > 1 && role_of(below) == Role::Attribute &&
                      !has_word(below.styled.words());
  const bool are_labels =
      std::all_of(below.links.begin(), below.links.end(), [](const EntryLink& link) {
        return link.url && !link.is_status && kind_by_label(link.label);
      });
  if (!(is_row && are_labels) && !is_keyed_attribute(below)) return false;
  settle_paragraphs();
  open_ = std::exchange(heading_, std::nullopt);
  mark_content();
  return true;
}

// What stood alone in bold is the title of an entry.
void Builder::open_from_label() {
  heading_.reset();
  open_.emplace();
  open_->line = group_->line;
  open_->label = group_->text;
  open_->label_line = group_->line;
  open_->entry.text = group_->text;
  open_->entry.styled.add(group_->text, style::strong);
  open_->entry.styled.add_sign(sign::hard_break);
  group_.reset();
}

// Writes the open entry. One without a link is an entry only among others that have one; before a
// list of entries it was the label over them.
void Builder::close_entry(bool is_before_entries) {
  if (!open_) return;
  OpenEntry open = std::move(*open_);
  open_.reset();
  const bool has_links = !open.entry.links.empty();
  const bool is_label = !open.label.empty() && is_before_entries && open.entry.removed.empty();
  const EntryMore& more = open.entry.more;
  const bool is_told = !more.authors.empty() || !more.venue.empty();
  const bool is_mere_heading =
      !has_links && (open.is_by_content || open.is_folded || (open.is_keyed && !is_told));
  if (is_label || is_mere_heading || (!has_links && entry_paragraphs_ == 0)) {
    finish_entry(open.entry);
    std::string text = open.entry.text;
    if (is_label) text.erase(0, open.label.size());
    // What was said of it is words like its own.
    for (const std::string* each : {&more.name, &more.authors, &more.venue, &more.description}) {
      text.append(" ").append(*each);
    }
    if (more.year) text.append(" ").append(std::to_string(*more.year));
    for (const std::string& tag : more.tags) text.append(" ").append(tag);
    squeeze(text);
    if (is_label) group_ = Group{open.label, open.label_line, 0, false, {}, open.label_line, false};
    if (is_label && text.empty()) return add_label_links(open.entry);
    if (text.empty()) return;
    add_prose(open.line + (is_label ? 1 : 0), ProseKind::Paragraph, writer_.keep(text));
    add_links(open.entry.links);
    return;
  }
  if (has_links && open.heading_level == 0) ++entry_paragraphs_;
  finish_entry(open.entry);
  CatalogWriter::ListingRow& listing = writer_.add_listing();
  listing.line = open.line;
  listing.shape = open.heading_level > 0 ? Shape::Heading : Shape::Paragraph;
  listing.group = group_of(0);
  fill_listing(listing, open.entry, open.heading_level > 0 ? open.section : tree_.current());
}

// Links that seemed to be of the line above, "- [Docs](u)", are entries like those that followed.
void Builder::add_label_links(Entry& label) {
  for (std::size_t i = 0; i < label.links.size(); ++i) {
    EntryLink& link = label.links[i];
    Entry entry;
    entry.text = link.label.empty() ? link.url.value_or("") : link.label;
    entry.title_link = entry.text;
    entry.styled.add(entry.text, style::title_link);
    link.label.clear();
    entry.links.push_back(std::move(link));
    entry.link_lines.push_back(label.link_lines[i]);
    finish_entry(entry);
    CatalogWriter::ListingRow& listing = writer_.add_listing();
    listing.line = label.link_lines[i];
    listing.group = group_of(0);
    fill_listing(listing, entry);
  }
}

}  // namespace lamplight::catalog
