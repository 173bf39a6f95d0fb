// What is said of a work, in the same words wherever it is shown: the canvas, the served page,
// exports.
//
//     std::string title = lamplight::full_title(work);  // "OpenFold: Retraining ..."
//     std::string place = lamplight::place_title(catalog, profile, 5);  // "Language › Healthcare"
//     std::string_view color = lamplight::work_color(catalog, profile, work);  // "language"
//
// Works, listings and sections are those of the catalog that is given with them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lamplight/catalog.h"
#include "lamplight/profile.h"

namespace lamplight {

// "OpenFold: Retraining ...", or the one of both that there is.
[[nodiscard]] std::string full_title(const Work& work);

// What is known of a work beside its title: of each field what the first of its listings that
// states it says, as the list writes it; year and venue of a work that states none are derived, and
// come with what from ("the arXiv id", "the DOI", ...). Texts point into the catalog.
struct WorkFacts {
  std::string_view authors;
  std::optional<int> year;
  std::string_view year_source;  // empty: the list states it
  std::string_view venue;
  std::string_view venue_source;  // as above
  std::string_view description;
  // Of all listings, each once; at most the first max_work_tags. Marks that say nothing without
  // the heading of their column have it: "HTTPS: Yes".
  std::vector<std::string> tags;
};
constexpr std::size_t max_work_tags = 24;
[[nodiscard]] WorkFacts facts_of(const Catalog& catalog, const Work& work);

// Authors one by one, "Ada Byron, B. Noether and C. Gauss" or "Byron, A., Noether, B."; "et al." is
// the last of them where it stands. What cannot be told apart stays in one piece.
inline constexpr std::string_view other_authors = "et al.";
[[nodiscard]] std::vector<std::string_view> split_authors(std::string_view authors);
// For a row: at most the first three of them, "Ada Byron, B. Noether, C. Gauss et al.".
[[nodiscard]] std::string short_authors(std::string_view authors);

// Titles down the path of a section, "Large Language Models › Healthcare Domain". Empty for -1.
[[nodiscard]] std::string section_path_title(const Catalog& catalog, int section);

// Short titles down the path of a section, "Language › Healthcare", without what the profile hides
// in rows beside something else; or the same without the section at the path's top, "Healthcare".
// Empty for -1.
enum class PathTop { Kept, LeftOut };
[[nodiscard]] std::string place_title(const Catalog& catalog, const Profile& profile, int section,
                                      PathTop top = PathTop::Kept);

// Where a work is listed: each title once, with the first section that has it, in list order; at
// most the first 24, which is more than a row can say.
constexpr std::size_t max_work_places = 24;
struct WorkPlace {
  int section = -1;
  std::string title;
};
[[nodiscard]] std::vector<WorkPlace> places_of(const Catalog& catalog, const Profile& profile,
                                               const Work& work);

// The facet that colours stand for: the profile's first with one, or null.
[[nodiscard]] const Facet* find_colored_facet(const Profile& profile);

// The colour of the bar beside a work, by the profile's first facet with colours ("Model family"):
// that of the first value which covers the work, or one listing of it; "other" when none does, or
// when its colour is none of ours. Empty for a profile without colours.
[[nodiscard]] std::string_view work_color(const Catalog& catalog, const Profile& profile,
                                          const Work& work);
[[nodiscard]] std::string_view listing_color(const Catalog& catalog, const Profile& profile,
                                             const Listing& listing);
// The colour of the value that names this section itself, or empty.
[[nodiscard]] std::string_view section_color(const Profile& profile, std::string_view path);

// "Paper" for "[[paper]]"; a row's title link, which has no label, is called by its kind.
[[nodiscard]] std::string link_label(const Link& link);

// Links of all listings of the work, in list order; the same address under the same kind once,
// however it is written. Labels without a target, too. They point into the catalog.
[[nodiscard]] std::vector<const Link*> links_of(const Catalog& catalog, const Work& work);

}  // namespace lamplight
