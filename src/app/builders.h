// Builders of the view model's parts. Each reads a Scene and gives back values that own their text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/snapshot.h"
#include "app/state.h"
#include "app/view_model.h"
#include "lamplight/search.h"

namespace lamplight::app {

// What is looked at: the shown snapshot, the state, and what the state asks for.
struct Scene {
  Snapshot& shown;
  Snapshot* older;             // the list before it, or null
  const Index* index;          // null while it is being built
  const Snapshots& snapshots;  // newest first, `shown` among them
  const State& state;
  // The state's, without what means nothing here; empty while there is no index.
  const SearchRequest& request;
  const WorkUrl& url;  // of any work, with the rest of the state
  [[nodiscard]] const Catalog& catalog() const { return shown.catalog(); }
};

// rows.cpp
[[nodiscard]] RowView build_row(const Scene& scene, std::uint32_t work);
// Links of all listings; the same address under the same kind once, however it is written.
[[nodiscard]] std::vector<LinkView> build_links(const Scene& scene, std::uint32_t work);

// detail.cpp
// Without related works.
[[nodiscard]] DetailView build_detail(const Scene& scene, std::uint32_t work);
[[nodiscard]] std::string build_bibtex(const Scene& scene, std::uint32_t work);
[[nodiscard]] std::vector<RelatedView> build_related(const Scene& scene, std::uint32_t work);

// history.cpp: what the other snapshots say about a work of the shown one.
[[nodiscard]] bool is_new(const Scene& scene, std::uint32_t work);
struct History {
  std::string since;    // "Mar 2023", or empty when only one snapshot is known
  std::string changes;  // "code added Mar 2024", or empty
};
[[nodiscard]] History build_history(const Scene& scene, std::uint32_t work);
// The oldest list that has the work: since when it is known to be listed.
struct Since {
  const Snapshot* snapshot = nullptr;
  std::size_t position = 0;  // among the snapshots
  bool is_earlier = false;   // or earlier: there is no list before it
};
[[nodiscard]] Since find_since(const Scene& scene, std::uint32_t work);

// places.cpp
// "Language › Healthcare Domain": the whole path, only its top shortened.
[[nodiscard]] std::string full_place(const Catalog& catalog, const Profile& profile,
                                     const Listing& listing);
// "Medical diagnosis, Healthcare": all places of a work, without the coloured facet, which has a
// column of its own. Those outside of it come first.
[[nodiscard]] std::string build_where(const Scene& scene, std::uint32_t work);

// facets.cpp
[[nodiscard]] std::vector<FacetView> build_facets(const Scene& scene, const SearchResult& result);
[[nodiscard]] std::vector<ChipView> build_chips(const Scene& scene,
                                                const std::vector<FacetView>& facets);

// rescues.cpp: there must be an index. Searches a few times.
[[nodiscard]] std::vector<RescueView> build_rescues(const Scene& scene);

// corrections.cpp
[[nodiscard]] std::vector<CorrectionView> build_corrections(
    std::string_view query, const std::vector<Correction>& corrections);

// suggestions.cpp: `index` may be null. `request`: what is asked, with the marks that the word
// which is being typed may mean.
[[nodiscard]] std::vector<SuggestionView> build_suggestions(const State& state, const Index* index,
                                                            const SearchRequest& request = {});
// The state's query and filters as the reading has them.
[[nodiscard]] Action read_so(const State& state, const PlainReading& reading);

// counts.cpp
[[nodiscard]] std::string build_count_text(const Scene& scene, std::size_t found);
[[nodiscard]] std::string build_footer(const Scene& scene, const SearchResult& result);
// "2020–2022", "2021", "from 2020", "until 2019".
[[nodiscard]] std::string year_text(const YearRange& years);

}  // namespace lamplight::app
