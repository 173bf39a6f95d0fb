// Catalogs built by hand, in as few words as a test wants to say.
#pragma once

#include <list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lamplight/catalog_draft.h"
#include "lamplight/profile.h"

namespace lamplight::test {

// Builds a catalog section by section, bullet by bullet.
class CatalogBuilder {
 public:
  int section(std::string id, std::string title, int parent = -1) {
    const int level = parent < 0 ? 2 : draft_.sections[static_cast<std::size_t>(parent)].level + 1;
    draft_.sections.push_back({std::move(id), std::move(title), parent, level, ++line_});
    return static_cast<int>(draft_.sections.size()) - 1;
  }

  // A new work with one listing; `name` may be empty. Its index is given back.
  int work(int section, const std::string& name, const std::string& title,
           std::vector<LinkDraft> links = {}) {
    WorkDraft work;
    const int index = static_cast<int>(draft_.works.size());
    work.id = "work-" + std::to_string(index);
    if (!name.empty()) work.name = name;
    work.title = title;
    draft_.works.push_back(std::move(work));
    list(index, section, name, title, std::move(links));
    return index;
  }

  // One more listing of a work.
  ListingDraft& list(int work, int section, const std::string& name, const std::string& title,
                     std::vector<LinkDraft> links = {}) {
    ListingDraft listing;
    listing.line = ++line_;
    listing.section = section;
    listing.text = name.empty() ? title : name + ": " + title;
    if (!name.empty()) listing.name = name;
    listing.title = title;
    listing.links = std::move(links);
    listing.work = work;
    at(work).listings.push_back(static_cast<int>(draft_.listings.size()));
    draft_.listings.push_back(std::move(listing));
    return draft_.listings.back();
  }

  WorkDraft& at(int work) { return draft_.works[static_cast<std::size_t>(work)]; }
  CatalogDraft& draft() { return draft_; }
  // What was built so far; as long as the builder lives, whatever it builds later.
  const Catalog& catalog() { return made_.emplace_back(make_catalog(draft_)); }

 private:
  CatalogDraft draft_;
  std::list<Catalog> made_;
  int line_ = 0;
};

inline LinkDraft link(LinkKind kind, std::string url = "https://example.org/") {
  return {std::string(link_kind_name(kind)), kind, std::move(url)};
}

inline Facet facet(std::string id, FacetSource source) {
  Facet made;
  made.id = id;
  made.title = std::move(id);
  made.source = source;
  return made;
}

inline FacetValue value(std::string id, std::vector<std::string> sections,
                        std::vector<Shape> shapes = {}) {
  FacetValue made;
  made.id = id;
  made.title = std::move(id);
  made.match.sections = std::move(sections);
  made.match.shapes = std::move(shapes);
  return made;
}

}  // namespace lamplight::test
