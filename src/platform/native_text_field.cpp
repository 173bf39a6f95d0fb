#include "platform/native_text_field.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

#include "ui/text_layout.h"
#include "ui/theme.h"

namespace lamplight::platform {
namespace {

int grow_text(ImGuiInputTextCallbackData* event) {
  auto& text = *static_cast<std::string*>(event->UserData);
  text.resize(static_cast<std::size_t>(event->BufTextLen));
  event->Buf = text.data();
  return 0;
}

}  // namespace

ui::TextFieldState draw_native_text_field(const ui::Rect& rect, const ui::Theme& theme,
                                          const ui::FontSet& fonts, std::string_view placeholder,
                                          ui::TextFieldWish wish, std::string& text) {
  const ui::FontExtent extent = ui::font_extent(fonts, ui::FontFace::Regular, ui::sizes::body);
  const float spare = std::max(0.0f, (rect.h - extent.ascent - extent.descent) / 2);
  ImGui::PushFont(fonts.face(ui::FontFace::Regular), ui::sizes::body);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(0, spare));
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0f);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, 0u);
  ImGui::PushStyleColor(ImGuiCol_Text, theme.ink);
  ImGui::PushStyleColor(ImGuiCol_TextDisabled, theme.ink3);
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, ui::fade(theme.accent, 0.3f));
  ImGui::PushStyleColor(ImGuiCol_InputTextCursor, theme.accent);
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::SetNextItemWidth(rect.w);
  if (wish.wants_focus) ImGui::SetKeyboardFocusHere();
  // Dear ImGui edits a copy of its own while the field is active; it may become so a frame later.
  static bool is_stale = false;
  is_stale = is_stale || wish.is_replaced;
  const ImGuiID id = ImGui::GetID("##search");
  if (is_stale && ImGui::GetActiveID() == id) {
    if (ImGuiInputTextState* state = ImGui::GetInputTextState(id)) {
      state->ReloadUserBufAndMoveToEnd();
    }
    is_stale = false;
  }
  const std::string hint(placeholder);
  ui::TextFieldState state;
  state.is_changed = ImGui::InputTextWithHint(
      "##search", hint.c_str(), text.data(), text.capacity() + 1,
      ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_EscapeClearsAll, grow_text, &text);
  state.is_active = ImGui::IsItemActive();
  ImGui::PopStyleColor(5);
  ImGui::PopStyleVar(2);
  ImGui::PopFont();
  return state;
}

}  // namespace lamplight::platform
