// One page of a site: what its parts need to know of the others.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "format/page_outline.h"
#include "format/page_plan.h"
#include "lamplight/format.h"

namespace lamplight::format {

// Ids of the page's own parts end in a colon: no slug does.
inline constexpr std::string_view about_id = "about:";
inline constexpr std::string_view cite_id = "cite:";

struct PageContext {
  const SitePage& site;
  const PageOutline& outline;
  const PagePlan& plan;
  std::size_t page = 0;

  // The first page of the site: the canvas replaces it, and it leads to all sections.
  [[nodiscard]] bool is_first() const { return page == 0; }
  [[nodiscard]] bool is_only() const { return plan.size() == 1; }

  // Addresses as this page writes them.
  [[nodiscard]] std::string address_of_page(std::size_t other) const {
    return address_of_file(plan.file(other));
  }
  [[nodiscard]] std::string address_of_file(const std::string& file) const {
    return is_first() ? file : "../" + file;
  }
  [[nodiscard]] std::string address_of(std::string_view id, std::size_t its_page) const {
    const std::string fragment = "#" + std::string(id);
    return its_page == page ? fragment : address_of_page(its_page) + fragment;
  }
  [[nodiscard]] std::string address_of_section(int section) const {
    return address_of(outline.section(section).id, plan.page_of(section));
  }
};

// "Vision › Robotics", "Vision › Images to Robotics" or "Vision to Audio › Speech": the places that
// the page begins and ends with; empty for one that begins before the first heading.
[[nodiscard]] std::string page_range(const PageContext& page);

}  // namespace lamplight::format
