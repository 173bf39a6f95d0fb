// Search results as JSON: each work whole, so that nothing has to be looked up.
#include "format/json_writer.h"
#include "format/work_facts.h"
#include "lamplight/format.h"

namespace lamplight {
namespace {

void write_work(format::JsonWriter& out, const Work& work, const Catalog& catalog) {
  out.begin_object();
  out.key("id");
  out.text(work.id);
  out.key("name");
  out.text_or_null(work.name);
  out.key("title");
  out.text(work.title);
  out.key("year");
  if (work.year) {
    out.number(*work.year);
  } else {
    out.null();
  }
  out.key("year_from");
  out.text_or_null(work.year_from);
  out.key("venue");
  out.text_or_null(work.venue);
  out.key("places");
  out.begin_array();
  for (int index : work.listings) {
    const Listing& listing = catalog.listings[static_cast<std::size_t>(index)];
    out.begin_object();
    out.key("line");
    out.number(listing.line);
    out.key("section");
    if (listing.section < 0) {
      out.null();
    } else {
      out.text(catalog.sections[static_cast<std::size_t>(listing.section)].id);
    }
    out.end_object();
  }
  out.end_array();
  out.key("links");
  out.begin_array();
  for (const Link* link : links_of(catalog, work)) {
    out.begin_object();
    out.key("label");
    out.text(link->label);
    out.key("kind");
    out.text(link_kind_name(link->kind));
    out.key("url");
    out.text_or_null(link->url);
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

void write_correction(format::JsonWriter& out, const Correction& correction) {
  out.begin_object();
  out.key("typed");
  out.text(correction.typed);
  out.key("words");
  out.begin_array();
  for (const std::string& word : correction.words) out.text(word);
  out.end_array();
  out.end_object();
}

}  // namespace

std::string to_json(const SearchResult& result, const Catalog& catalog, std::size_t limit) {
  format::JsonWriter out;
  out.begin_object();
  out.key("schema");
  out.number(1);
  out.key("found");
  out.number(static_cast<int>(result.works.size()));
  out.key("all");
  out.number(static_cast<int>(catalog.works.size()));
  out.key("corrections");
  out.begin_array();
  for (const Correction& correction : result.corrections) write_correction(out, correction);
  out.end_array();
  out.key("works");
  out.begin_array();
  for (std::size_t i = 0; i < result.works.size() && i < limit; ++i) {
    write_work(out, catalog.works[result.works[i]], catalog);
  }
  out.end_array();
  out.end_object();
  return out.take();
}

}  // namespace lamplight
