// Catalogs built by hand, in as few words as a test wants to say.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lamplight/catalog.h"
#include "lamplight/profile.h"

namespace lamplight::test {

// Builds a catalog section by section, bullet by bullet.
class CatalogBuilder {
 public:
  int section(std::string id, std::string title, int parent = -1) {
    const int level =
        parent < 0 ? 2 : catalog_.sections[static_cast<std::size_t>(parent)].level + 1;
    catalog_.sections.push_back({std::move(id), std::move(title), parent, level, ++line_});
    return static_cast<int>(catalog_.sections.size()) - 1;
  }

  // A new work with one listing; `name` may be empty. Its index is given back.
  int work(int section, const std::string& name, const std::string& title,
           std::vector<Link> links = {}) {
    Work work;
    const int index = static_cast<int>(catalog_.works.size());
    work.id = "work-" + std::to_string(index);
    if (!name.empty()) work.name = name;
    work.title = title;
    catalog_.works.push_back(std::move(work));
    list(index, section, name, title, std::move(links));
    return index;
  }

  // One more listing of a work.
  Listing& list(int work, int section, const std::string& name, const std::string& title,
                std::vector<Link> links = {}) {
    Listing listing;
    listing.line = ++line_;
    listing.section = section;
    listing.text = name.empty() ? title : name + ": " + title;
    if (!name.empty()) listing.name = name;
    listing.title = title;
    listing.links = std::move(links);
    listing.work = work;
    at(work).listings.push_back(static_cast<int>(catalog_.listings.size()));
    catalog_.listings.push_back(std::move(listing));
    return catalog_.listings.back();
  }

  Work& at(int work) { return catalog_.works[static_cast<std::size_t>(work)]; }
  Catalog& catalog() { return catalog_; }

 private:
  Catalog catalog_;
  int line_ = 0;
};

inline Link link(LinkKind kind, std::string url = "https://example.org/") {
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
