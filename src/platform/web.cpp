// The exports: turns calls from JavaScript into calls of Session and Ui. See web_exports.h.
#include <emscripten.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/builders.h"
#include "app/own_text.h"
#include "app/session.h"
#include "platform/pointer_events.h"
#include "platform/preparing.h"
#include "platform/web_exports.h"
#include "platform/web_graphics.h"
#include "platform/web_tree.h"
#include "ui/theme.h"
#include "ui/ui.h"

namespace lamplight::platform {
namespace {

// Everything that one element of the page has.
struct Page {
  app::Session session;
  ui::Ui ui;
  ui::FrameInput input;
  PointerEvents pointer;
  float density = 1.0f;
  WebGraphics graphics;
  // Input is answered one frame late (hover is that of the frame before).
  int frames_owed = 2;
  std::string url;
  std::string selection;
  std::string title;               // of the window
  Hits works;                      // as the page was last told of them
  std::vector<std::string> saved;  // as the page's store has them
  std::vector<std::string> recent;
  bool has_letter_keys = true;
  app::Theme theme = app::Theme::System;
  ui::ThemeChoice wanted[2];  // by the page around it, in light and in dark
  std::uint32_t palette[5] = {};
  std::uint64_t tree_version = 0;
  bool url_is_step = false;
  std::vector<ui::Effect> effects;  // not yet taken by the page

  lamplight_response response{};
  lamplight_frame frame{};
  std::string text;  // what `response` points to
  std::vector<unsigned char> tree;

