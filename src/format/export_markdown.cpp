// A clean list again, in one dialect: ATX headings, "- " bullets with [[Label]](url), tables for
// rows, prose where it stood, the citation at the end.
#include "base/text.h"
#include "format/escape.h"
#include "format/section_content.h"
#include "lamplight/format.h"

namespace lamplight {
namespace {

class MarkdownWriter {
 public:
  explicit MarkdownWriter(const Catalog& catalog) : catalog_(catalog) {}

  std::string write() {
    if (!catalog_.title.empty()) heading(1, catalog_.title);
    const std::vector<std::vector<format::Block>> blocks = format::blocks_by_section(catalog_);
    content(blocks[0]);
    for (std::size_t i = 0; i < catalog_.sections.size(); ++i) {
      heading(catalog_.sections[i].level, catalog_.sections[i].title);
      content(blocks[i + 1]);
    }
    if (catalog_.bibtex) fenced("bibtex", *catalog_.bibtex);
    if (out_.empty()) out_ = "\n";
    return std::move(out_);
  }

 private:
  void blank_line() {
    if (!out_.empty()) out_ += '\n';
  }

  void heading(int level, std::string_view title) {
    last_item_ = ProseKind::Paragraph;
    blank_line();
    out_.append(static_cast<std::size_t>(level), '#');
    out_ += ' ';
    text(title);
    out_ += '\n';
  }

  // Text at the beginning of a block: what would make it another kind of block is escaped.
  void block_text(std::string_view value) {
    const std::size_t digits = value.find_first_not_of("0123456789");
    if (!value.empty() && std::string_view("#+-=").find(value.front()) != std::string_view::npos) {
      out_ += '\\';
    } else if (digits != std::string_view::npos && digits > 0 &&
               (value[digits] == '.' || value[digits] == ')')) {
      out_ += value.substr(0, digits);
      out_ += '\\';
      value.remove_prefix(digits);
      out_ += value.front();
      value.remove_prefix(1);
    }
    text(value);
  }
  void text(std::string_view value) { format::append_markdown(out_, value); }

  void content(const std::vector<format::Block>& blocks) {
    std::optional<std::string_view> group;
    for (const format::Block& block : blocks) {
      if (block.prose) {
        write_prose(*block.prose);
        continue;
      }
      last_item_ = ProseKind::Paragraph;
      const Listing& first = listing(block.listings.front());
      if (first.group && group != *first.group) {
        blank_line();
        out_ += "**";
        text(*first.group);
        out_ += "**:\n";
      }
      group = first.group;
      blank_line();
      if (first.shape == Shape::Row && !first.cells.empty()) {
        table(block.listings);
      } else {
        bullets(block.listings);
      }
    }
  }

  const Listing& listing(int index) const {
    return catalog_.listings[static_cast<std::size_t>(index)];
  }

  void bullets(const std::vector<int>& listings) {
    for (int index : listings) {
      out_ += "- ";
      titled(listing(index));
      out_ += '\n';
    }
  }

  // The text, linked where the list links it, and the labels.
  void titled(const Listing& listing) {
    const Link* title_link = nullptr;
    for (const Link& one : listing.links) {
      if (one.label.empty() && one.url && !title_link) title_link = &one;
    }
    if (title_link && !listing.text.empty()) {
      // The title is linked, its description stands behind.
      const std::string_view whole = listing.text;
      const bool starts =
          whole.substr(0, listing.title.size()) == listing.title && !listing.title.empty();
      const std::size_t end = starts ? listing.title.size() : whole.size();
      link(whole.substr(0, end), *title_link->url);
      text(whole.substr(end));
    } else {
      block_text(listing.text);
      title_link = nullptr;
    }
    for (const Link& one : listing.links) {
      if (&one != title_link) label(one);
    }
  }

  void label(const Link& one) {
    out_ += " [[";
    text(one.label.empty() ? link_kind_name(one.kind) : std::string_view(one.label));
    out_ += "]]";
    if (!one.url) return;
    out_ += '(';
    format::append_markdown_target(out_, *one.url);
    out_ += ')';
  }

  void table(const std::vector<int>& listings) {
    const Array<Cell>& columns = listing(listings.front()).cells;
    for (const Cell& cell : columns) {
      out_ += "| ";
      text(cell.column);
      out_ += ' ';
    }
    out_ += "|\n";
    for (std::size_t i = 0; i < columns.size(); ++i) out_ += "| --- ";
    out_ += "|\n";
    for (int index : listings) {
      bool has_title = false;
      for (const Cell& cell : listing(index).cells) {
        out_ += "| ";
        if (!has_title && cell.text == listing(index).text) {
          has_title = true;
          titled(listing(index));
        } else {
          text(cell.text);
        }
        out_ += ' ';
      }
      out_ += "|\n";
    }
  }

  void write_prose(const Prose& prose) {
    if (prose.kind == ProseKind::Code) return fenced("", prose.text);
    const bool is_item = prose.kind == ProseKind::Contents || prose.kind == ProseKind::Topics;
    // Items of one list stand together: a blank line would start another.
    if (!is_item || last_item_ != prose.kind) blank_line();
    last_item_ = is_item ? prose.kind : ProseKind::Paragraph;
    if (prose.kind == ProseKind::Contents) out_ += "- ";
    if (prose.kind == ProseKind::Topics) out_ += "1. ";
    if (prose.kind == ProseKind::Image && prose.text.empty()) out_ += '!';
    linked(prose);
    out_ += '\n';
  }

  // Links stand where their label does; one without a label is that of the whole text.
  void linked(const Prose& prose) {
    std::string_view rest = prose.text;
    if (prose.links.size() == 1 && prose.links[0].label.empty() && prose.links[0].url) {
      return link(rest, *prose.links[0].url);
    }
    bool is_first = true;
    for (const Link& one : prose.links) {
      const std::size_t found = one.label.empty() ? std::string_view::npos : rest.find(one.label);
      if (found == std::string_view::npos || !one.url) continue;
      plain(rest.substr(0, found), is_first);
      is_first = false;
      link(one.label, *one.url);
      rest.remove_prefix(found + one.label.size());
    }
    plain(rest, is_first);
  }
  void plain(std::string_view value, bool begins_block) {
    if (begins_block) {
      block_text(value);
    } else {
      text(value);
    }
  }
  void link(std::string_view label_text, std::string_view url) {
    out_ += '[';
    text(label_text);
    out_ += "](";
    format::append_markdown_target(out_, url);
    out_ += ')';
  }

  // A fence longer than any run of backticks inside.
  void fenced(std::string_view language, std::string_view code) {
    blank_line();
    std::size_t longest = 2;
    std::size_t run = 0;
    for (char c : code) {
      run = c == '`' ? run + 1 : 0;
      if (run > longest) longest = run;
    }
    const std::string fence(longest + 1, '`');
    out_ += fence;
    out_ += language;
    out_ += '\n';
    out_ += code;
    if (code.empty() || code.back() != '\n') out_ += '\n';
    out_ += fence;
    out_ += '\n';
  }

  const Catalog& catalog_;
  std::string out_;
  ProseKind last_item_ = ProseKind::Paragraph;  // of the list being written
};

}  // namespace

std::string to_markdown(const Catalog& catalog) { return MarkdownWriter(catalog).write(); }

}  // namespace lamplight
