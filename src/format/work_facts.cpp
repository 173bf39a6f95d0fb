#include "format/work_facts.h"

#include <algorithm>

#include "base/text.h"
#include "base/url.h"

namespace lamplight::format {
namespace {

// Whether words are left of a text when this has been taken out of it.
bool has_more_than(std::string text, const std::vector<std::string_view>& parts) {
  for (const std::string_view part : parts) {
    const std::size_t at = part.empty() ? std::string::npos : text.find(part);
    if (at != std::string::npos) text.erase(at, part.size());
  }
  return std::any_of(text.begin(), text.end(), [](char c) {
    return is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

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

std::string_view description_of(const Listing& listing) {
  if (listing.description) {
    const bool is_cell =
        std::any_of(listing.cells.begin(), listing.cells.end(),
                    [&](const Cell& cell) { return cell.text == *listing.description; });
    return is_cell ? std::string_view() : *listing.description;
  }
  const std::string_view rest = text_beyond_title(listing);
  std::vector<std::string_view> stated = {*listing.authors, *listing.venue};
  stated.insert(stated.end(), listing.tags.begin(), listing.tags.end());
  const bool is_whole = rest.size() == listing.text.size();
  if (is_whole) stated.insert(stated.begin(), {listing.title, *listing.name});
  return has_more_than(std::string(rest), stated) ? rest : std::string_view();
}

std::string derivation_note(const WorkFacts& facts) {
  if (!facts.year_source.empty()) {
    std::string note = "Year (from ";
    note += facts.year_source;
    note += facts.venue_source.empty() ? ") is derived" : ") and venue are derived";
    return note + ", not stated by the list.";
  }
  if (facts.venue_source.empty()) return {};
  return "Venue is derived from " + std::string(facts.venue_source) + ", not stated by the list.";
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