  Page() {
    ui.set_fonts(graphics.fonts());
    input.has_dom = true;
  }
};

Page& page() {
  static Page* const one = new Page;  // as long as the module
  return *one;
}

const lamplight_response* respond(Status status, const void* pointer, std::size_t length) {
  lamplight_response& response = page().response;
  response.status = static_cast<std::uint32_t>(status);
  response.pointer = pointer;
  response.length = static_cast<std::uint32_t>(length);
  return &response;
}

const lamplight_response* respond_ok() { return respond(Status::Ok, nullptr, 0); }

const lamplight_response* respond_text(Status status, std::string text) {
  Page& p = page();
  p.text = std::move(text);
  return respond(status, p.text.data(), p.text.size());
}

// Takes no memory itself.
const lamplight_response* respond_out_of_memory() {
  return respond(Status::OutOfMemory, out_of_memory_message.data(), out_of_memory_message.size());
}

const lamplight_response* respond_byte(int byte) {
  return respond_text(Status::Ok, std::string(1, static_cast<char>(byte)));
}

const lamplight_response* respond_result(const Result<bool>& result) {
  if (result.is_ok()) return respond_ok();
  return respond_text(status_of(result.error()), result.error().message);
}

// Input came: draw until it has taken effect.
Page& touched() {
  Page& p = page();
  p.frames_owed = 2;
  return p;
}

void dispatch_actions(Page& p) {
  for (const app::Action& action : p.ui.take_actions()) {
    if (app::makes_history(action)) p.url_is_step = true;
    p.session.dispatch(action);
    p.frames_owed = 2;
  }
}

// Building an index takes as much as its list's block and less. What is free now stays so: asked
// for here, where it can be refused, it does not end later, in the middle of a frame.
bool has_room_for_index(std::size_t block_length) {
  void* volatile room = std::malloc(block_length == 0 ? 1 : block_length);  // not optimised away
  const bool has_room = room != nullptr;
  std::free(room);
  return has_room;
}

std::string describe_selection(Page& p) {
  const app::ViewModel& model = p.session.view_model();
  if (!model.detail.has_value()) return {};
  const app::DetailView& detail = *model.detail;
  std::string out;
  for (const std::string* field :
       {&detail.row.id, &detail.heading, &detail.subtitle, &detail.row.meta}) {
    if (field != &detail.row.id) out.push_back('\0');
    out.append(*field);
  }
  return out;
}

// One copy of it: what the page loads counts.
[[gnu::noinline]] void add_field(std::string& out, std::string_view field) {
  out.append(field);
  out.push_back('\0');
}

// The picture of bytes at lamplight_works_get.
std::string describe_works(Page& p, const Hits& works, std::size_t first, std::size_t count) {
  const app::ViewModel& model = p.session.view_model();
  std::string_view date;
  for (const app::SnapshotView& snapshot : model.snapshots) {
    if (snapshot.is_shown) date = snapshot.label;
  }
  std::string line = model.query;
  for (const app::ChipView& chip : model.chips) app::add_part(line, chip.text);
  std::string out;
  for (const std::string_view field :
       {std::string_view(model.title), date, std::string_view(model.count_text),
        std::string_view(line)}) {
    add_field(out, field);
  }
  const app::Scene* const scene = p.session.scene();
  const std::size_t end = scene == nullptr ? 0 : std::min(works.size(), first + count);
  for (std::size_t at = first; at < end; ++at) {
    const app::RowView row = app::build_row(*scene, works[at]);
    line = row.meta;
    for (const std::string& tag : row.stated_tags) app::add_part(line, tag);
    for (const std::string_view field :
         {std::string_view(row.id), std::string_view(row.name), std::string_view(row.title),
          std::string_view(row.description), std::string_view(line)}) {
      add_field(out, field);
    }
    for (const app::LinkView& link : row.links) {
      add_field(out, link.label);
      add_field(out, link.url);
    }
    add_field(out, {});
  }
  return out;
}

ui::Modifiers read_modifiers(std::uint32_t bits) {
  return {(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0};
}

// What changed in the state since the last frame.
std::uint32_t take_state_changes(Page& p) {
  std::uint32_t flags = 0;
  const app::State& state = p.session.state();
  std::string url = p.session.url();
  if (url != p.url) {
    p.url = std::move(url);
    flags |= lamplight_frame_url_changed;
    if (p.url_is_step) flags |= lamplight_frame_url_is_step;
  }
  p.url_is_step = false;
  if (state.saved != p.saved || state.recent != p.recent ||
      state.has_letter_keys != p.has_letter_keys) {
    p.has_letter_keys = state.has_letter_keys;
    p.saved = state.saved;
    p.recent = state.recent;
    flags |= lamplight_frame_own_changed;
  }
  if (state.work != p.selection) {
    p.selection = state.work;
    flags |= lamplight_frame_selection_changed;
  }
  if (state.theme != p.theme) {
    p.theme = state.theme;
    flags |= lamplight_frame_theme_changed;
  }
  const Hits& works = p.session.view_model().rows;
  if (!works.is_same(p.works)) {
    p.works = works;
    flags |= lamplight_frame_works_changed;
  }
  std::string title = app::window_title(p.session.view_model());
  if (title != p.title) {
    p.title = std::move(title);
    flags |= lamplight_frame_title_changed;
  }
  return flags;
}

}  // namespace
}  // namespace lamplight::platform

using namespace lamplight;
using namespace lamplight::platform;

extern "C" {

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_status_list() {
  return respond(Status::Ok, status_names.data(), status_names.size());
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_buffer_allocate(std::uint32_t length) {
  void* const pointer = std::malloc(length == 0 ? 1 : length);
  if (pointer == nullptr) return respond_out_of_memory();
  return respond(Status::Ok, pointer, length);
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_buffer_free(void* pointer) {
  std::free(pointer);
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_profile_load(const char* json,
                                                                      std::uint32_t length) {
  return respond_result(touched().session.set_profile({json, length}));
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_block_load(void* block,
                                                                    std::uint32_t block_length,
                                                                    const char* date,
                                                                    std::uint32_t date_length) {
  BlockBytes bytes = BlockBytes::adopt(block, block_length);
  if (!has_room_for_index(block_length)) return respond_out_of_memory();
  Result<Catalog> read = read_catalog_block(std::move(bytes));
  Catalog* catalog = read.value_if();
  if (catalog == nullptr) return respond_text(status_of(read.error()), read.error().message);
  // A wrong file is hardly ever no list at all, but one without entries.
  if (catalog->listings.empty()) {
    return respond_text(Status::Unreadable,
                        "There is no entry in the list: the file is empty, or no curated list.");
  }
  touched().session.add_catalog(std::string(date, date_length), std::move(*catalog));
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_snapshots_expect(const char* dates,
                                                                          std::uint32_t length) {
  std::vector<std::string> list;
  std::string_view rest(dates, length);
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    list.emplace_back(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  touched().session.expect_snapshots(std::move(list));
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_snapshot_missing() {
  return respond_text(Status::Ok, page().session.missing_snapshot());
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_url_open(const char* fragment,
                                                                  std::uint32_t length) {
  Page& p = touched();
  p.session.open_url({fragment, length});
  // The page has this address already; only what the reader does next is a change.
  p.url = p.session.url();
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_url_get() {
  return respond_text(Status::Ok, page().session.url());
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_state_set(const char* key,
                                                                   std::uint32_t key_length,
                                                                   const char* text,
                                                                   std::uint32_t text_length) {
  touched().session.set_key({key, key_length}, {text, text_length});
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_state_keys() {
  std::string keys;
  for (const std::string& key : page().session.keys()) {
    if (!keys.empty()) keys += '\n';
    keys += key;
  }
  return respond_text(Status::Ok, std::move(keys));
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_selection_get() {
  return respond_text(Status::Ok, describe_selection(page()));
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_theme_set(std::uint32_t theme) {
  if (theme > 2) return respond_text(Status::InvalidArgument, "There is no such theme.");
  Page& p = touched();
  p.session.dispatch(app::SetTheme{static_cast<app::Theme>(theme)});
  p.theme = p.session.state().theme;
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_theme_get() {
  return respond_byte(static_cast<int>(page().session.state().theme));
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_own_set(const char* lines,
                                                                 std::uint32_t length) {
  Page& p = touched();
  p.session.dispatch(app::parse_own({lines, length}));
  p.saved = p.session.state().saved;
  p.recent = p.session.state().recent;
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_own_get() {
  return respond_text(Status::Ok, app::print_own(page().session.state()));
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_textures_forget() {
  touched().graphics.forget_textures();
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_glyphs_forget() {
  touched().graphics.forget_glyphs();
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_view_resize(float width, float height,
                                                                     float density) {
  if (!(width >= 1.0f && height >= 1.0f && density > 0.0f)) {
    return respond_text(Status::InvalidArgument, "The view has no area.");
  }
  Page& p = touched();
  p.input.width = width;
  p.input.height = height;
  p.density = density;
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_environment_set(
    std::uint32_t is_dark, std::uint32_t has_reduced_motion, std::uint32_t has_hover,
    std::uint32_t place) {
  Page& p = touched();
  p.input.place = static_cast<ui::Place>(place);
  p.input.system_is_dark = is_dark != 0;
  p.input.reduced_motion = has_reduced_motion != 0;
  p.input.has_pointer_hover = has_hover != 0;
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_palette_set(
    std::uint32_t is_dark, std::uint32_t bg, std::uint32_t panel, std::uint32_t hover,
    std::uint32_t ink, std::uint32_t line, std::uint32_t accent, float radius) {
  const auto wanted = [](std::uint32_t color) {
    return color == 0 ? std::nullopt : std::optional<ui::Color>(color);
  };
  Page& p = touched();
  ui::ThemeChoice& choice = p.wanted[is_dark != 0 ? 1 : 0];
  choice = {wanted(accent), wanted(bg), wanted(panel), wanted(hover), wanted(ink),
            wanted(line),   {}};
  if (radius >= 0) choice.radius = radius;
  p.ui.set_theme(p.wanted[0], p.wanted[1]);
  const ui::Theme theme = ui::make_theme(is_dark != 0, choice);
  const std::uint32_t palette[] = {theme.panel, theme.ink, theme.ink3, theme.accent,
                                   theme.is_dark ? 1u : 0u};
  std::copy(std::begin(palette), std::end(palette), p.palette);
  return respond(Status::Ok, p.palette, sizeof p.palette);
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_pointer_move(float x, float y) {
  touched().pointer.move(x, y);
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_pointer_leave() {
  touched().pointer.leave();
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_pointer_press(std::uint32_t button,
                                                                       std::uint32_t is_down) {
  if (button > 2) return respond_text(Status::InvalidArgument, "There is no such button.");
  touched().pointer.press(button, is_down != 0);
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_node_activate(std::uint32_t node,
                                                                       std::uint32_t modifiers) {
  Page& p = touched();
  const bool is_known = p.ui.activate(node, read_modifiers(modifiers));
  dispatch_actions(p);
  if (is_known) return respond_ok();
  return respond_text(Status::InvalidArgument, "There is no such node.");
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_node_value_set(std::uint32_t node,
                                                                        const char* value,
                                                                        std::uint32_t length) {
  Page& p = touched();
  const bool is_known = p.ui.set_value(node, {value, length});
  // The host shows what was typed. Where a key takes it back before the next frame, that frame's
  // tree is the one handed over last, and the host needs it all the same.
  p.tree_version = 0;
  dispatch_actions(p);
  // The answer is made now, between two frames, for the next one to draw.
  (void)p.session.row(0);
  (void)p.session.suggestions();
  if (is_known) return respond_ok();
  return respond_text(Status::InvalidArgument, "There is no such node.");
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_link_follow() {
  Page& p = touched();
  p.ui.follow_link();
  dispatch_actions(p);
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_node_focus(std::uint32_t node,
                                                                    std::uint32_t is_shown) {
  touched().ui.set_focus(node, is_shown != 0);
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_region_scroll(std::uint32_t node, float y,
                                                                       float x) {
  touched().ui.scroll_to(node, y, x);
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_key_press(std::uint32_t key,
                                                                   std::uint32_t modifiers) {
  const bool is_named = key <= static_cast<std::uint32_t>(ui::last_named_key);
  if (!is_named && (key < ' ' || key > '~')) {
    return respond_text(Status::InvalidArgument, "There is no such key.");
  }
  Page& p = touched();
  const bool is_used = p.ui.press(static_cast<ui::Key>(key), read_modifiers(modifiers));
  // At once: the next key may come before the next frame.
  dispatch_actions(p);
  return respond_byte(is_used ? 1 : 0);
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_work_reveal(float y, const char* id,
                                                                     std::uint32_t length) {
  touched().ui.reveal({id, length}, y);
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_page_links_set(const char* lines,
                                                                        std::uint32_t length) {
  std::vector<ui::PageLink> links;
  std::string_view rest(lines, length);
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const std::size_t tab = std::min(line.find('\t'), line.size());
    links.push_back({std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))});
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  touched().ui.set_page_links(std::move(links));
  return respond_ok();
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_title_get() {
  return respond_text(Status::Ok, page().title);
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_works_get(std::uint32_t first,
                                                                   std::uint32_t count) {
  Page& p = page();
  const Hits works = p.session.view_model().rows;
  return respond_text(Status::Ok, describe_works(p, works, first, count));
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_works_find(std::uint32_t count,
                                                                    const char* query,
                                                                    std::uint32_t length) {
  Page& p = page();
  return respond_text(Status::Ok, describe_works(p, p.session.find({query, length}), 0, count));
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_block_get() {
  const app::Scene* const scene = page().session.scene();
  if (scene == nullptr) return respond_ok();
  const auto bytes = scene->catalog().bytes();
  return respond(Status::Ok, bytes.data(), bytes.size());
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_frame_draw(double time_s) {
  Page& p = page();
  if (p.input.width <= 0) return respond_text(Status::InvalidArgument, "The view has no area.");
  p.input.time_s = time_s;
  p.input.pointer = p.pointer.take();
  const bool has_prepared = prepare_a_while(p.session, emscripten_get_now);
  ImDrawList& list = p.graphics.begin(p.input.width, p.input.height, p.density);
  const bool is_animating = p.ui.frame(p.session, p.input, list);
  p.frame = p.graphics.end(p.ui.background(), p.ui.glyph_vertices());
  if (p.frames_owed > 0) --p.frames_owed;
  dispatch_actions(p);

  p.frame.flags |= take_state_changes(p);
  if (is_animating || has_prepared || p.frames_owed > 0 || !p.pointer.is_empty())
    p.frame.flags |= lamplight_frame_wants_another;
  if (p.ui.tree().version != p.tree_version) {
    p.tree_version = p.ui.tree().version;
    p.frame.flags |= lamplight_frame_tree_changed;
  }
  for (ui::Effect& effect : p.ui.take_effects()) p.effects.push_back(std::move(effect));
  if (!p.effects.empty()) p.frame.flags |= lamplight_frame_has_effects;
  p.frame.wait_s = p.ui.wait_s();
  return respond(Status::Ok, &p.frame, sizeof p.frame);
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_tree_get() {
  Page& p = page();
  pack_tree(p.ui.tree(), p.tree);
  return respond(Status::Ok, p.tree.data(), p.tree.size());
}

EMSCRIPTEN_KEEPALIVE const lamplight_response* lamplight_effects_take() {
  Page& p = page();
  // Also what a key asked for since the last frame: the keys after it may be meant for the field
  // that it gave the focus to.
  for (ui::Effect& effect : p.ui.take_effects()) p.effects.push_back(std::move(effect));
  return respond_text(Status::Ok, pack_effects(std::exchange(p.effects, {})));
}

}  // extern "C"
