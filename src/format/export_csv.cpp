// One line a listing, so that a spreadsheet can filter by where things stand.
#include "format/escape.h"
#include "format/json_names.h"
#include "format/work_facts.h"
#include "lamplight/format.h"

namespace lamplight {
namespace {

class CsvLine {
 public:
  explicit CsvLine(std::string& out) : out_(out) {}
  void field(std::string_view text) {
    if (!is_first_) out_ += ',';
    is_first_ = false;
    format::append_csv(out_, text);
  }
  void end() { out_ += "\r\n"; }

 private:
  std::string& out_;
  bool is_first_ = true;
};

void append_header(std::string& out) {
  CsvLine line(out);
  for (std::string_view column :
       {"line", "section", "group", "shape", "name", "title", "details", "year", "year_from",
        "venue", "arxiv", "doi", "repository", "work"}) {
    line.field(column);
  }
  for (int kind = 0; kind < link_kind_count; ++kind) {
    line.field(link_kind_name(static_cast<LinkKind>(kind)));
  }
  line.field("without_url");
  line.end();
}

// What the text says beyond the title, and "Description: 34 M sequences | License: CC0", without
// the title's own cell.
std::string details(const Listing& listing) {
  std::string text(format::text_beyond_title(listing));
  for (const Cell& cell : listing.cells) {
    if (cell.text.empty() || cell.text == listing.text) continue;
    if (!text.empty()) text += " | ";
    text.append(cell.column).append(": ").append(cell.text);
  }
  return text;
}

void append_listing(std::string& out, const Listing& listing, const Catalog& catalog) {
  CsvLine line(out);
  line.field(std::to_string(listing.line));
  line.field(section_path_title(catalog, listing.section));
  line.field(*listing.group);
  line.field(format::name_of(format::shape_names, listing.shape));
  line.field(*listing.name);
  line.field(listing.title);
  line.field(details(listing));
  static const Work none{};
  const Work& work =
      listing.work < 0 ? none : catalog.works[static_cast<std::size_t>(listing.work)];
  line.field(work.year ? std::to_string(*work.year) : std::string());
  line.field(*work.year_from);
  line.field(*work.venue);
  line.field(*work.arxiv);
  line.field(*work.doi);
  line.field(*work.repository);
  line.field(work.id);
  // A kind's addresses stand in one cell, blanks between them: an address holds none itself.
  for (int kind = 0; kind < link_kind_count; ++kind) {
    std::string urls;
    for (const Link& link : listing.links) {
      if (link.kind != static_cast<LinkKind>(kind) || !link.url) continue;
      if (!urls.empty()) urls += ' ';
      urls += *link.url;
    }
    line.field(urls);
  }
  std::string labels;
  for (const Link& link : listing.links) {
    if (link.url) continue;
    if (!labels.empty()) labels += ' ';
    labels += link.label;
  }
  line.field(labels);
  line.end();
}

}  // namespace

std::string to_csv(const Catalog& catalog) {
  std::string out;
  append_header(out);
  for (const Listing& listing : catalog.listings) append_listing(out, listing, catalog);
  return out;
}

}  // namespace lamplight
