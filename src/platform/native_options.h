// Native options: the command line of lamplight_native.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/state.h"

namespace lamplight::platform {

struct NativeOptions {
  std::vector<std::string> lists;  // files; a file's name without its ending is its date
  std::string profile;
  std::string state;  // as the fragment of an address: "q=protein&has=code"
  app::Theme theme = app::Theme::System;
  int width = 1440;
  int height = 900;
  float scale = 0;         // pixels per CSS px; 0: as the screen has it
  std::string screenshot;  // written after `frames` frames, then the window closes
  int frames = 4;
};

// None: wrong usage, or help was asked for; what to say is in `message`.
[[nodiscard]] std::optional<NativeOptions> read_native_options(int count, char** arguments,
                                                               std::string& message);

}  // namespace lamplight::platform
