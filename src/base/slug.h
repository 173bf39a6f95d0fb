// Slugs: the anchors that GitHub gives to headings.
//
//     lamplight::github_slug("Applications of Large AI Models");  //
//     "applications-of-large-ai-models"
#pragma once

#include <string>
#include <string_view>

namespace lamplight {

// Lower case, punctuation and symbols dropped, blanks to '-'. Runs of '-' are kept, as GitHub does.
[[nodiscard]] std::string github_slug(std::string_view heading);

}  // namespace lamplight
