// Header: the catalog's title, which snapshot is shown, the search field, the theme.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "ui/frame.h"
#include "ui/widgets.h"

namespace lamplight::ui {
namespace {

// In a toolbar there is less room.
constexpr std::string_view wide_placeholder = "Search names, titles, sections";
constexpr std::string_view short_placeholder = "Search names, titles";

struct ThemeChoice {
  app::Theme theme;
  app::Theme next;
  std::string_view title;
  std::string_view label;
  Icon icon;
};
constexpr ThemeChoice theme_choices[] = {
    {app::Theme::System, app::Theme::Light, "System", "Theme: as the system. Change to light",
     Icon::HalfDisc},
    {app::Theme::Light, app::Theme::Dark, "Light", "Theme: light. Change to dark", Icon::Sun},
    {app::Theme::Dark, app::Theme::System, "Dark", "Theme: dark. Change to the system's",
     Icon::Moon},
};

Button theme_button(const Frame& frame, bool has_text) {
  const ThemeChoice& choice = theme_choices[static_cast<int>(frame.model.theme)];
  Button button;
  button.key = "theme";
  button.text = has_text ? choice.title : std::string_view();
  button.label = choice.label;
  button.look = Look::Quiet;
  button.before = choice.icon;
  button.padding = 10;
  button.command = app::Action{app::SetTheme{choice.next}};
  return button;
}

}  // namespace

void draw_search(Frame& frame, SearchField& search, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  canvas.open(Role::Search, "search", rect).label = "Search the list";
  const std::string_view placeholder = frame.is_guest ? short_placeholder : wide_placeholder;
  // Where the text goes, between the glass and the hint: the browser's field lies exactly here.
  const bool has_text = !frame.model.query.empty();
  const float ending = has_text ? 40 : frame.is_phone ? 12 : 42;
  const float inset = canvas.is_touch() ? (rect.h - sizes::touch) / 2 : 2;
  const Rect field = {rect.x + 36, rect.y + inset, rect.w - 36 - ending, rect.h - 2 * inset};
  Node& node = canvas.leaf(Role::SearchBox, "query", field);
  const std::uint32_t id = node.id;
  node.label = "Search";
  node.value = frame.model.query;
  node.options = {std::string(placeholder)};
  node.font_size = sizes::body;
  node.flags |= flag_collapsed;
  canvas.bind_value(node, rect, ValueKind::Query);
  if (id != 0) search.node = id;
  search.suggesting.anchor = canvas.to_window(rect);
  const bool is_focused = canvas.focus() == id && id != 0;
  const bool is_hovered = canvas.is_hovered(id);
  if (is_focused) {
    canvas.fill({rect.x - 3, rect.y - 3, rect.w + 6, rect.h + 6}, theme.accent_bg,
                theme.radius_field + 3);
  }
  canvas.fill(rect, theme.panel, theme.radius_field);
  canvas.outline(rect,
                 is_focused   ? theme.accent
                 : is_hovered ? theme.ink3
                              : theme.line,
                 theme.radius_field, is_focused ? 1.5f : 1);
  const float middle = rect.y + rect.h / 2;
  canvas.icon(Icon::Search, {rect.x + 13, middle - 7, 14, 14}, theme.ink3);
  if (search.text_field != nullptr && !canvas.is_muted()) {
    const TextFieldWish wish = {.wants_focus = std::exchange(search.wants_focus, false),
                                .is_replaced = is_focused && search.text != frame.model.query};
    if (search.text != frame.model.query) search.text = frame.model.query;
    const TextFieldState state = search.text_field(canvas.to_window(field), theme, canvas.fonts(),
                                                   placeholder, wish, search.text);
    if (state.is_changed) {
      frame.out.actions.push_back(app::SetQuery{search.text});
      search.type_query();
    }
    if (state.is_active) {
      canvas.set_focus(id);
    } else if (is_focused && !wish.wants_focus) {
      canvas.set_focus(0);
    }
  } else if (!canvas.input().has_dom) {
    const bool is_empty = frame.model.query.empty();
    canvas.glyphs(field, frame.style(sizes::body, is_empty ? theme.ink3 : theme.ink),
                  is_empty ? placeholder : std::string_view(frame.model.query));
  }
  if (has_text) {
    Button clear;
    clear.key = "clear";
    clear.rect = {rect.x + rect.w - 34, middle - 14, 28, 28};
    clear.label = "Clear search";
    clear.look = Look::Quiet;
    clear.before = Icon::Cross;
    clear.command = app::Action{app::SetQuery{}};
    draw_button(canvas, clear);
  } else if (!frame.is_phone) {
    const Rect key = {rect.x + rect.w - 31, middle - 10.5f, 19, 21};
    canvas.outline(key, theme.line, theme.radius_tag);
    canvas.glyphs(key, frame.style(sizes::meta, theme.ink3), "/", Align::Center);
  }
  canvas.close();
}

namespace {

void draw_title(Frame& frame, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  const TextStyle style = frame.style(sizes::title, frame.theme().ink, FontFace::Bold);
  const std::string fitting =
      fit_text(canvas.fonts(), style.face, style.size, frame.model.title, rect.w);
  Node& node = canvas.open(Role::Heading, "title", rect);
  node.label = frame.model.title;
  node.level = 1;
  canvas.text(rect, style, fitting);
  canvas.close();
}

}  // namespace

Choice snapshot_choice(const Frame& frame) {
  Choice choice;
  choice.key = "snapshot";
  choice.label = "Date of the list";
  choice.kind = ValueKind::Snapshot;
  for (const app::SnapshotView& snapshot : frame.model.snapshots) {
    choice.options.push_back(snapshot.date);
    choice.options.push_back(snapshot.label);
    if (snapshot.is_shown) choice.value = snapshot.date;
  }
  return choice;
}

namespace {

void draw_phone_header(Frame& frame, SearchField& field, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  if (frame.is_guest) {
    const float link = frame.leads_to_atlas ? 44 : 0;
    draw_search(frame, field, {14, rect.y + 9, rect.w - 28 - link, 40});
    draw_atlas_link(frame, rect.w - 9, rect.y + 7, 44);
    return;
  }
  Button theme = theme_button(frame, false);
  theme.rect = {rect.w - 14 - 34, rect.y + 9, 34, 34};
  const Rect page_link = {theme.rect.x - sizes::touch, theme.rect.y, 34, 34};
  const float right = draw_page_link(frame, page_link) > 0 ? page_link.x : theme.rect.x;
  draw_title(frame, {14, rect.y + 6, right - 14 - 10, 40});
  draw_search(frame, field, {14, rect.y + 50, rect.w - 28, 40});
  draw_button(canvas, theme);
}

void draw_wide_header(Frame& frame, SearchField& field, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  const float middle = rect.y + 28;
  Button theme = theme_button(frame, rect.w >= 900);
  const float theme_width = button_width(canvas, theme);
  theme.rect = {rect.w - 12 - theme_width, middle - 16, theme_width, 32};
  const TextStyle style = frame.style(sizes::title, frame.theme().ink, FontFace::Bold);
  const float title_width =
      std::min(std::ceil(canvas.width(style, frame.model.title)), rect.w * 0.3f);
  draw_title(frame, {16, rect.y + 14, title_width, 28});
  float left = 16 + title_width + 16;
  Choice snapshot = snapshot_choice(frame);
  // One list alone is nothing to choose from.
  if (snapshot.options.size() > 2) {
    snapshot.rect = {left, middle - 16, choice_width(canvas, snapshot), 32};
    left += snapshot.rect.w;
    draw_choice(frame, std::move(snapshot));
  }
  // Centred in the window where there is room, else between its neighbours.
  const float right = theme.rect.x - 24;
  left += 24;
  float width = std::clamp(rect.w - 2 * 400, 320.0f, 640.0f);
  width = std::max(80.0f, std::min(width, right - left));
  const float x = std::clamp(std::floor((rect.w - width) / 2), left, std::max(left, right - width));
  draw_search(frame, field, {x, middle - 19, width, 38});
  draw_button(canvas, theme);
}

}  // namespace

void draw_atlas_link(Frame& frame, float right, float y, float height) {
  if (!frame.leads_to_atlas) return;
  const std::string url = "#" + frame.session.url();
  Button link;
  link.key = "atlas";
  link.label = "Open the full atlas";
  if (!frame.is_phone) link.text = link.label;
  link.look = Look::Quiet;
  link.after = Icon::ArrowOut;
  link.padding = 10;
  link.url = url;
  const float width = frame.is_phone ? height : button_width(frame.canvas, link);
  link.rect = {right - width, y, width, height};
  draw_button(frame.canvas, link);
}

void draw_header(Frame& frame, SearchField& field, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  canvas.open(frame.is_guest ? Role::Group : Role::Banner, "header", rect);
  frame.is_phone ? draw_phone_header(frame, field, rect) : draw_wide_header(frame, field, rect);
  canvas.close();
  canvas.line(0, rect.y + rect.h - 1, rect.w, rect.y + rect.h - 1, frame.theme().line);
}

}  // namespace lamplight::ui
