#include "catalog/builder.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "base/url.h"
#include "catalog/findings.h"
#include "catalog/inline_text.h"
#include "catalog/link_kind.h"
#include "catalog/names.h"
#include "catalog/prose_links.h"

namespace lamplight::catalog {

using markdown::Block;
using markdown::BlockKind;
using markdown::Inline;
using markdown::InlineKind;

std::optional<markdown::Place> Builder::add(const markdown::Document& run) {
  run_ = &run;
  add_notices();
  const auto size = static_cast<std::uint32_t>(run.blocks.size());
  parents_.assign(size, 0);
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < size; ++i) {
    while (!open.empty() && run.blocks[open.back()].end <= i) open.pop_back();
    parents_[i] = open.empty() ? i : open.back();
    open.push_back(i);
  }
  outer_.clear();
  entries_.clear();
  is_taken_.assign(size, 0);
  for (std::uint32_t i = 0; i < size && !back_;) i = add_block(i);
  return std::exchange(back_, std::nullopt);
}

void Builder::finish(const markdown::Reader& reader) {
  end_section();
  end_label_above();
  tell_authors();
  const std::string_view title = tree_.title().empty() ? html_title_ : tree_.title();
  writer_.title = writer_.keep(title);
  add_sections();
  add_left_out_notices(reader);
  if (title.empty()) {
    findings_.add(rule::missing_title, Level::Note, 1,
                  "The list has no heading of the first level: it has no title.");
  }
  if (writer_.listings().size() == 0) {
    findings_.add(rule::empty_list, Level::Warning, 1, "No entries were found.");
  }
  if (images_ > 0) {
    findings_.add(rule::image_in_entry, Level::Note, first_image_line_,
                  counted(static_cast<std::size_t>(images_), "image") +
                      " in entries, here the first: images are not kept.");
  }
}

std::uint32_t Builder::add_block(std::uint32_t index) {
  while (!outer_.empty() && outer_.back().end <= index) outer_.pop_back();
  if (is_taken_[index] != 0) return run_->blocks[index].end;
  const BlockKind kind = run_->blocks[index].kind;
  const bool is_list = kind == BlockKind::List || kind == BlockKind::Item;
  const bool is_outermost = parents_[index] == index;
  if (group_ && group_->is_plain && is_outermost && !is_list && kind != BlockKind::Table) {
    end_group();
  }
  switch (kind) {
    case BlockKind::Heading:
      return add_heading(index);
    case BlockKind::Paragraph:
      return add_paragraph(index);
    case BlockKind::List:
      return add_list(index);
    case BlockKind::Item:
      return add_item(index);
    case BlockKind::Table:
      return add_table(index);
    case BlockKind::Code:
      return add_code(index);
    case BlockKind::Html:
      return add_html(index);
    case BlockKind::Rule:
      close_entry();
      return index + 1;
    default:
      return index + 1;  // quotes: what they hold comes next
  }
}

std::uint32_t Builder::add_heading(std::uint32_t index) {
  const Block& block = run_->blocks[index];
  std::string title = visible_text(*run_, block.first_inline, block.end_inline, Images::Leave);
  if (tree_.is_full()) {
    findings_.add(rule::too_many_sections, Level::Error, block.line,
                  "The list has too many headings, or too long ones: from here on they are text.");
    add_prose(block.line, ProseKind::Paragraph, writer_.keep(title));
    return block.end;
  }
  const bool is_entry = is_entry_heading(index, title);
  // What stands under the headings below an entry's heading is said of it.
  const bool is_below = open_ && open_->heading_level > 0 && !open_->is_by_content &&
                        block.level > open_->heading_level && !is_entry;
  if (is_below) open_->has_headings = true;
  keep_label_above(block);
  end_section(is_below);
  const std::string quoted_title = quoted(title);
  if (tree_.add(block.level, std::move(title), block.line)) {
    findings_.add(rule::heading_level_skipped, Level::Warning, block.line,
                  quoted_title + " is more than one level below the heading before it.");
  }
  has_content_.resize(tree_.sections().size());
  is_apart_ = is_apart_section(tree_.sections(), tree_.current());
  if (is_entry && !is_apart_) {
    open_.emplace();
    open_->line = open_->last_line = block.line;
    open_->heading_level = block.level;
    open_->section = tree_.current();
    read_entry(*run_, block.first_inline, block.end_inline, block.line, open_->entry);
    mark_content();
  } else {
    add_heading_links(block);
  }
  heading_.reset();
  const bool may_be_entry = !open_ && !is_apart_ && block.level > 1 && tree_.current() >= 0;
  if (may_be_entry) {
    heading_.emplace();
    heading_->line = heading_->last_line = block.line;
    heading_->heading_level = block.level;
    heading_->section = tree_.current();
    heading_->is_by_content = true;
    read_entry(*run_, block.first_inline, block.end_inline, block.line, heading_->entry);
    if (!heading_->entry.links.empty() || is_label_word(heading_->entry.text)) heading_.reset();
  }
  return block.end;
}

