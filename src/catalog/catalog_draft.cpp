// Drafts to catalogs and back.
#include "lamplight/catalog_draft.h"

#include <string_view>

#include "base/assert.h"
#include "catalog/catalog_writer.h"

namespace lamplight {
namespace {

using catalog::CatalogWriter;
using catalog::KeptText;

class DraftWriter {
 public:
  Catalog write(const CatalogDraft& draft) {
    out_.title = out_.keep(draft.title);
    if (draft.bibtex) out_.bibtex = out_.keep(*draft.bibtex);
    for (const SectionDraft& section : draft.sections) {
      CatalogWriter::SectionRow& row = out_.add_section();
      row.id = out_.keep(section.id);
      row.title = out_.keep(section.title);
      row.parent = section.parent;
      row.level = section.level;
      row.line = section.line;
    }
    for (const ListingDraft& listing : draft.listings) add(listing);
    for (const WorkDraft& work : draft.works) add(work, draft);
    for (const ProseDraft& prose : draft.prose) {
      CatalogWriter::ProseRow& row = out_.add_prose();
      row.line = prose.line;
      row.section = prose.section;
      row.kind = prose.kind;
      row.text = out_.keep(prose.text);
      for (const LinkDraft& link : prose.links) add(link);
    }
    for (const FindingDraft& finding : draft.findings) {
      CatalogWriter::FindingRow& row = out_.add_finding();
      row.rule = out_.keep_common(finding.rule);
      row.message = out_.keep_common(finding.message);
      row.line = finding.line;
      row.level = finding.level;
    }
    Result<Catalog> made = out_.finish();
    LAMPLIGHT_VERIFY(made.is_ok());
    return std::move(*made.value_if());
  }

 private:
  void add(const ListingDraft& listing) {
    CatalogWriter::ListingRow& row = out_.add_listing();
    row.line = listing.line;
    row.section = listing.section;
    row.work = listing.work;
    row.shape = listing.shape;
    if (listing.group) row.group = out_.keep_common(*listing.group);
    row.text = out_.keep(listing.text);
    if (listing.name) row.name = out_.keep_within(row.text, *listing.name);
    row.title = out_.keep_within(row.text, listing.title);
    for (const LinkDraft& link : listing.links) add(link);
    for (const CellDraft& cell : listing.cells) out_.add_cell(cell.column, cell.text);
    if (listing.authors) row.authors = out_.keep_within(row.text, *listing.authors);
    if (listing.venue) row.venue = out_.keep_common(*listing.venue);
    if (listing.description) row.description = out_.keep_within(row.text, *listing.description);
    for (const std::string& tag : listing.tags) out_.add_tag(tag);
    row.year = listing.year;
    row.parent = listing.parent;
  }

  void add(const LinkDraft& link) { out_.add_link(link.label, link.kind, link.url); }

  void add(const WorkDraft& work, const CatalogDraft& draft) {
    // Its name and title are mostly those of one of its listings.
    KeptText listed;
    for (const int listing : work.listings) {
      if (static_cast<std::size_t>(listing) >= draft.listings.size()) continue;
      const ListingDraft& each = draft.listings[static_cast<std::size_t>(listing)];
      if (each.title != work.title || each.name != work.name) continue;
      listed = out_.listings()[static_cast<std::uint32_t>(listing)].text;
      break;
    }
    CatalogWriter::WorkRow& row = out_.add_work();
    row.id = out_.keep(work.id);
    if (work.name) row.name = out_.keep_within(listed, *work.name);
    row.title = out_.keep_within(listed, work.title);
    row.year = work.year;
    if (work.year_from) row.year_from = out_.keep_common(*work.year_from);
    if (work.venue) row.venue = out_.keep_common(*work.venue);
    if (work.arxiv) row.arxiv = out_.keep(*work.arxiv);
    if (work.doi) row.doi = out_.keep(*work.doi);
    if (work.repository) row.repository = out_.keep(*work.repository);
  }

  CatalogWriter out_;
};

std::optional<std::string> text_or_none(const OptionalText& text) {
  return text ? std::optional<std::string>(*text) : std::nullopt;
}

}  // namespace

Catalog make_catalog(const CatalogDraft& draft) { return DraftWriter().write(draft); }

LinkDraft make_draft(const Link& link) {
  return {std::string(link.label), link.kind, text_or_none(link.url)};
}

std::vector<LinkDraft> make_draft(std::span<const Link> links) {
  std::vector<LinkDraft> made;
  for (const Link& link : links) made.push_back(make_draft(link));
  return made;
}

std::vector<CellDraft> make_draft(std::span<const Cell> cells) {
  std::vector<CellDraft> made;
  for (const Cell& cell : cells) {
    made.push_back({std::string(cell.column), std::string(cell.text)});
  }
  return made;
}

ListingDraft make_draft(const Listing& listing) {
  ListingDraft made;
  made.line = listing.line;
  made.section = listing.section;
  made.group = text_or_none(listing.group);
  made.shape = listing.shape;
  made.text = listing.text;
  made.name = text_or_none(listing.name);
  made.title = listing.title;
  made.links = make_draft(listing.links.view());
  made.cells = make_draft(listing.cells.view());
  made.work = listing.work;
  made.authors = text_or_none(listing.authors);
  made.venue = text_or_none(listing.venue);
  made.description = text_or_none(listing.description);
  for (const Text& tag : listing.tags) made.tags.emplace_back(std::string_view(tag));
  made.year = listing.year;
  made.parent = listing.parent;
  return made;
}

WorkDraft make_draft(const Work& work) {
  WorkDraft made;
  made.id = work.id;
  made.name = text_or_none(work.name);
  made.title = work.title;
  made.listings.assign(work.listings.begin(), work.listings.end());
  made.year = work.year;
  made.year_from = text_or_none(work.year_from);
  made.venue = text_or_none(work.venue);
  made.arxiv = text_or_none(work.arxiv);
  made.doi = text_or_none(work.doi);
  made.repository = text_or_none(work.repository);
  return made;
}

CatalogDraft make_draft(const Catalog& catalog) {
  CatalogDraft made;
  made.title = catalog.title;
  for (const Section& each : catalog.sections) {
    made.sections.push_back(
        {std::string(each.id), std::string(each.title), each.parent, each.level, each.line});
  }
  for (const Listing& each : catalog.listings) made.listings.push_back(make_draft(each));
  for (const Work& each : catalog.works) made.works.push_back(make_draft(each));
  for (const Prose& each : catalog.prose) {
    made.prose.push_back({each.line, each.section, each.kind, std::string(each.text),
                          make_draft(each.links.view())});
  }
  for (const Finding& each : catalog.findings) {
    made.findings.push_back(
        {std::string(each.rule), each.level, each.line, std::string(each.message)});
  }
  if (catalog.bibtex) made.bibtex = std::string(*catalog.bibtex);
  return made;
}

}  // namespace lamplight
