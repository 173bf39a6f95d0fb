// Tables: each body row is a listing.
#include "base/text.h"
#include "catalog/builder.h"
#include "catalog/inline_text.h"
#include "catalog/link_kind.h"
#include "catalog/publication.h"
#include "catalog/statement_text.h"

namespace lamplight::catalog {

using markdown::Block;
using markdown::InlineKind;

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
  settle_paragraphs(true);
  heading_.reset();
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
  close_entry(true);
  add_rows(index, state);
  if (!table.goes_on && state.items == 0) add_header(state);
  return table.end;
}

// A row without a link in a section about the list itself: its team, its versions.
bool Builder::add_apart_row(std::uint32_t index) {
  const Block& row = run_->blocks[index];
  std::string words;
  for (std::uint32_t cell = index + 1; cell < row.end; ++cell) {
    const Block& each = run_->blocks[cell];
    for (std::uint32_t i = each.first_inline; i < each.end_inline; ++i) {
      if (run_->inlines[i].kind == InlineKind::Link) return false;
    }
    if (!words.empty()) words.append(" | ");
    words.append(visible_text(*run_, each.first_inline, each.end_inline, Images::Keep));
  }
  // What stands beyond the last cell.
  if (row.text.size > 0) words.append(" | ").append(to_nfc(run_->text(row.text)));
  add_prose(row.line, ProseKind::Paragraph, writer_.keep(words));
  return true;
}

Builder::ProseDraft Builder::read_header(std::uint32_t index) const {
  ProseDraft made;
  made.line = run_->blocks[index].line;
  for (std::uint32_t cell = index + 1; cell < run_->blocks[index].end; ++cell) {
    const Block& each = run_->blocks[cell];
    if (!made.text.empty()) made.text.append(" | ");
    made.text.append(visible_text(*run_, each.first_inline, each.end_inline, Images::Keep));
    read_prose_links(*run_, each.first_inline, each.end_inline, made.links);
  }
  return made;
}

void Builder::add_header(Parted& state) {
  if (!state.header.text.empty()) {
    add_prose(state.header.line, ProseKind::Paragraph, writer_.keep(state.header.text));
    add_links(state.header.links);
  }
  state.header = {};
}

void Builder::add_rows(std::uint32_t index, Parted& state) {
  const std::uint32_t end = run_->blocks[index].end;
  for (std::uint32_t row = index + 1; row < end; row = run_->blocks[row].end) {
    if (!run_->blocks[row].is_header) {
      ++state.items;
      if (!is_apart_ || !add_apart_row(row)) add_row(row, state);
      continue;
    }
    const bool is_told = is_apart_ && add_apart_row(row);
    if (!is_told) state.header = read_header(row);
    // Columns have no links.
    if (!state.header.links.empty()) add_header(state);
    for (std::uint32_t cell = row + 1; cell < run_->blocks[row].end; ++cell) {
      const Block& block = run_->blocks[cell];
      state.columns.push_back(
          header_text(visible_text(*run_, block.first_inline, block.end_inline, Images::Keep)));
    }
  }
}

namespace {

// "-", "N/A", "": a cell that says that there is nothing to say.
bool is_empty_cell(std::string_view text) {
  if (text.size() > 8) return false;
  const std::string folded = fold(trim(text));
  for (const std::string_view each :
       {"", "-", "--", "---", "/", "n/a", "na", "none", "tbd", "?", "无"}) {
    if (folded == each) return true;
  }
  return false;
}

}  // namespace

namespace {

// The spans of code that a cell consists of, each a mark of its own; none when it has other words.
std::vector<std::string> code_marks(const StyledText& styled) {
  std::vector<std::string> made;
  for (std::size_t at = 0; at < styled.size();) {
    std::size_t end = at;
    while (end < styled.size() && styled.has(end, style::code)) ++end;
    if (end == at) {
      if (is_ascii_alnum(styled.text[at]) || static_cast<unsigned char>(styled.text[at]) >= 0x80) {
        return {};
      }
      ++at;
      continue;
    }
    if (std::string mark = styled.words(at, end); has_word(mark)) made.push_back(std::move(mark));
    at = end;
  }
  return made;
}

}  // namespace