// A section has no links: those of its heading, badges mostly, are prose.
void Builder::add_heading_links(const Block& block) {
  std::vector<ProseLink> links;
  read_prose_links(*run_, block.first_inline, block.end_inline, links);
  std::erase_if(links, [](const ProseLink& link) { return !link.url; });
  if (links.empty()) return;
  add_prose(block.line, ProseKind::Image, writer_.keep(joined_labels(links)));
  add_links(links);
}

// A heading below the title is an entry when most of it is a link to somewhere else.
bool Builder::is_entry_heading(std::uint32_t index, std::string_view title) const {
  const Block& block = run_->blocks[index];
  if (block.level < 2 || parents_[index] != index || title.empty()) return false;
  for (std::uint32_t i = block.first_inline; i < block.end_inline; ++i) {
    const Inline& each = run_->inlines[i];
    if (each.kind != InlineKind::Link) continue;
    const std::string_view url = run_->text(each.url);
    const std::string text = visible_text(*run_, i + 1, each.end, Images::Leave);
    return url.substr(0, 4) == "http" && text.size() * 5 >= title.size() * 3;
  }
  return false;
}

std::uint32_t Builder::add_paragraph(std::uint32_t index) {
  const Block& block = run_->blocks[index];
  // An item's own paragraphs were read with the item.
  if (run_->blocks[parents_[index]].kind == BlockKind::Item) return block.end;
  if (std::string label = bold_label(*run_, index); !label.empty()) {
    settle_paragraphs();
    close_entry();
    heading_.reset();
    begin_group(std::move(label), block);
    return block.end;
  }
  if (add_badges_to_item(index) || add_entry_paragraph(index)) return block.end;
  if (std::string label = plain_label(*run_, index); !label.empty() && !is_apart_) {
    begin_group(std::move(label), block, true);
    return block.end;
  }
  heading_.reset();
  const ProseDraft prose = read_prose(block);
  add_prose(prose.line, prose.kind, writer_.keep(prose.text));
  add_links(prose.links);
  return block.end;
}

Builder::ProseDraft Builder::read_prose(const Block& block) const {
  bool has_image = false;
  for (std::uint32_t i = block.first_inline; i < block.end_inline && !has_image; ++i) {
    has_image = run_->inlines[i].kind == InlineKind::Image;
  }
  const std::string words =
      visible_text(*run_, block.first_inline, block.end_inline, Images::Leave);
  ProseDraft prose;
  prose.line = block.line;
  prose.kind = has_image && words.empty() ? ProseKind::Image : ProseKind::Paragraph;
  prose.text = visible_text(*run_, block.first_inline, block.end_inline, Images::Keep);
  read_prose_links(*run_, block.first_inline, block.end_inline, prose.links);
  // Lines that lead to places of this page are its contents.
  const bool are_anchors =
      prose.links.size() > 1 &&
      std::all_of(prose.links.begin(), prose.links.end(),
                  [](const ProseLink& link) { return link.url && link.url->substr(0, 1) == "#"; });
  if (are_anchors) prose.kind = ProseKind::Contents;
  return prose;
}

std::uint32_t Builder::add_list(std::uint32_t index) {
  const Block& list = run_->blocks[index];
  settle_paragraphs(true);
  // Items of an outermost list may belong to the entry above it; add_item tells.
  if (parents_[index] != index) close_entry(true);
  Parted whole;
  const bool is_parted = list.is_begun || list.goes_on;
  Parted& state = is_parted ? begin_part(list) : whole;
  state.links.add(*run_, index);
  if (!list.is_begun) {
    const std::optional<Known> known = known_of(list);
    state.is_contents = known ? known->is_contents : state.links.are_contents();
  }
  const bool is_contents = state.links.are_contents();
  if (!list.goes_on && state.is_contents != is_contents) {
    go_back(list, {list.line, is_contents, 0});
    return list.end;
  }
  if (!state.is_contents) return index + 1;
  close_entry(true);
  add_contents(index, state);
  if (!list.goes_on) {
    findings_.add(rule::contents_list, Level::Note, list.line,
                  counted(state.items, "bullet") + " on the lines " + std::to_string(list.line) +
                      " to " + std::to_string(state.last_line) +
                      " are a table of contents and no entries.");
  }
  return list.end;
}

void Builder::add_contents(std::uint32_t index, Parted& state) {
  const std::uint32_t end = run_->blocks[index].end;
  for (std::uint32_t i = index + 1; i < end;) {
    const Block& item = run_->blocks[i];
    if (item.kind != BlockKind::Item) {
      // Code, tables and quotes in a bullet are what they are anywhere. With a heading it is no
      // contents: that is known at its end, and no section may be there when it is read again.
      const bool is_passed = item.kind == BlockKind::List || item.kind == BlockKind::Heading;
      i = is_passed ? i + 1 : add_block(i);
      continue;
    }
    ++state.items;
    state.last_line = item.line;
    Entry entry;
    read_item(i, entry);
    finish_entry(entry);
    add_prose(item.line, ProseKind::Contents, writer_.keep(entry.text));
    add_links(entry.links);
    ++i;
  }
}

