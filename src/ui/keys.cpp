#include "ui/keys.h"

#include "ui/suggestions.h"

namespace lamplight::ui {
namespace {

bool step_back(Deed& deed, KeyParts parts, View& view) {
  if (parts.overlays.is_keys_open) {
    parts.overlays.is_keys_open = false;
  } else if (parts.overlays.menu.node != 0) {
    parts.overlays.menu = Menu{};
  } else if (parts.sidebar.is_open) {
    parts.sidebar.is_open = false;
  } else if (!view.step_back(deed)) {
    const app::State& state = deed.session.state();
    if (state.work.empty() && state.query.empty() && !state.has_filters()) return false;
    deed.out.actions.push_back(app::StepBack{});
  }
  return true;
}

bool open_link(Deed& deed) {
  const app::ViewModel& model = deed.session.view_model();
  if (!model.detail) return false;
  for (const app::LinkView& link : model.detail->row.links) {
    if (link.url.empty()) continue;
    deed.out.effects.push_back(OpenLink{link.url});
    remember_query(deed.session, deed.out);
    return true;
  }
  return false;
}

bool copy_citation(Deed& deed, Copied& copied) {
  const app::ViewModel& model = deed.session.view_model();
  if (!model.detail || model.detail->bibtex.empty()) return false;
  copied = Copied::Citation;
  deed.out.effects.push_back(CopyText{model.detail->bibtex, "The citation was copied."});
  return true;
}

bool save_work(Deed& deed) {
  if (deed.session.state().work.empty()) return false;
  deed.out.actions.push_back(app::ToggleSaved{deed.session.state().work});
  return true;
}

}  // namespace

bool press_key(Deed& deed, KeyParts parts, Key key) {
  View& view = find_view(parts.views, deed.session.state().view);
  const Modifiers held = deed.modifiers;
  if (key == Key::Escape && !held.any()) {
    const bool is_covered =
        parts.overlays.is_keys_open || parts.overlays.menu.node != 0 || parts.sidebar.is_open;
    if (!is_covered && press_in_suggestions(deed.session, parts.search, key, deed.out)) return true;
    return step_back(deed, parts, view);
  }
  if (parts.overlays.is_keys_open || parts.overlays.menu.node != 0 || parts.sidebar.is_open) {
    return false;
  }
  if (!held.any() && press_in_suggestions(deed.session, parts.search, key, deed.out)) return true;
  const bool is_in_field = parts.search.suggesting.has_focus;
  if (is_in_field && key == Key::Enter) {
    if (!open_link(deed)) remember_query(deed.session, deed.out);
    return true;
  }
  if (parts.tabs.press(deed, parts.views, key)) return true;
  if (view.press(deed, key)) return true;
  if (held.control || held.alt) return false;
  switch (key) {
    case Key::Enter:
      return open_link(deed);
    case Key::Slash:
      parts.search.wants_focus = true;
      deed.out.effects.push_back(FocusNode{parts.search.node});
      return true;
    case Key::Cite:
      return copy_citation(deed, parts.copied);
    case Key::Question:
      parts.overlays.is_keys_open = true;
      return true;
    case Key::Save:
      return save_work(deed);
    default:
      return false;
  }
}

}  // namespace lamplight::ui
