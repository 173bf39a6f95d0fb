// Snapshot: one loaded list with its date and what is derived from it, made when first needed.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lamplight/catalog.h"
#include "lamplight/profile.h"
#include "lamplight/search.h"
#include "lamplight/work_finder.h"

namespace lamplight::app {

// How many works of a list have a short name, a year, a venue, and how many listings authors
// and a description.
struct Told {
  std::size_t names = 0;
  std::size_t years = 0;
  std::size_t venues = 0;
  std::size_t authors = 0;
  std::size_t descriptions = 0;
};

class Snapshot {
 public:
  Snapshot(std::string date, Catalog catalog)
      : date_(std::move(date)), catalog_(std::move(catalog)) {}
  // Index and finder refer to the catalog: it must not move.
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  [[nodiscard]] const std::string& date() const { return date_; }
  [[nodiscard]] const Catalog& catalog() const { return catalog_; }

  // Null: the list's own default profile. What was derived with another one is forgotten.
  void set_profile(const Profile* profile);
  [[nodiscard]] const Profile& profile();

  [[nodiscard]] const Told& told();

  // A short list is indexed here and now. Null for a long one until it is prepared.
  [[nodiscard]] const Index* find_index();

  // Whether find_index() gives one.
  [[nodiscard]] bool is_prepared() const;
  // One piece of a long list's index. False when that was the last one.
  bool prepare_step();
  [[nodiscard]] double progress() const { return builder_ ? builder_->progress() : 0; }
  // Not wanted: what was built of the index is dropped. False when nothing changes by it.
  bool set_preparing(bool is_wanted);
  [[nodiscard]] bool is_cancelled() const { return is_cancelled_; }
  // Every work in the order of the list: what is shown until the index is there.
  [[nodiscard]] const Hits& all_works();

  [[nodiscard]] WorkFinder& finder() { return finder_; }

 private:
  std::string date_;
  Catalog catalog_;
  const Profile* profile_ = nullptr;
  std::optional<Profile> own_profile_;
  std::optional<Told> told_;
  std::optional<IndexBuilder> builder_;
  std::optional<Index> index_;
  bool is_cancelled_ = false;
  Hits all_works_;
  WorkFinder finder_{catalog_};
};

// Newest first (base/snapshot_date.h).
using Snapshots = std::vector<std::unique_ptr<Snapshot>>;

// The list before `shown`; null when there is none.
[[nodiscard]] Snapshot* find_older(const Snapshots& snapshots, const Snapshot& shown);

}  // namespace lamplight::app
