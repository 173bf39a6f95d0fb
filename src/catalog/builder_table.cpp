// Tables: each body row is a listing.
#include "catalog/builder.h"
#include "catalog/inline_text.h"
#include "catalog/link_kind.h"

namespace lamplight::catalog {

using markdown::Block;
using markdown::Document;
using markdown::Inline;
using markdown::InlineKind;

namespace {

// The first column whose cells mostly hold a link that is no mere label; else the first column.
std::size_t find_title_column(const Document& document, std::uint32_t table) {
  const std::uint32_t end = document.blocks[table].end;
  std::vector<std::size_t> titles;  // by column: cells with a link of their own
  std::size_t rows = 0;
  for (std::uint32_t row = table + 1; row < end; row = document.blocks[row].end) {
    if (document.blocks[row].is_header) continue;
    ++rows;
    std::size_t column = 0;
    for (std::uint32_t cell = row + 1; cell < document.blocks[row].end; ++cell, ++column) {
      if (column >= titles.size()) titles.resize(column + 1);
      const Block& block = document.blocks[cell];
      for (std::uint32_t i = block.first_inline; i < block.end_inline; ++i) {
        const Inline& each = document.inlines[i];
        if (each.kind != InlineKind::Link) continue;
        const std::string text = visible_text(document, i + 1, each.end, Images::Leave);
        if (!text.empty() && text.front() != '[' && !kind_by_label(text)) {
          ++titles[column];
          break;
        }
      }
    }
  }
  for (std::size_t column = 0; column < titles.size(); ++column) {
    if (titles[column] * 2 > rows) return column;
  }
  return 0;
}

// In other cells than the title's every link is a label, and the column may tell its kind.
void make_labels(Entry& entry, std::string_view column) {
  for (Link& link : entry.links) {
    if (link.label.empty()) link.label = entry.title_link;
    std::optional<LinkKind> kind = kind_by_label(link.label);
    if (!kind) kind = kind_by_label(column);
    if (kind) link.kind = *kind;
  }
}

}  // namespace

std::uint32_t Builder::add_table(std::uint32_t index) {
  const Block& table = document_.blocks[index];
  const std::size_t title_column = find_title_column(document_, index);
  std::vector<std::string> columns;
  for (std::uint32_t row = index + 1; row < table.end; row = document_.blocks[row].end) {
    if (!document_.blocks[row].is_header) {
      add_row(row, columns, title_column);
      continue;
    }
    for (std::uint32_t cell = row + 1; cell < document_.blocks[row].end; ++cell) {
      const Block& block = document_.blocks[cell];
      columns.push_back(
          visible_text(document_, block.first_inline, block.end_inline, Images::Keep));
    }
  }
  return table.end;
}

void Builder::add_row(std::uint32_t index, const std::vector<std::string>& columns,
                      std::size_t title_column) {
  const Block& row = document_.blocks[index];
  Listing listing;
  listing.line = row.line;
  listing.shape = Shape::Row;
  listing.group = group_of(index);
  Entry title;
  std::vector<Link> links;  // of all cells, in their order
  int images = 0;
  std::size_t column = 0;
  for (std::uint32_t cell = index + 1; cell < row.end; ++cell, ++column) {
    const Block& block = document_.blocks[cell];
    const std::string header = column < columns.size() ? columns[column] : std::string();
    listing.cells.push_back(
        {header, visible_text(document_, block.first_inline, block.end_inline, Images::Keep)});
    Entry entry;
    read_entry(document_, block.first_inline, block.end_inline, row.line, entry);
    finish_entry(entry);
    if (column != title_column) make_labels(entry, header);
    links.insert(links.end(), entry.links.begin(), entry.links.end());
    images += entry.images;
    if (column == title_column) title = std::move(entry);
  }
  for (const auto& [at, left_out] : extra_cells_) {
    if (at == index) listing.cells.push_back({std::string(), left_out});
  }
  title.links = std::move(links);
  title.link_lines.assign(title.links.size(), row.line);
  title.images = images;
  add_pending(std::move(listing), title);
}

}  // namespace lamplight::catalog
