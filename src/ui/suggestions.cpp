#include "ui/suggestions.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/text_kind.h"
#include "ui/widgets.h"

namespace lamplight::ui {
namespace {

using Kind = app::SuggestionKindView;
using Suggestions = std::vector<app::SuggestionView>;

constexpr std::string_view forget_text = "Forget these searches";

bool is_blank(std::string_view query) {
  return query.find_first_not_of(' ') == std::string_view::npos;
}

// The searches of before, all of them, are followed by the option that forgets them.
std::size_t option_count(const app::Session& session, const Suggestions& suggestions) {
  return suggestions.size() + (is_blank(session.state().query) ? 1 : 0);
}

Command option_command(const Suggestions& suggestions, std::size_t at) {
  if (at >= suggestions.size()) return app::Action{app::ForgetQueries{}};
  return AcceptSuggestion{suggestions[at].kind, suggestions[at].accept};
}

Icon icon_of(Kind kind) {
  switch (kind) {
    case Kind::Word:
      return Icon::Search;
    case Kind::Name:
      return Icon::Page;
    case Kind::Field:
    case Kind::Reading:
      return Icon::Filter;
    case Kind::Value:
      return Icon::Tag;
    case Kind::Spelling:
      return Icon::Pencil;
    case Kind::Recent:
      return Icon::Clock;
  }
  return Icon::None;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// How much of the suggestion's beginning is the end of what was typed.
std::size_t typed_length(std::string_view query, std::string_view text) {
  for (std::size_t length = std::min(query.size(), text.size()); length > 0; --length) {
    const std::string_view end = query.substr(query.size() - length);
    if (std::equal(end.begin(), end.end(), text.begin(),
                   [](char a, char b) { return lower(a) == lower(b); })) {
      return length;
    }
  }
  return 0;
}

struct OptionView {
  std::size_t at = 0;
  std::size_t count = 0;  // of all options
  Icon icon = Icon::None;
  std::string_view text;
  std::string_view detail;
  std::size_t typed = 0;  // bytes of the text
  bool is_active = false;
  Command command;
};

// Returns the id of its node.
std::uint32_t draw_option(Frame& frame, const OptionView& option, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const bool is_active = option.is_active;
  Node& node = canvas.open(Role::Option, std::to_string(option.at), rect);
  const std::uint32_t id = node.id;
  node.label = option.text;
  if (!option.detail.empty()) node.label.append(", ").append(option.detail);
  node.font_size = sizes::body;
  node.set_size = static_cast<std::int32_t>(option.count);
  node.position_in_set = static_cast<std::int32_t>(option.at + 1);
  if (is_active) node.flags |= flag_selected;
  canvas.bind(node, rect, option.command);
  Color ground = theme.panel;
  if (is_active) {
    ground = theme.accent_bg;
  } else if (canvas.is_hovered(id)) {
    ground = theme.hover;
  }
  if (ground != theme.panel) canvas.fill(rect, ground, theme.radius_control);
  if (is_active) {
    canvas.fill({rect.x, rect.y + 6, 3, rect.h - 12}, theme.accent, 1.5f);
  }
  // Below the glass and the text of the field.
  const float middle = rect.y + rect.h / 2;
  canvas.icon(option.icon, {rect.x + 9, middle - 7, 14, 14}, theme.ink3);
  const float left = rect.x + 32;
  const float right = rect.x + rect.w - 10;
  const TextStyle detail = frame.style(sizes::meta, quiet_ink(theme, ground));
  const float detail_width = canvas.width(detail, option.detail);
  const float room = std::max(0.0f, right - left - detail_width - (detail_width > 0 ? 16 : 0));
  const TextStyle regular = frame.style(sizes::body, theme.ink);
  const TextStyle bold = frame.style(sizes::body, theme.ink, FontFace::Bold);
  // Parted, a word that is shaped whole would come apart.
  const std::size_t typed_size = is_plain(option.text) ? option.typed : 0;
  const std::string typed =
      fit_text(canvas.fonts(), regular.face, regular.size, option.text.substr(0, typed_size), room);
  float x = left;
  if (!typed.empty()) x += canvas.text({x, rect.y, 0, rect.h}, regular, typed);
  const std::string rest = fit_text(canvas.fonts(), bold.face, bold.size,
                                    option.text.substr(typed_size), left + room - x);
  if (!rest.empty()) canvas.text({x, rect.y, 0, rect.h}, bold, rest);
  if (!option.detail.empty()) {
    canvas.text({right - detail_width, rect.y, detail_width, rect.h}, detail, option.detail);
  }
  canvas.close();
  return id;
}

// The field tells assistive technology which list it has, and where in it the reader is.
void describe_field(Frame& frame, std::uint32_t search_node, std::uint32_t list,
                    std::uint32_t active) {
  Node* field = frame.canvas.find_recorded(search_node);
  if (field == nullptr) return;
  field->flags = (field->flags & ~flag_collapsed) | flag_expanded;
  field->options.resize(3);
  field->options[1] = std::to_string(list);
  if (active != 0) field->options[2] = std::to_string(active);
}

}  // namespace

bool is_suggesting(app::Session& session, const SearchField& field) {
  return field.suggesting.is_open && field.suggesting.has_focus && !session.suggestions().empty();
}

void follow_search_focus(const app::Session& session, SearchField& field, bool has_focus) {
  Suggesting& suggesting = field.suggesting;
  if (has_focus == suggesting.has_focus) return;
  suggesting.has_focus = has_focus;
  suggesting.active = no_option;
  // An empty field offers what was searched before.
  suggesting.is_open = has_focus && session.state().query.empty();
}

void accept_suggestion(SearchField& field, const AcceptSuggestion& accepted, Outbox& out) {
  out.actions.push_back(accepted.accept);
  field.suggesting.active = no_option;
  // Behind a field, its values are next.
  field.suggesting.is_open = accepted.kind == Kind::Field;
  if (accepted.kind == Kind::Recent) out.actions.push_back(app::RememberQuery{});
}

void remember_query(const app::Session& session, Outbox& out) {
  const app::State& state = session.state();
  if (state.query.empty()) return;
  if (!state.recent.empty() && state.recent.front() == state.query) return;
  out.actions.push_back(app::RememberQuery{});
}

bool press_in_suggestions(app::Session& session, SearchField& field, Key key, Outbox& out) {
  if (!is_suggesting(session, field)) return false;
  Suggesting& suggesting = field.suggesting;
  const Suggestions& suggestions = session.suggestions();
  const std::size_t count = option_count(session, suggestions);
  if (suggesting.active != no_option && suggesting.active >= count) suggesting.active = no_option;
  switch (key) {
    case Key::Down:
      suggesting.active = suggesting.active == no_option  ? 0
                          : suggesting.active + 1 < count ? suggesting.active + 1
                                                          : no_option;
      return true;
    case Key::Up:
      suggesting.active = suggesting.active == no_option ? count - 1
                          : suggesting.active > 0        ? suggesting.active - 1
                                                         : no_option;
      return true;
    case Key::Enter: {
      if (suggesting.active == no_option) {
        suggesting.is_open = false;
        remember_query(session, out);
        return true;
      }
      const Command command = option_command(suggestions, suggesting.active);
      if (const auto* accepted = std::get_if<AcceptSuggestion>(&command)) {
        accept_suggestion(field, *accepted, out);
      } else {
        suggesting.active = no_option;
        out.actions.push_back(app::ForgetQueries{});
      }
      return true;
    }
    case Key::Escape:
      suggesting.is_open = false;
      suggesting.active = no_option;
      return true;
    default:
      return false;
  }
}

void draw_suggestions(Frame& frame, const SearchField& search) {
  Canvas& canvas = frame.canvas;
  if (!is_suggesting(frame.session, search)) return;
  const Suggestions& suggestions = frame.session.suggestions();
  const bool is_of_before = is_blank(frame.model.query);
  const std::size_t all = option_count(frame.session, suggestions);
  const Rect& field = search.suggesting.anchor;
  const float row = canvas.is_touch() ? sizes::touch : 34;
  const float top = field.y + field.h + 4;
  // Only as many as the window holds; the best ones come first.
  const float room = std::max(0.0f, frame.height - top - 12);
  const std::size_t count = std::min(all, static_cast<std::size_t>(room / row));
  if (count == 0) return;
  const Rect rect = {field.x, top, field.w, static_cast<float>(count) * row + 8};
  canvas.card(rect);
  Node& list = canvas.open(Role::ListBox, "suggestions", rect);
  const std::uint32_t list_id = list.id;
  list.label = is_of_before ? "Searched before" : "Suggestions";
  // A click between its options does nothing.
  canvas.bind(list, rect, Command{});
  std::uint32_t active_id = 0;
  for (std::size_t i = 0; i < count; ++i) {
    OptionView option;
    option.at = i;
    option.is_active = i == search.suggesting.active;
    option.count = count;
    option.command = option_command(suggestions, i);
    option.text = forget_text;
    option.icon = Icon::Cross;
    if (i < suggestions.size()) {
      const app::SuggestionView& suggestion = suggestions[i];
      option.icon = icon_of(suggestion.kind);
      option.text = suggestion.text;
      option.detail = suggestion.detail;
      option.typed =
          is_of_before ? suggestion.text.size() : typed_length(frame.model.query, suggestion.text);
    } else {
      option.typed = forget_text.size();
    }
    const Rect place = {rect.x + 4, rect.y + 4 + static_cast<float>(i) * row, rect.w - 8, row};
    const std::uint32_t id = draw_option(frame, option, place);
    if (i == search.suggesting.active) active_id = id;
  }
  canvas.close();
  describe_field(frame, search.node, list_id, active_id);
}

}  // namespace lamplight::ui
