// HTML that people write in Markdown: tables, items and lines that begin with a link are entries
// like any other; the rest is prose with its links.
#include <algorithm>

#include "base/text.h"
#include "catalog/builder.h"
#include "catalog/html_units.h"
#include "catalog/inline_text.h"

namespace lamplight::catalog {

using markdown::Block;
using markdown::Document;
using markdown::InlineKind;

namespace {

struct UnitLinks {
  std::size_t anchors = 0;
  std::size_t others = 0;
};

UnitLinks count_links(const Document& document, std::uint32_t begin, std::uint32_t end) {
  UnitLinks made;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (document.inlines[i].kind != InlineKind::Link) continue;
    ++(document.text(document.inlines[i].url).substr(0, 1) == "#" ? made.anchors : made.others);
  }
  return made;
}

bool is_blank_unit(const Document& document, const HtmlUnit& unit) {
  const UnitLinks links = count_links(document, unit.begin, unit.end);
  return links.anchors + links.others == 0 &&
         visible_text(document, unit.begin, unit.end, Images::Keep).empty();
}

}  // namespace

std::uint32_t Builder::add_html(std::uint32_t index) {
  const Block& block = run_->blocks[index];
  const HtmlUnits html = read_html_units(run_->text(block.text), block.line);
  Parted table;
  HtmlRow row;
  HtmlRow header;      // until a row was told by it
  int least_line = 0;  // of what was read so far: no row goes back behind it
  html_prose_ = {};
  bool is_abstract = false;
  const auto end_row = [&] {
    add_html_row(html.document, row, table, header);
    row = {};
  };
  const auto end_table = [&] {
    end_row();
    add_html_header(html.document, header);
    table = {};
  };
  for (const HtmlUnit& unit : html.units) {
    switch (unit.kind) {
      case HtmlUnit::Kind::Cell:
      case HtmlUnit::Kind::HeaderCell:
        if (row.cells.empty()) row.line = std::max(unit.line, least_line);
        row.is_header = row.is_header && unit.kind == HtmlUnit::Kind::HeaderCell;
        row.cells.push_back({unit.begin, unit.end});
        break;
      case HtmlUnit::Kind::RowEnd:
        end_row();
        break;
      case HtmlUnit::Kind::TableEnd:
        end_table();
        break;
      case HtmlUnit::Kind::FoldEnd:
        end_row();
        end_folded(index);
        is_abstract = false;
        break;
      default:
        // Between two cells stand but blanks; words there end the row.
        if (!row.cells.empty() && is_blank_unit(html.document, unit)) break;
        end_row();
        least_line = std::max(least_line, unit.line);
        if (unit.kind == HtmlUnit::Kind::Heading && take_html_title(html.document, unit)) break;
        if (unit.kind == HtmlUnit::Kind::Summary && begin_folded(html.document, unit, index)) break;
        if (add_abstract(html.document, unit, index, is_abstract)) break;
        add_html_line(html.document, unit, block);
        break;
    }
  }
  end_table();
  end_html_prose();
  return block.end;
}

// A header over no entries is words; those of its cells that hold links are told already.
void Builder::add_html_header(const Document& document, HtmlRow& header) {
  for (const CellInlines& cell : header.cells) {
    const UnitLinks links = count_links(document, cell.begin, cell.end);
    if (links.anchors + links.others > 0) continue;
    add_html_words(document, cell.begin, cell.end, header.line);
  }
  header = {};
}

void Builder::add_html_row(const Document& document, const HtmlRow& row, Parted& table,
                           HtmlRow& header) {
  const std::vector<CellInlines>& cells = row.cells;
  if (cells.empty()) return;
  if (row.is_header && table.columns.empty()) {
    for (const CellInlines& cell : cells) {
      table.columns.push_back(
          header_text(visible_text(document, cell.begin, cell.end, Images::Keep)));
      table.titles.kinds.push_back(column_kind(table.columns.back()));
      const UnitLinks links = count_links(document, cell.begin, cell.end);
      if (links.anchors + links.others > 0) {
        add_html_words(document, cell.begin, cell.end, row.line);
      }
    }
    header = row;
    return;
  }
  UnitLinks links;
  bool has_title = false;
  for (const CellInlines& cell : cells) {
    const UnitLinks each = count_links(document, cell.begin, cell.end);
    links.anchors += each.anchors;
    links.others += each.others;
  }
  // A cell over several rows is told once: the rows below it lack it in front.
  Parted state;
  const std::size_t missing =
      table.columns.size() > cells.size() ? table.columns.size() - cells.size() : 0;
  for (std::size_t i = missing; i < table.columns.size(); ++i) {
    state.columns.push_back(table.columns[i]);
    state.titles.kinds.push_back(table.titles.kinds[i]);
  }
  state.title_column = state.titles.column();
  if (state.title_column < cells.size()) {
    const CellInlines& title = cells[state.title_column];
    has_title = !visible_text(document, title.begin, title.end, Images::Leave).empty();
  }
  const bool is_entry = !is_apart_ && tree_.current() >= 0 && has_title && links.others > 0 &&
                        links.anchors == 0 && (!table.columns.empty() || cells.size() > 2);
  if (is_entry) {
    header = {};
    end_html_prose();
    settle_paragraphs(true);
    close_entry(true);
    write_row(document, row.line, cells, state, group_of(0), {});
    return;
  }
  add_html_header(document, header);
  for (const CellInlines& cell : cells) add_html_words(document, cell.begin, cell.end, row.line);
}

