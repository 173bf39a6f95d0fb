#include "ui/keys.h"

#include <algorithm>
#include <optional>

#include "ui/suggestions.h"

namespace lamplight::ui {
namespace {

std::size_t rows_a_screen(const Kept& kept) {
  const RowHeights& heights = kept.layout.heights;
  if (heights.size() == 0) return 1;
  const std::size_t top = heights.row_at(kept.list.y);
  const std::size_t bottom =
      heights.row_at(kept.list.y + static_cast<double>(kept.list.region.view_height));
  return std::max<std::size_t>(1, bottom - top);
}

bool move_selection(app::Session& session, Kept& kept, bool is_detail_panel, Key key, Outbox& out) {
  const std::size_t count = session.view_model().rows.size();
  if (count == 0) return false;
  const std::size_t now = find_row(session, kept, session.state().work);
  // Where the detail would cover the list, the arrows scroll until a work is chosen.
  if (now == no_row && is_detail_panel) return false;
  const std::size_t last = count - 1;
  const std::size_t screen = rows_a_screen(kept);
  const std::size_t top =
      kept.layout.heights.size() == count ? kept.layout.heights.row_at(kept.list.y) : 0;
  std::size_t next = now;
  switch (key) {
    case Key::Up:
      next = now == no_row ? top : now > 0 ? now - 1 : 0;
      break;
    case Key::Down:
      next = now == no_row ? top : std::min(last, now + 1);
      break;
    case Key::PageUp:
      next = now == no_row ? top : now > screen ? now - screen : 0;
      break;
    case Key::PageDown:
      next = now == no_row ? top : std::min(last, now + screen);
      break;
    case Key::Home:
      next = 0;
      break;
    default:
      next = last;
      break;
  }
  const std::string work = session.row(next).id;
  kept.show_row = next;
  out.actions.push_back(app::SelectWork{work});
  remember_query(session, out);
  return true;
}

bool step_back(app::Session& session, Kept& kept, Outbox& out) {
  if (kept.is_keys_open || kept.menu.node != 0 || kept.is_filters_open) {
    if (kept.is_keys_open) {
      kept.is_keys_open = false;
    } else if (kept.menu.node != 0) {
      kept.menu = Menu{};
    } else {
      kept.is_filters_open = false;
    }
    return true;
  }
  const app::State& state = session.state();
  if (state.work.empty() && state.query.empty() && !state.has_filters()) return false;
  out.actions.push_back(app::StepBack{});
  return true;
}

bool open_link(app::Session& session, Outbox& out) {
  const app::ViewModel& model = session.view_model();
  if (!model.detail) return false;
  for (const app::LinkView& link : model.detail->row.links) {
    if (link.url.empty()) continue;
    out.effects.push_back(OpenLink{link.url});
    remember_query(session, out);
    return true;
  }
  return false;
}

bool copy_citation(app::Session& session, Kept& kept, Outbox& out) {
  const app::ViewModel& model = session.view_model();
  if (!model.detail || model.detail->bibtex.empty()) return false;
  kept.copied = Copied::Citation;
  out.effects.push_back(CopyText{model.detail->bibtex, "The citation was copied."});
  return true;
}

bool save_work(const app::Session& session, Outbox& out) {
  if (session.state().work.empty()) return false;
  out.actions.push_back(app::ToggleSaved{session.state().work});
  return true;
}

}  // namespace

std::size_t find_row(app::Session& session, Kept& kept, std::string_view work) {
  if (work.empty()) return no_row;
  const Hits& rows = session.view_model().rows;
  const std::size_t count = rows.size();
  if (kept.selected_row < count && session.row(kept.selected_row).id == work) {
    return kept.selected_row;
  }
  if (kept.missing_work == work && kept.missing_rows.is_same(rows)) return no_row;
  if (const std::optional<std::size_t> row = session.find_row(work)) return *row;
  kept.missing_work = work;
  kept.missing_rows = rows;
  return no_row;
}

bool press_key(app::Session& session, Kept& kept, bool is_detail_panel, Key key, Outbox& out) {
  const bool is_covered = kept.is_keys_open || kept.is_filters_open || kept.menu.node != 0;
  if (is_covered && key != Key::Escape) return false;
  if (!is_covered && press_in_suggestions(session, kept, key, out)) return true;
  switch (key) {
    case Key::Up:
    case Key::Down:
    case Key::PageUp:
    case Key::PageDown:
    case Key::Home:
    case Key::End:
      return move_selection(session, kept, is_detail_panel, key, out);
    case Key::Enter:
      if (open_link(session, out)) return true;
      if (kept.suggesting.has_focus) remember_query(session, out);
      return kept.suggesting.has_focus;
    case Key::Escape:
      return step_back(session, kept, out);
    case Key::Slash:
      kept.search_wants_focus = true;
      out.effects.push_back(FocusNode{kept.search_node});
      return true;
    case Key::Cite:
      return copy_citation(session, kept, out);
    case Key::Question:
      kept.is_keys_open = true;
      return true;
    case Key::Save:
      return save_work(session, out);
  }
  return false;
}

}  // namespace lamplight::ui
