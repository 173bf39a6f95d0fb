// The outline of a page: what its parts need to know of the whole catalog, worked out once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "format/section_content.h"
#include "lamplight/catalog.h"
#include "lamplight/profile.h"
#include "lamplight/work_text.h"

namespace lamplight::format {

class PageOutline {
 public:
  // Both must outlive this.
  PageOutline(const Catalog& catalog, const Profile& profile);

  [[nodiscard]] const Catalog& catalog() const { return catalog_; }
  [[nodiscard]] const Section& section(int index) const {
    return catalog_.sections[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] const Listing& listing(int index) const {
    return catalog_.listings[static_cast<std::size_t>(index)];
  }
  // -1: the sections without parent.
  [[nodiscard]] const std::vector<int>& children(int section) const {
    return children_[static_cast<std::size_t>(section + 1)];
  }
  // -1: what stands before the first heading.
  [[nodiscard]] const std::vector<Block>& blocks(int section) const {
    return blocks_[static_cast<std::size_t>(section + 1)];
  }
  // Listings in the section and all below it.
  [[nodiscard]] int count(int section) const { return counts_[static_cast<std::size_t>(section)]; }

  // What the list's profile makes of a section (lamplight/profile.h, work_text.h).
  [[nodiscard]] const Profile& profile() const { return profile_; }
  [[nodiscard]] std::string_view short_title(int index) const {
    return section_title(profile_, section(index));
  }
  [[nodiscard]] std::string place(int index) const {
    return place_title(catalog_, profile_, index);
  }
  // A work is written as often as it is listed: what all its listings say is put together once.
  [[nodiscard]] const std::vector<WorkPlace>& places(int work) const {
    return places_[static_cast<std::size_t>(work)];
  }
  [[nodiscard]] const WorkFacts& facts(int work) const {
    return facts_[static_cast<std::size_t>(work)];
  }
  [[nodiscard]] std::string_view work_color(int work) const {
    return colors_[static_cast<std::size_t>(work)];
  }
  [[nodiscard]] std::string_view section_color(int index) const {
    return lamplight::section_color(profile_, section(index).id);
  }

  // False for what says only what the navigation says: an item of the table of contents that
  // leads to a heading.
  [[nodiscard]] bool is_written(const Prose& prose) const;

  // True for a section that held nothing but the table of contents: the navigation says the same.
  [[nodiscard]] bool is_contents_only(int section) const;

  // True for top sections that list nothing but say something: news, survey, how to contribute.
  // They stand after the list.
  [[nodiscard]] bool is_about(int section) const;

  // Top sections are written in two goes; what is below them goes with them.
  enum class Which : std::uint8_t { Listing, About };
  [[nodiscard]] std::vector<int> sections_below(int parent, Which which) const;
  // True when the list says something about itself.
  [[nodiscard]] bool has_about() const;

  // Works of the values of the facet "kind" but the first, which is what the list is about.
  struct KindCount {
    std::string_view title;
    std::size_t works = 0;
  };
  [[nodiscard]] std::vector<KindCount> kind_counts() const;

 private:
  const Catalog& catalog_;
  const Profile& profile_;
  std::vector<std::vector<int>> children_;
  std::vector<std::vector<Block>> blocks_;
  std::vector<int> counts_;
  std::vector<std::string_view> titles_sorted_;  // of all sections
  std::vector<std::vector<WorkPlace>> places_;   // of works; none where there is but one
  std::vector<std::string_view> colors_;
  std::vector<WorkFacts> facts_;  // of works
};

}  // namespace lamplight::format
