#include "lamplight/account.h"

#include <algorithm>
#include <cstdint>

#include "base/string_index.h"
#include "base/text.h"
#include "lint/source_links.h"

namespace lamplight {
namespace {

using lint::SourceLink;
using lint::SourceUse;

// Where the catalog keeps an address. The first ones count before the others.
enum class Keeper : std::uint8_t { Listing, Prose, Citation, Finding };

struct Place {
  std::uint32_t address = 0;
  int section = -1;
  int line = 0;
  Keeper keeper = Keeper::Listing;
  bool is_heading = false;  // an entry to which belongs all that stands below its heading
  ProseKind kind = ProseKind::Paragraph;
};

class Accountant {
 public:
  Accountant(std::string_view markdown, const Catalog& catalog)
      : markdown_(markdown), catalog_(catalog) {}

  Account run() {
    add_places();
    sort_places();
    for (const SourceLink& link : lint::find_source_links(markdown_)) place(link);
    return std::move(account_);
  }

 private:
  void add_places() {
    const char* group = nullptr;  // of the listing before: a label over many is read once
    for (const Listing& listing : catalog_.listings) {
      Place place{0, section_at(listing.line), listing.line, Keeper::Listing, false, {}};
      place.is_heading = listing.shape == Shape::Heading;
      add_links(place, listing.links);
      add_text(place, listing.text);
      const std::string_view label = listing.group ? *listing.group : std::string_view();
      if (label.data() != group) add_text(place, label);
      group = label.data();
      for (const Cell& cell : listing.cells) add_text(place, cell.text);
    }
    for (const Prose& prose : catalog_.prose) {
      Place place{0, section_at(prose.line), prose.line, Keeper::Prose, false, prose.kind};
      add_links(place, prose.links);
      add_text(place, prose.text);
    }
    for (const Finding& finding : catalog_.findings) {
      Place place{0, section_at(finding.line), finding.line, Keeper::Finding, false, {}};
      add_text(place, finding.message);
    }
    for (const Section& section : catalog_.sections) {
      Place place{0, section_at(section.line), section.line, Keeper::Prose, false, {}};
      add_text(place, section.title);
    }
    if (catalog_.bibtex) add_text({0, -1, 0, Keeper::Citation, false, {}}, *catalog_.bibtex);
  }

  template <typename Links>
  void add_links(const Place& place, const Links& links) {
    for (const Link& link : links) {
      if (!link.url) continue;
      const std::string_view url = *link.url;
      add(place, url);
      // "[https://x.org": an address in brackets of its own.
      if (url.substr(0, 1) == "[") add_text(place, url);
    }
  }
  void add_text(const Place& place, std::string_view text) {
    for (const SourceLink& link : lint::find_source_links(text)) add(place, link.url);
  }
  void add(Place place, std::string_view url) {
    place.address = addresses_.add(lint::address_key(url));
    places_.push_back(place);
  }

  // By address; the places of one begin at first_[address].
  void sort_places() {
    std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) {
      if (a.address != b.address) return a.address < b.address;
      if (a.section != b.section) return a.section < b.section;
      return a.line != b.line ? a.line < b.line : a.keeper < b.keeper;
    });
    for (std::uint32_t i = 0; i < places_.size(); ++i) {
      while (first_.size() <= places_[i].address) first_.push_back(i);
    }
    first_.push_back(static_cast<std::uint32_t>(places_.size()));
  }

  // The section whose heading stands last above the line, or at it; -1 for none.
  [[nodiscard]] int section_at(int line) const {
    const auto after =
        std::upper_bound(catalog_.sections.begin(), catalog_.sections.end(), line,
                         [](int at, const Section& section) { return at < section.line; });
    return static_cast<int>(after - catalog_.sections.begin()) - 1;
  }

  void place(const SourceLink& link) {
    ++account_.links;
    if (link.use == SourceUse::Comment) {
      ++account_.in_comments;
    } else if (link.use == SourceUse::Image) {
      ++account_.images;
    } else if (const Place* found = find(link)) {
      count(*found);
    } else if (link.use == SourceUse::Definition) {
      ++(is_image_id(link.id) ? account_.images : account_.unused);
    } else {
      ++account_.unplaced;
      if (account_.first_unplaced.size() < max_unplaced_links) {
        account_.first_unplaced.push_back({link.line, std::string(link.url)});
      }
    }
  }

  void count(const Place& place) {
    switch (place.keeper) {
      case Keeper::Listing:
        ++account_.in_listings;
        break;
      case Keeper::Prose:
        ++account_.in_prose[static_cast<std::size_t>(place.kind)];
        break;
      case Keeper::Citation:
        ++account_.in_citation;
        break;
      case Keeper::Finding:
        ++account_.in_findings;
        break;
    }
  }

  [[nodiscard]] const Place* find(const SourceLink& link) const {
    const std::uint32_t address = addresses_.find(lint::address_key(link.url));
    if (address == StringIndex::none) return nullptr;
    const auto begin = places_.begin() + first_[address];
    const auto end = places_.begin() + first_[address + 1];
    // A definition stands anywhere.
    if (link.use == SourceUse::Definition) return &*begin;
    const int section = section_at(link.line);
    if (const Place* place = find_within(begin, end, section, link.line)) return place;
    // Below the headings below an entry's heading.
    for (int above = section; above >= 0;) {
      above = catalog_.sections[static_cast<std::size_t>(above)].parent;
      const Place* place = find_within(begin, end, above, link.line);
      if (place && place->is_heading) return place;
    }
    return begin->keeper == Keeper::Citation && begin->section < 0 ? &*begin : nullptr;
  }

  using Places = std::vector<Place>::const_iterator;
  // Of the places of one address: that of the section which begins last at the line or above it.
  [[nodiscard]] static const Place* find_within(Places begin, Places end, int section, int line) {
    const auto is_before = [&](const Place& place, int at) {
      return place.section != section ? place.section < section : place.line <= at;
    };
    // What begins last at the line or above, and of that what counts most, which stands first.
    const auto after = std::lower_bound(begin, end, line, is_before);
    if (after == begin || (after - 1)->section != section) return nullptr;
    const int found = (after - 1)->line;
    return &*std::lower_bound(begin, after, found - 1, is_before);
  }

  // Whether an image, ![alt][id], names the definition.
  [[nodiscard]] bool is_image_id(std::string_view id) {
    if (image_ids_.size() == 0) {
      image_ids_.add("");
      for (const std::string_view each : lint::find_image_ids(markdown_)) {
        image_ids_.add(fold(each));
      }
    }
    return image_ids_.find(fold(id)) != StringIndex::none;
  }

  std::string_view markdown_;
  const Catalog& catalog_;
  Account account_;
  StringIndex addresses_;
  std::vector<Place> places_;
  std::vector<std::uint32_t> first_;
  StringIndex image_ids_;  // once they are needed
};

}  // namespace

Account account_of(std::string_view markdown, const Catalog& catalog) {
  return Accountant(markdown, catalog).run();
}

}  // namespace lamplight
