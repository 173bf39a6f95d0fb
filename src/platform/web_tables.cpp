// Dear ImGui's tables and columns, left out of the web module: nothing here begins one, but the
// core names them where it ends, skips or forgets what was begun. 9 kB less to download.
#include <imgui.h>
#include <imgui_internal.h>

#include "base/assert.h"

namespace {

[[noreturn]] void fail() {
  lamplight::fail_assertion("nothing begins a table", __FILE__, __LINE__);
}

}  // namespace

namespace ImGui {

// Asked for at each start and each clean-up, with nothing there.
void TableSettingsAddSettingsHandler() {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}

// Only inside a table or columns.
void EndTable() { fail(); }
void EndColumns() { fail(); }
void TableEndRow(ImGuiTable*) { fail(); }
void TableEndCell(ImGuiTable*) { fail(); }
void TablePushColumnChannel(int) { fail(); }
void TablePopColumnChannel() { fail(); }
void TablePushBackgroundChannel() { fail(); }
void TablePopBackgroundChannel() { fail(); }
void PushColumnsBackground() { fail(); }
void PopColumnsBackground() { fail(); }

}  // namespace ImGui