// Reads the item's own paragraphs. Returns the end of their inlines.
std::uint32_t Builder::read_item(std::uint32_t index, Entry& entry) const {
  const Block& item = run_->blocks[index];
  std::uint32_t end_inline = item.first_inline;
  for (std::uint32_t child = index + 1; child < item.end; child = run_->blocks[child].end) {
    const Block& block = run_->blocks[child];
    if (block.kind != BlockKind::Paragraph) continue;
    if (!entry.text.empty()) entry.text.push_back(' ');
    if (entry.styled.size() > 0) entry.styled.add_sign(sign::paragraph);
    read_entry(*run_, block.first_inline, block.end_inline, block.line, entry);
    end_inline = block.end_inline;
  }
  return end_inline;
}

namespace {

// "CONTRIBUTING.md": another page of the list's own folder.
bool is_file_beside(std::string_view url) {
  if (url.substr(0, 2) == "./") url.remove_prefix(2);
  constexpr std::string_view ending = ".md";
  return url.size() > ending.size() && url.substr(url.size() - ending.size()) == ending &&
         find_any<'/', ':'>(url) == std::string_view::npos;
}

}  // namespace

std::uint32_t Builder::add_item(std::uint32_t index) {
  const Block& item = run_->blocks[index];
  Entry entry;
  const std::uint32_t end_inline = read_item(index, entry);
  if (add_apart_item(index, entry)) return index + 1;
  if (add_item_to_entry(index)) return item.end;
  heading_.reset();
  if (!is_without_content(entry)) read_attributes(index, entry);
  finish_entry(entry);
  if (is_without_content(entry)) {
    if (item.end == index + 1 || !entry.text.empty() || !entry.links.empty()) {
      findings_.add(rule::empty_bullet, Level::Warning, item.line, "A bullet without text.");
    }
    return index + 1;
  }
  // Over entries it is their label, unless something is said of it.
  if (entry.links.empty() && entry.more.empty()) {
    bool is_label = false;
    const std::uint32_t end = run_->blocks[item.end - 1].end_inline;
    for (std::uint32_t i = end_inline; i < end && !is_label; ++i) {
      is_label = run_->inlines[i].kind == InlineKind::Link;
    }
    if (is_label && entry.text.size() > max_label_bytes) {
      add_prose(item.line, ProseKind::Paragraph, writer_.keep(entry.text));
      return index + 1;
    }
    if (is_label) {
      findings_.add(
          rule::group_bullet, Level::Note, item.line,
          quoted(entry.text) + " has no link: it is taken as the label of the bullets below.");
      outer_.push_back(
          {without_colon(entry.text), item.line, item.end, true, {}, item.line, false});
      return index + 1;
    }
  }
  CatalogWriter::ListingRow& listing = writer_.add_listing();
  listing.line = item.line;
  listing.group = group_of(index);
  while (!entries_.empty() && entries_.back().end <= index) entries_.pop_back();
  if (!entries_.empty()) listing.parent = entries_.back().line;
  entries_.push_back({item.line, item.end});
  fill_listing(listing, entry);
  return index + 1;
}

// A bullet about the list itself: of such a section, below such a label in the introduction, or
// one that only leads to another file beside the list.
bool Builder::add_apart_item(std::uint32_t index, Entry& entry) {
  const bool is_below_label = tree_.current() < 0 && group_ &&
                              parents_[parents_[index]] == parents_[index] &&
                              is_apart_label(group_->text);
  const bool is_pointer = entry.links.size() == 1 && entry.links.front().url &&
                          entry.links.front().label.empty() &&
                          is_file_beside(*entry.links.front().url);
  if (!is_apart_ && !is_below_label && !is_pointer) return false;
  if (entry.links.empty() && !is_below_label) return false;
  finish_entry(entry);
  if (open_) close_entry();
  add_prose(run_->blocks[index].line, ProseKind::Paragraph, writer_.keep(entry.text));
  add_links(entry.links);
  return true;
}

std::uint32_t Builder::add_code(std::uint32_t index) {
  const Block& block = run_->blocks[index];
  heading_.reset();
  const std::string_view text = trim(run_->text(block.text));
  if (!writer_.bibtex.has_value() && is_bibtex(text)) {
    writer_.bibtex = writer_.keep(to_nfc(text));
    mark_content();
  } else {
    add_prose(block.line, ProseKind::Code, writer_.keep(to_nfc(squeeze_space(text))));
  }
  return block.end;
}

}  // namespace lamplight::catalog
