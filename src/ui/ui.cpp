#include "ui/ui.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/announce.h"
#include "ui/canvas.h"
#include "ui/focus.h"
#include "ui/frame.h"
#include "ui/keys.h"
#include "ui/suggestions.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lamplight::ui {

struct Ui::Impl {
  Canvas canvas;
  SearchField search;
  Sidebar sidebar;
  Overlays overlays;
  DetailPane detail;
  Announced announced;
  TabRow tabs;
  Views views = make_views();
  Outbox out;
  FontSet fonts;
  std::vector<PageLink> page_links;
  ThemeChoice light, dark;
  Theme theme = make_theme(false);
  app::Session* session = nullptr;  // of the last frame
  Copied copied = Copied::Nothing;
  std::string selected;          // work of the last frame
  bool was_row_clicked = false;  // what is clicked is in view already
  bool is_detail_panel = false;
  bool has_dom = false;
  Color background = 0;
  bool is_stale = false;            // something was done that no frame shows yet
  bool was_covered = false;         // something lay over the rest in the last frame
  std::uint32_t focus_beneath = 0;  // what had the keyboard before

  [[nodiscard]] View& view() const { return find_view(views, session->state().view); }
  [[nodiscard]] Deed deed(Modifiers modifiers) {
    return {*session, out, modifiers, canvas.focus(), is_detail_panel};
  }
  void run(const Command& command, Modifiers modifiers = {});
  void follow_pointer(const Pointer& pointer);
  void press_target(const Target* target);
  void follow_selection();
  void follow_focus();
  void keep_focus(const std::vector<Node>& former);
  void show_node(std::uint32_t id);
  void draw(Frame& frame);
  void draw_main(Frame& frame, View& view, const Rect& main, bool has_tabs);
};

void Ui::Impl::run(const Command& command, Modifiers modifiers) {
  is_stale = true;
  overlays.menu = Menu{};
  copied = Copied::Nothing;
  if (!std::holds_alternative<std::monostate>(command)) search.suggesting.is_open = false;
  if (const auto* action = std::get_if<app::Action>(&command)) {
    was_row_clicked = std::holds_alternative<app::SelectWork>(*action);
    out.actions.push_back(*action);
    const auto* select = std::get_if<app::SelectWork>(action);
    if (select != nullptr && !select->id.empty()) remember_query(*session, out);
  } else if (const auto* effect = std::get_if<Effect>(&command)) {
    if (const auto* copy = std::get_if<CopyText>(effect)) {
      copied = copy->text.rfind('#', 0) == 0 ? Copied::Link : Copied::Citation;
    }
    out.effects.push_back(*effect);
    if (std::holds_alternative<OpenLink>(*effect)) remember_query(*session, out);
  } else if (const auto* more = std::get_if<ShowMoreValues>(&command)) {
    sidebar.show_more(more->facet);
  } else if (const auto* fewer = std::get_if<ShowFewerValues>(&command)) {
    sidebar.show_fewer(fewer->facet);
  } else if (const auto* filters = std::get_if<ShowFilters>(&command)) {
    sidebar.is_open = filters->is_open;
  } else if (std::holds_alternative<DismissNotices>(command)) {
    overlays.dismissed_notices = session->view_model().notices;
  } else if (const auto* keys = std::get_if<ShowKeys>(&command)) {
    overlays.show_keys(keys->is_open);
  } else if (const auto* menu = std::get_if<OpenMenu>(&command)) {
    overlays.menu.node = menu->node;
  } else if (const auto* accepted = std::get_if<AcceptSuggestion>(&command)) {
    accept_suggestion(search, *accepted, out);
  } else if (const auto* own = std::get_if<ViewCommand>(&command)) {
    Deed done = deed(modifiers);
    view().run(done, *own);
    detail.wants_focus = detail.wants_focus || done.enters_detail;
    was_row_clicked = true;
  }
}

void Ui::Impl::follow_focus() {
  const bool has_focus = search.node != 0 && canvas.focus() == search.node;
  follow_search_focus(*session, search, has_focus);
}

// The field of text takes the focus itself, where the platform has one.
void Ui::Impl::press_target(const Target* target) {
  const Role role = target != nullptr ? target->role : Role::Group;
  if (role == Role::Option) {
    // At once, and not on release: the press takes the keyboard from the field, and with it the
    // popup.
    canvas.set_held(0);
    run(Command(target->command));
    search.wants_focus = true;
  } else if (role == Role::SearchBox) {
    canvas.set_focus(target->id);
  } else if (role == Role::ListBox) {
    search.wants_focus = true;
  } else {
    canvas.set_focus(0);
  }
}

