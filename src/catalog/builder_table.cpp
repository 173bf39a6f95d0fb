// Tables: each body row is a listing.
#include "base/text.h"
#include "catalog/builder.h"
#include "catalog/inline_text.h"
#include "catalog/link_kind.h"

namespace lamplight::catalog {

using markdown::Block;

namespace {

// In other cells than the title's every link is a label, and the column may tell its kind.
void make_labels(Entry& entry, std::string_view column) {
  for (EntryLink& link : entry.links) {
    if (link.label.empty()) link.label = entry.title_link;
    if (link.url && !link.is_status) link.kind = kind_of_link(link.label, *link.url, column);
  }
}

}  // namespace

std::uint32_t Builder::add_table(std::uint32_t index) {
  const Block& table = run_->blocks[index];
  Parted whole;
  const bool is_parted = table.is_begun || table.goes_on;
  Parted& state = is_parted ? begin_part(table) : whole;
  state.titles.add(*run_, index);
  if (!table.is_begun) {
    const std::optional<Known> known = known_of(table);
    state.title_column = known ? known->title_column : state.titles.column();
  }
  const std::size_t column = state.titles.column();
  if (!table.goes_on && state.title_column != column) {
    go_back(table, {table.line, false, column});
    return table.end;
  }
  add_rows(index, state);
  return table.end;
}

void Builder::add_rows(std::uint32_t index, Parted& state) {
  const std::uint32_t end = run_->blocks[index].end;
  for (std::uint32_t row = index + 1; row < end; row = run_->blocks[row].end) {
    if (!run_->blocks[row].is_header) {
      add_row(row, state);
      continue;
    }
    for (std::uint32_t cell = row + 1; cell < run_->blocks[row].end; ++cell) {
      const Block& block = run_->blocks[cell];
      state.columns.push_back(
          visible_text(*run_, block.first_inline, block.end_inline, Images::Keep));
    }
  }
}

void Builder::add_row(std::uint32_t index, const Parted& state) {
  const Block& row = run_->blocks[index];
  CatalogWriter::ListingRow& listing = writer_.add_listing();
  listing.line = row.line;
  listing.shape = Shape::Row;
  listing.group = group_of(index);
  Entry title;
  std::vector<EntryLink> links;  // of all cells, in their order
  int images = 0;
  std::size_t column = 0;
  for (std::uint32_t cell = index + 1; cell < row.end; ++cell, ++column) {
    const Block& block = run_->blocks[cell];
    const std::string_view header =
        column < state.columns.size() ? std::string_view(state.columns[column]) : "";
    writer_.add_cell(header,
                     visible_text(*run_, block.first_inline, block.end_inline, Images::Keep));
    Entry entry;
    read_entry(*run_, block.first_inline, block.end_inline, row.line, entry);
    finish_entry(entry);
    if (column != state.title_column) make_labels(entry, header);
    links.insert(links.end(), entry.links.begin(), entry.links.end());
    images += entry.images;
    if (column == state.title_column) title = std::move(entry);
  }
  if (row.text.size > 0) writer_.add_cell("", to_nfc(run_->text(row.text)));
  title.links = std::move(links);
  title.link_lines.assign(title.links.size(), row.line);
  title.images = images;
  fill_listing(listing, title);
}

}  // namespace lamplight::catalog
