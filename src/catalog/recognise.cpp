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
    if (document.blocks[row].is_header) {
      for (std::uint32_t cell = row + 1; cell < document.blocks[row].end; ++cell) {
        const Block& block = document.blocks[cell];
        kinds.push_back(column_kind(
            visible_text(document, block.first_inline, block.end_inline, Images::Keep)));
      }
      continue;
    }
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

namespace {

struct Header {
  std::string_view word;  // folded
  ColumnKind kind;
};

// What lists write over their columns. A reader may add to them.
constexpr Header headers[] = {
    {"title", ColumnKind::Title},
    {"paper", ColumnKind::Title},
    {"paper title", ColumnKind::Title},
    {"article", ColumnKind::Title},
    {"publication", ColumnKind::Title},
    {"papers", ColumnKind::Title},
    {"论文", ColumnKind::Title},
    {"标题", ColumnKind::Title},
    {"api", ColumnKind::Name},
    {"app", ColumnKind::Name},
    {"application", ColumnKind::Name},
    {"benchmark", ColumnKind::Name},
    {"book", ColumnKind::Name},
    {"company", ColumnKind::Name},
    {"course", ColumnKind::Name},
    {"data", ColumnKind::Name},
    {"dataset", ColumnKind::Name},
    {"dataset name", ColumnKind::Name},
    {"datasets", ColumnKind::Name},
    {"framework", ColumnKind::Name},
    {"library", ColumnKind::Name},
    {"method", ColumnKind::Name},
    {"model", ColumnKind::Name},
    {"model name", ColumnKind::Name},
    {"models", ColumnKind::Name},
    {"movie", ColumnKind::Name},
    {"name", ColumnKind::Name},
    {"package", ColumnKind::Name},
    {"plugin", ColumnKind::Name},
    {"product", ColumnKind::Name},
    {"project", ColumnKind::Name},
    {"project name", ColumnKind::Name},
    {"resource", ColumnKind::Name},
    {"service", ColumnKind::Name},
    {"software", ColumnKind::Name},
    {"tool", ColumnKind::Name},
    {"tools", ColumnKind::Name},
    {"名称", ColumnKind::Name},
    {"模型", ColumnKind::Name},
    {"数据集", ColumnKind::Name},
    {"项目", ColumnKind::Name},
    {"about", ColumnKind::Description},
    {"comment", ColumnKind::Description},
    {"comments", ColumnKind::Description},
    {"desc", ColumnKind::Description},
    {"description", ColumnKind::Description},
    {"details", ColumnKind::Description},
    {"info", ColumnKind::Description},
    {"introduction", ColumnKind::Description},
    {"note", ColumnKind::Description},
    {"notes", ColumnKind::Description},
    {"overview", ColumnKind::Description},
    {"remark", ColumnKind::Description},
    {"remarks", ColumnKind::Description},
    {"summary", ColumnKind::Description},
    {"介绍", ColumnKind::Description},
    {"描述", ColumnKind::Description},
    {"简介", ColumnKind::Description},
    {"说明", ColumnKind::Description},
    {"author", ColumnKind::Authors},
    {"authors", ColumnKind::Authors},
    {"作者", ColumnKind::Authors},
    {"conf", ColumnKind::Venue},
    {"conference", ColumnKind::Venue},
    {"journal", ColumnKind::Venue},
    {"pub", ColumnKind::Venue},
    {"published", ColumnKind::Venue},
    {"published in", ColumnKind::Venue},
    {"venue", ColumnKind::Venue},
    {"会议", ColumnKind::Venue},
    {"date", ColumnKind::Date},
    {"release", ColumnKind::Date},
    {"release date", ColumnKind::Date},
    {"release time", ColumnKind::Date},
    {"released", ColumnKind::Date},
    {"time", ColumnKind::Date},
    {"year", ColumnKind::Date},
    {"publication date", ColumnKind::Date},
    {"发布时间", ColumnKind::Date},
    {"年份", ColumnKind::Date},
    {"时间", ColumnKind::Date},
    {"arxiv", ColumnKind::Links},
    {"code", ColumnKind::Links},
    {"demo", ColumnKind::Links},
    {"download", ColumnKind::Links},
    {"github", ColumnKind::Links},
    {"homepage", ColumnKind::Links},
    {"link", ColumnKind::Links},
    {"links", ColumnKind::Links},
    {"repo", ColumnKind::Links},
    {"repository", ColumnKind::Links},
    {"source", ColumnKind::Links},
    {"source link", ColumnKind::Links},
    {"tweet", ColumnKind::Links},
    {"url", ColumnKind::Links},
    {"website", ColumnKind::Links},
    {"链接", ColumnKind::Links},
    {"地址", ColumnKind::Links},
    {"#", ColumnKind::Number},
    {"id", ColumnKind::Number},
    {"index", ColumnKind::Number},
    {"no", ColumnKind::Number},
    {"no.", ColumnKind::Number},
    {"rank", ColumnKind::Number},
    {"序号", ColumnKind::Number},
};

}  // namespace

std::string header_text(std::string_view header) {
  return std::string(cut(header, max_label_bytes));
}

ColumnKind column_kind(std::string_view header) {
  if (header.size() > 40) return ColumnKind::Unknown;
  const std::string folded = fold(trim(header));
  std::string_view key = folded;
  while (!key.empty() && (key.back() == ':' || key.back() == ' ' || key.back() == ')')) {
    key.remove_suffix(1);
  }
  for (const Header& each : headers) {
    if (each.word == key) return each.kind;
  }
  return ColumnKind::Unknown;
}

std::size_t TableTitles::column() const {
  const auto kind = [&](std::size_t column) {
    return column < kinds.size() ? kinds[column] : ColumnKind::Unknown;
  };
  // A column of titles in full goes before one of names.
  for (std::size_t column = 0; column < links.size(); ++column) {
    if (kind(column) == ColumnKind::Title && links[column] * 2 > rows) return column;
  }
  for (std::size_t column = 0; column < links.size(); ++column) {
    const ColumnKind each = kind(column);
    if (each == ColumnKind::Links || each == ColumnKind::Description || each == ColumnKind::Date ||
        each == ColumnKind::Number || each == ColumnKind::Venue) {
      continue;
    }
    if (links[column] * 2 > rows) return column;
  }
  for (const ColumnKind wanted : {ColumnKind::Name, ColumnKind::Title}) {
    for (std::size_t column = 0; column < kinds.size(); ++column) {
      // "Paper" over cells that hold labels only is a column of links.
      if (kind(column) == wanted && (wanted == ColumnKind::Name || column == 0)) return column;
    }
  }
  for (std::size_t column = 0; column < kinds.size(); ++column) {
    const ColumnKind each = kind(column);
    if (each == ColumnKind::Unknown || each == ColumnKind::Title) return column;
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
  if (label.size() > max_label_bytes) return {};
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

}  // namespace lamplight::catalog
