// Keys: what a key does that no field of text took.
#pragma once

#include <vector>

#include "ui/frame.h"

namespace lamplight::ui {

// What came of clicks and keys, until the platform takes it.
struct Outbox {
  std::vector<app::Action> actions;
  std::vector<Effect> effects;
};

// False: the key is not used here and now.
[[nodiscard]] bool press_key(app::Session& session, Kept& kept, bool is_detail_panel, Key key,
                             Outbox& out);

// Position of a work in the rows by its id, or no_row.
[[nodiscard]] std::size_t find_row(app::Session& session, Kept& kept, std::string_view work);

}  // namespace lamplight::ui
