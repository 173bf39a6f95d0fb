#include "catalog/builder.h"

#include "base/text.h"
#include "base/url.h"
#include "catalog/findings.h"
#include "catalog/inline_text.h"
#include "catalog/link_kind.h"
#include "catalog/names.h"

namespace lamplight::catalog {

using markdown::Block;
using markdown::BlockKind;
using markdown::Inline;
using markdown::InlineKind;

namespace {

// "@article{key," and the like: an entry type and a brace.
bool is_bibtex(std::string_view text) {
  if (text.empty() || text.front() != '@') return false;
  std::size_t end = 1;
  while (end < text.size() && is_ascii_alpha(text[end])) ++end;
  return end > 1 && end < text.size() && text[end] == '{';
}

}  // namespace

Builder::Builder(const markdown::Document& document) : document_(document) {
  parents_.resize(document.blocks.size(), 0);
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    while (!open.empty() && document.blocks[open.back()].end <= i) open.pop_back();
    parents_[i] = open.empty() ? i : open.back();
    open.push_back(i);
  }
}

Catalog Builder::build() {
  add_notices();
  const auto size = static_cast<std::uint32_t>(document_.blocks.size());
  for (std::uint32_t i = 0; i < size;) i = add_block(i);
  end_section();
  catalog_.title = tree_.title();
  catalog_.sections = tree_.take();
  add_empty_sections();
  if (catalog_.title.empty()) {
    add_finding(catalog_, rule::missing_title, Level::Note, 1,
                "The list has no heading of the first level: it has no title.");
  }
  if (catalog_.listings.empty()) {
    add_finding(catalog_, rule::empty_list, Level::Warning, 1, "No entries were found.");
  }
  if (images_ > 0) {
    add_finding(catalog_, rule::image_in_entry, Level::Note, first_image_line_,
                counted(static_cast<std::size_t>(images_), "image") +
                    " in entries, here the first: images are not kept.");
  }
  return std::move(catalog_);
}

std::uint32_t Builder::add_block(std::uint32_t index) {
  while (!outer_.empty() && outer_.back().end <= index) outer_.pop_back();
  switch (document_.blocks[index].kind) {
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
    default:
      return index + 1;  // quotes: what they hold comes next
  }
}

std::uint32_t Builder::add_heading(std::uint32_t index) {
  const Block& block = document_.blocks[index];
  end_section();
  std::string title = visible_text(document_, block.first_inline, block.end_inline, Images::Leave);
  const std::string quoted_title = quoted(title);
  if (tree_.add(block.level, std::move(title), block.line)) {
    add_finding(catalog_, rule::heading_level_skipped, Level::Warning, block.line,
                quoted_title + " is more than one level below the heading before it.");
  }
  has_content_.resize(tree_.sections().size());
  return block.end;
}

std::uint32_t Builder::add_paragraph(std::uint32_t index) {
  const Block& block = document_.blocks[index];
  // An item's own paragraphs were read with the item.
  if (document_.blocks[parents_[index]].kind == BlockKind::Item) return block.end;
  if (std::string label = bold_label(document_, index); !label.empty()) {
    begin_group(std::move(label), block.line);
    return block.end;
  }
  std::vector<Link> links;
  bool has_image = false;
  for (std::uint32_t i = block.first_inline; i < block.end_inline; ++i) {
    const Inline& each = document_.inlines[i];
    if (each.kind != InlineKind::Link && each.kind != InlineKind::Image) continue;
    has_image = has_image || each.kind == InlineKind::Image;
    std::string label = visible_text(document_, i + 1, each.end, Images::Keep);
    const std::string url(document_.text(each.url));
    const LinkKind kind = kind_by_label(label).value_or(kind_by_url(url));
    Link& link = links.emplace_back(Link{std::move(label), kind, std::nullopt});
    if (!url.empty()) link.url = url;
    if (each.kind == InlineKind::Link) {
      for (std::uint32_t inner = i + 1; inner < each.end; ++inner) {
        has_image = has_image || document_.inlines[inner].kind == InlineKind::Image;
      }
    }
    i = each.end - 1;
  }
  const std::string words =
      visible_text(document_, block.first_inline, block.end_inline, Images::Leave);
  const ProseKind kind = has_image && words.empty() ? ProseKind::Image : ProseKind::Paragraph;
  add_prose(block.line, kind,
            visible_text(document_, block.first_inline, block.end_inline, Images::Keep),
            std::move(links));
  return block.end;
}

