// Sidebar: the facets with their counts, beside the list or in a drawer over it.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "ui/frame.h"
#include "ui/widgets.h"

namespace lamplight::ui {

Choice snapshot_choice(const Frame& frame);

namespace {

// Unfolding a facet of thousands of values goes in steps, so that it stays quick.
constexpr int values_a_step = 100;

int shown_values(const Sidebar& sidebar, const app::FacetView& facet) {
  for (const auto& [id, extra] : sidebar.shown_values) {
    if (id == facet.id) return facet.shown + extra;
  }
  return facet.shown;
}

float draw_fold(Frame& frame, const app::FacetView& facet, int shown, float x, float y) {
  const int all = static_cast<int>(facet.values.size());
  Canvas& canvas = frame.canvas;
  const float row = canvas.is_touch() ? sizes::touch : 26;
  float end = y;
  Button button;
  button.look = Look::Text;
  button.align = Align::Left;
  std::string text;
  std::string label;
  if (all > shown) {
    text = "Show " + std::to_string(std::min(all - shown, values_a_step)) + " more";
    label = text + " of " + facet.title;
    button.key = "more";
    button.flags = flag_collapsed;
    button.command = ShowMoreValues{facet.id};
  } else if (shown > facet.shown && all > facet.shown) {
    text = "Show fewer";
    label = text + " of " + facet.title;
    button.key = "fewer";
    button.flags = flag_expanded;
    button.command = ShowFewerValues{facet.id};
  } else {
    return y;
  }
  if (all > shown) {
    // Found in the page as they will stand there.
    Node& folded = canvas.leaf(Role::Group, "folded", {x, y, 0, 0});
    folded.flags = flag_decorative;
    const int end_of_step = std::min(all, shown + values_a_step);
    for (int i = shown; i < end_of_step; ++i) {
      const app::FacetValueView& value = facet.values[static_cast<std::size_t>(i)];
      if (!value.is_selected) folded.options.push_back(value.title);
    }
    canvas.bind(folded, {}, ShowMoreValues{facet.id});
  }
  button.text = text;
  button.label = label;
  button.rect = {x + 6, y, button_width(canvas, button), row};
  draw_button(canvas, button);
  end += row;
  return end;
}

float draw_facet(Frame& frame, Sidebar& sidebar, const app::FacetView& facet, float y,
                 float width) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const float row = canvas.is_touch() ? sizes::touch : 26;
  const float x = 12;
  Node& group = canvas.open(Role::Group, facet.id, {x, y, width - 24, 0});
  group.label = facet.title;
  const float top = y;
  draw_heading(canvas, "title", {x, y, width - 24, 17},
               frame.style(sizes::meta, theme.ink3, FontFace::Bold), facet.title, 2);
  y += 17 + 8;
  if (facet.source == FacetSource::Year) {
    y += draw_histogram(frame, sidebar.years, facet, x + 6, y, width - 2 * x - 12);
  } else {
    int shown = shown_values(sidebar, facet);
    const int all = static_cast<int>(facet.values.size());
    if (all == shown + 1) shown = all;  // a fold that hides one value saves nothing
    for (int i = 0; i < all; ++i) {
      const app::FacetValueView& value = facet.values[static_cast<std::size_t>(i)];
      if (i >= shown && !value.is_selected) continue;
      Check check;
      check.key = value.id;
      check.rect = {x, y, width - 24, row};
      check.text = value.title;
      check.count = value.count;
      check.is_checked = value.is_selected;
      check.color = value.color;
      check.indent = static_cast<float>(std::min(value.depth, 4)) * 14;
      check.command = app::Action{app::ToggleFilter{facet.id, value.id}};
      draw_check(canvas, check);
      y += row;
    }
    y = draw_fold(frame, facet, shown, x, y);
  }
  canvas.close().rect.h = y - top;
  return y;
}

// The facets from `y` of the open scroller; returns the content's height.
float draw_facets(Frame& frame, Sidebar& sidebar, float width, float y) {
  y += 16;
  if (frame.model.facets.empty() && frame.model.preparing) {
    const TextStyle style = frame.style(sizes::small, frame.theme().ink3);
    y += frame.canvas.wrapped(18, y, width - 36, style, 20, "Filters come with the search.");
  }
  for (const app::FacetView& facet : frame.model.facets) {
    if (facet.values.empty()) continue;
    y = draw_facet(frame, sidebar, facet, y, width) + 16;
  }
  y = draw_heading_links(frame, y, width);
  return y + 8;
}

// Which list, where no header asks it; returns its height.
float draw_snapshots(Frame& frame, float width) {
  Choice snapshot = snapshot_choice(frame);
  // One list alone is nothing to choose from.
  if (snapshot.options.size() <= 2) return 0;
  draw_heading(frame.canvas, "snapshot-title", {12, 16, width - 24, 17},
               frame.style(sizes::meta, frame.theme().ink3, FontFace::Bold), "Date of the list", 2);
  snapshot.rect = {18, 44, choice_width(frame.canvas, snapshot), 36};
  draw_choice(frame, std::move(snapshot));
  return 84;
}

}  // namespace

