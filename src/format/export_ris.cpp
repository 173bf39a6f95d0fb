// RIS: tags of two letters, one a line, lines ended by CR LF as its specification says.
#include "format/citation_keys.h"
#include "format/work_facts.h"
#include "lamplight/format.h"

namespace lamplight {
namespace {

void append_tag(std::string& out, std::string_view tag, std::string_view value) {
  if (value.empty() && tag != "ER") return;
  out += tag;
  out += "  - ";
  for (char c : value) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  out += "\r\n";
}

bool is_dataset(const Work& work, const Catalog& catalog) {
  for (int index : work.listings) {
    const Listing& listing = catalog.listings[static_cast<std::size_t>(index)];
    for (const Link& link : listing.links) {
      if (link.kind == LinkKind::Dataset && link.label.empty()) return true;
    }
  }
  return false;
}

}  // namespace

std::string to_ris(const Catalog& catalog) {
  std::string out;
  format::CitationKeys keys(catalog);
  for (const Work& work : catalog.works) {
    const WorkFacts facts = facts_of(catalog, work);
    append_tag(out, "TY", is_dataset(work, catalog) ? "DATA" : "GEN");
    append_tag(out, "ID", keys.next(work));
    append_tag(out, "TI", full_title(work));
    for (const std::string_view name : split_authors(facts.authors)) append_tag(out, "AU", name);
    if (facts.year) append_tag(out, "PY", std::to_string(*facts.year));
    append_tag(out, "PB", facts.venue);
    if (work.doi) append_tag(out, "DO", *work.doi);
    if (work.arxiv) append_tag(out, "AN", "arXiv:" + std::string(*work.arxiv));
    for (const Link* link : links_of(catalog, work)) {
      if (link->url && is_clickable_url(*link->url)) append_tag(out, "UR", *link->url);
    }
    for (int index : work.listings) {
      const Listing& listing = catalog.listings[static_cast<std::size_t>(index)];
      append_tag(out, "KW", section_path_title(catalog, listing.section));
    }
    append_tag(out, "N1", format::derivation_note(facts));
    append_tag(out, "ER", "");
  }
  if (out.empty()) out = "\r\n";
  return out;
}

}  // namespace lamplight
