// Snapshot: one loaded list with its date and what is derived from it, made when first needed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/work_finder.h"
#include "lamplight/catalog.h"
#include "lamplight/profile.h"
#include "lamplight/search.h"

namespace lamplight::app {

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
  void set_profile(const Profile* profile) {
    index_.reset();
    profile_ = profile;
  }
  [[nodiscard]] const Profile& profile() {
    if (profile_ != nullptr) return *profile_;
    if (!own_profile_) own_profile_ = default_profile(catalog_);
    return *own_profile_;
  }
  [[nodiscard]] const Index& index() {
    if (!index_) index_.emplace(build_index(catalog_, profile()));
    return *index_;
  }
  [[nodiscard]] const WorkFinder& finder() {
    if (!finder_) finder_.emplace(catalog_);
    return *finder_;
  }

 private:
  std::string date_;
  Catalog catalog_;
  const Profile* profile_ = nullptr;
  std::optional<Profile> own_profile_;
  std::optional<Index> index_;
  std::optional<WorkFinder> finder_;
};

// Newest first: dates before names that are none, both descending.
using Snapshots = std::vector<std::unique_ptr<Snapshot>>;

// "Mar 2024" for "2024-03-11"; the text itself when it is no date.
[[nodiscard]] std::string month_label(std::string_view date);
// "11 Mar 2024": where one month has several.
[[nodiscard]] std::string day_label(std::string_view date);
[[nodiscard]] bool is_newer(std::string_view date, std::string_view other);

}  // namespace lamplight::app
