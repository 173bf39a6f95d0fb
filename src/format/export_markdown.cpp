// A clean list again, in one dialect: ATX headings, "- " bullets with [[Label]](url), tables for
// rows, prose where it stood. Tables of contents are left out: headings make their own.
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
    if (out_.empty()) out_ = "\n";
    return std::move(out_);
  }

 private:
  void blank_line() {
    if (!out_.empty()) out_ += '\n';
  }

  void heading(int level, std::string_view title) {
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
    const std::string* group = nullptr;
    for (const format::Block& block : blocks) {
      if (block.prose) {
        write_prose(*block.prose);
        continue;
      }
      const Listing& first = listing(block.listings.front());
      if (first.group && (!group || *group != *first.group)) {
        blank_line();
        out_ += "**";
        text(*first.group);
        out_ += "**:\n";
      }
      group = first.group ? &*first.group : nullptr;
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
    for (const Link& link : listing.links) {
      if (link.label.empty() && link.url && !title_link) title_link = &link;
    }
    if (title_link && !listing.text.empty()) {
      out_ += '[';
      text(listing.text);
      out_ += "](";
      format::append_markdown_target(out_, *title_link->url);
      out_ += ')';
    } else {
      block_text(listing.text);
      title_link = nullptr;
    }
    for (const Link& link : listing.links) {
      if (&link != title_link) label(link);
    }
  }

  void label(const Link& link) {
    out_ += " [[";
    text(link.label.empty() ? link_kind_name(link.kind) : std::string_view(link.label));
    out_ += "]]";
    if (!link.url) return;
    out_ += '(';
    format::append_markdown_target(out_, *link.url);
    out_ += ')';
  }

  void table(const std::vector<int>& listings) {
    const std::vector<Cell>& columns = listing(listings.front()).cells;
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
    if (prose.kind == ProseKind::Contents) return;
    blank_line();
    if (prose.kind == ProseKind::Code) {
      // A fence longer than any run of backticks inside.
      std::size_t longest = 2;
      std::size_t run = 0;
      for (char c : prose.text) {
        run = c == '`' ? run + 1 : 0;
        if (run > longest) longest = run;
      }
      out_.append(longest + 1, '`');
      out_ += '\n';
      out_ += prose.text;
      if (prose.text.empty() || prose.text.back() != '\n') out_ += '\n';
      out_.append(longest + 1, '`');
      out_ += '\n';
      return;
    }
    block_text(prose.text);
    out_ += '\n';
  }

  const Catalog& catalog_;
  std::string out_;
};

}  // namespace

std::string to_markdown(const Catalog& catalog) { return MarkdownWriter(catalog).write(); }

}  // namespace lamplight
