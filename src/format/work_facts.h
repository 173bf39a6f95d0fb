// What several exporters say about a work.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"

namespace lamplight::format {

// "OpenFold: Retraining ..." or the title alone.
[[nodiscard]] std::string full_title(const Work& work);

// What a listing's text says beyond its name and title: the description after "Name - ". The whole
// text where the title is not its beginning; empty where there is nothing more.
[[nodiscard]] std::string_view text_beyond_title(const Listing& listing);

// "the arXiv id", "the DOI", ...: what a year was derived from, in words.
[[nodiscard]] std::string year_source(std::string_view year_from);

// "Year (from the arXiv id) and venue are derived, not stated by the list." or empty.
[[nodiscard]] std::string derivation_note(const Work& work);

// Links of all its listings, each address once, in list order; labels without a target too.
[[nodiscard]] std::vector<const Link*> links_of(const Work& work, const Catalog& catalog);

// Address that stands for the work: its first paper, else its first link; only http(s), or empty.
[[nodiscard]] std::string_view main_url(const Work& work, const Catalog& catalog);

// Title path of a section, "Large Language Models › Healthcare Domain"; empty for -1.
[[nodiscard]] std::string section_path_title(const Catalog& catalog, int section);

}  // namespace lamplight::format
