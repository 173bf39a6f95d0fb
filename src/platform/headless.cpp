#include "platform/headless.h"

#include <algorithm>

#include "base/assert.h"
#include "platform/drawing.h"
#include "platform/pointer_events.h"
#include "platform/preparing.h"
#include "platform/word_boxes.h"

namespace lamplight::platform {
namespace {

// Takes Dear ImGui's textures as drawn, without a graphics card.
void acknowledge_textures(ImFontAtlas& atlas) {
  for (ImTextureData* texture : atlas.TexList) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_Destroyed) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

// Holds the Ui to what it says of glyphs.
void check_glyphs(const ImDrawList& list, const std::vector<ui::GlyphVertices>& glyphs) {
  int end = 0;
  for (const ui::GlyphVertices& range : glyphs) {
    LAMPLIGHT_VERIFY(range.begin >= end && range.begin < range.end);
    end = range.end;
    LAMPLIGHT_VERIFY(end <= list.VtxBuffer.Size && (range.end - range.begin) % 4 == 0);
    for (int glyph = range.begin; glyph < range.end; glyph += 4) {
      const ImVec2 top_left = list.VtxBuffer[glyph].pos;
      const ImVec2 bottom_right = list.VtxBuffer[glyph + 2].pos;
      LAMPLIGHT_VERIFY(top_left.x <= bottom_right.x && top_left.y <= bottom_right.y);
      const ImVec2 top_right = list.VtxBuffer[glyph + 1].pos;
      const ImVec2 bottom_left = list.VtxBuffer[glyph + 3].pos;
      LAMPLIGHT_VERIFY(top_right.x == bottom_right.x && top_right.y == top_left.y);
      LAMPLIGHT_VERIFY(bottom_left.x == top_left.x && bottom_left.y == bottom_right.y);
    }
  }
}

}  // namespace

struct Headless::Impl {
  ui::ShapedWords words;
  Drawing drawing;
  PointerEvents pointer;
  app::Session session;
  ui::Ui ui;
  ui::FrameInput input;
  std::vector<ui::Effect> effects;
  const ImDrawList* drawn = nullptr;
  // Goes on by a millisecond whenever it is read, so that a frame prepares the same few steps on
  // every machine and in every build.
  double clock_ms = 0;

  bool frame() {
    input.time_s += 1.0 / 60;
    input.pointer = pointer.take();
    bool wants_more = prepare_a_while(session, [&] { return clock_ms += 1; });
    word_boxes_limit(drawing.atlas(), words, input.width * input.height);
    ImDrawList& list = drawing.begin(input.width, input.height, 1);
    if (ui.frame(session, input, list) || !pointer.is_empty()) wants_more = true;
    drawing.end();
    drawn = &list;
    check_glyphs(list, ui.glyph_vertices());
    acknowledge_textures(drawing.atlas());
    for (const app::Action& action : ui.take_actions()) {
      session.dispatch(action);
      wants_more = true;
    }
    for (ui::Effect& effect : ui.take_effects()) {
      if (const auto* focus = std::get_if<ui::FocusNode>(&effect)) {
        ui.set_focus(focus->id);
        wants_more = true;
      }
      effects.push_back(std::move(effect));
    }
    return wants_more;
  }

  // What was done through the Ui's calls takes effect without waiting for a frame.
  void dispatch() {
    for (const app::Action& action : ui.take_actions()) session.dispatch(action);
  }
};

Headless::Headless(float width, float height) : impl_(std::make_unique<Impl>()) {
  ImFont* font = impl_->drawing.atlas().AddFontDefault();
  word_boxes_add(impl_->drawing.atlas(), impl_->words);
  ui::Ui::Fonts fonts;
  fonts.words = &impl_->words;
  std::fill(std::begin(fonts.faces), std::end(fonts.faces), font);
  impl_->ui.set_fonts(fonts);
  impl_->input.width = width;
  impl_->input.height = height;
}

Headless::~Headless() = default;

Result<bool> Headless::load(std::string_view profile_json,
                            const std::vector<std::pair<std::string, std::string>>& snapshots) {
  if (!profile_json.empty()) {
    Result<bool> profile = impl_->session.set_profile(profile_json);
    if (!profile.is_ok()) return profile;
  }
  for (const auto& [date, markdown] : snapshots) {
    Result<bool> snapshot = impl_->session.add_snapshot(date, markdown);
    if (!snapshot.is_ok()) return snapshot;
  }
  settle();
  return true;
}

int Headless::settle() {
  impl_->dispatch();
  int frames = 1;
  while (impl_->frame() && frames < 60) ++frames;
  return frames;
}

bool Headless::draw_frame() {
  impl_->dispatch();
  return impl_->frame();
}

void Headless::type(std::string_view text) {
  for (const ui::Node* box : tree().find_all(ui::Role::SearchBox)) {
    impl_->ui.set_focus(box->id);
    impl_->ui.set_value(box->id, text);
    break;
  }
  settle();
}

bool Headless::click(ui::Role role, std::string_view label) {
  const ui::Node* node = tree().find(role, label);
  if (node == nullptr) return false;
  // What is clicked takes the focus, but for the options of the field that has it.
  const std::uint32_t focus = impl_->ui.focus();
  if (role != ui::Role::Option) impl_->ui.set_focus(0);
  if (!impl_->ui.activate(node->id)) {
    impl_->ui.set_focus(focus);
    return false;
  }
  settle();
  return true;
}

bool Headless::point_and_click(const ui::Node& node, ui::Modifiers modifiers) {
  // Rectangles inside a scroller are of its content.
  float x = node.rect.x + node.rect.w / 2;
  float y = node.rect.y + node.rect.h / 2;
  for (std::int32_t at = node.parent; at >= 0; at = tree().nodes[at].parent) {
    const ui::Node& around = tree().nodes[at];
    if (around.role != ui::Role::Scroller) continue;
    x += around.rect.x - around.scroll_x;
    y += around.rect.y - around.scroll_y;
    if (y < around.rect.y || y >= around.rect.y + around.rect.h) return false;
  }
  impl_->pointer.hold(modifiers);
  impl_->pointer.move(x, y);
  impl_->frame();
  impl_->pointer.press(0, true);
  impl_->frame();
  impl_->pointer.press(0, false);
  impl_->frame();
  impl_->pointer.hold({});
  settle();
  return true;
}

void Headless::drag(float from_x, float from_y, float to_x, float to_y) {
  impl_->pointer.move(from_x, from_y);
  impl_->frame();
  impl_->pointer.press(0, true);
  impl_->frame();
  impl_->pointer.move(to_x, to_y);
  impl_->frame();
  impl_->pointer.press(0, false);
  impl_->frame();
  settle();
}

void Headless::press(ui::Key key, ui::Modifiers modifiers) {
  impl_->ui.press(key, modifiers);
  settle();
}

void Headless::wheel(float x, float y, float notches) {
  impl_->pointer.move(x, y);
  impl_->frame();
  impl_->pointer.turn_wheel(notches);
  impl_->frame();
  settle();
}

void Headless::resize(float width, float height) {
  impl_->input.width = width;
  impl_->input.height = height;
  settle();
}

const ui::Tree& Headless::tree() const { return impl_->ui.tree(); }
app::Session& Headless::session() { return impl_->session; }
ui::Ui& Headless::ui() { return impl_->ui; }
ui::FrameInput& Headless::input() { return impl_->input; }
const std::vector<ui::Effect>& Headless::effects() const { return impl_->effects; }

const ImDrawList& Headless::drawn() const { return *impl_->drawn; }

}  // namespace lamplight::platform
