// What a reader can choose by in a list that has no profile: whatever tells enough of its works
// apart. Of a long list, some thousand works spread over it are looked at.
#include <algorithm>

#include "base/string_index.h"
#include "base/text.h"
#include "lamplight/profile.h"
#include "lamplight/tags.h"
#include "lamplight/work_kind.h"

namespace lamplight {
namespace {

constexpr std::size_t most_looked_at = 20'000;
// More facets of tags than these push all others out of sight.
constexpr std::size_t most_tag_facets = 6;
// As many as there are colours beside that of "other".
constexpr std::string_view colors[] = {"language", "vision", "audio", "multimodal"};

struct KnownTitle {
  std::string_view id;
  std::string_view title;
};
// In this order before all other facets of tags; "tag" comes behind them.
constexpr KnownTitle known_titles[] = {
    {"licence", "Licence"}, {"language", "Language"}, {"platform", "Platform"}};

Facet make_facet(std::string_view id, std::string_view title, FacetSource source) {
  Facet facet;
  facet.id = id;
  facet.title = title;
  facet.source = source;
  return facet;
}

// How many works say something, and how many different things those are.
struct Told {
  std::string id;
  std::string title;
  std::size_t works = 0;
  std::size_t values = 0;  // counted once for each work that has it
  StringIndex different;

  void add(std::string_view value) {
    ++values;
    different.add(value);
  }
  // Something to choose among: not one thing all over, nor another one for each work.
  [[nodiscard]] bool tells_apart() const {
    return different.size() > 1 && values >= std::size_t{2} * different.size();
  }
};

class Offer {
 public:
  explicit Offer(const Catalog& catalog) : catalog_(catalog) {
    const std::size_t step = catalog.works.size() / most_looked_at + 1;
    for (std::size_t i = 0; i < catalog.works.size(); i += step) look_at(catalog.works[i]);
    count_listings();
  }

  [[nodiscard]] std::vector<Facet> facets() {
    std::vector<Facet> facets;
    if (has_sections_) {
      facets.push_back(make_facet("in", "Sections", FacetSource::Sections));
      // The tree is the only way into most lists: more of it is shown than of other facets.
      facets.back().shown = 16;
      color_sections(facets.back());
    }
    if (offers_groups()) facets.push_back(make_facet("group", "Group", FacetSource::Groups));
    if (offers_kinds()) facets.push_back(make_facet("kind", "Kind", FacetSource::Kind));
    add_tag_facets(facets);
    if (with_links_ > 0) facets.push_back(make_facet("has", "Has", FacetSource::Links));
    if (is_enough(with_year_)) facets.push_back(make_facet("year", "Year", FacetSource::Year));
    if (is_enough(with_venue_)) facets.push_back(make_facet("venue", "Venue", FacetSource::Venue));
    return facets;
  }

 private:
  // Of a hundred works, two; and four that have a tag.
  [[nodiscard]] bool is_enough(std::size_t works, std::size_t part = 50) const {
    return works > 0 && works * part >= works_;
  }

  void look_at(const Work& work) {
    ++works_;
    with_year_ += work.year ? 1 : 0;
    with_venue_ += work.venue ? 1 : 0;
    ++kinds_[static_cast<std::size_t>(kind_of(catalog_, work))];
    unsigned links = 0;
    bool has_group = false;
    for (const int at : work.listings) {
      const Listing& listing = catalog_.listings[static_cast<std::size_t>(at)];
      has_sections_ = has_sections_ || listing.section >= 0;
      for (const Link& link : listing.links) links |= 1u << static_cast<unsigned>(link.kind);
      if (!listing.group) continue;
      groups_.add(tag_key(*listing.group));
      has_group = true;
    }
    groups_.works += has_group ? 1 : 0;
    with_links_ += links != 0 ? 1 : 0;
    with_several_ += (links & (links - 1)) != 0 ? 1 : 0;
    look_at_tags(work);
  }

  void look_at_tags(const Work& work) {
    std::vector<std::uint32_t> seen;
    for (const WorkTag& tag : tags_of(catalog_, work)) {
      const std::string id = tag_facet(tag);
      const std::uint32_t number = tag_ids_.add(id);
      if (number >= max_facets) continue;
      if (number == tags_.size()) {
        tags_.push_back({id, std::string(tag.column), 0, 0, {}});
      }
      Told& told = tags_[number];
      told.add(tag_key(tag.text));
      if (std::find(seen.begin(), seen.end(), number) != seen.end()) continue;
      seen.push_back(number);
      ++told.works;
    }
  }

  // Of each section with all below it.
  void count_listings() {
    listings_.assign(catalog_.sections.size(), 0);
    for (const Listing& listing : catalog_.listings) {
      if (listing.section >= 0) ++listings_[static_cast<std::size_t>(listing.section)];
    }
    own_listings_ = listings_;
    for (std::size_t i = catalog_.sections.size(); i-- > 0;) {
      const int parent = catalog_.sections[i].parent;
      if (parent >= 0) listings_[static_cast<std::size_t>(parent)] += listings_[i];
    }
  }