// The first heading above all sections is the list's title where Markdown has none. False when
// it is to be read as words, too.
bool Builder::take_html_title(const Document& document, const HtmlUnit& unit) {
  if (!html_title_.empty() || tree_.current() >= 0) return false;
  html_title_ = visible_text(document, unit.begin, unit.end, Images::Leave);
  const UnitLinks links = count_links(document, unit.begin, unit.end);
  return !html_title_.empty() && tree_.title().empty() && links.anchors + links.others == 0;
}

void Builder::add_html_line(const Document& document, const HtmlUnit& unit, const Block& block) {
  const UnitLinks links = count_links(document, unit.begin, unit.end);
  const bool may_be_entry =
      !is_apart_ && tree_.current() >= 0 && links.others > 0 && links.anchors == 0;
  if (may_be_entry) {
    Entry entry;
    read_entry(document, unit.begin, unit.end, unit.line, entry);
    finish_entry(entry);
    const bool is_item = unit.kind == HtmlUnit::Kind::Item && !entry.text.empty();
    // A line is one when it is a title with a link and says something of it.
    const bool is_line = !entry.title_link.empty() &&
                         entry.text.size() > entry.title_link.size() + 12 &&
                         entry.text.find(" - ") != std::string::npos;
    if (is_item || is_line) {
      end_html_prose();
      settle_paragraphs(true);
      close_entry(true);
      CatalogWriter::ListingRow& listing = writer_.add_listing();
      listing.line = unit.line;
      listing.shape = is_item ? Shape::Bullet : Shape::Paragraph;
      listing.group = group_of(0);
      fill_listing(listing, entry);
      return;
    }
  }
  if (unit.kind == HtmlUnit::Kind::Line && !is_blank_unit(document, unit) &&
      add_folded_line(document, unit))
    return;
  // Links right below a title that has none of its own are its links.
  if (open_ && !open_->has_own_links && links.others > 0 && block.line <= open_->last_line + 8) {
    Entry& entry = open_->entry;
    if (!entry.text.empty()) entry.text.push_back(' ');
    if (entry.styled.size() > 0) entry.styled.add_sign(sign::paragraph);
    read_entry(document, unit.begin, unit.end, unit.line, entry);
    mark_content();
    return;
  }
  add_html_words(document, unit.begin, unit.end, unit.line);
}

// Prose of HTML is one paragraph a block, with all its links.
void Builder::add_html_words(const Document& document, std::uint32_t begin, std::uint32_t end,
                             int line) {
  Entry entry;
  read_entry(document, begin, end, line, entry);
  const std::string words = visible_text(document, begin, end, Images::Keep);
  if (words.empty() && entry.links.empty()) return;
  if (html_prose_.line == 0) html_prose_.line = line;
  if (!html_prose_.text.empty()) html_prose_.text.push_back(' ');
  html_prose_.text.append(words);
  html_prose_.has_words =
      html_prose_.has_words || !visible_text(document, begin, end, Images::Leave).empty();
  for (EntryLink& link : entry.links) {
    if (link.label.empty()) link.label = to_nfc(squeeze_space(entry.title_link));
    html_prose_.links.push_back(std::move(link));
  }
}

void Builder::end_html_prose() {
  if (html_prose_.line > 0) {
    squeeze(html_prose_.text);
    const ProseKind kind = html_prose_.has_words ? ProseKind::Paragraph : ProseKind::Image;
    add_prose(html_prose_.line, kind, writer_.keep(html_prose_.text));
    add_links(html_prose_.links);
  }
  html_prose_ = {};
}

}  // namespace lamplight::catalog
