#include "ui/announce.h"

#include <utility>

namespace lamplight::ui {

void announce(Announced& before, app::Session& session, Outbox& out) {
  const app::ViewModel& model = session.view_model();
  const app::State& state = session.state();
  Announced now;
  now.is_set = true;
  now.passed = before.passed;
  now.work = state.work;
  now.sort = state.sort;
  now.saved = state.saved.size();
  for (const app::SnapshotView& snapshot : model.snapshots) {
    if (snapshot.is_shown) now.list = snapshot.label;
  }
  std::string said;
  if (now.list != before.list) {
    said = "The list of " + now.list + " is shown.";
  } else if (now.work != before.work) {
    if (model.detail && now.work != now.passed) {
      said = "The details of " + model.detail->heading + " are open.";
    }
  } else if (now.saved != before.saved) {
    said = now.saved > before.saved ? "The work was saved." : "The work is no longer saved.";
  } else if (now.sort != before.sort) {
    said = "The order is now: " + model.sort_title + ".";
  }
  if (before.is_set && !said.empty()) out.effects.push_back(Say{std::move(said)});
  before = std::move(now);
}

}  // namespace lamplight::ui
