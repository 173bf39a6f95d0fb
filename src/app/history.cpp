#include <algorithm>
#include <array>

#include "app/builders.h"
#include "base/snapshot_date.h"
#include "lamplight/work_text.h"

namespace lamplight::app {
namespace {

// Position of the shown snapshot; those behind it are older.
std::size_t shown_position(const Scene& scene) {
  std::size_t at = 0;
  while (at + 1 < scene.snapshots.size() && scene.snapshots[at].get() != &scene.shown) ++at;
  return at;
}

using KindCounts = std::array<int, link_kind_count>;

// How many distinct links of each kind a work has.
KindCounts count_links(const Catalog& catalog, const Work& work) {
  KindCounts counts{};
  for (const Link* link : links_of(catalog, work)) ++counts[static_cast<std::size_t>(link->kind)];
  return counts;
}

void add_change(std::string& text, const std::string& change) {
  if (!text.empty()) text += ", ";
  text += change;
}

// Adds "code added Mar 2024, also under Language › Healthcare since Mar 2024".
void describe_change(const Snapshot& older, const Work& before, Snapshot& newer, const Work& after,
                     std::string& text) {
  const std::string label = month_label(newer.date());
  const KindCounts links_before = count_links(older.catalog(), before);
  const KindCounts links_after = count_links(newer.catalog(), after);
  for (int i = 0; i < link_kind_count; ++i) {
    const std::size_t kind = static_cast<std::size_t>(i);
    const std::string name(link_kind_name(static_cast<LinkKind>(i)));
    if (links_before[kind] == 0 && links_after[kind] > 0)
      add_change(text, name + " added " + label);
    if (links_before[kind] > 0 && links_after[kind] == 0)
      add_change(text, name + " removed " + label);
  }
  // One profile for both, so that a renamed section with the same short title is no change.
  const Profile& profile = newer.profile();
  const std::vector<WorkPlace> places_before = places_of(older.catalog(), profile, before);
  for (const WorkPlace& place : places_of(newer.catalog(), profile, after)) {
    const bool is_known =
        std::any_of(places_before.begin(), places_before.end(),
                    [&](const WorkPlace& other) { return other.title == place.title; });
    if (!is_known) add_change(text, "also under " + place.title + " since " + label);
  }
}

}  // namespace

bool is_new(const Scene& scene, std::uint32_t work) {
  return scene.older != nullptr && !scene.older->finder().find(work, scene.shown.finder());
}

Since find_since(const Scene& scene, std::uint32_t work) {
  if (scene.snapshots.size() < 2) return {};
  const std::size_t oldest = scene.snapshots.size() - 1;
  const std::size_t shown = shown_position(scene);
  for (std::size_t at = oldest; at > shown; --at) {
    Snapshot& snapshot = *scene.snapshots[at];
    if (snapshot.finder().find(work, scene.shown.finder())) {
      return {&snapshot, at, at == oldest};
    }
  }
  return {&scene.shown, shown, shown == oldest};
}

History build_history(const Scene& scene, std::uint32_t work) {
  History history;
  if (scene.snapshots.size() < 2) return history;
  const std::size_t shown = shown_position(scene);
  // From the oldest to the shown one.
  Snapshot* former = nullptr;
  const Work* before = nullptr;
  for (std::size_t at = scene.snapshots.size(); at-- > shown;) {
    Snapshot& snapshot = *scene.snapshots[at];
    const Work* now = nullptr;
    if (at == shown) {
      now = &scene.catalog().works[work];
    } else if (const auto found = snapshot.finder().find(work, scene.shown.finder())) {
      now = &snapshot.catalog().works[*found];
    }
    if (now == nullptr) continue;
    if (before == nullptr) {
      history.since = month_label(snapshot.date());
    } else {
      describe_change(*former, *before, snapshot, *now, history.changes);
    }
    former = &snapshot;
    before = now;
  }
  // An earlier list is not known: nobody can say when what stands in the oldest one came.
  const bool is_in_oldest =
      scene.snapshots.back()->finder().find(work, scene.shown.finder()).has_value();
  if (is_in_oldest) history.since += " or earlier";
  return history;
}

}  // namespace lamplight::app