namespace {

bool is_dragged(const Target* target) {
  return target != nullptr && (target->role == Role::Slider || target->role == Role::Separator);
}

}  // namespace

// Natively, clicks are found here; on the web the DOM finds them, but for drags.
void Ui::Impl::follow_pointer(const Pointer& pointer) {
  const Target* target = pointer.is_inside ? canvas.target_at(pointer.x, pointer.y) : nullptr;
  const std::uint32_t id = target != nullptr ? target->id : 0;
  canvas.set_hovered(id);
  const bool is_ours = !has_dom || is_dragged(target);
  if (pointer.was_pressed) {
    canvas.set_held(is_ours ? id : 0);
    if (!has_dom) press_target(target);
  }
  if (!has_dom && pointer.was_middle_clicked && target != nullptr && target->role == Role::Link) {
    const Effect* effect = std::get_if<Effect>(&target->command);
    if (effect != nullptr) out.effects.push_back(*effect);
  }
  if (pointer.was_released && canvas.held() != 0) {
    if (!has_dom && canvas.held() == id) {
      if (target->role == Role::Select) {
        run(OpenMenu{overlays.menu.node == id ? 0 : id});
      } else {
        run(Command(target->command), pointer.modifiers);
      }
    }
    if (!is_dragged(target)) canvas.set_held(0);
  }
}

// A work that was selected by key, link or the Back button is brought into view.
void Ui::Impl::follow_selection() {
  const bool is_seen = std::exchange(was_row_clicked, false);
  if (session->state().work == selected) return;
  const std::string former = std::exchange(selected, session->state().work);
  // From work to work in the detail, and from there back to the row.
  if (is_within(canvas.tree(), canvas.focus(), detail.node)) {
    detail.wants_focus = !selected.empty();
    if (selected.empty()) view().focus_work(former);
  }
  detail.scroll.y = 0;
  copied = Copied::Nothing;
  if (selected.empty() || is_seen) return;
  for (const std::unique_ptr<View>& each : views) each->show_work(selected, std::nullopt);
}

// The node that had the keyboard is gone: another takes it.
void Ui::Impl::keep_focus(const std::vector<Node>& former) {
  const std::uint32_t lost = canvas.focus();
  const bool is_covered = overlays.is_keys_open || sidebar.is_open;
  const bool is_uncovered = was_covered && !is_covered;
  if (is_covered && !was_covered) focus_beneath = lost;
  was_covered = is_covered;
  if (lost == 0 || canvas.tree().find_id(lost) != nullptr) return;
  const bool is_led = std::any_of(out.effects.begin(), out.effects.end(), [](const Effect& each) {
    return std::holds_alternative<FocusNode>(each);
  });
  if (is_led) return;
  std::uint32_t heir = 0;
  if (is_uncovered && canvas.tree().find_id(focus_beneath) != nullptr) heir = focus_beneath;
  if (heir == 0) heir = find_heir(former, lost, canvas.tree());
  if (heir == 0 && canvas.tree().find_id(detail.heading) != nullptr) heir = detail.heading;
  const std::vector<Node>& nodes = canvas.tree().nodes;
  for (std::size_t i = 0; heir == 0 && i < nodes.size(); ++i) {
    if (takes_focus(nodes, i)) heir = nodes[i].id;
  }
  if (heir == 0) return;
  canvas.set_focus(heir, canvas.is_focus_shown());
  out.effects.push_back(FocusNode{heir});
}

// Scrolls the region that holds the node so far that the node is seen.
void Ui::Impl::show_node(std::uint32_t id) {
  const Tree& tree = canvas.tree();
  const Node* node = tree.find_id(id);
  if (node == nullptr) return;
  for (std::int32_t at = node->parent; at >= 0;
       at = tree.nodes[static_cast<std::size_t>(at)].parent) {
    Scroll* const scroll = canvas.find_scroll(tree.nodes[static_cast<std::size_t>(at)].id);
    if (scroll == nullptr) continue;
    const auto top = static_cast<double>(node->rect.y);
    scroll->show(top - 4, top + static_cast<double>(node->rect.h) + 4);
    scroll->clamp();
  }
}

