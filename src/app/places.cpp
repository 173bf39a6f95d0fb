#include "app/builders.h"

namespace lamplight::app {

std::string full_place(const Catalog& catalog, const Profile& profile, const Listing& listing) {
  std::string text(*listing.group);
  for (int at = listing.section; at >= 0;
       at = catalog.sections[static_cast<std::size_t>(at)].parent) {
    const Section& step = catalog.sections[static_cast<std::size_t>(at)];
    std::string title(step.parent < 0 ? section_title(profile, step)
                                      : std::string_view(step.title));
    if (!text.empty()) (title += " › ") += text;
    text = std::move(title);
  }
  return text;
}

}  // namespace lamplight::app
