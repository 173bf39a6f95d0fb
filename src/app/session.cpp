#include "app/session.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/builders.h"
#include "app/filters.h"
#include "app/snapshot.h"
#include "lamplight/catalog.h"
#include "lamplight/profile.h"
#include "lamplight/search.h"

namespace lamplight::app {
namespace {

// More rows than a screen shows, so that those of one frame never push each other out.
constexpr std::size_t remembered_rows = 256;

const Work* find_work(const Catalog& catalog, std::string_view id) {
  for (const Work& work : catalog.works) {
    if (work.id == id) return &work;
  }
  return nullptr;
}

}  // namespace

struct Session::Impl {
  std::unique_ptr<Profile> profile;  // none: each snapshot's own default
  Snapshots snapshots;               // newest first
  std::vector<std::string> expected;
  Snapshot* shown = nullptr;
  State state;
  std::vector<std::string> url_notices;
  std::uint64_t version = 0;

  // Remembered until `version` grows.
  std::uint64_t built_version = 0;
  bool is_built = false;
  SearchRequest request;
  ViewModel model;
  // The search's own: kept as long as what it depends on is the same, however the rest changes.
  bool has_result = false;
  State result_state;
  SearchResult result;
  std::vector<std::string> filter_notices;

  struct RememberedRow {
    std::size_t position = 0;
    bool is_set = false;
    RowView row;
  };
  std::vector<RememberedRow> rows = std::vector<RememberedRow>(remembered_rows);

  void changed() { ++version; }
  // Catalogs or profile changed: nothing found before holds.
  void forget_result() {
    has_result = false;
    changed();
  }

  [[nodiscard]] std::vector<std::string> facet_ids() const {
    std::vector<std::string> ids;
    if (profile) {
      for (const Facet& facet : profile->facets) ids.push_back(facet.id);
    }
    return ids;
  }

  // "the sections", "the values of “Model family”": for messages.
  [[nodiscard]] std::string facet_words(std::string_view id) const {
    if (id == "in") return "the sections";
    for (const Facet& facet : shown->profile().facets) {
      if (facet.id == id) return "the values of “" + facet.title + "”";
    }
    return "the values of “" + std::string(id) + "”";
  }

  [[nodiscard]] Snapshot* find_snapshot(std::string_view date) const {
    for (const std::unique_ptr<Snapshot>& snapshot : snapshots) {
      if (snapshot->date() == date) return snapshot.get();
    }
    return nullptr;
  }

  [[nodiscard]] bool is_expected(std::string_view date) const {
    return std::find(expected.begin(), expected.end(), date) != expected.end();
  }