void Ui::Impl::draw(Frame& frame) {
  const bool is_covered = overlays.is_keys_open || sidebar.is_open;
  canvas.mute(is_covered);
  const bool has_tabs = TabRow::is_needed(views, frame.model);
  const float phone_header = frame.is_guest ? sizes::phone_search : sizes::phone_header;
  const float wide_header = frame.is_guest ? 0 : sizes::header;
  const float header = frame.is_phone ? phone_header : wide_header;
  const float footer = !frame.is_phone ? sizes::footer : has_tabs ? sizes::bottom_bar : 0;
  const float body = std::max(0.0f, frame.height - header - footer);
  const bool has_detail = frame.model.detail.has_value();
  if (!has_detail) detail.wants_focus = false;
  // While the index is on its way, the sidebar stays empty for its facets.
  const bool has_facets = !frame.model.facets.empty() || !frame.page_links.empty() ||
                          (frame.model.preparing && !frame.model.preparing->is_cancelled);
  const float beside = !frame.has_sidebar || !has_facets ? 0 : sizes::sidebar;
  const float pane = has_detail && !frame.is_detail_panel ? sizes::detail : 0;
  View& shown = find_view(views, frame.model.view);
  View& view = shown.has_content(frame.model) ? shown : *views.front();
  if (header > 0) draw_header(frame, search, {0, 0, frame.width, header});
  if (beside > 0) draw_sidebar(frame, sidebar, {0, header, beside, body});
  const Rect main = {beside, header, frame.width - beside - pane, body};
  if (has_detail && frame.is_detail_panel) {
    draw_detail(frame, detail, main);
  } else {
    canvas.open(frame.is_guest ? Role::Group : Role::Main, "main", main).label = "Works";
    draw_main(frame, view, main, has_tabs);
    canvas.close();
    if (has_detail) draw_detail(frame, detail, {frame.width - pane, header, pane, body});
  }
  const Rect bottom = {0, frame.height - footer, frame.width, footer};
  if (!frame.is_phone) {
    draw_footer(frame, view.key_hint(), bottom);
  } else if (has_tabs) {
    tabs.draw(frame, views, bottom);
  }
  canvas.mute(false);
  if (is_covered && !overlays.is_keys_open) draw_drawer(frame, sidebar);
  if (!is_covered) {
    view.draw_over(frame);
    draw_suggestions(frame, search);
  }
  if (overlays.is_keys_open) draw_keys(frame, overlays);
  draw_menu(frame);
  canvas.draw_card_of_cut_text();
}

void Ui::Impl::draw_main(Frame& frame, View& view, const Rect& main, bool has_tabs) {
  float y = main.y;
  if (has_tabs && !frame.is_phone) {
    canvas.fill({main.x, y, main.w, sizes::tabs}, frame.theme().bg);
    tabs.draw(frame, views, {main.x, y, main.w, sizes::tabs});
    draw_atlas_link(frame, main.x + main.w - 6, y + 6, 32);
    y += sizes::tabs;
  }
  if (has_tabs) {
    Node& panel = canvas.open(Role::TabPanel, "view", {main.x, y, main.w, main.y + main.h - y});
    panel.label = view.title();
  }
  y += draw_notices(frame, overlays.dismissed_notices, {main.x, y, main.w, main.h});
  const Rect bar = {main.x, y, main.w, main.h};
  SearchField* const field = frame.is_guest && !frame.is_phone ? &search : nullptr;
  const int behind_bar = canvas.begin_fill(bar.x, bar.y, bar.w, frame.theme().bg);
  y += frame.model.preparing ? draw_preparing(frame, bar) : draw_toolbar(frame, view, field, bar);
  canvas.end_fill(behind_bar, y);
  y += draw_corrections(frame, {main.x, y, main.w, main.h});
  view.draw(frame, {main.x, y, main.w, std::max(0.0f, main.y + main.h - y)});
  if (has_tabs) canvas.close();
}

Ui::Ui() : impl_(std::make_unique<Impl>()) {}
Ui::~Ui() = default;

void Ui::set_fonts(const Fonts& fonts) {
  for (int i = 0; i < 4; ++i) impl_->fonts.faces[i] = static_cast<ImFont*>(fonts.faces[i]);
  impl_->fonts.words = fonts.words;
}

void Ui::set_text_field(TextField text_field) { impl_->search.text_field = text_field; }

