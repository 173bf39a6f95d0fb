#include "ui/ui.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/canvas.h"
#include "ui/frame.h"
#include "ui/keys.h"
#include "ui/suggestions.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace lamplight::ui {

struct Ui::Impl {
  Canvas canvas;
  Kept kept;
  Outbox out;
  FontSet fonts;
  app::Session* session = nullptr;  // of the last frame
  bool is_detail_panel = false;
  bool has_dom = false;
  Color background = 0;
  bool is_stale = false;  // something was done that no frame shows yet

  void run(const Command& command);
  void follow_pointer(const Pointer& pointer);
  void press_target(const Target* target);
  void follow_selection();
  void follow_focus();
  void show_node(std::uint32_t id);
  void draw(Frame& frame);
};

void Ui::Impl::run(const Command& command) {
  is_stale = true;
  kept.menu = Menu{};
  kept.copied = Copied::Nothing;
  if (!std::holds_alternative<std::monostate>(command)) kept.suggesting.is_open = false;
  if (const auto* action = std::get_if<app::Action>(&command)) {
    kept.was_row_clicked = std::holds_alternative<app::SelectWork>(*action);
    out.actions.push_back(*action);
    const auto* select = std::get_if<app::SelectWork>(action);
    if (select != nullptr && !select->id.empty()) remember_query(*session, out);
  } else if (const auto* effect = std::get_if<Effect>(&command)) {
    if (const auto* copy = std::get_if<CopyText>(effect)) {
      kept.copied = copy->text.rfind('#', 0) == 0 ? Copied::Link : Copied::Citation;
    }
    out.effects.push_back(*effect);
    if (std::holds_alternative<OpenLink>(*effect)) remember_query(*session, out);
  } else if (const auto* more = std::get_if<ShowMoreValues>(&command)) {
    kept.show_more(more->facet);
  } else if (const auto* fewer = std::get_if<ShowFewerValues>(&command)) {
    kept.show_fewer(fewer->facet);
  } else if (const auto* filters = std::get_if<ShowFilters>(&command)) {
    kept.is_filters_open = filters->is_open;
  } else if (std::holds_alternative<DismissNotices>(command)) {
    kept.dismissed_notices = session->view_model().notices;
  } else if (const auto* keys = std::get_if<ShowKeys>(&command)) {
    kept.is_keys_open = keys->is_open;
  } else if (const auto* menu = std::get_if<OpenMenu>(&command)) {
    kept.menu.node = menu->node;
  } else if (const auto* accepted = std::get_if<AcceptSuggestion>(&command)) {
    accept_suggestion(kept, *accepted, out);
  }
}

void Ui::Impl::follow_focus() {
  const bool has_focus = kept.search_node != 0 && canvas.focus() == kept.search_node;
  follow_search_focus(*session, kept, has_focus);
}

// The field of text takes the focus itself, where the platform has one.
void Ui::Impl::press_target(const Target* target) {
  const Role role = target != nullptr ? target->role : Role::Group;
  if (role == Role::Option) {
    // At once, and not on release: the press takes the keyboard from the field, and with it the
    // popup.
    canvas.set_held(0);
    run(Command(target->command));
    kept.search_wants_focus = true;
  } else if (role == Role::SearchBox) {
    canvas.set_focus(target->id);
  } else if (role == Role::ListBox) {
    kept.search_wants_focus = true;
  } else {
    canvas.set_focus(0);
  }
}

// Natively, clicks are found here; on the web the DOM finds them, but for drags.
void Ui::Impl::follow_pointer(const Pointer& pointer) {
  const Target* target = pointer.is_inside ? canvas.target_at(pointer.x, pointer.y) : nullptr;
  const std::uint32_t id = target != nullptr ? target->id : 0;
  canvas.set_hovered(id);
  const bool is_ours = !has_dom || (target != nullptr && target->role == Role::Slider);
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
        run(OpenMenu{kept.menu.node == id ? 0 : id});
      } else {
        run(Command(target->command));
      }
    }
    if (target == nullptr || target->role != Role::Slider) canvas.set_held(0);
  }
}

