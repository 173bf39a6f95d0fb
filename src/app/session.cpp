#include "app/session.h"

#include <algorithm>
#include <utility>

#include "app/builders.h"
#include "app/columns.h"
#include "app/found_works.h"
#include "app/snapshot.h"
#include "app/sort_order.h"
#include "base/snapshot_date.h"
#include "base/sort.h"
#include "lamplight/catalog.h"
#include "lamplight/profile.h"
#include "lamplight/search.h"

namespace lamplight::app {
namespace {

// More rows than a screen shows, so that those of one frame never push each other out.
constexpr std::size_t remembered_rows = 256;

// As fine as a progress bar shows; each is a new version of the view model.
int progress_steps(double progress) { return static_cast<int>(progress * 200); }

}  // namespace

struct Session::Impl {
  std::unique_ptr<Profile> profile;  // none: each snapshot's own default
  Snapshots snapshots;               // newest first
  std::vector<std::string> dates;    // of all lists, those that have not come yet too; newest first
  Snapshot* shown = nullptr;
  State state;
  std::vector<std::string> url_notices;
  std::vector<std::pair<std::string, std::string>> wanted;  // by the page: keys and their texts
  std::uint64_t version = 0;
  std::uint64_t lists_version = 0;  // grows with catalogs, profile and indices
  FoundWorks found;
  SortOrder sort_order;

  // Remembered until `version` grows.
  bool is_built = false;
  std::uint64_t built_version = 0;
  ViewModel model;
  WorkUrl url;
  std::vector<SuggestionView> suggestions;
  bool has_suggestions = false;
  std::uint64_t suggested_version = 0;
  // What parts of `model` were made of: they stay as long as it does.
  std::uint64_t built_revision = 0;
  std::uint64_t built_lists = 0;
  const Index* index = nullptr;  // of the shown snapshot, as `model` was built

  std::optional<Scene> looked_at;  // what scene() last gave

  struct RememberedRow {
    std::size_t position = 0;
    bool is_set = false;
    std::uint32_t work = 0;
    RowView row;
  };
  std::vector<RememberedRow> rows = std::vector<RememberedRow>(remembered_rows);

  void changed() { ++version; }
  // Catalogs, profile or indices change: nothing found before holds, nor may refer to them.
  void forget_found() {
    found.forget();
    sort_order.forget();
    model.rows = Hits();
    index = nullptr;
    ++lists_version;
    changed();
  }

  // Whether the facets are known before the list is.
  [[nodiscard]] bool has_own_facets() const { return profile && profile->names_facets; }

  [[nodiscard]] std::vector<std::string> facet_ids() const {
    std::vector<std::string> ids;
    const Profile* const own = has_own_facets()   ? profile.get()
                               : shown != nullptr ? &shown->profile()
                                                  : nullptr;
    if (own != nullptr) {
      for (const Facet& facet : own->facets) ids.push_back(facet.id);
    }
    return ids;
  }

  [[nodiscard]] Snapshot* find_snapshot(std::string_view date) const {
    for (const std::unique_ptr<Snapshot>& snapshot : snapshots) {
      if (snapshot->date() == date) return snapshot.get();
    }
    return nullptr;
  }

  [[nodiscard]] std::size_t position_of(std::string_view date) const {
    return static_cast<std::size_t>(std::find(dates.begin(), dates.end(), date) - dates.begin());
  }

  [[nodiscard]] bool is_expected(std::string_view date) const {
    return position_of(date) < dates.size() && find_snapshot(date) == nullptr;
  }

