#include "catalog/recognise.h"

#include <algorithm>

#include "base/text.h"
#include "catalog/inline_text.h"
#include "catalog/statement_text.h"

namespace lamplight::catalog {

using markdown::Block;
using markdown::BlockKind;
using markdown::Document;
using markdown::Inline;
using markdown::InlineKind;

namespace {

// The page of a repository that a link leads into: "https://github.com/a/b" of ".../a/b#usage".
std::string_view page_of_anchor(std::string_view url) {
  constexpr std::string_view host = "https://github.com/";
  const std::size_t hash = url.find('#');
  if (hash == std::string_view::npos || url.substr(0, host.size()) != host) return {};
  const std::string_view page = url.substr(0, hash);
  const std::string_view path = page.substr(host.size());
  constexpr std::string_view readme = "readme.md";
  const bool is_readme =
      path.size() > readme.size() && fold(path.substr(path.size() - readme.size())) == readme;
  return is_readme || std::count(path.begin(), path.end(), '/') == 1 ? page : std::string_view();
}

}  // namespace

void ListLinks::add(const Document& document, std::uint32_t list) {
  const Block& block = document.blocks[list];
  const std::uint32_t end = document.blocks[block.end - 1].end_inline;
  for (std::uint32_t i = block.first_inline; i < end; ++i) {
    const Inline& each = document.inlines[i];
    if (each.kind != InlineKind::Link) continue;
    const std::string_view url = document.text(each.url);
    const std::string_view target = page_of_anchor(url);
    if (page.empty()) page = target;
    if (url.substr(0, 1) == "#") {
      ++anchors;
    } else if (!target.empty() && target == page) {
      ++page_anchors;
    } else {
      ++others;
    }
  }
  for (std::uint32_t i = list + 1; i < block.end && !has_headings; ++i) {
    has_headings = document.blocks[i].kind == BlockKind::Heading;
  }
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
  // A sign may stand before it: "💡 **Notes**".
  std::uint32_t begin = block.first_inline;
  if (document.inlines[begin].kind == InlineKind::Text && begin + 1 < block.end_inline &&
      without_symbols(document.text(document.inlines[begin].text)).empty()) {
    ++begin;
  }
  const Inline& first = document.inlines[begin];
  if (first.kind != InlineKind::Strong) return {};
  for (std::uint32_t i = begin + 1; i < first.end; ++i) {
    const InlineKind kind = document.inlines[i].kind;
    // A bold link is a title, and a label has one line.
    if (kind == InlineKind::Link || kind == InlineKind::SoftBreak ||
        kind == InlineKind::HardBreak) {
      return {};
    }
  }
  for (std::uint32_t i = first.end; i < block.end_inline; ++i) {
    if (document.inlines[i].kind == InlineKind::Link) return {};  // of a badge
  }
  std::string label = visible_text(document, begin, first.end, Images::Leave);
  std::string after = visible_text(document, first.end, block.end_inline, Images::Leave);
  if (!after.empty() && after != ":" && after != "：") return {};
  if (label.size() > max_label_bytes) return {};
  return without_colon(label);
}

std::string plain_label(const Document& document, std::uint32_t paragraph) {
  constexpr std::size_t max_bytes = 48;
  constexpr std::size_t max_words = 4;
  const Block& block = document.blocks[paragraph];
  if (block.end_inline != block.first_inline + 1) return {};
  const Inline& only = document.inlines[block.first_inline];
  if (only.kind != InlineKind::Text) return {};
  const std::string_view text = trim(document.text(only.text));
  if (text.size() > max_bytes || is_ascii_lower(text.empty() ? 'a' : text.front())) return {};
  const std::string label =
      visible_text(document, block.first_inline, block.end_inline, Images::Leave);
  std::string without = without_colon(label);
  const bool is_label =
      without.size() < label.size() && has_word(without) && count_words(without) <= max_words;
  return is_label ? without : std::string();
}

std::string without_colon(std::string_view label) {
  for (const std::string_view colon : {":", "："}) {
    if (label.size() > colon.size() && label.substr(label.size() - colon.size()) == colon) {
      label.remove_suffix(colon.size());
    }
  }
  return std::string(trim(label));
}

}  // namespace lamplight::catalog