// A work that was selected by key, link or the Back button is brought into view.
void Ui::Impl::follow_selection() {
  const std::string& selected = session->state().work;
  if (selected == kept.selected) {
    kept.was_row_clicked = false;
    return;
  }
  kept.selected = selected;
  kept.detail.y = 0;
  kept.copied = Copied::Nothing;
  const bool is_seen = std::exchange(kept.was_row_clicked, false);
  if (!selected.empty() && !is_seen && kept.show_row == no_row) kept.show_work = selected;
}

// Scrolls the region that holds the node so far that the node is seen.
void Ui::Impl::show_node(std::uint32_t id) {
  const Tree& tree = canvas.tree();
  const Node* node = tree.find_id(id);
  if (node == nullptr) return;
  for (std::int32_t at = node->parent; at >= 0;
       at = tree.nodes[static_cast<std::size_t>(at)].parent) {
    for (Scroll* scroll : {&kept.sidebar, &kept.list.region, &kept.detail}) {
      if (tree.nodes[static_cast<std::size_t>(at)].id != scroll->node) continue;
      const auto top = static_cast<double>(node->rect.y);
      scroll->show(top - 4, top + static_cast<double>(node->rect.h) + 4);
      scroll->clamp();
    }
  }
}

void Ui::Impl::draw(Frame& frame) {
  const bool is_covered = kept.is_keys_open || (frame.is_phone && kept.is_filters_open);
  canvas.mute(is_covered);
  const float header = frame.is_phone ? sizes::phone_header : sizes::header;
  const float footer = frame.is_phone ? 0 : sizes::footer;
  const float body = std::max(0.0f, frame.height - header - footer);
  const bool has_detail = frame.model.detail.has_value();
  // While the index is on its way, the sidebar stays empty for its facets.
  const bool has_facets = !frame.model.facets.empty() ||
                          (frame.model.preparing && !frame.model.preparing->is_cancelled);
  const float sidebar = frame.is_phone || !has_facets ? 0 : sizes::sidebar;
  const float detail = has_detail && !frame.is_detail_panel ? sizes::detail : 0;
  draw_header(frame, {0, 0, frame.width, header});
  if (sidebar > 0) draw_sidebar(frame, {0, header, sidebar, body});
  const Rect main = {sidebar, header, frame.width - sidebar - detail, body};
  if (has_detail && frame.is_detail_panel) {
    draw_detail(frame, main);
  } else {
    canvas.open(Role::Main, "main", main).label = "Works";
    float y = main.y;
    y += draw_notices(frame, {main.x, y, main.w, main.h});
    const Rect bar = {main.x, y, main.w, main.h};
    const int behind_bar = canvas.begin_fill(bar.x, bar.y, bar.w, frame.theme().bg);
    y += frame.model.preparing ? draw_preparing(frame, bar) : draw_toolbar(frame, bar);
    canvas.end_fill(behind_bar, y);
    y += draw_corrections(frame, {main.x, y, main.w, main.h});
    find_view(frame.model.view)
        .draw(frame, {main.x, y, main.w, std::max(0.0f, main.y + main.h - y)});
    canvas.close();
    if (has_detail) draw_detail(frame, {frame.width - detail, header, detail, body});
  }
  if (footer > 0) draw_footer(frame, {0, frame.height - footer, frame.width, footer});
  canvas.mute(false);
  if (is_covered && !kept.is_keys_open) draw_drawer(frame);
  if (!is_covered) draw_suggestions(frame);
  draw_keys(frame);
  draw_menu(frame);
}

Ui::Ui() : impl_(std::make_unique<Impl>()) {}
Ui::~Ui() = default;