// What a cell beside the title says of the row's entry.
void Builder::read_cell(const Entry& cell, ColumnKind kind, Entry& title) {
  const std::string_view text = cell.text;
  if (is_empty_cell(text)) return;
  EntryMore& more = title.more;
  switch (kind) {
    case ColumnKind::Description:
      append_words(more.description, text);
      return;
    case ColumnKind::Authors:
      if (more.authors.empty()) more.authors = std::string(text);
      return;
    case ColumnKind::Venue:
    case ColumnKind::Date:
      if (const auto found = read_publication(text, Asked::Venue)) {
        if (kind == ColumnKind::Venue && more.venue.empty()) more.venue = found->venue;
        if (found->year && !more.year) more.year = found->year;
      } else if (kind == ColumnKind::Venue && more.venue.empty() && text.size() <= 80) {
        more.venue = std::string(text);
      }
      return;
    case ColumnKind::Name:
      if (more.name.empty() && text.size() <= 60) more.name = std::string(text);
      return;
    case ColumnKind::Number:
      return;
    default:
      break;
  }
  // "Lee et al." below "Paper": the authors of it.
  if (more.authors.empty() && is_who_wrote_it(text)) {
    more.authors = std::string(text);
    return;
  }
  // Other cells are marks where they say something short.
  for (const std::string& badge : cell.badges) more.tags.push_back(badge);
  if (std::vector<std::string> marks = code_marks(cell.styled); marks.size() > 1) {
    more.tags.insert(more.tags.end(), marks.begin(), marks.end());
    return;
  }
  const std::string_view words = cell.title_link.empty() ? text : "";
  if (!is_empty_cell(words) && words.size() <= 60) more.tags.emplace_back(words);
}

void Builder::add_row(std::uint32_t index, const Parted& state) {
  const Block& row = run_->blocks[index];
  std::vector<CellInlines> cells;
  for (std::uint32_t cell = index + 1; cell < row.end; ++cell) {
    cells.push_back({run_->blocks[cell].first_inline, run_->blocks[cell].end_inline});
  }
  write_row(*run_, row.line, cells, state, group_of(index), run_->text(row.text));
}

// A row as a listing; `excess` is what stands beyond its last cell.
void Builder::write_row(const markdown::Document& document, int line,
                        const std::vector<CellInlines>& cells, const Parted& state, KeptText group,
                        std::string_view excess) {
  CatalogWriter::ListingRow& listing = writer_.add_listing();
  listing.line = line;
  listing.shape = Shape::Row;
  listing.group = group;
  const auto kind_of = [&](std::size_t column) {
    return column < state.titles.kinds.size() ? state.titles.kinds[column] : ColumnKind::Unknown;
  };
  std::size_t title_column = state.title_column;
  // A cell that says nothing is no title: that of this row stands elsewhere.
  const auto says_nothing = [&](std::size_t column) {
    if (column >= cells.size()) return true;
    const CellInlines& cell = cells[column];
    const std::string text = visible_text(document, cell.begin, cell.end, Images::Leave);
    return is_empty_cell(text) || kind_by_label(text) || is_who_wrote_it(text);
  };
  if (title_column < cells.size() && says_nothing(title_column)) {
    for (const ColumnKind wanted : {ColumnKind::Title, ColumnKind::Name}) {
      for (std::size_t column = 0; column < cells.size(); ++column) {
        if (title_column == state.title_column && kind_of(column) == wanted &&
            !says_nothing(column)) {
          title_column = column;
        }
      }
    }
  }
  Entry title;
  std::vector<Entry> others;
  std::vector<std::size_t> columns;
  std::vector<EntryLink> links;  // of all cells, in their order
  int images = 0;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const CellInlines& cell = cells[column];
    const std::string_view header =
        column < state.columns.size() ? std::string_view(state.columns[column]) : "";
    writer_.add_cell(header, visible_text(document, cell.begin, cell.end, Images::Keep));
    Entry entry;
    entry.is_cell = true;
    read_entry(document, cell.begin, cell.end, line, entry);
    finish_entry(entry);
    if (column != title_column) make_labels(entry, header);
    links.insert(links.end(), entry.links.begin(), entry.links.end());
    images += entry.images;
    if (column == title_column) {
      title = std::move(entry);
    } else {
      others.push_back(std::move(entry));
      columns.push_back(column);
    }
  }
  if (!excess.empty()) writer_.add_cell("", to_nfc(excess));
  for (std::size_t i = 0; i < others.size(); ++i) {
    ColumnKind kind = kind_of(columns[i]);
    // A name beside a title in full is the short name; other names are marks.
    const bool is_name = kind == ColumnKind::Name && kind_of(title_column) == ColumnKind::Title;
    if ((kind == ColumnKind::Name && !is_name) || kind == ColumnKind::Title) {
      // "Publication" stands over titles or over venues.
      const bool is_venue = kind == ColumnKind::Title && others[i].links.empty() &&
                            read_publication(others[i].text, Asked::Known).has_value();
      kind = is_venue ? ColumnKind::Venue : ColumnKind::Unknown;
    }
    read_cell(others[i], kind, title);
  }
  title.links = std::move(links);
  title.link_lines.assign(title.links.size(), line);
  title.images = images;
  fill_listing(listing, title);
}

}  // namespace lamplight::catalog