  void choose_shown();
  void insert(std::unique_ptr<Snapshot> snapshot);
  void find_works();
  void keep_known_filters();
  void build();
  [[nodiscard]] Scene scene() const { return {*shown, snapshots, state, request}; }
  [[nodiscard]] std::vector<SnapshotView> build_snapshots() const;
};

void Session::Impl::choose_shown() {
  Snapshot* chosen = nullptr;
  if (!state.at.empty()) {
    chosen = find_snapshot(state.at);
    // Until it has come, the former stays.
    if (chosen == nullptr && is_expected(state.at)) chosen = shown;
  }
  if (chosen == nullptr && !snapshots.empty()) chosen = snapshots.front().get();
  if (chosen == shown) return;
  // The selected work is looked up in the new list under whatever id it has there.
  if (shown != nullptr && !state.work.empty() &&
      find_work(chosen->catalog(), state.work) == nullptr) {
    if (const Work* work = find_work(shown->catalog(), state.work)) {
      const auto found = chosen->finder().find(*work, shown->catalog());
      state.work = found ? chosen->catalog().works[*found].id : std::string();
    }
  }
  shown = chosen;
  forget_result();
}

void Session::Impl::insert(std::unique_ptr<Snapshot> snapshot) {
  snapshot->set_profile(profile.get());
  const auto at =
      std::find_if(snapshots.begin(), snapshots.end(), [&](const std::unique_ptr<Snapshot>& other) {
        return !is_newer(other->date(), snapshot->date());
      });
  if (at != snapshots.end() && (*at)->date() == snapshot->date()) {
    if (shown == at->get()) shown = nullptr;
    *at = std::move(snapshot);
  } else {
    snapshots.insert(at, std::move(snapshot));
  }
  std::erase_if(expected, [&](const std::string& date) { return find_snapshot(date) != nullptr; });
  choose_shown();
  forget_result();
}

void Session::Impl::keep_known_filters() {
  filter_notices.clear();
  request.filters.clear();
  for (const Filter& filter : state.filters) {
    Filter known{filter.facet, {}};
    for (const std::string& value : filter.values) {
      // What means something in another snapshot is a filter here too: one that finds nothing.
      bool is_known = shown->index().has_value(filter.facet, value);
      for (std::size_t i = 0; i < snapshots.size() && !is_known; ++i) {
        is_known = snapshots[i]->index().has_value(filter.facet, value);
      }
      if (is_known) {
        known.values.push_back(value);
      } else {
        filter_notices.push_back("There is nothing called “" + value + "” among " +
                                 facet_words(filter.facet) + ": left out.");
      }
    }
    if (!known.values.empty()) request.filters.push_back(std::move(known));
  }
}

void Session::Impl::find_works() {
  const bool is_same = has_result && result_state.query == state.query &&
                       result_state.filters == state.filters && result_state.years == state.years &&
                       result_state.sort == state.sort;
  if (is_same) return;
  request.query = parse_query(state.query);
  request.years = state.years;
  request.sort = state.sort;
  keep_known_filters();
  result = shown->index().search(request);
  result_state = state;
  has_result = true;
}

std::vector<SnapshotView> Session::Impl::build_snapshots() const {
  std::vector<std::string> dates;
  for (const std::unique_ptr<Snapshot>& snapshot : snapshots) dates.push_back(snapshot->date());
  dates.insert(dates.end(), expected.begin(), expected.end());
  std::sort(dates.begin(), dates.end(), is_newer);
  std::vector<SnapshotView> views;
  for (const std::string& date : dates) {
    const auto in_month = std::count_if(dates.begin(), dates.end(), [&](const std::string& other) {
      return month_label(other) == month_label(date);
    });
    views.push_back({date, in_month > 1 ? day_label(date) : month_label(date),
                     shown != nullptr && shown->date() == date});
  }
  return views;
}

void Session::Impl::build() {
  for (RememberedRow& row : rows) row.is_set = false;
  model = ViewModel();
  model.query = state.query;
  model.sort = state.sort;
  model.view = state.view;
  model.theme = state.theme;
  model.years = state.years;
  model.notices = url_notices;
  model.snapshots = build_snapshots();
  if (shown == nullptr) {
    if (profile) model.title = profile->title;
    return;
  }
  find_works();
  const Scene looked_at = scene();
  const Catalog& catalog = shown->catalog();
  model.title = shown->profile().title.empty() ? catalog.title : shown->profile().title;
  if (model.title.empty()) model.title = "Untitled list";
  for (const QueryNotice& notice : request.query.notices) model.notices.push_back(notice.message);
  for (const std::string& notice : filter_notices) model.notices.push_back(notice);
  if (!state.at.empty() && shown->date() != state.at && !is_expected(state.at)) {
    model.notices.push_back("There is no list of “" + state.at +
                            "”: " + month_label(shown->date()) + " is shown.");
  }
  model.facets = build_facets(looked_at, result);
  model.chips = build_chips(looked_at);
  model.rows = result.works;
  model.all_works = catalog.works.size();
  model.count_text = build_count_text(looked_at, result.works.size());
  model.footer = build_footer(looked_at, result);
  if (!state.work.empty()) {
    if (const auto work = shown->finder().find_id(state.work)) {
      model.detail = build_detail(looked_at, *work);
    } else {
      model.notices.push_back("There is no work “" + state.work + "” in this list.");
    }
  }
  if (result.works.empty() && model.all_works > 0) model.rescues = build_rescues(looked_at);
}

Session::Session() : impl_(std::make_unique<Impl>()) {}
Session::~Session() = default;

Result<bool> Session::set_profile(std::string_view json) {
  Result<Profile> parsed = parse_profile(json);
  Profile* profile = parsed.value_if();
  if (profile == nullptr) return parsed.error();
  for (const std::unique_ptr<Snapshot>& snapshot : impl_->snapshots) snapshot->set_profile(nullptr);
  impl_->profile = std::make_unique<Profile>(std::move(*profile));
  for (const std::unique_ptr<Snapshot>& snapshot : impl_->snapshots) {
    snapshot->set_profile(impl_->profile.get());
  }
  // Keys of the URL that nobody knew may be its facets, and the other way round.
  const Theme theme = impl_->state.theme;
  impl_->state = parse_url(print_url(impl_->state), impl_->facet_ids()).state;
  impl_->state.theme = theme;
  impl_->forget_result();
  return true;
}

Result<bool> Session::add_snapshot(std::string_view date, std::string_view markdown) {
  Result<Catalog> parsed = parse_catalog(markdown);
  Catalog* catalog = parsed.value_if();
  if (catalog == nullptr) return parsed.error();
  impl_->insert(std::make_unique<Snapshot>(std::string(date), std::move(*catalog)));
  return true;
}

void Session::expect_snapshots(std::vector<std::string> dates) {
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  std::erase_if(dates, [&](const std::string& date) {
    return date.empty() || impl_->find_snapshot(date) != nullptr;
  });
  impl_->expected = std::move(dates);
  impl_->choose_shown();
  impl_->changed();
}

void Session::dispatch(const Action& action) {
  State next = apply(impl_->state, action);
  // The newest needs no mention in the URL.
  if (std::holds_alternative<SetSnapshot>(action) && !impl_->snapshots.empty()) {
    const std::string& newest = impl_->snapshots.front()->date();
    const bool is_newest =
        next.at == newest &&
        std::none_of(impl_->expected.begin(), impl_->expected.end(),
                     [&](const std::string& date) { return is_newer(date, newest); });
    if (is_newest) next.at.clear();
  }
  const bool forgets_notices =
      !impl_->url_notices.empty() && !std::holds_alternative<SetTheme>(action);
  if (next == impl_->state && !forgets_notices) return;
  impl_->state = std::move(next);
  if (forgets_notices) impl_->url_notices.clear();
  impl_->changed();
  impl_->choose_shown();
}

void Session::open_url(std::string_view fragment) {
  ParsedUrl parsed = parse_url(fragment, impl_->facet_ids());
  dispatch(SetState{std::move(parsed.state)});
  impl_->url_notices = std::move(parsed.notices);
  impl_->changed();
}

std::string Session::url() const { return print_url(impl_->state); }

const State& Session::state() const { return impl_->state; }

const ViewModel& Session::view_model() {
  if (!impl_->is_built || impl_->built_version != impl_->version) {
    impl_->build();
    impl_->is_built = true;
    impl_->built_version = impl_->version;
  }
  return impl_->model;
}

const RowView& Session::row(std::size_t position) {
  const ViewModel& model = view_model();
  static const RowView none;
  if (position >= model.rows.size()) return none;
  Impl::RememberedRow& slot = impl_->rows[position % remembered_rows];
  if (!slot.is_set || slot.position != position) {
    slot.row = build_row(impl_->scene(), model.rows[position]);
    slot.position = position;
    slot.is_set = true;
  }
  return slot.row;
}

std::uint64_t Session::version() const { return impl_->version; }

std::string Session::missing_snapshot() const {
  const std::string& asked = impl_->state.at;
  return !asked.empty() && impl_->is_expected(asked) ? asked : std::string();
}

}  // namespace lamplight::app
