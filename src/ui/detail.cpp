// Detail: everything about the selected work, beside the list or instead of it.
#include <algorithm>
#include <cmath>
#include <string>

#include "ui/frame.h"
#include "ui/widgets.h"

namespace lamplight::ui {
namespace {

// Draws from top to bottom within one column.
class Column {
 public:
  Column(Frame& frame, float x, float y, float width)
      : frame_(frame), canvas_(frame.canvas), x_(x), y_(y), width_(width) {}

  // Returns the node of its heading.
  std::uint32_t head(const app::DetailView& detail);
  void chips(const std::vector<std::string>& tags);
  void buttons(const app::DetailView& detail);
  void facts(const app::DetailView& detail);
  void cells(const app::DetailView& detail);
  void places(const app::DetailView& detail);
  void cite(const app::DetailView& detail);
  void related(const app::DetailView& detail);
  void source(const app::DetailView& detail);
  [[nodiscard]] float y() const { return y_; }

 private:
  void section(std::string_view key, std::string_view title);
  // A name in grey and its value beside it, with the source of what is derived.
  void fact(std::string_view key, const app::FactView& fact);
  void flow(Button button, float& x, float height);

  Frame& frame_;
  Canvas& canvas_;
  float x_, y_, width_;
};

constexpr float name_width = 102;

void Column::section(std::string_view key, std::string_view title) {
  y_ += 20;
  draw_heading(canvas_, key, {x_, y_, width_, 17},
               frame_.style(sizes::meta, frame_.theme().ink3, FontFace::Bold), title, 3);
  y_ += 17 + 8;
}

std::uint32_t Column::head(const app::DetailView& detail) {
  const Theme& theme = frame_.theme();
  const TextStyle style =
      frame_.style(detail.subtitle.empty() ? sizes::h2 : sizes::h1, theme.ink, FontFace::Bold);
  // The close button stands at the end of the first line.
  const float room = frame_.is_detail_panel ? width_ : width_ - 36;
  Node& heading = canvas_.open(Role::Heading, "heading", {x_, y_, room, 28});
  const std::uint32_t id = heading.id;
  heading.label = detail.heading;
  heading.level = 2;
  const float height = canvas_.wrapped(x_, y_, room, style, 26, detail.heading);
  canvas_.close().rect.h = height;
  canvas_.focus_ring(id, {x_ - 4, y_, room + 4, height}, theme.radius_control);
  y_ += height;
  if (!detail.subtitle.empty()) {
    y_ +=
        canvas_.wrapped(x_, y_, width_, frame_.style(sizes::body, theme.ink2), 20, detail.subtitle);
  }
  if (!detail.description.empty()) {
    y_ += 4 + canvas_.wrapped(x_, y_ + 4, width_, frame_.style(sizes::small, theme.ink2), 19,
                              detail.description);
  }
  chips(detail.row.stated_tags);
  if (!detail.row.tags.empty()) y_ += 8;
  for (const app::TagView& tag : detail.row.tags) {
    const float tag_end = draw_tag(canvas_, x_, y_, tag) + 8;
    const float explained =
        canvas_.wrapped(x_ + tag_end, y_ - 1, width_ - tag_end,
                        frame_.style(sizes::meta, theme.ink3), 17, tag.explanation);
    y_ += std::max(18.0f, explained) + 4;
  }
  return id;
}

void Column::chips(const std::vector<std::string>& tags) {
  if (tags.empty()) return;
  y_ += 8;
  float x = x_;
  for (const std::string& tag : tags) {
    // A tag that is longer than a line is cut.
    const std::string text =
        fit_text(canvas_.fonts(), FontFace::Regular, sizes::tag, tag, width_ - 14);
    const float width = chip_width(canvas_, text);
    if (x > x_ && x + width > x_ + width_) {
      x = x_;
      y_ += 20;
    }
    x += draw_chip(canvas_, x, y_, text) + 4;
  }
  y_ += 16;
}

void Column::flow(Button button, float& x, float height) {
  const float width = std::min(width_, button_width(canvas_, button));
  if (x > x_ && x + width > x_ + width_) {
    x = x_;
    y_ += height + 8;
  }
  button.rect = {x, y_, width, height};
  x += width + 8;
  draw_button(canvas_, button);
}

void Column::buttons(const app::DetailView& detail) {
  y_ += 14;
  const float height = canvas_.is_touch() ? 44 : 36;
  float x = x_;
  bool is_first = true;
  for (std::size_t i = 0; i < detail.row.links.size(); ++i) {
    const app::LinkView& link = detail.row.links[i];
    if (link.url.empty()) continue;
    Button button;
    const std::string key = "link" + std::to_string(i);
    button.key = key;
    button.text = link.label;
    button.look = is_first ? Look::Primary : Look::OutlineAccent;
    button.face = FontFace::Medium;
    button.after = Icon::ArrowOut;
    button.url = link.url;
    flow(button, x, height);
    is_first = false;
  }
  Button save;
  const bool is_saved = detail.row.is_saved;
  save.key = "save";
  save.face = FontFace::Medium;
  save.look = Look::OutlineAccent;
  save.text = is_saved ? "Saved" : "Save";
  save.label = is_saved ? "Saved: take it off" : "Save the work";
  save.before = is_saved ? Icon::StarFull : Icon::Star;
  save.command = app::Action{app::ToggleSaved{detail.row.id}};
  flow(save, x, height);
  Button copy;
  copy.key = "copy-link";
  copy.face = FontFace::Medium;
  copy.look = Look::OutlineAccent;
  const bool is_copied = frame_.copied == Copied::Link;
  copy.text = is_copied ? "Copied" : "Copy link";
  copy.label = "Copy link";
  copy.before = is_copied ? Icon::Check : Icon::None;
  copy.command = Effect{CopyText{detail.row.url, "The link was copied."}};
  flow(copy, x, height);
  y_ += height;
}

void Column::fact(std::string_view key, const app::FactView& fact) {
  const Theme& theme = frame_.theme();
  canvas_.open(Role::Group, key, {x_, y_, width_, 24}).label = fact.name;
  const float top = y_;
  canvas_.text({x_, y_, name_width - 8, 24}, frame_.style(sizes::small, theme.ink3), fact.name);
  const float value_x = x_ + name_width;
  const float room = width_ - name_width;
  const TextStyle style = frame_.style(sizes::small, theme.ink);
  const float value_width = canvas_.width(style, fact.value);
  float x = value_x;
  if (!fact.url.empty()) {
    Button link;
    link.key = "value";
    const std::string fitting = fit_text(canvas_.fonts(), style.face, style.size, fact.value, room);
    link.text = fitting;
    link.label = fact.value;
    link.look = Look::Text;
    link.align = Align::Left;
    link.url = fact.url;
    link.rect = {value_x, y_, std::min(room, std::ceil(value_width)), 24};
    draw_button(canvas_, link);
    x += link.rect.w;
    y_ += 24;
  } else {
    const TextRun run = {fact.value, style.face};
    const Paragraph lines = canvas_.paragraph(&run, 1, style.size, room, Direction::Left);
    for (const Piece& piece : lines.pieces) {
      canvas_.text(
          {value_x + piece.x, y_ + 2 + static_cast<float>(piece.line) * 20, piece.width, 20},
          directed(style, piece),
          std::string_view(fact.value).substr(piece.begin, piece.end - piece.begin));
    }
    x += lines.last_width;
    y_ += static_cast<float>(std::max(1, lines.lines)) * 20 + 4;
  }
  if (!fact.source.empty()) {
    const std::string source = "· " + fact.source;
    const TextStyle grey = frame_.style(sizes::small, theme.ink3);
    const float needed = canvas_.width(grey, source);
    if (x + 5 + needed <= x_ + width_) {
      canvas_.text({x + 5, y_ - 24, needed, 24}, grey, source);
    } else {
      y_ += canvas_.wrapped(value_x, y_ - 2, room, grey, 20, fact.source) + 2;
    }
  }
  canvas_.close().rect.h = y_ - top;
}

void Column::facts(const app::DetailView& detail) {
  if (detail.facts.empty()) return;
  y_ += 12;
  for (std::size_t i = 0; i < detail.facts.size(); ++i) {
    fact("fact" + std::to_string(i), detail.facts[i]);
  }
}

void Column::cells(const app::DetailView& detail) {
  if (detail.cells.empty()) return;
  section("cells", "In the table");
  for (std::size_t i = 0; i < detail.cells.size(); ++i) {
    const auto& [column, text] = detail.cells[i];
    if (text.empty()) continue;
    fact("cell" + std::to_string(i), {column, text, {}, {}});
  }
}

void Column::places(const app::DetailView& detail) {
  if (detail.places.empty()) return;
  const Theme& theme = frame_.theme();
  section("places", "Appears in");
  const float row = canvas_.is_touch() ? 44 : 24;
  for (std::size_t i = 0; i < detail.places.size(); ++i) {
    const app::PlaceView& place = detail.places[i];
    const app::Action action = app::ToggleFilter{"in", place.section};
    const std::string url = "#" + app::print_url(app::apply(frame_.session.state(), action));
    TextStyle style = frame_.style(sizes::small, theme.ink);
    const TextRun run = {place.text, style.face};
    const Paragraph lines = canvas_.paragraph(&run, 1, style.size, width_ - 15, Direction::Left);
    const float height = row + static_cast<float>(std::max(1, lines.lines) - 1) * 20;
    const Rect rect = {x_, y_, width_, height};
    Node& node = canvas_.open(Role::Link, "place" + std::to_string(i), rect);
    const std::uint32_t id = node.id;
    node.label = place.text;
    node.url = url;
    node.flags = flag_in_page;
    canvas_.bind(node, rect, action);
    const bool is_hovered = canvas_.is_hovered(id);
    if (is_hovered) style.color = theme.accent;
    canvas_.fill({x_, y_ + row / 2 - 4, 8, 8}, category_color(theme, place.color), 2);
    for (const Piece& piece : lines.pieces) {
      const Rect at = {x_ + 15 + piece.x, y_ + (row - 20) / 2 + static_cast<float>(piece.line) * 20,
                       piece.width, 20};
      canvas_.text(at, directed(style, piece),
                   std::string_view(place.text).substr(piece.begin, piece.end - piece.begin));
      if (is_hovered) canvas_.fill({at.x, at.y + 17, at.w, 1}, theme.accent);
    }
    canvas_.focus_ring(id, rect, frame_.theme().radius_tag);
    canvas_.close();
    y_ += height;
  }
}

void Column::cite(const app::DetailView& detail) {
  if (detail.bibtex.empty()) return;
  const Theme& theme = frame_.theme();
  section("cite", "Cite");
  const bool is_copied = frame_.copied == Copied::Citation;
  Button copy;
  copy.key = "copy-citation";
  copy.text = is_copied ? "Copied" : "Copy";
  copy.label = "Copy citation";
  copy.look = Look::Quiet;
  copy.size = sizes::meta;
  copy.padding = 8;
  copy.before = is_copied ? Icon::Check : Icon::None;
  copy.command = Effect{CopyText{detail.bibtex, "The citation was copied."}};
  const float copy_width = button_width(canvas_, copy);
  copy.rect = {x_ + width_ - copy_width, y_ - 31, copy_width, 26};
  draw_button(canvas_, copy);

  // A line that is too long goes on, indented, in the next one. Each line has the blanks that it
  // has in the text, so that it is copied as it is written (web/copied_text.js).
  constexpr float line_height = 17;
  const TextStyle style = frame_.style(sizes::meta, theme.ink2, FontFace::Mono);
  const float top = y_;
  struct Part {
    std::string_view text;
    float x;
    int line;
    TextStyle style;
  };
  std::vector<Part> parts;
  int lines = 0;
  const std::string_view bibtex = detail.bibtex;
  for (std::size_t begin = 0; begin < bibtex.size();) {
    std::size_t end = bibtex.find('\n', begin);
    if (end == std::string_view::npos) end = bibtex.size();
    const std::string_view whole = bibtex.substr(begin, end - begin);
    const std::size_t blanks = std::min(whole.find_first_not_of(' '), whole.size());
    const float indent = canvas_.width(style, whole.substr(0, blanks));
    const TextRun run = {whole.substr(blanks), style.face};
    const Paragraph broken =
        canvas_.paragraph(&run, 1, style.size, width_ - 24 - indent - 14, Direction::Left);
    for (std::size_t i = 0; i < broken.pieces.size(); ++i) {
      const Piece& piece = broken.pieces[i];
      const bool ends_line = i + 1 < broken.pieces.size() && broken.pieces[i + 1].line > piece.line;
      const std::size_t to = ends_line ? broken.pieces[i + 1].begin : piece.end;
      const bool has_blanks = i == 0 && piece.direction != Direction::Right;
      const std::size_t from = has_blanks ? 0 : blanks + piece.begin;
      parts.push_back({whole.substr(from, blanks + to - from),
                       (has_blanks ? 0.0f : indent) + piece.x + (piece.line > 0 ? 14.0f : 0.0f),
                       lines + piece.line, directed(style, piece)});
    }
    lines += broken.lines;
    begin = end + 1;
  }
  const Rect box = {x_, y_, width_, static_cast<float>(lines) * line_height + 22};
  canvas_.fill(box, theme.bg, frame_.theme().radius_field);
  canvas_.outline(box, theme.line, frame_.theme().radius_field);
  y_ += 11;
  canvas_.open(Role::Group, "bibtex", box).label = "BibTeX";
  for (const Part& part : parts) {
    const float y = y_ + static_cast<float>(part.line) * line_height;
    canvas_.text({x_ + 11 + part.x, y, 0, line_height}, part.style, part.text);
  }
  canvas_.close();
  y_ = top + box.h;
}

void Column::related(const app::DetailView& detail) {
  if (detail.related.empty()) return;
  const Theme& theme = frame_.theme();
  section("related", "Related");
  for (const app::RelatedView& each : detail.related) {
    canvas_.line(x_, y_, x_ + width_, y_, theme.line);
    const TextRun run = {each.title, FontFace::Regular};
    const Paragraph lines = canvas_.paragraph(&run, 1, sizes::small, width_);
    const float height =
        std::max(canvas_.is_touch() ? 44.0f : 32.0f, static_cast<float>(lines.lines) * 20 + 12);
    const Rect rect = {x_, y_ + 1, width_, height};
    Node& node = canvas_.open(Role::Link, each.id, rect);
    const std::uint32_t id = node.id;
    node.label = each.title;
    node.url = each.url;
    node.flags = flag_in_page;
    canvas_.bind(node, rect, app::Action{app::SelectWork{each.id}});
    const Color color = canvas_.is_hovered(id) ? theme.accent : theme.ink;
    canvas_.wrapped(x_, y_ + 6, width_, frame_.style(sizes::small, color), 20, each.title);
    canvas_.focus_ring(id, rect, frame_.theme().radius_tag);
    canvas_.close();
    y_ += height + 1;
  }
}

void Column::source(const app::DetailView& detail) {
  y_ += 20;
  canvas_.line(x_, y_, x_ + width_, y_, frame_.theme().line);
  y_ += 8;
  const TextStyle style = frame_.style(sizes::meta, frame_.theme().ink3);
  const std::string text = "Source line " + std::to_string(detail.line);
  const float height = canvas_.is_touch() ? 44 : 24;
  const float width = canvas_.text({x_, y_, width_, height}, style, text);
  if (!detail.correction_url.empty()) {
    Button button;
    button.key = "correction";
    button.text = "Suggest a correction";
    button.look = Look::Text;
    button.size = sizes::meta;
    button.url = detail.correction_url;
    button.after = Icon::ArrowOut;
    button.rect = {x_ + width + 16, y_, button_width(canvas_, button), height};
    draw_button(canvas_, button);
  }
  y_ += height;
}

}  // namespace

void draw_detail(Frame& frame, DetailPane& pane, const Rect& rect) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const app::DetailView& detail = *frame.model.detail;
  // Where it stands instead of the list, it is what the page is about.
  const Role role = frame.is_detail_panel && !frame.is_guest ? Role::Main : Role::Complementary;
  Node& node = canvas.open(role, "detail", rect);
  node.label = "Details";
  pane.node = node.id;
  float top = 0;
  if (frame.is_detail_panel) {
    Button back;
    back.key = "back";
    back.text = "Back to the list";
    back.look = Look::Quiet;
    back.before = Icon::ChevronLeft;
    back.padding = 8;
    back.rect = {rect.x + (frame.is_phone ? 6.0f : 12.0f), rect.y + 6, button_width(canvas, back),
                 36};
    back.command = app::Action{app::SelectWork{}};
    draw_button(canvas, back);
    top = 48;
    canvas.line(rect.x, rect.y + top - 1, rect.x + rect.w, rect.y + top - 1, theme.line);
  } else {
    canvas.line(rect.x, rect.y, rect.x, rect.y + rect.h, theme.line);
  }
  const float padding = frame.is_phone ? 14 : 20;
  const float edge = frame.is_detail_panel ? 0 : 1;
  const Rect inner = {rect.x + edge, rect.y + top, rect.w - edge, rect.h - top};
  const float column = std::min(720.0f, inner.w - 2 * padding);
  canvas.begin_scroller("detail", "Details", inner, pane.scroll);
  if (!frame.is_detail_panel) {
    Button close;
    close.key = "close";
    close.rect = {inner.w - 42, 14, 30, 30};
    close.label = "Close details";
    close.look = Look::Quiet;
    close.before = Icon::Cross;
    close.command = app::Action{app::SelectWork{}};
    draw_button(canvas, close);
  }
  Column content(frame, padding, 18, column);
  pane.heading = content.head(detail);
  if (pane.wants_focus) frame.out.effects.push_back(FocusNode{pane.heading});
  pane.wants_focus = false;
  content.buttons(detail);
  content.facts(detail);
  content.cells(detail);
  content.places(detail);
  content.cite(detail);
  content.related(detail);
  content.source(detail);
  canvas.end_scroller(content.y() + 20);
  canvas.close();
}

}  // namespace lamplight::ui