std::uint32_t Builder::add_list(std::uint32_t index) {
  const Block& list = document_.blocks[index];
  if (!is_contents_list(document_, index)) return index + 1;
  std::size_t items = 0;
  int last_line = list.line;
  for (std::uint32_t i = index + 1; i < list.end; ++i) {
    const Block& item = document_.blocks[i];
    if (item.kind != BlockKind::Item) continue;
    ++items;
    last_line = item.line;
    Entry entry;
    for (std::uint32_t child = i + 1; child < item.end; child = document_.blocks[child].end) {
      const Block& block = document_.blocks[child];
      if (block.kind != BlockKind::Paragraph) continue;
      if (!entry.text.empty()) entry.text.push_back(' ');
      read_entry(document_, block.first_inline, block.end_inline, block.line, entry);
    }
    finish_entry(entry);
    add_prose(item.line, ProseKind::Contents, std::move(entry.text), std::move(entry.links));
  }
  add_finding(catalog_, rule::contents_list, Level::Note, list.line,
              counted(items, "bullet") + " on the lines " + std::to_string(list.line) + " to " +
                  std::to_string(last_line) + " are a table of contents and no entries.");
  return list.end;
}

std::uint32_t Builder::add_item(std::uint32_t index) {
  const Block& item = document_.blocks[index];
  Entry entry;
  std::uint32_t end_inline = item.first_inline;
  for (std::uint32_t child = index + 1; child < item.end; child = document_.blocks[child].end) {
    const Block& block = document_.blocks[child];
    if (block.kind != BlockKind::Paragraph) continue;
    if (!entry.text.empty()) entry.text.push_back(' ');
    read_entry(document_, block.first_inline, block.end_inline, block.line, entry);
    end_inline = block.end_inline;
  }
  finish_entry(entry);
  if (entry.text.empty() && entry.links.empty()) {
    if (item.end == index + 1) {
      add_finding(catalog_, rule::empty_bullet, Level::Warning, item.line,
                  "A bullet without text.");
    }
    return index + 1;
  }
  if (entry.links.empty()) {
    bool is_label = false;
    const std::uint32_t end = document_.blocks[item.end - 1].end_inline;
    for (std::uint32_t i = end_inline; i < end && !is_label; ++i) {
      is_label = document_.inlines[i].kind == InlineKind::Link;
    }
    if (is_label) {
      add_finding(
          catalog_, rule::group_bullet, Level::Note, item.line,
          quoted(entry.text) + " has no link: it is taken as the label of the bullets below.");
      outer_.push_back({without_colon(entry.text), item.line, item.end, true});
      return index + 1;
    }
  }
  Listing listing;
  listing.line = item.line;
  listing.group = group_of(index);
  add_pending(std::move(listing), entry);
  return index + 1;
}

std::uint32_t Builder::add_code(std::uint32_t index) {
  const Block& block = document_.blocks[index];
  const std::string_view text = trim(document_.text(block.text));
  if (!catalog_.bibtex && is_bibtex(text)) {
    catalog_.bibtex = to_nfc(text);
    mark_content();
  } else {
    add_prose(block.line, ProseKind::Code, to_nfc(squeeze_space(text)), {});
  }
  return block.end;
}

std::uint32_t Builder::add_html(std::uint32_t index) {
  const Block& block = document_.blocks[index];
  const std::string_view html = document_.text(block.text);
  const std::string folded = to_lower_ascii(html);
  for (const std::string_view tag : {"<tr", "<li"}) {
    if (folded.find(tag) == std::string::npos) continue;
    add_finding(catalog_, rule::html_entries, Level::Warning, block.line,
                "A table or list in HTML is kept as text: its entries are not taken.");
    break;
  }
  if (std::string text = html_text(html); !text.empty()) {
    add_prose(block.line, ProseKind::Paragraph, std::move(text), {});
  }
  return block.end;
}

}  // namespace lamplight::catalog