  void choose_shown();
  void insert(std::unique_ptr<Snapshot> snapshot);
  // Keys of the URL that nobody knew may be facets now, and the other way round.
  void read_keys_again();
  void take_url(Session& session, ParsedUrl parsed);
  void build();
  void build_found(const Scene& scene, ViewModel& former);
  void build_detail_of(const Scene& scene, const ViewModel& former);
  void show_progress();
  void remember_work(std::string_view id);
  [[nodiscard]] bool is_preparing() const {
    return shown != nullptr && !shown->is_prepared() && !shown->is_cancelled();
  }
  [[nodiscard]] Scene scene() const {
    return {*shown, find_older(snapshots, *shown), index, snapshots, state, found.request(), url};
  }
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
  if (shown != nullptr && !state.work.empty() && !chosen->finder().find_id(state.work)) {
    if (const auto before = shown->finder().find_id(state.work)) {
      const auto now = chosen->finder().find(*before, shown->finder());
      state.work = now ? chosen->catalog().works[*now].id.str() : std::string();
    }
  }
  shown = chosen;
  forget_found();
}

void Session::Impl::insert(std::unique_ptr<Snapshot> snapshot) {
  snapshot->set_profile(profile.get());
  if (position_of(snapshot->date()) == dates.size()) {
    dates.push_back(snapshot->date());
    sort_stably(dates, is_newer);
  }
  const std::size_t position = position_of(snapshot->date());
  const auto at =
      std::find_if(snapshots.begin(), snapshots.end(), [&](const std::unique_ptr<Snapshot>& other) {
        return position_of(other->date()) >= position;
      });
  if (at != snapshots.end() && (*at)->date() == snapshot->date()) {
    if (shown == at->get()) shown = nullptr;
    forget_found();
    *at = std::move(snapshot);
  } else {
    snapshots.insert(at, std::move(snapshot));
  }
  choose_shown();
  forget_found();
  if (!has_own_facets() && !state.unknown.empty()) read_keys_again();
}

void Session::Impl::read_keys_again() {
  ParsedUrl read = parse_url(print_url(state), facet_ids());
  state = apply(std::move(state), SetState{std::move(read.state)});
}

std::vector<SnapshotView> Session::Impl::build_snapshots() const {
  std::vector<SnapshotView> views;
  for (const std::string& date : dates) {
    views.push_back({date, snapshot_label(date, dates), shown != nullptr && shown->date() == date});
  }
  return views;
}

void Session::Impl::build() {
  for (RememberedRow& row : rows) row.is_set = false;
  ViewModel former = std::move(model);
  model = ViewModel();
  model.query = state.query;
  model.sort = state.sort;
  model.view = state.view;
  url = print_work_url(state);
  model.theme = state.theme;
  model.years = state.years;
  model.notices = url_notices;
  model.snapshots = build_snapshots();
  if (shown == nullptr) {
    if (profile) model.title = profile->title;
    return;
  }
  const Catalog& catalog = shown->catalog();
  model.title = list_title(catalog, shown->profile());
  model.all_works = catalog.works.size();
  index = shown->find_index();
  if (index != nullptr) {
    found.search({*shown, *index, snapshots, dates}, state, sort_order.take(scene(), state.sort));
    const std::vector<std::string>& notices = found.notices();
    model.notices.insert(model.notices.end(), notices.begin(), notices.end());
    model.rows = found.result().works;
  } else {
    model.rows = shown->all_works();
    model.preparing = {static_cast<float>(shown->progress()), shown->is_cancelled()};
  }
  if (!state.at.empty() && shown->date() != state.at && !is_expected(state.at)) {
    model.notices.push_back("There is no list of “" + state.at +
                            "”: " + month_label(shown->date()) + " is shown.");
  }
  const Scene looked_at = scene();
  model.sort_title = sort_title(looked_at, state.sort);
  if (index != nullptr) build_found(looked_at, former);
  model.count_text = build_count_text(looked_at, model.rows.size());
  model.footer = build_footer(looked_at, found.result());
  if (!state.work.empty()) build_detail_of(looked_at, former);
  built_revision = found.revision();
  built_lists = lists_version;
}

// The parts of the view model that depend on the search alone: made anew when it changes.
void Session::Impl::build_found(const Scene& scene, ViewModel& former) {
  if (built_revision == found.revision()) {
    model.facets = std::move(former.facets);
    model.chips = build_chips(scene, model.facets);
    model.corrections = std::move(former.corrections);
    model.rescues = std::move(former.rescues);
    return;
  }
  model.facets = build_facets(scene, found.result());
  model.chips = build_chips(scene, model.facets);
  model.corrections = build_corrections(state.query, found.result().corrections);
  if (model.rows.empty() && model.all_works > 0) model.rescues = build_rescues(scene);
}

void Session::Impl::build_detail_of(const Scene& scene, const ViewModel& former) {
  const auto work = shown->finder().find_id(state.work);
  if (!work) {
    model.notices.push_back("There is no work “" + state.work + "” in this list.");
    return;
  }
  model.detail = build_detail(scene, *work);
  const bool has_related =
      former.detail && former.detail->row.id == state.work && built_lists == lists_version;
  model.detail->related = has_related ? former.detail->related : build_related(scene, *work);
  for (RelatedView& related : model.detail->related) related.url = url.of(related.id);
}

// Only how far it is changes: the rest of the view model stays as it is.
void Session::Impl::show_progress() {
  const bool is_current = is_built && built_version == version;
  const double progress = shown->progress();
  if (!is_current || !model.preparing ||
      progress_steps(progress) == progress_steps(double{model.preparing->part})) {
    return;
  }
  model.preparing->part = static_cast<float>(progress);
  changed();
  built_version = version;
}

// A work is mostly chosen by its row: then it need not be looked for among all works.
void Session::Impl::remember_work(std::string_view id) {
  if (shown == nullptr || built_lists != lists_version) return;
  for (const RememberedRow& row : rows) {
    if (row.is_set && row.row.id == id) shown->finder().remember(id, row.work);
  }
}

Session::Session() : impl_(std::make_unique<Impl>()) {}
Session::~Session() = default;

Result<bool> Session::set_profile(std::string_view json) {
  Result<Profile> parsed = parse_profile(json);
  Profile* profile = parsed.value_if();
  if (profile == nullptr) return parsed.error();
  impl_->forget_found();
  for (const std::unique_ptr<Snapshot>& snapshot : impl_->snapshots) snapshot->set_profile(nullptr);
  impl_->profile = std::make_unique<Profile>(std::move(*profile));
  for (const std::unique_ptr<Snapshot>& snapshot : impl_->snapshots) {
    snapshot->set_profile(impl_->profile.get());
  }
  impl_->read_keys_again();
  return true;
}

Result<bool> Session::add_snapshot(std::string_view date, std::string_view markdown) {
  const std::string_view address =
      impl_->profile ? std::string_view(impl_->profile->source_url) : std::string_view();
  Result<Catalog> parsed = parse_catalog(markdown, address);
  Catalog* catalog = parsed.value_if();
  if (catalog == nullptr) return parsed.error();
  add_catalog(std::string(date), std::move(*catalog));
  return true;
}

void Session::add_catalog(std::string date, Catalog catalog) {
  impl_->insert(std::make_unique<Snapshot>(std::move(date), std::move(catalog)));
}

void Session::expect_snapshots(std::vector<std::string> dates) {
  std::erase(dates, std::string());
  for (const std::unique_ptr<Snapshot>& snapshot : impl_->snapshots) {
    dates.push_back(snapshot->date());
  }
  impl_->dates.clear();
  for (std::string& date : dates) {
    if (impl_->position_of(date) == impl_->dates.size()) impl_->dates.push_back(std::move(date));
  }
  sort_stably(impl_->dates, is_newer);
  // Names without a date may be told in another order than they came in.
  sort_stably(impl_->snapshots, [&](const auto& a, const auto& b) {
    return impl_->position_of(a->date()) < impl_->position_of(b->date());
  });
  impl_->choose_shown();
  impl_->changed();
}

void Session::dispatch(const Action& action) {
  if (const SetPreparing* set = std::get_if<SetPreparing>(&action)) {
    if (impl_->shown != nullptr && impl_->shown->set_preparing(set->is_wanted)) impl_->changed();
    return;
  }
  if (const SelectWork* set = std::get_if<SelectWork>(&action)) impl_->remember_work(set->id);
  State next = apply(impl_->state, action);
  // The newest needs no mention in the URL.
  if (std::holds_alternative<SetSnapshot>(action) && !impl_->dates.empty() &&
      next.at == impl_->dates.front()) {
    next.at.clear();
  }
  const bool forgets_notices = !impl_->url_notices.empty() && !is_own(action);
  if (next == impl_->state && !forgets_notices) return;
  impl_->state = std::move(next);
  if (forgets_notices) impl_->url_notices.clear();
  impl_->changed();
  impl_->choose_shown();
}

void Session::Impl::take_url(Session& session, ParsedUrl parsed) {
  session.dispatch(SetState{std::move(parsed.state)});
  url_notices = std::move(parsed.notices);
  changed();
}

void Session::open_url(std::string_view fragment) {
  const std::vector<std::string> facets = impl_->facet_ids();
  ParsedUrl parsed = parse_url(fragment, facets);
  for (const auto& [key, text] : impl_->wanted) {
    if (std::find(parsed.keys.begin(), parsed.keys.end(), key) != parsed.keys.end()) continue;
    ParsedUrl with_key = set_url_key(parsed.state, key, text, facets);
    parsed.state = std::move(with_key.state);
    parsed.notices.insert(parsed.notices.end(), with_key.notices.begin(), with_key.notices.end());
  }
  impl_->take_url(*this, std::move(parsed));
}

void Session::set_key(std::string_view key, std::string_view text) {
  std::erase_if(impl_->wanted, [&](const auto& pair) { return pair.first == key; });
  if (!text.empty()) impl_->wanted.emplace_back(key, text);
  impl_->take_url(*this, set_url_key(impl_->state, key, text, impl_->facet_ids()));
}

std::vector<std::string> Session::keys() const { return url_keys(impl_->facet_ids()); }

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
    slot.work = model.rows[position];
    slot.row = build_row(impl_->scene(), slot.work);
    slot.position = position;
    slot.is_set = true;
  }
  return slot.row;
}