  // The sections side by side that tell the list's entries apart first: its top ones, or those
  // below the one that holds nearly all.
  [[nodiscard]] std::vector<std::size_t> main_sections() const {
    std::vector<std::size_t> sections = sections_below(-1);
    for (;;) {
      std::size_t all = 0;
      for (const std::size_t section : sections) all += listings_[section];
      const auto largest = std::max_element(
          sections.begin(), sections.end(),
          [&](std::size_t a, std::size_t b) { return listings_[a] < listings_[b]; });
      if (largest == sections.end() || listings_[*largest] * 4 < all * 3) return sections;
      if (own_listings_[*largest] * 2 > listings_[*largest]) return sections;
      sections = sections_below(static_cast<int>(*largest));
    }
  }

  [[nodiscard]] std::vector<std::size_t> sections_below(int parent) const {
    std::vector<std::size_t> sections;
    for (std::size_t i = 0; i < catalog_.sections.size(); ++i) {
      if (catalog_.sections[i].parent == parent && listings_[i] > 0) sections.push_back(i);
    }
    return sections;
  }

  // The largest get the colours, in the order of the list, where those hold half of it: among many
  // small ones, colours would say nothing of most works.
  void color_sections(Facet& facet) const {
    std::vector<std::size_t> sections = main_sections();
    if (sections.size() < 2) return;
    constexpr std::size_t most = std::size(colors);
    if (sections.size() > most) {
      std::nth_element(sections.begin(), sections.begin() + most, sections.end(),
                       [&](std::size_t a, std::size_t b) {
                         return listings_[a] != listings_[b] ? listings_[a] > listings_[b] : a < b;
                       });
      sections.resize(most);
      std::sort(sections.begin(), sections.end());
    }
    std::size_t colored = 0;
    for (const std::size_t section : sections) colored += listings_[section];
    if (colored * 2 < catalog_.listings.size()) return;
    for (std::size_t i = 0; i < sections.size(); ++i) {
      const Section& section = catalog_.sections[sections[i]];
      FacetValue value;
      value.id = section.id;
      value.title = section.title;
      value.color = colors[i];
      value.match.sections = {value.id};
      facet.values.push_back(std::move(value));
    }
  }

  // Labels say little where sections say most: three works to a label, and a third of all labelled.
  [[nodiscard]] bool offers_groups() const {
    return groups_.different.size() > 1 && groups_.works * 3 >= works_ &&
           groups_.works >= std::size_t{3} * groups_.different.size();
  }

  // Where each work has links of one kind, "Has" says the same.
  [[nodiscard]] bool offers_kinds() const {
    std::size_t common = 0;
    for (std::size_t i = 0; i < work_kind_count; ++i) {
      if (i != static_cast<std::size_t>(WorkKind::Other) && kinds_[i] * 20 >= works_) ++common;
    }
    const std::size_t others = kinds_[static_cast<std::size_t>(WorkKind::Other)];
    return works_ > 0 && common > 1 && others * 2 <= works_ && with_several_ * 10 >= works_;
  }

  void add_tag_facets(std::vector<Facet>& facets) {
    std::size_t added = 0;
    const auto add = [&](const Told& told, std::string_view title) {
      if (added == most_tag_facets || !is_enough(told.works, 25) || !told.tells_apart()) return;
      facets.push_back(make_facet(told.id, title, FacetSource::Tags));
      // Headings may be small: "language".
      char& first = facets.back().title.front();
      if (is_ascii_lower(first)) first = static_cast<char>(first - 'a' + 'A');
      ++added;
    };
    for (const KnownTitle& known : known_titles) {
      const std::uint32_t number = tag_ids_.find(known.id);
      if (number == StringIndex::none) continue;
      const Told& told = tags_[number];
      add(told, told.title.empty() ? known.title : std::string_view(told.title));
    }
    const std::uint32_t rest = tag_ids_.find("tag");
    for (std::uint32_t i = 0; i < tags_.size(); ++i) {
      const bool is_known =
          std::any_of(std::begin(known_titles), std::end(known_titles),
                      [&](const KnownTitle& known) { return tags_[i].id == known.id; });
      if (i != rest && !is_known) add(tags_[i], tags_[i].title);
    }
    if (rest != StringIndex::none) add(tags_[rest], "Tag");
  }

  const Catalog& catalog_;
  std::size_t works_ = 0;
  std::size_t with_links_ = 0;
  std::size_t with_several_ = 0;  // kinds of links
  std::size_t with_year_ = 0;
  std::size_t with_venue_ = 0;
  bool has_sections_ = false;
  std::size_t kinds_[work_kind_count] = {};
  Told groups_;
  StringIndex tag_ids_;
  std::vector<Told> tags_;  // by number of tag_ids_
  std::vector<std::size_t> listings_;
  std::vector<std::size_t> own_listings_;
};

}  // namespace

Profile default_profile(const Catalog& catalog, Profile profile) {
  if (!profile.names_facets) profile.facets = Offer(catalog).facets();
  return profile;
}

}  // namespace lamplight
