#include <algorithm>

#include "app/builders.h"
#include "base/text.h"
#include "base/url.h"
#include "lamplight/format.h"
#include "lamplight/work_text.h"

namespace lamplight::app {
namespace {

constexpr std::size_t max_related = 5;

// Nothing for what the list itself states.
std::string from(std::string_view source) {
  return source.empty() ? std::string() : "from " + std::string(source);
}

// The work's link that goes to this repository, as the list writes it.
std::string repository_url(const Catalog& catalog, const Work& work) {
  for (const int listing : work.listings) {
    for (const Link& link : catalog.listings[static_cast<std::size_t>(listing)].links) {
      if (!link.url || !is_clickable_url(*link.url)) continue;
      const std::string path(split_url(*link.url).path);
      const std::string wanted = "/" + std::string(*work.repository);
      if (path.compare(0, wanted.size(), wanted) == 0) return std::string(*link.url);
    }
  }
  return {};
}

std::vector<FactView> build_facts(const Scene& scene, std::uint32_t index) {
  const Work& work = scene.catalog().works[index];
  std::vector<FactView> facts;
  const WorkFacts known = facts_of(scene.catalog(), work);
  if (!known.authors.empty()) facts.push_back({"Authors", std::string(known.authors), {}, {}});
  if (known.year) {
    facts.push_back({"Year", std::to_string(*known.year), from(known.year_source), {}});
  }
  if (!known.venue.empty()) {
    facts.push_back({"Venue", std::string(known.venue), from(known.venue_source), {}});
  }
  if (work.arxiv) {
    const std::string arxiv(*work.arxiv);
    facts.push_back({"arXiv", arxiv, "from a link", "https://arxiv.org/abs/" + arxiv});
  }
  if (work.doi) {
    const std::string doi(*work.doi);
    facts.push_back({"DOI", doi, "from a link", "https://doi.org/" + doi});
  }
  if (work.repository) {
    facts.push_back({"Repository", std::string(*work.repository), "from a link",
                     repository_url(scene.catalog(), work)});
  }
  const History history = build_history(scene, index);
  if (!history.since.empty()) {
    facts.push_back({"Listed since", history.since, history.changes, {}});
  }
  return facts;
}

std::vector<PlaceView> build_places(const Scene& scene, const Work& work) {
  const Catalog& catalog = scene.catalog();
  std::vector<PlaceView> places;
  for (const int at : work.listings) {
    const Listing& listing = catalog.listings[static_cast<std::size_t>(at)];
    PlaceView place;
    place.text = full_place(catalog, scene.shown.profile(), listing);
    if (listing.section >= 0) {
      place.section = catalog.sections[static_cast<std::size_t>(listing.section)].id;
    }
    place.color = listing_color(catalog, scene.shown.profile(), listing);
    place.line = listing.line;
    places.push_back(std::move(place));
  }
  return places;
}

std::string correction_url(const std::string& pattern, int line) {
  constexpr std::string_view placeholder = "{line}";
  std::string url = pattern;
  const std::size_t at = url.find(placeholder);
  if (at != std::string::npos) url.replace(at, placeholder.size(), std::to_string(line));
  return is_clickable_url(url) ? url : std::string();
}

// "paper code": nothing but labels of links.
bool is_labels(std::string_view text, const std::vector<LinkView>& links) {
  for (std::size_t before = text.size() + 1; !text.empty() && text.size() < before;) {
    before = text.size();
    for (const LinkView& link : links) {
      const std::size_t size = link.label.size();
      if (size > 0 && to_lower_ascii(text.substr(0, size)) == to_lower_ascii(link.label)) {
        text = trim(text.substr(size));
      }
    }
  }
  return text.empty();
}

// Whether the detail says it already: as a stated fact, a tag or buttons.
bool is_told(std::string_view column, std::string_view text, const DetailView& detail) {
  const std::vector<std::string>& tags = detail.row.stated_tags;
  return std::any_of(detail.facts.begin(), detail.facts.end(),
                     [&](const FactView& fact) { return fact.value == text; }) ||
         std::any_of(tags.begin(), tags.end(),
                     [&](const std::string& tag) {
                       return tag == text || tag == std::string(column) + ": " + std::string(text);
                     }) ||
         is_labels(text, detail.row.links);
}

}  // namespace

std::string build_bibtex(const Scene& scene, std::uint32_t work) {
  return to_bibtex(scene.catalog().works[work], scene.catalog());
}

DetailView build_detail(const Scene& scene, std::uint32_t index) {
  const Catalog& catalog = scene.catalog();
  const Work& work = catalog.works[index];
  DetailView detail;
  detail.row = build_row(scene, index);
  detail.heading = work.name.value_or(work.title);
  if (work.name) detail.subtitle = work.title;
  detail.facts = build_facts(scene, index);
  detail.places = build_places(scene, work);
  detail.bibtex = build_bibtex(scene, index);
  for (const int at : work.listings) {
    for (const Cell& cell : catalog.listings[static_cast<std::size_t>(at)].cells) {
      if (is_told(cell.column, cell.text, detail)) continue;
      std::pair<std::string, std::string> pair(cell.column, cell.text);
      if (std::find(detail.cells.begin(), detail.cells.end(), pair) == detail.cells.end()) {
        detail.cells.push_back(std::move(pair));
      }
    }
  }
  detail.description = facts_of(catalog, work).description;
  for (const auto& [column, text] : detail.cells) {
    if (text == detail.description) detail.description.clear();
  }
  detail.line = catalog.listings[static_cast<std::size_t>(work.listings.front())].line;
  detail.correction_url = correction_url(scene.shown.profile().source_url, detail.line);
  return detail;
}

std::vector<RelatedView> build_related(const Scene& scene, std::uint32_t index) {
  std::vector<RelatedView> related;
  if (scene.index == nullptr) return related;
  for (const std::uint32_t other : scene.index->find_related(index, max_related)) {
    const Work& work = scene.catalog().works[other];
    related.push_back({work.id.str(), {}, full_title(work)});
  }
  return related;
}

}  // namespace lamplight::app