std::optional<std::size_t> Session::find_row(std::string_view id) {
  const ViewModel& model = view_model();
  if (impl_->shown == nullptr) return std::nullopt;
  const std::optional<std::uint32_t> work = impl_->shown->finder().find_id(id);
  if (!work) return std::nullopt;
  std::size_t row = 0;
  for (const std::uint32_t each : model.rows) {
    if (each == *work) return row;
    ++row;
  }
  return std::nullopt;
}

Hits Session::find(std::string_view query) {
  (void)view_model();
  if (impl_->shown == nullptr || impl_->index == nullptr) return {};
  State asked;
  asked.query = query;
  asked.saved = impl_->state.saved;
  FoundWorks found;
  found.search({*impl_->shown, *impl_->index, impl_->snapshots, impl_->dates}, asked, {});
  return found.result().works;
}

const Scene* Session::scene() {
  (void)view_model();
  if (impl_->shown == nullptr) return nullptr;
  impl_->looked_at.emplace(impl_->scene());
  return &*impl_->looked_at;
}

const std::vector<SuggestionView>& Session::suggestions() {
  if (!impl_->has_suggestions || impl_->suggested_version != impl_->version) {
    (void)view_model();
    impl_->suggestions = build_suggestions(impl_->state, impl_->index, impl_->found.request());
    impl_->has_suggestions = true;
    impl_->suggested_version = impl_->version;
  }
  return impl_->suggestions;
}

bool Session::is_preparing() { return impl_->is_preparing(); }

bool Session::prepare_step() {
  if (!impl_->is_preparing()) return false;
  const bool goes_on = impl_->shown->prepare_step();
  if (goes_on) {
    impl_->show_progress();
  } else {
    impl_->forget_found();
  }
  return goes_on;
}

std::uint64_t Session::version() const { return impl_->version; }

std::string Session::missing_snapshot() const {
  const std::string& asked = impl_->state.at;
  return !asked.empty() && impl_->is_expected(asked) ? asked : std::string();
}

}  // namespace lamplight::app
