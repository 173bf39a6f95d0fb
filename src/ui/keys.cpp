#include "ui/keys.h"

#include <utility>

#include "app/builders.h"
#include "ui/suggestions.h"

namespace lamplight::ui {
namespace {

bool step_back(Deed& deed, KeyParts parts, View& view) {
  if (parts.overlays.is_keys_open) {
    parts.overlays.show_keys(false);
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

// The work that a key is about: of the row that has the keyboard, else the one in the detail.
const app::RowView* find_work(Deed& deed, View& view) {
  const std::size_t row = view.focused_row(deed);
  if (row != no_row) return &deed.session.row(row);
  const app::ViewModel& model = deed.session.view_model();
  return model.detail ? &model.detail->row : nullptr;
}

bool open_link(Deed& deed, View& view) {
  const app::RowView* const work = find_work(deed, view);
  if (work == nullptr) return false;
  for (const app::LinkView& link : work->links) {
    if (link.url.empty()) continue;
    deed.out.effects.push_back(OpenLink{link.url});
    remember_query(deed.session, deed.out);
    return true;
  }
  return false;
}

bool copy_citation(Deed& deed, View& view, Copied& copied) {
  const app::ViewModel& model = deed.session.view_model();
  std::string bibtex;
  const std::size_t row = view.focused_row(deed);
  if (row < model.rows.size()) {
    bibtex = app::build_bibtex(*deed.session.scene(), model.rows[row]);
  } else if (model.detail) {
    bibtex = model.detail->bibtex;
  }
  if (bibtex.empty()) return false;
  copied = Copied::Citation;
  deed.out.effects.push_back(CopyText{std::move(bibtex), "The citation was copied."});
  return true;
}

bool save_work(Deed& deed, View& view) {
  const app::RowView* const work = find_work(deed, view);
  if (work == nullptr) return false;
  deed.out.actions.push_back(app::ToggleSaved{work->id});
  return true;
}

// Whether what has the keyboard opens a work, or nothing has it.
bool leads_to_detail(const Tree& tree, std::uint32_t focus) {
  const Node* const node = tree.find_id(focus);
  if (node == nullptr) return true;
  return node->role == Role::Link && (node->flags & flag_in_page) != 0;
}

// In the detail and among the filters, the arrows scroll what is there.
bool is_among_works(const Deed& deed, const Tree& tree) {
  if (deed.is_detail_panel && !deed.session.state().work.empty()) return false;
  for (const Node* at = tree.find_id(deed.focus); at != nullptr; at = tree.find_parent(*at)) {
    if (at->role == Role::Complementary || at->role == Role::Navigation) return false;
  }
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
    remember_query(deed.session, deed.out);
    return true;
  }
  // Who speaks to the machine, or has a trembling hand, may want none of them.
  const bool is_sign = key > last_named_key && key != Key::Space;
  if (is_sign && !held.control && !deed.session.state().has_letter_keys) return false;
  if (!held.any() && press_in_years(deed.session, parts.sidebar.years, deed.focus, key, deed.out)) {
    return true;
  }
  if (parts.tabs.press(deed, parts.views, key)) return true;
  if (is_among_works(deed, parts.tree) && view.press(deed, key)) return true;
  if (held.control || held.alt) return false;
  switch (key) {
    case Key::Enter:
      deed.enters_detail = leads_to_detail(parts.tree, deed.focus);
      return deed.enters_detail && deed.session.view_model().detail.has_value();
    case Key::Open:
      return open_link(deed, view);
    case Key::Slash:
      parts.search.wants_focus = true;
      deed.out.effects.push_back(FocusNode{parts.search.node});
      return true;
    case Key::Cite:
      return copy_citation(deed, view, parts.copied);
    case Key::Question:
      parts.overlays.show_keys(true);
      return true;
    case Key::Save:
      return save_work(deed, view);
    default:
      return false;
  }
}

}  // namespace lamplight::ui
