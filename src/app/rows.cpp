#include <algorithm>

#include "app/builders.h"
#include "base/snapshot_date.h"
#include "lamplight/work_text.h"

namespace lamplight::app {
namespace {

// Two marks with nothing but a blank between them are drawn as one.
std::vector<Span> joined_spans(std::vector<Span> spans, std::string_view text) {
  std::size_t kept = 0;
  for (const Span& span : spans) {
    if (kept > 0) {
      Span& last = spans[kept - 1];
      if (text.substr(last.end, span.begin - last.end) == " ") {
        last.end = span.end;
        continue;
      }
    }
    spans[kept++] = span;
  }
  spans.resize(kept);
  return spans;
}

std::vector<Span> build_highlights(const Scene& scene, std::string_view text,
                                   Index::TextOf text_of) {
  const Query& query = scene.request.query;
  if (scene.index == nullptr || query.is_empty() || text.empty()) return {};
  return joined_spans(scene.index->find_highlights(query, text, text_of), text);
}

std::string build_meta(const Scene& scene, const Work& work, const WorkFacts& facts) {
  std::string meta;
  add_part(meta, short_authors(facts.authors));
  if (facts.year) add_part(meta, std::to_string(*facts.year));
  if (!facts.venue.empty()) {
    std::string venue(facts.venue);
    if (venue == "arXiv" && work.arxiv) venue.append(" ").append(*work.arxiv);
    add_part(meta, venue);
  }
  for (const WorkPlace& place : places_of(scene.catalog(), scene.shown.profile(), work)) {
    add_part(meta, place.title);
  }
  return meta;
}

// The first finding of this rule on one of the work's lines. Findings are sorted by line.
const Finding* find_finding(const Catalog& catalog, const Work& work, std::string_view rule) {
  const std::span<const Finding> findings = catalog.findings;
  for (const int listing : work.listings) {
    const int line = catalog.listings[static_cast<std::size_t>(listing)].line;
    auto finding =
        std::lower_bound(findings.begin(), findings.end(), line,
                         [](const Finding& each, int wanted) { return each.line < wanted; });
    for (; finding != findings.end() && finding->line == line; ++finding) {
      if (finding->rule == rule) return &*finding;
    }
  }
  return nullptr;
}

std::vector<TagView> build_tags(const Scene& scene, std::uint32_t index) {
  const Catalog& catalog = scene.catalog();
  std::vector<TagView> tags;
  if (is_new(scene, index)) {
    tags.push_back(
        {"new", TagKind::Good, "Not in the list of " + month_label(scene.older->date()) + "."});
  }
  const Work& work = catalog.works[index];
  if (const Finding* finding = find_finding(catalog, work, "shared-url")) {
    tags.push_back({"shared URL", TagKind::Warning, finding->message.str()});
  }
  return tags;
}

std::string build_description(const Catalog& catalog, const Work& work, const WorkFacts& facts) {
  if (!facts.description.empty()) return std::string(facts.description);
  const bool has_stated = !facts.authors.empty() || !facts.tags.empty() ||
                          (!facts.venue.empty() && facts.venue_source.empty()) ||
                          (facts.year && facts.year_source.empty());
  if (has_stated) return {};
  for (const int at : work.listings) {
    const Listing& listing = catalog.listings[static_cast<std::size_t>(at)];
    if (listing.cells.size() > 1) return listing.cells[1].text.str();
  }
  return {};
}

}  // namespace

void add_part(std::string& line, std::string_view part) {
  if (part.empty()) return;
  if (!line.empty()) line += " · ";
  line += part;
}

std::vector<LinkView> build_links(const Scene& scene, std::uint32_t index) {
  const Catalog& catalog = scene.catalog();
  const Work& work = catalog.works[index];
  std::vector<LinkView> links;
  for (const Link* link : links_of(catalog, work)) {
    LinkView view{link_label(*link), link->kind, {}};
    if (link->url && is_clickable_url(*link->url)) view.url = *link->url;
    links.push_back(std::move(view));
  }
  return links;
}

RowView build_row(const Scene& scene, std::uint32_t index) {
  const Catalog& catalog = scene.catalog();
  const Work& work = catalog.works[index];
  const WorkFacts facts = facts_of(catalog, work);
  RowView row;
  row.id = work.id;
  row.url = scene.url.of(row.id);
  row.name = *work.name;
  row.title = work.title;
  row.name_highlights = build_highlights(scene, row.name, Index::TextOf::Name);
  row.title_highlights = build_highlights(scene, row.title, Index::TextOf::Other);
  row.description = build_description(catalog, work, facts);
  row.meta = build_meta(scene, work, facts);
  row.color = work_color(catalog, scene.shown.profile(), work);
  row.links = build_links(scene, index);
  row.tags = build_tags(scene, index);
  row.stated_tags = facts.tags;
  row.is_selected = scene.state.work == work.id;
  const std::vector<std::string>& saved = scene.state.saved;
  row.is_saved = std::find(saved.begin(), saved.end(), work.id) != saved.end();
  return row;
}

}  // namespace lamplight::app
