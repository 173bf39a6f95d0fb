// What several exporters say about a work.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lamplight/work_text.h"

namespace lamplight::format {

// What a listing's text says beyond its name and title: the description after "Name - ". The whole
// text where the title is not its beginning; empty where there is nothing more.
[[nodiscard]] std::string_view text_beyond_title(const Listing& listing);

// What a row of the page says below its title: the stated description, unless a cell says it;
// without one, what the text says beyond its title and beyond what the listing states.
[[nodiscard]] std::string_view description_of(const Listing& listing);

// "Year (from the arXiv id) and venue are derived, not stated by the list." or empty.
[[nodiscard]] std::string derivation_note(const WorkFacts& facts);

// Address that stands for the work: its first paper, else its first link; only http(s), or empty.
[[nodiscard]] std::string_view main_url(const Work& work, const Catalog& catalog);

}  // namespace lamplight::format
