#include "ui/row.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets.h"

namespace lamplight::ui {
namespace {

constexpr float title_line = 20;
constexpr float description_line = 18;
constexpr int description_lines = 2;
constexpr float meta_line = 17;
constexpr float link_gap = 6;
constexpr float star_width = 18;

// The two runs of a title; the second begins with the blank between them.
struct TitleRuns {
  std::string name;
  std::string title;
  TextRun runs[2];
  std::size_t count = 0;
};

void make_runs(const app::RowView& row, TitleRuns& title) {
  if (row.name.empty()) {
    title.title = row.title;
    title.runs[0] = {title.title, FontFace::Regular};
    title.count = 1;
    return;
  }
  title.name = row.title.empty() ? row.name : row.name + ":";
  title.title = " " + row.title;
  title.runs[0] = {title.name, FontFace::Bold};
  title.runs[1] = {title.title, FontFace::Regular};
  title.count = row.title.empty() ? 1 : 2;
}

float link_width(const Canvas& canvas, const app::LinkView& link) {
  const float text = canvas.width({FontFace::Regular, sizes::meta, 0}, link.label);
  return std::ceil(text) + (canvas.is_touch() ? 26 : 18);
}

// Links in lines of their own below the text; returns their bottom.
float shape_links_below(const Canvas& canvas, const app::RowView& row, RowShape& shape, float y) {
  const float height = canvas.is_touch() ? 34 : 26;
  const float step = canvas.is_touch() ? sizes::touch : height + link_gap;
  float x = shape.text_x;
  const float right = shape.text_x + shape.text_width;
  for (const app::LinkView& link : row.links) {
    const float width = std::min(link_width(canvas, link), shape.text_width);
    if (x > shape.text_x && x + width > right) {
      x = shape.text_x;
      y += step;
    }
    shape.links.push_back({x, y, width, height});
    x += width + link_gap;
  }
  return y + height;
}

// How wide the star and the tags are that stand before the stated ones, with the gap behind them.
float tags_width(const Canvas& canvas, const app::RowView& row) {
  float width = row.is_saved ? star_width : 0;
  for (const app::TagView& tag : row.tags) width += tag_width(canvas, tag) + 4;
  return width;
}

// Stated tags behind the title and the other tags, as many as the line takes: they cost no height.
void shape_chips(const Canvas& canvas, const app::RowView& row, RowShape& shape, float y) {
  if (row.stated_tags.empty()) return;
  float x = shape.tags_x + tags_width(canvas, row);
  if (!row.is_saved && row.tags.empty()) {
    x = shape.tags_x = shape.text_x + shape.title.last_width + 6;
    shape.tags_y = y - title_line + 2;
  }
  const float right = shape.text_x + shape.text_width;
  for (const std::string& tag : row.stated_tags) {
    x += chip_width(canvas, tag);
    if (x > right) return;
    x += 4;
    ++shape.chips;
  }
}

// Behind a title that ends at the left they stand left of it.
void mirror_tags(const Canvas& canvas, const app::RowView& row, RowShape& shape) {
  float width = tags_width(canvas, row);
  for (std::size_t i = 0; i < shape.chips; ++i) width += chip_width(canvas, row.stated_tags[i]) + 4;
  const float before = shape.tags_x - shape.text_x;
  shape.tags_x = std::max(shape.text_x, shape.text_x + shape.text_width - before - (width - 4));
}

// The beginning of a text that goes on, in the direction of all of it.
void draw_cut_line(Canvas& canvas, const Rect& line, TextStyle style, std::string_view text,
                   bool is_rtl) {
  style.direction = is_rtl ? Direction::Right : Direction::Left;
  canvas.cut_text(line, style, text, 0, is_rtl ? Align::Right : Align::Left);
}

// The first lines; what does not fit into them is cut, and whole in the detail.
void draw_description(Frame& frame, const app::RowView& row, const RowShape& shape, float y) {
  Canvas& canvas = frame.canvas;
  const std::string_view text = row.description;
  const TextStyle style = frame.style(sizes::small, frame.theme().ink2);
  const TextRun run = {text, style.face};
  const Paragraph lines = canvas.paragraph(&run, 1, style.size, shape.text_width);
  const int last = description_lines - 1;
  for (const Piece& piece : lines.pieces) {
    const float top = y + static_cast<float>(piece.line) * description_line;
    if (piece.line == last && lines.lines > description_lines) {
      const Rect line = {shape.text_x, top, shape.text_width, description_line};
      draw_cut_line(canvas, line, style, text.substr(piece.begin), lines.is_rtl);
      return;
    }
    canvas.text({shape.text_x + piece.x, top, piece.width, description_line},
                directed(style, piece), text.substr(piece.begin, piece.end - piece.begin));
  }
}

void draw_marks(Frame& frame, const Piece& piece, const TitleRuns& title,
                const std::vector<Span>& marks, std::size_t skipped, float x, float y) {
  Canvas& canvas = frame.canvas;
  const TextRun& run = title.runs[piece.run];
  const TextStyle style = {run.face, sizes::body, 0};
  for (const Span& mark : marks) {
    const std::size_t begin = std::max(mark.begin + skipped, piece.begin);
    const std::size_t end = std::min(mark.end + skipped, piece.end);
    if (begin >= end || end > run.text.size()) continue;
    const float from = canvas.width(style, run.text.substr(piece.begin, begin - piece.begin));
    // From the beginning of the piece: a part of a shaped word is not as wide as in the word.
    const float to = canvas.width(style, run.text.substr(piece.begin, end - piece.begin));
    const float left = piece.direction == Direction::Right ? piece.width - to : from;
    canvas.fill({std::floor(x) + left - 0.5f, y + 1, to - from + 1, title_line - 2},
                frame.theme().mark, 2);
  }
}

void draw_title(Frame& frame, const app::RowView& row, const RowShape& shape, float y) {
  TitleRuns title;
  make_runs(row, title);
  for (const Piece& piece : shape.title.pieces) {
    const TextRun& run = title.runs[piece.run];
    const float x = shape.text_x + piece.x;
    const float top = y + static_cast<float>(piece.line) * title_line;
    const bool is_name = run.face == FontFace::Bold;
    draw_marks(frame, piece, title, is_name ? row.name_highlights : row.title_highlights,
               is_name || row.name.empty() ? 0 : 1, x, top);
    frame.canvas.text({x, top, piece.width, title_line},
                      directed(frame.style(sizes::body, frame.theme().ink, run.face), piece),
                      run.text.substr(piece.begin, piece.end - piece.begin));
  }
}

// No larger than its links: what is beside them is the row's.
void open_links_cell(Canvas& canvas, const RowShape& shape, float y) {
  Rect box = shape.links.front();
  for (const Rect& link : shape.links) {
    const float right = std::max(box.x + box.w, link.x + link.w);
    box.x = std::min(box.x, link.x);
    box.w = right - box.x;
    box.h = link.y + link.h - box.y;
  }
  box.y += y;
  canvas.open(Role::GridCell, "links", box).position_in_set = 2;
}

}  // namespace

RowShape shape_row(const Frame& frame, const app::RowView& row, float width) {
  const Canvas& canvas = frame.canvas;
  RowShape shape;
  const float left = frame.is_phone ? 14 : 16;
  shape.text_x = left + 16;
  const float right = width - (frame.is_phone ? 14 : 16);
  float links_width = 0;
  for (const app::LinkView& link : row.links) links_width += link_width(canvas, link) + link_gap;
  const bool is_beside =
      !frame.is_phone && !canvas.is_touch() && links_width < (right - shape.text_x) * 0.4f;
  shape.text_width = right - shape.text_x;
  if (is_beside && !row.links.empty()) shape.text_width -= links_width - link_gap + 16;
  shape.text_width = std::max(40.0f, shape.text_width);

  TitleRuns title;
  make_runs(row, title);
  shape.title = canvas.paragraph(title.runs, title.count, sizes::body, shape.text_width);
  float y = frame.is_phone ? 11 : 10;
  const float top = y;
  y += static_cast<float>(std::max(1, shape.title.lines)) * title_line;
  if (row.is_saved || !row.tags.empty()) {
    shape.tags_x = shape.text_x + shape.title.last_width + 6;
    shape.tags_y = y - title_line + 2;
    const float x = shape.tags_x + tags_width(canvas, row);
    if (x - 4 > shape.text_x + shape.text_width) {
      shape.tags_x = shape.text_x;
      shape.tags_y = y + 2;
      y += title_line;
    }
  }
  shape_chips(canvas, row, shape, y);
  if (shape.title.is_rtl) mirror_tags(canvas, row, shape);
  if (!row.description.empty()) {
    y += 2;
    shape.description_y = y;
    const TextRun run = {row.description, FontFace::Regular};
    const int lines = canvas.paragraph(&run, 1, sizes::small, shape.text_width).lines;
    y += static_cast<float>(std::min(lines, description_lines)) * description_line;
  }
  if (!row.meta.empty()) {
    y += 4;
    shape.meta_y = y;
    const TextRun run = {row.meta, FontFace::Regular};
    const Paragraph lines =
        canvas.paragraph(&run, 1, sizes::meta, shape.text_width, Direction::Left);
    y += static_cast<float>(lines.lines) * meta_line;
  }
  shape.text_bottom = y;
  if (!row.links.empty() && !is_beside) y = shape_links_below(canvas, row, shape, y + 12);
  shape.height = std::ceil(y + (frame.is_phone ? 13 : 11)) + 1;
  if (is_beside) {
    float x = right - links_width + link_gap;
    const float middle = (shape.height - 1) / 2;
    for (const app::LinkView& link : row.links) {
      const float w = link_width(canvas, link);
      shape.links.push_back({x, std::floor(middle - 13), w, 26});
      x += w + link_gap;
    }
  }
  // The bar is never shorter than one line of title and meta.
  shape.text_bottom = std::max(shape.text_bottom, top + title_line);
  return shape;
}

Node& open_work_link(Canvas& canvas, const app::RowView& row, const Rect& rect) {
  Node& link = canvas.open(Role::Link, "work", rect);
  link.label = row.name.empty()    ? row.title
               : row.title.empty() ? row.name
                                   : row.name + ": " + row.title;
  link.url = row.url;
  link.flags = flag_in_page | (row.is_selected ? flag_current : 0u);
  link.font_size = sizes::body;
  return link;
}

void draw_row(Frame& frame, const app::RowView& row, const RowShape& shape, float y, float width,
              std::size_t position, RowFocus& focus, ViewCommand open) {
  Canvas& canvas = frame.canvas;
  const Theme& theme = frame.theme();
  const Rect rect = {0, y, width, shape.height};
  Node& item = canvas.open(Role::Row, row.id, rect);
  item.position_in_set = static_cast<std::int32_t>(position + 1);
  if (row.is_selected) item.flags |= flag_selected | flag_current;
  canvas.bind(item, rect, open);
  canvas.open(Role::GridCell, "work", rect).position_in_set = 1;

  std::size_t links = 1;
  for (const app::LinkView& each : row.links) links += each.url.empty() ? 0 : 1;
  // The link of this row that the Tab key stops at.
  const std::size_t stop = position != focus.stop  ? no_row
                           : position == focus.row ? std::min(focus.part, links - 1)
                                                   : 0;
  std::size_t part = 0;
  const auto tell_link = [&](std::uint32_t node) {
    focus.drawn.push_back({node, position, part});
    if (focus.is_wanted && part == stop && position == focus.row) {
      focus.is_wanted = false;
      frame.out.effects.push_back(FocusNode{node});
    }
    ++part;
  };
  Node& link = open_work_link(canvas, row, rect);
  const std::uint32_t id = link.id;
  if (stop == 0) link.flags |= flag_tab_stop;
  canvas.bind(link, rect, open);
  tell_link(id);
  const Rect inner = {0, y, width, shape.height - 1};
  Color ground = theme.panel;
  if (row.is_selected) {
    ground = theme.accent_bg;
  } else if (canvas.is_hovered(id)) {
    ground = theme.hover;
  }
  if (ground != theme.panel) canvas.fill(inner, ground);
  const TextStyle quiet = frame.style(sizes::meta, quiet_ink(theme, ground));
  canvas.line(0, y + shape.height - 1, width, y + shape.height - 1, theme.line);
  if (!row.color.empty()) {
    const float top = y + (frame.is_phone ? 12 : 10);
    const float bottom = frame.is_phone ? y + shape.text_bottom : y + shape.height - 11;
    canvas.fill({frame.is_phone ? 14.0f : 16.0f, top, 4, bottom - top},
                category_color(theme, row.color), 2);
  }
  draw_title(frame, row, shape, y + (frame.is_phone ? 11 : 10));
  canvas.focus_ring(id, {3, y + 3, width - 6, shape.height - 7}, theme.radius_control);
  canvas.close();

  float x = shape.tags_x;
  if (row.is_saved) {
    const Rect star = {std::floor(x), y + shape.tags_y + 1, 14, 14};
    canvas.leaf(Role::Image, "saved", star).label = "Saved";
    canvas.icon(Icon::StarFull, star, theme.accent);
    x += star_width;
  }
  for (const app::TagView& tag : row.tags) {
    x += draw_tag(canvas, x, y + shape.tags_y, tag) + 4;
  }
  for (std::size_t i = 0; i < shape.chips; ++i) {
    x += draw_chip(canvas, x, y + shape.tags_y, row.stated_tags[i]) + 4;
  }
  if (!row.description.empty()) draw_description(frame, row, shape, y + shape.description_y);
  if (!row.meta.empty()) {
    TextStyle style = quiet;
    style.direction = Direction::Left;  // begins with a year, or would
    canvas.wrapped(shape.text_x, y + shape.meta_y, shape.text_width, style, meta_line, row.meta);
  }
  canvas.close();
  if (!shape.links.empty()) open_links_cell(canvas, shape, y);
  for (std::size_t i = 0; i < shape.links.size(); ++i) {
    const app::LinkView& each = row.links[i];
    Rect place = shape.links[i];
    place.y += y;
    if (each.url.empty()) {
      // A label without a target says what the list says, and cannot be clicked.
      canvas.text(place, quiet, each.label, Align::Center);
      continue;
    }
    Button button;
    const std::string key = std::to_string(i);
    button.key = key;
    button.rect = place;
    button.text = each.label;
    button.look = Look::OutlineAccent;
    button.size = sizes::meta;
    button.padding = canvas.is_touch() ? 13 : 9;
    button.url = each.url;
    if (part == stop) button.flags = flag_tab_stop;
    tell_link(draw_button(canvas, button));
  }
  if (!shape.links.empty()) canvas.close();
  canvas.close();
}

}  // namespace lamplight::ui