void Ui::set_fonts(const Fonts& fonts) {
  for (int i = 0; i < 4; ++i) impl_->fonts.faces[i] = static_cast<ImFont*>(fonts.faces[i]);
}

void Ui::set_text_field(TextField text_field) { impl_->kept.text_field = text_field; }

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
  const Theme& theme = theme_for(is_dark);
  self.background = theme.panel;
  self.is_detail_panel = input.width < sizes::detail_as_panel;
  Frame frame{.canvas = self.canvas,
              .session = session,
              .model = model,
              .kept = self.kept,
              .actions = self.out.actions,
              .width = input.width,
              .height = input.height,
              .is_phone = input.width < sizes::sidebar_as_drawer,
              .is_detail_panel = self.is_detail_panel};
  if (!frame.is_phone) self.kept.is_filters_open = false;
  self.canvas.begin_frame(draw_list, theme, self.fonts, input);
  self.draw(frame);
  const bool is_changed = self.canvas.end_frame();
  if (!pointer.is_down) self.canvas.set_held(0);
  // What moved under a resting pointer is hovered in the next frame.
  const Target* target = pointer.is_inside ? self.canvas.target_at(pointer.x, pointer.y) : nullptr;
  const bool is_hover_stale = (target != nullptr ? target->id : 0) != self.canvas.hovered();
  return is_hover_stale || self.is_stale || self.canvas.focus() != focus_before ||
         !self.out.actions.empty() || (is_changed && self.kept.menu.node != 0);
}

bool Ui::activate(std::uint32_t node) {
  Impl& self = *impl_;
  const Target* target = self.canvas.find_target(node);
  if (target == nullptr) return false;
  if (target->role == Role::Select) {
    self.run(OpenMenu{node});
  } else if (target->value == ValueKind::Query) {
    self.kept.search_wants_focus = true;
  } else {
    self.run(Command(target->command));
  }
  return true;
}

bool Ui::set_value(std::uint32_t node, std::string_view value) {
  const Target* target = impl_->canvas.find_target(node);
  if (target == nullptr || target->value == ValueKind::None) return false;
  const Command command = command_for(target->value, value);
  if (std::holds_alternative<std::monostate>(command)) return false;
  impl_->run(command);
  if (target->value == ValueKind::Query) impl_->kept.type_query();
  return true;
}

void Ui::set_focus(std::uint32_t node) {
  impl_->canvas.set_focus(node);
  if (impl_->session != nullptr) impl_->follow_focus();
  if (!impl_->has_dom) impl_->show_node(node);
}

std::uint32_t Ui::focus() const { return impl_->canvas.focus(); }

void Ui::scroll_to(std::uint32_t node, float y) {
  Kept& kept = impl_->kept;
  for (Scroll* scroll : {&kept.sidebar, &kept.list.region, &kept.detail}) {
    if (scroll->node == node && node != 0) scroll->y = static_cast<double>(y);
  }
}

void Ui::reveal(std::string_view work) {
  impl_->kept.show_work = work;
  impl_->kept.shows_at_top = true;
}

void Ui::follow_link() {
  if (impl_->session != nullptr) remember_query(*impl_->session, impl_->out);
}

bool Ui::press(Key key) {
  Impl& self = *impl_;
  if (self.session == nullptr) return false;
  const bool is_used = press_key(*self.session, self.kept, self.is_detail_panel, key, self.out);
  self.is_stale = self.is_stale || is_used;
  return is_used;
}

std::vector<app::Action> Ui::take_actions() { return std::exchange(impl_->out.actions, {}); }

std::vector<Effect> Ui::take_effects() { return std::exchange(impl_->out.effects, {}); }

std::uint32_t Ui::background() const { return impl_->background; }

const std::vector<GlyphVertices>& Ui::glyph_vertices() const {
  return impl_->canvas.glyph_vertices();
}

const Tree& Ui::tree() const { return impl_->canvas.tree(); }

}  // namespace lamplight::ui
