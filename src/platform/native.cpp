// lamplight_native: the atlas in a window of its own, for readers without a browser and for
// debugging the canvas.
#include <cstdio>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "app/session.h"
#include "platform/native_options.h"
#include "platform/native_window.h"

namespace {

bool read_file(const std::string& name, std::string& text) {
  std::FILE* file = std::fopen(name.c_str(), "rb");
  if (file == nullptr) return false;
  char buffer[65536];
  for (std::size_t count; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
    text.append(buffer, count);
  }
  const bool is_read = std::ferror(file) == 0;
  std::fclose(file);
  return is_read;
}

bool report(const lamplight::Result<bool>& result, const std::string& name) {
  if (result.is_ok()) return true;
  std::fprintf(stderr, "lamplight_native: %s: %s\n", name.c_str(), result.error().message.c_str());
  return false;
}

std::string date_of(const std::string& list) { return std::filesystem::path(list).stem().string(); }

// Says what could not be read.
bool load(lamplight::app::Session& session, const lamplight::platform::NativeOptions& options) {
  std::string text;
  if (!options.profile.empty()) {
    if (!read_file(options.profile, text)) {
      std::fprintf(stderr, "lamplight_native: cannot read %s\n", options.profile.c_str());
      return false;
    }
    if (!report(session.set_profile(text), options.profile)) return false;
  }
  std::vector<std::string> dates;
  for (const std::string& list : options.lists) dates.push_back(date_of(list));
  session.expect_snapshots(std::move(dates));
  for (const std::string& list : options.lists) {
    text.clear();
    if (!read_file(list, text)) {
      std::fprintf(stderr, "lamplight_native: cannot read %s\n", list.c_str());
      return false;
    }
    if (!report(session.add_snapshot(date_of(list), text), list)) return false;
  }
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  std::string message;
  const std::optional<lamplight::platform::NativeOptions> options =
      lamplight::platform::read_native_options(count, arguments, message);
  if (!options) {
    const bool is_help = message.rfind("Usage", 0) == 0;
    std::fputs(message.c_str(), is_help ? stdout : stderr);
    return is_help ? 0 : 2;
  }
  lamplight::app::Session session;
  if (!load(session, *options)) return 3;
  session.dispatch(lamplight::app::SetTheme{options->theme});
  if (!options->state.empty()) session.open_url(options->state);
  return lamplight::platform::run_native_window(session, *options);
}
