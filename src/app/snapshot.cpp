#include "app/snapshot.h"

#include <numeric>

#include "app/session.h"
#include "base/text.h"

namespace lamplight::app {
namespace {

constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// 1..12 when `date` is "yyyy-mm-dd", else 0.
int month_of(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return 0;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (!is_ascii_digit(date[i])) return 0;
  }
  const int month = (date[5] - '0') * 10 + (date[6] - '0');
  return month <= 12 ? month : 0;
}

}  // namespace

void Snapshot::set_profile(const Profile* profile) {
  builder_.reset();
  index_.reset();
  profile_ = profile;
}

const Profile& Snapshot::profile() {
  if (profile_ != nullptr) return *profile_;
  if (!own_profile_) own_profile_ = default_profile(catalog_);
  return *own_profile_;
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

std::string month_label(std::string_view date) {
  const int month = month_of(date);
  if (month == 0) return std::string(date);
  return std::string(months[month - 1]) + ' ' + std::string(date.substr(0, 4));
}

std::string day_label(std::string_view date) {
  if (month_of(date) == 0) return std::string(date);
  const std::string_view day = date.substr(date[8] == '0' ? 9 : 8);
  return std::string(day) + ' ' + month_label(date);
}

bool is_newer(std::string_view date, std::string_view other) {
  const bool is_date = month_of(date) != 0;
  const bool other_is_date = month_of(other) != 0;
  return is_date != other_is_date ? is_date : date > other;
}

}  // namespace lamplight::app
