#include "catalog/recognise.h"

#include "base/text.h"
#include "catalog/inline_text.h"
#include "catalog/link_kind.h"

namespace lamplight::catalog {

using markdown::Block;
using markdown::BlockKind;
using markdown::Document;
using markdown::Inline;
using markdown::InlineKind;

void ListLinks::add(const Document& document, std::uint32_t list) {
  const Block& block = document.blocks[list];
  const std::uint32_t end = document.blocks[block.end - 1].end_inline;
  for (std::uint32_t i = block.first_inline; i < end; ++i) {
    const Inline& each = document.inlines[i];
    if (each.kind != InlineKind::Link) continue;
    ++(document.text(each.url).substr(0, 1) == "#" ? anchors : others);
  }
  for (std::uint32_t i = list + 1; i < block.end && !has_headings; ++i) {
    has_headings = document.blocks[i].kind == BlockKind::Heading;
  }
}

void TableTitles::add(const Document& document, std::uint32_t table) {
  const std::uint32_t end = document.blocks[table].end;
  for (std::uint32_t row = table + 1; row < end; row = document.blocks[row].end) {
    if (document.blocks[row].is_header) continue;
    ++rows;
    std::size_t column = 0;
    for (std::uint32_t cell = row + 1; cell < document.blocks[row].end; ++cell, ++column) {
      if (column >= links.size()) links.resize(column + 1);
      const Block& block = document.blocks[cell];
      for (std::uint32_t i = block.first_inline; i < block.end_inline; ++i) {
        const Inline& each = document.inlines[i];
        if (each.kind != InlineKind::Link) continue;
        const std::string text = visible_text(document, i + 1, each.end, Images::Leave);
        if (!text.empty() && text.front() != '[' && !kind_by_label(text)) {
          ++links[column];
          break;
        }
      }
    }
  }
}

std::size_t TableTitles::column() const {
  for (std::size_t column = 0; column < links.size(); ++column) {
    if (links[column] * 2 > rows) return column;
  }
  return 0;
}

bool is_bibtex(std::string_view text) {
  if (text.empty() || text.front() != '@') return false;
  std::size_t end = 1;
  while (end < text.size() && is_ascii_alpha(text[end])) ++end;
  return end > 1 && end < text.size() && text[end] == '{';
}

std::string bold_label(const Document& document, std::uint32_t paragraph) {
  const Block& block = document.blocks[paragraph];
  if (block.first_inline == block.end_inline) return {};
  const Inline& first = document.inlines[block.first_inline];
  if (first.kind != InlineKind::Strong) return {};
  for (std::uint32_t i = block.first_inline + 1; i < first.end; ++i) {
    const InlineKind kind = document.inlines[i].kind;
    // A bold link is a title, and a label has one line.
    if (kind == InlineKind::Link || kind == InlineKind::SoftBreak ||
        kind == InlineKind::HardBreak) {
      return {};
    }
  }
  std::string label = visible_text(document, block.first_inline, first.end, Images::Leave);
  std::string after = visible_text(document, first.end, block.end_inline, Images::Leave);
  if (!after.empty() && after != ":" && after != "：") return {};
  return without_colon(label);
}

std::string without_colon(std::string_view label) {
  for (const std::string_view colon : {":", "："}) {
    if (label.size() > colon.size() && label.substr(label.size() - colon.size()) == colon) {
      label.remove_suffix(colon.size());
    }
  }
  return std::string(trim(label));
}

std::string html_text(std::string_view html) {
  std::string out;
  while (!html.empty()) {
    const std::size_t open = html.find('<');
    out.append(html.substr(0, open));
    if (open == std::string_view::npos) break;
    html.remove_prefix(open);
    const bool is_comment = html.substr(0, 4) == "<!--";
    const std::size_t close = is_comment ? html.find("-->", 4) : html.find('>');
    if (close == std::string_view::npos) {
      // No tag after all: what looks like its beginning is text.
      if (!is_comment) out.append(html);
      break;
    }
    out.push_back(' ');
    html.remove_prefix(close + (is_comment ? 3 : 1));
  }
  return to_nfc(squeeze_space(out));
}

}  // namespace lamplight::catalog
