#include "platform/native_options.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace lamplight::platform {
namespace {

constexpr std::string_view usage =
    "Usage: lamplight_native [LIST.md ...] [--profile PROFILE.json] [--state q=...&has=code]\n"
    "                        [--theme system|light|dark] [--size WIDTHxHEIGHT] [--scale FACTOR]\n"
    "                        [--screenshot FILE.png|FILE.ppm] [--frames N]\n"
    "Opens lists in a window. Newer lists come first; a file's name is its date.\n";

bool read_size(const char* text, NativeOptions& options) {
  return std::sscanf(text, "%dx%d", &options.width, &options.height) == 2 && options.width > 0 &&
         options.height > 0 && options.width <= 16384 && options.height <= 16384;
}

bool read_theme(std::string_view text, NativeOptions& options) {
  if (text != "system" && text != "light" && text != "dark") return false;
  options.theme = text == "light"  ? app::Theme::Light
                  : text == "dark" ? app::Theme::Dark
                                   : app::Theme::System;
  return true;
}

bool read_value(std::string_view option, const char* value, NativeOptions& options) {
  if (option == "--profile") {
    options.profile = value;
  } else if (option == "--state") {
    options.state = value;
  } else if (option == "--screenshot") {
    options.screenshot = value;
  } else if (option == "--theme") {
    return read_theme(value, options);
  } else if (option == "--size") {
    return read_size(value, options);
  } else if (option == "--scale") {
    options.scale = std::strtof(value, nullptr);
    return options.scale >= 0.25f && options.scale <= 8;
  } else if (option == "--frames") {
    options.frames = std::atoi(value);
    return options.frames > 0;
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::optional<NativeOptions> read_native_options(int count, char** arguments,
                                                 std::string& message) {
  NativeOptions options;
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--help") {
      message = usage;
      return std::nullopt;
    }
    if (argument.substr(0, 2) != "--") {
      options.lists.emplace_back(argument);
      continue;
    }
    if (i + 1 >= count || !read_value(argument, arguments[i + 1], options)) {
      message = "lamplight_native: wrong option or value: " + std::string(argument) + "\n";
      message += usage;
      return std::nullopt;
    }
    ++i;
  }
  return options;
}

}  // namespace lamplight::platform
