#include "app/snapshot.h"

#include <algorithm>
#include <numeric>

#include "app/session.h"

namespace lamplight::app {
void Snapshot::set_profile(const Profile* profile) {
  builder_.reset();
  index_.reset();
  profile_ = profile;
  own_profile_.reset();
  if (profile != nullptr) catalog_ = with_labels(std::move(catalog_), *profile);
}

const Profile& Snapshot::profile() {
  if (profile_ != nullptr && profile_->names_facets) return *profile_;
  if (!own_profile_) {
    own_profile_ = default_profile(catalog_, profile_ != nullptr ? *profile_ : Profile());
  }
  return *own_profile_;
}

const Told& Snapshot::told() {
  if (told_) return *told_;
  told_.emplace();
  for (const Work& work : catalog_.works) {
    told_->names += work.name ? 1 : 0;
    told_->years += work.year ? 1 : 0;
    told_->venues += work.venue ? 1 : 0;
  }
  for (const Listing& listing : catalog_.listings) {
    told_->authors += listing.authors ? 1 : 0;
    told_->descriptions += listing.description ? 1 : 0;
  }
  return *told_;
}

bool Snapshot::is_prepared() const {
  return index_ || catalog_.works.size() <= Session::indexed_at_once;
}

const Index* Snapshot::find_index() {
  if (!is_prepared()) return nullptr;
  if (!index_) index_.emplace(build_index(catalog_, profile()));
  return &*index_;
}

bool Snapshot::prepare_step() {
  if (is_prepared()) return false;
  if (!builder_) builder_.emplace(catalog_, profile());
  if (builder_->step()) return true;
  index_.emplace(builder_->take());
  builder_.reset();
  all_works_ = Hits();
  return false;
}

bool Snapshot::set_preparing(bool is_wanted) {
  if (is_prepared() || is_cancelled_ == !is_wanted) return false;
  is_cancelled_ = !is_wanted;
  if (is_cancelled_) builder_.reset();
  return true;
}

const Hits& Snapshot::all_works() {
  if (all_works_.empty() && !catalog_.works.empty()) {
    std::vector<std::uint32_t> works(catalog_.works.size());
    std::iota(works.begin(), works.end(), 0u);
    all_works_ = Hits(std::move(works));
  }
  return all_works_;
}

Snapshot* find_older(const Snapshots& snapshots, const Snapshot& shown) {
  for (std::size_t i = 1; i < snapshots.size(); ++i) {
    if (snapshots[i - 1].get() == &shown) return snapshots[i].get();
  }
  return nullptr;
}

}  // namespace lamplight::app
