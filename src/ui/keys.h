// Keys: what a key does that no field of text took.
#pragma once

#include "ui/views.h"

namespace lamplight::ui {

// The parts of the screen that keys are for, beside the shown view.
struct KeyParts {
  SearchField& search;
  Sidebar& sidebar;
  Overlays& overlays;
  Copied& copied;
  TabRow& tabs;
  const Views& views;
  const Tree& tree;
};

// False: the key is not used here and now.
[[nodiscard]] bool press_key(Deed& deed, KeyParts parts, Key key);

}  // namespace lamplight::ui
