// Catalog to JSON, schema 1. References between arrays are written as ids where ids exist
// (sections, works), so that a reader of the JSON needs no counting.
#include "format/json_names.h"
#include "format/json_writer.h"
#include "lamplight/format.h"

namespace lamplight {
namespace {

using format::JsonWriter;
using format::name_of;

class CatalogWriter {
 public:
  explicit CatalogWriter(const Catalog& catalog) : catalog_(catalog) {}

  std::string write() {
    out_.begin_object();
    out_.key("schema");
    out_.number(1);
    text("title", catalog_.title);
    array("sections", catalog_.sections, &CatalogWriter::section);
    array("listings", catalog_.listings, &CatalogWriter::listing);
    array("works", catalog_.works, &CatalogWriter::work);
    array("findings", catalog_.findings, &CatalogWriter::finding);
    array("prose", catalog_.prose, &CatalogWriter::prose);
    out_.key("citation");
    if (catalog_.bibtex) {
      out_.begin_object();
      text("bibtex", *catalog_.bibtex);
      out_.end_object();
    } else {
      out_.null();
    }
    out_.end_object();
    return out_.take();
  }

 private:
  template <typename T>
  void array(std::string_view key, std::span<const T> items,
             void (CatalogWriter::*fill)(const T&)) {
    out_.key(key);
    out_.begin_array();
    for (const T& item : items) {
      out_.begin_object();
      (this->*fill)(item);
      out_.end_object();
    }
    out_.end_array();
  }

  void text(std::string_view key, std::string_view value) {
    out_.key(key);
    out_.text(value);
  }
  void text_or_null(std::string_view key, std::optional<std::string_view> value) {
    out_.key(key);
    out_.text_or_null(value);
  }
  void number(std::string_view key, int value) {
    out_.key(key);
    out_.number(value);
  }
  void number_or_null(std::string_view key, OptionalInt value) {
    out_.key(key);
    if (value) {
      out_.number(*value);
    } else {
      out_.null();
    }
  }
  // The id of a section or work, or null for none.
  template <typename T>
  void reference(std::string_view key, std::span<const T> items, int index) {
    out_.key(key);
    if (index < 0) {
      out_.null();
    } else {
      out_.text(items[static_cast<std::size_t>(index)].id);
    }
  }

  void section(const Section& section) {
    text("id", section.id);
    text("title", section.title);
    reference("parent", catalog_.sections, section.parent);
    number("level", section.level);
    number("line", section.line);
  }

  void listing(const Listing& listing) {
    number("line", listing.line);
    reference("section", catalog_.sections, listing.section);
    text_or_null("group", listing.group);
    text("shape", name_of(format::shape_names, listing.shape));
    text("text", listing.text);
    text_or_null("name", listing.name);
    text("title", listing.title);
    text_or_null("authors", listing.authors);
    text_or_null("venue", listing.venue);
    number_or_null("year", listing.year);
    text_or_null("description", listing.description);
    out_.key("tags");
    out_.begin_array();
    for (const Text& tag : listing.tags) out_.text(tag);
    out_.end_array();
    number_or_null("parent", listing.parent);
    array("links", listing.links.view(), &CatalogWriter::link);
    if (listing.shape == Shape::Row) {
      array("cells", listing.cells.view(), &CatalogWriter::cell);
    } else {
      out_.key("cells");
      out_.null();
    }
    reference("work", catalog_.works, listing.work);
  }

  void link(const Link& link) {
    text("label", link.label);
    text("kind", link_kind_name(link.kind));
    text_or_null("url", link.url);
  }

  void cell(const Cell& cell) {
    text("column", cell.column);
    text("text", cell.text);
  }

  void work(const Work& work) {
    text("id", work.id);
    text_or_null("name", work.name);
    text("title", work.title);
    out_.key("listings");
    out_.begin_array();
    for (int index : work.listings) out_.number(index);
    out_.end_array();
    number_or_null("year", work.year);
    text_or_null("year_from", work.year_from);
    text_or_null("venue", work.venue);
    text_or_null("arxiv", work.arxiv);
    text_or_null("doi", work.doi);
    text_or_null("repository", work.repository);
  }

  void finding(const Finding& finding) {
    text("rule", finding.rule);
    text("level", name_of(format::level_names, finding.level));
    number("line", finding.line);
    text("message", finding.message);
  }

  void prose(const Prose& prose) {
    number("line", prose.line);
    reference("section", catalog_.sections, prose.section);
    text("kind", name_of(format::prose_kind_names, prose.kind));
    text("text", prose.text);
    array("links", prose.links.view(), &CatalogWriter::link);
  }

  const Catalog& catalog_;
  JsonWriter out_;
};

}  // namespace

std::string to_json(const Catalog& catalog) { return CatalogWriter(catalog).write(); }

}  // namespace lamplight
