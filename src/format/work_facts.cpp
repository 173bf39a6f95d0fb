#include "format/work_facts.h"

#include <algorithm>

#include "base/url.h"

namespace lamplight::format {
namespace {

struct SourceWords {
  std::string_view year_from;
  std::string_view words;
};

// What is not here is the pattern of a host's addresses.
constexpr SourceWords source_words[] = {
    {"arxiv", "the arXiv id"},
    {"doi", "the DOI"},
    {"acl", "the ACL Anthology id"},
    {"biorxiv", "the bioRxiv id"},
    {"nature", "the Nature article number"},
    {"pmlr", "the PMLR volume"},
};

bool is_web_url(std::string_view url) { return is_clickable_url(url) && url_host(url).size() > 0; }

}  // namespace

std::string full_title(const Work& work) {
  if (!work.name) return work.title.str();
  std::string full(*work.name);
  return work.title.empty() ? full : full + ": " + work.title.str();
}

std::string_view text_beyond_title(const Listing& listing) {
  std::string_view rest = listing.text;
  const auto drop = [&rest](std::string_view part) {
    if (part.empty() || rest.substr(0, part.size()) != part) return false;
    rest.remove_prefix(part.size());
    return true;
  };
  const auto drop_separators = [&] {
    while (drop(" ") || drop("-") || drop(":") || drop("–") || drop("—") || drop("|")) {
    }
  };
  if (listing.name && drop(*listing.name)) drop_separators();
  if (!drop(listing.title) && !listing.title.empty()) return listing.text;
  drop_separators();
  return rest;
}

std::string year_source(std::string_view year_from) {
  for (const SourceWords& known : source_words) {
    if (known.year_from == year_from) return std::string(known.words);
  }
  return "the address";
}

std::string derivation_note(const Work& work) {
  if (work.year) {
    const std::string year = "Year (from " + year_source(work.year_from.value_or("")) + ")";
    return year + (work.venue ? " and venue are derived" : " is derived") +
           ", not stated by the list.";
  }
  if (work.venue) return "Venue is derived from the address, not stated by the list.";
  return {};
}

std::vector<const Link*> links_of(const Work& work, const Catalog& catalog) {
  std::vector<const Link*> links;
  for (int index : work.listings) {
    for (const Link& link : catalog.listings[static_cast<std::size_t>(index)].links) {
      const bool is_known = std::any_of(links.begin(), links.end(), [&](const Link* known) {
        return known->url == link.url && known->kind == link.kind;
      });
      if (!is_known) links.push_back(&link);
    }
  }
  return links;
}

std::string_view main_url(const Work& work, const Catalog& catalog) {
  std::string_view first;
  for (const Link* link : links_of(work, catalog)) {
    if (!is_web_url(*link->url)) continue;
    if (link->kind == LinkKind::Paper) return *link->url;
    if (first.empty()) first = *link->url;
  }
  return first;
}

std::string section_path_title(const Catalog& catalog, int section) {
  std::string path;
  for (int i = section; i >= 0; i = catalog.sections[static_cast<std::size_t>(i)].parent) {
    const std::string title(catalog.sections[static_cast<std::size_t>(i)].title);
    path = path.empty() ? title : title + " › " + path;
  }
  return path;
}

}  // namespace lamplight::format
