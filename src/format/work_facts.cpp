#include "format/work_facts.h"

#include <algorithm>

#include "base/url.h"

namespace lamplight::format {
namespace {

bool is_web_url(std::string_view url) { return is_clickable_url(url) && url_host(url).size() > 0; }

}  // namespace

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

std::string derivation_note(const Work& work) {
  if (work.year) {
    std::string note = "Year (from ";
    note += year_source(work);
    note += work.venue ? ") and venue are derived" : ") is derived";
    return note + ", not stated by the list.";
  }
  if (!work.venue) return {};
  return "Venue is derived from " + std::string(link_address_source) + ", not stated by the list.";
}

std::string_view main_url(const Work& work, const Catalog& catalog) {
  std::string_view first;
  for (const Link* link : links_of(catalog, work)) {
    if (!is_web_url(*link->url)) continue;
    if (link->kind == LinkKind::Paper) return *link->url;
    if (first.empty()) first = *link->url;
  }
  return first;
}

}  // namespace lamplight::format