void Sidebar::show_more(std::string_view facet) {
  for (auto& [id, extra] : shown_values) {
    if (id != facet) continue;
    extra += values_a_step;
    return;
  }
  shown_values.emplace_back(facet, values_a_step);
}

void Sidebar::show_fewer(std::string_view facet) {
  const auto is_it = [&](const auto& shown) { return shown.first == facet; };
  shown_values.erase(std::remove_if(shown_values.begin(), shown_values.end(), is_it),
                     shown_values.end());
}

void draw_sidebar(Frame& frame, Sidebar& sidebar, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  canvas.line(rect.x + rect.w - 1, rect.y, rect.x + rect.w - 1, rect.y + rect.h,
              frame.theme().line);
  canvas.open(Role::Navigation, "filters", rect).label = "Filters";
  const Rect inner = {rect.x, rect.y, rect.w - 1, rect.h};
  canvas.begin_scroller("facets", "Filters", inner, sidebar.scroll);
  const float top = frame.is_guest ? draw_snapshots(frame, rect.w) : 0;
  canvas.end_scroller(draw_facets(frame, sidebar, rect.w, top));
  canvas.close();
}

void draw_drawer(Frame& frame, Sidebar& sidebar) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const Rect window = {0, 0, frame.width, frame.height};
  const Rect rect = {0, 0, std::min(340.0f, frame.width - 44), frame.height};
  canvas.fill(window, theme.scrim);
  Node& outside = canvas.leaf(Role::Button, "outside", window);
  outside.label = "Close filters";
  outside.flags |= flag_decorative;
  canvas.bind(outside, window, ShowFilters{false});
  canvas.fill(rect, theme.panel);
  canvas.open(Role::Navigation, "filters", rect).label = "Filters";
  // A click beside the controls stays in the drawer.
  Node& inside = canvas.leaf(Role::Group, "inside", rect);
  canvas.bind(inside, rect, Command{});
  inside.flags = 0;
  draw_heading(canvas, "title", {18, 8, 160, 44},
               frame.style(sizes::title, theme.ink, FontFace::Bold), "Filters", 2);
  Button close;
  close.key = "close";
  close.rect = {rect.w - 44 - 8, 8, 44, 44};
  close.label = "Close";
  close.look = Look::Quiet;
  close.before = Icon::Cross;
  close.command = ShowFilters{false};
  draw_button(canvas, close);
  canvas.line(0, 59, rect.w, 59, theme.line);
  const float bottom = 64;
  canvas.begin_scroller("facets", "Filters", {0, 60, rect.w, rect.h - 60 - bottom}, sidebar.scroll);
  canvas.end_scroller(draw_facets(frame, sidebar, rect.w, draw_snapshots(frame, rect.w)));
  canvas.line(0, rect.h - bottom, rect.w, rect.h - bottom, theme.line);
  Button done;
  const std::string text = "Show " + frame.model.count_text;
  done.key = "done";
  done.rect = {14, rect.h - bottom + 10, rect.w - 28, 44};
  done.text = text;
  done.look = Look::Primary;
  done.size = sizes::body;
  done.face = FontFace::Medium;
  done.command = ShowFilters{false};
  draw_button(canvas, done);
  canvas.close();
}

}  // namespace lamplight::ui