bool Ui::frame(app::Session& session, const FrameInput& input, ImDrawList& draw_list) {
  Impl& self = *impl_;
  self.session = &session;
  self.has_dom = input.has_dom;
  self.is_stale = false;
  const std::uint32_t focus_before = self.canvas.focus();
  const Pointer& pointer = input.pointer;
  self.follow_pointer(pointer);
  self.follow_focus();
  self.follow_selection();
  const app::ViewModel& model = session.view_model();
  const bool is_dark = model.theme == app::Theme::Dark ||
                       (model.theme == app::Theme::System && input.system_is_dark);
  self.theme = make_theme(is_dark, is_dark ? self.dark : self.light);
  self.background = self.theme.panel;
  self.is_detail_panel = input.width < sizes::detail_as_panel;
  Frame frame{.canvas = self.canvas,
              .session = session,
              .model = model,
              .out = self.out,
              .menu = self.overlays.menu,
              .copied = self.copied,
              .width = input.width,
              .height = input.height,
              .is_phone = input.width < sizes::sidebar_as_drawer,
              .is_detail_panel = self.is_detail_panel,
              .page_links = self.page_links,
              .is_guest = input.place != Place::Alone,
              .leads_to_atlas = input.place == Place::GuestOfAtlas};
  frame.has_sidebar =
      !frame.is_phone && (!frame.is_guest || frame.width >= sizes::guest_sidebar_as_drawer);
  if (frame.has_sidebar) self.sidebar.is_open = false;
  frame.is_filters_open = self.sidebar.is_open;
  announce(self.announced, session, self.out);
  self.canvas.begin_frame(draw_list, self.theme, self.fonts, input);
  self.draw(frame);
  const bool is_changed = self.canvas.end_frame();
  if (is_changed) self.keep_focus(self.canvas.former_nodes());
  if (!pointer.is_down) self.canvas.set_held(0);
  // What moved under a resting pointer is hovered in the next frame.
  const Target* target = pointer.is_inside ? self.canvas.target_at(pointer.x, pointer.y) : nullptr;
  const bool is_hover_stale = (target != nullptr ? target->id : 0) != self.canvas.hovered();
  return is_hover_stale || self.is_stale || self.canvas.focus() != focus_before ||
         !self.out.actions.empty() || (is_changed && self.overlays.menu.node != 0);
}

bool Ui::activate(std::uint32_t node, Modifiers modifiers) {
  Impl& self = *impl_;
  const Target* target = self.canvas.find_target(node);
  if (target == nullptr) return false;
  if (target->role == Role::Select) {
    self.run(OpenMenu{node});
  } else if (target->value == ValueKind::Query) {
    self.search.wants_focus = true;
  } else {
    self.run(Command(target->command), modifiers);
  }
  return true;
}

bool Ui::set_value(std::uint32_t node, std::string_view value) {
  const Target* target = impl_->canvas.find_target(node);
  if (target == nullptr || target->value == ValueKind::None) return false;
  const Command command = command_for(target->value, value);
  if (std::holds_alternative<std::monostate>(command)) return false;
  impl_->run(command);
  if (target->value == ValueKind::Query) impl_->search.type_query();
  return true;
}

void Ui::set_focus(std::uint32_t node, bool is_shown) {
  impl_->canvas.set_focus(node, is_shown);
  if (impl_->session != nullptr) impl_->follow_focus();
  if (!impl_->has_dom) impl_->show_node(node);
}

std::uint32_t Ui::focus() const { return impl_->canvas.focus(); }

void Ui::scroll_to(std::uint32_t node, float y, float x) {
  Scroll* const scroll = impl_->canvas.find_scroll(node);
  if (scroll == nullptr) return;
  scroll->y = static_cast<double>(y);
  scroll->x = x;
}

void Ui::reveal(std::string_view work, float y) {
  for (const std::unique_ptr<View>& view : impl_->views) view->show_work(work, y);
}

void Ui::follow_link() {
  if (impl_->session != nullptr) remember_query(*impl_->session, impl_->out);
}

bool Ui::press(Key key, Modifiers modifiers) {
  Impl& self = *impl_;
  if (self.session == nullptr) return false;
  Deed deed = self.deed(modifiers);
  const bool is_used = press_key(deed,
                                 {self.search, self.sidebar, self.overlays, self.copied, self.tabs,
                                  self.views, self.canvas.tree()},
                                 key);
  self.detail.wants_focus = self.detail.wants_focus || deed.enters_detail;
  for (const app::Action& action : self.out.actions) {
    const auto* select = std::get_if<app::SelectWork>(&action);
    if (select != nullptr && !select->is_step) self.announced.passed = select->id;
  }
  self.is_stale = self.is_stale || is_used;
  return is_used;
}

float Ui::wait_s() const { return impl_->canvas.wait_s(); }

void Ui::set_theme(const ThemeChoice& light, const ThemeChoice& dark) {
  impl_->light = light;
  impl_->dark = dark;
}

void Ui::set_page_links(std::vector<PageLink> links) { impl_->page_links = std::move(links); }

std::vector<app::Action> Ui::take_actions() { return std::exchange(impl_->out.actions, {}); }

std::vector<Effect> Ui::take_effects() { return std::exchange(impl_->out.effects, {}); }

std::uint32_t Ui::background() const { return impl_->background; }

const std::vector<GlyphVertices>& Ui::glyph_vertices() const {
  return impl_->canvas.glyph_vertices();
}

const Tree& Ui::tree() const { return impl_->canvas.tree(); }

}  // namespace lamplight::ui
